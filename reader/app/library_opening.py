"""Beginning and resuming work on an article in the library; without a library one works all the same, unkept."""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reader.app.file_process import FileAnswer
from reader.app.journal import Journal, MemoryJournal
from reader.app.messages.rendering import Renderer
from reader.app.session import Session, utc_now
from reader.app.settings import library_path
from reader.checks.facts import ACCEPTED_WORDS
from reader.core.article import Article
from reader.core.history import History, Step
from reader.core.messages import Message
from reader.storage.library import Library, LibraryJournal, Recent, Stored
from reader.storage.refusals import LibraryRefused


def _nothing() -> None:
    """Nothing to renew or release."""


@dataclass(frozen=True, slots=True)
class Resumption:
    """A session on an article, new or taken up again.

    `changed`: the file is another one than the text worked on. `problem`: why nothing is kept. `release` gives the
    lease up, `renew` says every ten seconds that the window is still there.
    """

    session: Session
    key: str = ""
    changed: bool = False
    read_only: bool = False
    problem: Message | None = None
    release: Callable[[], None] = _nothing
    renew: Callable[[], None] | None = None


class GuardedJournal:
    """A journal that goes on in memory where the library fails, and tells so once."""

    def __init__(self, journal: Journal, on_failure: Callable[[Message], None]) -> None:
        self._journal = journal
        self._on_failure = on_failure

    def append(self, step: Step, position: int) -> None:
        """Keep a new step."""
        self._guard(lambda: self._journal.append(step, position))

    def amend(self, step: Step, position: int) -> None:
        """Keep the last step in its new form."""
        self._guard(lambda: self._journal.amend(step, position))

    def move(self, position: int) -> None:
        """Keep how many steps hold."""
        self._guard(lambda: self._journal.move(position))

    def _guard(self, act: Callable[[], None]) -> None:
        try:
            act()
        except LibraryRefused as refused:
            self._journal = MemoryJournal()
            self._on_failure(refused.message)


class LibraryDesk:
    """Opens the library when it is first needed."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._holder = f"{os.getpid()}-{uuid.uuid4().hex[:8]}"
        self._library: Library | None = None
        self.on_failure: Callable[[Message], None] = lambda _message: None

    def begin(self, path: str, answer: FileAnswer) -> Resumption:
        """Take up the work on a file where it was left, or begin it; the clipboard (no path) always begins."""
        article = _article_of(answer)
        try:
            library = self._open()
            found = library.find_article(path) if path else None
            if found is None:
                return self._begin(library, path, answer)
            resumed = self._resume(library, found, answer)
        except LibraryRefused as refused:
            return Resumption(Session(article, notes=answer.notes), problem=_unkept(refused.message))
        changed = found.digest != article.source.digest
        return Resumption(
            resumed.session, resumed.key, changed, resumed.read_only, None, resumed.release, resumed.renew
        )

    def begin_anew(self, path: str, answer: FileAnswer) -> Resumption:
        """Begin the work on a file afresh; what was done on its earlier text stays in the library."""
        try:
            return self._begin(self._open(), path, answer)
        except LibraryRefused as refused:
            return Resumption(Session(_article_of(answer), notes=answer.notes), problem=_unkept(refused.message))

    def recent(self) -> tuple[Recent, ...]:
        """The articles opened last that are still there."""
        try:
            return tuple(row for row in self._open().list_recent() if Path(row.path).is_file())
        except LibraryRefused:
            return ()

    def close(self) -> None:
        """Close the library."""
        if self._library is not None:
            self._library.close()
            self._library = None

    def _open(self) -> Library:
        if self._library is None:
            self._library = Library(self._path or library_path())
        return self._library

    def _begin(self, library: Library, path: str, answer: FileAnswer) -> Resumption:
        article = _article_of(answer)
        original = Path(path).read_bytes() if path and Path(path).is_file() else b""
        stored = library.add_article(path, article, original, utc_now())
        return self._start(library, stored, History(), answer)

    def _resume(self, library: Library, stored: Stored, answer: FileAnswer) -> Resumption:
        return self._start(library, stored, library.load_history(stored.key), answer)

    def _start(self, library: Library, stored: Stored, history: History, answer: FileAnswer) -> Resumption:
        mine = library.acquire_lease(stored.key, self._holder)
        journal: Journal = MemoryJournal()
        if mine:
            journal = GuardedJournal(LibraryJournal(library, stored.key), self._fail)
        session = Session(stored.opened, history=history, journal=journal, notes=answer.notes)
        words = library.accepted_words()
        if words:
            session.take_user_fact(ACCEPTED_WORDS, words)
        if not mine:
            return Resumption(session, stored.key, read_only=True)
        return Resumption(
            session,
            stored.key,
            release=lambda: self._leave(library.release_lease, stored.key),
            renew=lambda: self._leave(library.renew_lease, stored.key),
        )

    def _fail(self, message: Message) -> None:
        self.on_failure(message)

    def _leave(self, act: Callable[[str, str], None], key: str) -> None:
        try:
            act(key, self._holder)
        except LibraryRefused as refused:
            self.on_failure(refused.message)


def _article_of(answer: FileAnswer) -> Article:
    if answer.article is None:
        raise ValueError("nothing was read")
    return answer.article


def _unkept(message: Message) -> Message:
    return Message.of("library.unkept", reason=Renderer()(message))


def recent_line(row: Recent, render: Renderer) -> str:
    """The line of the start page for a recent article."""
    when = row.opened_at[:16].replace("T", " ")
    return render.text("start.recent_row", name=row.name, count=row.decisions, when=when)
