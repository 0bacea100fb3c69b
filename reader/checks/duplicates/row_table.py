"""Which paragraphs have a row of words, for millions of rows: in plain arrays, a quarter of what a dict of lists takes.

An open table of hashes: a slot holds the place of the first paragraph that has a row; each place names the next one.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence

_SMALLEST = 1 << 10
_SPARE = 2
"""Slots for each row, at least: fuller, a look would pass too many others."""


class RowTable:
    """Rows, which are numbers of 32 bits, with the paragraphs that have them: at most `most` each, and one more."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._slots = array("I", bytes(4 * _SMALLEST))
        self._rows = array("I", (0,))
        self._holders = array("I", (0,))
        self._following = array("I", (0,))

    def add(self, rows: Sequence[int], paragraph: int) -> list[int]:
        """Enter a paragraph for its rows; those entered before, as often as they share one of them."""
        if (len(self._rows) + len(rows)) * _SPARE > len(self._slots):
            self._grow(len(self._rows) + len(rows))
        found: list[int] = []
        for row in rows:
            slot = self._find_slot(row)
            first = self._slots[slot]
            before = self._list_holders(first) if first else ()
            if len(before) <= self._most:
                found.extend(before)
                self._slots[slot] = len(self._rows)
                self._rows.append(row)
                self._holders.append(paragraph)
                self._following.append(first)
        return found

    def holders_of(self, row: int) -> Sequence[int]:
        """The paragraphs that have a row, none where they are more than `most`."""
        found = self._list_holders(self._slots[self._find_slot(row)])
        return found if len(found) <= self._most else ()

    def _list_holders(self, place: int) -> list[int]:
        found: list[int] = []
        while place:
            found.append(self._holders[place])
            place = self._following[place]
        return found

    def _find_slot(self, row: int) -> int:
        slots, rows = self._slots, self._rows
        mask = len(slots) - 1
        slot = (row ^ row >> 15) >> 2 & mask  # rows that are kept end in the same bits
        while (place := slots[slot]) and rows[place] != row:
            slot = slot + 1 & mask
        return slot

    def _grow(self, size: int) -> None:
        slots = len(self._slots)
        while size * _SPARE > slots:
            slots *= 4
        self._slots = array("I", bytes(4 * slots))
        for place in range(1, len(self._rows)):  # the last place of a row is the one that a look finds first
            self._slots[self._find_slot(self._rows[place])] = place
