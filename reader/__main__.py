"""Picks what runs: a worker, the command line, or the window."""

from __future__ import annotations

import sys


def main(arguments: list[str] | None = None) -> int:
    """Run Reader with these arguments (the command line's where None); the exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] == ["--worker"]:
        from reader import worker

        return worker.main(given[1:])
    from reader.cli.parser import names_a_command

    if names_a_command(given):
        from reader.cli.run import run

        return run(given)
    from reader.ui.main import run_window

    return run_window(given)


if __name__ == "__main__":
    raise SystemExit(main())
