"""Aligns two rows of words: what stands in both in the same order, what has moved, and the gaps between.

Indices count words of the two rows, called *left* and *right*. Words are compared as the keys that the caller gives
(folded, stemmed); their weights say which of them are worth anchoring on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.text.common_runs import find_common_runs

LONE_ANCHOR = 0.5
"""A run lighter than this between two gaps is chance ("the", "of"), not a stretch that both rows share."""

LOST_WORD = 5
"""A single word so far from its neighbours on both sides is chance too, whatever it weighs."""


class Run(NamedTuple):
    """Words that stand in both rows: `size` of them from `left` and from `right` on."""

    left: int
    right: int
    size: int

    def pairs(self) -> Iterator[tuple[int, int]]:
        """The index pairs of its words."""
        return zip(range(self.left, self.left + self.size), range(self.right, self.right + self.size), strict=True)


class Gap(NamedTuple):
    """What stands between two runs: words `left_start` to `left_end` against `right_start` to `right_end`."""

    left_start: int
    left_end: int
    right_start: int
    right_end: int


class Alignment(NamedTuple):
    """Runs in the order of both rows, runs that have moved, and the gaps between the runs in order.

    Words of a moved run lie in the gaps too.
    """

    runs: tuple[Run, ...]
    moved: tuple[Run, ...]
    gaps: tuple[Gap, ...]

    def mirrored(self) -> Alignment:
        """The same alignment with left and right exchanged; runs that have moved in the order of the new left row."""
        return Alignment(
            tuple(Run(run.right, run.left, run.size) for run in self.runs),
            tuple(sorted((Run(run.right, run.left, run.size) for run in self.moved), key=lambda run: run.left)),
            tuple(Gap(gap.right_start, gap.right_end, gap.left_start, gap.left_end) for gap in self.gaps),
        )

    def pairs(self) -> Iterator[tuple[int, int]]:
        """The index pairs of all words that stand in both rows, moved ones last."""
        for run in (*self.runs, *self.moved):
            yield from run.pairs()


def align_words(left: Sequence[str], right: Sequence[str], weights: Sequence[float] | None = None) -> Alignment:
    """The alignment of two rows of keys; `weights` are those of the left row (1 each where not given).

    Longest common runs first, so that what is shown as the same reads as whole phrases.
    """
    weighed = weights if weights is not None else [1.0] * len(left)
    return complete_alignment(left, right, find_runs(left, right, weighed), weighed)


def find_runs(left: Sequence[str], right: Sequence[str], weights: Sequence[float]) -> list[Run]:
    """The runs that both rows share in the same order: the cheap half of an alignment."""
    found = list(map(Run._make, find_common_runs(left, right)))
    return _drop_lone_anchors(found, len(left), len(right), weights)


def complete_alignment(
    left: Sequence[str], right: Sequence[str], runs: Sequence[Run], weights: Sequence[float]
) -> Alignment:
    """The alignment with these runs: the gaps between them, and what has moved."""
    gaps = tuple(_gaps(runs, len(left), len(right)))
    return Alignment(tuple(runs), tuple(_find_moved(left, right, gaps, weights)), gaps)


def _weight(run: Run, weights: Sequence[float]) -> float:
    return sum(weights[run.left : run.left + run.size])


def _drop_lone_anchors(runs: list[Run], left: int, right: int, weights: Sequence[float]) -> list[Run]:
    """The runs without light ones that have words of both rows before and after them, and without lost words."""
    kept: list[Run] = []
    before = (0, 0)
    for n, run in enumerate(runs):
        after = (runs[n + 1].left, runs[n + 1].right) if n + 1 < len(runs) else (left, right)
        parted_before = run.left > before[0] and run.right > before[1]
        parted_after = after[0] > run.left + run.size and after[1] > run.right + run.size
        if parted_before and parted_after and _weight(run, weights) < LONE_ANCHOR:
            continue
        if run.size == 1 and _is_lost(run, before, after):
            continue
        kept.append(run)
        before = (run.left + run.size, run.right + run.size)
    return kept


def _is_lost(run: Run, before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Whether a word stands far from what is shared before and behind it, in one row at least."""
    far_before = max(run.left - before[0], run.right - before[1])
    far_behind = max(after[0] - run.left, after[1] - run.right) - 1
    return min(far_before, far_behind) >= LOST_WORD


def _gaps(runs: Sequence[Run], left: int, right: int) -> Iterator[Gap]:
    low_left = low_right = 0
    for run in (*runs, Run(left, right, 0)):
        if run.left > low_left or run.right > low_right:
            yield Gap(low_left, run.left, low_right, run.right)
        low_left, low_right = run.left + run.size, run.right + run.size


def _find_moved(
    left: Sequence[str], right: Sequence[str], gaps: Sequence[Gap], weights: Sequence[float]
) -> Iterator[Run]:
    """Runs in the gaps that stand elsewhere in the other row: two words or more, or one that carries weight."""
    places: dict[str, list[int]] = {}
    for gap in gaps:
        for n in range(gap.right_start, gap.right_end):
            places.setdefault(right[n], []).append(n)
    if not places:
        return
    free = {n for found in places.values() for n in found}
    for gap in gaps:
        n = gap.left_start
        while n < gap.left_end:
            if left[n] not in places:
                n += 1
                continue
            run = _longest_moved(left, right, n, gap.left_end, places[left[n]], free)
            if run.size > 1 or (run.size == 1 and weights[n] >= LONE_ANCHOR):
                free.difference_update(range(run.right, run.right + run.size))
                yield run
            n += max(run.size, 1)


def _longest_moved(
    left: Sequence[str], right: Sequence[str], start: int, stop: int, places: Sequence[int], free: set[int]
) -> Run:
    best, longest = 0, 0
    for place in places[:_MOST_PLACES]:
        size = 0
        while start + size < stop and place + size in free and left[start + size] == right[place + size]:
            size += 1
        if size > longest:
            best, longest = place, size
    return Run(start, best, longest)


_MOST_PLACES = 16
"""Places of one word that are tried: a row that repeats a single word hundreds of times stays cheap."""
