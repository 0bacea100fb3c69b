"""The schema of the library and its migrations; `user_version` holds the version of a file."""

from __future__ import annotations

import sqlite3

from reader.core.messages import Message
from reader.storage.refusals import LibraryRefused

MIGRATIONS: tuple[str, ...] = (
    # 1: articles with their steps; typing that is still open is a step like any other, replaced as it grows
    """
    CREATE TABLE articles (
        key TEXT PRIMARY KEY,
        path TEXT NOT NULL,
        name TEXT NOT NULL,
        format TEXT NOT NULL,
        digest TEXT NOT NULL,
        original BLOB NOT NULL,
        opened TEXT NOT NULL,
        position INTEGER NOT NULL DEFAULT 0,
        opened_at TEXT NOT NULL
    );
    CREATE INDEX articles_by_path ON articles (path, opened_at);
    CREATE TABLE steps (
        article TEXT NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        step TEXT NOT NULL,
        PRIMARY KEY (article, number)
    ) WITHOUT ROWID;
    """,
    # 2: who has an article open, so that a second window shows it read only; how many decisions, for the start page
    """
    CREATE TABLE leases (
        article TEXT PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE,
        holder TEXT NOT NULL,
        beat REAL NOT NULL
    );
    ALTER TABLE articles ADD COLUMN decisions INTEGER NOT NULL DEFAULT 0;
    """,
    # 3: words that are right for the user, by how far that holds
    """
    CREATE TABLE words (
        word TEXT NOT NULL,
        scope TEXT NOT NULL,
        PRIMARY KEY (word, scope)
    ) WITHOUT ROWID;
    """,
)

VERSION = len(MIGRATIONS)


def migrate(connection: sqlite3.Connection, path: str, to: int = VERSION) -> None:
    """Bring a library to a version, one migration a transaction; `LibraryRefused` where it is from a newer Reader."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > VERSION:
        raise LibraryRefused(Message.of("library.newer", path=path))
    for number in range(version, to):
        script = f"BEGIN IMMEDIATE; {MIGRATIONS[number]} PRAGMA user_version = {number + 1}; COMMIT;"
        try:
            connection.executescript(script)
        except sqlite3.DatabaseError:
            if connection.in_transaction:
                connection.rollback()
            raise
