"""Finds the words of a list that lie within a few slips of a given one, without looking at most of them closely.

A slip is a letter too many, too few, wrong, or exchanged with its neighbour (optimal string alignment distance).
The index keeps for each word one integer with two bits a letter (stands in it; stands in it twice). One slip changes
at most two of these bits, an exchange none, so that counting the bits that differ rules nearly all words out. Law:
`NearIndex(words).find_near(w, n)` is exactly the words whose `slip_distance` to w is at most n.
"""

from __future__ import annotations

from collections.abc import Iterable

_SECOND = 40  # the bits for letters that stand twice begin here


def slip_distance(left: str, right: str, limit: int = 1_000) -> int:
    """The number of slips between two words, or `limit + 1` where it is larger than `limit`."""
    if abs(len(left) - len(right)) > limit:
        return limit + 1
    before: list[int] = []
    above = list(range(len(right) + 1))
    for row, char in enumerate(left, 1):
        here = [row]
        lowest = row
        for column, other in enumerate(right, 1):
            if char == other:
                value = above[column - 1]
            else:
                value = 1 + min(above[column - 1], above[column], here[column - 1])
                if row > 1 and column > 1 and char == right[column - 2] and left[row - 2] == other:
                    value = min(value, before[column - 2] + 1)
            here.append(value)
            lowest = min(lowest, value)
        if lowest > limit and min(above) >= limit:
            return limit + 1
        before, above = above, here
    return min(above[-1], limit + 1)


def _bit(char: str) -> int:
    code = ord(char) - 97
    return 1 << (code if 0 <= code < 26 else 26 + ord(char) % 13)


def letter_bits(word: str) -> int:
    """The letters of a word as bits; other characters than a to z share a few."""
    once = twice = 0
    for char in word:
        bit = _BITS.get(char) or _bit(char)
        twice |= once & bit
        once |= bit
    return once | twice << _SECOND


_BITS = {char: _bit(char) for char in "abcdefghijklmnopqrstuvwxyz'"}


class NearIndex:
    """Words grouped by length, each with its letters as bits."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_length: dict[int, tuple[list[str], list[int]]] = {}
        for word in words:
            group = self._by_length.setdefault(len(word), ([], []))
            group[0].append(word)
            group[1].append(letter_bits(word))

    def find_near(self, word: str, limit: int) -> list[str]:
        """All words of the index at most `limit` slips away from `word`, in no particular order."""
        bits = letter_bits(word)
        found: list[str] = []
        for length in range(max(0, len(word) - limit), len(word) + limit + 1):
            if length not in self._by_length:
                continue
            # Each letter too many or too few changes one bit, every other slip at most two.
            most = 2 * limit - abs(len(word) - length)
            words, all_bits = self._by_length[length]
            near = [n for n, other in enumerate(all_bits) if (other ^ bits).bit_count() <= most]
            found.extend(words[n] for n in near if slip_distance(word, words[n], limit) <= limit)
        return found
