"""Where fragments stand: sentences that begin in lower case behind a full stop, and those broken by a stray mark.

Offsets are code points of one block's text. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from reader.core.spans import Span
from reader.text.quotations import FaultKind, parse_quotations, quoted_spans
from reader.text.sentences import find_sentences
from reader.text.words import find_words

_MOST_WORDS = 8
_CANDIDATE = re.compile(r"\.\s+[^\W\d_]")
_ODD_START = re.compile(
    r"[a-z]+[A-Z0-9]|(?:de|van|von|der|den|di|da|du|la|le|al|el|bin|ibn|ben|abu|af|av|zu|ter|ten)\b(?=[\s\u00a0-][A-Z])"
    r"|(?:al|el|an|as|ash|ad)-|(?:https?|www)\b|[a-z]\.|\w+\.(?:com|org|net|co|gov|io)\b|[a-z][)\]]"
)
"""Beginnings that are right in lower case: iPhone, van Houten, al-Shabaab, addresses, e.g., list letters."""
_ABBREVIATED = re.compile(
    r"\b(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa"
    r"|Tenn|Tex|Vt|Va|Wash|Wis|Wyo|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun|Ave|Blvd|Rd|Bros|Univ|Ltd|plc|repr?|hrs?|mins?)\.$"
)
"""Behind these the sentence goes on in lower case."""
FUNCTION_WORDS = frozenset(
    "a an the to of in on at by for from with and or but so as if is are was were be been being have has had do does"
    " did it its this that these those he she they we i you not no up out off".split()
)
_PREPOSITIONS = frozenset(
    "in on at by for from with of to over under into onto across after before during near towards against between"
    " among amid inside outside behind beside along through throughout since until without within".split()
)


@dataclass(frozen=True, slots=True)
class Fragment:
    """A fragment and the sentence `before` it; `only_debris` where it says nothing that this one has not said.

    `tail` is where it goes on behind words that do not fit, -1 where it does not.
    """

    span: Span
    before: Span
    quoted: bool
    only_debris: bool
    tail: int = -1


@dataclass(frozen=True, slots=True)
class Broken:
    """A sentence broken at `mark`: `span` runs from there to its end, `stop` is the full stop before it (-1: none)."""

    span: Span
    mark: int
    stop: int


def may_hold_fragments(text: str) -> bool:
    """Whether a text is worth cutting into sentences."""
    return any(match.group()[-1].islower() for match in _CANDIDATE.finditer(text))


def find_fragments(text: str) -> Iterator[Fragment]:
    """Fragments that begin in lower case behind a full stop."""
    if not may_hold_fragments(text):
        return
    quoted = quoted_spans(text)
    for before, span in pairwise(find_sentences(text)):
        if not _is_fragment(text, before, span):
            continue
        inside = any(outer.contains(span) for outer in quoted)
        words = [word.folded for word in find_words(text, span.start, span.end)]
        known = {word.folded for word in find_words(text, before.start, before.end)} | FUNCTION_WORDS
        yield Fragment(span, before, inside, all(word in known for word in words), _find_tail(text, span))


def _is_fragment(text: str, before: Span, span: Span) -> bool:
    if not text[span.start].islower() or _ODD_START.match(text, span.start):
        return False
    if _ABBREVIATED.search(text, max(before.start, before.end - 8), before.end):
        return False
    if text[before.end - 1] != "." or text[max(0, before.end - 2) : before.end] == "..":
        return False
    words = sum(1 for _ in find_words(text, span.start, span.end))
    return 0 < words <= _MOST_WORDS and text[span.end - 1] in ".!?”’\"'"


def _find_tail(text: str, span: Span) -> int:
    """The preposition with which a fragment goes on behind one or two words that do not fit ("take in Ukraine")."""
    words = list(find_words(text, span.start, span.end))
    if not words or words[0].folded in FUNCTION_WORDS | _PREPOSITIONS:
        return -1
    return next((word.start for word in words[1:3] if word.folded in _PREPOSITIONS), -1)


def find_broken(text: str) -> Iterator[Broken]:
    """Sentences that go on in lower case behind a full stop and a stray mark."""
    strays = parse_quotations(text).wrong(FaultKind.STRAY)
    if not strays:
        return
    sentences = find_sentences(text)
    for fault in strays:
        left, right = text[: fault.at].rstrip(), text[fault.at + 1 :].lstrip()
        ended = re.search(r"[.!?](?=[”’\"']*$)", left[-3:])
        if ended is None or not right or not right[0].islower():
            continue
        end = next((span.end for span in sentences if span.start <= fault.at < span.end), len(text.rstrip()))
        stop = len(left) - len(left[-3:]) + ended.start() if ended.group() == "." else -1
        yield Broken(Span(fault.at, end), fault.at, stop)
