"""The stretches that two rows share in the same order, the longest first: as difflib's matching blocks, and faster.

All stretches that both rows share are listed once; the longest is taken, then the longest of what lies before and of
what lies behind it in both rows, and so on. difflib reads both rows anew for each of these steps.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

Stretch: TypeAlias = tuple[int, int, int]
"""Where a stretch begins in the left row and in the right one, and its length."""
_Ranked: TypeAlias = tuple[int, int, int]
"""A stretch so that the one to take first is the greatest: its length, then both places, negative."""


def find_common_runs(left: Sequence[str], right: Sequence[str]) -> list[Stretch]:
    """The stretches in the order of both rows; no two of them touch in both.

    Of equally long ones the first of the left row is taken, then the first of the right.
    """
    found: list[Stretch] = []
    todo = [_list_stretches(left, right)]
    while todo:
        stretches = todo.pop()
        while stretches:
            size, i, j = best = max(stretches)
            found.append((-i, -j, size))
            if len(stretches) == 1:
                break
            before, stretches = _part(stretches, best)
            if before:
                todo.append(before)
    found.sort()
    return _join(found)


def _part(stretches: Sequence[_Ranked], taken: _Ranked) -> tuple[list[_Ranked], list[_Ranked]]:
    """What lies before one stretch in both rows, and what lies behind it, each cut where it reaches over."""
    size, i, j = taken
    end_i, end_j = i - size, j - size
    before: list[_Ranked] = []
    behind: list[_Ranked] = []
    for size, its_i, its_j in stretches:
        if its_i > i and its_j > j:
            before.append((min(size, its_i - i, its_j - j), its_i, its_j))
        cut = max(its_i - end_i, its_j - end_j)
        if cut <= 0:
            behind.append((size, its_i, its_j))
        elif cut < size:
            behind.append((size - cut, its_i - cut, its_j - cut))
    return before, behind


def _list_stretches(left: Sequence[str], right: Sequence[str]) -> list[_Ranked]:
    """All stretches that both rows share, each as long as it goes."""
    places: dict[str, list[int]] = {}
    for j, word in enumerate(right):
        places.setdefault(word, []).append(j)
    found: list[_Ranked] = []
    open_at: dict[int, int] = {}  # places of the right row behind a stretch that may go on, and where it began
    for i, word in enumerate(left):
        here: dict[int, int] = {}
        if word in places:
            for j in places[word]:
                here[j + 1] = open_at.pop(j, i)
        for j, start in open_at.items():
            found.append((i - start, -start, i - start - j))
        open_at = here
    end = len(left)
    found.extend((end - start, -start, end - start - j) for j, start in open_at.items())
    return found


def _join(stretches: Sequence[Stretch]) -> list[Stretch]:
    """The stretches with those that follow one another in both rows made one."""
    joined: list[Stretch] = []
    for i, j, size in stretches:
        if joined:
            before_i, before_j, before = joined[-1]
            if before_i + before == i and before_j + before == j:
                joined[-1] = (before_i, before_j, before + size)
                continue
        joined.append((i, j, size))
    return joined
