"""The article's language as a fact: what its file says, else what its own spellings show."""

from __future__ import annotations

from reader.checks.facts import LANGUAGE, Facts, Provider
from reader.core.article import Article
from reader.lexicon.language import AMERICAN, BRITISH, LanguageGuess, guess_language

KNOWN_LANGUAGES = (AMERICAN, BRITISH)


def guess_article_language(article: Article) -> LanguageGuess:
    """American or British English with the word that shows it, over all blocks."""
    return guess_language(block.text for block in article.blocks)


def provide_language(article: Article, _facts: Facts) -> str:
    """The article's declared language where it is one that Reader knows, else the guess."""
    if article.meta.language in KNOWN_LANGUAGES:
        return article.meta.language
    return guess_article_language(article).tag


LANGUAGE_PROVIDER = Provider(LANGUAGE, provide_language)


def language_of_block(block_language: str, article_language: str) -> str | None:
    """The language to check a block in; None where it says that it is not in English."""
    if not block_language or block_language in ("en", "en-US", "en-GB"):
        return block_language if block_language in KNOWN_LANGUAGES else article_language
    return article_language if block_language.startswith("en") else None
