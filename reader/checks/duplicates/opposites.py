"""Words that turn a statement into its contrary: opposites in one slot, a "not" that one side has.

Directions of captions ("left", "right", "above", "below") are none: they say where a picture stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.checks.duplicates.units import UnitText
from reader.checks.duplicates.word_forms import WordClass, stem_word
from reader.text.alignment import Gap

_OPPOSITES = frozenset(
    (stem_word(one), stem_word(other))
    for pair in (
        "rise/fall rise/drop increase/decrease increase/decline gain/lose climb/fall win/lose buy/sell open/close"
        " open/shut start/stop start/end begin/end arrive/leave enter/leave join/leave accept/reject accept/refuse"
        " approve/reject allow/ban allow/forbid confirm/deny admit/deny support/oppose supporter/opponent attack/defend"
        " love/hate pass/fail succeed/fail remember/forget push/pull lend/borrow import/export send/receive"
        " strengthen/weaken widen/narrow expand/shrink raise/lower raise/cut high/low higher/lower highest/lowest"
        " more/less more/fewer most/least best/worst better/worse good/bad large/small larger/smaller largest/smallest"
        " big/small bigger/smaller biggest/smallest old/young older/younger oldest/youngest long/short longer/shorter"
        " fast/slow faster/slower quickly/slowly hot/cold warm/cold warmer/colder wet/dry rich/poor early/late"
        " earlier/later first/last north/south northern/southern east/west eastern/western upper/lower up/down"
        " inside/outside with/without for/against man/woman boy/girl husband/wife son/daughter mother/father"
        " brother/sister king/queen male/female guilty/innocent legal/illegal possible/impossible likely/unlikely"
        " happy/unhappy able/unable true/false alive/dead public/private urban/rural majority/minority maximum/minimum"
        " profit/loss summer/winter spring/autumn morning/evening day/night victory/defeat advance/retreat"
    ).split()
    for one, other in (pair.split("/"), pair.split("/")[::-1])
)
_ORDINALS = frozenset(map(stem_word, "first second third fourth fifth sixth seventh eighth ninth tenth".split()))
_OPPOSABLE = _ORDINALS.union(*_OPPOSITES)
_NOT = frozenset("not never cannot".split())
_NONE = frozenset("no none nobody nothing nowhere neither nor".split())
_NOT_ONLY = frozenset("only just merely least".split())


def are_opposites(left: UnitText, i: int, right: UnitText, j: int) -> bool:
    """Whether two words contradict each other where one stands for the other: contraries, two ordinals."""
    one, other = left.keys[i], right.keys[j]
    return (one, other) in _OPPOSITES or (one in _ORDINALS and other in _ORDINALS and one != other)


def find_opposable(text: UnitText, indices: Sequence[int]) -> list[int]:
    """The words among these that have an opposite: few do, so few are compared."""
    return [n for n in indices if text.keys[n] in _OPPOSABLE]


def denies(text: UnitText, n: int) -> bool:
    """Whether a word turns what is said into its contrary: "not", "never", "won't"; "not only" does not."""
    if text.folded[n] not in _NOT and not text.folded[n].endswith("n't"):
        return False
    return n + 1 >= text.size or text.folded[n + 1] not in _NOT_ONLY


def find_denials(left: UnitText, right: UnitText, gap: Gap) -> Iterator[tuple[int, int]]:
    """The "not" of one side, paired with the word of the other that it would stand before; or "won't" and "will".

    None where both deny as often ("not replied to any", "replied to none"), or where a slot has content of its own:
    there the statement was made anew.
    """
    if gap.left_end >= left.size or gap.right_end >= right.size or not gap.left_start or not gap.right_start:
        return
    here, there = range(gap.left_start, gap.left_end), range(gap.right_start, gap.right_end)
    mine, its = [n for n in here if denies(left, n)], [n for n in there if denies(right, n)]
    if bool(mine) is bool(its) or not (_is_bare(left, here) and _is_bare(right, there)):
        return
    if _count_denials(left) != _count_denials(right):
        yield (mine[0], gap.right_start) if mine else (gap.left_start, its[0])


def _is_bare(text: UnitText, indices: range) -> bool:
    return all(text.classes[n] is WordClass.FUNCTION or denies(text, n) for n in indices)


def _count_denials(text: UnitText) -> int:
    return sum(word in _NONE or denies(text, n) for n, word in enumerate(text.folded))
