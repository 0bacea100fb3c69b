"""Pairs found are scored against labels."""

from __future__ import annotations

import pytest

from tests.quality.labelled import LabelledArticle, LabelledPair
from tests.quality.scoring import score

WANTED = LabelledPair((0, 100), (200, 300), "near")
RELATED = LabelledPair((0, 100), (400, 500), "related")
DECOY = LabelledPair((0, 100), (600, 700), "decoy")
ARTICLE = LabelledArticle("one", "x" * 800, (WANTED, RELATED), (DECOY,))


def figures(*found: LabelledPair) -> dict[str, float]:
    return score([ARTICLE], [found]).figures()


@pytest.mark.parametrize(
    ("a", "b", "hits"),
    [
        ((0, 100), (200, 300), True),
        ((200, 300), (0, 100), True),
        ((0, 60), (200, 300), True),
        ((0, 299), (200, 300), True),
        ((0, 40), (200, 300), True),
        ((0, 30), (200, 300), False),
        ((0, 100), (300, 400), False),
    ],
)
def test_a_hit_covers_most_of_both_passages(a: tuple[int, int], b: tuple[int, int], hits: bool) -> None:
    assert figures(LabelledPair(a, b, "near"))["recall"] == hits


def test_what_is_related_is_neither_wanted_nor_wrong() -> None:
    assert figures(WANTED, RELATED)["precision"] == 1.0
    assert figures(WANTED, LabelledPair((700, 750), (751, 800), "near"))["precision"] == 0.5


def test_kind_and_side_are_scored_on_what_was_found() -> None:
    assert figures(LabelledPair((200, 300), (0, 100), "exact", "a"))["kind"] == 0
    assert figures(LabelledPair((200, 300), (0, 100), "near", "a"))["redundant"] == 1
    assert figures(LabelledPair((200, 300), (0, 100), "near", "b"))["redundant"] == 0


def test_a_decoy_is_a_conflict_or_nothing() -> None:
    as_duplicate = figures(LabelledPair((0, 100), (600, 700), "near"))
    as_conflict = figures(LabelledPair((0, 100), (600, 700), "conflict"))
    assert (as_duplicate["decoys_spared"], as_duplicate["decoys_as_conflicts"]) == (0, 0)
    assert (as_conflict["decoys_spared"], as_conflict["decoys_as_conflicts"]) == (1, 1)
    assert as_conflict["precision"] == 1.0
