"""A personal list of accepted words as a plain value; where it is kept and how it travels is `app`'s business."""

from __future__ import annotations

from collections.abc import Iterable

from reader.text.folding import fold_marks, fold_word

WordList = tuple[str, ...]
"""Accepted words, sorted, each once, as the user wrote them."""


def make_word_list(words: Iterable[str]) -> WordList:
    """The words without blanks around them, sorted, each once; lines that begin with # are comments."""
    cleaned = (word.strip() for word in words)
    return tuple(sorted({word for word in cleaned if word and not word.startswith("#")}))


def add_word(words: WordList, word: str) -> WordList:
    """The list with one more word."""
    return make_word_list((*words, word))


def remove_word(words: WordList, word: str) -> WordList:
    """The list without a word; the same list where it does not stand in it."""
    return tuple(kept for kept in words if kept != word)


def accepts(words: frozenset[str], word: str) -> bool:
    """Whether a list holds a word: "fixer" accepts "Fixer" and "FIXER", "McIlroy" only itself and "MCILROY".

    The words of the list have straight apostrophes (`fold_marks`); those of `word` may be curly.
    """
    if fold_marks(word) in words or fold_word(word) in words:
        return True
    return word.isupper() and fold_word(word) in {fold_word(kept) for kept in words}
