"""Finds repeats within and across several articles: wire copy and what was made of it, re-spun versions.

Few articles are compared sentence by sentence. Many are sieved first: only paragraphs that share wording with another
paragraph are compared, so a statement that was written anew is found among few articles, not among thousands.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from reader.checks.duplicates.gathering import gather
from reader.checks.duplicates.pairing import Material
from reader.checks.duplicates.provider import read_captions
from reader.checks.duplicates.sieve import Sieve, share_wording
from reader.checks.duplicates.survey import Survey
from reader.core.article import Article, Block
from reader.core.duplicates import Repeats

FEW = 2_000
"""Paragraphs up to which all are compared sentence by sentence."""


class Collection:
    """Articles by their keys, compared with one another."""

    def __init__(self) -> None:
        self._articles: dict[str, Article] = {}
        self._sieve: Sieve[Block] = Sieve()
        self._shared: set[int] = set()
        self._survey = Survey()

    @classmethod
    def of(cls, articles: Mapping[str, Article]) -> Collection:
        """A collection of these articles."""
        collection = cls()
        for key, article in articles.items():
            collection.add(key, article)
        return collection

    def add(self, key: str, article: Article) -> None:
        """Take in one article more; `ValueError` where the key is taken."""
        if key in self._articles:
            raise ValueError(f"there is an article {key} already")
        self._articles[key] = article
        for block in article.blocks:
            self._sift(block)

    def find_repeats(self) -> Repeats:
        """All groups and runs, in the order of the articles; passages name their article by its key."""
        articles = tuple(self._articles.values())
        if sum(len(article.blocks) for article in articles) <= FEW:
            self._survey.follow(articles)
        else:
            self._survey.follow(articles, lambda block: id(block) in self._shared)
        return gather(Material(self._survey, read_captions(self._survey)), self._find_key)

    def _sift(self, block: Block) -> None:
        for partner in self._sieve.add(block, block.text):
            if share_wording(block.text, partner.text):
                self._shared.update((id(block), id(partner)))

    def _find_key(self, position: int) -> str:
        return tuple(self._articles)[bisect_right(self._survey.starts, position) - 1]
