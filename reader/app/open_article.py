"""One article open in the window: its session, the desk over it, its workers, and the library that keeps it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from reader.app.desk import Desk
from reader.app.messages.rendering import Renderer
from reader.app.session import Session
from reader.app.worker_runner import CheckingState, WorkerRunner


@dataclass(slots=True)
class OpenArticle:
    """Lives as long as the article is open; `close` ends its workers and gives up the library's lease."""

    session: Session
    key: str
    name: str
    folder: str
    desk: Desk
    runner: WorkerRunner
    resumed: int = 0
    read_only: bool = False
    words_opened: int = 0
    _endings: list[Callable[[], None]] = field(default_factory=list)

    @classmethod
    def start(
        cls,
        session: Session,
        *,
        key: str,
        name: str,
        folder: str,
        render: Renderer,
        post: Callable[[Callable[[], None]], None],
        on_change: Callable[[], None],
    ) -> OpenArticle:
        """Put a session on the desk; its workers are started later, by `start_checking`."""
        desk = Desk(session, render, on_change)

        def on_state(state: CheckingState) -> None:
            desk.take_checking(state)

        runner = WorkerRunner(session, key, post, on_state)
        return cls(session, key, name, folder, desk, runner)

    def at_end(self, act: Callable[[], None]) -> None:
        """Have something done when the article is closed."""
        self._endings.append(act)

    def start_checking(self) -> None:
        """Start the workers: after the first paint, so that the text comes first."""
        self.runner.start()

    def close(self) -> None:
        """End workers, desk and whatever was asked for."""
        self.session.seal_typing()
        self.runner.close()
        self.desk.close()
        for act in self._endings:
            act()
