"""The real workers: they answer, follow edits, and are started again when they die; the text is untouched."""

from __future__ import annotations

import os
import queue
import signal
import time
from collections.abc import Callable, Iterator

import pytest

from reader.app.session import Session
from reader.app.worker_runner import CheckingState, WorkerRunner
from reader.core.article import Article
from reader.core.editing import replace_text
from reader.core.rules import Family

TEXTS = (
    "The mayor opened the new bridge on Monday and thanked the builders for their patience.",
    "They recieved aid.  “It is late,’ she said.",
    "The mayor opened the new bridge on Monday and thanked the builders for their patience.",
)


class Loop:
    """Stands in for the window's thread: runs what reader threads post."""

    def __init__(self) -> None:
        self.posted: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self.session = Session(Article.of(*TEXTS))
        self.states: list[CheckingState] = []
        self.runner = WorkerRunner(self.session, "a", self.posted.put, self.states.append)

    def run_until(self, holds: Callable[[], bool], seconds: float = 90) -> None:
        end = time.monotonic() + seconds
        while not holds():
            assert time.monotonic() < end, "waited in vain"
            try:
                self.posted.get(timeout=0.2)()
            except queue.Empty:
                continue

    def rules(self) -> set[str]:
        return {finding.rule for finding in self.session.findings}

    def is_done(self) -> bool:
        return not self.runner.state.reading


@pytest.fixture
def loop() -> Iterator[Loop]:
    made = Loop()
    made.runner.start()
    yield made
    made.runner.close()


def test_the_workers_find_what_each_family_looks_for(loop: Loop) -> None:
    loop.run_until(loop.is_done)
    assert {"duplicates.repeat", "quotes.mismatched", "blanks.runs"} <= loop.rules()
    assert loop.runner.state.failed == frozenset()


def test_an_edit_is_checked_again(loop: Loop) -> None:
    loop.run_until(loop.is_done)
    block = loop.session.article.blocks[1]
    at = block.text.index("’ she")
    loop.session.type_text([replace_text(block, at, at + 1, "”")])
    assert not loop.is_done()
    loop.run_until(loop.is_done)
    assert "quotes.mismatched" not in loop.rules()


def test_a_worker_that_dies_is_started_again_and_the_text_is_untouched(loop: Loop) -> None:
    loop.run_until(loop.is_done)
    before = loop.session.article
    pids = loop.runner.pids()
    os.kill(pids[0], signal.SIGKILL)
    loop.run_until(lambda: loop.runner.pids() != pids and len(loop.runner.pids()) == 2)
    loop.run_until(loop.is_done)
    assert loop.session.article is before
    assert {"duplicates.repeat", "quotes.mismatched"} <= loop.rules()


def test_a_worker_that_keeps_dying_is_reported_and_can_be_tried_again(loop: Loop) -> None:
    loop.run_until(loop.is_done)
    while Family.SPELLING not in loop.runner.state.failed:
        pids = loop.runner.pids()
        os.kill(pids[0], signal.SIGKILL)
        loop.run_until(lambda gone=pids: loop.runner.pids() != gone)  # type: ignore[misc] # a default, not an argument
    assert loop.session.article == loop.session.opened
    loop.runner.retry()
    loop.run_until(loop.is_done)
    assert "quotes.mismatched" in loop.rules()
