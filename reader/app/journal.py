"""Where a session writes its steps. The command line's journal is memory; the window's is the library."""

from __future__ import annotations

from typing import Protocol

from reader.core.history import Step


class Journal(Protocol):
    """Keeps a session's steps; each call is kept when it returns."""

    def append(self, step: Step, position: int) -> None:
        """Keep a new step, which makes the history `position` long; later steps are gone."""

    def amend(self, step: Step, position: int) -> None:
        """Keep the last step, number `position`, in its new form (typing that goes on)."""

    def move(self, position: int) -> None:
        """Keep that only the first `position` steps hold."""


class MemoryJournal:
    """A journal that ends with the session."""

    def append(self, step: Step, position: int) -> None:
        """Nothing: the session's history is all there is."""

    def amend(self, step: Step, position: int) -> None:
        """Nothing."""

    def move(self, position: int) -> None:
        """Nothing."""
