"""The article's language as a fact."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.checks.facts import LANGUAGE, Facts, provide_facts
from reader.checks.spelling.language import guess_article_language, language_of_block
from reader.checks.spelling.registry import PROVIDERS
from reader.core.article import Article


def test_the_guess_rests_on_all_blocks() -> None:
    article = Article.of("The harbour.", "Its colour.", "A color.")
    assert guess_article_language(article).tag == "en-GB"
    assert provide_facts(article, Facts(), PROVIDERS).get(LANGUAGE) == "en-GB"


def test_what_the_file_says_goes_before_the_guess_and_the_user_before_both() -> None:
    article = Article.of("The harbour.")
    declared = article.with_meta(replace(article.meta, language="en-US"))
    assert provide_facts(declared, Facts(), PROVIDERS).get(LANGUAGE) == "en-US"
    chosen = Facts().with_fact(LANGUAGE, "en-GB")
    assert provide_facts(declared, chosen, PROVIDERS).get(LANGUAGE) == "en-GB"


@pytest.mark.parametrize(
    ("block", "checked"), [("", "en-GB"), ("en", "en-GB"), ("en-US", "en-US"), ("en-AU", "en-GB"), ("fr", None)]
)
def test_a_block_may_have_a_language_of_its_own(block: str, checked: str | None) -> None:
    assert language_of_block(block, "en-GB") == checked
