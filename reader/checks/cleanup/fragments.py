"""Lower-case fragments after a full stop, left behind by spinning: to remove or to join, never to capitalise.

Two that look alike can need opposite fixes, so each is its own decision. A fragment of function words alone is proposed
to go; one that holds anything else has no proposal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from reader.checks.cleanup.quote_marks import with_doubled_blank
from reader.checks.facts import Facts
from reader.checks.kinds import BlockCheck
from reader.core.article import Block
from reader.core.editing import cut_passage, replace_text
from reader.core.findings import Finding, Severity
from reader.core.fixes import Fix, Safety
from reader.core.messages import Message
from reader.core.rules import Example, Family, Rule, Unit
from reader.core.spans import Place, Span
from reader.text.quotations import FaultKind, parse_quotations
from reader.text.sentences import find_sentences
from reader.text.words import find_words

FRAGMENT = Rule(
    "fragments.lower_case",
    Family.CLEANUP,
    Unit.BLOCK,
    examples=(
        Example(
            "They held it since the early days of the war. to have.", "They held it since the early days of the war."
        ),
        Example("She left the house. of it.", "She left the house."),
        Example("They spoke of total defeat. take in Ukraine.", None),
        Example("The train was late again. on Monday morning. Nobody minded.", None),
        Example("The bell hung. over the water. He slept beside it.", None),
        Example("The army was “not ready.” ‘ for the winter.", None),
    ),
    fine=(
        "They spoke of total defeat. Nobody listened.",
        "“We are ready.” he said.",
        "It was made by Dr. van Houten.",
        "He works for the firm. iPhones are banned there.",
        "They came at 5 p.m. and left.",
        "He said no … and left.",
        "Is it far? asked the boy.",
        "She read vol. four and five.",
    ),
)

_MOST_WORDS = 8
_FUNCTION_WORDS = frozenset(
    "a an the to of in on at by for from with and or but so as if is are was were be been being have has had do does"
    " did it its this that these those he she they we i you not no up out off".split()
)
_ODD_START = re.compile(r"[a-z]+[A-Z]|(?:de|van|von|der|la|le|al|bin|di|da)\b|(?:https?|www)\b|[a-z]\.")


def find_fragments(block: Block, facts: Facts) -> Iterator[Finding]:
    """Fragments that begin in lower case behind a full stop, and sentences broken by a stray mark."""
    del facts
    text = block.text
    sentences = find_sentences(text)
    for before, span in pairwise(sentences):
        if _is_fragment(text, before, span):
            yield _make_finding(block, before, span)
    for fault in parse_quotations(text).faults:
        if fault.kind is FaultKind.STRAY:
            broken = _find_broken(text, fault.at, sentences)
            if broken is not None:
                yield _make_broken(block, fault.at, broken)


def _is_fragment(text: str, before: Span, span: Span) -> bool:
    if not text[span.start].islower() or _ODD_START.match(text, span.start):
        return False
    if text[before.end - 1] != "." or text[before.end - 2 : before.end] in ("..", ".."):
        return False
    words = list(find_words(text, span.start, span.end))
    return 0 < len(words) <= _MOST_WORDS and text[span.end - 1] in ".!?”’"


def _make_finding(block: Block, before: Span, span: Span) -> Finding:
    quote = block.text[span.start : span.end]
    words = [word.folded for word in find_words(quote)]
    only_function = all(word in _FUNCTION_WORDS for word in words)
    remove = Fix(
        Message.of("fragments.remove"),
        (cut_passage(block, span),),
        Safety.REVIEW if only_function else Safety.SHOW,
        Message.of("fragments.remove.effect", words=quote),
        slot=1 if only_function else 3,
    )
    join = Fix(
        Message.of("fragments.join"),
        (replace_text(block, before.end - 1, span.start, " "),),
        Safety.SHOW,
        Message.of("fragments.join.effect", before=_last_words(block.text[: before.end - 1]), after=quote),
        slot=2,
    )
    fixes = (remove, join) if only_function else (join, remove)
    message = Message.of("fragments.lower_case", quote=quote)
    score = 0.95 if only_function else 0.85
    return Finding(FRAGMENT.id, Place(block.id, span), quote, message, Severity.WARNING, fixes=fixes, score=score)


def _last_words(text: str, count: int = 3) -> str:
    return " ".join(text.split()[-count:])


def _find_broken(text: str, at: int, sentences: tuple[Span, ...]) -> Span | None:
    """From a stray mark behind a full stop to the end of the sentence that goes on in lower case behind it."""
    left = text[:at].rstrip()
    right = text[at + 1 :].lstrip()
    if not left or left[-1] not in "”’.!?" or not right or not right[0].islower():
        return None
    if not any(stop in left[-2:] for stop in ".!?"):
        return None
    end = next((span.end for span in sentences if span.start <= at < span.end), len(text.rstrip()))
    return Span(at, end)


def _make_broken(block: Block, at: int, span: Span) -> Finding:
    mark = block.text[at]
    quote = block.text[span.start : span.end]
    start, end = with_doubled_blank(block.text, at, at + 1)
    join = Fix(
        Message.of("fragments.join"),
        (replace_text(block, start, end, ""),),
        Safety.SHOW,
        Message.of("fragments.broken.effect", mark=mark),
        slot=2,
    )
    remove = Fix(
        Message.of("fragments.remove"),
        (cut_passage(block, span),),
        Safety.SHOW,
        Message.of("fragments.remove.effect", words=quote),
        slot=3,
    )
    message = Message.of("fragments.broken", mark=mark)
    return Finding(
        FRAGMENT.id, Place(block.id, span), quote, message, Severity.WARNING, fixes=(join, remove), score=0.8
    )


FRAGMENT_CHECK = BlockCheck(FRAGMENT, find_fragments)
