"""Mentions trimmed to the name."""

from __future__ import annotations

import pytest

from reader.checks.names.spans import trim_mention
from reader.core.entities import EntityLabel, Mention
from reader.core.spans import Place

PERSON, PLACE, DATE = EntityLabel.PERSON, EntityLabel.PLACE, EntityLabel.DATE


@pytest.mark.parametrize(
    ("found", "label", "expected"),
    [
        ("President Anna Berg", PERSON, "Anna Berg"),
        ("Prime Minister Anna Berg’s", PERSON, "Anna Berg"),
        ("Dr. Berg", PERSON, "Berg"),
        ("the “Black Sea”", PLACE, "Black Sea"),
        ("Norway's", PLACE, "Norway"),
        ("a few days", DATE, "a few days"),
        ("Berg,", PERSON, "Berg"),
    ],
)
def test_what_is_no_part_of_the_name_goes(found: str, label: EntityLabel, expected: str) -> None:
    text = f"Then {found} came."
    mention = Mention(Place.at(1, 5, 5 + len(found)), found, label)
    trimmed = trim_mention(text, mention)
    assert trimmed is not None
    assert trimmed.text == expected
    assert trimmed.place.span is not None
    assert text[trimmed.place.span.start : trimmed.place.span.end] == expected


@pytest.mark.parametrize(
    ("found", "label"),
    [("Mommy", PERSON), ("president", PERSON), ("—", PLACE), ("daily", DATE), ("Oslo\u2028Bergen", PLACE)],
)
def test_what_is_no_name_is_dropped(found: str, label: EntityLabel) -> None:
    assert trim_mention(found, Mention(Place.at(1, 0, len(found)), found, label)) is None
