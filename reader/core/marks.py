"""Marks as a function of characters: sorted, without empty or adjoining equal marks.

In this form cutting a text in two and joining the halves again gives the same marks, which is what keeps
splits and merges closed under inverse.
"""

from __future__ import annotations

from collections.abc import Iterable

from reader.core.article import Mark, MarkKind
from reader.core.spans import Span


def normal_marks(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """The same marks sorted, with empty ones left out and adjoining or overlapping equal ones joined."""
    by_look: dict[tuple[MarkKind, str], list[Span]] = {}
    for mark in sorted(marks):
        if not len(mark.span):
            continue
        spans = by_look.setdefault((mark.kind, mark.value), [])
        if spans and spans[-1].end >= mark.span.start:
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, mark.span.end))
        else:
            spans.append(mark.span)
    return tuple(sorted(Mark(span, kind, value) for (kind, value), spans in by_look.items() for span in spans))


def cut_marks(marks: Iterable[Mark], start: int, end: int) -> tuple[Mark, ...]:
    """The marks of the text between two offsets, counted from `start`."""
    kept = []
    for mark in marks:
        low, high = max(mark.span.start, start), min(mark.span.end, end)
        if low < high:
            kept.append(Mark(Span(low - start, high - start), mark.kind, mark.value))
    return normal_marks(kept)


def joined_marks(head: Iterable[Mark], tail: Iterable[Mark], at: int) -> tuple[Mark, ...]:
    """The marks of two texts put together, the second starting at offset `at`."""
    moved = [Mark(mark.span.shifted(at), mark.kind, mark.value) for mark in tail]
    return normal_marks([*head, *moved])


def marks_after_replacement(marks: tuple[Mark, ...], span: Span, length: int) -> tuple[Mark, ...]:
    """The marks once `span` has been replaced by `length` code points.

    New text takes the marks that covered all of what it replaces; where it replaces nothing, those that cover
    the characters on both sides.
    """
    shift = length - len(span)
    kept: list[Mark] = []
    for mark in marks:
        start, end = mark.span.start, mark.span.end
        covers = start <= span.start and span.end <= end and (len(span) > 0 or start < span.start < end)
        if covers:
            kept.append(Mark(Span(start, end + shift), mark.kind, mark.value))
            continue
        if start < span.start:
            kept.append(Mark(Span(start, min(end, span.start)), mark.kind, mark.value))
        if end > span.end:
            low = max(start, span.end) + shift
            kept.append(Mark(Span(low, end + shift), mark.kind, mark.value))
    return normal_marks(kept)
