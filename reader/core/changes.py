"""Changes of an article, closed under inverse, and how places are carried through them.

Every change names the old value that it replaces and is refused (`ChangeRefused`) where that is not there; none
crosses a container. `applying` gives the new article, the changes that undo it, and the mapping that
carries places. Offsets are code points inside a block.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from reader.core.article import Block, Mark, Meta, Role
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
    _by_block: dict[int, list[int]] = field(default_factory=dict, compare=False, repr=False)

    def place(self, place: Place) -> Place | None:
        """Where the text of a place stands now; None where it is gone or was rewritten in part."""
        by_block = self._index()
        here: Place | None = place
        n = -1
        while here is not None:
            numbers = by_block.get(here.block, ())
            following = bisect_right(numbers, n)
            if following == len(numbers):
                return here
            n = numbers[following]
            here = self.changes[n].carry(here)
        return None

    def _index(self) -> dict[int, list[int]]:
        """The numbers of the changes that can move places of a block, by the block: a place asks only those."""
        if not self._by_block and self.changes:
            for n, change in enumerate(self.changes):
                if isinstance(change, ReplaceText | SplitBlock | MergeBlocks | RemoveBlock):
                    for block in blocks_of(change):
                        self._by_block.setdefault(block, []).append(n)
        return self._by_block

    def places(self, places: Iterable[Place]) -> tuple[Place, ...]:
        """All places that are still there, in the same order."""
        return tuple(now for place in places if (now := self.place(place)) is not None)

    def touched_blocks(self) -> frozenset[int]:
        """The ids of all blocks whose text, role, marks or existence the changes concern."""
        ids: set[int] = set()
        for change in self.changes:
            ids.update(blocks_of(change))
        return frozenset(ids)


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
