"""Marks the words of a copy and its reference: the same, different, moved, added; and says it in phrases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reader.checks.duplicates.grouping import Link
from reader.checks.duplicates.units import Unit, UnitText
from reader.checks.duplicates.word_forms import WordClass
from reader.core.duplicates import AlignedWord, WordState
from reader.text.alignment import Gap, Run

_LONGEST_SWAP = 3
"""Words of the longest phrase that another one can have taken the place of; longer ones are left out or added."""

_CLEARLY_MOVED = 4
"""Words of a run that has moved for certain; a shorter one has where it leaves or fills a gap of its own."""


@dataclass(slots=True)
class Marking:
    """Both sides of one link, word by word, with the phrases that changed, moved, and were added."""

    reference: list[AlignedWord] = field(default_factory=list)
    copy: list[AlignedWord] = field(default_factory=list)
    changed: list[tuple[str, str]] = field(default_factory=list)
    adds: list[str] = field(default_factory=list)
    clash: list[tuple[str, str]] = field(default_factory=list)


def mark_link(link: Link) -> Marking:
    """The marking of one link; offsets are those of the blocks of reference and copy."""
    left, right = link.reference.text, link.copy.text
    left_states = [WordState.ADDS] * left.size
    right_states = [WordState.ADDS] * right.size
    marking = Marking()
    alignment = link.verdict.alignment
    for run in alignment.moved:
        if _is_a_move(run, alignment.gaps):
            for n in range(run.size):
                left_states[run.left + n] = right_states[run.right + n] = WordState.MOVED
    for run in alignment.runs:
        for n in range(run.size):
            same = left.folded[run.left + n] == right.folded[run.right + n]
            state = WordState.SAME if same else WordState.DIFFERS
            left_states[run.left + n] = right_states[run.right + n] = state
            if not same:
                marking.changed.append((left.words[run.left + n], right.words[run.right + n]))
    for gap in alignment.gaps:
        here = [n for n in range(gap.left_start, gap.left_end) if left_states[n] is WordState.ADDS]
        there = [n for n in range(gap.right_start, gap.right_end) if right_states[n] is WordState.ADDS]
        marking.changed.extend(_mark_swap(link, here, there, left_states, right_states))
    marking.reference = _aligned(left, left_states)
    marking.copy = _aligned(right, right_states)
    marking.adds = list(_added_phrases(link.copy, right_states))
    marking.clash = [(left.words[i], right.words[j]) for i, j in link.verdict.clash]
    return marking


def _is_a_move(run: Run, gaps: Sequence[Gap]) -> bool:
    """Whether a phrase has changed its place, and does not merely occur again in other words of a rewritten part."""
    return run.size >= _CLEARLY_MOVED or any(
        (gap.left_start, gap.left_end) == (run.left, run.left + run.size)
        or (gap.right_start, gap.right_end) == (run.right, run.right + run.size)
        for gap in gaps
    )


def _mark_swap(
    link: Link, here: list[int], there: list[int], left: list[WordState], right: list[WordState]
) -> Iterator[tuple[str, str]]:
    """Mark as different what stands in the same slot, and yield the two phrases.

    Short phrases swap as a whole; a short one against a long one swaps with as many words, and the rest is added.
    """
    size = min(len(here), len(there))
    if not 0 < size <= _LONGEST_SWAP or not (_is_row(here) and _is_row(there)):
        return
    if max(len(here), len(there)) > _LONGEST_SWAP:
        here, there = here[:size], there[:size]
    for n in here:
        left[n] = WordState.DIFFERS
    for n in there:
        right[n] = WordState.DIFFERS
    yield _phrase(link.reference, here), _phrase(link.copy, there)


def _is_row(indices: Sequence[int]) -> bool:
    return indices[-1] - indices[0] == len(indices) - 1


def _phrase(unit: Unit, indices: Sequence[int]) -> str:
    return unit.block.text[unit.text.starts[indices[0]] : unit.text.ends[indices[-1]]]


def _aligned(text: UnitText, states: Sequence[WordState]) -> list[AlignedWord]:
    return [AlignedWord(*row) for row in zip(text.starts, text.ends, states, strict=True)]


def _added_phrases(unit: Unit, states: Sequence[WordState]) -> Iterator[str]:
    """Runs of added words with a content word among them, as they stand."""
    n = 0
    while n < len(states):
        end = n
        while end < len(states) and states[end] is WordState.ADDS:
            end += 1
        if any(unit.text.classes[k] is not WordClass.FUNCTION for k in range(n, end)):
            yield _phrase(unit, range(n, end))
        n = max(end, n + 1)
