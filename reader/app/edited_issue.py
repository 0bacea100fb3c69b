"""An issue whose words are being edited by hand: it settles itself when the fault is gone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from reader.core.article import Article
from reader.core.changes import Mapping
from reader.core.issues import Issue
from reader.core.spans import Place


@dataclass(frozen=True, slots=True)
class EditedIssue:
    """The issue as it was when the editing began, and where its words are now, as far as they are left."""

    issue: Issue
    places: tuple[Place, ...]

    @classmethod
    def of(cls, issue: Issue) -> EditedIssue:
        """The editing of an issue begins."""
        return cls(issue, tuple(finding.place for finding in issue.findings))

    def carried(self, mapping: Mapping) -> EditedIssue:
        """The same after a change of the article."""
        return replace(self, places=mapping.places(self.places))

    def is_mended(self, article: Article, still_open: Iterable[Issue]) -> bool:
        """Whether the fault is no longer found and its words were touched."""
        if any(other.id == self.issue.id for other in still_open):
            return False
        return self.places != tuple(finding.place for finding in self.issue.findings) or self._was_touched(article)

    def _was_touched(self, article: Article) -> bool:
        for finding in self.issue.findings:
            try:
                if article.text_at(finding.place) != finding.quote:
                    return True
            except (KeyError, IndexError):
                return True
        return False
