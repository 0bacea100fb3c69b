"""The surveys that this process keeps: an article seen again with an edit is followed, not read anew."""

from __future__ import annotations

from reader.checks.duplicates.survey import Survey
from reader.core.article import Article


class Surveys:
    """The surveys of the articles looked at last."""

    def __init__(self, most: int = 3) -> None:
        self._most = most
        self._surveys: list[tuple[Survey, Article]] = []

    def of(self, article: Article) -> Survey:
        """The survey of the article as it stands; it holds until the next call."""
        known = next((one for one in self._surveys if _share_blocks(one[1], article)), None)
        if known is not None:
            self._surveys.remove(known)
        survey, followed = known or (Survey(), None)
        if followed is not article:
            survey.follow(article)
        self._surveys = [(survey, article), *self._surveys[: self._most - 1]]
        return survey


def _share_blocks(one: Article, other: Article) -> bool:
    """Whether one article is the other with an edit, most likely: some block near its ends or middle is the same."""
    if one is other:
        return True
    mine = {id(one.blocks[n]) for n in (0, len(one.blocks) // 2, -1)}
    middle = max(1, len(other.blocks) // 2)
    samples = (*other.blocks[:2], *other.blocks[middle - 1 : middle + 2], other.blocks[-1])
    return any(id(block) in mine for block in samples)


SURVEYS = Surveys()
"""What this process knows of its articles. Only speed hangs on it: each answer is that of a new survey."""
