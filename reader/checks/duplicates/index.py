"""The inverted index of units: words and pairs of neighbouring words, and which units share enough of them.

It takes and gives plain rows (an owner, the number of the unit in it, its content keys in order), so that it can be
updated block by block and kept elsewhere for many articles. An owner is whatever the caller numbers: a block id, or
a number for an article's block.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import chain, combinations, pairwise
from typing import TypeVar

Row = tuple[int, int, tuple[str, ...]]
"""Owner, number of the unit in the owner, and the unit's content keys in the order of its text."""
UnitId = tuple[int, int]
"""Owner and number of a unit."""
KeyPair = tuple[str, str]
Feature = TypeVar("Feature", bound=Hashable)

COMMON = 48
"""A word or pair that more units than this have tells nothing about any two of them, and would cost a lot."""
FEWEST_KEYS = 3
"""Units with fewer different content keys are not indexed: they say too little to be called alike."""
SHARED_WORDS = 0.3
"""Share of the smaller unit's keys that two units must have in common to be compared."""
SHARED_PAIRS = 0.15
"""The same for pairs of neighbours: fewer are needed, for a shared pair is no chance."""


def shingles(keys: Sequence[str]) -> frozenset[KeyPair]:
    """The pairs of neighbouring content keys."""
    return frozenset(pairwise(keys))


def is_candidate(shared_words: int, shared_pairs: int, smaller: int) -> bool:
    """Whether units that share so many words and pairs are worth aligning; `smaller` counts the smaller one's keys."""
    if shared_words >= 2 and shared_words >= SHARED_WORDS * smaller:
        return True
    return shared_pairs >= 2 and shared_pairs >= SHARED_PAIRS * smaller


class RepeatIndex:
    """Which units share words; owners can come and go."""

    def __init__(self) -> None:
        self._rows: dict[int, dict[int, tuple[str, ...]]] = {}
        self._ids: dict[UnitId, int] = {}
        self._units: dict[int, tuple[UnitId, frozenset[str], tuple[str, ...]]] = {}
        self._by_word: dict[str, list[int]] = {}
        self._by_pair: dict[KeyPair, list[int]] | None = None  # entered when it is first needed
        self._asked = False
        self._next = 0

    @classmethod
    def of(cls, rows: Iterable[Row]) -> RepeatIndex:
        """The index of these rows."""
        index = cls()
        for row in rows:
            index.add(row)
        return index

    def __len__(self) -> int:
        return len(self._units)

    def rows(self) -> Iterator[Row]:
        """All rows, those that are too short to be looked up among them."""
        for owner, units in self._rows.items():
            for number, keys in units.items():
                yield owner, number, keys

    def add(self, row: Row) -> set[int]:
        """Take in one unit; `ValueError` where it is there already.

        The owners whose candidates may be others now, besides its own: those of a word that has become too common.
        """
        owner, number, keys = row
        units = self._rows.setdefault(owner, {})
        if number in units:
            raise ValueError(f"unit {number} of {owner} is in the index already")
        units[number] = keys
        words = frozenset(keys)
        if len(words) < FEWEST_KEYS:
            return set()
        by_pair = self._pairs() if self._asked else None
        ident, self._next = self._next, self._next + 1
        self._ids[owner, number] = ident
        self._units[ident] = ((owner, number), words, keys)
        touched = _enter(self._by_word, words, ident)
        if by_pair is not None:
            touched |= _enter(by_pair, shingles(keys), ident)
        return self._owners(touched) if touched else touched

    def remove(self, owner: int) -> set[int]:
        """Forget all units of an owner; nothing happens where it has none.

        The owners whose candidates may be others now: those of a word that is no longer too common.
        """
        touched: set[int] = set()
        for number in self._rows.pop(owner, {}):
            ident = self._ids.pop((owner, number), None)
            if ident is None:
                continue
            _, words, keys = self._units.pop(ident)
            touched |= _forget(self._by_word, words, ident)
            if self._by_pair is not None:
                touched |= _forget(self._by_pair, shingles(keys), ident)
        return self._owners(touched)

    def _pairs(self) -> dict[KeyPair, list[int]]:
        """The units by their pairs of neighbours: one look at few units does without, whatever comes after needs it."""
        if self._by_pair is None:
            self._by_pair = {}
            for ident, (_, _, keys) in self._units.items():
                _enter(self._by_pair, shingles(keys), ident)
        return self._by_pair

    def _owners(self, idents: Iterable[int]) -> set[int]:
        return {self._units[ident][0][0] for ident in idents if ident in self._units}

    def candidates_of(self, unit: UnitId) -> Iterator[UnitId]:
        """The units that share enough with one unit of the index to be compared with it."""
        self._asked = True
        ident = self._ids.get(unit)
        if ident is not None:
            yield from (self._units[other][0] for other in self._alike(ident))

    def candidates(self) -> Iterator[tuple[UnitId, UnitId]]:
        """All pairs worth comparing, each once."""
        self._asked = True
        by_word = _count_together(self._by_word)
        if self._by_pair is None and max(map(len, self._by_word.values()), default=0) <= COMMON:
            yield from self._candidates_by_words(by_word)
            return
        by_pair = _count_together(self._pairs())
        for both, shared in by_word.items():
            if shared > 1 or by_pair.get(both, 0) > 1:  # the least that makes a candidate
                one, other = self._units[both[0]], self._units[both[1]]
                if is_candidate(shared, by_pair.get(both, 0), min(len(one[1]), len(other[1]))):
                    yield one[0], other[0]
        for both, shared in by_pair.items():
            if shared > 1 and both not in by_word:
                one, other = self._units[both[0]], self._units[both[1]]
                if is_candidate(0, shared, min(len(one[1]), len(other[1]))):
                    yield one[0], other[0]

    def _candidates_by_words(self, by_word: Counter[tuple[int, int]]) -> Iterator[tuple[UnitId, UnitId]]:
        """The same where no word is too common: then units that share two pairs share two words that are counted."""
        for both, shared in by_word.items():
            if shared < 2:
                continue
            (one, words, keys), (other, its_words, its_keys) = self._units[both[0]], self._units[both[1]]
            smaller = min(len(words), len(its_words))
            if shared >= SHARED_WORDS * smaller or is_candidate(
                shared, len(shingles(keys) & shingles(its_keys)), smaller
            ):
                yield one, other

    def _alike(self, ident: int) -> Iterator[int]:
        _, words, keys = self._units[ident]
        by_pair = _count(self._pairs(), shingles(keys))
        by_word = _count(self._by_word, words)
        for other, shared in by_word.items():
            if other != ident and (shared > 1 or by_pair.get(other, 0) > 1):
                smaller = min(len(words), len(self._units[other][1]))
                if is_candidate(shared, by_pair.get(other, 0), smaller):
                    yield other
        for other, shared in by_pair.items():
            if other != ident and other not in by_word:
                smaller = min(len(words), len(self._units[other][1]))
                if is_candidate(0, shared, smaller):
                    yield other


def _count(postings: dict[Feature, list[int]], features: Iterable[Feature]) -> Counter[int]:
    found = (postings[feature] for feature in features)
    return Counter(chain.from_iterable(units for units in found if 1 < len(units) <= COMMON))


def _count_together(postings: dict[Feature, list[int]]) -> Counter[tuple[int, int]]:
    """How many features two units share, the earlier entered first."""
    found = (units for units in postings.values() if 1 < len(units) <= COMMON)
    return Counter(chain.from_iterable(combinations(units, 2) for units in found))


def _enter(postings: dict[Feature, list[int]], features: Iterable[Feature], ident: int) -> set[int]:
    """Enter a unit; the units of features that have just become too common."""
    touched: set[int] = set()
    for feature in features:
        units = postings.get(feature)
        if units is None:
            postings[feature] = [ident]
            continue
        units.append(ident)
        if len(units) == COMMON + 1:
            touched.update(units)
    return touched


def _forget(postings: dict[Feature, list[int]], features: Iterable[Feature], ident: int) -> set[int]:
    """Take a unit out; the units of features that are no longer too common."""
    touched: set[int] = set()
    for feature in features:
        units = postings[feature]
        units.remove(ident)
        if len(units) == COMMON:
            touched.update(units)
        if not units:
            del postings[feature]
    return touched
