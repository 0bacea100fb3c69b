"""The desk: one session with the issue in hand and the view chosen, and what each key of the review does.

It has no window: the window renders what the desk presents and calls its intentions. Each intention ends in one call
of `on_change`, and in a `notice` where something is to be said.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.app.answers import REFERENCE
from reader.app.edited_issue import EditedIssue
from reader.app.events import ArticleChanged, SessionEvent
from reader.app.issues import choices_of
from reader.app.messages.rendering import Renderer
from reader.app.presenters.card import CardView, present_card
from reader.app.presenters.comparison import ComparisonView, present_comparison
from reader.app.presenters.copies_map import MapView, present_map
from reader.app.presenters.queue import (
    IssueId,
    QueueView,
    find_position,
    in_order_of,
    in_view,
    next_issue,
    open_issues,
    present_queue,
)
from reader.app.presenters.text_marks import TextMark, present_marks
from reader.app.repeats_desk import RepeatsDesk
from reader.app.session import NothingToDecide, Session
from reader.app.stages import family_of
from reader.app.taking_back import TouchedLater, take_back_decision
from reader.app.worker_runner import CheckingState
from reader.checks.facts import REPEATS
from reader.core.article import Article
from reader.core.changes import ChangeRefused
from reader.core.decisions import Scope, Verdict
from reader.core.fixes import Safety
from reader.core.history import Step
from reader.core.issues import Issue, IssueState
from reader.core.messages import Message
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
        self._edited: EditedIssue | None = None
        self.repeats = RepeatsDesk(session, self)
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

    @property
    def issues(self) -> tuple[Issue, ...]:
        """All issues in the order in which the view lists them."""
        return in_order_of(self.session.issues, self.view)

    def queue(self) -> QueueView:
        """The list of the view."""
        return present_queue(self.session.article, self.session.issues, self._render, self.view)

    def card(self) -> CardView | None:
        """The card of the issue in hand."""
        issue, hand = self.issue, self.repeats.hand
        return present_card(self.session.article, issue, self._render, hand) if issue else None

    def comparison(self) -> ComparisonView | None:
        """The copies side by side, where the issue in hand is one of repeats or captions."""
        if self.repeats.issue is None or self.repeats.hand is None:
            return None
        return present_comparison(self.session, self.repeats, self._render)

    def map(self) -> MapView:
        """Where the copies lie."""
        return present_map(self.session.article, self.session.issues, self.current, self._render)

    def marks(self) -> tuple[TextMark, ...]:
        """All marks of the copy."""
        words = {
            "caption": self._render.text("margin.caption"),
            "repeat": self._render.text("margin.repeat"),
            "too": self._render.text("margin.too"),
        }
        session = self.session
        repeats = session.facts.get(REPEATS)
        return present_marks(
            session.article, session.issues, session.decisions, self.current, words=words, repeats=repeats
        )

    def number_in_queue(self) -> int:
        """The place of the issue in hand among those of the view, from 1; 0 where none is in hand."""
        shown = [issue for issue in self.issues if in_view(issue, self.view)]
        return find_position(shown, self.current) + 1 if self.issue else 0

    # -- moving ----------------------------------------------------------------------------------------------------

    def show_view(self, view: str) -> None:
        """Look through another lens; the issue in hand stays, unless none was."""
        self.view = view
        self._settle_current()
        self.changed()

    def select(self, issue_id: IssueId) -> None:
        """Take an issue in hand."""
        self.current = issue_id
        self._position = find_position(self.issues, issue_id)
        self.changed()

    def go(self, step: int) -> None:
        """Take the next (1) or previous (-1) open issue of the view in hand."""
        position = find_position(self.issues, self.current)
        start = position if position >= 0 else self._position - (1 if step > 0 else 0)
        self._take(next_issue(self.issues, start, self.view, step))
        self.changed()

    # -- deciding --------------------------------------------------------------------------------------------------

    def accept(self) -> None:
        """Take the proposed choice and go on."""
        card = self.card()
        proposed = next((choice for choice in card.choices if choice.proposed), None) if card else None
        self._choose(proposed.index if proposed else None)

    def choose(self, key: str) -> None:
        """Take the choice printed with this key ("2" to "9") and go on; a merge is begun."""
        card = self.card()
        choice = next((choice for choice in card.choices if choice.key == key), None) if card else None
        if choice is not None and choice.asks:
            self.repeats.begin_merge()
        else:
            self._choose(choice.index if choice else None)

    def choose_places(self, index: int, only: Sequence[int]) -> None:
        """Take a choice for some of the issue's places only."""
        self._choose(index, only)

    def settle(self, verdict: Verdict, *, scope: Scope = Scope.HERE, note: str = "") -> None:
        """Settle the issue in hand without a change, and go on."""
        self.decide(lambda issue: self.session.settle(issue.id, verdict, scope=scope, note=note))

    def fix_safe(self) -> int:
        """Take the first choice of every issue that is safe without looking, as one step; how many there were."""
        safe = [issue for issue in open_issues(self.issues) if _is_safe(self.session.article, issue)]
        if safe:
            self.session.decide_all([(issue.id, None) for issue in safe], Message.of("step.fix_safe"))
            self._settle_current()
            self.changed()
        return len(safe)

    def _choose(self, index: int | None, only: Sequence[int] | None = None) -> None:
        if index is None:
            self.say("notice.no_choice")
            return
        hand, issue = self.repeats.hand, self.repeats.issue
        at = None
        if hand is not None and issue is not None and only is None:
            only, at = hand.numbers(issue), hand.at(issue)
        self.decide(lambda issue: self.session.decide(issue.id, index, only=only, at=at))

    def decide(self, act: Callable[[Issue], object]) -> None:
        """Settle the issue in hand by an act, and go on to the next one."""
        issue = self.issue
        if issue is None:
            self.say("notice.no_choice")
            return
        position = find_position(self.issues, issue.id)
        following = next_issue(self.issues, position, self.view)
        self._awaited = None
        try:
            act(issue)
        except (ChangeRefused, NothingToDecide):
            self.say("notice.not_applied")
            return
        still = {other.id for other in open_issues(self.issues, self.view)}
        self._position = position
        self._take(following if following in still else next_issue(self.issues, position, self.view))
        self.changed()

    # -- taking back -----------------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Undo the last step; a decision comes back as the issue in hand."""
        try:
            step = self.session.undo()
        except NothingToDecide:
            self.say("notice.nothing_to_undo")
            return
        self._return_to(step)
        self.say("notice.undone", what=self._render(step.label))

    def redo(self) -> None:
        """Do the next undone step again."""
        try:
            self.session.redo()
        except NothingToDecide:
            self.say("notice.nothing_to_redo")
            return
        self._settle_current()
        self.changed()

    def take_back_last(self) -> None:
        """Take the last decision back and return to it, whatever was typed since."""
        decisions = [d for d in self.session.decisions if d.subject is not None or d.answer == REFERENCE]
        if not decisions:
            self.say("notice.nothing_to_undo")
            return
        self.take_back(decisions[-1].id)

    def take_back(self, decision_id: int) -> None:
        """Take one decision back, also out of order, and return to it."""
        try:
            taken = take_back_decision(self.session, decision_id)
        except TouchedLater as touched:
            self.say("notice.touched", step=self._render(touched.step.label))
            return
        self._return_to(taken)
        self.say("notice.taken_back", what=self._render(taken.label))

    def _return_to(self, step: Step) -> None:
        for decision in step.decisions:
            if decision.subject is not None:
                self.current = (decision.subject.rule, decision.subject.key)
                self._awaited = self.current
                return

    # -- editing from the card -------------------------------------------------------------------------------------

    def begin_edit(self) -> Place | None:
        """The place to edit for the issue in hand; the issue is settled by itself if the fault is gone afterwards."""
        issue, hand = self.issue, self.repeats.hand
        if issue is None:
            return None
        self._edited = EditedIssue.of(issue)
        return issue.findings[hand.at(issue) if hand else 0].place

    def end_edit(self) -> None:
        """Back from the sentence to the card."""
        self.session.seal_typing()
        self._settle_if_mended()
        self._settle_current()
        self.changed()

    def _settle_if_mended(self) -> None:
        edited = self._edited
        if edited is None or family_of(edited.issue.rule) in self.checking.reading:
            return
        self._edited = None
        if edited.is_mended(self.session.article, open_issues(self.session.issues)):
            self.session.settle_edited(edited.issue, edited.places)

    # -- following the session -------------------------------------------------------------------------------------

    def take_checking(self, checking: CheckingState) -> None:
        """Take how far the checks are."""
        self.checking = checking
        self._follow()

    def _on_session(self, event: SessionEvent) -> None:
        if not isinstance(event, ArticleChanged):
            return
        self.repeats.merge.leave()
        if self._edited is not None:
            self._edited = self._edited.carried(event.mapping)

    def follow(self) -> None:
        """Take up what the checks found since: the issue in hand stays while it is open."""
        self._follow()

    def _follow(self) -> None:
        if self._awaited is not None and self.issue is not None:
            self._awaited = None
        if self._awaited is not None and self.checking.reading:
            self.changed()
            return
        self._settle_if_mended()
        self._settle_current()
        self.changed()

    def _settle_current(self) -> None:
        """Where the issue in hand is no longer open, the next one is; none is taken while nothing was begun."""
        turned = self.repeats.take_turned()
        if turned is not None:
            self.current = turned.id
        if self.issue is not None:
            self._position = find_position(self.issues, self.current)
            return
        self._take(next_issue(self.issues, max(self._position, 0) - 1, self.view))

    def _take(self, issue_id: IssueId | None) -> None:
        self.current = issue_id
        if issue_id is not None:
            self._position = find_position(self.issues, issue_id)

    def say(self, key: str, **values: str) -> None:
        """Say something in the line for notices."""
        self.notice = self._render.text(key, **values)
        self._on_change()

    def changed(self) -> None:
        """Have everything shown as it stands."""
        self.notice = ""
        self._on_change()


def _is_safe(article: Article, issue: Issue) -> bool:
    choices = choices_of(article, issue)
    return bool(choices) and choices[0].safety is Safety.AUTO and bool(choices[0].changes)
