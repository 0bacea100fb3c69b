"""The four classes of unknown words."""

from __future__ import annotations

import pytest

from reader.checks.spelling.judging import Klass, Speller, open_speller
from reader.core.notes import Missing


@pytest.fixture
def speller() -> Speller:
    found = open_speller("en-US")
    assert isinstance(found, Speller), found
    return found


@pytest.mark.parametrize(
    ("word", "due", "klass"),
    [
        ("recieve", False, Klass.ERROR),
        ("aswell", False, Klass.ERROR),
        ("thursday", False, Klass.ERROR),
        ("abandonned", False, Klass.ERROR),
        ("currrently", False, Klass.ERROR),
        ("zorbling", False, Klass.UNKNOWN),
        ("offramp", False, Klass.UNKNOWN),
        ("noooo", False, Klass.UNKNOWN),
        ("xq", False, Klass.UNKNOWN),
        ("colour", False, Klass.DIALECT),
        ("Tarnavskyi", False, Klass.NAME),
        ("Brandis", False, Klass.NAME),
        ("Goverment", False, Klass.NAME),
        ("Goverment", True, Klass.ERROR),
        ("Centre", True, Klass.NAME),
        ("Ukranian", False, Klass.ERROR),
        ("Germanio", False, Klass.NAME),
    ],
)
def test_each_word_has_its_class(speller: Speller, word: str, due: bool, klass: Klass) -> None:
    verdict = speller.judge(word, capital_is_due=due)
    assert verdict is not None
    assert verdict.klass is klass
    assert 0 <= verdict.score <= 1


@pytest.mark.parametrize("word", ["village", "Village", "hotline", "counteroffensive"])
def test_a_right_word_has_no_verdict(speller: Speller, word: str) -> None:
    assert speller.judge(word, capital_is_due=False) is None


def test_without_the_other_dictionary_the_table_of_pairs_tells_the_dialect(speller: Speller) -> None:
    alone = Speller(speller.dictionary, None)
    verdict = alone.judge("colour", capital_is_due=False)
    assert verdict is not None
    assert (verdict.klass, verdict.suggestions) == (Klass.DIALECT, ("color",))


def test_a_language_without_dictionary_has_no_speller() -> None:
    assert isinstance(open_speller("xx"), Missing)
