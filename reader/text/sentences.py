"""Sentences with their offsets: cut after . ! ? … and closing marks, not after abbreviations or initials.

A sentence that begins in lower case after a full stop is cut too: spun copy leaves such fragments, and finding them
is the reader's trade.
"""

from __future__ import annotations

import re

from reader.core.spans import Span

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sr jr st gen col sgt lt capt cmdr rev hon gov sen rep pres supt det insp no nos vs etc inc ltd"
    " co corp jan feb mar apr jun jul aug sep sept oct nov dec fig al approx dept est min max ft mt vol pp ed cf ca mph"
    " u.s u.k u.n e.g i.e a.m p.m ph.d b.c a.d d.c".split()
)
_CLOSERS = "\"'”’)\\]»"
_END = re.compile(rf"([.!?…](?<![.!?…]{{2}})[.!?…]*+)([{_CLOSERS}]*+)([\s\u2028]++)(?=\S)")
"""Every row of stops is tried once, from its first: a million stops must not be tried from each of them.

That nothing of the row stands before it is asked behind its first mark, so that the search leaps from mark to mark.
"""
_LAST_WORD = re.compile(r"[\w.’']+$")
_LONGEST_WORD = 64
"""Code points looked at before a stop: a text of nothing but abbreviations must not be searched from its start."""
_INITIALS = re.compile(r"(?:[a-z]\.)*[a-z]")
_STARTS_LOW = re.compile(r"[^\w]{0,8}[a-zß-ÿ]")  # bounded: nothing but stops must not be searched to the end
_WORDLIKE = re.compile(r"\w")


def find_sentences(text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """The spans of all sentences that hold a word, without the blanks between them."""
    stop = len(text) if end is None else end
    found: list[Span] = []
    begin = start
    for match in _END.finditer(text, start, stop):
        if _is_no_end(text, begin, match):
            continue
        found.append(Span(begin, match.end(2)))
        begin = match.end()
    if begin < stop:
        found.append(_trimmed(text, begin, stop))
    return tuple(span for span in found if _WORDLIKE.search(text, span.start, span.end))


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _is_no_end(text: str, begin: int, match: re.Match[str]) -> bool:
    marks, closers = match.group(1), match.group(2)
    starts_low = bool(_STARTS_LOW.match(text, match.end()))
    if closers and starts_low:
        return True  # “No!” he said: the sentence goes on behind the quotation
    if marks in ("…", "...") and starts_low:
        return True
    if marks[-1] in "!?" and starts_low:
        return True
    if marks != ".":
        return False
    before = text[max(begin, match.start(1) - _LONGEST_WORD) : match.start(1)]
    last = _LAST_WORD.search(before if before[-1:].isspace() else before.rpartition(" ")[2])
    word = last.group().lower() if last else ""
    if word in _ABBREVIATIONS:
        return True
    return bool(_INITIALS.fullmatch(word)) and word != "i"
