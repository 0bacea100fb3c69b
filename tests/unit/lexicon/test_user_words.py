"""Personal word lists as plain values."""

from __future__ import annotations

import pytest

from reader.lexicon.user_words import accepts, add_word, make_word_list, remove_word


def test_a_list_is_sorted_and_has_each_word_once() -> None:
    assert make_word_list([" fixer", "blitz", "fixer", "", "# comment"]) == ("blitz", "fixer")


def test_words_are_added_and_removed() -> None:
    words = add_word(("blitz",), "aid")
    assert words == ("aid", "blitz")
    assert remove_word(words, "blitz") == ("aid",)
    assert remove_word(words, "none") == words


@pytest.mark.parametrize(
    ("word", "accepted"),
    [
        ("fixer", True),
        ("Fixer", True),
        ("FIXER", True),
        ("McIlroy", True),
        ("MCILROY", True),
        ("mcilroy", False),
        ("o’er", True),
    ],
)
def test_a_word_in_lower_case_covers_its_capitals_and_a_name_only_itself(word: str, accepted: bool) -> None:
    assert accepts(frozenset({"fixer", "McIlroy", "o'er"}), word) is accepted
