"""Bulk acts on repeats: every place of one sort, previewed, ticked, and decided as one step.

None of them removes a word that stands nowhere else, whatever each cut by itself would leave standing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reader.app.copies_in_hand import has_proposal, is_equal
from reader.app.sorts import Sort, cuts, sort_of
from reader.checks.duplicates.word_forms import WordClass, form_of
from reader.core.article import Article
from reader.core.findings import Finding
from reader.core.issues import Issue, IssueState
from reader.text.words import find_words

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
    left = Counter(key for block in article.blocks for key, _ in _content(block.text))
    return tuple(_hold_back(place, left) for place in places)


def _hold_back(place: BulkPlace, left: Counter[str]) -> BulkPlace:
    """The place; where it can go, its words are counted no more."""
    if not cuts(place.finding):
        return place
    words = list(_content(place.finding.quote))
    inside = Counter(key for key, _ in words)
    lost = dict.fromkeys(word for key, word in words if left[key] <= inside[key])
    if not lost:
        left.subtract(inside)
    return replace(place, loses=tuple(lost))


def _content(text: str) -> Iterator[tuple[str, str]]:
    """The words that say something, by the measure of the proposals: an inflected form is the same word."""
    for word in find_words(text):
        form = form_of(word.text)
        if form.klass is not WordClass.FUNCTION:
            yield form.key, word.text


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
