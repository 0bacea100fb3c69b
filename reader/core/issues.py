"""An issue: alike findings that one decision settles; what the list, the command line and the journeys show."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.core.decisions import Decision
from reader.core.findings import Finding
from reader.core.messages import Message


class IssueState(StrEnum):
    """Open, or settled by a decision."""

    OPEN = "open"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class Issue:
    """One decision to take, or one that was taken (then `decision` is it, and `findings` may be empty).

    `stage` orders the queue (repeats and captions first).
    """

    rule: str
    key: str
    message: Message
    findings: tuple[Finding, ...] = ()
    state: IssueState = IssueState.OPEN
    decision: Decision | None = None
    stage: str = ""

    @property
    def id(self) -> tuple[str, str]:
        """What tells issues apart within an article."""
        return (self.rule, self.key)
