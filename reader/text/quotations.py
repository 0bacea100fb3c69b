"""Quotations of one block: which marks belong together and which are wrong. Offsets are code points of its text. Pure.

Every mark is classified first (`quotation_marks`), then all are paired at once: of all rows of readings the one with
the least cost wins, so that a later mark can show what an earlier one was (‘The Russians’ departure,’ he said).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from reader.core.spans import Span
from reader.text.quotation_marks import DOUBLE, MARKS, STRAIGHT, Mark, Reading, read_marks

CACHED = 16_384
"""Parsed texts kept: 200,000 words have about 4,300 blocks, and several rules ask for each."""

_LEFT_OPEN = 30
_DROPPED = 35
"""Cost of a quotation left open at the end, and of one that must end unseen before the text does."""
_OTHER_LEVEL = 40
_AFTER_WORD = 20
_OTHER_KIND = 20
_HALF_STRAIGHT = 5
_SAME_LEVEL_INSIDE = 25
_LONG_SINGLE, _LONG_SINGLE_COST = 60, 3
_DEEPEST = 5
_PATHS, _FEW_PATHS, _MANY_MARKS = 12, 2, 2_000
"""Rows of readings followed at a time; of a text of nothing but marks only the best two."""

_CLOSERS = {"“": "”", "„": "“”", "‟": "”", "”": "”", "«": "»", "»": "«»", '"': '"', "‘": "’", "‚": "‘’", "‛": "’"}
_CLOSERS |= {"’": "’", "'": "'"}
_TURNED_OPENERS = "”’"
_OPENERS = {"”": "“", "“": "“", "’": "‘", "‘": "‘", "»": "«", "«": "«", '"': '"', "'": "'"}


class FaultKind(StrEnum):
    """What is wrong with a mark."""

    MISMATCHED = "mismatched"
    MISOPENED = "misopened"
    STRAY = "stray"
    UNCLOSED = "unclosed"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks: `start` of the opener, `end` behind the closer; level by its opener.

    `depth` counts the quotations around it, one that is still open at the end of the block included.
    """

    start: int
    end: int
    level: str
    depth: int = 0

    @property
    def span(self) -> Span:
        """From the opener to behind the closer."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class QuoteFault:
    """A wrong mark at an offset; `partner` is the other mark of its pair, -1 where it has none."""

    kind: FaultKind
    at: int
    partner: int = -1


@dataclass(frozen=True, slots=True)
class Parsed:
    """The quotations of a block in order of their openers (they nest), its wrong marks, and what every mark is.

    `still_open` are the openers without a closer at the end of the block, outermost first: no faults by themselves,
    for a quotation may go on in the next paragraph.
    """

    quotations: tuple[Quotation, ...] = ()
    faults: tuple[QuoteFault, ...] = ()
    still_open: tuple[int, ...] = ()
    readings: tuple[tuple[int, Reading], ...] = ()

    def offsets(self, reading: Reading) -> tuple[int, ...]:
        """The offsets of all marks that are read as this."""
        return tuple(at for at, is_read in self.readings if is_read is reading)

    def wrong(self, kind: FaultKind) -> tuple[QuoteFault, ...]:
        """The faults of one kind."""
        return tuple(fault for fault in self.faults if fault.kind is kind)


class _Open(NamedTuple):
    at: int
    char: str

    @property
    def level(self) -> str:
        return "double" if self.char in DOUBLE else "single"


class _Step(NamedTuple):
    """One thing decided on the way, linked to what was decided before it."""

    before: _Step | None
    at: int
    reading: Reading | None
    opened: _Open | None = None
    fault: QuoteFault | None = None


class _Path(NamedTuple):
    """A row of readings so far: its cost, the quotations open behind it, and its steps from the last to the first."""

    cost: int
    stack: tuple[_Open, ...]
    last: _Step | None


@lru_cache(maxsize=CACHED)
def parse_quotations(text: str) -> Parsed:
    """The quotations of a block's text, its wrong marks, and what is still open at its end."""
    if MARKS.isdisjoint(text):
        return Parsed()
    marks = read_marks(text)
    return _gather(_find_cheapest(marks, _PATHS if len(marks) <= _MANY_MARKS else _FEW_PATHS))


def _find_cheapest(marks: Sequence[Mark], most: int) -> _Path:
    """The row of readings with the least cost; of those that leave other quotations open `most` are kept in mind."""
    paths = [_Path(0, (), None)]
    for mark in marks:
        best: dict[tuple[_Open, ...], _Path] = {}
        for path in paths:
            for other in _advance(path, mark):
                known = best.get(other.stack)
                if known is None or other.cost < known.cost:
                    best[other.stack] = other
        paths = sorted(best.values(), key=_whole_cost)[:most]
    return min(paths, key=_whole_cost)


def _whole_cost(path: _Path) -> int:
    return path.cost + _LEFT_OPEN * len(path.stack)


def quoted_spans(text: str) -> tuple[Span, ...]:
    """The spans inside quotation marks, marks included; one still open runs to the end of the text."""
    parsed = parse_quotations(text)
    spans = [quotation.span for quotation in parsed.quotations]
    spans.extend(Span(at, len(text)) for at in parsed.still_open)
    return tuple(sorted(spans))


def closer_of(opener: str) -> str:
    """The mark that closes what this one opens."""
    return _CLOSERS[opener][0]


def opener_of(closer: str) -> str:
    """The mark that opens what this one closes."""
    return _OPENERS.get(closer, closer)


def curly_mark(char: str, reading: Reading) -> str:
    """The curly mark that a straight one stands for; itself where it is a prime or belongs to nothing."""
    if char not in STRAIGHT or reading in (Reading.PRIME, Reading.STRAY):
        return char
    if reading is Reading.OPENER:
        return "“" if char == '"' else "‘"
    return "”" if char == '"' else "’"


def _advance(path: _Path, mark: Mark) -> Iterator[_Path]:
    """The path with each of the things that the mark may be."""
    for reading, cost in mark.choices:
        if reading is Reading.OPENER:
            yield from _open(path, mark, cost)
        elif reading is Reading.CLOSER:
            yield from _close(path, mark, cost)
        else:
            fault = QuoteFault(FaultKind.STRAY, mark.at) if reading is Reading.STRAY else None
            yield _Path(path.cost + cost, path.stack, _Step(path.last, mark.at, reading, fault=fault))


def _open(path: _Path, mark: Mark, cost: int) -> Iterator[_Path]:
    stack = path.stack
    opened = _Open(mark.at, mark.char)
    inside_same = bool(stack) and stack[-1].level == mark.level
    if len(stack) < _DEEPEST:
        extra = _SAME_LEVEL_INSIDE if inside_same else 0
        yield _Path(path.cost + cost + extra, (*stack, opened), _Step(path.last, mark.at, Reading.OPENER))
    if inside_same:
        dropped = _drop(path, len(stack) - 1)
        yield _Path(dropped.cost + cost, (*dropped.stack, opened), _Step(dropped.last, mark.at, Reading.OPENER))


def _drop(path: _Path, keep: int) -> _Path:
    """The path with the quotations above the first `keep` given up as never closed."""
    last = path.last
    for lost in reversed(path.stack[keep:]):
        last = _Step(last, lost.at, None, fault=QuoteFault(FaultKind.UNCLOSED, lost.at))
    return _Path(path.cost + _DROPPED * (len(path.stack) - keep), path.stack[:keep], last)


def _close(path: _Path, mark: Mark, cost: int) -> Iterator[_Path]:
    stack = path.stack
    depth = next((n for n in range(len(stack) - 1, -1, -1) if stack[n].level == mark.level), -1)
    if depth >= 0:
        dropped = _drop(path, depth + 1)
        yield _pair(dropped, mark, cost)
    if stack and stack[-1].level != mark.level and mark.closing:
        extra = _OTHER_LEVEL + (_AFTER_WORD if mark.after_word and mark.level == "single" else 0)
        yield _pair(path, mark, cost + extra)


def _pair(path: _Path, mark: Mark, cost: int) -> _Path:
    """The path with the mark as the closer of the innermost quotation."""
    opener = path.stack[-1]
    fault: QuoteFault | None = None
    if mark.char not in _CLOSERS[opener.char]:
        if opener.level == mark.level and (opener.char in STRAIGHT or mark.char in STRAIGHT):
            cost += _HALF_STRAIGHT
        else:
            cost += 0 if opener.level != mark.level or mark.char == opener.char else _OTHER_KIND
            fault = QuoteFault(FaultKind.MISMATCHED, mark.at, opener.at)
    elif opener.char in _TURNED_OPENERS:
        fault = QuoteFault(FaultKind.MISOPENED, opener.at, mark.at)
    elif opener.char in "„‚" and mark.char in "“‘":
        cost -= 25  # what „ is closed with
    if opener.level == "single" and mark.at - opener.at > _LONG_SINGLE and mark.after_word:
        cost += _LONG_SINGLE_COST
    return _Path(path.cost + cost, path.stack[:-1], _Step(path.last, mark.at, Reading.CLOSER, opener, fault))


def _gather(path: _Path) -> Parsed:
    """What the winning path says."""
    readings: list[tuple[int, Reading]] = []
    faults: list[QuoteFault] = []
    pairs: list[tuple[int, int, str]] = []
    step = path.last
    while step is not None:
        if step.fault is not None:
            faults.append(step.fault)
        if step.reading is not None:
            readings.append((step.at, step.reading))
        if step.opened is not None:
            pairs.append((step.opened.at, step.at + 1, step.opened.level))
        step = step.before
    still_open = tuple(opened.at for opened in path.stack)
    return Parsed(
        tuple(_count_depths(sorted(pairs), still_open)),
        tuple(sorted(faults, key=lambda fault: fault.at)),
        still_open,
        tuple(reversed(readings)),
    )


def _count_depths(pairs: Sequence[tuple[int, int, str]], still_open: Sequence[int]) -> Iterator[Quotation]:
    around: list[int] = []
    for start, end, level in pairs:
        while around and around[-1] <= start:
            around.pop()
        outside = sum(at < start for at in still_open)
        yield Quotation(start, end, level, len(around) + outside)
        around.append(end)
