"""How places are called: ¶ numbers of the opened article, which do not shift while one works."""

from __future__ import annotations

from collections.abc import Iterable

from reader.core.article import Article
from reader.core.spans import Place


def paragraph_sign(article: Article, block: int) -> str:
    """The ¶ number of a block; without a figure for a block before the first numbered one."""
    number = article.number_of(block) if block in article else 0
    return f"¶{number}" if number else "¶"


def name_places(article: Article, places: Iterable[Place]) -> str:
    """Where places are, for the right edge of a row: "¶14", or "4 ×" where there are several."""
    found = list(places)
    if not found:
        return ""
    if len(found) > 1:
        return f"{len(found)} ×"
    return paragraph_sign(article, found[0].block)
