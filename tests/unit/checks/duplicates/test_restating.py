"""A statement made anew is found by the words that hardly any other sentence has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.checks.duplicates.provider import find_repeats
from reader.checks.duplicates.restating import MUCH, rank_of, restate
from reader.checks.duplicates.units import units_of_text
from reader.core.article import Article
from reader.core.duplicates import DuplicateKind

MATTER = (
    "The old bridge over the Tamble closes on Monday",
    "Ines Calder, the mayor, told the council that the bridge had to close before the winter.",
    "Calder said the council would pay for the bridge.",
    "The council met twice about the bridge, and the mayor spoke both times.",
    "Masons had warned the mayor of cracks beneath the bridge, Calder said, and the council had believed them.",
    "Calder added that a council without a bridge was like a mayor without a chain.",
)
FERRY = "A ferry carries cyclists over the river free of charge until spring, at the expense of the council."
ANEW = "Until spring cyclists can use a ferry and cross the river without charge."
OF_THE_MATTER = "Nobody had been told by the mayor or by the council, Calder said of the bridge."
ARTICLE = (*MATTER, FERRY, OF_THE_MATTER, ANEW)


def find(*texts: str) -> list[tuple[str, str, DuplicateKind]]:
    article = Article.of(*texts)
    return [
        (article.text_at(group.reference.places[0]), article.text_at(copy.passage.places[0]), copy.kind)
        for group in find_repeats(article).groups
        for copy in group.copies
    ]


def test_the_same_in_other_words_is_a_paraphrase() -> None:
    assert find(*ARTICLE) == [(FERRY, ANEW, DuplicateKind.PARAPHRASE)]


def test_sharing_what_the_whole_article_is_about_is_no_repeat() -> None:
    assert find(*MATTER, OF_THE_MATTER) == []


@pytest.mark.parametrize(("count", "rank"), [(0, 0), (1, 0), (2, 1), (3, 2), (4, 2), (5, 3), (8, 3), (9, 4), (500, 5)])
def test_a_word_is_commoner_by_a_rank_whenever_it_stands_twice_as_often(count: int, rank: int) -> None:
    assert rank_of(count) == rank


def test_rare_words_prove_what_common_ones_do_not() -> None:
    (one,), (other,) = map(units_of_text, (FERRY, ANEW))
    words = {*one.content, *other.content}
    assert restate(one, other, dict.fromkeys(words, 2), much=MUCH, caption=False)
    assert not restate(one, other, dict.fromkeys(words, 40), much=MUCH, caption=False)


def test_a_sentence_that_says_much_besides_goes_on_with_the_matter() -> None:
    (one,), (other,) = (
        units_of_text(text)
        for text in (
            ANEW,
            "A ferry for cyclists that a miller of Velm had built of larch and tar and named after her was sold.",
        )
    )
    assert not restate(one, other, dict.fromkeys((*one.content, *other.content), 2), much=MUCH, caption=False)


def test_two_sentences_of_one_paragraph_go_on_with_their_matter() -> None:
    assert find(*MATTER, f"{FERRY} {ANEW}") == []


def test_an_edit_elsewhere_that_makes_its_words_common_is_noticed() -> None:
    article = Article.of(*ARTICLE)
    assert find_repeats(article).groups
    more = replace(
        article.blocks[1],
        text=f"{MATTER[1]} {'The ferry lay. Cyclists left. Spring came. No charge. The river rose. ' * 12}",
    )
    assert not find_repeats(article.with_block(more)).groups
