"""A statement is found again in a clause of a longer sentence; what one has besides may be another matter."""

from __future__ import annotations

import pytest

from reader.checks.duplicates.clauses import find_parts, stand_in_a_clause
from reader.checks.duplicates.survey import Survey
from reader.core.article import Article

RICH = "Something with vinegar in it, as the pudding is rich."
SALAD = "A sharp green salad, or anything with a good bit of vinegar, because the pudding is on the rich side."


def say_the_same(first: str, second: str, count: int = 2) -> bool:
    """Whether one of two sentences of which every word stands so often stands in a clause of the other."""
    one, other = Survey.of(Article.of(first, second)).units
    return stand_in_a_clause(one, other, {key: count for unit in (one, other) for key in unit.text.content})


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (RICH, SALAD),
        (
            "Favourite Anna Sommer in tears as her pudding collapses.",
            "Viewers were left speechless on Monday night as favourite Anna Sommer's pudding collapsed in the oven.",
        ),
        (
            "Image 2: Semolina is a coarse yellow meal.",
            "Semolina is a coarse yellow meal that is left when hard wheat has been milled, sifted and dried.",
        ),
    ],
)
def test_a_statement_is_found_again_in_a_clause(first: str, second: str) -> None:
    assert say_the_same(first, second)
    assert say_the_same(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (  # another name on one side
            "Yelland has copied the drawing which he said shows the cracks in the clock.",
            "The drawing that shows the cracks in the clock has been copied by a sexton, who keeps it.",
        ),
        (  # another figure on one side
            "The drawing that shows the cracks in the clock was copied twice in 1931.",
            "The drawing that shows the cracks in the clock was copied, and the sexton keeps it.",
        ),
        (  # names and what they are called, no statement
            "The director, Tobias Renner of Holt, laughed.",
            "The director, Tobias Renner of Holt, had the idea when his daughter left her homework half done.",
        ),
        (  # a part of the statement alone
            "A sharp gust of wind blew the hats of the musicians into the river.",
            "The lantern went out after a sharp gust of wind, and nobody could find the stairs.",
        ),
    ],
)
def test_another_matter_with_some_of_its_words_is_no_repeat(first: str, second: str) -> None:
    assert not say_the_same(first, second)


def test_words_that_the_article_is_full_of_prove_nothing() -> None:
    assert not say_the_same(RICH, SALAD, count=20)


def test_parts_are_rows_of_neighbouring_clauses() -> None:
    (unit,) = Survey.of(Article.of("He ran, she sang and they wept.")).units
    assert list(find_parts(unit)) == [(0, 2), (0, 4), (0, 7), (2, 4), (2, 7), (4, 7)]
