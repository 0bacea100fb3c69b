"""Stretches that two rows share: the same as difflib's matching blocks."""

from __future__ import annotations

import random
from difflib import SequenceMatcher

import pytest

from reader.text.common_runs import find_common_runs


def _by_difflib(left: list[str], right: list[str]) -> list[tuple[int, int, int]]:
    blocks = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    return [(i, j, size) for i, j, size in blocks if size]


@pytest.mark.parametrize("kinds", [1, 2, 5, 20])
def test_the_stretches_are_those_of_difflib(kinds: int) -> None:
    chance = random.Random(kinds)
    for _ in range(400):
        left, right = ([str(chance.randrange(kinds)) for _ in range(chance.randrange(25))] for _ in range(2))
        if left and chance.random() < 0.5:
            start, at = chance.randrange(len(left)), len(right) // 2
            right[at:at] = left[start : start + 7]
        assert find_common_runs(left, right) == _by_difflib(left, right)


def test_stretches_that_touch_are_one() -> None:
    assert find_common_runs("a b a b c".split(), "a b a b c".split()) == [(0, 0, 5)]


def test_nothing_is_shared_with_an_empty_row() -> None:
    assert find_common_runs([], ["word"]) == find_common_runs(["word"], []) == []
