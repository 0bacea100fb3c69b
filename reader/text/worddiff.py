"""What differs between two texts, word by word, as an editor would mark it. Offsets are code points. Pure."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass

_TOKEN = re.compile(r"\w+(?:['’]\w+)*|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch of both texts: equal where `same`, else what stood in the old one and stands in the new one."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    same: bool


def diff_words(old: str, new: str) -> tuple[Difference, ...]:
    """The stretches of two texts in order; blanks between two changes join them, so that one edit is one change."""
    a, b = _TOKEN.findall(old), _TOKEN.findall(new)
    starts_a, starts_b = _starts(a), _starts(b)
    stretches: list[Difference] = []
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    for tag, i, j, k, end in matcher.get_opcodes():
        piece = Difference(starts_a[i], starts_a[j], starts_b[k], starts_b[end], tag == "equal")
        if len(stretches) >= 2 and not piece.same and _is_gap(stretches, old):
            gap = stretches.pop()
            before = stretches.pop()
            del gap
            piece = Difference(before.old_start, piece.old_end, before.new_start, piece.new_end, same=False)
        stretches.append(piece)
    return tuple(stretches)


def _is_gap(stretches: list[Difference], old: str) -> bool:
    last, before = stretches[-1], stretches[-2]
    return last.same and not before.same and not old[last.old_start : last.old_end].strip()


def _starts(tokens: list[str]) -> list[int]:
    starts = [0]
    for token in tokens:
        starts.append(starts[-1] + len(token))
    return starts
