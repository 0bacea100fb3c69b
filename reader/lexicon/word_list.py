"""The packaged English words: how often each is used, its spelling in the other dialect, and what is never offered.

The lists say what is *usual*, never what is right: a frequent misspelling is frequent, so every suggestion is also
asked of the dictionary. Sources and licences: `resources/lexicon/README.md`. Nothing is read before it is asked for.
"""

from __future__ import annotations

from functools import cache

from reader.lexicon.resources import find_resource

_WORD_LISTS = ("lexicon/words_en.txt", "lexicon/words_modern.txt")
_DIALECTS = "lexicon/dialects_en.txt"
_NEVER_SUGGESTED = "lexicon/never_suggested.txt"
_PROPER_WORDS = "lexicon/proper_words.txt"


def parse_word_list(text: str) -> dict[str, float]:
    """Words with their frequencies; each paragraph begins with its frequency class (ten times the Zipf value)."""
    words: dict[str, float] = {}
    for paragraph in text.split("\n\n"):
        klass, *group = paragraph.split()
        words.update(dict.fromkeys(group, int(klass) / 10))
    return words


@cache
def load_word_list() -> dict[str, float]:
    """About 83,000 words in lower case with their Zipf frequencies: 3 is once a million words, 6 once a thousand.

    Not to be changed. `ResourceMissing` where the program was not installed whole.
    """
    words: dict[str, float] = {}
    for name in _WORD_LISTS:
        words.update(parse_word_list(_read(name)))
    return words


@cache
def load_dialects() -> dict[str, str]:
    """British spellings with their American ones, in lower case."""
    return dict(line.split() for line in _read(_DIALECTS).splitlines())


@cache
def load_dialects_reversed() -> dict[str, str]:
    """American spellings with their British ones (the more frequent where there are two), in lower case."""
    words = load_word_list()
    found: dict[str, str] = {}
    for british, american in load_dialects().items():
        if american not in found or words.get(british, 0) > words.get(found[american], 0):
            found[american] = british
    return found


@cache
def never_suggested() -> frozenset[str]:
    """Coarse words: known, so never faulted, but never offered for another word."""
    return frozenset(_read(_NEVER_SUGGESTED).split())


@cache
def load_proper_words() -> frozenset[str]:
    """Words that are written with a capital and are no names: months, days, peoples, faiths; in lower case."""
    return frozenset(_read(_PROPER_WORDS).split())


def _read(name: str) -> str:
    return find_resource(name).read_text(encoding="utf-8")
