"""Finds packaged files, alike in a checkout, an installed wheel and a frozen program."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


class ResourceMissing(LookupError):
    """A packaged file is not where it should be; the program was not installed whole."""


@cache
def resource_root() -> Path:
    """The folder `resources`: beside the frozen program, inside the installed package, or at the checkout's top."""
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [Path(frozen) / "reader" / "resources"] if frozen else []
    candidates += [_PACKAGE / "resources", _PACKAGE.parent / "resources"]
    for folder in candidates:
        if folder.is_dir():
            return folder
    raise ResourceMissing(f"No folder of resources at {' or '.join(map(str, candidates))}; install Reader again.")


def find_resource(name: str) -> Path:
    """The path of a packaged file such as "fonts/Inter-Regular.otf"; `ResourceMissing` where it is not there."""
    path = resource_root() / name
    if not path.exists():
        raise ResourceMissing(f"{name} is missing from {resource_root()}; install Reader again.")
    return path
