"""Why the library could not do something, in one sentence with the remedy."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from reader.core.messages import Message


class LibraryRefused(Exception):
    """The library cannot be read or written; `message` says why and what to do. What was kept before is not lost."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.key)
        self.message = message


@contextmanager
def refuse_clearly(path: str) -> Iterator[None]:
    """Turn what SQLite and the system raise into `LibraryRefused`."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise LibraryRefused(Message.of(_key_of(error), path=path)) from error
    except UnicodeEncodeError as error:
        raise LibraryRefused(Message.of("library.text", path=path)) from error
    except OSError as error:
        raise LibraryRefused(Message.of("library.permission", path=path)) from error


def _key_of(error: sqlite3.DatabaseError) -> str:
    text = str(error).lower()
    if "locked" in text or "busy" in text:
        return "library.locked"
    if "full" in text:
        return "library.full"
    if "readonly" in text or "unable to open" in text:
        return "library.permission"
    return "library.broken"
