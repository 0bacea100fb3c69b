"""The order of the one queue, in which no work is wasted: what is cut first need not be corrected."""

from __future__ import annotations

from reader.core.rules import Family

STAGES = ("repeats", "boilerplate", "fragments", "marks", "names", "spelling", "style")
"""Stages in the order in which they are worked through."""

_BY_CATEGORY = {
    "duplicates": "repeats",
    "captions": "repeats",
    "debris": "boilerplate",
    "fragments": "fragments",
    "quotes": "marks",
    "blanks": "marks",
    "encoding": "marks",
    "invisible": "marks",
    "names": "names",
    "spelling": "spelling",
}

VIEW_OF_STAGE = {
    "repeats": "duplicates",
    "boilerplate": "cleanup",
    "fragments": "cleanup",
    "marks": "cleanup",
    "names": "names",
    "spelling": "spelling",
    "style": "cleanup",
}
"""The view that is the lens on a stage."""

FAMILY_OF_CATEGORY = {
    "duplicates": Family.DUPLICATES,
    "captions": Family.DUPLICATES,
    "names": Family.NAMES,
    "spelling": Family.SPELLING,
}


def stage_of(rule: str) -> str:
    """The stage of a rule, by the category in its id."""
    return _BY_CATEGORY.get(rule.partition(".")[0], "style")


def family_of(rule: str) -> Family:
    """The family of a rule, by the category in its id."""
    return FAMILY_OF_CATEGORY.get(rule.partition(".")[0], Family.CLEANUP)
