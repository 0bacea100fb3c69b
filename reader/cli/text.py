"""`reader text`: the text of articles, plain or as the contract's JSON."""

from __future__ import annotations

import argparse

from reader.app.session import Session
from reader.cli.console import print_json, print_line
from reader.cli.exit_codes import ExitCode
from reader.cli.json_output import Output
from reader.cli.reading import for_each_file


def run_text(arguments: argparse.Namespace) -> ExitCode:
    """Print the text of every file."""
    as_json = arguments.format == "json"

    def show(file: str, session: Session) -> ExitCode:
        output = Output.of(file, session)
        if as_json:
            print_json(output.text())
        else:
            print_line(output.text_map.text)
        return ExitCode.DONE

    return for_each_file(arguments.files, as_json, show)
