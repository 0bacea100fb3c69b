"""Asks a short-lived process to read or write files, in a thread, so that the window never waits.

Small plain text is read at once: it needs no parser, and the text is then there with the first paint.
"""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reader.app.file_work import answer, read_request
from reader.app.rows import Row, from_line, to_line
from reader.app.worker_process import worker_command
from reader.core.article import Article
from reader.core.messages import Message
from reader.core.notes import Note
from reader.core.plain import decode

SMALL = 4_000_000
"""Bytes up to which plain text is read at once."""
_TIMEOUT = 180


@dataclass(frozen=True, slots=True)
class FileAnswer:
    """What came of it: an article with notes, only notes (files were written), or a refusal."""

    article: Article | None = None
    notes: tuple[Note, ...] = ()
    refused: Message | None = None


def is_small_text(path: Path) -> bool:
    """Whether a file is plain text small enough to be read at once."""
    try:
        return path.suffix.lower() in (".txt", "") and path.is_file() and path.stat().st_size <= SMALL
    except OSError:
        return False


def read_now(path: Path) -> FileAnswer:
    """Read a file in this process."""
    return _to_answer(answer(read_request(path)))


def ask_file_process(request: Row, on_answer: Callable[[FileAnswer], None]) -> threading.Thread:
    """Send a row to a process of its own; `on_answer` is called in another thread."""

    def work() -> None:
        on_answer(run_file_process(request))

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return thread


def run_file_process(request: Row) -> FileAnswer:
    """The answer of a process of its own; one that dies or takes too long is a refusal."""
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            worker_command("file"), input=to_line(request), stdout=subprocess.PIPE, timeout=_TIMEOUT, check=False
        )
    except (subprocess.TimeoutExpired, OSError):
        return FileAnswer(refused=Message.of("file.too_costly"))
    if not done.stdout.strip():
        return FileAnswer(refused=Message.of("file.too_costly"))
    return _to_answer(from_line(done.stdout))


def _to_answer(row: Row) -> FileAnswer:
    match row[0]:
        case "loaded":
            return FileAnswer(decode(Article, row[1]), decode(tuple[Note, ...], row[2]))
        case "written":
            return FileAnswer(notes=decode(tuple[Note, ...], row[1]))
        case _:
            return FileAnswer(refused=decode(Message, row[1]))
