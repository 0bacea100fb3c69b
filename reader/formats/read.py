"""Reads a file or the clipboard into an article, by the file's content first and its ending second."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from reader.core.article import Source
from reader.formats.encoding import decode_text
from reader.formats.loaded import Loaded
from reader.formats.read_text import read_text
from reader.formats.refusals import FileRefused, read_original

MOST_BYTES = 200 << 20
_ZIP = b"PK\x03\x04"
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"MZ\x90", b"{\\rtf")
_MARKDOWN = (".md", ".markdown")


def read_file(path: Path) -> Loaded:
    """The article in a file; `FileRefused` with one sentence where it cannot be read."""
    return read_bytes(read_original(path), path.name, path.suffix.lower(), str(path))


def read_bytes(data: bytes, name: str, ending: str, shown: str = "") -> Loaded:
    """The article in the bytes of a file; `shown` is how a refusal names it."""
    shown = shown or name
    if len(data) > MOST_BYTES:
        raise FileRefused("too large", shown)
    if not data.strip():
        raise FileRefused("empty", shown)
    digest = hashlib.sha256(data).hexdigest()
    if data.startswith(_ZIP) or ending in (".docx", ".docm", ".dotx"):
        return _read_docx(data, Source(name, "docx", digest), shown)
    if data.startswith(_OLD_WORD):
        raise FileRefused("old word", shown)
    if data.startswith(_OTHERS):
        raise FileRefused("binary", shown)
    text, encoding = decode_text(data, shown)
    if not text.strip():
        raise FileRefused("empty", shown)
    if ending in _MARKDOWN:
        from reader.formats.read_markdown import read_markdown

        article, notes = read_markdown(text, Source(name, "md", digest, encoding))
    else:
        article, notes = read_text(text, Source(name, "txt", digest, encoding))
    return Loaded(article, notes, data)


def _read_docx(data: bytes, source: Source, shown: str) -> Loaded:
    from reader.formats.read_docx import read_docx

    article, notes = read_docx(data, replace(source, name=shown))
    if not any(block.text.strip() for block in article.blocks):
        raise FileRefused("empty", shown)
    return Loaded(replace(article, source=source), notes, data)


def read_clipboard_text(text: str) -> Loaded:
    """The clipboard's plain text as an article; `FileRefused` where there is none."""
    if not text.strip():
        raise FileRefused("empty clipboard", "")
    data = text.encode("utf-8", "replace")
    source = Source("", "txt", hashlib.sha256(data).hexdigest(), "utf-8")
    article, notes = read_text(text, source)
    return Loaded(article, notes, data)
