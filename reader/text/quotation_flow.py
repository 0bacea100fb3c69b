"""Quotations over several paragraphs: which of those left open go on in the next one, and which are never closed.

An opening mark in each paragraph and a closing one in the last alone is how long speech is set, and no fault.
Works on the texts of paragraphs that follow one another; offsets are code points of each. Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.text.line_classes import classify_debris
from reader.text.quotation_marks import DOUBLE, Reading
from reader.text.quotations import FaultKind, parse_quotations

_MOST_BETWEEN = 2
"""Fallen captions or lines of debris that may stand in the middle of a quotation."""
_MOST_WITHOUT = 8
"""Paragraphs without a mark that a quotation may run through before its closing mark is looked for in vain."""
_ENDS = frozenset(".!?…:;,”’\"')")


@dataclass(frozen=True, slots=True)
class LooseEnd:
    """An opener (text `index`, offset `at`) without its closer.

    `closed_in` is the later text in which a closer stands alone that can only be its own, -1 where there is none. Then
    the paragraphs after `index`, up to that one, lack their opening marks; `left_behind` where the opener is the last
    thing in its own paragraph and belongs to the next one.
    """

    index: int
    at: int
    closed_in: int = -1
    left_behind: bool = False


@dataclass(frozen=True, slots=True)
class Flow:
    """The loose ends of some texts, and the marks (text, offset) that belong to a quotation of another paragraph."""

    loose: tuple[LooseEnd, ...] = ()
    continued: frozenset[tuple[int, int]] = frozenset()


def follow_quotations(texts: Sequence[str]) -> Flow:
    """The loose ends of paragraphs that follow one another."""
    loose: list[LooseEnd] = []
    continued: set[tuple[int, int]] = set()
    for index, text in enumerate(texts):
        parsed = parse_quotations(text)
        loose.extend(LooseEnd(index, fault.at) for fault in parsed.wrong(FaultKind.UNCLOSED))
        behind = _find_left_behind(text)
        closer = _find_lone_closer(texts, index, text[behind]) if behind >= 0 else None
        if closer is not None:
            continued.update(((index, behind), closer))
            loose.append(LooseEnd(index, behind, closer[0], left_behind=True))
            continue
        if not parsed.still_open:
            continue
        opener = parsed.still_open[0]
        if _goes_on(texts, index, text[opener]):
            continue
        closer = _find_lone_closer(texts, index, text[opener])
        if closer is not None:
            continued.add(closer)
        loose.append(LooseEnd(index, opener, closer[0] if closer else -1))
    return Flow(tuple(sorted(loose, key=lambda end: (end.index, end.at))), frozenset(continued))


def _find_left_behind(text: str) -> int:
    """The offset of an opening mark that stands alone at the end of a paragraph, -1 where there is none."""
    at = len(text.rstrip()) - 1
    if at < 1 or text[at] not in "“‘\"'" or not text[at - 1].isspace():
        return -1
    return at if (at, Reading.STRAY) in parse_quotations(text).readings[-1:] else -1


def _goes_on(texts: Sequence[str], index: int, opener: str) -> bool:
    """Whether the next paragraph begins with an opening mark of this kind; captions and debris between do not count."""
    for between, text in enumerate(texts[index + 1 : index + 2 + _MOST_BETWEEN]):
        start = len(text) - len(text.lstrip())
        if start < len(text) and _opens(text, start, opener):
            return True
        if between == _MOST_BETWEEN or not _interrupts(text):
            return False
    return False


def _opens(text: str, start: int, opener: str) -> bool:
    same_kind = (text[start] in DOUBLE) is (opener in DOUBLE)
    return same_kind and (start, Reading.OPENER) in parse_quotations(text).readings[:1]


def _interrupts(text: str) -> bool:
    """Whether a paragraph is no part of running text: a caption without a stop, a heading, a line of debris."""
    stripped = text.rstrip()
    return not stripped or stripped[-1] not in _ENDS or classify_debris(text) is not None


def _find_lone_closer(texts: Sequence[str], index: int, opener: str) -> tuple[int, int] | None:
    """Where a quotation without opening marks in its later paragraphs ends: text and offset."""
    for later in range(index + 1, min(len(texts), index + 1 + _MOST_WITHOUT)):
        for at, reading in parse_quotations(texts[later]).readings:
            if (texts[later][at] in DOUBLE) is not (opener in DOUBLE):
                continue
            if reading is Reading.STRAY and _may_close(texts[later], at):
                return later, at
            if reading in (Reading.OPENER, Reading.CLOSER, Reading.STRAY):
                return None
    return None


def _may_close(text: str, at: int) -> bool:
    return at > 0 and not text[at - 1].isspace() and text[at] in "”’\"'»"
