"""Statements in one frame of words stay silent: lists, question and answer, sentences built alike; versions do not."""

from __future__ import annotations

import pytest

from reader.checks.duplicates.provider import find_repeats
from reader.core.article import Article
from reader.core.duplicates import DuplicateKind

MAYOR = "The mayor, Ines Calder, asked drivers to take the road through Holt instead."
FERRY = "A small ferry will carry cyclists across the river free of charge until the work is done."
HERON = "Nobody had counted the herons of the weir since the winter of the flood."


def find_kinds(*texts: str) -> list[DuplicateKind]:
    return [copy.kind for group in find_repeats(Article.of(*texts)).groups for copy in group.copies]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Price: 340 crowns at the shop on the quay, with delivery", "Price: 410 crowns at the shop on the quay"),
        ("• Steel lid for the kettle with the copper base", "• Spare handle for the kettle with the copper base"),
        ("Kettle 9: buy it at the quay | buy it in Holt", "Kettle 9 Large: buy it at the quay | buy it in Holt"),
        (
            "Anna Weller wins the prize for the best loaf with a black bread of rye and honey.",
            "Weller's prize for the best loaf, a black bread of rye and honey, in full",
        ),
        ("Milepost 7.2: a small shelter for passengers.", "Milepost 9: a small shelter for passengers."),
        ("[1] Weller, The Bridges of the Valley, p. 5", "[2] Weller, The Bridges of the Valley, p. 7"),
        (
            "Add the flour and the sugar to the bowl and stir until smooth.",
            "Add the butter and the milk to the bowl and stir until smooth.",
        ),
        (
            "Will the old bridge over the Tamble open to lorries again this year?",
            "The old bridge over the Tamble will open to lorries again this year, if the river allows.",
        ),
        (
            "To open the lid, press the lower knob and turn the handle to the right until it clicks.",
            "To close the lid, press the upper knob and turn the handle to the right until it clicks.",
        ),
    ],
)
def test_other_statements_in_the_same_frame_are_no_repeats(first: str, second: str) -> None:
    assert find_kinds("Kettles and bridges", first, MAYOR, FERRY, second, HERON) == []


def test_lines_of_one_list_are_no_repeats() -> None:
    assert (
        find_kinds(
            "Kettles on sale this week",
            "Whistling lid in steel, for large and extra large kettles only",
            "Copper handle that stays cool, for large and extra large kettles only",
            "Second spout that folds away, for large and extra large kettles only",
            MAYOR,
        )
        == []
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("• Steel lid for the kettle with the copper base", "• Steel lid for the kettle with the copper base"),
        (
            "Will the old bridge over the Tamble open to lorries again this year?",
            "Moment: Will the old bridge over the Tamble open to lorries again this year? (left)",
        ),
        (
            "Mr Renner kept a chandler's shop by the weir with his brother for forty years.",
            "Tobias Renner kept a chandler's shop by the weir with his brother until it burned down.",
        ),
        (
            "Masons from Holt repaired the northern arch of the bridge during the winter.",
            "Masons from Holt mended the northern arch of the bridge during the winter.",
        ),
    ],
)
def test_versions_of_one_statement_are_repeats(first: str, second: str) -> None:
    assert len(find_kinds("Kettles and bridges", first, MAYOR, FERRY, second, HERON)) == 1
