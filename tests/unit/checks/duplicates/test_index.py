"""The index of units takes and gives rows, and forgets what is removed."""

from __future__ import annotations

import pytest

from reader.checks.duplicates.index import COMMON, RepeatIndex, Row

ROWS: list[Row] = [
    (1, 0, ("clock", "tower", "stop", "noon", "lightning")),
    (1, 1, ("sexton", "climb", "step")),
    (2, 0, ("clock", "tower", "stop", "midday", "lightning")),
    (3, 0, ("bishop", "letter", "roof", "thank")),
]


def test_units_that_share_words_are_candidates() -> None:
    assert list(RepeatIndex.of(ROWS).candidates()) == [((1, 0), (2, 0))]


def test_candidates_of_one_unit_are_those_of_all() -> None:
    index = RepeatIndex.of(ROWS)
    assert list(index.candidates_of((2, 0))) == [(1, 0)]
    assert list(index.candidates_of((9, 9))) == []


def test_rows_come_back_as_they_were_given() -> None:
    assert sorted(RepeatIndex.of(ROWS).rows()) == sorted(ROWS)


def test_a_removed_owner_is_forgotten_and_may_come_again() -> None:
    index = RepeatIndex.of(ROWS)
    index.remove(1)
    index.remove(77)
    assert list(index.candidates()) == []
    index.add(ROWS[0])
    assert {frozenset(pair) for pair in index.candidates()} == {frozenset({(1, 0), (2, 0)})}


def test_a_unit_cannot_be_added_twice() -> None:
    index = RepeatIndex.of(ROWS)
    with pytest.raises(ValueError, match="already"):
        index.add(ROWS[0])


def test_words_that_every_unit_has_make_no_candidates() -> None:
    rows: list[Row] = [(n, 0, ("same", "frame", "here", f"only{n}")) for n in range(COMMON + 1)]
    assert list(RepeatIndex.of(rows).candidates()) == []
    assert list(RepeatIndex.of(rows[:3]).candidates())
