"""The arguments of the command line (argparse); what each command does stands in the module of its name."""

from __future__ import annotations

import argparse

from reader import __version__

COMMANDS = ("text", "check", "clean", "duplicates", "rules", "doctor")
"""Words that name a command; anything else is a file for the window."""

SEVERITIES = ("error", "warning", "info", "query")


def names_a_command(arguments: list[str]) -> bool:
    """Whether the arguments are for the command line rather than the window."""
    return bool(arguments) and (arguments[0] in COMMANDS or arguments[0] in ("-h", "--help", "--version"))


def make_parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    parser = argparse.ArgumentParser(
        prog="reader",
        description="Offline reader and editor for articles: finds what is wrong with copy, and exports it clean.",
        epilog="Without a command, `reader FILE` opens the window on an article. Exit codes: 0 done · 1 --fail-on was"
        " met · 2 usage · 3 a file could not be read or written · 4 something needed is missing.",
    )
    parser.add_argument("--version", action="version", version=f"reader {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _add_text(commands)
    _add_check(commands)
    _add_clean(commands)
    _add_duplicates(commands)
    for name, help_text in (
        ("rules", "list all rules with their reasons and examples"),
        ("doctor", "check that everything Reader needs is installed, and say how to get what is not"),
    ):
        command = commands.add_parser(name, help=help_text, description=help_text)
        _add_format(command)
    return parser


Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives its subparsers no public name


def _add_format(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--format", choices=("text", "json"), default="text", help="json prints one object per file and line"
    )


def _add_files(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="+", metavar="FILE", help=".txt, .md or .docx")


def _add_text(commands: Commands[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("text", help="print the text of articles", description="Print the text of articles.")
    _add_files(command)
    _add_format(command)


def _add_check(commands: Commands[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("check", help="say what is wrong", description="Say what is wrong with articles.")
    _add_files(command)
    _add_format(command)
    command.add_argument("--only", default="", metavar="FAMILY,…", help="duplicates, names, spelling, cleanup")
    command.add_argument(
        "--fail-on",
        choices=SEVERITIES,
        metavar="SEVERITY",
        help="exit with 1 where a finding is as severe: " + ", ".join(SEVERITIES),
    )


def _add_clean(commands: Commands[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "clean",
        help="write a clean copy",
        description="Write a clean copy of articles. No word that stands nowhere else is ever removed.",
    )
    _add_files(command)
    command.add_argument(
        "-o", "--out", required=True, metavar="OUT", help=".docx, .md or .txt; a folder for several files"
    )
    command.add_argument("--fix", choices=("safe", "all"), default="safe", help="safe: only what cannot change meaning")
    command.add_argument("--redline", metavar="OUT", help="also write a redline (.docx with tracked changes)")
    command.add_argument("--author", default="Reader", metavar="NAME", help="author of the redline's changes")
    command.add_argument(
        "--date", metavar="ISO", help="time stamp to write, so that the same input gives the same bytes"
    )


def _add_duplicates(commands: Commands[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "duplicates",
        help="say what stands twice, within files and across them",
        description="Compare articles with one another and with themselves: which passages stand twice, and in which"
        " file. Of more than 2,000 paragraphs only those that share wording are compared.",
    )
    _add_files(command)
    _add_format(command)
