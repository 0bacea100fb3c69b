"""Offsets in code points and in UTF-16 units: Python counts the first, Qt the second.

They differ only behind characters outside the basic plane (emoji, some Chinese, mathematical letters).
"""

from __future__ import annotations

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class OffsetMap:
    """Maps offsets of one text both ways; constant time where the text has no astral character."""

    __slots__ = ("_code_points", "_units")

    def __init__(self, text: str) -> None:
        self._code_points = [] if text.isascii() else [match.start() for match in _ASTRAL.finditer(text)]
        self._units = [at + n for n, at in enumerate(self._code_points)]

    def to_units(self, offset: int) -> int:
        """The UTF-16 offset of a code point."""
        return offset + bisect_left(self._code_points, offset) if self._code_points else offset

    def to_code_points(self, offset: int) -> int:
        """The code point at a UTF-16 offset; one inside a pair counts as its start."""
        if not self._code_points:
            return offset
        before = bisect_left(self._units, offset)
        if before and offset <= self._units[before - 1] + 1:
            return self._code_points[before - 1] + (offset - self._units[before - 1] > 1)
        return offset - before


def count_units(text: str) -> int:
    """The length of a text in UTF-16 units."""
    return len(text) if text.isascii() else len(text) + sum(1 for _ in _ASTRAL.finditer(text))
