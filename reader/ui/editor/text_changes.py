"""What happened in the widget as changes of the article: pure, in code points.

The widget says which blocks it touched; their texts before and after, and where the edit began, give a replacement, and
splits and merges with the ids that the article's own rules give.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from reader.core.applying import apply_changes
from reader.core.article import Article, Block
from reader.core.changes import Change, RemoveBlock, ReplaceText
from reader.core.editing import merge_blocks, replace_text, split_block


def find_text_changes(
    article: Article, first: int, old: Sequence[Block], new: Sequence[str], start: int, take_id: Callable[[], int]
) -> tuple[Change, ...]:
    """The changes that turn the blocks `old`, which begin at position `first`, into the texts `new`.

    `start` is the offset in the first of them at which the edit began at the earliest.
    """
    before, after = "\n".join(block.text for block in old), "\n".join(new)
    if before == after:
        return ()
    low, high, inserted = _differing_middle(before, after, start)
    work = _Work(article, take_id)
    n, at = _locate(old, low)
    m, end = _locate(old, high)
    work.delete(first + n, at, first + m, end)
    work.insert(first + n, at, inserted)
    return tuple(work.changes)


def _differing_middle(before: str, after: str, start: int) -> tuple[int, int, str]:
    """Where the old text is replaced, and by what; where that could as well be further left, not before `start`."""
    shortest = min(len(before), len(after))
    head = next((n for n in range(shortest) if before[n] != after[n]), shortest)
    rest = shortest - head
    tail = next((n for n in range(rest) if before[-1 - n] != after[-1 - n]), rest)
    high = len(before) - tail
    inserted = after[head : len(after) - tail]
    if head == high:  # an insertion: of equal characters, which is the new one?
        while head > start and inserted and inserted[-1] == before[head - 1]:
            inserted = before[head - 1] + inserted[:-1]
            head = high = head - 1
    elif not inserted:
        while head > start and before[high - 1] == before[head - 1]:
            head, high = head - 1, high - 1
    return head, high, inserted


def _locate(blocks: Sequence[Block], offset: int) -> tuple[int, int]:
    """Which block, and where in it, an offset into the joined text is."""
    for n, block in enumerate(blocks):
        if offset <= len(block.text):
            return n, offset
        offset -= len(block.text) + 1
    raise IndexError("the offset lies behind the text")


class _Work:
    """The article while the changes are found one after the other."""

    def __init__(self, article: Article, take_id: Callable[[], int]) -> None:
        self.article = article
        self.changes: list[Change] = []
        self._take_id = take_id

    def _do(self, change: Change) -> None:
        self.article = apply_changes(self.article, (change,)).article
        self.changes.append(change)

    def delete(self, n: int, at: int, m: int, end: int) -> None:
        """Delete from an offset in block `n` to one in block `m`."""
        if n == m:
            if at < end:
                self._do(replace_text(self.article.blocks[n], at, end, ""))
            return
        for _ in range(m - n - 1):
            self._do(RemoveBlock(self.article.blocks[n + 1]))
        head, tail = self.article.blocks[n], self.article.blocks[n + 1]
        if at < len(head.text):
            self._do(replace_text(head, at, len(head.text), ""))
        if end > 0:
            self._do(replace_text(tail, 0, end, ""))
        self._do(merge_blocks(self.article.blocks[n], self.article.blocks[n + 1]))

    def insert(self, n: int, at: int, text: str) -> None:
        """Insert text, whose line feeds part blocks, at an offset of block `n`."""
        pieces = text.split("\n")
        for k, piece in enumerate(pieces):
            if piece:
                self._insert_piece(n, at, piece)
                at += len(piece)
            if k < len(pieces) - 1:
                self._do(split_block(self.article.blocks[n], at, self._take_id()))
                n, at = n + 1, 0

    def _insert_piece(self, n: int, at: int, text: str) -> None:
        """Insert text; with what was just deleted at the same place it is one replacement: typing over a selection."""
        block = self.article.blocks[n]
        last = self.changes[-1] if self.changes else None
        if isinstance(last, ReplaceText) and not last.new and last.place.block == block.id and last.span.start == at:
            self.changes[-1] = replace(last, new=text)
            self.article = apply_changes(self.article, (replace_text(block, at, at, text),)).article
        else:
            self._do(replace_text(block, at, at, text))
