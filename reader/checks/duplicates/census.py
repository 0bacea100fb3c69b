"""Counts the words of an article, to name those that a cut would take from it altogether."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from reader.checks.duplicates.units import Unit
from reader.checks.duplicates.word_forms import WordClass


class Census:
    """How often each word stands in the article, by its stem; function words are not counted.

    Units proposed for a cut are left out once they are marked as gone, so that two cuts together lose no more than
    each of them says.
    """

    def __init__(self, units: Iterable[Unit]) -> None:
        self._counts: Counter[str] = Counter()
        for unit in units:
            self._counts.update(unit.text.content)

    def only_in(self, units: Iterable[Unit]) -> tuple[str, ...]:
        """The words, as they stand, that these units hold and the rest of the article does not."""
        inside: Counter[str] = Counter()
        words: dict[str, str] = {}
        for unit in units:
            text = unit.text
            inside.update(text.content)
            for word, key, klass in zip(text.words, text.keys, text.classes, strict=True):
                if klass is not WordClass.FUNCTION:
                    words.setdefault(key, word)
        return tuple(word for key, word in words.items() if self._counts[key] <= inside[key])

    def leave_out(self, units: Iterable[Unit]) -> None:
        """Count these units no more: they are to be cut."""
        for unit in units:
            self._counts.subtract(unit.text.content)
