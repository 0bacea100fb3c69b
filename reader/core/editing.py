"""How the small acts of an editor become changes: text replaced, Enter, Backspace at a block's start, a cut."""

from __future__ import annotations

from dataclasses import replace

from reader.core.applying import anchor_before, apply_changes
from reader.core.article import Article, Block, Meta, Origin, Role
from reader.core.changes import (
    END,
    Change,
    InsertBlock,
    MergeBlocks,
    MoveBlock,
    RemoveBlock,
    ReplaceText,
    SetMarks,
    SetMeta,
    SetRole,
    SplitBlock,
)
from reader.core.marks import cut_marks
from reader.core.spans import Place, Span


def replace_text(block: Block, start: int, end: int, new: str) -> ReplaceText:
    """The change that puts `new` between two offsets of a block."""
    return ReplaceText(Place(block.id, Span(start, end)), block.text[start:end], new)


def replace_middle(block: Block, text: str) -> ReplaceText | None:
    """The smallest replacement that gives a block another text; None where it has that text."""
    old = block.text
    if old == text:
        return None
    shortest = min(len(old), len(text))
    head = next((n for n in range(shortest) if old[n] != text[n]), shortest)
    rest = shortest - head
    tail = next((n for n in range(rest) if old[-1 - n] != text[-1 - n]), rest)
    return replace_text(block, head, len(old) - tail, text[head : len(text) - tail])


def joined_typing(first: ReplaceText, second: ReplaceText) -> ReplaceText | None:
    """One replacement that does what two do one after the other; None where the second stands apart from the first."""
    if first.place.block != second.place.block:
        return None
    start = first.span.start
    end = start + len(first.new)
    low, high = second.span.start, second.span.end
    if not (start <= low and high <= end):
        return None
    new = first.new[: low - start] + second.new + first.new[high - start :]
    return ReplaceText(first.place, first.old, new)


def split_block(block: Block, at: int, fresh_id: int) -> SplitBlock:
    """The cut at an offset; the new block comes first where the cut is at offset 0 of a text."""
    first = at == 0 and bool(block.text)
    low, high = (0, at) if first else (at, len(block.text))
    marks = cut_marks(block.marks, low, high)
    fresh = replace(block, id=fresh_id, text=block.text[low:high], marks=marks, origin=Origin())
    return SplitBlock(block.id, at, fresh, first)


def merge_blocks(first: Block, second: Block) -> MergeBlocks:
    """The join of two neighbours, which keeps the id of the first one that has text."""
    if not first.text and second.text:
        return MergeBlocks(second.id, first, 0, absorbed_first=True)
    return MergeBlocks(first.id, second, len(first.text))


def keep_as_caption(block: Block) -> tuple[Change, ...]:
    """Take a block out of the flow: Caption role, at the end of the article."""
    role = () if block.role is Role.CAPTION else (SetRole(block.id, block.role, Role.CAPTION, block.level, 0),)
    return (*role, MoveBlock(block.id, END))


def cut_passage(block: Block, span: Span | None) -> Change:
    """Cut a whole block, or a sentence of it together with the blank that parted it from its neighbour."""
    if span is None or len(span) == len(block.text):
        return RemoveBlock(block)
    start, end = span.start, span.end
    if end < len(block.text) and block.text[end].isspace():
        while end < len(block.text) and block.text[end].isspace():
            end += 1
    else:
        while start > 0 and block.text[start - 1].isspace():
            start -= 1
    return replace_text(block, start, end, "")


def difference(old: Article, new: Article) -> tuple[Change, ...]:
    """Changes that turn one article into the other; blocks are the same where their ids are.

    Gone blocks are removed, missing ones inserted, moved ones moved, and of the rest only the differing middle
    of the text, the role, the marks and the metadata are set.
    """
    changes: list[Change] = []
    work = old

    def do(change: Change) -> None:
        nonlocal work
        work = apply_changes(work, (change,)).article
        changes.append(change)

    gone = [block for block in old.blocks if block.id not in new]
    spare = gone.pop() if len(gone) == len(old.blocks) else None
    for block in gone:
        do(RemoveBlock(block))
    for n, block in enumerate(new.blocks):
        anchor = new.blocks[n - 1].id if n else 0
        if block.id not in work:
            do(InsertBlock(block, anchor))
        elif anchor_before(work, block.id) != anchor:
            do(MoveBlock(block.id, anchor))
    if spare is not None:
        do(RemoveBlock(spare))
    for block in new.blocks:
        for change in _block_difference(work.block(block.id), block):
            do(change)
    if work.meta != new.meta:
        do(SetMeta(work.meta, new.meta))
    return tuple(changes)


def _block_difference(old: Block, new: Block) -> tuple[Change, ...]:
    if old == new:
        return ()
    changes: list[Change] = []
    replacement = replace_middle(old, new.text)
    marks = old.marks
    if replacement:
        changes.append(replacement)
        marks = apply_changes(Article((old,)), (replacement,)).article.blocks[0].marks
    if (old.role, old.level) != (new.role, new.level):
        changes.append(SetRole(old.id, old.role, new.role, old.level, new.level))
    if marks != new.marks:
        changes.append(SetMarks(old.id, marks, new.marks))
    return tuple(changes)


def set_title(article: Article, title: str) -> SetMeta:
    """The change that gives the article another title."""
    meta: Meta = article.meta
    return SetMeta(meta, replace(meta, title=title))
