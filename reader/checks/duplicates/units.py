"""The units that are compared: the sentences of every block, with their words and exact offsets in the block.

A sentence too long to compare as one is cut at clause marks, or anywhere where it has none, so that text without
punctuation costs no more than other text. Chinese and Japanese characters count as a word each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reader.checks.duplicates.word_forms import WordClass, form_of
from reader.core.article import Article, Block
from reader.core.spans import Span
from reader.text.sentences import find_sentences
from reader.text.words import Word, find_words

LONGEST_UNIT = 90
"""Words of the longest unit; longer sentences are cut. Edited sentences hardly ever have more than 60."""
_CUT_FROM = 60
_CACHED_LENGTH = 20_000
_IDEOGRAPHS = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_STOP = re.compile(r"[.!?…。！？]+[\"'”’)\]»]*\s*$")
_CLAUSE_MARKS = frozenset(",;:—–\u2028、，；。")


@dataclass(frozen=True, slots=True)
class UnitText:
    """A unit inside a text: offsets of the text, one entry a word in the tuples."""

    start: int
    end: int
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    folded: tuple[str, ...]
    keys: tuple[str, ...]
    classes: tuple[WordClass, ...]
    content: tuple[str, ...]
    stopped: bool

    @property
    def size(self) -> int:
        """The number of words."""
        return len(self.keys)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of an article: its block, the block's index among all blocks, its number in the block, and of how many."""

    block: Block
    position: int
    number: int
    of: int
    text: UnitText

    @property
    def order(self) -> tuple[int, int]:
        """Where the unit stands: sorts units as they are read."""
        return (self.position, self.number)


def find_units(article: Article) -> tuple[Unit, ...]:
    """All units of all blocks, as they are read."""
    found: list[Unit] = []
    for position, block in enumerate(article.blocks):
        texts = units_of_text(block.text)
        found.extend(Unit(block, position, number, len(texts), text) for number, text in enumerate(texts))
    return tuple(found)


def units_of_text(text: str) -> tuple[UnitText, ...]:
    """The units of one block's text."""
    return _cached_units(text) if len(text) <= _CACHED_LENGTH else tuple(_cut_units(text))


@lru_cache(maxsize=8192)
def _cached_units(text: str) -> tuple[UnitText, ...]:
    return tuple(_cut_units(text))


def _cut_units(text: str) -> Iterator[UnitText]:
    for sentence in find_sentences(text):
        words = _find_words(text, sentence)
        if len(words) <= LONGEST_UNIT:
            yield _make_unit(text, sentence.start, sentence.end, words)
        else:
            yield from _cut_long(text, sentence, words)


def _cut_long(text: str, sentence: Span, words: list[Word]) -> Iterator[UnitText]:
    start, first = sentence.start, 0
    while first < len(words):
        last = min(first + LONGEST_UNIT, len(words))
        if last < len(words):
            last = next((n for n in range(last, first + _CUT_FROM, -1) if _is_clause_end(text, words, n)), last)
        end = words[last - 1].end if last < len(words) else sentence.end
        yield _make_unit(text, start, end, words[first:last])
        if last < len(words):
            start = words[last].start
        first = last


def _is_clause_end(text: str, words: list[Word], n: int) -> bool:
    return not _CLAUSE_MARKS.isdisjoint(text[words[n - 1].end : words[n].start])


def _find_words(text: str, span: Span) -> list[Word]:
    words = list(find_words(text, span.start, span.end))
    if text.isascii() or not _IDEOGRAPHS.search(text, span.start, span.end):
        return words
    parted: list[Word] = []
    for word in words:
        if _IDEOGRAPHS.search(word.text):
            parted.extend(Word(char, word.start + n, word.start + n + 1) for n, char in enumerate(word.text))
        else:
            parted.append(word)
    return parted


def _make_unit(text: str, start: int, end: int, words: list[Word]) -> UnitText:
    forms = [form_of(word.text) for word in words]
    return UnitText(
        start,
        end,
        tuple([word.start for word in words]),
        tuple([word.end for word in words]),
        tuple([word.text for word in words]),
        tuple([form.folded for form in forms]),
        tuple([form.key for form in forms]),
        tuple([form.klass for form in forms]),
        tuple([form.key for form in forms if form.klass is not WordClass.FUNCTION]),
        bool(_STOP.search(text, max(start, end - 8), end)),
    )
