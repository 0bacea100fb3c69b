"""Reading the files named on the command line: a session each, or one sentence on why not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reader.app.messages.rendering import render_english
from reader.app.opening import open_in_memory
from reader.app.session import Session
from reader.cli.console import print_json, print_problem
from reader.cli.exit_codes import ExitCode, worse
from reader.formats.refusals import FileRefused


def for_each_file(files: list[str], as_json: bool, act: Callable[[str, Session], ExitCode]) -> ExitCode:  # noqa: FBT001
    """Do something with the session of every file; one that cannot be read is named and the others go on."""
    code = ExitCode.DONE
    for file in files:
        try:
            session = open_in_memory(Path(file))
        except FileRefused as refused:
            report_failure(file, render_english(refused.message), as_json=as_json)
            code = worse(code, ExitCode.FILE)
            continue
        code = worse(code, act(file, session))
    return code


def report_failure(file: str, reason: str, *, as_json: bool) -> None:
    """Say why a file failed: as the contract's object, and on standard error."""
    if as_json:
        print_json({"file": file, "error": reason})
    print_problem(reason if file in reason else render_english.text("cli.file_failed", file=file, reason=reason))
