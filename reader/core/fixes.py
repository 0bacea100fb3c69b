"""A fix is a label, a few changes and a safety; several fixes at once are sorted and never overlap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from reader.core.applying import apply_changes
from reader.core.article import Article, ContainerKind
from reader.core.changes import (
    END,
    Change,
    ChangeRefused,
    InsertBlock,
    MergeBlocks,
    MoveBlock,
    RemoveBlock,
    ReplaceText,
    SetRole,
    SplitBlock,
    blocks_of,
)
from reader.core.messages import Message


class Safety(IntEnum):
    """AUTO cannot change meaning or style; REVIEW is probably meant; SHOW is for information."""

    AUTO = 0
    REVIEW = 1
    SHOW = 2


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to mend a fault; `effect` says what it does ("keeps ¶4, no word is lost").

    `loses` are words that would then stand nowhere in the article. `slot` is the key of the choice on the card
    (0: in order); in duplicates 2 is always the other way round, 3 keep both, 4 merge, 5 keep as caption. `warnings`
    are sentences on what the fix takes from the article besides: the first full name, the only place of a figure.
    `alone`: it settles one place and is never joined with those of other places. `asks`: it has no changes yet, for
    the user says what they are (a merge).
    """

    label: Message
    changes: tuple[Change, ...]
    safety: Safety = Safety.REVIEW
    effect: Message | None = None
    loses: tuple[str, ...] = ()
    slot: int = 0
    warnings: tuple[Message, ...] = ()
    alone: bool = False
    asks: bool = False


@dataclass(frozen=True, slots=True)
class JointFix:
    """Changes of several fixes that can be applied together, and the indexes of those taken and left."""

    changes: tuple[Change, ...]
    taken: tuple[int, ...]
    skipped: tuple[int, ...]


def join_fixes(article: Article, fixes: Sequence[Fix]) -> JointFix:
    """The changes of all fixes that go together; one that overlaps, touches or names a removed block is skipped.

    Each fix speaks of `article` as it stands. Earlier fixes win. Skipped ones are to be offered again.
    """
    claims: dict[int, list[tuple[int, int]]] = {}
    whole: set[int] = set()
    chosen: list[tuple[int, Change]] = []
    taken: list[int] = []
    skipped: list[int] = []
    for n, fix in enumerate(fixes):
        if _is_free(article, fix, claims, whole):
            _claim(fix, claims, whole)
            chosen.extend((n, change) for change in fix.changes)
            taken.append(n)
        else:
            skipped.append(n)
    changes = _in_order(article, [change for _, change in chosen])
    if not _applies(article, changes):
        return _join_one_by_one(article, fixes, taken)
    return JointFix(changes, tuple(taken), tuple(skipped))


def _applies(article: Article, changes: Sequence[Change]) -> bool:
    try:
        apply_changes(article, changes)
    except ChangeRefused:
        return False
    return True


def _join_one_by_one(article: Article, fixes: Sequence[Fix], candidates: Sequence[int]) -> JointFix:
    """The joint fix where fixes that fit alone do not fit together: all blocks of an article, or of a cell, cut."""
    changes: tuple[Change, ...] = ()
    taken: list[int] = []
    for n in candidates:
        more = _in_order(article, [*changes, *fixes[n].changes])
        if _applies(article, more):
            changes = more
            taken.append(n)
    return JointFix(changes, tuple(taken), tuple(n for n in range(len(fixes)) if n not in taken))


def _text_range(change: Change) -> tuple[int, int, int] | None:
    if isinstance(change, ReplaceText):
        return change.place.block, change.span.start, change.span.end
    return None


def _takes_whole(change: Change) -> bool:
    return isinstance(change, RemoveBlock | MergeBlocks | SplitBlock)


def _is_free(article: Article, fix: Fix, claims: dict[int, list[tuple[int, int]]], whole: set[int]) -> bool:
    for change in fix.changes:
        ids = blocks_of(change)
        if whole.intersection(ids):
            return False
        if not isinstance(change, InsertBlock) and any(block not in article for block in ids[:1]):
            return False
        span = _text_range(change)
        if span is not None:
            block, start, end = span
            if any(start <= high and low <= end for low, high in claims.get(block, ())):
                return False
        elif _takes_whole(change) and any(block in claims for block in ids):
            return False
    return _fits(article, fix.changes)


def _fits(article: Article, changes: Sequence[Change]) -> bool:
    """Whether changes apply to the article: told from the blocks they name where that is enough."""
    few = len(changes) == 1 or ({type(change) for change in changes} == {SetRole, MoveBlock} and len(changes) == 2)
    known = [_fits_alone(article, change) for change in changes] if few else [None]
    return _applies(article, changes) if None in known else all(known)


def _fits_alone(article: Article, change: Change) -> bool | None:
    """Whether one change applies; None where more than its block must be looked at."""
    match change:
        case ReplaceText(place, old):
            block = article.block(place.block)
            return block.editable and block.text[change.span.start : change.span.end] == old
        case SetRole():
            block = article.block(change.block)
            return (block.role, block.level) == (change.old, change.old_level)
        case RemoveBlock() if change.block.container.kind is ContainerKind.STORY:
            return len(article.blocks) > 1 and article.block(change.block.id) == change.block
        case MoveBlock() if change.after == END:
            return article.block(change.block).container.kind is ContainerKind.STORY
        case _:
            return None


def _claim(fix: Fix, claims: dict[int, list[tuple[int, int]]], whole: set[int]) -> None:
    for change in fix.changes:
        span = _text_range(change)
        if span is not None:
            claims.setdefault(span[0], []).append(span[1:])
        elif _takes_whole(change):
            whole.update(blocks_of(change))
        else:
            for block in blocks_of(change):
                claims.setdefault(block, [])


def _in_order(article: Article, changes: Sequence[Change]) -> tuple[Change, ...]:
    """Text from the end of each block to its start, then all else as given, blocks removed last."""

    def key(change: Change) -> tuple[int, int, int]:
        if isinstance(change, ReplaceText):
            return (0, article.position(change.place.block), -change.span.start)
        if isinstance(change, RemoveBlock):
            return (3, 0, 0)
        return (2 if isinstance(change, MoveBlock) else 1, 0, 0)

    return tuple(sorted(changes, key=key))
