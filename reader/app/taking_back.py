"""Taking one decision back, also out of order."""

from __future__ import annotations

from reader.app.session import Session
from reader.core.history import Step, StepKind
from reader.core.replay import StepTouched


class TouchedLater(RuntimeError):
    """A later step rests on what the decision wrote; nothing was changed."""

    def __init__(self, step: Step) -> None:
        super().__init__("a later step touched it")
        self.step = step


def take_back_decision(session: Session, decision_id: int) -> Step:
    """Take a decision back; the step that it was. `TouchedLater` names the step that is in the way."""
    held = session.history.held
    index = next(n for n, step in enumerate(held) if any(d.id == decision_id for d in step.decisions))
    taken = session.history.steps[index]
    try:
        if index == session.history.position - 1 and taken.kind is StepKind.DECISION:
            session.undo()
        else:
            session.take_back(decision_id)
    except StepTouched as touched:
        raise TouchedLater(session.history.steps[index + 1 + touched.index]) from touched
    return taken
