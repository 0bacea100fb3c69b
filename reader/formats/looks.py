"""A block's text in pieces of one look, for writers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.core.article import Mark, MarkKind


def look_pieces(
    text: str, marks: Sequence[Mark], start: int, end: int
) -> Iterator[tuple[str, frozenset[MarkKind], str]]:
    """The text between two offsets in pieces of one look: text, kinds of mark, address of the link (or empty)."""
    cuts = {start, end}
    for mark in marks:
        cuts.update(at for at in (mark.span.start, mark.span.end) if start < at < end)
    for low, high in pairwise(sorted(cuts)):
        here = [mark for mark in marks if mark.span.start <= low and high <= mark.span.end]
        link = next((mark.value for mark in here if mark.kind is MarkKind.LINK), "")
        yield text[low:high], frozenset(mark.kind for mark in here), link
