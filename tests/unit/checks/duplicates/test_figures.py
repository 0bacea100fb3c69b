"""A statement is found again by a figure that stands in it and its copy alone; a figure by itself is no statement."""

from __future__ import annotations

import pytest

from reader.checks.duplicates.figures import give_one_figure
from reader.checks.duplicates.provider import find_repeats
from reader.checks.duplicates.survey import Survey
from reader.core.article import Article

PEOPLE = "About 230 people have left their homes in the Weller Lane area."
MOVED = "He said that 230 people had been moved out of Weller Lane, that nobody was missing."

MILL = "The new mill will process up to 45,000 tonnes of oats a year."
CAPACITY = "Capacity: 45,000 tonnes of oats a year"


def say_the_same(first: str, second: str, *, framed: bool = False, often: str = "") -> bool:
    """Whether two sentences of which every word stands twice give one figure; one word may stand more often."""
    survey = Survey.of(Article.of(first, second))
    one, other = survey.units
    counts = {key: 2 for unit in (one, other) for key in unit.text.content}
    return give_one_figure(one, other, {**counts, often: 5}, framed=framed)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (PEOPLE, MOVED),
        (
            "The team glued tags weighing 1.1 grams to the backs of all the young herons.",
            "The tags weighed 1.1 grams and dropped off after about a week.",
        ),
        (MILL, CAPACITY),
        (
            "Building is due to begin in September, subject to the council's consent, and ends in the spring.",
            "Subject to consent, building should start in September.",
        ),
    ],
)
def test_the_same_figure_of_the_same_thing_is_said_twice(first: str, second: str) -> None:
    assert say_the_same(first, second)
    assert say_the_same(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Anna Weller paid £14,300 in Holt for an old barge.", "The £14,300 came from a Weller who had left Holt."),
        ("The tower was 58 metres high until lightning struck.", "Swimmers had to cover 58 metres in cold water."),
        ("Two boats with seats for three went down.", "Three of the seats in two boats had been taken."),
        ("The council voted on Thursday to close the ferry.", "On Thursday the council met without the ferry clerk."),
        (
            "The mill employed 340 weavers when the owner Tobias Renner sold its looms.",
            "The brewery of Anna Sommer also had 340 weavers on its books, who had lost their looms.",
        ),
    ],
)
def test_a_figure_is_no_statement(first: str, second: str) -> None:
    assert not say_the_same(first, second)


def test_a_figure_that_the_article_is_full_of_proves_nothing() -> None:
    assert not say_the_same(PEOPLE, MOVED, often="230")


def test_sentences_built_alike_must_share_more() -> None:
    loaf, buns = "Bake the loaf at 180 degrees in the oven.", "Bake the buns at 180 degrees in the oven."
    assert say_the_same(loaf, buns)
    assert not say_the_same(loaf, buns, framed=True)


@pytest.mark.parametrize(
    ("first", "second"),
    [(MILL, CAPACITY), ("The herons had been given tags which weighed 1.1 grams each.", "The tags weighed 1.1 grams.")],
)
def test_it_is_found_in_an_article(first: str, second: str) -> None:
    matter = (
        "Nobody had counted the herons of the weir since the winter of the flood.",
        "A small ferry will carry cyclists across the river free of charge until the work is done.",
    )
    (group,) = find_repeats(Article.of("What happens at the weir", first, *matter, second)).groups
    assert len(group.copies) == 1
