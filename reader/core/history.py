"""The history of an article: steps of changes and decisions, and the decisions that hold now.

A history is a value. Undo and redo move its position; taking a decision back appends a step that names it. Whole
articles are not kept: each step has its changes and their inverse.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from reader.core.applying import apply_changes
from reader.core.article import Article
from reader.core.changes import Change, Mapping
from reader.core.decisions import Decision
from reader.core.editing import difference
from reader.core.messages import Message
from reader.core.replay import replay_without


class StepKind(StrEnum):
    """What a step came from."""

    TYPING = "typing"
    EDIT = "edit"
    DECISION = "decision"
    TAKEN_BACK = "taken back"


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the history: changes with their inverse, decisions taken and ids of decisions withdrawn."""

    kind: StepKind
    label: Message
    changes: tuple[Change, ...] = ()
    inverse: tuple[Change, ...] = ()
    decisions: tuple[Decision, ...] = ()
    withdrawn: tuple[int, ...] = ()
    when: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """Steps in order, of which the first `position` hold; the rest can be redone."""

    steps: tuple[Step, ...] = ()
    position: int = 0

    @property
    def held(self) -> tuple[Step, ...]:
        """The steps that hold now."""
        return self.steps[: self.position]

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to undo."""
        return self.position > 0

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return self.position < len(self.steps)

    def appended(self, step: Step) -> History:
        """The history with a step more; steps that could have been redone are gone."""
        return History((*self.held, step), self.position + 1)

    def amended(self, step: Step) -> History:
        """The history with its last held step replaced (typing that goes on)."""
        return History((*self.steps[: self.position - 1], step), self.position)

    def moved(self, by: int) -> History:
        """The history with its position moved; `ValueError` beyond its ends."""
        if not 0 <= self.position + by <= len(self.steps):
            raise ValueError("nothing to undo or redo")
        return replace(self, position=self.position + by)


def make_step(
    article: Article,
    kind: StepKind,
    label: Message,
    changes: Iterable[Change],
    decisions: tuple[Decision, ...] = (),
    withdrawn: tuple[int, ...] = (),
    when: str = "",
) -> tuple[Step, Article, Mapping]:
    """A step on this article, the article after it and the mapping; `ChangeRefused` where a change does not fit."""
    applied = apply_changes(article, tuple(changes))
    step = Step(kind, label, applied.mapping.changes, applied.inverse, decisions, withdrawn, when)
    return step, applied.article, applied.mapping


def replay(opened: Article, steps: Iterable[Step]) -> Article:
    """The article that some steps give, one after the other."""
    article = opened
    for step in steps:
        article = apply_changes(article, step.changes).article
    return article


def rewind(article: Article, steps: Iterable[Step]) -> Article:
    """The article before some steps, given the one after them."""
    for step in reversed(tuple(steps)):
        article = apply_changes(article, step.inverse).article
    return article


def find_decision(history: History, decision_id: int) -> int:
    """The index of the step that took a decision which holds; `KeyError` where none does."""
    withdrawn = {ident for step in history.held for ident in step.withdrawn}
    for n, step in enumerate(history.held):
        if decision_id not in withdrawn and any(decision.id == decision_id for decision in step.decisions):
            return n
    raise KeyError(decision_id)


def changes_without(history: History, article: Article, step_index: int) -> tuple[Change, ...]:
    """The changes that turn the article into what the log gives without one step.

    `StepTouched` (its index counted from the step after) where a later step rests on it.
    """
    later = history.held[step_index + 1 :]
    before = rewind(article, history.held[step_index:])
    without = replay_without(before, history.held[step_index].changes, [step.changes for step in later])
    return difference(article, without)


def held_decisions(history: History) -> tuple[Decision, ...]:
    """All decisions that hold now, oldest first, with their places carried to the article as it stands."""
    withdrawn = {ident for step in history.held for ident in step.withdrawn}
    decisions: list[Decision] = []
    for step in history.held:
        mapping = Mapping(step.changes)
        decisions = [replace(d, places=mapping.places(d.places)) for d in decisions]
        decisions.extend(d for d in step.decisions if d.id not in withdrawn)
    return tuple(decisions)
