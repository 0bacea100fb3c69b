"""What is known of the articles looked at: units, counts of words, which wordings are alike; kept up block by block.

`follow` brings it up to date: blocks are known by identity, so an edit costs what its block costs. Units of the same
words are one *wording*; wordings are compared, not units, so a line that stands ten thousand times costs no more than
one. What `follow` leaves is what a new survey of the same articles would hold.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from operator import is_not

from reader.checks.duplicates.comparing import Comparison, compare_units
from reader.checks.duplicates.index import RepeatIndex
from reader.checks.duplicates.silence import is_compared
from reader.checks.duplicates.units import Unit, UnitText, find_name_pairs, units_of_text
from reader.core.article import Article, Block

APART = 100
"""Positions left free between two articles: nothing of one is the neighbour of anything of the other."""

Words = tuple[str, ...]


@dataclass(slots=True)
class _Wording:
    """A row of words as they stand, one unit that has them, and how many have."""

    number: int
    text: UnitText
    uses: int = 0
    partners: set[int] = field(default_factory=set)


@dataclass(slots=True)
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
    """Follows some articles.

    `blocks` are the units of every block by its position, in the order of reading; `starts` the positions of the
    articles' first blocks.
    """

    def __init__(self) -> None:
        self.blocks: dict[int, tuple[Unit, ...]] = {}
        self.starts: list[int] = []
        self.words: Counter[str] = Counter()
        self._known: dict[int, _Known] = {}
        self._wordings: dict[Words, _Wording] = {}
        self._by_number: dict[int, _Wording] = {}
        self._index = RepeatIndex()
        self._alike: dict[tuple[int, int], Comparison] = {}
        self._next = 0

    @classmethod
    def of(cls, *articles: Article) -> Survey:
        """A survey of these articles."""
        survey = cls()
        survey.follow(articles)
        return survey

    def follow(self, articles: Sequence[Article], only: Callable[[Block], bool] = lambda _block: True) -> None:
        """Bring everything up to date with the articles as they stand; blocks left out keep their positions."""
        current = {id(block): block for article in articles for block in article.blocks if only(block)}
        gone = [self._known.pop(key) for key in self._known.keys() - current.keys()]
        fresh = [_read(block) for key, block in current.items() if key not in self._known]
        self._known.update((id(known.block), known) for known in fresh)
        self._count(gone, fresh)
        self._keep_wordings(gone, fresh)
        self.blocks = dict(self._number_blocks(articles))

    @property
    def units(self) -> Iterator[Unit]:
        """All units, as they are read."""
        return chain.from_iterable(self.blocks.values())

    def compare(self, left: UnitText, right: UnitText) -> Comparison | None:
        """The comparison of two units, from what is known where it is known."""
        one, other = self._wordings.get(left.words), self._wordings.get(right.words)
        if one is None or other is None or other.number not in one.partners:
            return _compare_in_order(left, right)
        if left.words <= right.words:
            return self._alike[one.number, other.number]
        return self._alike[other.number, one.number].mirrored()

    def alike(self) -> Iterator[tuple[UnitText, UnitText]]:
        """Pairs of wordings that are alike, each once, by units that have them."""
        for one, other in self._alike:
            yield self._by_number[one].text, self._by_number[other].text

    def stand_together(self, one: str, other: str) -> bool:
        """Whether two names, by their keys, stand side by side anywhere, in this order or the other."""
        pairs = {(one, other), (other, one)}
        return any(
            one in unit.text.keys and other in unit.text.keys and not pairs.isdisjoint(find_name_pairs(unit.text))
            for unit in self.units
        )

    # -- inside ----------------------------------------------------------------------------------------------------

    def _count(self, gone: Sequence[_Known], fresh: Sequence[_Known]) -> None:
        for known in gone:
            for text in known.texts:
                _subtract(self.words, text.content)
        for known in fresh:
            for text in known.texts:
                self.words.update(text.content)

    def _keep_wordings(self, gone: Sequence[_Known], fresh: Sequence[_Known]) -> None:
        touched: set[int] = set()
        for known in fresh:
            for text in known.texts if known.compared else ():
                touched.update(self._use(text))
        for known in gone:
            for text in known.texts if known.compared else ():
                touched.update(self._drop(text))
        touched.intersection_update(self._by_number)
        for number in touched:
            self._forget_partners(number)
        for one, other in self._candidates(touched):
            self._relate(self._by_number[one], self._by_number[other])

    def _candidates(self, touched: set[int]) -> Iterator[tuple[int, int]]:
        if len(touched) == len(self._by_number):
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
            self._by_number[other].partners.discard(number)
            self._alike.pop((number, other), None)
            self._alike.pop((other, number), None)
        wording.partners.clear()

    def _relate(self, one: _Wording, other: _Wording) -> None:
        if other.number in one.partners:
            return
        left, right = (one, other) if one.text.words <= other.text.words else (other, one)
        comparison = compare_units(left.text, right.text)
        if comparison is not None:
            self._alike[left.number, right.number] = comparison
            left.partners.add(right.number)
            right.partners.add(left.number)

    def _number_blocks(self, articles: Sequence[Article]) -> Iterator[tuple[int, tuple[Unit, ...]]]:
        position = 0
        self.starts = []
        for article in articles:
            first = position
            self.starts.append(first)
            for position, block in enumerate(article.blocks, first):
                known = self._known.get(id(block))
                if known is not None:
                    yield position, known.units_at(position, first=position == first)
            position += APART


class Surveys:
    """The surveys of the articles looked at last: an article seen again with an edit is followed, not read anew."""

    def __init__(self, most: int = 3) -> None:
        self._most = most
        self._surveys: list[tuple[Survey, tuple[Article, ...]]] = []

    def of(self, *articles: Article) -> Survey:
        """The survey of these articles as they stand; it holds until the next call."""
        known = next((one for one in self._surveys if _are_edits(one[1], articles)), None)
        if known is not None:
            self._surveys.remove(known)
        survey, followed = known or (Survey(), ())
        if not followed or any(map(is_not, followed, articles)):
            survey.follow(articles)
        self._surveys = [(survey, articles), *self._surveys[: self._most - 1]]
        return survey


def _are_edits(followed: Sequence[Article], articles: Sequence[Article]) -> bool:
    return len(followed) == len(articles) and all(map(_share_blocks, followed, articles))


def _share_blocks(one: Article, other: Article) -> bool:
    """Whether one article is the other with an edit, most likely: some block near its ends or middle is the same."""
    if one is other:
        return True
    mine = {id(one.blocks[n]) for n in (0, len(one.blocks) // 2, -1)}
    middle = max(1, len(other.blocks) // 2)
    samples = (*other.blocks[:2], *other.blocks[middle - 1 : middle + 2], other.blocks[-1])
    return any(id(block) in mine for block in samples)


SURVEYS = Surveys()
"""What this process knows of its articles. Only speed hangs on it: each answer is that of a new survey."""


def _read(block: Block) -> _Known:
    return _Known(block, units_of_text(block.text), is_compared(block))


def _compare_in_order(left: UnitText, right: UnitText) -> Comparison | None:
    """The comparison made in an order that the words give, so that both ways round it is the same."""
    if left.words <= right.words:
        return compare_units(left, right)
    comparison = compare_units(right, left)
    return comparison.mirrored() if comparison is not None else None


def _subtract(counts: Counter[str], keys: Iterable[str]) -> None:
    for key in keys:
        left = counts[key] - 1
        if left:
            counts[key] = left
        else:
            del counts[key]
