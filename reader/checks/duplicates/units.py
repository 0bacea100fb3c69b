"""The units that are compared: the sentences of every block, with their words and exact offsets in the block.

A sentence too long to compare as one is cut at clause marks, or anywhere where it has none, so that text without
punctuation costs no more than other text. A credit that scrapers glue to the end of a caption ("… on MondayCredit:
Agency") is a unit of its own. Chinese and Japanese characters count as a word each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.checks.duplicates.credits import is_credit, may_hold_glued_credit, part_glued_credit
from reader.checks.duplicates.trimmings import find_trimmings
from reader.checks.duplicates.word_forms import FORMS, WordClass
from reader.core.article import Block
from reader.core.spans import Span
from reader.text.sentences import find_sentences
from reader.text.words import list_spans, list_words

LONGEST_UNIT = 90
"""Words of the longest unit; longer sentences are cut. Edited sentences hardly ever have more than 60."""
_CUT_FROM = 60
_CACHED_LENGTH = 20_000
Offsets = tuple[int, int]
Word = tuple[str, int, int]
"""A word with its offsets in the block."""
_IDEOGRAPHS = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_STOPS = tuple(".!?…。！？")
_CLOSERS = "\"'”’)]» "
_CLAUSE_MARKS = frozenset(",;:—–\u2028、，；。")


@dataclass(slots=True, eq=False)
class UnitText:
    """A unit inside a text: offsets of the text, one entry a word in the tuples. Known by identity, as caches ask."""

    block: str
    start: int
    end: int
    words: tuple[str, ...]
    folded: tuple[str, ...]
    keys: tuple[str, ...]
    classes: tuple[WordClass, ...]
    weights: tuple[float, ...]
    total: float
    content: tuple[str, ...]
    stopped: bool
    credit: bool
    trimmed: float
    """The total without a caption's label and marks, and without who said it."""
    known_offsets: Sequence[Offsets] | None = None
    known_facts: tuple[tuple[str, float], ...] | None = None

    @property
    def size(self) -> int:
        """The number of words."""
        return len(self.keys)

    @property
    def offsets(self) -> Sequence[Offsets]:
        """Where each word stands; read when first asked for, as most units are never marked."""
        if self.known_offsets is None:
            self.known_offsets = [(start, end) for _, start, end in _find_words(self.block, self.start, self.end)]
        return self.known_offsets

    @property
    def facts(self) -> tuple[tuple[str, float], ...]:
        """Keys and weights of figures, dates and capitalised words; kept, as a unit is compared with several."""
        if self.known_facts is None:
            rows = zip(self.keys, self.weights, self.classes, self.words, strict=True)
            plain = (WordClass.FUNCTION, WordClass.CONTENT)
            self.known_facts = tuple(
                [(key, weight) for key, weight, klass, word in rows if word[0].isupper() or klass not in plain]
            )
        return self.known_facts


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of an article: its block, the block's index among all, its number in the block, and of how many.

    `first` where the block is the first of its article: its headline. `compared` where it is running copy.
    """

    block: Block
    position: int
    number: int
    of: int
    text: UnitText
    first: bool = False
    compared: bool = True

    @property
    def order(self) -> tuple[int, int]:
        """Where the unit stands: sorts units as they are read."""
        return (self.position, self.number)


def find_name_pairs(text: UnitText) -> Iterator[tuple[str, str]]:
    """Neighbouring capitalised words, by their keys: "Sarah Jones"."""
    for n in range(1, text.size):
        if (
            text.words[n][0].isupper()
            and text.words[n - 1][0].isupper()
            and text.classes[n] is WordClass.CONTENT
            and text.classes[n - 1] is WordClass.CONTENT
        ):
            yield text.keys[n - 1], text.keys[n]


def units_of_text(text: str) -> tuple[UnitText, ...]:
    """The units of one block's text."""
    return _cached_units(text) if len(text) <= _CACHED_LENGTH else tuple(_cut_units(text))


@lru_cache(maxsize=8192)
def _cached_units(text: str) -> tuple[UnitText, ...]:
    return tuple(_cut_units(text))


def _cut_units(text: str) -> Iterator[UnitText]:
    parted = not text.isascii() and bool(_IDEOGRAPHS.search(text))
    for sentence in _find_parts(text):
        start, end = sentence.start, sentence.end
        words = [word for word, _, _ in _find_words(text, start, end)] if parted else list_words(text, start, end)
        if not words:
            continue
        if len(words) <= LONGEST_UNIT:
            yield _make_unit(text, start, end, words)
        else:
            yield from _cut_long(text, sentence)


def _find_parts(text: str) -> Iterator[Span]:
    """The sentences; where a credit is glued to one, both parts."""
    glued = may_hold_glued_credit(text)
    for sentence in find_sentences(text):
        if glued:
            yield from part_glued_credit(text, sentence)
        else:
            yield sentence


def _cut_long(text: str, sentence: Span) -> Iterator[UnitText]:
    words = _find_words(text, sentence.start, sentence.end)
    start, first = sentence.start, 0
    while first < len(words):
        last = min(first + LONGEST_UNIT, len(words))
        if last < len(words):
            last = next((n for n in range(last, first + _CUT_FROM, -1) if _is_clause_end(text, words, n)), last)
        end = words[last - 1][2] if last < len(words) else sentence.end
        piece = words[first:last]
        yield _make_unit(text, start, end, [word for word, _, _ in piece], [(begin, stop) for _, begin, stop in piece])
        if last < len(words):
            start = words[last][1]
        first = last


def _is_clause_end(text: str, words: list[Word], n: int) -> bool:
    return not _CLAUSE_MARKS.isdisjoint(text[words[n - 1][2] : words[n][1]])


def _find_words(text: str, start: int, end: int) -> list[Word]:
    words = [(text[begin:stop], begin, stop) for begin, stop in list_spans(text, start, end)]
    if text.isascii() or not _IDEOGRAPHS.search(text, start, end):
        return words
    parted: list[Word] = []
    for word, begin, stop in words:
        if _IDEOGRAPHS.search(word):
            parted.extend((char, begin + n, begin + n + 1) for n, char in enumerate(word))
        else:
            parted.append((word, begin, stop))
    return parted


def _make_unit(
    text: str, start: int, end: int, words: Sequence[str], offsets: Sequence[Offsets] | None = None
) -> UnitText:
    folded, keys, classes, weights = zip(*map(FORMS.__getitem__, words), strict=True)
    sentence, total = text[start:end], sum(weights)
    unit = UnitText(
        text,
        start,
        end,
        tuple(words),
        folded,
        keys,
        classes,
        weights,
        total,
        tuple([key for key, klass in zip(keys, classes, strict=True) if klass]),
        sentence.rstrip(_CLOSERS).endswith(_STOPS),
        is_credit(sentence, len(words)),
        total,
        offsets,
    )
    spans = tuple(find_trimmings(sentence, start))
    if spans:
        unit.trimmed -= _weigh_inside(unit, spans)
    return unit


def _weigh_inside(unit: UnitText, spans: Sequence[Offsets]) -> float:
    """The weight of the words in some spans; nothing where they hold all words."""
    rows = zip(unit.offsets, unit.weights, strict=True)
    inside = [weight for (at, _), weight in rows if any(low <= at < high for low, high in spans)]
    return sum(inside) if len(inside) < unit.size else 0.0
