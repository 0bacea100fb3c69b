"""The copies of a group or run as rows: where each stands, what it adds, whether it is ticked. Equal ones fold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.app.copies_in_hand import CopiesInHand, has_proposal, is_equal, rows_of
from reader.app.messages.rendering import Renderer
from reader.app.pairs import find_reference
from reader.app.presenters.places import paragraph_sign
from reader.app.sorts import Sort, cuts, sort_of
from reader.core.article import Article
from reader.core.findings import Finding
from reader.core.issues import Issue, IssueState
from reader.core.messages import Message
from reader.core.slots import OTHER_WAY


@dataclass(frozen=True, slots=True)
class CopyRow:
    """One row: the numbers of the findings it stands for, none for a copy that is decided by itself.

    `warning`: the copy has words that stand nowhere else.
    """

    numbers: tuple[int, ...]
    place: str
    note: str
    ticked: bool = False
    open: bool = False
    clash: bool = False
    warning: bool = False


def present_copy_rows(
    article: Article, issue: Issue, issues: Sequence[Issue], hand: CopiesInHand, render: Renderer, *, fold: bool
) -> tuple[CopyRow, ...]:
    """The rows of an issue with several copies; a pair has none."""
    apart = tuple(_decided_apart(article, issue, issues, render))
    if len(issue.findings) + len(apart) < 2:
        return ()
    rows: list[CopyRow] = []
    for numbers in rows_of(issue, fold=fold):
        if len(numbers) > 1:
            rows.append(_folded(article, issue, numbers, hand, render))
            continue
        finding = issue.findings[numbers[0]]
        place, note = paragraph_sign(article, finding.place.block), describe_copy(finding, render)
        ticked, is_open = finding.place in hand.ticked, finding.place == hand.open
        rows.append(CopyRow(numbers, place, note, ticked, is_open, warning=not has_proposal(finding)))
    return (*rows, *apart)


def describe_copy(finding: Finding, render: Renderer) -> str:
    """What a copy adds, in a few words."""
    if is_equal(finding):
        return render.text("copies.exact")
    lost = next((fix.loses for fix in finding.fixes if fix.loses and not fix.asks and fix.slot != OTHER_WAY), ())
    if lost and not (has_proposal(finding) and cuts(finding)):
        return render.text("copies.only_here", count=len(lost), words=", ".join(lost))
    return render.text("copies.adds_nothing")


def _folded(article: Article, issue: Issue, equal: tuple[int, ...], hand: CopiesInHand, render: Renderer) -> CopyRow:
    places = [issue.findings[n].place for n in equal]
    first, last = (paragraph_sign(article, place.block) for place in (places[0], places[-1]))
    return CopyRow(
        equal,
        f"{first}–{last.removeprefix('¶')}",
        render.text("copies.the_same", count=len(equal)),
        all(place in hand.ticked for place in places),
        hand.open in places,
    )


def _decided_apart(article: Article, issue: Issue, issues: Sequence[Issue], render: Renderer) -> Iterator[CopyRow]:
    """Copies of the same kept passages that are issues of their own; of a run just the contradictions inside it."""
    run = sort_of(issue) is Sort.RUN
    for other in issues:
        if other.id == issue.id or other.state is not IssueState.OPEN or other.stage != issue.stage:
            continue
        clash = sort_of(other) is Sort.CLASH
        if not clash and (run or sort_of(other) is Sort.RUN):
            continue
        for finding in other.findings:
            if _lies_inside(article, issue, finding) if run else _has_one_reference(issue, finding):
                note = _say_clash(finding.message, render) if clash else render.text("copies.apart")
                yield CopyRow((), paragraph_sign(article, finding.place.block), note, clash=clash)


def _has_one_reference(issue: Issue, finding: Finding) -> bool:
    reference = find_reference(finding)
    return reference is not None and any(find_reference(own) == reference for own in issue.findings)


def _lies_inside(article: Article, issue: Issue, finding: Finding) -> bool:
    """Whether a finding stands between the first and the last copy of an issue."""
    positions = [article.position(own.place.block) for own in issue.findings]
    return min(positions) <= article.position(finding.place.block) <= max(positions)


def _say_clash(message: Message, render: Renderer) -> str:
    there, here = (str(message.value(side) or "") for side in ("there", "here"))
    return render.text("copies.clash", there=there, here=here)
