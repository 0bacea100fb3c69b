"""Taking a step back out of order: the article that the log gives without it.

Later steps are replayed with their places carried by their characters: every code point of the two timelines (with
and without the step) has an identity, and a later change is put where its own characters stand. Where a later step
touched what the withdrawn one wrote, nothing is done and that step is named.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from reader.core.applying import apply_changes
from reader.core.article import Article, Block
from reader.core.changes import (
    END,
    START,
    Change,
    ChangeRefused,
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


class StepTouched(Exception):
    """A later step rests on what the withdrawn one wrote; `index` counts the later steps from 0."""

    def __init__(self, index: int) -> None:
        super().__init__(f"step {index} touched it")
        self.index = index


class _Touched(Exception):
    """One change rests on what was written by the withdrawn step."""


@dataclass(slots=True)
class _Timeline:
    """An article and the identity of each of its code points."""

    article: Article
    ids: dict[int, list[int]] = field(default_factory=dict)

    @classmethod
    def start(cls, article: Article, fresh: Iterator[int]) -> _Timeline:
        return cls(article, {block.id: list(itertools.islice(fresh, len(block.text))) for block in article.blocks})

    def copy(self) -> _Timeline:
        return _Timeline(self.article, dict(self.ids))

    def advance(self, change: Change, written: Sequence[int]) -> None:
        """Apply a change; new code points take their identities from `written`."""
        self.article = apply_changes(self.article, (change,)).article
        match change:
            case ReplaceText():
                ids = self.ids[change.place.block]
                self.ids[change.place.block] = [*ids[: change.span.start], *written, *ids[change.span.end :]]
            case SplitBlock():
                ids = self.ids[change.block]
                head, tail = ids[: change.at], ids[change.at :]
                mine, other = (tail, head) if change.fresh_first else (head, tail)
                self.ids[change.block], self.ids[change.fresh.id] = mine, other
            case MergeBlocks():
                kept, absorbed = self.ids[change.kept], self.ids.pop(change.absorbed.id)
                self.ids[change.kept] = absorbed + kept if change.absorbed_first else kept + absorbed
            case InsertBlock():
                self.ids[change.block.id] = list(written)
            case RemoveBlock():
                self.ids.pop(change.block.id)
            case MoveBlock() | SetRole() | SetMarks() | SetMeta():
                pass


def _written_length(change: Change) -> int:
    match change:
        case ReplaceText():
            return len(change.new)
        case InsertBlock():
            return len(change.block.text)
        case _:
            return 0


def replay_without(before: Article, step: Sequence[Change], later: Sequence[Sequence[Change]]) -> Article:
    """The article after the later steps, had `step` never been taken on `before`.

    `StepTouched` where a later step rests on what it wrote.
    """
    fresh = itertools.count()
    with_step = _Timeline.start(before, fresh)
    without = with_step.copy()
    written: set[int] = set()
    for change in step:
        new = list(itertools.islice(fresh, _written_length(change)))
        written.update(new)
        with_step.advance(change, new)
    carrier = _Carrier(with_step, without, written)
    for index, changes in enumerate(later):
        for change in changes:
            new = list(itertools.islice(fresh, _written_length(change)))
            try:
                carried = carrier.carry(change)
                if carried is not None:
                    without.advance(carried, new)
            except (_Touched, ChangeRefused, KeyError) as error:
                raise StepTouched(index) from error
            with_step.advance(change, new)
    return without.article


@dataclass(slots=True)
class _Carrier:
    """Finds for a change of the timeline with the step the same change in the one without it."""

    old: _Timeline
    new: _Timeline
    written: set[int]

    def carry(self, change: Change) -> Change | None:
        match change:
            case ReplaceText():
                return self._carry_replacement(change)
            case SplitBlock():
                return self._carry_split(change)
            case MergeBlocks():
                return self._carry_merge(change)
            case InsertBlock():
                return InsertBlock(change.block, self._anchor(change.after))
            case RemoveBlock():
                return self._carry_removal(change)
            case MoveBlock():
                self._require(change.block)
                return MoveBlock(change.block, self._anchor(change.after))
            case SetRole() | SetMarks() | SetMeta():
                return self._carry_setting(change)

    def _require(self, block: int) -> Block:
        if block not in self.new.article:
            raise _Touched
        return self.new.article.block(block)

    def _anchor(self, after: int) -> int:
        """The nearest earlier block of the old timeline that the new one has too."""
        if after in (START, END) or after in self.new.article:
            return after
        position = self.old.article.position(after)
        for block in reversed(self.old.article.blocks[:position]):
            if block.id in self.new.article:
                return block.id
        return START

    def _carry_replacement(self, change: ReplaceText) -> ReplaceText:
        block, at = self._find(change.place.block, change.span.start, change.span.end)
        span = Span(at, at + len(change.old))
        return ReplaceText(Place(block, span), change.old, change.new)

    def _find(self, block: int, start: int, end: int) -> tuple[int, int]:
        """Block and offset, in the new timeline, of the code points that stand between two offsets of the old one."""
        ids = self.old.ids[block]
        wanted = ids[start:end]
        if self.written.intersection(wanted):
            raise _Touched
        if wanted:
            home, at = self._locate(wanted[0])
            if self.new.ids[home][at : at + len(wanted)] != wanted:
                raise _Touched
            return home, at
        return self._find_gap(block, ids, start)

    def _find_gap(self, block: int, ids: list[int], at: int) -> tuple[int, int]:
        left = ids[at - 1] if at else None
        right = ids[at] if at < len(ids) else None
        if left in self.written and right in self.written:
            raise _Touched
        if left is not None and left not in self.written:
            home, found = self._locate(left)
            return home, found + 1
        if right is not None and right not in self.written:
            return self._locate(right)
        if left is None and right is None and not self.new.ids[self._require(block).id]:
            return block, 0
        raise _Touched

    def _locate(self, ident: int) -> tuple[int, int]:
        for block, ids in self.new.ids.items():
            if ident in ids:
                return block, ids.index(ident)
        raise _Touched

    def _carry_split(self, change: SplitBlock) -> SplitBlock:
        home, at = self._find(change.block, change.at, change.at)
        block = self._require(home)
        if home != change.block:
            raise _Touched
        low, high = (0, at) if change.fresh_first else (at, len(block.text))
        marks = cut_marks(block.marks, low, high)
        return SplitBlock(home, at, replace(change.fresh, text=block.text[low:high], marks=marks), change.fresh_first)

    def _carry_merge(self, change: MergeBlocks) -> MergeBlocks:
        kept, absorbed = self._require(change.kept), self._require(change.absorbed.id)
        first = absorbed if change.absorbed_first else kept
        return MergeBlocks(change.kept, absorbed, len(first.text), change.absorbed_first)

    def _carry_removal(self, change: RemoveBlock) -> RemoveBlock:
        block = self._require(change.block.id)
        if self.new.ids[block.id] != self.old.ids[block.id] or block.role is not change.block.role:
            raise _Touched
        return RemoveBlock(block)

    def _carry_setting(self, change: SetRole | SetMarks | SetMeta) -> Change:
        if isinstance(change, SetMarks):
            self._require(change.block)
            if self.new.ids[change.block] != self.old.ids[change.block]:
                raise _Touched
        return change
