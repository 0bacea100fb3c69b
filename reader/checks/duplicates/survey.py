"""What is known of the blocks looked at: units, where words stand, which wordings are alike; kept up block by block.

`follow` brings it up to date with an article: an edit is a row of blocks in the place of another, and costs what those
blocks cost. What it leaves is what a new survey of the same article would hold.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter, is_
from typing import Any

from reader.checks.duplicates.alike import Alike
from reader.checks.duplicates.comparing import Comparison
from reader.checks.duplicates.kept import Kept
from reader.checks.duplicates.mentions import Mentions
from reader.checks.duplicates.silence import is_compared
from reader.checks.duplicates.units import Unit, UnitText, units_of_text
from reader.core.article import Article, Block

_FEW = 64
"""Blocks up to which units are exchanged one by one; where more are, all are entered anew."""
_order = attrgetter("order")


@dataclass(slots=True, eq=False)
class _Known:
    """A block, what was read from it, and its units where it stood last."""

    block: Block
    texts: tuple[UnitText, ...]
    compared: bool
    units: tuple[Unit, ...] = ()

    def units_at(self, position: int, *, first: bool) -> tuple[Unit, ...]:
        """The units at a position; the same objects as long as the block does not move."""
        if not self.units or self.units[0].position != position or self.units[0].first is not first:
            of = len(self.texts)
            self.units = tuple(
                Unit(self.block, position, number, of, text, first, self.compared)
                for number, text in enumerate(self.texts)
            )
        return self.units


class Survey:
    """Follows one article, or takes in blocks of several.

    `blocks` are the units of every block by its position; `by_words` those that are compared by their folded words,
    in the order of reading. `regrouped` is the last step of `mentions` at which any unit came, went or moved that has
    the words of another or is like it, or any block that is not compared.
    """

    def __init__(self) -> None:
        self.blocks: dict[int, tuple[Unit, ...]] = {}
        self.by_words: dict[tuple[str, ...], list[Unit]] = {}
        self.mentions = Mentions()
        self.regrouped = 0
        self._blocks: tuple[Block, ...] = ()
        self._known: list[_Known] = []
        self._alike = Alike()
        self._holders: dict[str, set[_Known]] | None = None
        self._holding: dict[str, tuple[Unit, ...]] = {}
        self._kept: dict[str, Kept[Any]] = {}

    @classmethod
    def of(cls, article: Article) -> Survey:
        """A survey of this article."""
        survey = cls()
        survey.follow(article)
        return survey

    def follow(self, article: Article) -> None:
        """Bring everything up to date with the article as it stands."""
        start, behind = _find_change(self._blocks, article.blocks)
        gone = self._known[start : len(self._known) - behind]
        by_block = {id(known.block): known for known in gone}
        asked = article.blocks[start : len(article.blocks) - behind]
        fresh = [by_block.get(id(block)) or _read(block) for block in asked]
        self._blocks = article.blocks
        self._known[start : len(self._known) - behind] = fresh
        self._exchange(gone, fresh)
        if len(gone) == len(fresh) <= _FEW:
            self._put(start, gone, fresh)
        else:
            self._put_all()

    def add(self, placed: Sequence[tuple[int, Block]], firsts: Container[int]) -> None:
        """Take in blocks by their positions, of which `firsts` begin an article; not where an article is followed."""
        fresh = [_read(block) for _, block in placed]
        self._exchange((), fresh)
        for known, (position, _) in zip(fresh, placed, strict=True):
            self.blocks[position] = known.units_at(position, first=position in firsts)
            self._enter(known.units)

    @property
    def words(self) -> Counter[str]:
        """How often each word stands in the article, by its key; function words are not counted."""
        return self.mentions.counts

    @property
    def units(self) -> Iterator[Unit]:
        """All units."""
        return chain.from_iterable(self.blocks.values())

    def compare(self, left: UnitText, right: UnitText) -> Comparison | None:
        """The comparison of two units, from what is known where it is known."""
        return self._alike.compare(left, right)

    def alike(self) -> Iterator[tuple[UnitText, UnitText]]:
        """Pairs of wordings that are alike, each once, by units that have them."""
        return self._alike.pairs()

    def stand_together(self, one: str, other: str) -> bool:
        """Whether two names, by their keys, stand side by side anywhere, in this order or the other."""
        return self.mentions.stand_together(one, other, (unit.text for unit in self.units))

    def holding(self, key: str) -> tuple[Unit, ...]:
        """The units of the article followed that have a word, by its key, in the order of reading."""
        if self._holders is None:
            self._holders = {}
            self._hold((), self._known)
        found = self._holding.get(key)
        if found is None:
            units = chain.from_iterable(known.units for known in self._holders.get(key, ()))
            found = tuple(sorted((unit for unit in units if key in unit.text.keys), key=_order))
            self._holding[key] = found
        return found

    def kept(self, name: str) -> Kept[Any]:
        """Answers about these blocks that somebody keeps under a name of his own."""
        kept = self._kept.get(name)
        if kept is None:
            kept = self._kept[name] = Kept()
        return kept

    # -- inside ----------------------------------------------------------------------------------------------------

    def _exchange(self, gone: Sequence[_Known], fresh: Sequence[_Known]) -> None:
        self.mentions.exchange(_texts_of(gone), _texts_of(fresh))
        stay = set(gone).intersection(fresh)
        leave, come = ([one for one in side if one.compared and one not in stay] for side in (gone, fresh))
        concerned = self._alike.exchange(_texts_of(leave), _texts_of(come))
        if concerned or len(leave) < len(gone) or len(come) < len(fresh):
            self.regrouped = self.mentions.step
        self._hold(gone, fresh)

    def _hold(self, gone: Iterable[_Known], fresh: Iterable[_Known]) -> None:
        self._holding.clear()
        if self._holders is None:
            return
        for known in gone:
            for text in known.texts:
                for key in text.keys:
                    self._holders[key].discard(known)
        for known in fresh:
            for text in known.texts:
                for key in text.keys:
                    self._holders.setdefault(key, set()).add(known)

    def _put(self, start: int, gone: Sequence[_Known], fresh: Sequence[_Known]) -> None:
        """Put some blocks in the place of as many others."""
        for known in gone:
            self._leave(known.units)
        for position, known in enumerate(fresh, start):
            self.blocks[position] = known.units_at(position, first=position == 0)
            self._enter(known.units)

    def _put_all(self) -> None:
        self.regrouped = self.mentions.step
        self.by_words.clear()
        self.blocks = {
            position: known.units_at(position, first=position == 0) for position, known in enumerate(self._known)
        }
        for known in self._known:
            self._enter(known.units)

    def _enter(self, units: Sequence[Unit]) -> None:
        for unit in units if units and units[0].compared else ():
            same = self.by_words.setdefault(unit.text.folded, [])
            if same and same[-1].order > unit.order:
                insort(same, unit, key=_order)
            else:
                same.append(unit)
            if len(same) > 1:
                self.regrouped = self.mentions.step

    def _leave(self, units: Sequence[Unit]) -> None:
        for unit in units if units and units[0].compared else ():
            same = self.by_words[unit.text.folded]
            if len(same) > 1:
                self.regrouped = self.mentions.step
            del same[bisect_left(same, unit.order, key=_order)]
            if not same:
                del self.by_words[unit.text.folded]


def _find_change(old: Sequence[Block], new: Sequence[Block]) -> tuple[int, int]:
    """How many blocks stand as they stood before and behind those that changed."""
    start = _count_same(old, new)
    behind = _count_same(reversed(old), reversed(new))
    return start, min(behind, len(old) - start, len(new) - start)


def _count_same(old: Iterable[Block], new: Iterable[Block]) -> int:
    count = 0
    for same in map(is_, old, new):
        if not same:
            break
        count += 1
    return count


def _read(block: Block) -> _Known:
    return _Known(block, units_of_text(block.text), is_compared(block))


def _texts_of(blocks: Iterable[_Known]) -> list[UnitText]:
    return [text for known in blocks for text in known.texts]
