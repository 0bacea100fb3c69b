"""Which words of a text are prose."""

from __future__ import annotations

import pytest

from reader.checks.spelling.tokens import find_prose_words, is_latin, may_be_misspelt


def words(text: str) -> list[str]:
    found = list(find_prose_words(text))
    assert all(text[word.start : word.end] == word.text for word in found)
    return [word.text for word in found]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("see www.reader.org/x now", ["see", "now"]),
        ("mail a.b@c.co.uk now", ["mail", "now"]),
        ("(https://x.org/y?z=1)", []),
        ("as @user and #tag say", ["as", "and", "say"]),
        ("foto.jpg is a file", ["is", "a", "file"]),
        ("at the end.Then it began", ["at", "the", "end", "Then", "it", "began"]),
        ("well-known don’t", ["well-known", "don’t"]),
        ("either/or and and/or", ["either", "or", "and", "and", "or"]),
        ("<p class='x'>Text&nbsp;here</p>", ["Text", "here"]),
    ],
)
def test_addresses_files_and_handles_are_left_out(text: str, left: list[str]) -> None:
    assert words(text) == left


@pytest.mark.parametrize("word", ["vilage", "Vilage", "VILLAGES", "café", "don’t"])
def test_ordinary_words_may_be_misspelt(word: str) -> None:
    assert may_be_misspelt(word)


@pytest.mark.parametrize("word", ["a", "NATO", "MPs", "iPhone", "McEwan", "3rd", "B2B", "xiv", "слово", "mіx"])
def test_acronyms_figures_brands_and_other_scripts_may_not(word: str) -> None:
    assert not may_be_misspelt(word)


def test_latin_letters_with_marks_are_latin() -> None:
    assert is_latin("Ångström-naïve’s")
    assert not is_latin("Kиiv")
