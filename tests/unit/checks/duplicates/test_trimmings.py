"""What stands around a statement and is no part of it."""

from __future__ import annotations

import pytest

from reader.checks.duplicates.provider import find_repeats
from reader.checks.duplicates.trimmings import find_trimmings
from reader.core.article import Article
from reader.core.duplicates import DuplicateKind


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Fresh chance: Amos Yelland winds up the clock", ["Fresh chance:"]),
        ("Image 3: Yelland winds up the clock.", ["Image 3:"]),
        ("Image caption, Yelland winds up the clock", ["Image caption,"]),
        ("Amos Yelland (left) with the weathercock (pictured)", ["(left)", "(pictured)"]),
        ("“We can wind it up by hand for a year,” says Yelland.", [" says Yelland."]),
        ("“We can wind it up by hand for a year.”", []),
        ("The sexton said that he could wind it up by hand.", []),
        ("It stopped at noon: lightning had struck the weathercock.", []),
        ("Amos Yelland (who is 81) winds up the clock", []),
    ],
)
def test_labels_marks_and_who_said_it_are_trimmings(text: str, found: list[str]) -> None:
    assert [text[low:high] for low, high in find_trimmings(text, 0)] == found


@pytest.mark.parametrize(
    ("copy", "kind"),
    [
        ("“You can hear the old clock strike beyond the river,” says Yelland", DuplicateKind.CONTAINED),
        ("Proud: The sexton climbs the ninety steps to wind it up", DuplicateKind.CONTAINED),
    ],
)
def test_the_kind_is_that_of_the_statement_alone(copy: str, kind: DuplicateKind) -> None:
    article = Article.of(
        "The clock of Saint Brannock",
        "“You get used to the quiet up here and can hear the old clock strike beyond the river.”",
        "Nobody had counted the herons of the weir since the winter of the flood.",
        "The sexton climbed the ninety steps to wind it up again by hand.",
        "A small ferry carries cyclists free of charge until the work is done.",
        copy,
        "The bishop sent a letter in which he thanked everybody who had helped to save the roof.",
    )
    assert [one.kind for group in find_repeats(article).groups for one in group.copies] == [kind]
