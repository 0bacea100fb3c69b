"""One label for one spelling in the whole article."""

from __future__ import annotations

import pytest

from reader.checks.names.labels import settle_labels
from reader.core.article import Article
from reader.core.entities import EntityLabel, Mention
from reader.core.spans import Place

PERSON, PLACE, ORG, NORP, DATE = (
    EntityLabel.PERSON,
    EntityLabel.PLACE,
    EntityLabel.ORG,
    EntityLabel.NORP,
    EntityLabel.DATE,
)


def settled(text: str, *named: tuple[str, EntityLabel]) -> list[tuple[str, EntityLabel]]:
    """The labels after settling; the names stand in the text in this order."""
    mentions, at = [], 0
    for name, label in named:
        at = text.index(name, at)
        mentions.append(Mention(Place.at(1, at, at + len(name)), name, label))
        at += len(name)
    return [(mention.text, mention.label) for mention in settle_labels(Article.of(text), mentions)]


@pytest.mark.parametrize(
    ("text", "name", "given", "expected"),
    [
        ("They met in Chervone.", "Chervone", PERSON, PLACE),
        ("The mayor of Skarholm spoke.", "Skarholm", PERSON, PLACE),
        ("A poll of Russians was held.", "Russians", PERSON, NORP),
        ("President Skarholm left.", "Skarholm", ORG, PERSON),
        ("The coast near Norway was calm.", "Norway", ORG, PLACE),
        ("It happened on Friday in May.", "Friday", DATE, DATE),
        ("In Skarholm’s office nobody spoke.", "Skarholm", PERSON, PERSON),
    ],
)
def test_the_words_around_a_name_decide(text: str, name: str, given: EntityLabel, expected: EntityLabel) -> None:
    assert settled(text, (name, given)) == [(name, expected)]


def test_a_mistake_that_is_repeated_counts_twice_at_most() -> None:
    text = "Skarholm froze. Skarholm thawed. Skarholm froze, and in Skarholm, in Skarholm all waited."
    found = settled(text, *[("Skarholm", PERSON)] * 5)
    assert {label for _, label in found} == {PLACE}


def test_a_surname_of_a_full_name_is_a_person_everywhere() -> None:
    found = settled("Ida Skarholm ran. Skarholm won.", ("Ida Skarholm", PERSON), ("Skarholm", ORG))
    assert found[1] == ("Skarholm", PERSON)


def test_most_members_of_a_list_decide_for_the_others() -> None:
    text = "Trains serve Oslo, Bergen, Skarholm and Tromso daily."
    found = settled(text, ("Oslo", PLACE), ("Bergen", PLACE), ("Skarholm", PERSON), ("Tromso", PLACE))
    assert [label for _, label in found] == [PLACE] * 4


def test_a_list_of_people_stays_one() -> None:
    text = "She thanked Ida, Skarholm and Oslo today."
    found = settled(text, ("Ida", PERSON), ("Skarholm", PERSON), ("Oslo", PLACE))
    assert [label for _, label in found] == [PERSON, PERSON, PLACE]


def test_no_mentions_no_labels() -> None:
    assert settle_labels(Article.of("Nothing here."), []) == []
