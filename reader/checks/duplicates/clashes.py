"""Finds what stands in the same slot of two passages and disagrees: figures, dates, names, opposites, a "not".

A slot is what lies between two stretches that both passages share. Names disagree only where the slot holds nothing
but a name on both sides: "Ivanka" against "the couple" is another way of saying it, "Ivanka" against "Melania" is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import product
from math import floor, log10

from reader.checks.duplicates.opposites import are_opposites, find_denials, find_opposable
from reader.checks.duplicates.units import UnitText
from reader.checks.duplicates.word_forms import ROUND_NUMBERS, WordClass
from reader.text.alignment import Alignment, Gap

_LONGEST_SLOT = 6
"""Words, function words aside, of the longest slot in which one fact can have taken another's place."""
_SAME_START = 4
_ALIKE = 0.75
_ALIKE_FROM_THE_START = 0.65
_ROUNDING = frozenset("about around roughly approximately nearly almost over under some least most to than up".split())
"""Words before a figure that is not meant to the last digit."""
_TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady president prime minister king queen prince princess pope"
    " general captain colonel major sergeant lieutenant admiral judge justice senator governor mayor councillor"
    " chancellor secretary director chief bishop archbishop reverend father sister saint coach officer detective"
    " inspector constable ambassador baroness baron duke duchess emperor first vice deputy former".split()
)
"""Words that stand before a name, in small letters: one copy may have them where the other has the given name."""

ClashPair = tuple[int, int]


def find_clashes(left: UnitText, right: UnitText, alignment: Alignment) -> Iterator[ClashPair]:
    """Index pairs (left, right) of words that disagree in the same slot."""
    moved_left = {run.left + n for run in alignment.moved for n in range(run.size)}
    moved_right = {run.right + n for run in alignment.moved for n in range(run.size)}
    for gap in alignment.gaps:
        if gap.left_end == gap.left_start or gap.right_end == gap.right_start:
            yield from find_denials(left, right, gap)
            continue
        here = [n for n in range(gap.left_start, gap.left_end) if n not in moved_left]
        there = [n for n in range(gap.right_start, gap.right_end) if n not in moved_right]
        if (here or there) and _is_one_for_one(gap):
            here, there = [gap.left_start], [gap.right_start]
            yield from _find_rival_figures(left, here, right, there)
            yield from _find_contraries(left, here, right, there)
            if is_name(left, here[0]) and is_name(right, there[0]):
                yield from _find_rivals(left, here, right, there)
        elif here and there and max(_count_content(left, here), _count_content(right, there)) <= _LONGEST_SLOT:
            yield from _find_rival_figures(left, here, right, there)
            yield from _find_rival_names(left, here, right, there, gap)
            yield from _find_contraries(left, here, right, there)
        yield from find_denials(left, right, gap)


def _find_rival_figures(
    left: UnitText, here: Sequence[int], right: UnitText, there: Sequence[int]
) -> Iterator[ClashPair]:
    for klass in (WordClass.NUMBER, WordClass.DATE):
        figures = [n for n in here if left.classes[n] is klass]
        others = [n for n in there if right.classes[n] is klass]
        if klass is WordClass.NUMBER and _figures_agree(left, figures, right, others):
            continue
        yield from ((i, j) for i, j in zip(figures, others, strict=False) if left.keys[i] != right.keys[j])


def _figures_agree(left: UnitText, figures: Sequence[int], right: UnitText, others: Sequence[int]) -> bool:
    """Whether one side gives the other's amount in round figures: "over $1 million" and "$1,148,000"."""
    if not figures or not others:
        return True
    mine, its = read_amount(left, figures[0]), read_amount(right, others[0])
    if mine is None or its is None:
        return False
    return mine == its or (
        (_is_rounded(left, figures) and _round_like(its, mine) == mine)
        or (_is_rounded(right, others) and _round_like(mine, its) == its)
    )


def _is_rounded(text: UnitText, figures: Sequence[int]) -> bool:
    before = text.folded[max(0, figures[0] - 2) : figures[0]]
    return not _ROUNDING.isdisjoint(before) or text.folded[figures[-1]] in ROUND_NUMBERS


def read_amount(text: UnitText, n: int) -> float | None:
    """The amount that a figure and a multiplier behind it give ("1.2 million"); None where it is no plain figure."""
    folded = text.keys[n]
    if folded in ROUND_NUMBERS:
        amount = 1.0
        n -= 1
    else:
        try:
            amount = float(folded)
        except ValueError:
            return None
    if n + 1 < text.size and text.folded[n + 1] in ROUND_NUMBERS:
        amount *= ROUND_NUMBERS[text.folded[n + 1]]
    return amount


def _round_like(amount: float, model: float) -> float:
    """The amount rounded to as many leading digits as the model has."""
    if amount == 0 or model == 0:
        return amount
    digits = len(f"{model:.0f}".rstrip("0")) or 1
    return round(amount, digits - 1 - floor(log10(abs(amount))))


def _find_rival_names(
    left: UnitText, here: Sequence[int], right: UnitText, there: Sequence[int], gap: Gap
) -> Iterator[ClashPair]:
    mine = [n for n in here if is_name(left, n) and left.keys[n] not in right.keys]
    its = [n for n in there if is_name(right, n) and right.keys[n] not in left.keys]
    if not (_is_all_name(left, here) and _is_all_name(right, there)):
        return
    if gap.left_start == 0 and gap.right_start == 0 and len(here) != len(there):
        return  # the subject said in full and in short: only a name against a name is told apart there
    yield from _find_rivals(left, mine, right, its)


def _find_rivals(left: UnitText, mine: Sequence[int], right: UnitText, its: Sequence[int]) -> Iterator[ClashPair]:
    """Names of one slot that are not one name in two spellings, nor a title in place of a name."""
    if all(left.folded[n] in _TITLES for n in mine) or all(right.folded[n] in _TITLES for n in its):
        return
    pairs = zip(mine, its, strict=True) if len(mine) == len(its) else product(mine, its)
    if not any(are_spelt_alike(left.keys[i], right.keys[j]) for i, j in pairs):
        yield from zip(mine, its, strict=False)


def _find_contraries(left: UnitText, here: Sequence[int], right: UnitText, there: Sequence[int]) -> Iterator[ClashPair]:
    """Opposites, but no names: those are told apart as names ("North" and "South Sudan")."""
    mine = find_opposable(left, here)
    its = find_opposable(right, there) if mine else []
    for i in mine:
        for j in its:
            if are_opposites(left, i, right, j) and not (is_name(left, i) and is_name(right, j)):
                yield i, j


def _is_one_for_one(gap: Gap) -> bool:
    """Whether one word stands for one other: it is no matter then that one of them occurs elsewhere in the other."""
    return gap.left_end - gap.left_start == gap.right_end - gap.right_start == 1


def _count_content(text: UnitText, indices: Sequence[int]) -> int:
    return sum(text.classes[n] is not WordClass.FUNCTION for n in indices)


def _is_all_name(text: UnitText, indices: Sequence[int]) -> bool:
    return all(text.classes[n] is not WordClass.CONTENT or text.words[n][0].isupper() for n in indices)


def is_name(text: UnitText, n: int) -> bool:
    """Whether a word is capitalised where a common word would not be."""
    return n > 0 and text.classes[n] is WordClass.CONTENT and text.words[n][0].isupper()


def are_spelt_alike(left: str, right: str) -> bool:
    """Whether two words may be one in two spellings or forms (Kiev and Kyiv): then they do not disagree.

    A common start makes it likelier, not certain: Sommerkamp and Sommerfeld are two.
    """
    same_start = left[:_SAME_START] == right[:_SAME_START]
    if same_start and min(len(left), len(right)) <= _SAME_START + 1:
        return True
    least = _ALIKE_FROM_THE_START if same_start else _ALIKE
    letters = frozenset(left)
    most = min(len(left), sum([letter in letters for letter in right]))
    if 2 * most < least * (len(left) + len(right)):
        return False  # too few letters in common, in whatever order
    return SequenceMatcher(None, left, right, autojunk=False).ratio() >= least


def have_different_subjects(left: UnitText, right: UnitText) -> bool:
    """Whether both begin with a full name or a number, and with different ones: lines of a list, not two versions."""
    if not (_begins_with_subject(left) and _begins_with_subject(right)):
        return False
    if left.classes[0] is WordClass.CONTENT and are_spelt_alike(left.keys[0], right.keys[0]):
        return False
    if left.size > 1 and right.size > 1 and left.keys[1] == right.keys[1] and is_name(left, 1):
        return False  # one surname: "Mr Pirie" and "Donald Pirie"
    return left.keys[0] not in right.keys and right.keys[0] not in left.keys


def _begins_with_subject(text: UnitText) -> bool:
    if text.classes[0] is WordClass.NUMBER:
        return True
    return text.classes[0] is WordClass.CONTENT and text.words[0][0].isupper() and text.size > 1 and is_name(text, 1)
