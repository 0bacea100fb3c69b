"""The desk: one session with the issue in hand and the view chosen, and what each key of the review does.

It has no window: the window renders what the desk presents and calls its intentions. Each intention ends in one call
of `on_change`, and in a `notice` where something is to be said.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.app.events import ArticleChanged, SessionEvent
from reader.app.issues import choices_of
from reader.app.messages.rendering import Renderer
from reader.app.presenters.card import CardView, present_card
from reader.app.presenters.comparison import ComparisonView, find_reference, present_comparison
from reader.app.presenters.queue import (
    IssueId,
    QueueView,
    find_position,
    in_view,
    next_issue,
    open_issues,
    present_queue,
)
from reader.app.presenters.text_marks import TextMark, present_marks
from reader.app.session import NothingToDecide, Session
from reader.app.stages import family_of
from reader.app.worker_runner import CheckingState
from reader.checks.facts import REPEATS
from reader.core.changes import ChangeRefused
from reader.core.decisions import Scope, Verdict
from reader.core.fixes import Safety
from reader.core.history import Step, StepKind
from reader.core.issues import Issue, IssueState
from reader.core.messages import Message
from reader.core.replay import StepTouched
from reader.core.spans import Place


class Desk:
    """The review of one article."""

    def __init__(self, session: Session, render: Renderer, on_change: Callable[[], None]) -> None:
        self.session = session
        self.view = "read"
        self.current: IssueId | None = None
        self.checking = CheckingState()
        self.notice = ""
        self._render = render
        self._on_change = on_change
        self._position = 0
        self._awaited: IssueId | None = None
        self._edited: tuple[Issue, tuple[Place, ...]] | None = None
        self._turned: Place | None = None
        self._unsubscribe = session.subscribe(self._on_session)

    def close(self) -> None:
        """Stop watching the session."""
        self._unsubscribe()

    # -- what is shown ---------------------------------------------------------------------------------------------

    @property
    def issue(self) -> Issue | None:
        """The issue in hand, None where nothing is open."""
        for issue in self.session.issues:
            if issue.id == self.current and issue.state is IssueState.OPEN:
                return issue
        return None

    def queue(self) -> QueueView:
        """The list of the view."""
        return present_queue(self.session.article, self.session.issues, self._render, self.view)

    def card(self) -> CardView | None:
        """The card of the issue in hand."""
        issue = self.issue
        return present_card(self.session.article, issue, self._render) if issue else None

    def comparison(self) -> ComparisonView | None:
        """The copies side by side, where the issue in hand is one of repeats or captions."""
        issue = self.issue
        if issue is None or issue.stage != "repeats":
            return None
        repeats = self.session.facts.get(REPEATS)
        return present_comparison(self.session.article, issue, repeats, self._render)

    def marks(self) -> tuple[TextMark, ...]:
        """All marks of the copy."""
        words = {
            "caption": self._render.text("margin.caption"),
            "repeat": self._render.text("margin.repeat"),
            "too": self._render.text("margin.too"),
        }
        session = self.session
        return present_marks(session.article, session.issues, session.decisions, self.current, words=words)

    def number_in_queue(self) -> int:
        """The place of the issue in hand among those of the view, from 1; 0 where none is in hand."""
        shown = [issue for issue in self.session.issues if in_view(issue, self.view)]
        return find_position(shown, self.current) + 1 if self.issue else 0

    # -- moving ----------------------------------------------------------------------------------------------------

    def show_view(self, view: str) -> None:
        """Look through another lens; the issue in hand stays, unless none was."""
        self.view = view
        self._settle_current()
        self._changed()

    def select(self, issue_id: IssueId) -> None:
        """Take an issue in hand."""
        self.current = issue_id
        self._position = find_position(self.session.issues, issue_id)
        self._changed()

    def go(self, step: int) -> None:
        """Take the next (1) or previous (-1) open issue of the view in hand."""
        position = find_position(self.session.issues, self.current)
        start = position if position >= 0 else self._position - (1 if step > 0 else 0)
        self._take(next_issue(self.session.issues, start, self.view, step))
        self._changed()

    def find_at(self, block: int, offset: int) -> Issue | None:
        """The open issue whose finding stands at a caret, the shortest where several do."""
        found: list[tuple[int, Issue]] = []
        for issue in open_issues(self.session.issues):
            for finding in issue.findings:
                span = finding.place.span
                if finding.place.block != block:
                    continue
                if span is None:
                    found.append((1_000_000, issue))
                elif span.start <= offset <= span.end:
                    found.append((len(span), issue))
        return min(found, key=lambda pair: pair[0])[1] if found else None

    # -- deciding --------------------------------------------------------------------------------------------------

    def accept(self) -> None:
        """Take the proposed choice and go on."""
        card = self.card()
        proposed = next((choice for choice in card.choices if choice.proposed), None) if card else None
        self._choose(proposed.index if proposed else None)

    def choose(self, key: str) -> None:
        """Take the choice printed with this key ("2" to "9") and go on."""
        card = self.card()
        choice = next((choice for choice in card.choices if choice.key == key), None) if card else None
        self._choose(choice.index if choice else None)

    def choose_places(self, index: int, only: Sequence[int]) -> None:
        """Take a choice for some of the issue's places only."""
        self._choose(index, only)

    def settle(self, verdict: Verdict, *, scope: Scope = Scope.HERE, note: str = "") -> None:
        """Settle the issue in hand without a change, and go on."""
        self._decide(lambda issue: self.session.settle(issue.id, verdict, scope=scope, note=note))

    def exchange(self, copy: int = 0) -> None:
        """Exchange the sides: make this copy of the issue in hand the one that is kept, and stay with the pair."""
        issue = self.issue
        reference = find_reference(issue.findings[copy]) if issue is not None and issue.stage == "repeats" else None
        if issue is None or reference is None:
            self._say("notice.no_choice")
            return
        self._turned = reference.places[0]
        self.session.choose_reference(issue.findings[copy].place)
        self._follow()

    def fix_safe(self) -> int:
        """Take the first choice of every issue that is safe without looking, as one step; how many there were."""
        safe = [issue for issue in open_issues(self.session.issues) if self._is_safe(issue)]
        if safe:
            self.session.decide_all([issue.id for issue in safe], Message.of("step.fix_safe"))
            self._settle_current()
            self._changed()
        return len(safe)

    def _is_safe(self, issue: Issue) -> bool:
        choices = choices_of(self.session.article, issue)
        return bool(choices) and choices[0].safety is Safety.AUTO and bool(choices[0].changes)

    def _choose(self, index: int | None, only: Sequence[int] | None = None) -> None:
        if index is None:
            self._say("notice.no_choice")
            return
        self._decide(lambda issue: self.session.decide(issue.id, index, only=only))

    def _decide(self, act: Callable[[Issue], object]) -> None:
        issue = self.issue
        if issue is None:
            self._say("notice.no_choice")
            return
        position = find_position(self.session.issues, issue.id)
        following = next_issue(self.session.issues, position, self.view)
        self._awaited = None
        try:
            act(issue)
        except (ChangeRefused, NothingToDecide):
            self._say("notice.not_applied")
            return
        still = {other.id for other in open_issues(self.session.issues, self.view)}
        self._position = position
        self._take(following if following in still else next_issue(self.session.issues, position, self.view))
        self._changed()

    # -- taking back -----------------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Undo the last step; a decision comes back as the issue in hand."""
        try:
            step = self.session.undo()
        except NothingToDecide:
            self._say("notice.nothing_to_undo")
            return
        self._return_to(step)
        self._say("notice.undone", what=self._render(step.label))

    def redo(self) -> None:
        """Do the next undone step again."""
        try:
            self.session.redo()
        except NothingToDecide:
            self._say("notice.nothing_to_redo")
            return
        self._settle_current()
        self._changed()

    def take_back_last(self) -> None:
        """Take the last decision back and return to it, whatever was typed since."""
        decisions = [d for d in self.session.decisions if d.subject is not None]
        if not decisions:
            self._say("notice.nothing_to_undo")
            return
        self.take_back(decisions[-1].id)

    def take_back(self, decision_id: int) -> None:
        """Take one decision back, also out of order, and return to it."""
        index = next(
            n for n, step in enumerate(self.session.history.held) if any(d.id == decision_id for d in step.decisions)
        )
        taken = self.session.history.steps[index]
        try:
            if index == self.session.history.position - 1 and taken.kind is StepKind.DECISION:
                self.session.undo()
            else:
                self.session.take_back(decision_id)
        except StepTouched as touched:
            later = self.session.history.steps[index + 1 + touched.index]
            self._say("notice.touched", step=self._render(later.label))
            return
        self._return_to(taken)
        self._say("notice.taken_back", what=self._render(taken.label))

    def _return_to(self, step: Step) -> None:
        for decision in step.decisions:
            if decision.subject is not None:
                self.current = (decision.subject.rule, decision.subject.key)
                self._awaited = self.current
                return

    # -- editing from the card -------------------------------------------------------------------------------------

    def begin_edit(self) -> Place | None:
        """The place to edit for the issue in hand; the issue is settled by itself if the fault is gone afterwards."""
        issue = self.issue
        if issue is None:
            return None
        self._edited = (issue, tuple(finding.place for finding in issue.findings))
        return issue.findings[0].place

    def end_edit(self) -> None:
        """Back from the sentence to the card."""
        self.session.seal_typing()
        self._settle_if_mended()
        self._settle_current()
        self._changed()

    def _settle_if_mended(self) -> None:
        if self._edited is None:
            return
        issue, places = self._edited
        if family_of(issue.rule) in self.checking.reading:
            return
        self._edited = None
        if any(other.id == issue.id and other.state is IssueState.OPEN for other in self.session.issues):
            return
        if places != tuple(finding.place for finding in issue.findings) or self._was_touched(issue):
            self.session.settle_edited(issue, places)

    def _was_touched(self, issue: Issue) -> bool:
        article = self.session.article
        for finding in issue.findings:
            try:
                if article.text_at(finding.place) != finding.quote:
                    return True
            except (KeyError, IndexError):
                return True
        return False

    # -- following the session -------------------------------------------------------------------------------------

    def take_checking(self, checking: CheckingState) -> None:
        """Take how far the checks are."""
        self.checking = checking
        self._follow()

    def _on_session(self, event: SessionEvent) -> None:
        if isinstance(event, ArticleChanged) and self._edited is not None:
            issue, places = self._edited
            self._edited = (issue, event.mapping.places(places))

    def follow(self) -> None:
        """Take up what the checks found since: the issue in hand stays while it is open."""
        self._follow()

    def _follow(self) -> None:
        if self._awaited is not None and self.issue is not None:
            self._awaited = None
        if self._awaited is not None and self.checking.reading:
            self._changed()
            return
        self._settle_if_mended()
        self._settle_current()
        self._changed()

    def _settle_current(self) -> None:
        """Where the issue in hand is no longer open, the next one is; none is taken while nothing was begun."""
        turned = self._find_turned()
        if turned is not None:
            self.current, self._turned = turned.id, None
        if self.issue is not None:
            self._position = find_position(self.session.issues, self.current)
            return
        self._take(next_issue(self.session.issues, max(self._position, 0) - 1, self.view))

    def _find_turned(self) -> Issue | None:
        """The open issue on the side that was kept before the sides were exchanged."""
        if self._turned is None:
            return None
        for issue in open_issues(self.session.issues):
            if issue.stage == "repeats" and any(finding.place == self._turned for finding in issue.findings):
                return issue
        return None

    def _take(self, issue_id: IssueId | None) -> None:
        self.current = issue_id
        if issue_id is not None:
            self._position = find_position(self.session.issues, issue_id)

    def _say(self, key: str, **values: str) -> None:
        self.notice = self._render.text(key, **values)
        self._on_change()

    def _changed(self) -> None:
        self.notice = ""
        self._on_change()
