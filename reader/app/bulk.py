"""Bulk acts on repeats: every place of one sort, previewed, ticked, and decided as one step.

None of them removes a word that stands nowhere else, whatever each cut by itself would leave standing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.app.copies_in_hand import has_proposal, is_equal
from reader.app.sorts import Sort, cuts, sort_of
from reader.checks.duplicates.census import Census
from reader.checks.duplicates.units import units_of_text
from reader.core.article import Article
from reader.core.findings import Finding
from reader.core.issues import Issue, IssueState

CAPTIONS, EXACT, LONE = "captions", "exact", "lone"
"""Captions that add nothing, word-for-word repeats, captions without a twin."""
BULK_ACTS = (CAPTIONS, EXACT, LONE)


@dataclass(frozen=True, slots=True)
class BulkPlace:
    """One place of a bulk act: its issue, the finding's number in it, and the words that would be lost with it."""

    issue: Issue
    number: int
    loses: tuple[str, ...] = ()

    @property
    def finding(self) -> Finding:
        """The finding at the place."""
        return self.issue.findings[self.number]


def find_bulk_act(issue: Issue) -> str | None:
    """The bulk act that an issue belongs to, None where it is decided by itself."""
    sort = sort_of(issue)
    if sort is Sort.CAPTION:
        return LONE
    if sort is Sort.EXACT:
        return EXACT
    return CAPTIONS if issue.rule == "captions.repeat" and sort is Sort.NOTHING else None


def find_places(article: Article, issues: Sequence[Issue], act: str) -> tuple[BulkPlace, ...]:
    """All places of a bulk act, in the order of the queue; what would lose a word together with the others stays."""
    places = [
        BulkPlace(issue, number)
        for issue in issues
        if issue.state is IssueState.OPEN and issue.stage == "repeats"
        for number, finding in enumerate(issue.findings)
        if _belongs(issue, finding, act) and has_proposal(finding)
    ]
    return hold_back(article, places)


def hold_back(article: Article, places: Sequence[BulkPlace]) -> tuple[BulkPlace, ...]:
    """The places, each with the words that would be lost if it went with those before it."""
    census = Census(
        Counter(key for block in article.blocks for text in units_of_text(block.text) for key in text.content)
    )
    return tuple(_hold_back(place, census) for place in places)


def _hold_back(place: BulkPlace, census: Census) -> BulkPlace:
    """The place; where it can go, its words are counted no more."""
    if not cuts(place.finding):
        return place
    texts = units_of_text(place.finding.quote)
    lost = census.only_in(texts)
    if not lost:
        census.leave_out(texts)
    return replace(place, loses=lost)


def pick_places(places: Sequence[BulkPlace]) -> tuple[tuple[tuple[str, str], tuple[int, ...]], ...]:
    """The places as picks for the session: each issue with the numbers of its findings."""
    numbers: dict[tuple[str, str], list[int]] = {}
    for place in places:
        numbers.setdefault(place.issue.id, []).append(place.number)
    return tuple((issue, tuple(found)) for issue, found in numbers.items())


def _belongs(issue: Issue, finding: Finding, act: str) -> bool:
    match act:
        case "captions":
            return issue.rule == "captions.repeat" and not finding.fixes[0].loses and cuts(finding)
        case "exact":
            return issue.rule == "duplicates.repeat" and is_equal(finding) and cuts(finding)
        case _:
            return issue.rule == "captions.fallen"
