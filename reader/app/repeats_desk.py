"""What the desk does with repeats: copies of a group, ticks, exchanging sides, merging, and bulk acts.

It has no window and no queue of its own: through `Review` it asks the desk for the issue in hand, has it decide and go
on, and tells it when something is to be shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from reader.app.bulk import BulkPlace, find_bulk_act, find_places, pick_places
from reader.app.copies_in_hand import CopiesInHand, rows_of
from reader.app.merge_desk import MergeDesk
from reader.app.pairs import find_reference
from reader.app.session import Session
from reader.core.issues import Issue, IssueState
from reader.core.messages import Message
from reader.core.spans import Place

STAGE = "repeats"
VIEW = "duplicates"


class Review(Protocol):
    """What the desk does for its parts."""

    view: str

    @property
    def issue(self) -> Issue | None:
        """The issue in hand."""

    def decide(self, act: Callable[[Issue], object]) -> None:
        """Settle the issue in hand and go on."""

    def say(self, key: str) -> None:
        """Say something in one line."""

    def follow(self) -> None:
        """Take up what has changed in the session."""

    def changed(self) -> None:
        """Show what has changed."""


class RepeatsDesk:
    """The copies of the issue in hand, where it is one of repeats and captions."""

    def __init__(self, session: Session, review: Review) -> None:
        self._session = session
        self._review = review
        self._hand: CopiesInHand | None = None
        self._of: tuple[str, str] | None = None
        self._turned: Place | None = None
        self._places: tuple[tuple[Issue, ...], str, tuple[BulkPlace, ...]] = ((), "", ())
        self.merge = MergeDesk(session)
        self.wide = False

    @property
    def issue(self) -> Issue | None:
        """The issue in hand where it is one of repeats and captions."""
        issue = self._review.issue
        return issue if issue is not None and issue.stage == STAGE else None

    @property
    def hand(self) -> CopiesInHand | None:
        """The open copy and the ticked ones of the issue in hand."""
        issue = self.issue
        if issue is None or self._of != issue.id:
            self.merge.leave()
            self.wide = False
            self._of = issue.id if issue is not None else None
            self._hand = CopiesInHand.of(issue) if issue is not None else None
        elif self._hand is not None:
            self._hand = self._hand.following(issue)
        return self._hand

    # -- groups ----------------------------------------------------------------------------------------------------

    def step(self, step: int) -> None:
        """Open the next (1) or previous (-1) row of the group."""
        self._turn(lambda hand, issue: hand.stepped(issue, step, fold=not self.wide))

    def open(self, at: int) -> None:
        """Open one copy of the group."""
        self._turn(lambda hand, issue: hand.opened(issue, at))

    def toggle(self, numbers: tuple[int, ...]) -> None:
        """Tick copies, or untick them where all of them are ticked."""
        self._turn(lambda hand, issue: hand.toggled(issue, numbers))

    def toggle_open(self) -> None:
        """Tick the open copy, or untick it; in a folded run all copies that are the same."""
        issue, hand = self.issue, self.hand
        if issue is not None and hand is not None:
            self.toggle(next(row for row in rows_of(issue, fold=not self.wide) if hand.at(issue) in row))

    def toggle_wide(self) -> None:
        """Show more or less of what stands around the copies, and the equal paragraphs of a run one by one."""
        self.wide = self.hand is not None and not self.wide
        self._review.changed()

    def _turn(self, turn: Callable[[CopiesInHand, Issue], CopiesInHand]) -> None:
        issue, hand = self.issue, self.hand
        if issue is not None and hand is not None:
            self._hand = turn(hand, issue)
            self._review.changed()

    # -- the kept copy ---------------------------------------------------------------------------------------------

    def exchange(self) -> None:
        """Exchange the sides: make the open copy the one that is kept, and stay with the pair."""
        issue, hand = self.issue, self.hand
        finding = issue.findings[hand.at(issue)] if issue is not None and hand is not None else None
        reference = find_reference(finding) if finding is not None else None
        if finding is None or reference is None:
            self._review.say("notice.no_choice")
            return
        self._turned = reference.places[0]
        self._session.choose_reference(finding.place)
        self._review.follow()

    def take_turned(self) -> Issue | None:
        """The open issue on the side that was kept before the sides were exchanged, once it is found."""
        if self._turned is None:
            return None
        for issue in self._session.issues:
            if issue.state is IssueState.OPEN and any(finding.place == self._turned for finding in issue.findings):
                self._turned = None
                return issue
        return None

    # -- merging ---------------------------------------------------------------------------------------------------

    def begin_merge(self) -> None:
        """Take the open copy for a merge, in the view that shows it."""
        issue, hand = self.issue, self.hand
        if issue is not None and hand is not None and self.merge.begin(issue.findings[hand.at(issue)]):
            self._review.view = VIEW
            self._review.changed()
        else:
            self._review.say("notice.no_choice")

    def on_merge(self, act: Callable[[MergeDesk], object]) -> None:
        """Do something to the merge in hand: take a chip, type, leave it."""
        act(self.merge)
        self._review.changed()

    def finish_merge(self) -> None:
        """Put the merged line in the place of the kept copy, cut the other, and go on."""
        issue, hand, fix = self.issue, self.hand, self.merge.make_fix()
        if issue is None or hand is None or fix is None:
            self._review.say("notice.no_choice")
            return
        at = hand.at(issue)
        self.merge.leave()
        self._review.decide(lambda issue: self._session.decide_by(issue.id, at, fix))

    # -- bulk acts -------------------------------------------------------------------------------------------------

    def bulk(self) -> tuple[str | None, int]:
        """The bulk act that the issue in hand belongs to, and how many places it has that lose nothing."""
        issue = self.issue
        act = find_bulk_act(issue) if issue is not None else None
        return act, len([place for place in self.find_places(act) if not place.loses]) if act else 0

    def find_places(self, act: str) -> tuple[BulkPlace, ...]:
        """All places of a bulk act; counted anew only when there are other issues."""
        issues = self._session.issues
        if self._places[0] is not issues or self._places[1] != act:
            self._places = (issues, act, find_places(self._session.article, issues, act))
        return self._places[2]

    def settle_places(self, places: Sequence[BulkPlace], label: Message) -> None:
        """Take the proposals on these places as one step."""
        if places:
            self._review.decide(lambda _issue: self._session.decide_all(pick_places(places), label))
