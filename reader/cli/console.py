"""What the command line prints for people: tables and colour on a terminal, plain text elsewhere (rich)."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console


def make_console(*, errors: bool = False) -> Console:
    """A console on standard output, or on standard error for messages and progress."""
    from rich.console import Console

    return Console(stderr=errors, highlight=False, soft_wrap=not sys.stdout.isatty())


def print_line(text: str) -> None:
    """A line on standard output, as it is."""
    sys.stdout.write(f"{text}\n")


def print_json(value: object) -> None:
    """A value as one line of JSON; the line ends of Unicode are escaped, so that every reader takes it for one line."""
    text = json.dumps(value, ensure_ascii=False)
    for char in "\x85\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    print_line(text)


def print_problem(text: str) -> None:
    """A message on standard error, as it is."""
    sys.stderr.write(f"{text}\n")


@contextmanager
def show_progress(text: str) -> Iterator[None]:
    """A moving sign on standard error while something takes its time, on a terminal only."""
    if not sys.stderr.isatty():
        yield
        return
    with make_console(errors=True).status(text):
        yield
