"""What each quote-like mark of a text may be, judged by what stands on its two sides; pairing is done elsewhere.

’ is apostrophe, plural possessive and closing mark at once; ‘ opens, or is an okina, or a wrongly turned apostrophe;
straight marks open, close, shorten or measure. Every reading has a cost in tenths of "odd"; the row of readings with
the least cost wins (see `quotations`). Offsets are code points. Pure.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

DOUBLE = '“”„‟"«»'
SINGLE = "‘’‚‛'"
MARKS = frozenset(DOUBLE + SINGLE)
STRAIGHT = "\"'"

STRAY_COST = 60
STRAY_BETWEEN_BLANKS = 20
PRIME_COST = 15
NEVER_QUITE = 35
"""Cost of what is hardly ever meant, a little more than that of a quotation left open."""

_OPENS_BEHIND = "([{<—–-/…=+*_>|"
_CLOSES_BEFORE = ".,;:!?…)]}>([—–-/*_|"
_BLANKLIKE = "\u200b\u200e\u200f\u2060\ufeff"
_DROPPED = re.compile(
    r"(?:tis|twas|twill|twere|em|til|till|cause|bout|round|n|nuff|cos|coz|kay|tween|neath|gainst|ere|scuse|fraid"
    r"|s|d|ll|ve|re|\d\ds?)(?!\w)",
    re.IGNORECASE,
)
"""What an apostrophe at the start of a word stands before: ’tis, ’em, ’90s, ’47."""
_BETWEEN_APOSTROPHES = re.compile(r"n[’']", re.IGNORECASE)
_CLIPPED = re.compile(r"(?:\b(?:o|th|ol|an|n|lil|wi|t|d)|in)$", re.IGNORECASE)
"""Words that end in an apostrophe: o’ clock, th’, ol’, goin’."""
_SHORTENED = re.compile(r"(?:s|re|ve|ll)(?!\w)", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:i|he|she|we|you|they|who|it|there)$", re.IGNORECASE)
_ALWAYS_DROPPED = re.compile(r"(?:tis|twas|em)(?!\w)", re.IGNORECASE)
_DECADE_BEFORE = re.compile(r"(?:\b(?:the|early|late|mid|of|in|’?\d0s and)|mid-)\s$", re.IGNORECASE)
_LONGEST_LOOK = 16


class Reading(StrEnum):
    """What a mark is."""

    OPENER = "opener"
    CLOSER = "closer"
    APOSTROPHE = "apostrophe"
    TURNED = "apostrophe turned the wrong way"
    PRIME = "prime"
    STRAY = "stray"


Choices: TypeAlias = tuple[tuple[Reading, int], ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark with all it may be; `after_word` and `closing` tell its left side and whether it stands like a closer."""

    at: int
    char: str
    choices: Choices
    after_word: bool = False
    closing: bool = False

    @property
    def level(self) -> str:
        """Which kind of quotation the mark belongs to: "double" or "single"."""
        return "double" if self.char in DOUBLE else "single"


@dataclass(frozen=True, slots=True)
class _Sides:
    """What stands beside a mark: the neighbours, and (`left`, `right`) the nearest that are no marks themselves."""

    before: str
    after: str
    left: str
    right: str

    @property
    def opening(self) -> bool:
        return (_is_blank(self.left) or self.left in _OPENS_BEHIND) and not _is_blank(self.right)

    @property
    def closing(self) -> bool:
        return not _is_blank(self.left) and (_is_blank(self.right) or self.right in _CLOSES_BEFORE)

    @property
    def alone(self) -> bool:
        return _is_blank(self.before) and _is_blank(self.after)


def read_marks(text: str) -> tuple[Mark, ...]:
    """All quote-like marks of a text in order, each with what it may be."""
    return tuple(_read_mark(text, at) for at, char in enumerate(text) if char in MARKS)


def is_word_character(char: str) -> bool:
    """Whether a character belongs to a word: a letter, a figure, or a mark combined with one."""
    return bool(char) and (char.isalnum() or unicodedata.category(char).startswith("M"))


def _is_blank(char: str) -> bool:
    return not char or char.isspace() or char in _BLANKLIKE


def _read_mark(text: str, at: int) -> Mark:
    sides = _look(text, at)
    char = text[at]
    read = _READERS[char]
    after_word = is_word_character(sides.before)
    return Mark(at, char, tuple(read(text, at, sides)), after_word, sides.closing)


def _look(text: str, at: int) -> _Sides:
    low, high = at - 1, at + 1
    while low >= 0 and at - low <= _LONGEST_LOOK and text[low] in MARKS:
        low -= 1
    while high < len(text) and high - at <= _LONGEST_LOOK and text[high] in MARKS:
        high += 1
    before = text[at - 1] if at else ""
    return _Sides(before, text[at + 1 : at + 2], text[low] if low >= 0 else "", text[high : high + 1])


def _stray(sides: _Sides) -> tuple[Reading, int]:
    return Reading.STRAY, STRAY_BETWEEN_BLANKS if sides.alone else STRAY_COST


def _read_left_double(text: str, at: int, sides: _Sides) -> list[tuple[Reading, int]]:
    """“ and its kin: opener; a closer only where it stands like one (after „ rightly so)."""
    del text, at
    choices = [(Reading.OPENER, 0 if sides.opening else NEVER_QUITE if sides.closing else 10), _stray(sides)]
    if sides.closing:
        choices.append((Reading.CLOSER, 25))
    return choices


def _read_right_double(text: str, at: int, sides: _Sides) -> list[tuple[Reading, int]]:
    """”: closer; an opener only where it stands like one; seconds and inches after a figure."""
    wrong_side = _is_blank(sides.left) and not _is_blank(sides.right)
    choices = [(Reading.CLOSER, 0 if sides.closing else 40 if wrong_side else 10), _stray(sides)]
    if sides.opening and not sides.closing:
        choices.append((Reading.OPENER, 30))
    return choices + _read_prime(text, at)


def _read_guillemet(text: str, at: int, sides: _Sides) -> list[tuple[Reading, int]]:
    """« and » open in one language and close in another."""
    usual, other = (Reading.OPENER, Reading.CLOSER) if text[at] == "«" else (Reading.CLOSER, Reading.OPENER)
    fits = {Reading.OPENER: sides.opening, Reading.CLOSER: sides.closing}
    return [(usual, 0 if fits[usual] else 5), (other, 2 if fits[other] else NEVER_QUITE), _stray(sides)]


def _read_straight_double(text: str, at: int, sides: _Sides) -> list[tuple[Reading, int]]:
    choices = [
        (Reading.OPENER, 0 if sides.opening else NEVER_QUITE if is_word_character(sides.before) else 20),
        (Reading.CLOSER, 0 if sides.closing else 20),
        _stray(sides),
    ]
    return choices + _read_prime(text, at)


def _read_left_single(text: str, at: int, sides: _Sides) -> list[tuple[Reading, int]]:
    """‘: opener, okina inside a word, or an apostrophe turned the wrong way."""
    if is_word_character(sides.before) and is_word_character(sides.after):
        return [(Reading.TURNED if _is_contraction(text, at) else Reading.APOSTROPHE, 0)]
    if _BETWEEN_APOSTROPHES.match(text, at + 1):
        return [(Reading.TURNED, 0)]
    choices = [_stray(sides), (Reading.OPENER, _opening_cost(text, at, sides))]
    if sides.closing:
        choices.append((Reading.CLOSER, 25))
        if is_word_character(sides.before):
            choices.append((Reading.TURNED, 20))
    elif not sides.alone:
        choices.append((Reading.TURNED, _leading_cost(text, at)))
    return choices


def _read_right_single(text: str, at: int, sides: _Sides) -> list[tuple[Reading, int]]:
    """’: apostrophe inside a word, before one and behind one, or closer."""
    if is_word_character(sides.before) and is_word_character(sides.after):
        return [(_inside_word(sides), 0)]
    choices = [_stray(sides)]
    if sides.opening and not sides.closing:
        choices.append((Reading.APOSTROPHE, 0 if _DROPPED.match(text, at + 1) else 25))
        choices.append((Reading.OPENER, 30))
    choices.extend(_read_single_closer(text, at, sides))
    return choices


def _read_straight_single(text: str, at: int, sides: _Sides) -> list[tuple[Reading, int]]:
    if is_word_character(sides.before) and is_word_character(sides.after):
        return [(_inside_word(sides), 0)]
    if _BETWEEN_APOSTROPHES.match(text, at + 1):
        return [(Reading.APOSTROPHE, 0)]
    choices = [_stray(sides), (Reading.OPENER, _opening_cost(text, at, sides))]
    if sides.opening and not sides.closing:
        choices.append((Reading.APOSTROPHE, _leading_cost(text, at)))
    choices.extend(_read_single_closer(text, at, sides))
    return choices


def _read_single_closer(text: str, at: int, sides: _Sides) -> list[tuple[Reading, int]]:
    """’ behind a word or stop: closer, or the apostrophe of the Russians’ and of goin’."""
    if not sides.closing:
        return [(Reading.CLOSER, 30)] if sides.alone else []
    if not is_word_character(sides.before):
        return [(Reading.CLOSER, 0)]
    goes_on = _is_blank(sides.after) and is_word_character(text[at + 2 : at + 3])
    possessive = sides.before in "sSxzXZ"
    clipped = bool(_CLIPPED.search(text, max(0, at - 4), at))
    apostrophe = (4 if goes_on else 10) if possessive else 3 if clipped else 25
    closer = 8 if possessive and goes_on else 0
    return [(Reading.CLOSER, closer), (Reading.APOSTROPHE, apostrophe), *_read_prime(text, at)]


def _read_prime(text: str, at: int) -> list[tuple[Reading, int]]:
    """Feet, inches, minutes, seconds: behind a figure."""
    return [(Reading.PRIME, PRIME_COST)] if at and text[at - 1].isdigit() else []


def _inside_word(sides: _Sides) -> Reading:
    """An apostrophe, or between two figures a prime (6'2)."""
    return Reading.PRIME if sides.before.isdigit() and sides.after.isdigit() else Reading.APOSTROPHE


def _leading_cost(text: str, at: int) -> int:
    """How odd an apostrophe before a word is."""
    if not _DROPPED.match(text, at + 1):
        return NEVER_QUITE
    if _ALWAYS_DROPPED.match(text, at + 1):
        return 1
    return 1 if _is_year(text, at) else 5


def _opening_cost(text: str, at: int, sides: _Sides) -> int:
    """How odd an opener is; before the year of "the winter of '47" a little."""
    return NEVER_QUITE if not sides.opening else 6 if _is_year(text, at) else 0


def _is_year(text: str, at: int) -> bool:
    after = text[at + 1 : at + 3]
    return len(after) == 2 and after.isdigit() and bool(_DECADE_BEFORE.search(text, max(0, at - 12), at))


def _is_contraction(text: str, at: int) -> bool:
    """Whether ‘ stands in don‘t or it‘s, where no language writes an okina."""
    before = text[max(0, at - 6) : at]
    if _SHORTENED.match(text, at + 1):
        return True
    ending = text[at + 1 : at + 3].lower().rstrip()
    if ending[:1] == "t" and not is_word_character(ending[1:]):
        return before[-1:].lower() == "n"
    return ending[:1] in ("d", "m") and not is_word_character(ending[1:]) and bool(_PRONOUN.search(before))


_READERS = {
    **dict.fromkeys("“„‟", _read_left_double),
    "”": _read_right_double,
    **dict.fromkeys("«»", _read_guillemet),
    '"': _read_straight_double,
    **dict.fromkeys("‘‚‛", _read_left_single),
    "’": _read_right_single,
    "'": _read_straight_single,
}
