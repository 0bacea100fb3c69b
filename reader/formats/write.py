"""Writes an article to a file, as its ending says; the file is whole or not there at all."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import tempfile
from pathlib import Path

from reader.core.article import Article
from reader.core.notes import Note
from reader.formats.refusals import FileRefused, refuse_writing


def write_article(article: Article, target: Path, *, author: str, date: dt.datetime) -> tuple[Note, ...]:
    """Write the article as .docx, .md or .txt; the notes say what that cannot hold. `FileRefused` where it fails."""
    ending = target.suffix.lower()
    if ending == ".docx":
        from reader.formats.write_docx import make_clean_docx

        write_whole(target, make_clean_docx(article, author, date))
        return ()
    from reader.formats.write_text import make_markdown, make_text

    if ending not in (".md", ".txt"):
        raise FileRefused("unsupported", str(target))
    text, notes = make_markdown(article) if ending == ".md" else make_text(article)
    write_whole(target, text.encode("utf-8"))
    return notes


def write_redline_file(
    opened: Article, now: Article, target: Path, *, author: str, initials: str, date: dt.datetime
) -> tuple[Note, ...]:
    """Write a redline as .docx: accept all gives `now`, reject all gives `opened`. `FileRefused` where it fails."""
    del initials  # names the author of comments, which the redline does not have yet
    if target.suffix.lower() != ".docx":
        raise FileRefused("unsupported", str(target))
    from reader.formats.write_docx import make_redline_docx

    write_whole(target, make_redline_docx(opened, now, author, date))
    return ()


def write_whole(target: Path, data: bytes) -> None:
    """Put bytes into a file in one step: what was there before stays until all is on the disk."""
    with refuse_writing(target):
        if target.is_dir():
            raise FileRefused("target is folder", str(target))
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        fresh = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            fresh.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
            fresh.replace(target)
        except BaseException:
            with contextlib.suppress(OSError):
                fresh.unlink()
            raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
