"""Which wordings are alike: kept up while units come and go, so that an edit costs what its block costs.

Units of the same words are one *wording*; wordings are compared, not units, so a line that stands ten thousand times
costs no more than one. What an exchange leaves is what comparing all wordings anew would give.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reader.checks.duplicates.comparing import Comparison, compare_units
from reader.checks.duplicates.index import RepeatIndex, Row, UnitId
from reader.checks.duplicates.units import UnitText

_TOGETHER = 2_000
"""Wordings of which all pairs are counted at once: of more, the counts would take too much memory."""
Words = tuple[str, ...]


@dataclass(slots=True)
class _Wording:
    """A row of words as they stand, one unit that has them, how many have, and what it is alike, by number.

    `itself` is its comparison with another unit of the same words, made when it is first asked for.
    """

    number: int
    text: UnitText
    uses: int = 0
    partners: dict[int, Comparison] = field(default_factory=dict)
    itself: Comparison | None = None


class Alike:
    """The wordings of some units, and the comparisons of those that are alike."""

    def __init__(self) -> None:
        self._wordings: dict[Words, _Wording] = {}
        self._by_number: dict[int, _Wording] = {}
        self._related: dict[int, _Wording] = {}
        self._index = RepeatIndex()
        self._next = 0

    def exchange(self, gone: Sequence[UnitText], fresh: Sequence[UnitText]) -> bool:
        """Take in some units and forget others; a wording that is among both keeps what it is alike.

        Whether that concerns any unit that is like another, before or after.
        """
        concerned = any(map(self._is_alike, gone))
        touched: set[int] = set()
        for text in fresh:
            touched.update(self._use(text))
        for text in gone:
            touched.update(self._drop(text))
        touched.intersection_update(self._by_number)
        for number in touched:
            concerned = concerned or bool(self._by_number[number].partners)
            self._forget_partners(number)
        for one, other in self._candidates(touched):
            self._relate(self._by_number[one], self._by_number[other])
        return concerned or any(self._by_number[n].partners for n in touched) or any(map(self._is_alike, fresh))

    def compare(self, left: UnitText, right: UnitText) -> Comparison | None:
        """The comparison of two units, from what is known where it is known."""
        one, other = self._wordings.get(left.words), self._wordings.get(right.words)
        if one is None or other is None:
            return _compare_in_order(left, right)
        if one is other:
            one.itself = one.itself or compare_units(left, right)
            return one.itself
        return one.partners.get(other.number) or _compare_in_order(left, right)

    def pairs(self) -> Iterator[tuple[UnitText, UnitText]]:
        """Pairs of wordings that are alike, each once, by units that have them."""
        for wording in self._related.values():
            for other in wording.partners:
                if wording.number < other:
                    yield wording.text, self._by_number[other].text

    def rows(self) -> Iterator[Row]:
        """The rows of the index: one a wording, which is its owner."""
        return self._index.rows()

    def candidates_of(self, wording: int) -> Iterator[UnitId]:
        """The wordings that share enough with one to be compared with it, by their rows."""
        return self._index.candidates_of((wording, 0))

    # -- inside ----------------------------------------------------------------------------------------------------

    def _is_alike(self, text: UnitText) -> bool:
        wording = self._wordings.get(text.words)
        return wording is not None and bool(wording.partners)

    def _candidates(self, touched: set[int]) -> Iterator[tuple[int, int]]:
        if len(touched) == len(self._by_number) <= _TOGETHER:
            for (one, _), (other, _) in self._index.candidates():
                yield one, other
            return
        for number in touched:
            for other, _ in self._index.candidates_of((number, 0)):
                yield number, other

    def _use(self, text: UnitText) -> set[int]:
        wording = self._wordings.get(text.words)
        if wording is not None:
            wording.uses += 1
            return set()
        wording = self._wordings[text.words] = _Wording(self._next, text, 1)
        self._by_number[wording.number] = wording
        self._next += 1
        return {wording.number, *self._index.add((wording.number, 0, text.content))}

    def _drop(self, text: UnitText) -> set[int]:
        wording = self._wordings[text.words]
        wording.uses -= 1
        if wording.uses:
            return set()
        self._forget_partners(wording.number)
        del self._wordings[text.words], self._by_number[wording.number]
        return self._index.remove(wording.number)

    def _forget_partners(self, number: int) -> None:
        wording = self._by_number[number]
        for other in wording.partners:
            partners = self._by_number[other].partners
            del partners[number]
            if not partners:
                del self._related[other]
        wording.partners.clear()
        self._related.pop(number, None)

    def _relate(self, one: _Wording, other: _Wording) -> None:
        if other.number in one.partners:
            return
        left, right = (one, other) if one.text.words <= other.text.words else (other, one)
        comparison = compare_units(left.text, right.text)
        if comparison is not None:
            left.partners[right.number] = comparison
            right.partners[left.number] = comparison.mirrored()
            self._related[left.number], self._related[right.number] = left, right


def _compare_in_order(left: UnitText, right: UnitText) -> Comparison | None:
    """The comparison made in an order that the words give, so that both ways round it is the same."""
    if left.words <= right.words:
        return compare_units(left, right)
    comparison = compare_units(right, left)
    return comparison.mirrored() if comparison is not None else None
