"""Names in two spellings, from the text alone."""

from __future__ import annotations

import pytest

from reader.checks.names.rivals import Why
from reader.checks.names.variants import find_rivals
from reader.core.article import Article, Role
from reader.core.entities import Entity, EntityLabel, Mention
from reader.core.spans import Place


def counts(*texts: str) -> list[dict[str, int]]:
    return [dict(item.to_variant().forms) for item in find_rivals(Article.of(*texts))]


def test_a_table_form_is_found_alone_with_its_places() -> None:
    (rivals,) = find_rivals(Article.of("From Kiev.", "KIEV’S MAYOR met a Kiev-based envoy."))
    assert (rivals.preferred.text, rivals.preferred.places, rivals.why) == ("Kyiv", (), Why.TABLE)
    assert rivals.to_variant().places == (Place.at(1, 5, 9), Place.at(2, 0, 4), Place.at(2, 19, 23))


def test_both_forms_are_counted() -> None:
    assert counts("From Kharkiv to Kharkiv.", "In Kharkov.") == [{"Kharkiv": 2, "Kharkov": 1}]


def test_a_form_of_several_words_is_found_whole() -> None:
    (rivals,) = find_rivals(Article.of("He left Krivoy Rog’s mines."))
    assert rivals.to_variant().places == (Place.at(1, 8, 18),)


def test_a_table_form_inside_a_longer_word_is_left_alone() -> None:
    assert counts("The Kievan Rus, kiev in lower case and #Kiev.") == []


def test_the_preferred_name_is_written_as_the_article_writes_it() -> None:
    (rivals,) = find_rivals(Article.of("From Sao Paulo.", "In Sao Paolo."))
    assert rivals.preferred.text == "Sao Paulo"


def test_three_spellings_are_one_decision() -> None:
    text = "Anton Zelinskiy came. Then Zelinsky spoke, Zelinsky sat, and Zelinskyy left."
    assert counts(text) == [{"Zelinsky": 2, "Zelinskiy": 1, "Zelinskyy": 1}]


def test_the_same_given_name_proves_a_slip_in_the_surname() -> None:
    assert counts("Astrid Halvorsen won. Friends of Astrid Halversen cheered.") == [{"Halvorsen": 1, "Halversen": 1}]


def test_only_places_of_the_same_person_change() -> None:
    text = "Mahmoud Darzi met Mahmud Orlan. Later Mahmud Darzi left, and so did Mahmoud Darzi."
    assert counts(text) == [{"Mahmoud": 2, "Mahmud": 1}]


def test_the_full_name_wins_where_both_stand_once() -> None:
    (rivals,) = find_rivals(Article.of("Then Villareal Montez spoke. Ana Kowalczyk agreed; Kowalczik left."))
    assert rivals.preferred.text == "Kowalczyk"


@pytest.mark.parametrize(
    "text",
    [
        "Vladimir Orlov met Volodymyr Kovalenko.",
        "He fled Chonhar. Olena Honchar drove.",
        "Lysychansk fell, then Luhansk. They saw Lysychansk burn near Luhansk.",
        "The envoy left Russia. A Russian guard and other Russians stayed.",
        "Slovenia beat Slovakia in Slovenia.",
        "Serena Kowalczyk beat Verena Kowalczyk.",
        "Ivan Petrenko met Oksana Petrenka.",
        "The Socialist Forum met. The Socialism Forum did not.",
        "He read the Statement. Statements were read.",
        "Martin Anderson met Carl Andersen.",
    ],
)
def test_two_names_are_not_taken_for_one(text: str) -> None:
    assert counts(text) == []


def test_boilerplate_is_not_compared() -> None:
    assert find_rivals(Article.of("Sign up for the Kiev letter", role=Role.BOILERPLATE)) == ()


def test_a_known_place_and_a_person_are_two_names() -> None:
    article = Article.of("They drove to Melitopol. The surgeon Melitopal helped. They left Melitopol.")
    assert len(find_rivals(article)) == 1
    place = Mention(Place.at(1, 14, 23), "Melitopol", EntityLabel.PLACE)
    person = Mention(Place.at(1, 37, 46), "Melitopal", EntityLabel.PERSON)
    entities = (
        Entity(1, EntityLabel.PLACE, "Melitopol", (place,), (("Melitopol", 2),)),
        Entity(2, EntityLabel.PERSON, "Melitopal", (person,), (("Melitopal", 1),)),
    )
    assert find_rivals(article, entities) == ()
