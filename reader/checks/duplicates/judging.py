"""Makes a verdict of a comparison: do two units say the same, and how: exact, near, contained, paraphrase, conflict.

The bars are where labelled articles part statements that stand twice from statements that share their matter; each
has its reason. A wrong cut costs more than a missed one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import exp

from reader.checks.duplicates.clashes import ClashPair, have_different_subjects
from reader.checks.duplicates.comparing import Comparison, same_words
from reader.checks.duplicates.units import UnitText
from reader.core.duplicates import DuplicateKind
from reader.text.alignment import Alignment

ENOUGH = 0.57
"""Score from which two sentences of the copy say the same; below lie statements that merely share their matter."""
ENOUGH_FOR_CAPTION = 0.48
"""The same where one side reads like a caption: captions shorten and reword, and repeating the copy is their habit."""
ENOUGH_FOR_RICH_CAPTION = 0.44
"""The same where a caption shares much (`MUCH`) with the sentence."""
ENOUGH_FOR_CLASH = 0.65
"""Score from which a differing figure or name is a contradiction: below, the sentences speak of different things."""
LEAST_SHARED = 3.5
"""Weight of the words that a contained unit must share, about four content words: fewer are a phrase, no statement."""
LEAST_SHARED_WORD_FOR_WORD = 2.5
FEWEST_WORD_FOR_WORD = 7
"""The same where the shorter one has some words and stands in the longer unbroken: a quotation said again."""
LEAST_SHARED_IN_PART = 4.0
"""The same where something of both is left over, or where facts clash."""
LEAST_LEFTOVER = 2.5
WORD_FOR_WORD = 0.99
MUCH = 5.2
CLAUSE = 6.0
"""Weight of an unbroken stretch, about seven content words, that is a clause said twice whatever stands around it."""
CLAUSE_SHARE = 0.35
MOST_CLASHES = 4
NEARLY_ALL = 0.85
LONG = 12
LEAST_OF_LONGER = 0.33
"""Share of the longer unit that must be found again, unless the shorter stands in it whole: less is a phrase."""
WHOLE = 0.95
NEARLY_WHOLE = 0.8
PART = 0.85
SMALL_PART = 0.67
IN_ONE_PIECE = 0.67
"""Contained: the `WHOLE` of the shorter in a `PART` of the longer, or `NEARLY_WHOLE` of it in a `SMALL_PART`, and most
of it in one piece; scattered over the longer it was written anew."""
_RESTATED = 0.5
MOSTLY_THE_SAME = 0.75
"""Share of the shorter one from which a statement made anew still has most of its words."""
REWORDED = 0.8
REWORDED_LONGER = 0.61
REWORDED_CAPTION = 0.65
SCATTERED = 0.4
"""Paraphrase: less than these shares of both are the same words; the statement was written anew. A caption leaves out
and rewords by habit: it is a paraphrase where it shares less still, and that scattered."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a unit relates to its reference; `clash` are index pairs (reference, copy) of facts that disagree."""

    kind: DuplicateKind
    score: float
    alignment: Alignment
    clash: tuple[ClashPair, ...] = ()


def judge(
    left: UnitText,
    right: UnitText,
    comparison: Comparison,
    clash: tuple[ClashPair, ...],
    *,
    caption: bool,
    leftover: bool = False,
) -> Verdict | None:
    """The verdict on two units of different words; None where they do not say the same.

    `caption`: whether just one of them reads like a caption; `leftover`: whether one is a line that is a heading unless
    it stands word for word in the other; `clash`: the clashes that are none by what else is known of the article left
    out.
    """
    if same_words(left, right):
        return Verdict(DuplicateKind.EXACT, 1.0, comparison.alignment)
    if leftover:
        whole = comparison.piece >= WORD_FOR_WORD and comparison.shared >= LEAST_LEFTOVER and not clash
        return Verdict(DuplicateKind.CONTAINED, comparison.score, comparison.alignment) if whole else None
    if len(clash) > MOST_CLASHES:
        return None
    enough = _enough(comparison, caption=caption)
    bar = max(enough, ENOUGH_FOR_CLASH) if clash else enough
    clause = not clash and _is_clause(comparison)
    if comparison.score < bar and not clause:
        return None
    bare = _without_trimmings(left, right, comparison)
    if not clause and not _shares_enough(bare, clash, min(left.size, right.size)):
        return None
    if have_different_subjects(left, right) and not _is_one_frame(left, right, comparison):
        return None
    kind = DuplicateKind.CONFLICT if clash else _kind(bare, clause=comparison.score < bar, caption=caption)
    return Verdict(kind, _certainty(max(comparison.score, bar), enough), comparison.alignment, clash)


def judge_restated(left: UnitText, right: UnitText, comparison: Comparison) -> Verdict | None:
    """The verdict on two units that share too little in its order, but by their rare words are about the same."""
    if have_different_subjects(left, right):
        return None
    kind = DuplicateKind.NEAR if comparison.shorter >= MOSTLY_THE_SAME else DuplicateKind.PARAPHRASE
    return Verdict(kind, _RESTATED + comparison.score / 4, comparison.alignment)


def _without_trimmings(left: UnitText, right: UnitText, comparison: Comparison) -> Comparison:
    """The comparison with the statement alone of the lighter unit: what is judged of it but the score."""
    lighter = left if left.total <= right.total else right
    bare = lighter.total / lighter.trimmed
    if bare == 1:
        return comparison
    return replace(comparison, shorter=min(comparison.shorter * bare, 1.0), piece=min(comparison.piece * bare, 1.0))


def _enough(comparison: Comparison, *, caption: bool) -> float:
    if not caption:
        return ENOUGH
    return ENOUGH_FOR_RICH_CAPTION if comparison.shared >= MUCH else ENOUGH_FOR_CAPTION


def _shares_enough(comparison: Comparison, clash: tuple[ClashPair, ...], size: int) -> bool:
    if comparison.piece >= WORD_FOR_WORD and size >= FEWEST_WORD_FOR_WORD and not clash:
        return comparison.shared >= LEAST_SHARED_WORD_FOR_WORD
    whole = comparison.shorter >= WHOLE
    least = LEAST_SHARED if whole and not clash else LEAST_SHARED_IN_PART
    return comparison.shared >= least and (whole or comparison.longer >= LEAST_OF_LONGER)


def _is_one_frame(left: UnitText, right: UnitText, comparison: Comparison) -> bool:
    """Whether two long sentences are so much the same that another subject is a contradiction, not a list."""
    return comparison.score >= NEARLY_ALL and min(left.size, right.size) >= LONG


def _is_clause(comparison: Comparison) -> bool:
    """Whether a whole clause stands in both word for word; a row of names is none."""
    plain = comparison.stretch - comparison.stretch_names
    return comparison.stretch >= CLAUSE and plain >= comparison.stretch / 2 and comparison.piece >= CLAUSE_SHARE


def _kind(comparison: Comparison, *, clause: bool, caption: bool) -> DuplicateKind:
    if clause or _is_contained(comparison):
        return DuplicateKind.CONTAINED
    reworded = comparison.shorter < REWORDED and comparison.longer < REWORDED_LONGER
    if reworded and caption:
        reworded = comparison.shorter < REWORDED_CAPTION and comparison.piece < SCATTERED
    return DuplicateKind.PARAPHRASE if reworded else DuplicateKind.NEAR


def _is_contained(comparison: Comparison) -> bool:
    if comparison.piece < IN_ONE_PIECE:
        return False
    whole = comparison.shorter >= WHOLE and comparison.longer < PART
    return whole or (comparison.shorter >= NEARLY_WHOLE and comparison.longer < SMALL_PART)


def _certainty(score: float, enough: float) -> float:
    """The score as a share of 1 that rises steeply above what is asked for: 0.7 there, 0.95 a fifth above it."""
    return 1 / (1 + exp(-10 * (score - enough) - 0.85))
