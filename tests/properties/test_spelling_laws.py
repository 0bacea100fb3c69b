"""Laws of spelling: places and quotes agree, the index gives what the plain computation gives."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.checks.facts import ACCEPTED_WORDS, LANGUAGE, Facts
from reader.checks.spelling.word import find_misspelt_words
from reader.core.applying import apply_changes
from reader.core.article import Article
from reader.lexicon.near_words import NearIndex, slip_distance
from reader.lexicon.slip_cost import slip_cost

LETTERS = st.text("abcdeé'z", max_size=8)
_PIECES = "recieve Goverment’s zorbling 😀 e\u0301t “ ” ’ - . the a@b.de COLOUR Київ don’t NATO ab x1 / <b>"
PIECES = st.sampled_from([*_PIECES.split(), " ", "\u00a0", "\u2028", "\t"])
TEXTS = st.lists(PIECES, max_size=14).map("".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(["en-US", "en-GB"]))
def test_every_finding_quotes_its_place_and_its_fixes_apply(text: str, language: str) -> None:
    article = Article.of(text)
    facts = Facts().with_fact(LANGUAGE, language)
    last = 0
    for finding in find_misspelt_words(article.blocks[0], facts):
        assert finding.place.span is not None
        assert article.text_at(finding.place) == finding.quote
        assert finding.place.span.start >= last
        last = finding.place.span.end
        for fix in finding.fixes:
            assert apply_changes(article, fix.changes).article != article


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_an_accepted_word_is_found_nowhere(text: str) -> None:
    article = Article.of(text)
    keys = {finding.key for finding in find_misspelt_words(article.blocks[0], Facts())}
    facts = Facts().with_fact(ACCEPTED_WORDS, tuple(sorted(keys)))
    assert list(find_misspelt_words(article.blocks[0], facts)) == []


@settings(max_examples=300)
@given(st.lists(LETTERS, max_size=30), LETTERS, st.integers(0, 3))
def test_the_index_finds_exactly_the_near_words(words: list[str], word: str, limit: int) -> None:
    naive = [other for other in words if slip_distance(word, other) <= limit]
    assert sorted(NearIndex(words).find_near(word, limit)) == sorted(naive)


@given(LETTERS, LETTERS, st.integers(0, 4))
def test_a_limit_changes_no_count_below_it(left: str, right: str, limit: int) -> None:
    assert slip_distance(left, right, limit) == min(slip_distance(left, right), limit + 1)


@given(LETTERS, LETTERS)
def test_a_cost_is_nothing_for_equal_words_alone(left: str, right: str) -> None:
    assert slip_cost(left, left) == 0
    assert (slip_cost(left, right) == 0) == (left == right)


@pytest.mark.parametrize("language", ["en-US", "en-GB"])
def test_the_same_text_gives_the_same_findings_twice(language: str) -> None:
    block = Article.of("They recieve zorbling colours and colors.").blocks[0]
    facts = Facts().with_fact(LANGUAGE, language)
    assert list(find_misspelt_words(block, facts)) == list(find_misspelt_words(block, facts))
