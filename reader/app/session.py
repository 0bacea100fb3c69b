"""The one mutable object: an opened article, its history, the findings of the checks and the decisions taken.

Everything that window and command line do to an article goes through here. Steps are kept in the journal before
anybody is told of them. Offsets are code points inside a block.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from reader.app.answers import REFERENCE, chosen_references
from reader.app.events import ArticleChanged, Cause, DecisionsChanged, FactChanged, FindingsChanged, SessionEvent
from reader.app.finding_store import FindingStore, holds
from reader.app.issues import Choice, derive_issues, find_choices
from reader.app.journal import Journal, MemoryJournal
from reader.app.typing_step import begin_typing, continue_typing
from reader.checks.facts import CHOSEN_REFERENCES, FactKey, Facts
from reader.core.article import Article
from reader.core.changes import Change, ChangeRefused, InsertBlock, Mapping, SplitBlock
from reader.core.decisions import Decision, Scope, Subject, Verdict
from reader.core.findings import Finding
from reader.core.fixes import Fix, join_fixes
from reader.core.history import (
    History,
    Step,
    StepKind,
    changes_without,
    find_decision,
    held_decisions,
    make_step,
    replay,
)
from reader.core.issues import Issue, IssueState
from reader.core.messages import Message
from reader.core.notes import Note
from reader.core.rules import Family
from reader.core.spans import Place

Listener = Callable[[SessionEvent], None]
IssueId = tuple[str, str]
"""Rule and key of an issue."""
Pick = tuple[IssueId, Sequence[int] | None]
"""An issue, and which of its findings: None for all."""


def utc_now() -> str:
    """The time now, ISO 8601 in UTC to the second."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


class NothingToDecide(LookupError):
    """The issue or choice that was named does not stand open (any more)."""


class Session:
    """An article being worked on; `ChangeRefused`, `StepTouched` and `NothingToDecide` leave it as it was."""

    def __init__(
        self,
        opened: Article,
        *,
        history: History | None = None,
        journal: Journal | None = None,
        notes: Sequence[Note] = (),
        clock: Callable[[], str] = utc_now,
    ) -> None:
        self.opened = opened
        self.notes = tuple(notes)
        self.history = history or History()
        self.article = replay(opened, self.history.held)
        self.revision = 0
        self.user_facts = Facts()
        self.facts = Facts()
        self._journal: Journal = journal or MemoryJournal()
        self._clock = clock
        self._findings = FindingStore()
        self._listeners: list[Listener] = []
        self._typing_open = False
        self._decisions = held_decisions(self.history)
        self._issues: tuple[Issue, ...] | None = None
        self._next_block = 1 + max(opened.highest_id(), *_made_blocks(self.history), 0)
        self._take_answers()
        self._next_decision = 1 + max((d.id for step in self.history.steps for d in step.decisions), default=0)

    # -- watching ------------------------------------------------------------------------------------------------

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Tell a listener of every event from now on; the result ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _tell(self, event: SessionEvent) -> None:
        for listener in tuple(self._listeners):
            listener(event)

    # -- what holds now --------------------------------------------------------------------------------------------

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """All decisions that hold, with their places in the article as it stands."""
        return self._decisions

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings that hold, settled ones included."""
        return tuple(self._findings)

    @property
    def issues(self) -> tuple[Issue, ...]:
        """All issues in the order of the queue."""
        if self._issues is None:
            self._issues = derive_issues(self.article, self._findings, self._decisions)
        return self._issues

    def find_issue(self, issue_id: IssueId) -> Issue:
        """The open issue with this id; `NothingToDecide` where there is none."""
        for issue in self.issues:
            if issue.id == issue_id and issue.state is IssueState.OPEN:
                return issue
        raise NothingToDecide("the issue is settled or gone")

    def take_block_id(self) -> int:
        """A block id that no block has or ever had."""
        self._next_block += 1
        return self._next_block - 1

    # -- what the checks say ---------------------------------------------------------------------------------------

    def take_findings(self, family: Family, block: int | None, findings: Iterable[Finding]) -> None:
        """Take a result of the checks; findings whose words have moved on are left out."""
        if self._findings.put(family, block, findings, self.article):
            self._issues = None
            self._tell(FindingsChanged(family))

    def take_user_fact(self, key: FactKey[Any], value: object) -> None:
        """Take a fact that the user settled: it holds whatever the checks would say."""
        self.user_facts = self.user_facts.with_fact(key, value)
        self.take_fact(key, value)

    def take_fact(self, key: FactKey[Any], value: object) -> None:
        """Take a fact that the checks provided."""
        facts = self.facts.with_fact(key, value)
        if facts is not self.facts:
            self.facts = facts
            self._tell(FactChanged(key.name))

    # -- intentions ------------------------------------------------------------------------------------------------

    def type_text(self, changes: Sequence[Change]) -> None:
        """Take what was typed: it joins the open typing step, or opens one."""
        last = self.history.held[-1] if self._typing_open and self.history.can_undo else None
        step, article, mapping = (
            continue_typing(last, self.article, changes)
            if last is not None
            else begin_typing(self.article, changes, self._clock())
        )
        if last is not None:
            self._journal.amend(step, self.history.position)
            self.history = self.history.amended(step)
        else:
            self._journal.append(step, self.history.position + 1)
            self.history = self.history.appended(step)
        self._typing_open = not _ends_typing(step, changes)
        self._turn_to(article, tuple(changes), mapping, Cause.TYPING)

    def seal_typing(self) -> None:
        """Close the open typing step: what is typed next is a step of its own."""
        self._typing_open = False

    def edit(self, changes: Sequence[Change], label: Message) -> None:
        """Make changes as one step of their own (a paste, a moved paragraph, a role)."""
        self._take_step(StepKind.EDIT, label, changes)

    def decide(
        self,
        issue_id: IssueId,
        choice: int,
        *,
        only: Sequence[int] | None = None,
        at: int | None = None,
        note: str = "",
    ) -> Decision:
        """Settle an open issue by one of its choices (counted from 0), or only the chosen ones of its findings.

        Findings that do not have the choice stay open; one that is for a single place settles the finding `at`.
        """
        issue = self.find_issue(issue_id)
        choices = find_choices(self.article, issue, only, at)
        if not 0 <= choice < len(choices) or choices[choice].fix.asks:
            raise NothingToDecide("there is no such choice")
        return self._choose(issue, choices[choice], note)

    def decide_by(self, issue_id: IssueId, at: int, fix: Fix) -> Decision:
        """Settle one finding of an open issue by a fix that the user made up (a merge)."""
        return self._choose(self.find_issue(issue_id), Choice(fix, (at,)))

    def decide_all(self, picks: Sequence[Pick], label: Message) -> Step:
        """Settle several open issues by their proposals as one step; a fix that overlaps another waits its turn."""
        found = [(self.find_issue(issue_id), only) for issue_id, only in picks]
        firsts = [find_choices(self.article, issue, only)[0] for issue, only in found]
        joint = join_fixes(self.article, [choice.fix for choice in firsts])
        decisions = tuple(
            self._make_decision(found[n][0], _findings_of(found[n][0], firsts[n]), Verdict.APPLIED, fix=firsts[n].fix)
            for n in joint.taken
        )
        return self._take_step(StepKind.DECISION, label, joint.changes, decisions)

    def settle(self, issue_id: IssueId, verdict: Verdict, *, scope: Scope = Scope.HERE, note: str = "") -> Decision:
        """Settle an open issue without a change: stet, ignored, checked, or a query."""
        issue = self.find_issue(issue_id)
        return self._settle(issue, issue.findings, verdict, scope=scope, note=note)

    def settle_edited(self, issue: Issue, places: Sequence[Place]) -> Decision:
        """Settle an issue whose fault was mended by typing; `places` are where it stood, as far as they are left."""
        number = self.article.number_of(places[0].block) if places else 0
        subject = Subject(issue.rule, issue.key, issue.message, number)
        ident = self._take_decision_id()
        decision = Decision(ident, Verdict.EDITED, tuple(places), subject, when=self._clock())
        self._take_step(StepKind.DECISION, Message.of("decision.edited"), (), (decision,))
        return decision

    def mark(self, place: Place, verdict: Verdict, note: str = "") -> Decision:
        """Put a query or Checked on any words, without a finding."""
        quote = self.article.text_at(place)
        decision = Decision(
            self._take_decision_id(), verdict, (place,), None, note=note, quotes=(quote,), when=self._clock()
        )
        label = Message.of(f"decision.{verdict.value}", quote=quote)
        self._take_step(StepKind.DECISION, label, (), (decision,))
        return decision

    def choose_reference(self, place: Place) -> Decision:
        """Choose the passage that is kept of those that say the same; it holds until it is undone or taken back."""
        quote = self.article.text_at(place)
        ident = self._take_decision_id()
        decision = Decision(ident, Verdict.ANSWERED, (place,), answer=REFERENCE, quotes=(quote,), when=self._clock())
        self._take_step(StepKind.DECISION, Message.of("decision.reference", quote=quote), (), (decision,))
        return decision

    def take_back(self, decision_id: int) -> Step:
        """Withdraw a decision, also out of order; `StepTouched` names a later step that rests on it."""
        index = find_decision(self.history, decision_id)
        changes = changes_without(self.history, self.article, index)
        withdrawn = tuple(d.id for d in self.history.steps[index].decisions)
        label = Message.of("step.taken_back")
        return self._take_step(StepKind.TAKEN_BACK, label, changes, (), withdrawn, Cause.UNDO)

    def undo(self) -> Step:
        """Undo the last step that holds; `NothingToDecide` where there is none."""
        if not self.history.can_undo:
            raise NothingToDecide("nothing to undo")
        step = self.history.steps[self.history.position - 1]
        self._move(-1, step.inverse, Cause.UNDO)
        return step

    def redo(self) -> Step:
        """Do the next undone step again; `NothingToDecide` where there is none."""
        if not self.history.can_redo:
            raise NothingToDecide("nothing to redo")
        step = self.history.steps[self.history.position]
        self._move(1, step.changes, Cause.REDO)
        return step

    # -- inside ----------------------------------------------------------------------------------------------------

    def _choose(self, issue: Issue, choice: Choice, note: str = "") -> Decision:
        verdict = Verdict.APPLIED if choice.fix.changes else Verdict.STET
        return self._settle(issue, _findings_of(issue, choice), verdict, fix=choice.fix, note=note)

    def _settle(
        self,
        issue: Issue,
        findings: Sequence[Finding],
        verdict: Verdict,
        *,
        fix: Fix | None = None,
        scope: Scope = Scope.HERE,
        note: str = "",
    ) -> Decision:
        if not all(holds(finding, self.article) for finding in findings):
            raise ChangeRefused("text differs")
        decision = self._make_decision(issue, findings, verdict, scope=scope, fix=fix, note=note)
        label = fix.label if fix else Message.of(f"decision.{verdict.value}", quote=findings[0].quote)
        self._take_step(StepKind.DECISION, label, fix.changes if fix else (), (decision,))
        return decision

    def _make_decision(
        self,
        issue: Issue,
        findings: Sequence[Finding],
        verdict: Verdict,
        *,
        scope: Scope = Scope.HERE,
        fix: Fix | None = None,
        note: str = "",
    ) -> Decision:
        places = tuple(finding.place for finding in findings)
        number = self.article.number_of(places[0].block) if places else 0
        return Decision(
            self._take_decision_id(),
            verdict,
            places,
            Subject(issue.rule, issue.key, issue.message, number),
            scope,
            answer=fix.label.key if fix else "",
            choice=fix.slot if fix else 0,
            note=note,
            quotes=tuple(finding.quote for finding in findings),
            when=self._clock(),
        )

    def _take_decision_id(self) -> int:
        self._next_decision += 1
        return self._next_decision - 1

    def _take_step(
        self,
        kind: StepKind,
        label: Message,
        changes: Sequence[Change],
        decisions: tuple[Decision, ...] = (),
        withdrawn: tuple[int, ...] = (),
        cause: Cause = Cause.DECISION,
    ) -> Step:
        step, article, mapping = make_step(self.article, kind, label, changes, decisions, withdrawn, when=self._clock())
        self._journal.append(step, self.history.position + 1)
        self.history = self.history.appended(step)
        self._typing_open = False
        self._turn_to(article, step.changes, mapping, cause)
        return step

    def _move(self, by: int, changes: tuple[Change, ...], cause: Cause) -> None:
        applied, mapping = replay(self.article, [Step(StepKind.EDIT, Message(""), changes)]), Mapping(changes)
        self._journal.move(self.history.position + by)
        self.history = self.history.moved(by)
        self._typing_open = False
        self._decisions = held_decisions(self.history)
        self._turn_to(applied, changes, mapping, cause)

    def _turn_to(self, article: Article, changes: tuple[Change, ...], mapping: Mapping, cause: Cause) -> None:
        self.article = article
        self.revision += 1
        self._issues = None
        if cause in (Cause.UNDO, Cause.REDO) or self.history.held[-1].kind is not StepKind.TYPING:
            self._decisions = held_decisions(self.history)
        elif self._decisions:
            self._decisions = tuple(replace(d, places=mapping.places(d.places)) for d in self._decisions)
        if changes:
            self._findings.carry(mapping, article)
            self._tell(ArticleChanged(article, changes, mapping, self.revision, cause))
        self._take_answers()
        self._tell(DecisionsChanged())

    def _take_answers(self) -> None:
        """Tell the checks what the user's decisions answer."""
        chosen = chosen_references(self.article, self._decisions)
        if chosen or self.user_facts.has(CHOSEN_REFERENCES):
            self.take_user_fact(CHOSEN_REFERENCES, chosen)


def _findings_of(issue: Issue, choice: Choice) -> tuple[Finding, ...]:
    return tuple(issue.findings[n] for n in choice.findings)


def _made_blocks(history: History) -> list[int]:
    ids = [0]
    for step in history.steps:
        for change in step.changes:
            if isinstance(change, SplitBlock):
                ids.append(change.fresh.id)
            elif isinstance(change, InsertBlock):
                ids.append(change.block.id)
    return ids


_LONGEST_TYPING = 200


def _ends_typing(step: Step, changes: Sequence[Change]) -> bool:
    """Whether a typing step is full: a new block, or 200 characters."""
    if any(isinstance(change, SplitBlock | InsertBlock) for change in changes):
        return True
    return sum(len(getattr(change, "new", "")) for change in step.changes if hasattr(change, "old")) >= _LONGEST_TYPING
