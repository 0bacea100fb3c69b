"""`reader doctor`: what is here, what is missing, and how to get it."""

from __future__ import annotations

import argparse

from reader.app.doctor import examine
from reader.app.messages.rendering import render_english
from reader.cli.console import make_console, print_json
from reader.cli.exit_codes import ExitCode


def run_doctor(arguments: argparse.Namespace) -> ExitCode:
    """Print what was found; the exit code says whether something is missing."""
    result = examine()
    code = ExitCode.MISSING if result.missing else ExitCode.DONE
    if arguments.format == "json":
        missing = [
            {"what": item.what, "message": render_english(item.message), "remedy": render_english(item.remedy)}
            for item in result.missing
        ]
        found = [{"what": item.what, "detail": item.detail} for item in result.found]
        print_json({"found": found, "missing": missing})
        return code
    from rich.markup import escape
    from rich.table import Table

    table = Table(box=None, pad_edge=False, show_header=False)
    for _ in range(3):
        table.add_column()
    for item in result.found:
        table.add_row("[green]✓[/green]", escape(item.what), escape(item.detail))
    for lack in result.missing:
        said = f"{escape(render_english(lack.message))} {escape(render_english(lack.remedy))}"
        table.add_row("[red]✗[/red]", escape(lack.what), said)
    console = make_console()
    console.print(table)
    if not result.missing:
        console.print(render_english.text("cli.doctor_ok"))
    return code
