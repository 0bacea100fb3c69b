"""`reader clean`: a clean copy, and a redline, without a person; no word that stands nowhere else is removed."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

from reader.app.cleaning import Tally, clean_session
from reader.app.export import ENDINGS, ExportOptions, parse_date, write_clean, write_redline
from reader.app.inline_runner import FAMILIES
from reader.app.messages.rendering import render_english
from reader.app.session import Session
from reader.cli.checking import find_missing, report_missing, run_checks
from reader.cli.console import make_console, print_problem
from reader.cli.exit_codes import ExitCode, worse
from reader.cli.reading import for_each_file, report_failure
from reader.core.fixes import Safety
from reader.formats.refusals import FileRefused


def run_clean(arguments: argparse.Namespace) -> ExitCode:
    """Clean every file and write what was asked for."""
    problem = find_problem(arguments)
    if problem:
        print_problem(problem)
        return ExitCode.USAGE
    code = for_each_file(arguments.files, as_json=False, act=partial(_clean, arguments))
    missing = find_missing(FAMILIES)
    report_missing(missing)
    return worse(code, ExitCode.MISSING) if missing else code


def find_problem(arguments: argparse.Namespace) -> str:
    """What is wrong with the arguments, in one sentence; empty where nothing is."""
    out = Path(arguments.out)
    many = len(arguments.files) > 1
    if many and not out.is_dir():
        return render_english.text("cli.out_is_folder", out=arguments.out)
    targets = [path for path in (None if many else arguments.out, arguments.redline) if path]
    for target in targets:
        if not out.is_dir() and Path(target).suffix.lower() not in ENDINGS:
            return render_english.text("cli.unknown_ending", out=target)
        if any(Path(target).resolve() == Path(file).resolve() for file in arguments.files):
            return render_english.text("cli.out_is_input", out=target)
    if arguments.date and parse_date(arguments.date) is None:
        return render_english.text("cli.date_invalid", date=arguments.date)
    return ""


def _clean(arguments: argparse.Namespace, file: str, session: Session) -> ExitCode:
    level = Safety.AUTO if arguments.fix == "safe" else Safety.REVIEW
    tallies = clean_session(session, partial(_check, session, file), level)
    options = ExportOptions(author=arguments.author, date=parse_date(arguments.date) if arguments.date else None)
    out = Path(arguments.out)
    target = out / f"{Path(file).stem}.clean.docx" if out.is_dir() else out
    try:
        notes = write_clean(session, target, options)
        written = [target]
        if arguments.redline:
            redline = Path(arguments.redline)
            redline = redline / f"{Path(file).stem}.redline.docx" if redline.is_dir() else redline
            notes = (*notes, *write_redline(session, redline, options))
            written.append(redline)
    except FileRefused as refused:
        report_failure(file, render_english(refused.message), as_json=False)
        return ExitCode.FILE
    print_tallies(file, tallies)
    for note in (*session.notes, *notes):
        print_problem(render_english(note.message))
    for path in written:
        print_problem(render_english.text("cli.written", name=str(path)))
    return ExitCode.DONE


def _check(session: Session, file: str) -> None:
    run_checks(session, file)


def print_tallies(file: str, tallies: tuple[Tally, ...]) -> None:
    """The table of what was found, changed and left to a person."""
    from rich.table import Table

    console = make_console()
    if not tallies:
        console.print(f"{file}: {render_english.text('cli.nothing')}")
        return
    table = Table(title=file, title_justify="left", box=None, pad_edge=False)
    table.add_column(render_english.text("cli.column.kind"))
    for column in ("found", "fixed", "left"):
        table.add_column(render_english.text(f"cli.column.{column}"), justify="right")
    for tally in tallies:
        title = render_english.text(f"{tally.rule}.title")
        table.add_row(title, str(tally.found), str(tally.changed), str(tally.found - tally.changed))
    found, changed = sum(t.found for t in tallies), sum(t.changed for t in tallies)
    table.add_section()
    table.add_row(render_english.text("cli.total"), str(found), str(changed), str(found - changed))
    console.print(table)
