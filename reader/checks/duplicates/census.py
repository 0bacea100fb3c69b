"""Counts the words of an article, to name those that a cut would take from it altogether."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from operator import sub

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
        left = list(map(sub, map(counts.get, keys, repeat(0)), map(gone.get, keys, repeat(0))))
        if len(set(keys)) == len(keys):  # each stands here once: so it is in most copies
            lone = {key for key, many in zip(keys, left, strict=True) if many <= 1} if min(left, default=2) < 2 else ()
        else:
            inside = Counter(keys)
            lone = {key for key, many in zip(keys, left, strict=True) if many <= inside[key]}
        return tuple(_words_of(texts, lone)) if lone else ()

    def leave_out(self, texts: Iterable[UnitText]) -> None:
        """Count these units no more: they are to be cut."""
        for text in texts:
            self._gone.update(text.content)


def _words_of(texts: Iterable[UnitText], keys: Collection[str]) -> Iterator[str]:
    """The words that have one of these keys, each key once, as they stand."""
    left = set(keys)
    for text in texts:
        for word, key, klass in zip(text.words, text.keys, text.classes, strict=True):
            if key in left and klass is not WordClass.FUNCTION:
                left.remove(key)
                yield word
                if not left:
                    return
