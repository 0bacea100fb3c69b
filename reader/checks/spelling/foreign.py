"""Sentences in another language: there the dictionary has nothing to say. Offsets are code points into the text."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reader.core.spans import Span
from reader.text.sentences import find_sentences
from reader.text.words import Word

_SHARE = 0.4
_FEWEST = 4
"""Even bad copy misspells fewer than one word in ten; from two in five on, four at least, it is no English."""


def find_foreign_sentences(text: str, words: Sequence[Word], unknown: Collection[Word]) -> tuple[Span, ...]:
    """The sentences most of whose words in lower case are not known."""
    if len(unknown) < _FEWEST:
        return ()
    starts = {word.start for word in unknown}
    found: list[Span] = []
    for sentence in find_sentences(text):
        inside = [word for word in words if sentence.contains(word.span) and word.text[0].islower()]
        strange = sum(word.start in starts for word in inside)
        if strange >= _FEWEST and strange >= _SHARE * len(inside):
            found.append(sentence)
    return tuple(found)
