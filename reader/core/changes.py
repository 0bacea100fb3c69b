"""Changes of an article, closed under inverse, and how places are carried through them.

Every change names the old value that it replaces and is refused (`ChangeRefused`) where that is not there; none
crosses a container. `apply_changes` gives the new article, the changes that undo it, and the mapping that
carries places. Offsets are code points inside a block.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from reader.core.article import Article, Block, ContainerKind, Mark, Meta, Role
from reader.core.marks import cut_marks, joined_marks, marks_after_replacement
from reader.core.spans import Place, Span

START = 0
"""Anchor of `InsertBlock` and `MoveBlock`: before the first block (ids start at 1)."""
END = -1
"""Anchor of `InsertBlock` and `MoveBlock`: after the last block."""


class ChangeRefused(ValueError):
    """A change that does not fit the article; `reason` is a short key such as "text differs"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class ReplaceText:
    """Put `new` in the place of `old`; the place always has a span."""

    place: Place
    old: str
    new: str

    @property
    def span(self) -> Span:
        """The span that is replaced."""
        if self.place.span is None:
            raise ChangeRefused("a replacement needs a span")
        return self.place.span

    def carry(self, place: Place) -> Place | None:
        """The place after this change; None where what stood there is gone or was rewritten in part."""
        if place.block != self.place.block or place.span is None:
            return place
        mine, here = self.span, place.span
        shift = len(self.new) - len(self.old)
        if here.end <= mine.start and here != mine:
            return place
        if here.start >= mine.end and here != mine:
            return Place(place.block, here.shifted(shift))
        if here.contains(mine):
            end = here.end + shift
            return Place(place.block, Span(here.start, end)) if end > here.start else None
        return None


@dataclass(frozen=True, slots=True)
class SplitBlock:
    """Cut a block in two at an offset; `fresh` is the new block, before or after the one that keeps its id.

    The id stays with the part that holds the text: Enter at offset 0 makes the new empty block the new one.
    """

    block: int
    at: int
    fresh: Block
    fresh_first: bool = False

    def carry(self, place: Place) -> Place | None:
        """The place after the split; None for a place that the cut goes through."""
        if place.block != self.block or place.span is None:
            return place
        head_id, tail_id = (self.fresh.id, self.block) if self.fresh_first else (self.block, self.fresh.id)
        if place.span.end <= self.at and not (place.span.start == self.at and len(place.span) == 0):
            return Place(head_id, place.span)
        if place.span.start >= self.at:
            return Place(tail_id, place.span.shifted(-self.at))
        return None


@dataclass(frozen=True, slots=True)
class MergeBlocks:
    """Join two neighbours; `kept` keeps its id, `absorbed` goes (and stood first where `absorbed_first`)."""

    kept: int
    absorbed: Block
    at: int
    absorbed_first: bool = False

    def carry(self, place: Place) -> Place | None:
        """The place after the merge; None for the absorbed block as a whole."""
        moved = self.kept if self.absorbed_first else self.absorbed.id
        if place.block not in (self.kept, self.absorbed.id):
            return place
        if place.span is None:
            return place if place.block == self.kept else None
        return Place(self.kept, place.span.shifted(self.at) if place.block == moved else place.span)


@dataclass(frozen=True, slots=True)
class InsertBlock:
    """Put a new block after another one (or at `START`, `END`)."""

    block: Block
    after: int

    def carry(self, place: Place) -> Place | None:
        """The place itself: a new block moves no other."""
        return place


@dataclass(frozen=True, slots=True)
class RemoveBlock:
    """Take a block out; refused for the last block of an article or of a cell or note."""

    block: Block

    def carry(self, place: Place) -> Place | None:
        """The place, None where it stood in the removed block."""
        return None if place.block == self.block.id else place


@dataclass(frozen=True, slots=True)
class MoveBlock:
    """Put a block behind another one (or at `START`, `END`)."""

    block: int
    after: int

    def carry(self, place: Place) -> Place | None:
        """The place itself: places are relative to their block."""
        return place


@dataclass(frozen=True, slots=True)
class SetRole:
    """Give a block another role and level."""

    block: int
    old: Role
    new: Role
    old_level: int = 0
    new_level: int = 0

    def carry(self, place: Place) -> Place | None:
        """The place itself."""
        return place


@dataclass(frozen=True, slots=True)
class SetMarks:
    """Give a block other marks."""

    block: int
    old: tuple[Mark, ...]
    new: tuple[Mark, ...]

    def carry(self, place: Place) -> Place | None:
        """The place itself."""
        return place


@dataclass(frozen=True, slots=True)
class SetMeta:
    """Give the article other metadata."""

    old: Meta
    new: Meta

    def carry(self, place: Place) -> Place | None:
        """The place itself."""
        return place


Change: TypeAlias = (
    ReplaceText | SplitBlock | MergeBlocks | InsertBlock | RemoveBlock | MoveBlock | SetRole | SetMarks | SetMeta
)


@dataclass(frozen=True, slots=True)
class Mapping:
    """Carries places of the article before the changes into the article after them."""

    changes: tuple[Change, ...] = ()

    def place(self, place: Place) -> Place | None:
        """Where the text of a place stands now; None where it is gone or was rewritten in part."""
        here: Place | None = place
        for change in self.changes:
            if here is None:
                return None
            here = change.carry(here)
        return here

    def places(self, places: Iterable[Place]) -> tuple[Place, ...]:
        """All places that are still there, in the same order."""
        return tuple(now for place in places if (now := self.place(place)) is not None)

    def touched_blocks(self) -> frozenset[int]:
        """The ids of all blocks whose text, role, marks or existence the changes concern."""
        ids: set[int] = set()
        for change in self.changes:
            ids.update(blocks_of(change))
        return frozenset(ids)


@dataclass(frozen=True, slots=True)
class Applied:
    """The article after some changes, the changes that undo them, and how places are carried."""

    article: Article
    inverse: tuple[Change, ...]
    mapping: Mapping


def blocks_of(change: Change) -> tuple[int, ...]:
    """The ids of the blocks that a change names as its own (anchors not counted)."""
    match change:
        case ReplaceText():
            return (change.place.block,)
        case SplitBlock():
            return (change.block, change.fresh.id)
        case MergeBlocks():
            return (change.kept, change.absorbed.id)
        case InsertBlock() | RemoveBlock():
            return (change.block.id,)
        case MoveBlock() | SetRole() | SetMarks():
            return (change.block,)
        case SetMeta():
            return ()


def apply_changes(article: Article, changes: Sequence[Change]) -> Applied:
    """The article after the changes, one after the other; `ChangeRefused` where one does not fit (nothing is done)."""
    inverse: list[Change] = []
    for change in changes:
        article, undo = _apply(article, change)
        inverse[:0] = undo
    return Applied(article, tuple(inverse), Mapping(tuple(changes)))


def _apply(article: Article, change: Change) -> tuple[Article, tuple[Change, ...]]:
    try:
        match change:
            case ReplaceText():
                return _replace_text(article, change)
            case SplitBlock():
                return _split(article, change)
            case MergeBlocks():
                return _merge(article, change)
            case InsertBlock():
                return _insert(article, change)
            case RemoveBlock():
                return _remove(article, change)
            case MoveBlock():
                return _move(article, change)
            case SetRole() | SetMarks():
                return _set_block(article, change)
            case SetMeta():
                return _set_meta(article, change)
    except KeyError as error:
        raise ChangeRefused("no such block") from error


def _replace_text(article: Article, change: ReplaceText) -> tuple[Article, tuple[Change, ...]]:
    block, span = article.block(change.place.block), change.span
    if not block.editable:
        raise ChangeRefused("not editable")
    if span.end > len(block.text) or block.text[span.start : span.end] != change.old or len(span) != len(change.old):
        raise ChangeRefused("text differs")
    text = block.text[: span.start] + change.new + block.text[span.end :]
    marks = marks_after_replacement(block.marks, span, len(change.new)) if block.marks else ()
    changed = replace(block, text=text, marks=marks)
    back = ReplaceText(Place(block.id, Span(span.start, span.start + len(change.new))), change.new, change.old)
    undo: tuple[Change, ...] = (back,)
    if block.marks:
        restored = marks_after_replacement(marks, back.span, len(change.old))
        if restored != block.marks:
            undo = (back, SetMarks(block.id, restored, block.marks))
    return article.with_block(changed), undo


def _split(article: Article, change: SplitBlock) -> tuple[Article, tuple[Change, ...]]:
    block, fresh = article.block(change.block), change.fresh
    if not block.editable:
        raise ChangeRefused("not editable")
    if not 0 <= change.at <= len(block.text) or fresh.id in article:
        raise ChangeRefused("text differs")
    if fresh.container != block.container:
        raise ChangeRefused("crosses a container")
    head, tail = (0, change.at), (change.at, len(block.text))
    mine, other = (tail, head) if change.fresh_first else (head, tail)
    if fresh.text != block.text[slice(*other)] or fresh.marks != cut_marks(block.marks, *other):
        raise ChangeRefused("text differs")
    kept = replace(block, text=block.text[slice(*mine)], marks=cut_marks(block.marks, *mine))
    n = article.position(block.id)
    pair = (fresh, kept) if change.fresh_first else (kept, fresh)
    result = article.with_blocks((*article.blocks[:n], *pair, *article.blocks[n + 1 :]))
    return result, (MergeBlocks(block.id, fresh, change.at, change.fresh_first),)


def _merge(article: Article, change: MergeBlocks) -> tuple[Article, tuple[Change, ...]]:
    kept, absorbed = article.block(change.kept), article.block(change.absorbed.id)
    first, second = (absorbed, kept) if change.absorbed_first else (kept, absorbed)
    if absorbed != change.absorbed or change.at != len(first.text):
        raise ChangeRefused("text differs")
    n = article.position(first.id)
    if n + 1 != article.position(second.id):
        raise ChangeRefused("not neighbours")
    if kept.container != absorbed.container:
        raise ChangeRefused("crosses a container")
    if not (kept.editable and absorbed.editable):
        raise ChangeRefused("not editable")
    marks = joined_marks(first.marks, second.marks, change.at)
    joined = replace(kept, text=first.text + second.text, marks=marks)
    result = article.with_blocks((*article.blocks[:n], joined, *article.blocks[n + 2 :]))
    return result, (SplitBlock(kept.id, change.at, absorbed, change.absorbed_first),)


def _insert(article: Article, change: InsertBlock) -> tuple[Article, tuple[Change, ...]]:
    if change.block.id in article:
        raise ChangeRefused("block is there already")
    n = _index_after(article, change.after)
    _check_fits(article.blocks, n, change.block)
    result = article.with_blocks((*article.blocks[:n], change.block, *article.blocks[n:]))
    return result, (RemoveBlock(change.block),)


def _remove(article: Article, change: RemoveBlock) -> tuple[Article, tuple[Change, ...]]:
    block = article.block(change.block.id)
    if block != change.block:
        raise ChangeRefused("text differs")
    if len(article.blocks) == 1:
        raise ChangeRefused("last block")
    same = [other for other in article.blocks if other.container == block.container]
    if block.container.kind is not ContainerKind.STORY and len(same) == 1:
        raise ChangeRefused("crosses a container")
    n = article.position(block.id)
    result = article.with_blocks((*article.blocks[:n], *article.blocks[n + 1 :]))
    return result, (InsertBlock(block, anchor_before(article, block.id)),)


def _move(article: Article, change: MoveBlock) -> tuple[Article, tuple[Change, ...]]:
    block = article.block(change.block)
    if change.after == block.id:
        raise ChangeRefused("a block cannot follow itself")
    n = article.position(block.id)
    rest = (*article.blocks[:n], *article.blocks[n + 1 :])
    at = _index_after(article.with_blocks(rest), change.after) if rest else 0
    _check_fits(rest, at, block)
    back = MoveBlock(block.id, anchor_before(article, block.id))
    return article.with_blocks((*rest[:at], block, *rest[at:])), (back,)


def _set_block(article: Article, change: SetRole | SetMarks) -> tuple[Article, tuple[Change, ...]]:
    block = article.block(change.block)
    if isinstance(change, SetRole):
        if (block.role, block.level) != (change.old, change.old_level):
            raise ChangeRefused("role differs")
        back = SetRole(block.id, change.new, change.old, change.new_level, change.old_level)
        return article.with_block(replace(block, role=change.new, level=change.new_level)), (back,)
    if block.marks != change.old:
        raise ChangeRefused("marks differ")
    return article.with_block(replace(block, marks=change.new)), (SetMarks(block.id, change.new, change.old),)


def _set_meta(article: Article, change: SetMeta) -> tuple[Article, tuple[Change, ...]]:
    if article.meta != change.old:
        raise ChangeRefused("metadata differs")
    return article.with_meta(change.new), (SetMeta(change.new, change.old),)


def anchor_before(article: Article, block_id: int) -> int:
    """The anchor that puts a block where this one stands: the id of its predecessor, or `START`."""
    n = article.position(block_id)
    return article.blocks[n - 1].id if n else START


def _index_after(article: Article, anchor: int) -> int:
    if anchor == START:
        return 0
    if anchor == END:
        return len(article.blocks)
    return article.position(anchor) + 1


def _check_fits(blocks: Sequence[Block], at: int, block: Block) -> None:
    """Refuse a block inside a foreign table or note, or a cell's or note's block away from its own."""
    before = blocks[at - 1].container if at else None
    behind = blocks[at].container if at < len(blocks) else None
    mine = block.container
    if mine.kind is ContainerKind.STORY:
        if before and behind and before.kind is not ContainerKind.STORY and before.group == behind.group:
            raise ChangeRefused("crosses a container")
    elif mine not in (before, behind):
        raise ChangeRefused("crosses a container")
