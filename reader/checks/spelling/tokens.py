"""The words of a block that can be misspelt: no figures, addresses, handles, file names, acronyms or other scripts.

Offsets are code points into the text that was given.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from reader.core.spans import Span
from reader.text.words import Word, find_words

_NO_PROSE = re.compile(
    r"""
      (?:https?|ftp|file|mailto):\S+                    # addresses
    | www\.\S+
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                      # e-mail
    | (?<![\w@\#])[@\#][\w]+                            # handles and hashtags
    | \b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|gov|info|io|ly|tv|co\.\w\w|ac\.\w\w|uk|de|fr|eu|ru|ua)\b(?:/\S*)?
    | \b[\w-]+\.(?:jpe?g|png|gif|pdf|docx?|xlsx?|txt|html?|php|mp[34]|zip|csv|py|js|exe)\b
    | (?:[A-Za-z]:\\|~?/)[\w.-]+(?:[/\\][\w.-]+)+        # paths
    | </?[a-zA-Z][^<>]{0,200}>                          # tags that a scraper left
    | &\#?\w+;
    | \S*(?:â[\u0080-\u00bf€]|[ÃÂ][\u0080-\u00bf])+\S*      # mojibake: the encoding is at fault, not the word
    """,
    re.VERBOSE,
)
_PLURAL_ACRONYM = re.compile(r"[A-Z]{2,}s")
_ROMAN = re.compile(r"(?=.)m{0,3}(?:c[md]|d?c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})")
ACRONYM_LETTERS = 5
"""Words in capitals up to this length are taken for acronyms."""


def find_prose_words(text: str) -> Iterator[Word]:
    """The words of running prose, hyphenated ones whole; what stands inside an address or file name is left out."""
    skipped = [Span(match.start(), match.end()) for match in _NO_PROSE.finditer(text)]
    position = 0
    for word in find_words(text):
        while position < len(skipped) and skipped[position].end <= word.start:
            position += 1
        if position < len(skipped) and skipped[position].overlaps(word.span):
            continue
        yield word


def may_be_misspelt(word: str) -> bool:
    """Whether a word, or part of a hyphenated one, is of a kind that a dictionary can speak of."""
    if len(word) < 2 or not is_latin(word) or any(char.isdigit() for char in word):
        return False
    if word.isupper() and len(word) <= ACRONYM_LETTERS:
        return False
    if _PLURAL_ACRONYM.fullmatch(word) or _ROMAN.fullmatch(word):
        return False
    return not any(char.isupper() for char in word[1:]) or word.isupper()


def is_latin(word: str) -> bool:
    """Whether every letter of the word is a Latin one."""
    return word.isascii() or all(_is_latin_letter(char) for char in word if char.isalpha())


@lru_cache(maxsize=4_000)
def _is_latin_letter(char: str) -> bool:
    return unicodedata.name(char, "").startswith("LATIN")
