"""Which family suffers from something missing: the language model is for names, all else for spelling."""

from __future__ import annotations

from collections.abc import Iterable

from reader.core.notes import Missing
from reader.core.rules import Family


def lacking_for(family: Family, missing: Iterable[Missing]) -> tuple[Missing, ...]:
    """What a family needs and does not find."""
    if family not in (Family.NAMES, Family.SPELLING):
        return ()
    return tuple(item for item in missing if ("model" in item.what) == (family is Family.NAMES))
