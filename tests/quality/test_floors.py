"""The floors of quality only rise, now and in every commit before."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.quality.floors import FLOORS, Floor, find_lowered, read_floors, read_history

OLD = {"news": Floor("aa", {"f1": 0.9, "precision": 0.95})}


@pytest.mark.parametrize(
    ("new", "lowered"),
    [
        ({"news": Floor("aa", {"f1": 0.92, "precision": 0.95})}, []),
        ({"news": Floor("aa", {"f1": 0.89, "precision": 0.95})}, ["news: f1 was 0.9"]),
        ({"news": Floor("aa", {"f1": 0.9})}, ["news: precision was 0.95"]),
        ({"news": Floor("bb", {"f1": 0.5})}, []),
        ({}, ["news has no floors any more"]),
    ],
)
def test_a_lowered_floor_is_noticed(new: dict[str, Floor], lowered: list[str]) -> None:
    assert list(find_lowered(OLD, new)) == lowered


def test_what_is_below_its_floor_is_said() -> None:
    assert OLD["news"].lacks({"f1": 0.93, "precision": 0.91}) == ["precision 0.91 < 0.95"]


def test_no_floor_was_ever_lowered() -> None:
    history = read_history()
    if history is None:
        pytest.skip("needs the project's history")
    versions = [*map(read_floors, history), read_floors(FLOORS.read_text(encoding="utf-8"))]
    assert [said for before, after in pairwise(versions) for said in find_lowered(before, after)] == []
