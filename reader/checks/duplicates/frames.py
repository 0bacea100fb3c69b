"""Tells two statements in one frame of words from two versions of one statement: these stay silent.

Lines of a list or table, a question and its answer, sentences built alike on purpose: they share their words because
they share a form, and say other things in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reader.checks.duplicates.clashes import are_spelt_alike
from reader.checks.duplicates.comparing import Comparison
from reader.checks.duplicates.opposites import are_opposites
from reader.checks.duplicates.units import Unit, UnitText
from reader.checks.duplicates.word_forms import WordClass
from reader.core.article import Role
from reader.text.alignment import Gap

OTHER_FILLING = 0.2
"""Share of the shorter sentence whose words have given way to as many others: from here on it says something else.

Two versions of a statement differ by a synonym or two, or in whole clauses; they do not fill slot after slot anew.
"""
_LARGEST_SLOT = 3
"""Content words of the largest slot; a longer one is a clause that one version has and the other has not."""
_LONGEST_ITEM = 20
_SAME_OPENING = 3
_ITEM_MARK = re.compile(r"\s*(?:[•·▪◦‣●■*–—-]\s|\(?\d{1,2}[.)]\s|\[\d{1,3}\]|\^)")
_LABEL = re.compile(r"\s*([A-Z][\w’'-]*(?:\s[\w’'.-]+){0,3}):\s")
_FIGURES = re.compile(r"[\d.]+")
_ASKS = re.compile(r"\?[\"'”’\s]*(?:\([^()]*\)|, above)?[\"'”’)\]]*$")
"""A question mark at the end; a caption's "(left)" may follow."""


def are_question_and_answer(first: Unit, second: Unit) -> bool:
    """Whether just one of two sentences is a question: asked and answered is not said twice."""
    return _asks(first) is not _asks(second)


def fill_one_frame(left: UnitText, right: UnitText, comparison: Comparison) -> bool:
    """Whether so many content words have given way to others, slot by slot, that only the frame is the same.

    Two opposites make a contrast: "to open it, turn to the right; to close it, turn to the left".
    """
    if sum(are_opposites(left, i, right, j) for i, j in set(comparison.clash)) > 1:
        return True
    swapped = sum(min(mine, its) for mine, its in _weigh_slots(left, right, comparison))
    return swapped >= OTHER_FILLING * min(left.total, right.total)


def open_alike(left: UnitText, comparison: Comparison) -> bool:
    """Whether two sentences begin with the same words, three of them content: they go on in ways of their own."""
    runs = comparison.alignment.runs
    if not runs or runs[0].left or runs[0].right:
        return False
    return sum(map(bool, left.classes[: runs[0].size])) >= _SAME_OPENING


def are_items(first: Unit, second: Unit, blocks: Mapping[int, Sequence[Unit]]) -> bool:
    """Whether two lines are items of lists: by a mark, by the same label, or by the lines around them."""
    label = _label_of(first)
    if label and label == _label_of(second):
        return True
    return _is_item(first, blocks) and _is_item(second, blocks)


def are_of_one_series(first: Unit, second: Unit) -> bool:
    """Whether two lines have labels that begin alike and are not the same: "Kestrel 9: …", "Kestrel 9 Pro: …"."""
    if first.text.stopped or second.text.stopped:
        return False
    one, other = (_LABEL.match(unit.block.text, unit.text.start) for unit in (first, second))
    if one is None or other is None or one[1] == other[1]:
        return False
    return one[1].split()[0] == other[1].split()[0]


def stands_among_lines(position: int, blocks: Mapping[int, Sequence[Unit]]) -> bool:
    """Whether the blocks beside a position are lines: all that a verdict hangs on besides the two units it is about.

    What is kept from look to look relies on that: a rule that looks further must be told apart there too (`looks`).
    """
    around = (blocks.get(position - 1, ()), blocks.get(position + 1, ()))
    return all(len(units) == 1 and _is_line(units[0]) for units in around if units)


def swap_a_word(left: UnitText, right: UnitText, comparison: Comparison) -> bool:
    """Whether a fact clashes, or a content word stands where the other line has another."""
    return bool(comparison.clash) or any(True for _ in _weigh_slots(left, right, comparison))


def _asks(unit: Unit) -> bool:
    return bool(_ASKS.search(unit.block.text[unit.text.start : unit.text.end].rstrip()))


def _weigh_slots(left: UnitText, right: UnitText, comparison: Comparison) -> Iterator[tuple[float, float]]:
    """The weights of what each slot holds on both sides, where it holds content of its own on both."""
    known_left, known_right = frozenset(left.keys), frozenset(right.keys)
    for gap in comparison.alignment.gaps:
        here = _content(left, range(gap.left_start, gap.left_end), known_right)
        there = _content(right, range(gap.right_start, gap.right_end), known_left)
        if here and there and max(len(here), len(there)) <= _LARGEST_SLOT and not _is_rewritten(left, right, gap):
            yield sum(left.weights[n] for n in here), sum(right.weights[n] for n in there)


def _content(text: UnitText, indices: range, known: frozenset[str]) -> list[int]:
    return [n for n in indices if text.classes[n] is WordClass.CONTENT and text.keys[n] not in known]


def _is_rewritten(left: UnitText, right: UnitText, gap: Gap) -> bool:
    """Whether a word of the slot is the same in another spelling or form."""
    return any(
        are_spelt_alike(left.keys[i], right.keys[j])
        for i in range(gap.left_start, gap.left_end)
        for j in range(gap.right_start, gap.right_end)
        if left.classes[i] is right.classes[j] is WordClass.CONTENT
    )


def _label_of(unit: Unit) -> str:
    """What stands before the colon of a line, whatever its number: "Price", "Milepost 7.2"; a sentence has a number."""
    match = _LABEL.match(unit.block.text, unit.text.start)
    if match is None or (unit.text.stopped and not _FIGURES.search(match[1])):
        return ""
    return _FIGURES.sub("#", match[1]).casefold()


def _is_item(unit: Unit, blocks: Mapping[int, Sequence[Unit]]) -> bool:
    if unit.of != 1:
        return False
    if unit.block.role is Role.LIST_ITEM or _ITEM_MARK.match(unit.block.text):
        return True
    return _is_line(unit) and stands_among_lines(unit.position, blocks)


def _is_line(unit: Unit) -> bool:
    return unit.of == 1 and not unit.text.stopped and unit.text.size <= _LONGEST_ITEM
