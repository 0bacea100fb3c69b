"""Dictionaries: what they know, several threads at once, and what happens where they are missing."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from reader.core.notes import Missing
from reader.lexicon.dictionaries import Dictionary, installed_languages, open_dictionary


@pytest.fixture(params=["en-US", "en-GB"])
def dictionary(request: pytest.FixtureRequest) -> Dictionary:
    found = open_dictionary(request.param)
    assert isinstance(found, Dictionary), found
    return found


def test_hunspell_is_asked_before_all_others(dictionary: Dictionary) -> None:
    assert dictionary.provider == "hunspell"


@pytest.mark.parametrize("word", ["house", "House", "HOUSE", "Monday", "don't", "don’t", "village"])
def test_a_right_word_is_known(dictionary: Dictionary, word: str) -> None:
    assert dictionary.knows(word)


@pytest.mark.parametrize("word", ["recieve", "monday", "", "a\0b", "\ud800", "x" * 5_000, "word word"])
def test_a_wrong_word_is_not_known_and_nothing_breaks(dictionary: Dictionary, word: str) -> None:
    assert not dictionary.knows(word)


def test_the_two_englishes_differ() -> None:
    american, british = open_dictionary("en-US"), open_dictionary("en-GB")
    assert isinstance(american, Dictionary)
    assert isinstance(british, Dictionary)
    assert (american.knows("armored"), american.knows("armoured")) == (True, False)
    assert (british.knows("armored"), british.knows("armoured")) == (False, True)


def test_a_dictionary_is_opened_once_whichever_way_its_tag_is_written() -> None:
    underscored = open_dictionary("en_US")
    assert isinstance(underscored, Dictionary)
    assert underscored.tag == "en-US"
    assert open_dictionary("en-US") is open_dictionary("en-US")


def test_many_threads_get_the_answers_that_one_gets() -> None:
    words = ["receive", "recieve", "colour", "color", "village", "vilage", "Monday", "monday"] * 40
    alone = open_dictionary("en-GB")
    assert isinstance(alone, Dictionary)
    expected = [alone.knows(word) for word in words]
    # Fresh ones, so that their caches are empty and every thread really asks.
    open_dictionary.cache_clear()
    shared = open_dictionary("en-GB")
    assert isinstance(shared, Dictionary)
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: [shared.knows(word) for word in words], range(8)))
    assert answers == [expected] * 8


def test_a_language_without_a_dictionary_is_missing_with_a_remedy() -> None:
    missing = open_dictionary("xx-XX")
    assert isinstance(missing, Missing)
    assert missing.what == "dictionary xx-XX"
    assert missing.message.key == "missing.dictionary"
    assert missing.remedy.value("package") == "hunspell-xx-xx"


@pytest.mark.parametrize("tag", ["", "en US", "../en", "en\0"])
def test_a_tag_that_is_no_tag_is_missing_too(tag: str) -> None:
    assert isinstance(open_dictionary(tag), Missing)


def test_the_installed_languages_are_named_with_hyphens() -> None:
    assert {"en-GB", "en-US"} <= set(installed_languages())


@pytest.mark.parametrize("library", ["/nowhere/libenchant-2.so", __file__])
def test_without_the_c_library_reader_imports_and_says_what_is_missing(library: str) -> None:
    program = (
        "from reader.lexicon.dictionaries import installed_languages, open_dictionary\n"
        "missing = open_dictionary('en-US')\n"
        "print(type(missing).__name__, missing.what, missing.remedy.key, installed_languages())\n"
        "from reader.checks.spelling.word import find_misspelt_words, spelling_missing\n"
        "from reader.checks.facts import Facts\n"
        "from reader.core.article import Article\n"
        "article = Article.of('They recieve it.')\n"
        "print(list(find_misspelt_words(article.blocks[0], Facts())), spelling_missing('en-US').what)\n"
    )
    environment = {
        **os.environ,
        "PYENCHANT_LIBRARY_PATH": library,
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    ran = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False)
    assert ran.stdout.splitlines() == ["Missing enchant missing.enchant.remedy ()", "[] enchant"], ran.stderr
