"""Where blocks stand in the text that the command line's offsets index.

For plain text that is the decoded file exactly as stored (line ends included); for all other formats the blocks'
texts joined by two newlines.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from reader.core.article import Article, Block
from reader.core.spans import Place, Span

SEPARATOR = "\n\n"
LINE_BREAK = "\u2028"


@dataclass(frozen=True, slots=True)
class TextMap:
    """The text, and for each block its start and the extra code points of its stored line ends."""

    text: str
    _starts: dict[int, int]
    _breaks: dict[int, tuple[tuple[int, ...], tuple[int, ...]]]
    _order: tuple[int, ...]
    _ends: dict[int, int]

    @classmethod
    def of(cls, article: Article) -> TextMap:
        """The map of an article as it was opened."""
        stored = article.source.format == "txt"
        parts: list[str] = []
        starts: dict[int, int] = {}
        breaks: dict[int, tuple[tuple[int, ...], tuple[int, ...]]] = {}
        ends: dict[int, int] = {}
        at = 0
        for n, block in enumerate(article.blocks):
            if stored and block.origin.before:
                parts.append(block.origin.before)
                at += len(block.origin.before)
            text = _stored_text(block) if stored else block.text
            starts[block.id] = at
            breaks[block.id] = _extra(block) if stored else ((), ())
            ends[block.id] = at + len(text)
            after = block.origin.after if stored and block.origin.number else SEPARATOR
            if n == len(article.blocks) - 1 and not stored:
                after = ""
            parts += [text, after]
            at += len(text) + len(after)
        return cls("".join(parts), starts, breaks, tuple(block.id for block in article.blocks), ends)

    def offset(self, block: int, offset: int) -> int:
        """The offset in `text` of an offset in a block."""
        positions, extra = self._breaks[block]
        before = bisect_left(positions, offset)
        return self._starts[block] + offset + (extra[before - 1] if before else 0)

    def range_of(self, article: Article, place: Place) -> tuple[int, int]:
        """The offsets in `text` of a place in the article as it was opened."""
        span = place.span or Span(0, len(article.block(place.block).text))
        return self.offset(place.block, span.start), self.offset(place.block, span.end)

    def removal(self, block: int) -> tuple[int, int]:
        """The range to delete so that a block is gone with the blank lines behind it (before it, for the last)."""
        n = self._order.index(block)
        if n + 1 < len(self._order):
            return self._starts[block], self._starts[self._order[n + 1]]
        if n > 0:
            return self._ends[self._order[n - 1]], self._ends[block]
        return self._starts[block], self._ends[block]


def _stored_text(block: Block) -> str:
    """The block's text with its line breaks as stored."""
    ends = block.origin.line_ends
    pieces = block.text.split(LINE_BREAK)
    if len(pieces) - 1 != len(ends):
        return "\n".join(pieces)
    return "".join(piece + end for piece, end in zip(pieces, (*ends, ""), strict=True))


def _extra(block: Block) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Offsets behind each line break, and how many code points more the stored ends up to there take."""
    positions: list[int] = []
    extra: list[int] = []
    total = 0
    breaks = [n for n, char in enumerate(block.text) if char == LINE_BREAK]
    if len(breaks) != len(block.origin.line_ends):
        return (), ()
    for at, end in zip(breaks, block.origin.line_ends, strict=True):
        total += len(end) - 1
        positions.append(at)
        extra.append(total)
    return tuple(positions), tuple(extra)


def stored_text(article: Article) -> str:
    """The text of an article with stored line ends and blank lines where it still has them."""
    parts: list[str] = []
    for n, block in enumerate(article.blocks):
        last = n == len(article.blocks) - 1
        after = block.origin.after if block.origin.number else SEPARATOR
        if not last and not after:
            after = SEPARATOR
        parts += [block.origin.before, _stored_text(block), after]
    return "".join(parts)
