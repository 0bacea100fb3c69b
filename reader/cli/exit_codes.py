"""Exit codes of the command line; the contract with scripts."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What the run came to. Where several hold, the one that names a failure wins: FILE before MISSING before MET."""

    DONE = 0
    MET = 1
    USAGE = 2
    FILE = 3
    MISSING = 4


_ORDER = (ExitCode.DONE, ExitCode.MET, ExitCode.MISSING, ExitCode.FILE, ExitCode.USAGE)


def worse(first: ExitCode, second: ExitCode) -> ExitCode:
    """The graver of two codes."""
    return max(first, second, key=_ORDER.index)
