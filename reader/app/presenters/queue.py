"""The one queue as the list shows it, and which issue comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.app.messages.rendering import Renderer
from reader.app.presenters.looks import Look, look_of, look_of_rule
from reader.app.presenters.places import name_places
from reader.app.stages import STAGES, VIEW_OF_STAGE
from reader.core.article import Article
from reader.core.issues import Issue, IssueState

IssueId = tuple[str, str]


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One decision in the list; `number` is its own in the queue, from 0."""

    id: IssueId
    number: int
    look: Look
    text: str
    place: str
    settled: bool
    decision: int | None


@dataclass(frozen=True, slots=True)
class QueueStage:
    """The decisions of one stage; `count` is "2 of 5" while some are open, "5" when none was taken."""

    key: str
    title: str
    count: str
    rows: tuple[QueueRow, ...]


@dataclass(frozen=True, slots=True)
class QueueView:
    """The whole list: `decided` of `total` are settled."""

    stages: tuple[QueueStage, ...]
    total: int
    decided: int

    @property
    def rows(self) -> tuple[QueueRow, ...]:
        """All rows in order."""
        return tuple(row for stage in self.stages for row in stage.rows)


def present_queue(article: Article, issues: Sequence[Issue], render: Renderer, view: str = "read") -> QueueView:
    """The list of a view: every issue in Read, those of its stages elsewhere."""
    rows: dict[str, list[QueueRow]] = {stage: [] for stage in STAGES}
    for number, issue in enumerate(issues):
        if in_view(issue, view):
            rows[issue.stage].append(_present_row(article, issue, number, render))
    stages = tuple(_present_stage(key, tuple(part), render) for key, part in rows.items() if part)
    every = [row for stage in stages for row in stage.rows]
    return QueueView(stages, len(every), sum(row.settled for row in every))


def in_view(issue: Issue, view: str) -> bool:
    """Whether a view shows an issue: Read shows all."""
    return view == "read" or VIEW_OF_STAGE[issue.stage] == view


def _present_stage(key: str, rows: tuple[QueueRow, ...], render: Renderer) -> QueueStage:
    decided = sum(row.settled for row in rows)
    count = render.text("queue.some", decided=decided, total=len(rows)) if decided else str(len(rows))
    return QueueStage(key, render.text(f"stage.{key}"), count, rows)


def _present_row(article: Article, issue: Issue, number: int, render: Renderer) -> QueueRow:
    decision = issue.decision
    if decision is not None:
        place = f"¶{decision.subject.number}" if decision.subject and decision.subject.number else ""
        look = look_of_rule(issue.rule)
        text = first_sentence(render(issue.message))
        return QueueRow(issue.id, number, look, text, place, settled=True, decision=decision.id)
    look = look_of(issue.findings[0])
    place = name_places(article, [finding.place for finding in issue.findings])
    return QueueRow(issue.id, number, look, first_sentence(render(issue.message)), place, settled=False, decision=None)


def first_sentence(text: str) -> str:
    """What stands before the first full stop: the list has room for the verdict, the card says the rest."""
    return text.partition(". ")[0].removesuffix(".")


def open_issues(issues: Sequence[Issue], view: str = "read") -> tuple[Issue, ...]:
    """The issues still to decide in a view, in order."""
    return tuple(issue for issue in issues if issue.state is IssueState.OPEN and in_view(issue, view))


def find_position(issues: Sequence[Issue], issue_id: IssueId | None) -> int:
    """The place in the queue of an issue, open before settled; -1 where it is not there."""
    found = -1
    for number, issue in enumerate(issues):
        if issue.id == issue_id:
            if issue.state is IssueState.OPEN:
                return number
            found = number
    return found


def next_issue(issues: Sequence[Issue], position: int, view: str = "read", step: int = 1) -> IssueId | None:
    """The next open issue behind (step 1) or before (step -1) a place in the queue, round its end."""
    count = len(issues)
    for distance in range(1, count + 1):
        issue = issues[(position + step * distance) % count]
        if issue.state is IssueState.OPEN and in_view(issue, view):
            return issue.id
    return None
