"""Opening an article: a file or the clipboard becomes a session that writes to the library, or resumes from it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reader.app.session import Session
from reader.formats.loaded import Loaded
from reader.formats.read import read_clipboard_text, read_file


def open_in_memory(path: Path) -> Session:
    """A session on a file whose journal ends with it; `FileRefused` where the file cannot be read."""
    loaded = read_file(path)
    return Session(loaded.article, notes=loaded.notes)


@dataclass(frozen=True, slots=True)
class Opened:
    """A session and what the window needs beside it: the key of its article, and how many decisions were resumed."""

    session: Session
    key: str
    name: str
    resumed: int = 0


def load_clipboard(text: str) -> Loaded:
    """The clipboard's text as an article."""
    return read_clipboard_text(text)
