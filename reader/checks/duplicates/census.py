"""Counts the words of an article, to name those that a cut would take from it altogether."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from reader.checks.duplicates.units import UnitText
from reader.checks.duplicates.word_forms import WordClass


class Census:
    """How often each word stands in the article, by its stem; function words are not counted.

    Units proposed for a cut are left out once they are marked as gone, so that two cuts together lose no more than
    each of them says. `counts` is read, never changed.
    """

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._counts = counts
        self._gone: Counter[str] = Counter()

    def only_in(self, texts: Iterable[UnitText]) -> tuple[str, ...]:
        """The words, as they stand, that these units hold and the rest of the article does not."""
        inside: Counter[str] = Counter()
        words: dict[str, str] = {}
        for text in texts:
            inside.update(text.content)
            for word, key, klass in zip(text.words, text.keys, text.classes, strict=True):
                if klass is not WordClass.FUNCTION:
                    words.setdefault(key, word)
        return tuple(word for key, word in words.items() if self._left(key) <= inside[key])

    def leave_out(self, texts: Iterable[UnitText]) -> None:
        """Count these units no more: they are to be cut."""
        for text in texts:
            self._gone.update(text.content)

    def _left(self, key: str) -> int:
        return self._counts.get(key, 0) - self._gone[key]
