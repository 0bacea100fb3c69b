"""The library: one SQLite file with every article opened, its original bytes, its steps and its lease.

Every method is one transaction, on disk when it returns (write-ahead log, synchronous NORMAL: a crash of the program
loses nothing; a power cut may lose the last transactions, never the file). Values are kept as JSON of their plain form.
"""

from __future__ import annotations

import json
import sqlite3
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from reader.core.article import Article
from reader.core.history import History, Step
from reader.core.plain import decode, encode
from reader.storage.refusals import refuse_clearly
from reader.storage.schema import migrate

STALE_SECONDS = 30.0
"""A lease whose holder has not been heard of for so long is free."""
_BUSY_MS = 3000


@dataclass(frozen=True, slots=True)
class Stored:
    """An article in the library, without its steps."""

    key: str
    path: str
    name: str
    digest: str
    opened: Article
    opened_at: str


@dataclass(frozen=True, slots=True)
class Recent:
    """A line of the start page."""

    path: str
    name: str
    opened_at: str
    decisions: int


class Library:
    """One library file, made where there is none; `LibraryRefused` where it cannot be used."""

    def __init__(self, path: Path | str) -> None:
        self._path = str(path)
        with refuse_clearly(self._path):
            if isinstance(path, Path):
                path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(self._path, isolation_level=None)
            for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", f"busy_timeout={_BUSY_MS}"):
                self._connection.execute(f"PRAGMA {pragma}")
            migrate(self._connection, self._path)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with refuse_clearly(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.rollback()
                raise
            self._connection.commit()

    # -- articles --------------------------------------------------------------------------------------------------

    def add_article(self, path: str, article: Article, original: bytes, opened_at: str) -> Stored:
        """Keep an article as it was opened, with the bytes of its file."""
        key, source = uuid.uuid4().hex, article.source
        plain = json.dumps(encode(Article, article), ensure_ascii=False, separators=(",", ":"))
        with self._transaction() as connection:
            connection.execute(
                "INSERT INTO articles (key, path, name, format, digest, original, opened, opened_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (key, path, source.name, source.format, source.digest, original, plain, opened_at),
            )
        return Stored(key, path, source.name, source.digest, article, opened_at)

    def find_article(self, path: str) -> Stored | None:
        """The article opened last from a path, None where none was."""
        with refuse_clearly(self._path):
            row = self._connection.execute(
                "SELECT key, path, name, digest, opened, opened_at FROM articles"
                " WHERE path = ? ORDER BY opened_at DESC, rowid DESC LIMIT 1",
                (path,),
            ).fetchone()
        if row is None:
            return None
        return Stored(row[0], row[1], row[2], row[3], decode(Article, json.loads(row[4])), row[5])

    def original_of(self, key: str) -> bytes:
        """The bytes of the file that an article was read from; `KeyError` where there is no such article."""
        with refuse_clearly(self._path):
            row = self._connection.execute("SELECT original FROM articles WHERE key = ?", (key,)).fetchone()
        if row is None:
            raise KeyError(key)
        return bytes(row[0])

    def list_recent(self, limit: int = 8) -> tuple[Recent, ...]:
        """The articles opened last from files, each path once."""
        with refuse_clearly(self._path):
            rows = self._connection.execute(
                "SELECT path, name, MAX(opened_at), decisions FROM articles WHERE path != ''"
                " GROUP BY path ORDER BY MAX(opened_at) DESC LIMIT ?",
                (limit,),
            ).fetchall()
        return tuple(Recent(*row) for row in rows)

    # -- steps -----------------------------------------------------------------------------------------------------

    def load_history(self, key: str) -> History:
        """All steps of an article and how many of them hold."""
        with refuse_clearly(self._path):
            row = self._connection.execute("SELECT position FROM articles WHERE key = ?", (key,)).fetchone()
            steps = self._connection.execute(
                "SELECT step FROM steps WHERE article = ? ORDER BY number", (key,)
            ).fetchall()
        return History(tuple(decode(Step, json.loads(step)) for (step,) in steps), row[0] if row else 0)

    def write_step(self, key: str, step: Step, position: int) -> None:
        """Keep the step number `position` (from 1) in place of it and all later ones; the history then ends there."""
        plain = json.dumps(encode(Step, step), ensure_ascii=False, separators=(",", ":"))
        decided = len(step.decisions) - len(step.withdrawn)
        with self._transaction() as connection:
            new = connection.execute(
                "SELECT COUNT(*) = 0 FROM steps WHERE article = ? AND number = ?", (key, position)
            ).fetchone()[0]
            connection.execute("DELETE FROM steps WHERE article = ? AND number >= ?", (key, position))
            connection.execute("INSERT INTO steps VALUES (?, ?, ?)", (key, position, plain))
            connection.execute(
                "UPDATE articles SET position = ?, decisions = decisions + ? WHERE key = ?",
                (position, decided if new else 0, key),
            )

    def write_position(self, key: str, position: int) -> None:
        """Keep how many steps hold."""
        with self._transaction() as connection:
            connection.execute("UPDATE articles SET position = ? WHERE key = ?", (position, key))

    # -- leases ----------------------------------------------------------------------------------------------------

    def acquire_lease(self, key: str, holder: str) -> bool:
        """Take an article for a holder, unless another one was heard of in the last 30 seconds."""
        now = time.time()
        with self._transaction() as connection:
            row = connection.execute("SELECT holder, beat FROM leases WHERE article = ?", (key,)).fetchone()
            if row is not None and row[0] != holder and now - row[1] < STALE_SECONDS:
                return False
            connection.execute("INSERT OR REPLACE INTO leases VALUES (?, ?, ?)", (key, holder, now))
        return True

    def renew_lease(self, key: str, holder: str) -> None:
        """Say that the holder is still there."""
        with self._transaction() as connection:
            connection.execute(
                "UPDATE leases SET beat = ? WHERE article = ? AND holder = ?", (time.time(), key, holder)
            )

    def release_lease(self, key: str, holder: str) -> None:
        """Give an article up."""
        with self._transaction() as connection:
            connection.execute("DELETE FROM leases WHERE article = ? AND holder = ?", (key, holder))

    # -- words -----------------------------------------------------------------------------------------------------

    def accept_word(self, word: str, scope: str) -> None:
        """Keep that a word is right."""
        with self._transaction() as connection:
            connection.execute("INSERT OR IGNORE INTO words VALUES (?, ?)", (word, scope))

    def accepted_words(self) -> tuple[str, ...]:
        """All words that are right, sorted."""
        with refuse_clearly(self._path):
            rows = self._connection.execute("SELECT DISTINCT word FROM words ORDER BY word").fetchall()
        return tuple(word for (word,) in rows)


class LibraryJournal:
    """A session's journal in the library."""

    def __init__(self, library: Library, key: str) -> None:
        self._library = library
        self._key = key

    def append(self, step: Step, position: int) -> None:
        """Keep a new step; later ones are gone."""
        self._library.write_step(self._key, step, position)

    def amend(self, step: Step, position: int) -> None:
        """Keep the last step in its new form."""
        self._library.write_step(self._key, step, position)

    def move(self, position: int) -> None:
        """Keep how many steps hold."""
        self._library.write_position(self._key, position)
