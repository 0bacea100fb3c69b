"""Guessing the English of an article."""

from __future__ import annotations

import pytest

from reader.lexicon.language import LanguageGuess, guess_language


def test_armored_vehicles_are_american() -> None:
    assert guess_language(["The armored vehicles left."]) == LanguageGuess("en-US", "armored", 1, 0)


def test_the_most_frequent_telling_word_is_the_evidence() -> None:
    guess = guess_language(["The harbour’s colour.", "Colour and labour."])
    assert (guess.tag, guess.evidence, guess.british) == ("en-GB", "colour", 4)


@pytest.mark.parametrize("text", ["", "The cat sat.", "They organize a story among friends.", "Color and colour."])
def test_where_nothing_tells_the_fallback_holds(text: str) -> None:
    assert guess_language([text], "en-GB").tag == "en-GB"
    assert guess_language([text]).evidence == ""
