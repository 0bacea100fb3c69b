"""What the desk knows of repeats besides the issue in hand: the open copy, the ticks, and the merge in hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from reader.app.copies_in_hand import CopiesInHand, rows_of
from reader.app.losses import words_dropped
from reader.app.merging import (
    MergeDraft,
    compose_sentence,
    draft_caption_merge,
    draft_merge,
    make_merge,
    retake,
)
from reader.app.pairs import find_copy, find_reference
from reader.app.session import Session
from reader.app.standing import hold_decisions, standing_replacements
from reader.checks.facts import REPEATS
from reader.core.article import Article, Role
from reader.core.changes import ChangeRefused
from reader.core.fixes import Fix
from reader.core.issues import Issue
from reader.core.spans import Place
from reader.text.alphabet import to_alphabet

REPEATS_STAGE = "repeats"


@dataclass(frozen=True, slots=True)
class Merging:
    """A merge being made: the chips taken, and the line as it stands. `targets` are paragraphs to choose from.

    `lost` are the words that would then stand nowhere in the article.
    """

    draft: MergeDraft
    taken: frozenset[int]
    line: str
    lost: tuple[str, ...] = ()
    targets: tuple[int, ...] = ()

    def compose(self) -> str:
        """The line that draft and chips give, before any typing."""
        return compose_sentence(self.draft, self.taken) if self.targets else self.draft.compose(self.taken)


class RepeatsDesk:
    """The copies of the issue in hand; `find_issue` gives that issue, None where it is none of repeats."""

    def __init__(self, session: Session, find_issue: Callable[[], Issue | None]) -> None:
        self._session = session
        self._find_issue = find_issue
        self._hand: CopiesInHand | None = None
        self._of: tuple[str, str] | None = None
        self.merging: Merging | None = None
        self.wide = False

    @property
    def issue(self) -> Issue | None:
        """The issue in hand where it is one of repeats and captions."""
        issue = self._find_issue()
        return issue if issue is not None and issue.stage == REPEATS_STAGE else None

    @property
    def hand(self) -> CopiesInHand | None:
        """The open copy and the ticked ones of the issue in hand."""
        issue = self.issue
        if issue is None:
            self._hand, self._of, self.merging, self.wide = None, None, None, False
        elif self._hand is None or self._of != issue.id:
            self._hand, self._of, self.merging, self.wide = CopiesInHand.of(issue), issue.id, None, False
        else:
            self._hand = self._hand.following(issue)
        return self._hand

    # -- groups ----------------------------------------------------------------------------------------------------

    def step(self, step: int) -> None:
        """Open the next (1) or previous (-1) row of the group."""
        issue, hand = self.issue, self.hand
        if issue is not None and hand is not None:
            self._hand = hand.stepped(issue, step, fold=not self.wide)

    def open(self, at: int) -> None:
        """Open one copy of the group."""
        issue, hand = self.issue, self.hand
        if issue is not None and hand is not None:
            self._hand = hand.opened(issue, at)

    def toggle(self, numbers: tuple[int, ...]) -> None:
        """Tick copies, or untick them where all of them are ticked."""
        issue, hand = self.issue, self.hand
        if issue is not None and hand is not None:
            self._hand = hand.toggled(issue, numbers)

    def toggle_open(self) -> None:
        """Tick the open copy, or untick it; in a folded run all copies that are the same."""
        issue, hand = self.issue, self.hand
        if issue is not None and hand is not None:
            row = next(row for row in rows_of(issue, fold=not self.wide) if hand.at(issue) in row)
            self.toggle(row)

    def toggle_wide(self) -> None:
        """Show more or less of what stands around the copies, and the equal paragraphs of a run one by one."""
        if self.hand is not None:
            self.wide = not self.wide

    # -- merging ---------------------------------------------------------------------------------------------------

    def begin_merge(self) -> bool:
        """Take the open copy for a merge; whether that is possible."""
        issue, hand = self.issue, self.hand
        if issue is None or hand is None:
            return False
        finding = issue.findings[hand.at(issue)]
        article = self._session.article
        reference = find_reference(finding)
        if reference is None:
            targets = tuple(block.id for block in article.blocks if _can_take(article, block.id, finding.place))
            if not targets:
                return False
            self._draft_caption(_nearest_before(article, targets, finding.place), finding.place, targets)
            return True
        copy = find_copy(self._session.facts.get(REPEATS), finding.place, reference)
        if copy is None:
            return False
        draft = self._hold(draft_merge(article, reference, copy))
        self._take(Merging(draft, draft.proposed, draft.compose(draft.proposed)))
        return True

    def leave_merge(self) -> None:
        """Give the merge up; nothing was changed."""
        self.merging = None

    def choose_target(self, block: int) -> None:
        """Merge a caption into another paragraph."""
        if self.merging is not None and block in self.merging.targets:
            self._draft_caption(block, self.merging.draft.copy, self.merging.targets)

    def toggle_chip(self, number: int) -> None:
        """Take a chip, or leave it."""
        merging = self.merging
        if merging is None or not 0 <= number < len(merging.draft.chips):
            return
        taken = merging.taken ^ {number}
        fresh = replace(merging, taken=taken)
        chip = merging.draft.chips[number]
        line = retake(merging.line, merging.compose(), fresh.compose(), chip, taken=number in taken)
        self._take(replace(fresh, line=line))

    def type_line(self, line: str) -> None:
        """Take the line as it was typed."""
        line = to_alphabet(line)
        if self.merging is not None and line != self.merging.line:
            self._take(replace(self.merging, line=line))

    def finish_merge(self) -> tuple[int, Fix] | None:
        """The number of the finding and the fix that the merge gives; None where no merge is in hand."""
        issue, hand = self.issue, self.hand
        if self.merging is None or issue is None or hand is None:
            return None
        return hand.at(issue), make_merge(self._session.article, self.merging.draft, self.merging.line)

    def _draft_caption(self, into: int, caption: Place, targets: tuple[int, ...]) -> None:
        draft = self._hold(draft_caption_merge(self._session.article, into, caption))
        taken = draft.proposed
        self._take(Merging(draft, taken, compose_sentence(draft, taken), targets=targets))

    def _hold(self, draft: MergeDraft) -> MergeDraft:
        """The draft with what was decided everywhere in the words that can be taken over."""
        standing = standing_replacements(self._session.article, self._session.decisions)
        chips = tuple(replace(chip, words=hold_decisions(chip.words, standing)) for chip in draft.chips)
        return replace(draft, chips=chips)

    def _take(self, merging: Merging) -> None:
        article = self._session.article
        try:
            lost = words_dropped(article, make_merge(article, merging.draft, merging.line).changes)
        except ChangeRefused:
            lost = ()
        self.merging = replace(merging, lost=lost)


def _can_take(article: Article, block: int, caption: Place) -> bool:
    candidate = article.block(block)
    home = article.block(caption.block).container
    return (
        block != caption.block
        and candidate.role is Role.PARAGRAPH
        and candidate.editable
        and candidate.container == home
        and bool(candidate.text.strip())
    )


def _nearest_before(article: Article, targets: tuple[int, ...], caption: Place) -> int:
    at = article.position(caption.block)
    before = [block for block in targets if article.position(block) < at]
    return before[-1] if before else targets[0]
