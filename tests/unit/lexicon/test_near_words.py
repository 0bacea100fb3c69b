"""Counting slips and finding near words."""

from __future__ import annotations

import pytest

from reader.lexicon.near_words import NearIndex, slip_distance


@pytest.mark.parametrize(
    ("left", "right", "slips"),
    [
        ("receive", "receive", 0),
        ("recieve", "receive", 1),
        ("goverment", "government", 1),
        ("happend", "happened", 1),
        ("acommodate", "accommodate", 1),
        ("vacum", "vacuum", 1),
        ("kitten", "sitting", 3),
        ("", "abc", 3),
        ("ab", "ba", 1),
        ("ca", "abc", 3),  # no letter is moved twice
    ],
)
def test_slips_are_counted(left: str, right: str, slips: int) -> None:
    assert slip_distance(left, right) == slips
    assert slip_distance(right, left) == slips


@pytest.mark.parametrize("limit", [0, 1, 2])
def test_beyond_the_limit_the_count_stops(limit: int) -> None:
    assert slip_distance("kitten", "sitting", limit) == limit + 1


def test_an_index_finds_words_within_the_limit_only() -> None:
    index = NearIndex(["receive", "relieve", "deceive", "village"])
    assert sorted(index.find_near("recieve", 1)) == ["receive", "relieve"]
    assert sorted(index.find_near("recieve", 2)) == ["deceive", "receive", "relieve"]
    assert index.find_near("zzz", 2) == []
