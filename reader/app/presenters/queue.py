"""The one queue as the list shows it, and which issue comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.app.messages.rendering import Renderer
from reader.app.presenters.looks import Look, look_of, look_of_rule
from reader.app.presenters.places import name_places
from reader.app.sorts import SORTS, Sort, sort_of
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
    """The list of a view: every issue in Read, those of its stages elsewhere, repeats by their sorts."""
    by_sort = view == VIEW_OF_STAGE["repeats"]
    headings = [f"sort.{sort.value}" for sort in SORTS] if by_sort else [f"stage.{stage}" for stage in STAGES]
    rows: dict[str, list[QueueRow]] = {heading: [] for heading in headings}
    for number, issue in enumerate(issues):
        if in_view(issue, view):
            heading = f"sort.{sort_of(issue).value}" if by_sort else f"stage.{issue.stage}"
            row = _present_row(article, issue, number, render)
            rows[heading].append(_named_by_words(row, issue) if by_sort else row)
    stages = tuple(_present_stage(heading, tuple(part), render) for heading, part in rows.items() if part)
    every = [row for stage in stages for row in stage.rows]
    return QueueView(stages, len(every), sum(row.settled for row in every))


def in_view(issue: Issue, view: str) -> bool:
    """Whether a view shows an issue: Read shows all."""
    return view == "read" or VIEW_OF_STAGE[issue.stage] == view


def _present_stage(heading: str, rows: tuple[QueueRow, ...], render: Renderer) -> QueueStage:
    decided = sum(row.settled for row in rows)
    count = render.text("queue.some", decided=decided, total=len(rows)) if decided else str(len(rows))
    return QueueStage(heading, render.text(heading), count, rows)


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


def _named_by_words(row: QueueRow, issue: Issue) -> QueueRow:
    """Under a heading that says that they are captions, captions are told apart by their words."""
    quote = (
        issue.findings[0].quote if issue.findings else next(iter(issue.decision.quotes), "") if issue.decision else ""
    )
    return replace(row, text=quote) if sort_of(issue) is Sort.CAPTION and quote else row


def in_order_of(issues: Sequence[Issue], view: str) -> tuple[Issue, ...]:
    """The issues in the order in which a view lists them: the duplicate view goes by sorts."""
    if view != VIEW_OF_STAGE["repeats"]:
        return tuple(issues)
    return tuple(sorted(issues, key=lambda issue: (STAGES.index(issue.stage), _rank_of_sort(issue))))


def _rank_of_sort(issue: Issue) -> int:
    return SORTS.index(sort_of(issue)) if issue.stage == "repeats" else 0


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


def find_issue_at(issues: Sequence[Issue], block: int, offset: int) -> Issue | None:
    """The open issue whose finding stands at a caret, the shortest where several do."""
    found: list[tuple[int, Issue]] = []
    for issue in open_issues(issues):
        for finding in issue.findings:
            span = finding.place.span
            if finding.place.block != block:
                continue
            if span is None:
                found.append((_WHOLE_BLOCK, issue))
            elif span.start <= offset <= span.end:
                found.append((len(span), issue))
    return min(found, key=lambda pair: pair[0])[1] if found else None


_WHOLE_BLOCK = 1_000_000
