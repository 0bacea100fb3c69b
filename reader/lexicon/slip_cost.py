"""How likely a slip is, as a cost: what people and keyboards often do is cheap, all else costs about 1.

Weighted optimal string alignment. The prices are ours, set by what misspellings show (Kukich 1992 counts most slips as
single, and first letters as mostly right): vowels are mixed up, letters doubled or not, neighbours on the keyboard hit,
letters exchanged; the first letter is seldom wrong.
"""

from __future__ import annotations

from functools import cache

VOWELS = frozenset("aeiouy")
_ROWS = (("qwertyuiop", 0.0), ("asdfghjkl", 0.3), ("zxcvbnm", 0.8))
_SOUND_ALIKE = frozenset(
    {frozenset(pair) for pair in ("ck", "cs", "sz", "kq", "gj", "fv", "td", "bp", "mn", "iy", "uw", "cq", "xs")}
)

EXCHANGED = 0.6
VOWEL_FOR_VOWEL = 0.6
SOUNDS_ALIKE = 0.75
KEY_BESIDE = 0.75
OTHER_LETTER = 1.0
WRONG_FIRST_LETTER = 0.4
DOUBLED_TOO_MUCH = 0.55
DOUBLED_TOO_LITTLE = 0.5
VOWEL_LEFT_OUT = 0.75
LEFT_OUT = 0.85
TOO_MUCH = 0.85
APOSTROPHE = 0.2


@cache
def keys_beside() -> frozenset[tuple[str, str]]:
    """Pairs of letters whose keys touch on a QWERTY keyboard."""
    where = {char: (row, column + shift) for row, (keys, shift) in enumerate(_ROWS) for column, char in enumerate(keys)}
    return frozenset(
        (a, b)
        for a, (row, column) in where.items()
        for b, (other_row, other_column) in where.items()
        if a != b and abs(row - other_row) <= 1 and abs(column - other_column) <= 1.1
    )


@cache
def price_of_wrong_letter(typed: str, meant: str) -> float:
    """The cost of one letter typed for another, not at the start of a word."""
    if typed in VOWELS and meant in VOWELS:
        return VOWEL_FOR_VOWEL
    if frozenset((typed, meant)) in _SOUND_ALIKE:
        return SOUNDS_ALIKE
    return KEY_BESIDE if (typed, meant) in keys_beside() else OTHER_LETTER


def _price_too_much(typed: str, row: int) -> float:
    if typed[row] == "'":
        return APOSTROPHE
    return DOUBLED_TOO_MUCH if row and typed[row - 1] == typed[row] else TOO_MUCH


def _price_left_out(meant: str, column: int) -> float:
    char = meant[column]
    if char == "'":
        return APOSTROPHE
    if column and meant[column - 1] == char:
        return DOUBLED_TOO_LITTLE
    return VOWEL_LEFT_OUT if char in VOWELS else LEFT_OUT


def slip_cost(typed: str, meant: str) -> float:
    """The cost of the cheapest slips that turn `meant` into `typed`; both in lower case, apostrophes straight.

    0 for equal words; one ordinary slip costs 0.5 to 1.
    """
    left_out = [_price_left_out(meant, column) for column in range(len(meant))]
    before: list[float] = []
    above = [0.0]
    for price in left_out:
        above.append(above[-1] + price)
    for row, char in enumerate(typed):
        too_much = _price_too_much(typed, row)
        here = [above[0] + too_much]
        for column, other in enumerate(meant):
            if char == other:
                value = above[column]
            else:
                first = 0.0 if row and column else WRONG_FIRST_LETTER
                value = above[column] + price_of_wrong_letter(char, other) + first
                if row and column and char == meant[column - 1] and typed[row - 1] == other:
                    value = min(value, before[column - 1] + EXCHANGED)
            here.append(min(value, above[column + 1] + too_much, here[column] + left_out[column]))
        before, above = above, here
    return above[-1]
