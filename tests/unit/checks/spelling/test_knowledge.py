"""What is known to be right beyond the dictionary."""

from __future__ import annotations

import pytest

from reader.checks.facts import ACCEPTED_WORDS, NAMES, Facts
from reader.checks.spelling.knowledge import article_words, is_derived, is_prefix, knows_clipped, knows_word
from reader.core.entities import Entity, EntityLabel, NameList
from reader.lexicon.dictionaries import Dictionary, open_dictionary


@pytest.fixture
def dictionary() -> Dictionary:
    found = open_dictionary("en-US")
    assert isinstance(found, Dictionary), found
    return found


@pytest.mark.parametrize("word", ["village", "mayor’s", "mayors'", "they'd", "naïve", "DON’T", "MONDAY", "village'll"])
def test_careful_copy_is_known(dictionary: Dictionary, word: str) -> None:
    assert knows_word(dictionary, word)


@pytest.mark.parametrize("word", ["vilage", "vilage’s", "VILAGE", "monday", "’s"])
def test_faults_are_not_excused_by_their_endings(dictionary: Dictionary, word: str) -> None:
    assert not knows_word(dictionary, word)


@pytest.mark.parametrize(
    ("word", "before", "after", "known"),
    [("goin", "", "’", True), ("goin", "", " ", False), ("twas", "’", " ", True), ("recieve", "’", "’", False)],
)
def test_clipped_words_need_their_apostrophe(
    dictionary: Dictionary, word: str, before: str, after: str, known: bool
) -> None:
    assert knows_clipped(dictionary, word, before, after) is known


@pytest.mark.parametrize(
    ("word", "derived"),
    [("counteroffensive", True), ("retellings", True), ("villagewide", True), ("untill", False), ("prefroms", False)],
)
def test_a_prefix_needs_a_usual_word_behind_it(dictionary: Dictionary, word: str, derived: bool) -> None:
    assert is_derived(dictionary, word) is derived


def test_a_prefix_is_one_only_before_a_hyphen() -> None:
    assert is_prefix("mis", "-")
    assert not is_prefix("mis", " ")
    assert not is_prefix("mis", "")


def test_names_and_accepted_words_are_right_in_the_article() -> None:
    names = NameList((Entity(1, EntityLabel.PLACE, "Davydiv Brid", (), (("Davydiv Brid", 2),)),))
    words = article_words(Facts().with_fact(NAMES, names).with_fact(ACCEPTED_WORDS, ("zorbling",)))
    assert words.accepts("Davydiv")
    assert words.accepts("BRID’s")
    assert words.accepts("Zorbling’s")
    assert not words.accepts("brid")
    assert words.name_for("brid") == "Brid"
    assert words.name_for("zorbling") == ""
