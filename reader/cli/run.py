"""Runs one command of the command line."""

from __future__ import annotations

import argparse
import os
import sys

from reader.cli.exit_codes import ExitCode
from reader.cli.parser import make_parser


def run(arguments: list[str]) -> int:
    """Run the command that the arguments name; the exit code. Standard output that was closed ends it quietly."""
    try:
        parsed = make_parser().parse_args(arguments)
    except SystemExit as asked:  # argparse's way of ending after --help or a usage error
        return int(asked.code or 0)
    try:
        code = _run_command(parsed)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.DONE
    return int(code)


def _run_command(parsed: argparse.Namespace) -> ExitCode:
    match parsed.command:
        case "text":
            from reader.cli.text import run_text

            return run_text(parsed)
        case "check":
            from reader.cli.check import run_check

            return run_check(parsed)
        case "clean":
            from reader.cli.clean import run_clean

            return run_clean(parsed)
        case "duplicates":
            from reader.cli.duplicates import run_duplicates

            return run_duplicates(parsed)
        case "rules":
            from reader.cli.rules import run_rules

            return run_rules(parsed)
        case _:
            from reader.cli.doctor import run_doctor

            return run_doctor(parsed)
