"""Floors of quality: figures that were reached once and may not be lost; kept in a file that only rises.

`floors.toml` holds a table for every set of labelled texts: the digest of the texts and labels, and the least value of
each figure. Where texts or labels change the digest does, and the set's floors begin anew.
"""

from __future__ import annotations

import shutil
import subprocess
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")


@dataclass(frozen=True, slots=True)
class Floor:
    """The least values of one set of texts, which the digest names."""

    digest: str
    least: Mapping[str, float]

    def lacks(self, figures: Mapping[str, float]) -> list[str]:
        """What figures are below, in words."""
        return [f"{name} {figures[name]} < {least}" for name, least in self.least.items() if figures[name] < least]


def read_floors(text: str | None = None) -> dict[str, Floor]:
    """The floors by the names of their sets; of the file as it stands where no text is given."""
    tables = tomllib.loads(FLOORS.read_text(encoding="utf-8") if text is None else text)
    return {name: Floor(table.pop("digest"), table) for name, table in tables.items()}


def find_lowered(before: Mapping[str, Floor], after: Mapping[str, Floor]) -> Iterator[str]:
    """Floors that were lowered or dropped although texts and labels are the same, in words."""
    for name, old in before.items():
        new = after.get(name)
        if new is None:
            yield f"{name} has no floors any more"
        elif new.digest == old.digest:
            for figure, least in old.least.items():
                if new.least.get(figure, 0.0) < least:
                    yield f"{name}: {figure} was {least}"


def read_history() -> list[str] | None:
    """The file as each commit left it, the oldest first; None where there is no history to read."""
    git = shutil.which("git")
    if git is None:
        return None
    folder = FLOORS.parent
    commits = _run(git, folder, "log", "--reverse", "--format=%H", "--", FLOORS.name)
    if not commits:
        return None
    texts = (_run(git, folder, "show", f"{commit}:./{FLOORS.name}") for commit in commits.split())
    return [text for text in texts if text]


def _run(git: str, folder: Path, *words: str) -> str:
    done = subprocess.run([git, *words], cwd=folder, capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else ""
