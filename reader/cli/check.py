"""`reader check`: what is wrong with articles, for people or as the contract's JSON."""

from __future__ import annotations

import argparse
from functools import partial

from reader.app.inline_runner import FAMILIES
from reader.app.messages.rendering import render_english
from reader.app.presenters.places import name_places
from reader.app.session import Session
from reader.app.stages import family_of
from reader.cli.checking import find_missing, report_missing, run_checks
from reader.cli.console import make_console, print_json, print_problem
from reader.cli.exit_codes import ExitCode
from reader.cli.json_output import Output
from reader.cli.parser import SEVERITIES
from reader.cli.reading import for_each_file
from reader.core.issues import Issue
from reader.core.rules import Family


def run_check(arguments: argparse.Namespace) -> ExitCode:
    """Check every file and print what was found."""
    only = parse_families(arguments.only)
    if only is None:
        known = ", ".join(family.value for family in FAMILIES)
        print_problem(render_english.text("cli.unknown_family", family=arguments.only, known=known))
        return ExitCode.USAGE
    return for_each_file(arguments.files, arguments.format == "json", partial(_check, arguments, only))


def parse_families(names: str) -> tuple[Family, ...] | None:
    """The families named in a comma list, all where it is empty; None where one is unknown."""
    if not names:
        return FAMILIES
    try:
        return tuple(Family(name.strip()) for name in names.split(","))
    except ValueError:
        return None


def _check(arguments: argparse.Namespace, only: tuple[Family, ...], file: str, session: Session) -> ExitCode:
    runner = run_checks(session, file, only)
    missing = find_missing(only)
    if arguments.format == "json":
        result = Output.of(file, session).check(only, runner.timing, missing)
        print_json(result)
    else:
        print_issues(file, session, only)
    report_missing(missing)
    if missing:
        return ExitCode.MISSING
    return ExitCode.MET if meets(session, only, arguments.fail_on) else ExitCode.DONE


def meets(session: Session, only: tuple[Family, ...], severity: str | None) -> bool:
    """Whether a finding of the families is at least as severe."""
    if severity is None:
        return False
    grave = SEVERITIES[: SEVERITIES.index(severity) + 1]
    return any(f.severity.value in grave and family_of(f.rule) in only for f in session.findings)


def print_issues(file: str, session: Session, only: tuple[Family, ...]) -> None:
    """The table of issues, in the order of the queue."""
    from rich.table import Table

    issues = [issue for issue in session.issues if family_of(issue.rule) in only]
    console = make_console()
    if not issues:
        console.print(f"{file}: {render_english.text('cli.nothing')}")
        return
    table = Table(title=file, title_justify="left", box=None, pad_edge=False)
    for column in ("where", "kind", "found"):
        table.add_column(render_english.text(f"cli.column.{column}"), no_wrap=column == "where")
    for issue in issues:
        table.add_row(*_row(session, issue))
    console.print(table)


def _row(session: Session, issue: Issue) -> tuple[str, str, str]:
    from rich.markup import escape

    where = name_places(session.article, [finding.place for finding in issue.findings])
    return where, escape(render_english(issue.message)), escape(_shorten(issue.findings[0].quote))


def _shorten(text: str, length: int = 60) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
