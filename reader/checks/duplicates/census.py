"""Counts the words of an article, to name those that a cut would take from it altogether."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

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

    def only_in(self, texts: Sequence[UnitText]) -> tuple[str, ...]:
        """The words, as they stand, that these units hold and the rest of the article does not."""
        keys = texts[0].content if len(texts) == 1 else [key for text in texts for key in text.content]
        counts, gone = self._counts, self._gone
        left = [counts.get(key, 0) - gone.get(key, 0) for key in keys]
        if min(left, default=2) > 1 and len(set(keys)) == len(keys):
            return ()  # each stands here once, and elsewhere: so it is in most copies
        inside = Counter(keys)
        lone = {key for key, many in zip(keys, left, strict=True) if many <= inside[key]}
        return tuple(_words_of(texts, lone)) if lone else ()

    def leave_out(self, texts: Iterable[UnitText]) -> None:
        """Count these units no more: they are to be cut."""
        for text in texts:
            self._gone.update(text.content)


def _words_of(texts: Iterable[UnitText], keys: set[str]) -> Iterator[str]:
    """The words that have one of these keys, each key once, as they stand."""
    left = set(keys)
    for text in texts:
        for word, key, klass in zip(text.words, text.keys, text.classes, strict=True):
            if key in left and klass is not WordClass.FUNCTION:
                left.remove(key)
                yield word
