"""What stands around a word."""

from __future__ import annotations

import pytest

from reader.checks.spelling.places import survey
from reader.text.words import find_words


def due(text: str) -> list[str]:
    words = tuple(find_words(text))
    places = survey(text, words)
    return [word.text for word in words if places.capital_is_due(word)]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("One two. Three four.", ["One", "Three"]),
        ("He left: “Four five.”", ["He", "Four"]),
        ("Note: Six seven.", ["Note", "Six"]),
        ("Mayor Embraces Mother After Long War", ["Mayor", "Embraces", "Mother", "After", "Long", "War"]),
        ("Anna Smith met Bert Jones and Carl Brown there.", []),
        ("Anna said so.", []),
        ("Vovk left. We saw Vovk go.", ["We"]),
        ("WAR IN TOWN", ["WAR", "IN", "TOWN"]),
    ],
)
def test_a_capital_is_due_where_any_word_would_have_one(text: str, starts: list[str]) -> None:
    assert due(text) == starts


def test_words_inside_quotation_marks_are_known() -> None:
    text = 'A “b c” d "e" f “g'
    words = tuple(find_words(text))
    places = survey(text, words)
    assert [word.text for word in words if places.is_quoted(word)] == ["b", "c", "e", "g"]


def test_the_small_words_of_names_are_known() -> None:
    text = "Juan de la Cruz saw the du bois at du Bois"
    words = tuple(find_words(text))
    places = survey(text, words)
    assert [word.start for word in words if places.is_particle(word)] == [5, 8, 35]
