"""Copies put into articles: what each operation does, and that labels point at what they say."""

from __future__ import annotations

import random

import pytest

from tests.quality.edits import Vocabulary, caption, change_facts, edit, reorder, swap_synonyms, take_part
from tests.quality.injecting import inject_copies

SENTENCE = "The ferry to Holt carried 420 people in May 2019, and it came back with the same crew before dark."
PARAGRAPHS = [
    f"The ferry to Holt carried {n} people in May {1900 + n}, and it came back to Velm with the same crew before dark."
    for n in range(20, 40)
]
WORDS = Vocabulary([SENTENCE, "We saw Velm and Calder with the lantern of the harbour."])


def test_some_words_are_edited() -> None:
    copy = edit(0.1, SENTENCE, random.Random(1), WORDS)
    assert copy != SENTENCE
    assert len(set(SENTENCE.split()) & set(copy.split())) >= 0.8 * len(set(SENTENCE.split()))


@pytest.mark.parametrize(
    ("head", "part"),
    [
        (True, "The ferry to Holt carried 420 people in May 2019"),
        (False, "and it came back with the same crew before dark."),
    ],
)
def test_a_part_is_taken_at_a_clause(head: bool, part: str) -> None:
    assert take_part(head=head, sentence=SENTENCE, chance=random.Random(1), words=WORDS) == part


def test_words_are_exchanged_for_their_synonyms() -> None:
    copy = swap_synonyms("Many people said so often.", random.Random(1), WORDS)
    assert copy == "Many residents stated so frequently."


def test_the_parts_around_a_comma_are_exchanged() -> None:
    copy = reorder(SENTENCE, random.Random(1), WORDS)
    assert copy == "And it came back with the same crew before dark, The ferry to Holt carried 420 people in May 2019"


def test_a_caption_keeps_the_words() -> None:
    assert SENTENCE.rstrip(".") in caption(SENTENCE, random.Random(1), WORDS)


def test_a_decoy_has_other_facts_in_the_same_words() -> None:
    copy = change_facts(SENTENCE, random.Random(1), WORDS)
    assert copy is not None
    assert not {"Holt", "420", "2019"} & set(copy.replace(",", "").split())
    assert "carried" in copy


def test_a_sentence_with_few_facts_gives_no_decoy() -> None:
    assert change_facts("The ferry came back before dark.", random.Random(1), WORDS) is None


def test_labels_are_the_places_of_source_and_copy() -> None:
    (article,) = inject_copies({"ferry": "\n\n".join(PARAGRAPHS)}, seed=3)
    assert len(article.decoys) == 2
    assert {pair.kind for pair in article.pairs} == {"exact", "near", "contained", "paraphrase"}
    blocks = article.text.split("\n\n")
    for pair in (*article.pairs, *article.decoys):
        assert article.text[slice(*pair.a)] in PARAGRAPHS
        assert article.text[slice(*pair.b)] in blocks
    exact = next(pair for pair in article.pairs if pair.kind == "exact")
    assert article.text[slice(*exact.a)].rstrip(".") == article.text[slice(*exact.b)]


def test_equal_seeds_give_equal_copies() -> None:
    texts = {"ferry": "\n\n".join(PARAGRAPHS)}
    assert list(inject_copies(texts, 5)) == list(inject_copies(texts, 5))
    assert list(inject_copies(texts, 5)) != list(inject_copies(texts, 6))
