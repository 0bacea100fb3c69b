"""Where words stand: how often each, in which units, and since when it has stood as it does.

The last is what answers that hang on a few words are kept by: as long as none of them has come, gone or changed its
neighbour, the answer holds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias, TypeVar

from reader.checks.duplicates.units import UnitText, find_name_pairs

Key = TypeVar("Key", bound=Hashable)
Standing: TypeAlias = tuple[int, str, bool]
"""The text a word stands in, counted from the first of an exchange, the word before it, whether it is capitalised."""

_MOST_COMPARED = 60
"""Units on either side of an exchange up to which it is looked at word by word; a larger one may change anything."""
_MOST_STAMPS = 20_000


class Mentions:
    """The words of an article, exchanged unit by unit."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.step = 0
        self._changed: dict[str, int] = {}
        self._last: set[str] = set()
        self._all_changed = 0
        self._pairs: Counter[tuple[str, str]] | None = None

    def exchange(self, gone: Sequence[UnitText], fresh: Sequence[UnitText]) -> None:
        """Put units in the place of others that stand together, both in the order of reading."""
        self.step += 1
        for text in fresh:
            self.counts.update(text.content)
        for text in gone:
            _subtract(self.counts, text.content)
        self._note_changes(gone, fresh)
        if self._pairs is not None:
            for text in fresh:
                self._pairs.update(find_name_pairs(text))
            for text in gone:
                _subtract(self._pairs, find_name_pairs(text))

    def changed_since(self, step: int) -> AbstractSet[str] | None:
        """The words that stand otherwise than they did after that step; None where any may."""
        if step == self.step:
            return frozenset()
        if self._all_changed > step:
            return None
        if step == self.step - 1:
            return self._last
        return {key for key, changed in self._changed.items() if changed > step}

    def stand_together(self, one: str, other: str, units: Iterable[UnitText]) -> bool:
        """Whether two names, by their keys, stand side by side anywhere; `units` are all, read when first asked."""
        if self._pairs is None:
            self._pairs = Counter(pair for text in units for pair in find_name_pairs(text))
        return (one, other) in self._pairs or (other, one) in self._pairs

    def _note_changes(self, gone: Sequence[UnitText], fresh: Sequence[UnitText]) -> None:
        first = self.step == 1  # nobody has asked before: nothing to be compared with
        if first or max(len(gone), len(fresh)) > _MOST_COMPARED or len(self._changed) > _MOST_STAMPS:
            self._changed.clear()
            self._last = set()
            self._all_changed = self.step
            return
        before, after = _standings(gone), _standings(fresh)
        self._last = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
        self._changed.update(dict.fromkeys(self._last, self.step))


@dataclass(slots=True)
class Reliance:
    """The words that an answer relies on, as they stood after a step.

    `inside` counts those that matter as long as they stand nowhere else, `strict` are those that matter however they
    stand: a name by the words before it, a word that stood nowhere else.
    """

    step: int
    inside: Counter[str]
    strict: frozenset[str]

    @classmethod
    def on(cls, mentions: Mentions, texts: Iterable[UnitText], names: Iterable[str]) -> Reliance:
        """Reliance on the words of some units, and strictly on some names."""
        inside = Counter(chain.from_iterable(text.content for text in texts))
        counts = mentions.counts
        lone = [key for key, count in inside.items() if counts[key] <= count]
        return cls(mentions.step, inside, frozenset(chain(lone, names)))

    def holds(self, mentions: Mentions) -> bool:
        """Whether all those words still stand as the answer takes them to stand."""
        changed = mentions.changed_since(self.step)
        if changed is None or not changed.isdisjoint(self.strict):
            return False
        counts, inside = mentions.counts, self.inside
        if any(key in inside and counts[key] <= inside[key] for key in changed):
            return False
        self.step = mentions.step
        return True


def _standings(texts: Iterable[UnitText]) -> dict[str, list[Standing]]:
    found: dict[str, list[Standing]] = {}
    for number, text in enumerate(texts):
        before = ""
        for key, word in zip(text.keys, text.words, strict=True):
            found.setdefault(key, []).append((number, before, word[0].isupper()))
            before = word
    return found


def _subtract(counts: Counter[Key], keys: Iterable[Key]) -> None:
    for key in keys:
        left = counts[key] - 1
        if left:
            counts[key] = left
        else:
            del counts[key]
