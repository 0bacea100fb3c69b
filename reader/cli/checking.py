"""Running the checks for the command line, with progress, and what they miss."""

from __future__ import annotations

from reader.app.inline_runner import FAMILIES, InlineRunner
from reader.app.messages.rendering import render_english
from reader.app.session import Session
from reader.app.worker_kinds import KINDS
from reader.cli.console import print_problem, show_progress
from reader.core.notes import Missing
from reader.core.rules import Family

_FAMILIES_OF_KIND = {"quick": {Family.SPELLING}, "deep": {Family.NAMES}}


def find_missing(only: tuple[Family, ...]) -> tuple[Missing, ...]:
    """What the families asked for need and do not find."""
    return tuple(
        item for name, kind in KINDS.items() if _FAMILIES_OF_KIND[name] & set(only) for item in kind().missing()
    )


def run_checks(session: Session, name: str, only: tuple[Family, ...] = FAMILIES) -> InlineRunner:
    """Check a session's article, with progress where it takes its time."""
    runner = InlineRunner(session, only)
    with show_progress(render_english.text("cli.checking", name=name)):
        runner.run()
    return runner


def report_missing(missing: tuple[Missing, ...]) -> None:
    """Say on standard error what is missing and what to do about it."""
    for item in missing:
        text = render_english.text(
            "cli.missing", message=render_english(item.message), remedy=render_english(item.remedy)
        )
        print_problem(text)
