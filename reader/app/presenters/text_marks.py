"""Marks in the copy, its margin and the overview ruler: what is open whispers, what is current speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.app.pairs import find_copy, find_reference
from reader.app.presenters.looks import Look, look_of
from reader.app.presenters.places import paragraph_sign
from reader.app.presenters.queue import IssueId
from reader.core.article import Article
from reader.core.decisions import Decision, Verdict
from reader.core.duplicates import Repeats, WordState
from reader.core.findings import Finding, Relation
from reader.core.issues import Issue, IssueState
from reader.core.spans import Place


@dataclass(frozen=True, slots=True)
class TextMark:
    """A mark in the copy: the look, where, and whether it is the current one. `margin` is the margin's short word."""

    look: Look
    place: Place
    current: bool = False
    margin: str = ""
    kept: bool = False


def present_marks(
    article: Article,
    issues: Sequence[Issue],
    decisions: Sequence[Decision],
    current: IssueId | None,
    *,
    words: dict[str, str],
    repeats: Repeats | None = None,
) -> tuple[TextMark, ...]:
    """All marks of open issues, queries and Checked; `words` holds the margin's own short words by key.

    `repeats` tells which words of two copies clash; where it is not known, the whole passage is marked.
    """
    marks: list[TextMark] = []
    for issue in issues:
        if issue.state is not IssueState.OPEN:
            continue
        for finding in issue.findings:
            clash = _mark_clash(article, finding, repeats, current=issue.id == current) if repeats else ()
            marks.extend(clash or _present_finding(article, finding, words, current=issue.id == current))
    for decision in decisions:
        if decision.verdict in (Verdict.QUERY, Verdict.CHECKED):
            look = Look.QUERY if decision.verdict is Verdict.QUERY else Look.CHECKED
            marks.extend(TextMark(look, place) for place in decision.places if place.block in article)
    return tuple(marks)


def _mark_clash(article: Article, finding: Finding, repeats: Repeats, *, current: bool) -> tuple[TextMark, ...]:
    """The clashing words on both sides, each side with the flag's words ("12 / 21"); none for another finding."""
    reference = find_reference(finding) if look_of(finding) is Look.CLASH else None
    copy = find_copy(repeats, finding.place, reference) if reference is not None else None
    if copy is None or reference is None or reference.places[0].block not in article:
        return ()
    there, here = (str(finding.message.value(side) or "") for side in ("there", "here"))
    sides = ((reference.places[0].block, copy.reference_words), (finding.place.block, copy.words))
    return tuple(
        TextMark(Look.CLASH, Place.at(block, word.start, word.end), current, f"{there} / {here}")
        for block, words in sides
        for word in words
        if word.state is WordState.CLASH and word.end <= len(article.block(block).text)
    )


def _present_finding(article: Article, finding: Finding, words: dict[str, str], *, current: bool) -> list[TextMark]:
    look = look_of(finding)
    reference = next((r.passage for r in finding.related if r.relation is Relation.REFERENCE), None)
    margin = ""
    if look in (Look.REPEAT, Look.CAPTION):
        margin = f"= {paragraph_sign(article, reference.places[0].block)}" if reference else words.get(look.value, "")
    marks = [TextMark(look, finding.place, current, margin)]
    if reference is not None and look in (Look.REPEAT, Look.CAPTION) and reference.places[0].block in article:
        also = f"{paragraph_sign(article, finding.place.block)} {words.get('too', '')}".strip()
        marks.append(TextMark(Look.REPEAT, reference.places[0], current=False, margin=also, kept=True))
    return marks
