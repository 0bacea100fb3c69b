"""What reading a file gives."""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.article import Article
from reader.core.notes import Note


@dataclass(frozen=True, slots=True)
class Loaded:
    """The article, what was lost or altered on the way, and the bytes it was read from."""

    article: Article
    notes: tuple[Note, ...] = ()
    original: bytes = b""
