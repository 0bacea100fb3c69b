"""Mentions gathered under one name each."""

from __future__ import annotations

from reader.checks.names.entities import complete_mentions, gather_entities
from reader.checks.names.variants import find_rivals
from reader.core.article import Article
from reader.core.entities import Entity, EntityLabel, Mention
from reader.core.spans import Place

PERSON, PLACE, ORG, NORP = EntityLabel.PERSON, EntityLabel.PLACE, EntityLabel.ORG, EntityLabel.NORP


def mention(article: Article, name: str, label: EntityLabel, ordinal: int = 0) -> Mention:
    """The mention at the n-th place of a name, as the recogniser would give it."""
    left = ordinal
    for block in article.blocks:
        at = block.text.find(name)
        while at >= 0:
            if left == 0:
                return Mention(Place.at(block.id, at, at + len(name)), name, label)
            left -= 1
            at = block.text.find(name, at + 1)
    raise AssertionError(f"{name} does not stand there {ordinal + 1} times")


def gather(article: Article, *mentions: Mention) -> dict[str, Entity]:
    entities = gather_entities(complete_mentions(article, mentions))
    assert [entity.id for entity in entities] == list(range(1, len(entities) + 1))
    return {entity.name: entity for entity in entities}


def test_a_surname_goes_with_the_full_name_and_titles_are_ignored() -> None:
    article = Article.of("Mayor Ingrid Solheim spoke. “No,” Solheim’s aide said.", "Dr Solheim left.")
    found = gather(article, mention(article, "Mayor Ingrid Solheim", PERSON))
    assert dict(found["Ingrid Solheim"].forms) == {"Ingrid Solheim": 1, "Solheim": 2}


def test_a_surname_that_two_people_share_belongs_to_neither() -> None:
    article = Article.of("Jonas Lindqvist met Maja Lindqvist. Then Lindqvist left.")
    found = gather(
        article,
        mention(article, "Jonas Lindqvist", PERSON),
        mention(article, "Maja Lindqvist", PERSON),
        mention(article, "Lindqvist", PERSON, 2),
    )
    assert [len(entity.mentions) for entity in found.values()] == [1, 1, 1]
    assert set(found) == {"Jonas Lindqvist", "Maja Lindqvist", "Lindqvist"}


def test_a_given_name_alone_goes_with_the_one_person_called_so() -> None:
    article = Article.of("Vigdis Aune waved. Vigdis smiled.")
    found = gather(article, mention(article, "Vigdis Aune", PERSON), mention(article, "Vigdis", PERSON, 1))
    assert len(found["Vigdis Aune"].mentions) == 2


def test_an_acronym_goes_with_its_organisation() -> None:
    article = Article.of("The Nordic Fisheries Board met. NFB rules stand.")
    found = gather(article, mention(article, "Nordic Fisheries Board", ORG), mention(article, "NFB", ORG))
    assert len(found["Nordic Fisheries Board"].mentions) == 2


def test_a_country_and_its_people_are_two_entities() -> None:
    article = Article.of("Russia waits. Russian troops left; the Russians were tired.")
    found = gather(
        article,
        mention(article, "Russia", PLACE),
        mention(article, "Russian", NORP, 0),
        mention(article, "Russians", NORP),
    )
    assert {name: len(entity.mentions) for name, entity in found.items()} == {"Russia": 1, "Russian": 2}


def test_a_town_that_the_recogniser_took_for_a_person_is_a_place() -> None:
    article = Article.of("The village of Chervone burned, and in Chervone nobody was left.")
    found = gather(article, mention(article, "Chervone", PERSON), mention(article, "Chervone", PERSON, 1))
    assert found["Chervone"].label is PLACE


def test_names_are_found_where_the_recogniser_missed_them() -> None:
    article = Article.of("Oskar Fjeldstad won.", "A Fjeldstad-led team, said Fjeldstad; FJELDSTAD WINS")
    found = gather(article, mention(article, "Oskar Fjeldstad", PERSON))
    assert dict(found["Oskar Fjeldstad"].forms) == {"Oskar Fjeldstad": 1, "Fjeldstad": 2}


def test_a_name_that_is_a_usual_word_here_is_not_spread() -> None:
    article = Article.of("She moved to Reading.", "Reading is fun, for reading heals.")
    found = gather(article, mention(article, "Reading", PLACE))
    assert len(found["Reading"].mentions) == 1


def test_part_of_a_longer_name_is_not_spread() -> None:
    article = Article.of("He left Sandnes.", "The Sandnes Stadium was full.")
    assert len(gather(article, mention(article, "Sandnes", PLACE))["Sandnes"].mentions) == 1


def test_rival_spellings_are_one_entity_with_the_preferred_name() -> None:
    article = Article.of("Trains left Kharkov.", "Kharkiv waits. Kharkiv hopes.")
    mentions = complete_mentions(article, [mention(article, "Kharkov", PLACE), mention(article, "Kharkiv", PLACE)])
    (entity,) = gather_entities(mentions, find_rivals(article))
    assert entity.name == "Kharkiv"
    assert dict(entity.forms) == {"Kharkiv": 2, "Kharkov": 1}


def test_overlapping_mentions_are_kept_once() -> None:
    article = Article.of("Greta Holm came.")
    found = gather(article, mention(article, "Greta Holm", PERSON), mention(article, "Holm", PERSON))
    assert [len(entity.mentions) for entity in found.values()] == [1]
