"""Finds, among very many paragraphs, those that share wording with another: what a library of articles is sieved with.

Of the rows of three words of a paragraph one in four is kept, chosen by what it is, not by where it stands, so that
two copies keep the same ones. A paragraph is worth a closer look where another shares enough of them. The sieve takes
and gives plain rows (owner, row numbers), so that it can be kept elsewhere; what it lets through is compared in full.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Generic, TypeVar
from zlib import crc32

from reader.checks.duplicates.row_table import RowTable

ONE_IN = 4
"""Of so many rows of words one is kept."""
COMMON = 40
"""A row of words that more paragraphs than this have is a phrase of the language or of the house."""
LEAST_SHARED = 0.2
"""Share of the smaller paragraph's kept rows that must be in the other."""
FEWEST = 2
_WORD = re.compile(r"\w+")
_MIX_FIRST, _MIX_SECOND, _MASK = 0x9E3779B1, 0x85EBCA77, 0xFFFFFFFF

Owner = TypeVar("Owner")


class _Numbers(dict[str, int]):
    """The number of each word, made of its letters: the same in every process."""

    def __missing__(self, word: str) -> int:
        number = self[word] = crc32(word.encode(errors="surrogatepass"))
        return number


_NUMBERS = _Numbers()
_MOST_NUMBERS = 500_000


def rows_of(text: str) -> frozenset[int]:
    """The kept rows of three words of a text, as numbers; all rows of a text that is too short to spare any."""
    rows = _all_rows(text)
    kept = frozenset([row for row in rows if not row % ONE_IN])
    return kept if len(kept) >= FEWEST else frozenset(rows)


def share_wording(one: str, other: str) -> bool:
    """Whether two texts share so much of all their rows that comparing them is worth it: the thorough look."""
    here, there = set(_all_rows(one)), set(_all_rows(other))
    return len(here & there) >= max(FEWEST, LEAST_SHARED * min(len(here), len(there)))


def _all_rows(text: str) -> list[int]:
    if len(_NUMBERS) > _MOST_NUMBERS:
        _NUMBERS.clear()
    words = [_NUMBERS[word] for word in _WORD.findall(text.casefold())]
    return [
        (first * _MIX_FIRST + second * _MIX_SECOND + third) & _MASK
        for first, second, third in zip(words, words[1:], words[2:], strict=False)
    ]


class Sieve(Generic[Owner]):
    """Which paragraphs share rows of words."""

    def __init__(self) -> None:
        self._owners: list[Owner] = []
        self._rows = array("I")
        self._ends = array("Q")
        self._table = RowTable(COMMON)

    def __len__(self) -> int:
        return len(self._owners)

    def add(self, owner: Owner, text: str) -> list[Owner]:
        """Take in a paragraph; those taken in before that share enough with it."""
        return self.add_rows(owner, rows_of(text))

    def add_rows(self, owner: Owner, rows: Iterable[int]) -> list[Owner]:
        """The same for a paragraph of which the rows are known."""
        number, kept = len(self._owners), array("I", rows)
        shared = Counter(self._table.add(kept, number))
        partners = list(self._find_partners(shared, len(kept)))
        self._owners.append(owner)
        self._rows.extend(kept)
        self._ends.append(len(self._rows))
        return partners

    def rows(self) -> Iterator[tuple[Owner, Sequence[int]]]:
        """All paragraphs with their rows."""
        for owner, start, end in zip(self._owners, (0, *self._ends), self._ends, strict=False):
            yield owner, self._rows[start:end]

    def partners_of(self, rows: Sequence[int]) -> Iterator[Owner]:
        """The paragraphs taken in that share enough with these rows."""
        return self._find_partners(Counter(chain.from_iterable(map(self._table.holders_of, rows))), len(rows))

    def _find_partners(self, counts: Mapping[int, int], size: int) -> Iterator[Owner]:
        for number, shared in counts.items():
            its = self._ends[number] - (self._ends[number - 1] if number else 0)
            if shared >= max(1.0, LEAST_SHARED * min(size, its)):
                yield self._owners[number]
