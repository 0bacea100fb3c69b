"""What the short-lived file process does: read one file, or write some, under limits of memory and time.

One row in, one row out. Reading: ["read", path] → ["loaded", article, notes] or ["refused", message]. Writing:
["write", opened, now, [[kind, path], …], author, time stamp] → ["written", notes] or ["refused", message].
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from reader.app.export import ExportOptions, write_clean, write_redline
from reader.app.rows import Row, from_line
from reader.app.session import Session
from reader.core.article import Article
from reader.core.messages import Message
from reader.core.notes import Note
from reader.core.plain import decode, encode
from reader.formats.read import read_file
from reader.formats.refusals import FileRefused

MOST_MEMORY = 3 << 30
"""Bytes of address space: a hostile file must not take the machine down."""
MOST_SECONDS = 120
"""Seconds of CPU after which the process is ended."""


def serve_file(source: BinaryIO, send: Callable[[Row], None]) -> int:
    """Answer the one row on the source; the exit code."""
    _set_limits()
    line = source.readline()
    if line:
        send(answer(from_line(line)))
    return 0


def answer(row: Row) -> Row:
    """The answer to a row."""
    try:
        if row[0] == "read":
            loaded = read_file(Path(row[1]))
            return ["loaded", encode(Article, loaded.article), encode(tuple[Note, ...], tuple(loaded.notes))]
        return ["written", encode(tuple[Note, ...], _write(row))]
    except FileRefused as refused:
        return ["refused", encode(Message, refused.message)]
    except MemoryError:
        return ["refused", encode(Message, Message.of("file.too_costly"))]


def _write(row: Row) -> tuple[Note, ...]:
    _, opened, now, targets, author, stamp = row
    session = Session(decode(Article, opened))
    session.article = decode(Article, now)
    options = ExportOptions(author, dt.datetime.fromisoformat(stamp))
    notes: list[Note] = []
    for kind, path in targets:
        write = write_redline if kind == "redline" else write_clean
        notes.extend(write(session, Path(path), options))
    return tuple(notes)


def _set_limits() -> None:
    try:
        import resource
    except ImportError:  # no such limits on this platform
        return
    for limit, most in ((resource.RLIMIT_AS, MOST_MEMORY), (resource.RLIMIT_CPU, MOST_SECONDS)):
        _, hard = resource.getrlimit(limit)
        resource.setrlimit(limit, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def read_request(path: Path) -> Row:
    """The row that asks for a file."""
    return ["read", str(path)]


def write_request(opened: Article, now: Article, targets: list[tuple[str, Path]], options: ExportOptions) -> Row:
    """The row that asks for files to be written."""
    plain_targets: list[Any] = [[kind, str(path)] for kind, path in targets]
    stamp = options.stamp.isoformat()
    return ["write", encode(Article, opened), encode(Article, now), plain_targets, options.author, stamp]
