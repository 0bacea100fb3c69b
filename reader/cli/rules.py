"""`reader rules`: all rules with reason, default, safety and examples."""

from __future__ import annotations

import argparse
from typing import Any

from reader.app.messages.rendering import render_english
from reader.checks.registry import all_checks
from reader.cli.console import make_console, print_json
from reader.cli.exit_codes import ExitCode
from reader.core.fixes import Safety
from reader.core.rules import Rule


def run_rules(arguments: argparse.Namespace) -> ExitCode:
    """Print all rules."""
    rules = [check.rule for check in all_checks()]
    if arguments.format == "json":
        for rule in rules:
            print_json(describe_rule(rule))
        return ExitCode.DONE
    from rich.markup import escape
    from rich.table import Table

    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(no_wrap=True, style="bold")
    table.add_column()
    for rule in rules:
        title, why = render_english.text(f"{rule.id}.title"), render_english.text(f"{rule.id}.why")
        table.add_row(rule.id, f"{escape(title)}\n[dim]{escape(why)}[/dim]")
    make_console().print(table)
    return ExitCode.DONE


def describe_rule(rule: Rule) -> dict[str, Any]:
    """A rule as the contract prints it."""
    return {
        "id": rule.id,
        "family": rule.family.value,
        "title": render_english.text(f"{rule.id}.title"),
        "why": render_english.text(f"{rule.id}.why"),
        "default": rule.on_by_default,
        "safety": Safety(rule.safety).name.lower(),
        "examples": [{"bad": example.bad, "good": example.good} for example in rule.examples],
        "fine": list(rule.fine),
    }
