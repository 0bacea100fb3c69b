"""Writing what the session came to: a clean copy and a redline, as the file's ending says."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from reader.app.session import Session
from reader.core.notes import Note
from reader.formats.write import write_article, write_redline_file

ENDINGS = (".docx", ".md", ".txt")
"""Endings that Reader writes."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """Author and initials of the redline, and the time stamp to write (now where None)."""

    author: str = "Reader"
    date: dt.datetime | None = None

    @property
    def initials(self) -> str:
        """First letters of the author's names."""
        return "".join(part[0] for part in self.author.split())[:4].upper() or "R"

    @property
    def stamp(self) -> dt.datetime:
        """The time stamp, in UTC to the second."""
        when = self.date or dt.datetime.now(dt.UTC)
        return when.astimezone(dt.UTC).replace(microsecond=0)


def parse_date(text: str) -> dt.datetime | None:
    """The moment an ISO date or time stamp names, UTC where it says nothing; None where it is none."""
    try:
        when = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=dt.UTC)


def write_clean(session: Session, target: Path, options: ExportOptions) -> tuple[Note, ...]:
    """Write the article as it stands; the notes say what the format cannot hold. `FileRefused` where that fails."""
    return write_article(session.article, target, author=options.author, date=options.stamp)


def write_redline(session: Session, target: Path, options: ExportOptions) -> tuple[Note, ...]:
    """Write every change tracked: accept all gives the clean copy, reject all the article as opened."""
    return write_redline_file(
        session.opened,
        session.article,
        target,
        author=options.author,
        initials=options.initials,
        date=options.stamp,
    )


@dataclass(frozen=True, slots=True)
class ExportPlan:
    """What to write: the folder, the stem of all names, the kinds chosen, and the redline's author."""

    folder: Path
    stem: str
    chosen: frozenset[str]
    author: str = ""


def plan_files(plan: ExportPlan) -> dict[str, Path]:
    """The file of every kind: clean, redline, text, markdown."""
    return {
        "clean": plan.folder / f"{plan.stem}.clean.docx",
        "redline": plan.folder / f"{plan.stem}.redline.docx",
        "text": plan.folder / f"{plan.stem}.clean.txt",
        "markdown": plan.folder / f"{plan.stem}.clean.md",
    }


def carry_out(session: Session, plan: ExportPlan) -> tuple[tuple[Path, ...], tuple[Note, ...]]:
    """Write all files of a plan: paths, and notes on what a format cannot hold; `FileRefused` where one fails."""
    options = ExportOptions(author=plan.author or "Reader")
    files = plan_files(plan)
    notes: list[Note] = []
    for kind in sorted(plan.chosen):
        write = write_redline if kind == "redline" else write_clean
        notes.extend(write(session, files[kind], options))
    return tuple(files[kind] for kind in sorted(plan.chosen)), tuple(notes)
