"""Marks the words of a copy and its reference: the same, different, moved, added; and says it in phrases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.checks.duplicates.grouping import Link
from reader.checks.duplicates.opposites import denies
from reader.checks.duplicates.units import UnitText
from reader.checks.duplicates.word_forms import WordClass
from reader.core.duplicates import AlignedWord, WordState
from reader.text.alignment import Alignment, Gap, Run

_LONGEST_SWAP = 3
"""Words of the longest phrase that another one can have taken the place of; longer ones are left out or added."""

_CLEARLY_MOVED = 4
"""Words of a run that has moved for certain; a shorter one has where it leaves or fills a gap of its own."""


@dataclass(frozen=True, slots=True)
class Marking:
    """Both sides of one link, word by word, with the phrases that changed, moved, and were added."""

    reference: tuple[AlignedWord, ...]
    copy: tuple[AlignedWord, ...]
    changed: tuple[tuple[str, str], ...]
    adds: tuple[str, ...]
    clash: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Side:
    """A unit and the text of its block."""

    block: str
    text: UnitText

    def phrase(self, indices: Sequence[int]) -> str:
        """The words between the first and the last index, as they stand."""
        return self.block[self.text.offsets[indices[0]][0] : self.text.offsets[indices[-1]][1]]


def mark_link(link: Link) -> Marking:
    """The marking of one link; offsets are those of the blocks of reference and copy."""
    left = _Side(link.reference.block.text, link.reference.text)
    right = _Side(link.copy.block.text, link.copy.text)
    return _mark(left, right, link.verdict.alignment, link.verdict.clash)


@lru_cache(maxsize=512)
def _mark(left: _Side, right: _Side, alignment: Alignment, clash: tuple[tuple[int, int], ...]) -> Marking:
    left_states = [WordState.ADDS] * left.text.size
    right_states = [WordState.ADDS] * right.text.size
    changed: list[tuple[str, str]] = []
    for i, j in (pair for run in alignment.moved if _is_a_move(run, alignment.gaps) for pair in run.pairs()):
        left_states[i] = right_states[j] = WordState.MOVED
    for i, j in (pair for run in alignment.runs for pair in run.pairs()):
        same = left.text.folded[i] == right.text.folded[j]
        left_states[i] = right_states[j] = WordState.SAME if same else WordState.DIFFERS
        if not same:
            changed.append((left.text.words[i], right.text.words[j]))
    for gap in alignment.gaps:
        here = [n for n in range(gap.left_start, gap.left_end) if left_states[n] is WordState.ADDS]
        there = [n for n in range(gap.right_start, gap.right_end) if right_states[n] is WordState.ADDS]
        here, there = _find_swap(here, there)
        if here:
            changed.append((left.phrase(here), right.phrase(there)))
            for n in here:
                left_states[n] = WordState.DIFFERS
            for n in there:
                right_states[n] = WordState.DIFFERS
    adds = tuple(_added_phrases(right, right_states))
    for i, j in clash:
        left_states[i] = right_states[j] = WordState.CLASH
    return Marking(
        _aligned(left.text, left_states),
        _aligned(right.text, right_states),
        tuple(changed),
        adds,
        tuple((_say_clashing(left, i, j, right), _say_clashing(right, j, i, left)) for i, j in clash),
    )


def _say_clashing(side: _Side, n: int, its: int, other: _Side) -> str:
    """The word that clashes; with "not" the word that it denies, where the other side has just that."""
    following = n + 1 < side.text.size and side.text.keys[n + 1] == other.text.keys[its]
    return side.phrase([n, n + 1]) if following and denies(side.text, n) else side.text.words[n]


def _is_a_move(run: Run, gaps: Sequence[Gap]) -> bool:
    """Whether a phrase has changed its place, and does not merely occur again in other words of a rewritten part."""
    return run.size >= _CLEARLY_MOVED or any(
        (gap.left_start, gap.left_end) == (run.left, run.left + run.size)
        or (gap.right_start, gap.right_end) == (run.right, run.right + run.size)
        for gap in gaps
    )


def _find_swap(here: list[int], there: list[int]) -> tuple[list[int], list[int]]:
    """The words of both sides that stand in the same slot; none where they cannot be told.

    Short phrases swap as a whole; a short one against a long one swaps with as many words, and the rest is added.
    """
    size = min(len(here), len(there))
    if not 0 < size <= _LONGEST_SWAP or not (_is_row(here) and _is_row(there)):
        return [], []
    if max(len(here), len(there)) > _LONGEST_SWAP:
        return here[:size], there[:size]
    return here, there


def _is_row(indices: Sequence[int]) -> bool:
    return indices[-1] - indices[0] == len(indices) - 1


def _aligned(text: UnitText, states: Sequence[WordState]) -> tuple[AlignedWord, ...]:
    rows = zip(text.offsets, states, strict=True)
    return tuple([AlignedWord(start, end, state) for (start, end), state in rows])


def _added_phrases(side: _Side, states: Sequence[WordState]) -> Iterator[str]:
    """Runs of added words with a content word among them, as they stand."""
    n = 0
    while n < len(states):
        end = n
        while end < len(states) and states[end] is WordState.ADDS:
            end += 1
        if any(side.text.classes[k] is not WordClass.FUNCTION for k in range(n, end)):
            yield side.phrase(range(n, end))
        n = max(end, n + 1)
