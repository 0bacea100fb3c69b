"""Suggestions: the likeliest first, in the shape of the word, and only words that the dictionary knows."""

from __future__ import annotations

import pytest

from reader.lexicon.dictionaries import Dictionary, open_dictionary
from reader.lexicon.suggestions import sound_of, suggest


def _open(tag: str) -> Dictionary:
    dictionary = open_dictionary(tag)
    assert isinstance(dictionary, Dictionary)
    return dictionary


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("recieve", "receive"),
        ("seperate", "separate"),
        ("definately", "definitely"),
        ("occured", "occurred"),
        ("filosophy", "philosophy"),
        ("wich", "which"),
        ("teh", "the"),
        ("aswell", "as well"),
        ("thursday", "Thursday"),
        ("i’m", "I’m"),
        ("embarassement", "embarrassment"),
    ],
)
def test_the_first_suggestion_is_what_was_meant(typed: str, meant: str) -> None:
    assert suggest(typed, _open("en-US"))[0].word == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Recieve", "Receive"), ("RECIEVE", "RECEIVE"), ("couldnt", "couldn’t"), ("could'nt", "couldn't")],
)
def test_a_suggestion_has_the_shape_of_the_word(typed: str, meant: str) -> None:
    assert suggest(typed, _open("en-US"))[0].word == meant


def test_each_english_suggests_its_own_spelling() -> None:
    assert suggest("neighborhod", _open("en-US"))[0].word == "neighborhood"
    assert suggest("neighborhod", _open("en-GB"))[0].word == "neighbourhood"


@pytest.mark.parametrize("typed", ["recieve", "fuk", "shitt", "vilage", "hte"])
def test_what_is_suggested_is_known_and_never_coarse(typed: str) -> None:
    dictionary = _open("en-US")
    for suggestion in suggest(typed, dictionary, 25):
        assert all(dictionary.knows(part) for part in suggestion.word.split())
        assert suggestion.word not in {"fuck", "shit", "shitty"}


@pytest.mark.parametrize("typed", ["", "x", "q" * 200, "qzxqzxqzxqzx"])
def test_where_nothing_is_near_nothing_is_suggested(typed: str) -> None:
    assert suggest(typed, _open("en-US")) == ()


def test_no_more_are_given_than_asked_for() -> None:
    assert len(suggest("hte", _open("en-US"), 3)) == 3


def test_words_that_sound_alike_have_one_sound() -> None:
    assert sound_of("fisical") == sound_of("physical")
    assert sound_of("physical") != sound_of("musical")
