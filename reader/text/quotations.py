"""Quotation marks of one block: what each mark is, which belong together, and which are wrong.

Every mark is classified first (apostrophe, prime, opener, closer), for ’ is apostrophe, plural possessive and closing
mark at once; then they are paired. Offsets are code points of the block's text. Pure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from reader.core.spans import Span

DOUBLE = '“”"„«»'
SINGLE = "‘’'"
MARKS = frozenset(DOUBLE + SINGLE)

_OPENING_SIDE = re.compile(r"[\s(\[{–—/-]")
_STOPS = ".,!?…;:"
_DROPPED = re.compile(r"(?:tis|twas|em|til|cause|bout|round|n|cos|kay|nuff|tween|neath|\d\ds?|\d0s)\b", re.IGNORECASE)
"""What an apostrophe at the start of a word stands before: ’tis, ’em, ’90s."""


class FaultKind(StrEnum):
    """What is wrong with a mark."""

    MISMATCHED = "mismatched"
    STRAY = "stray"
    UNCLOSED = "unclosed"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks: `start` of the opener, `end` behind the closer; level "double" or "single"."""

    start: int
    end: int
    level: str

    @property
    def span(self) -> Span:
        """From the opener to behind the closer."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class QuoteFault:
    """A wrong mark at an offset; `opened` is where its quotation was opened, -1 where nowhere."""

    kind: FaultKind
    at: int
    opened: int = -1


@dataclass(frozen=True, slots=True)
class Parsed:
    """All quotations of a block (inner first), the wrong marks, and where one is still open at the end (-1: none)."""

    quotations: tuple[Quotation, ...] = ()
    faults: tuple[QuoteFault, ...] = ()
    open_at_end: int = -1
    apostrophes: tuple[int, ...] = ()


@dataclass(slots=True)
class _Parser:
    text: str
    stack: list[tuple[int, str]] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    faults: list[QuoteFault] = field(default_factory=list)
    apostrophes: list[int] = field(default_factory=list)

    def before(self, at: int) -> str:
        return self.text[at - 1] if at else ""

    def after(self, at: int) -> str:
        return self.text[at + 1] if at + 1 < len(self.text) else ""

    def read(self, at: int) -> None:
        char, left, right = self.text[at], self.before(at), self.after(at)
        if char in SINGLE and left.isalnum() and right.isalnum():
            self.apostrophes.append(at)
        elif char in "\"'" and left.isdigit() and not self._is_open("double" if char == '"' else "single"):
            self.apostrophes.append(at)  # a prime: 6'2"
        elif char in SINGLE:
            self._read_single(at, char, left, right)
        else:
            self._read_double(at, char, left, right)

    def _read_double(self, at: int, char: str, left: str, right: str) -> None:
        opens = char in "“„«" or (char == '"' and _opens(left) and bool(right) and not right.isspace())
        if opens:
            self.stack.append((at, "double"))
        else:
            self._close_double(at)

    def _close_double(self, at: int) -> None:
        if not self._is_open("double"):
            if self.stack and self.text[self.stack[-1][0]] == "‘":
                opened, _ = self.stack.pop()
                self.faults.append(QuoteFault(FaultKind.MISMATCHED, at, opened))
                self.quotations.append(Quotation(opened, at + 1, "single"))
            else:
                self.faults.append(QuoteFault(FaultKind.STRAY, at))
            return
        while self.stack[-1][1] != "double":
            self.apostrophes.append(self.stack.pop()[0])
        self._pop(at, "double")

    def _read_single(self, at: int, char: str, left: str, right: str) -> None:
        if _opens(left) and (right.isalnum() or right in "“…"):
            if char != "‘" and _DROPPED.match(self.text, at + 1):
                self.apostrophes.append(at)
            else:
                self.stack.append((at, "single"))
        elif self._is_innermost("single") and (char != "‘" or not right.strip()) and not left.isspace():
            self._pop(at, "single")
        elif left.isalnum():
            self.apostrophes.append(at)  # the Russians’ departure, goin’
        elif self._is_innermost("double") and left in _STOPS and char != "‘" and not self._is_closed_later(at):
            opened, _ = self.stack.pop()
            self.faults.append(QuoteFault(FaultKind.MISMATCHED, at, opened))
            self.quotations.append(Quotation(opened, at + 1, "double"))
        else:
            self.faults.append(QuoteFault(FaultKind.STRAY, at))

    def _is_closed_later(self, at: int) -> bool:
        """Whether the double quotation that is open here finds its closer before another one opens."""
        for char in self.text[at + 1 :]:
            if char in '”"':
                return True
            if char == "“":
                return False
        return False

    def _is_open(self, level: str) -> bool:
        return any(kind == level for _, kind in self.stack)

    def _is_innermost(self, level: str) -> bool:
        return bool(self.stack) and self.stack[-1][1] == level

    def _pop(self, at: int, level: str) -> None:
        opened, _ = self.stack.pop()
        self.quotations.append(Quotation(opened, at + 1, level))

    def finish(self) -> Parsed:
        open_at_end = -1
        for opened, level in self.stack:
            if level == "double" and open_at_end < 0:
                open_at_end = opened
            elif level == "single":
                self.apostrophes.append(opened)
        faults = tuple(sorted(self.faults, key=lambda fault: fault.at))
        return Parsed(tuple(self.quotations), faults, open_at_end, tuple(sorted(self.apostrophes)))


def _opens(left: str) -> bool:
    """Whether a mark behind this character stands at the opening side."""
    return not left or bool(_OPENING_SIDE.match(left)) or left in "“‘\"'"


def parse_quotations(text: str) -> Parsed:
    """The quotations of a block's text and its wrong marks."""
    parser = _Parser(text)
    for at, char in enumerate(text):
        if char in MARKS:
            parser.read(at)
    return parser.finish()


def quoted_spans(text: str) -> tuple[Span, ...]:
    """The spans inside quotation marks, marks included; one still open runs to the end of the text."""
    if not MARKS.intersection(text):
        return ()
    parsed = parse_quotations(text)
    spans = [quotation.span for quotation in parsed.quotations]
    if parsed.open_at_end >= 0:
        spans.append(Span(parsed.open_at_end, len(text)))
    return tuple(sorted(spans))


def curly_for(text: str, at: int, parsed: Parsed) -> str:
    """The curly mark that a straight one at an offset stands for."""
    if at in parsed.apostrophes:
        return "’" if text[at] == "'" else text[at]
    for quotation in parsed.quotations:
        if at == quotation.start:
            return "“" if text[at] == '"' else "‘"
        if at == quotation.end - 1:
            return "”" if text[at] == '"' else "’"
    if at == parsed.open_at_end:
        return "“" if text[at] == '"' else "‘"
    return "”" if text[at] == '"' else "’"
