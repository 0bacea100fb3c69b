"""Sentences in another language."""

from __future__ import annotations

from reader.checks.spelling.foreign import find_foreign_sentences
from reader.core.spans import Span
from reader.text.words import find_words

TEXT = "The cat sat here. Il gatto dorme sulla sedia vecchia. The dog sat there."


def test_a_sentence_most_of_whose_words_are_unknown_is_foreign() -> None:
    words = tuple(find_words(TEXT))
    strange = [word for word in words if word.text in {"gatto", "dorme", "sulla", "sedia", "vecchia"}]
    (sentence,) = find_foreign_sentences(TEXT, words, strange)
    assert sentence == Span(18, 53)
    assert TEXT[sentence.start : sentence.end].startswith("Il gatto")


def test_three_unknown_words_make_no_language() -> None:
    words = tuple(find_words(TEXT))
    assert find_foreign_sentences(TEXT, words, words[4:7]) == ()
