"""The word list (spelling) and the list of cleanup faults: one row a decision, with its first context."""

from __future__ import annotations

from dataclasses import dataclass

from reader.app.messages.rendering import Renderer
from reader.app.presenters.card import surroundings
from reader.app.presenters.looks import Look, look_of
from reader.app.presenters.places import name_places
from reader.core.article import Article
from reader.core.issues import Issue, IssueState

_CONTEXT = 48


@dataclass(frozen=True, slots=True)
class WordRow:
    """One distinct word, or one cleanup fault: count, class, best suggestion and first context."""

    id: tuple[str, str]
    look: Look
    word: str
    count: int
    kind: str
    suggestion: str
    place: str
    before: str
    after: str


def present_words(article: Article, issues: tuple[Issue, ...], view: str, render: Renderer) -> tuple[WordRow, ...]:
    """The open rows of the views Spelling and Cleanup, in the order of the queue."""
    stages = ("spelling",) if view == "spelling" else ("boilerplate", "fragments", "marks", "style")
    opened = [issue for issue in issues if issue.stage in stages and issue.state is IssueState.OPEN]
    return tuple(_present_row(article, issue, render) for issue in opened)


def _present_row(article: Article, issue: Issue, render: Renderer) -> WordRow:
    finding = issue.findings[0]
    text = article.block(finding.place.block).text
    span = finding.place.span
    before, after = ("", "") if span is None else surroundings(text, span.start, span.end, _CONTEXT)
    kind = render.text(f"spelling.class.{finding.klass}") if finding.klass else render(finding.message)
    suggestion = render(finding.fixes[0].label) if finding.fixes else ""
    places = name_places(article, [item.place for item in issue.findings])
    return WordRow(
        issue.id, look_of(finding), finding.quote, len(issue.findings), kind, suggestion, places, before, after
    )
