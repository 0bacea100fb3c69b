"""Applies changes to an article: each is refused where it does not fit, and gives the changes that undo it.

Blocks that are taken out or put in one after the other are done together: a cut of ten thousand copies costs what the
article costs, not its square.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import TypeAlias

from reader.core.article import Article, Block, Container, ContainerKind
from reader.core.changes import (
    END,
    START,
    Change,
    ChangeRefused,
    InsertBlock,
    Mapping,
    MergeBlocks,
    MoveBlock,
    RemoveBlock,
    ReplaceText,
    SetMarks,
    SetMeta,
    SetRole,
    SplitBlock,
)
from reader.core.marks import cut_marks, joined_marks, marks_after_replacement
from reader.core.spans import Place, Span

InBlock: TypeAlias = ReplaceText | SetRole | SetMarks
"""Changes that concern nothing but one block."""


@dataclass(frozen=True, slots=True)
class Applied:
    """The article after some changes, the changes that undo them, and how places are carried."""

    article: Article
    inverse: tuple[Change, ...]
    mapping: Mapping


def apply_changes(article: Article, changes: Sequence[Change]) -> Applied:
    """The article after the changes, one after the other; `ChangeRefused` where one does not fit (nothing is done)."""
    undone: list[tuple[Change, ...]] = []
    for run in _find_runs(changes):
        article, undo = _apply_run(article, run)
        undone.append(undo)
    inverse = tuple(change for undo in reversed(undone) for change in undo)
    return Applied(article, inverse, Mapping(tuple(changes)))


def _find_runs(changes: Sequence[Change]) -> Iterator[Sequence[Change]]:
    """The changes in order; blocks of the story that are taken out, or put in, one after the other are one run."""
    for kind, run in groupby(changes, key=_kind_of_run):
        if kind is None:
            yield from ((change,) for change in run)
        else:
            yield tuple(run)


def _kind_of_run(change: Change) -> str | None:
    match change:
        case ReplaceText() | SetRole() | SetMarks():
            return "inside a block"
        case MoveBlock():
            return "move"
        case RemoveBlock() | InsertBlock() if change.block.container.kind is ContainerKind.STORY:
            return "remove" if isinstance(change, RemoveBlock) else "insert"
        case _:
            return None


def _apply_run(article: Article, run: Sequence[Change]) -> tuple[Article, tuple[Change, ...]]:
    if len(run) == 1:
        return _apply(article, run[0])
    try:
        match run[0]:
            case RemoveBlock():
                return _remove_all(article, [change.block for change in run if isinstance(change, RemoveBlock)])
            case InsertBlock():
                return _insert_all(article, [change for change in run if isinstance(change, InsertBlock)])
            case MoveBlock():
                return _move_all(article, [change for change in run if isinstance(change, MoveBlock)])
            case _:
                return _change_all(article, [c for c in run if isinstance(c, ReplaceText | SetRole | SetMarks)])
    except KeyError as error:
        raise ChangeRefused("no such block") from error


def _change_all(article: Article, changes: Sequence[InBlock]) -> tuple[Article, tuple[Change, ...]]:
    fresh: dict[int, Block] = {}
    undone: list[tuple[Change, ...]] = []
    for change in changes:
        ident = change.place.block if isinstance(change, ReplaceText) else change.block
        fresh[ident], undo = _change_block(fresh.get(ident) or article.block(ident), change)
        undone.append(undo)
    changed = article.with_blocks(fresh.get(block.id, block) for block in article.blocks)
    return changed, tuple(change for undo in reversed(undone) for change in undo)


def _move_all(article: Article, moves: Sequence[MoveBlock]) -> tuple[Article, tuple[Change, ...]]:
    chain = _Chain(article)
    undo: list[Change] = []
    for move in moves:
        block = chain.known[move.block]
        if move.after == move.block:
            raise ChangeRefused("a block cannot follow itself")
        undo.append(MoveBlock(block.id, chain.take_out(block.id)))
        before = chain.preceding[END] if move.after == END else move.after
        _check_fits(chain.container_of(before), chain.container_of(chain.following[before]), block)
        chain.put_in(block, before)
    return article.with_blocks(chain.blocks()), tuple(reversed(undo))


def _remove_all(article: Article, blocks: Sequence[Block]) -> tuple[Article, tuple[Change, ...]]:
    chain = _Chain(article)
    undo: list[Change] = []
    for block in blocks:
        if article.block(block.id) != block:
            raise ChangeRefused("text differs")
        undo.append(InsertBlock(block, chain.take_out(block.id)))
        if chain.following[START] == END:
            raise ChangeRefused("last block")
    return article.with_blocks(chain.blocks()), tuple(reversed(undo))


def _insert_all(article: Article, inserts: Sequence[InsertBlock]) -> tuple[Article, tuple[Change, ...]]:
    chain = _Chain(article)
    for insert in inserts:
        if insert.block.id in chain.known:
            raise ChangeRefused("block is there already")
        before = chain.preceding[END] if insert.after == END else insert.after
        behind = chain.following[before]
        _check_fits(chain.container_of(before), chain.container_of(behind), insert.block)
        chain.put_in(insert.block, before)
    return article.with_blocks(chain.blocks()), tuple(RemoveBlock(insert.block) for insert in reversed(inserts))


class _Chain:
    """The blocks of an article, each with its neighbours by their ids; `START` and `END` are the ends."""

    def __init__(self, article: Article) -> None:
        self.known = {block.id: block for block in article.blocks}
        ids = (START, *self.known, END)
        self.following = dict(pairwise(ids))
        self.preceding = {behind: before for before, behind in self.following.items()}

    def take_out(self, block: int) -> int:
        """Take a block out; the one before it. `KeyError` where it is not there."""
        before, behind = self.preceding.pop(block), self.following.pop(block)
        del self.known[block]
        self.following[before], self.preceding[behind] = behind, before
        return before

    def put_in(self, block: Block, before: int) -> None:
        """Put a block behind another one."""
        behind = self.following[before]
        self.known[block.id] = block
        self.following[before] = self.preceding[behind] = block.id
        self.following[block.id], self.preceding[block.id] = behind, before

    def container_of(self, block: int) -> Container | None:
        """The container of a block, None at the ends."""
        return self.known[block].container if block in self.known else None

    def blocks(self) -> Iterator[Block]:
        """The blocks in order."""
        at = self.following[START]
        while at != END:
            yield self.known[at]
            at = self.following[at]


def _apply(article: Article, change: Change) -> tuple[Article, tuple[Change, ...]]:
    try:
        match change:
            case ReplaceText() | SetRole() | SetMarks():
                ident = change.place.block if isinstance(change, ReplaceText) else change.block
                block, undo = _change_block(article.block(ident), change)
                return article.with_block(block), undo
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
            case SetMeta():
                return _set_meta(article, change)
    except KeyError as error:
        raise ChangeRefused("no such block") from error


def _change_block(block: Block, change: InBlock) -> tuple[Block, tuple[Change, ...]]:
    """The block after a change inside it, and what undoes that."""
    match change:
        case ReplaceText():
            return _replace_text(block, change)
        case SetRole():
            if (block.role, block.level) != (change.old, change.old_level):
                raise ChangeRefused("role differs")
            back = SetRole(block.id, change.new, change.old, change.new_level, change.old_level)
            return replace(block, role=change.new, level=change.new_level), (back,)
        case SetMarks():
            if block.marks != change.old:
                raise ChangeRefused("marks differ")
            return replace(block, marks=change.new), (SetMarks(block.id, change.new, change.old),)


def _replace_text(block: Block, change: ReplaceText) -> tuple[Block, tuple[Change, ...]]:
    span = change.span
    if not block.editable:
        raise ChangeRefused("not editable")
    if span.end > len(block.text) or block.text[span.start : span.end] != change.old or len(span) != len(change.old):
        raise ChangeRefused("text differs")
    text = block.text[: span.start] + change.new + block.text[span.end :]
    marks = marks_after_replacement(block.marks, span, len(change.new)) if block.marks else ()
    back = ReplaceText(Place(block.id, Span(span.start, span.start + len(change.new))), change.new, change.old)
    undo: tuple[Change, ...] = (back,)
    if block.marks:
        restored = marks_after_replacement(marks, back.span, len(change.old))
        if restored != block.marks:
            undo = (back, SetMarks(block.id, restored, block.marks))
    return replace(block, text=text, marks=marks), undo


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
    _check_fits(*_containers_at(article.blocks, n), change.block)
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
    if not rest and change.after not in (START, END):
        raise ChangeRefused("no such block")
    at = _index_after(article.with_blocks(rest), change.after) if rest else 0
    _check_fits(*_containers_at(rest, at), block)
    back = MoveBlock(block.id, anchor_before(article, block.id))
    return article.with_blocks((*rest[:at], block, *rest[at:])), (back,)


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


def _containers_at(blocks: Sequence[Block], at: int) -> tuple[Container | None, Container | None]:
    """The containers of the blocks before and behind an index."""
    return blocks[at - 1].container if at else None, blocks[at].container if at < len(blocks) else None


def _check_fits(before: Container | None, behind: Container | None, block: Block) -> None:
    """Refuse a block inside a foreign table or note, or a cell's or note's block away from its own."""
    mine = block.container
    if mine.kind is ContainerKind.STORY:
        if before and behind and before.kind is not ContainerKind.STORY and before.group == behind.group:
            raise ChangeRefused("crosses a container")
    elif mine not in (before, behind):
        raise ChangeRefused("crosses a container")
