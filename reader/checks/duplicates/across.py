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
APART = 100
"""Positions left free between two articles: nothing of one is the neighbour of anything of the other."""


class Collection:
    """Articles by their keys, compared with one another.

    Blocks have positions: those of an article follow one another, `APART` from those of the article before.
    """

    def __init__(self) -> None:
        self._articles: dict[str, Article] = {}
        self._keys: list[str] = []
        self._starts: list[int] = []
        self._size = 0
        self._sieve: Sieve[int] = Sieve()
        self._shared: set[int] = set()
        self._waiting: set[int] = set()
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
        start = self._starts[-1] + len(self._articles[self._keys[-1]].blocks) + APART if self._keys else 0
        self._articles[key] = article
        self._keys.append(key)
        self._starts.append(start)
        self._outgrow(len(article.blocks))
        for position, block in enumerate(article.blocks, start):
            self._sift(position, block)

    def find_repeats(self) -> Repeats:
        """All groups and runs, in the order of the articles; passages name their article by its key."""
        fresh = [(position, self._block_at(position)) for position in sorted(self._waiting)]
        self._waiting.clear()
        self._survey.add(fresh, set(self._starts))
        return gather(Material(self._survey, read_captions(self._survey)), self._find_key)

    def _outgrow(self, more: int) -> None:
        """Count blocks; where they are few no longer, forget those that share nothing."""
        few, self._size = self._size <= FEW, self._size + more
        if few and self._size > FEW:
            self._survey, self._waiting = Survey(), set(self._shared)

    def _sift(self, position: int, block: Block) -> None:
        found = {position} if self._size <= FEW else set()
        for partner in self._sieve.add(position, block.text):
            if share_wording(block.text, self._block_at(partner).text):
                self._shared.update((position, partner))
                found.update((position, partner))
        self._waiting.update(position for position in found if position not in self._survey.blocks)

    def _block_at(self, position: int) -> Block:
        n = bisect_right(self._starts, position) - 1
        return self._articles[self._keys[n]].blocks[position - self._starts[n]]

    def _find_key(self, position: int) -> str:
        return self._keys[bisect_right(self._starts, position) - 1]
