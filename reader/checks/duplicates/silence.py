"""What may stand twice: headings, credits, verse, quoted phrases. A wrong cut costs more than a miss."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from reader.checks.duplicates.judging import Verdict
from reader.checks.duplicates.units import Unit, UnitText
from reader.checks.duplicates.word_forms import WordClass
from reader.core.article import Block, ContainerKind, Role

COMPARED_ROLES = frozenset({Role.PARAGRAPH, Role.LIST_ITEM})
"""Roles whose text is copy that should stand once; display, furniture and captions in their place may repeat it."""
FEWEST_WORDS_AGAIN = 6
"""Words of the shortest line that is reported where it stands again word for word."""
LONGEST_HEADING = 8
LONGEST_HEADLINE = 24
"""Words of the longest first line that is a headline; a longer one without a stop is a caption."""
_SHORTEST_LEFTOVER = 7
_IN_FULL = ("in", "full")
"""Ends a line that names what follows or is linked: "The statement in full"."""
_VERSE_LINE = 60
_BESIDE = 3
"""Units from one to another that still is its neighbour."""
_STUCK = 3
"""The same short line so many times running is a stuck scraper, not style."""
_QUOTED = re.compile(r"[“\"«][^“”\"»]*[”\"»]|(?<!\w)[‘'][^‘\n]*?[’'](?!\w)")


def is_compared(block: Block) -> bool:
    """Whether a block is running copy of the story; tables and notes repeat the story by their nature."""
    return (
        block.role in COMPARED_ROLES
        and block.editable
        and block.container.kind is ContainerKind.STORY
        and not is_verse(block.text)
    )


def is_verse(text: str) -> bool:
    """Whether a block is lines of verse: short lines within one block."""
    lines = text.split("\u2028") if "\u2028" in text else []
    return len(lines) > 2 and sum(map(len, lines)) < _VERSE_LINE * len(lines)


def is_heading(unit: Unit) -> bool:
    """Whether a unit reads like a heading: a line without a stop, short, in title case, the first, or "… in full"."""
    if unit.of != 1 or unit.text.stopped:
        return False
    longest = LONGEST_HEADLINE if unit.first else LONGEST_HEADING
    return unit.text.size <= longest or in_title_case(unit.text) or unit.text.folded[-2:] == _IN_FULL


def is_leftover(unit: Unit) -> bool:
    """Whether a line that might be a heading is long enough to be the rest of a sentence that stands elsewhere."""
    return is_heading(unit) and not unit.first and unit.text.size >= _SHORTEST_LEFTOVER and not in_title_case(unit.text)


def in_title_case(text: UnitText) -> bool:
    """Whether nearly all content words are capitalised."""
    content = [word for word, klass in zip(text.words, text.classes, strict=True) if klass is WordClass.CONTENT]
    return len(content) > 2 and sum(word[0].isupper() for word in content) > 0.8 * len(content)


def may_repeat(unit: Unit) -> bool:
    """Whether a unit is no statement of its own that ought to stand once."""
    return unit.text.credit or (is_heading(unit) and not is_leftover(unit))


def stand_side_by_side(left: Unit, right: Unit) -> bool:
    """Whether two units are neighbours: sentences built alike there are style, or a list."""
    first, second = sorted((left, right), key=lambda unit: unit.order)
    if second.position - first.position > 1:
        return False
    between = second.number - first.number
    return between + (first.of if second.position > first.position else 0) <= _BESIDE


def is_stuck(positions: Sequence[int]) -> bool:
    """Whether equal lines stand at least three times running, without another line between."""
    running = 1
    for before, here in pairwise(positions):
        running = running + 1 if here - before <= 1 else 1
        if running >= _STUCK:
            return True
    return False


def share_only_quotation(left: Unit, right: Unit, verdict: Verdict, weights: Sequence[float]) -> bool:
    """Whether all that two sentences share is quoted in both: a refrain, with other words around it."""
    inside = [_quoted_words(unit.block.text, unit.text) for unit in (left, right)]
    if not all(any(flags) and not all(flags) for flags in inside):
        return False
    quoted = outside = 0.0
    for i, j in verdict.alignment.pairs():
        if inside[0][i] and inside[1][j]:
            quoted += weights[i]
        else:
            outside += weights[i]
    return outside < 0.2 * (quoted + outside)


@lru_cache(maxsize=2048)
def _quoted_words(block: str, text: UnitText) -> tuple[bool, ...]:
    spans = [match.span() for match in _QUOTED.finditer(block, text.start, text.end)]
    return tuple(any(low <= start and end <= high for low, high in spans) for start, end in text.offsets)
