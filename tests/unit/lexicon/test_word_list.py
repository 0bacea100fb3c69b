"""The packaged lists: well formed, of a sensible size, and consistent with one another."""

from __future__ import annotations

from reader.lexicon.dictionaries import Dictionary, open_dictionary
from reader.lexicon.word_list import (
    load_dialects,
    load_dialects_reversed,
    load_proper_words,
    load_word_list,
    never_suggested,
    parse_word_list,
)


def test_a_paragraph_begins_with_its_class() -> None:
    assert parse_word_list("60 the\nof\n\n35 castle") == {"the": 6.0, "of": 6.0, "castle": 3.5}


def test_the_list_is_whole_and_in_lower_case() -> None:
    words = load_word_list()
    assert len(words) > 83_000
    assert all(word == word.lower() for word in words)
    assert words["the"] > words["village"] > words["zither"]


def test_american_spellings_are_there_beside_british_ones() -> None:
    words = load_word_list()
    for pair in ("favourite favorite", "neighbourhood neighborhood", "travelling traveling", "defence defense"):
        assert all(word in words for word in pair.split())


def test_each_pair_of_dialects_is_right_in_its_dictionary() -> None:
    american, british = open_dictionary("en-US"), open_dictionary("en-GB")
    assert isinstance(american, Dictionary)
    assert isinstance(british, Dictionary)
    wrong = [pair for pair in load_dialects().items() if not british.knows(pair[0]) or not american.knows(pair[1])]
    assert wrong == []


def test_the_reversed_table_prefers_the_usual_british_spelling() -> None:
    assert load_dialects_reversed()["color"] == "colour"
    assert load_dialects()[load_dialects_reversed()["center"]] == "center"


def test_proper_words_are_words_that_need_a_capital() -> None:
    american = open_dictionary("en-US")
    assert isinstance(american, Dictionary)
    assert [word for word in load_proper_words() if not american.knows(word.capitalize())] == []


def test_coarse_words_are_no_ordinary_ones() -> None:
    assert not never_suggested() & {"class", "cook", "duck", "sit", "ship"}
