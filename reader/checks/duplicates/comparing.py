"""Compares two units word by word: how much of each stands in the other, which facts clash, and the verdict.

The score is half the share of the shorter unit that is found again, a quarter that of the longer, a quarter the
longest stretch that both share; words weigh by how rare they are in the article, function words hardly anything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from math import exp, log

from reader.checks.duplicates.units import Unit, UnitText
from reader.checks.duplicates.word_forms import WordClass
from reader.core.duplicates import DuplicateKind
from reader.text.alignment import Alignment, Gap, align_words

FUNCTION_WEIGHT = 0.15
COMMONEST_WEIGHT = 0.55
MOVED_SHARE = 0.8
"""What a word that has moved counts, against one in its place."""
ENOUGH = 0.57
"""Score from which two sentences of the copy say the same; below lie statements that merely share their matter."""
ENOUGH_FOR_CAPTION = 0.48
"""The same where one side reads like a caption: captions shorten and reword, and repeating the copy is their habit."""
ENOUGH_FOR_CLASH = 0.65
"""Score from which a differing figure or name is a contradiction: below, the sentences speak of different things."""
LEAST_SHARED = 3.5
"""Weight of the words that a contained unit must share, about four content words: fewer are a phrase, no statement."""
LEAST_SHARED_IN_PART = 4.0
"""The same where something of both is left over, or where facts clash."""
FEWEST_WORDS = 6
"""Words of the shortest unit that is reported; shorter lines repeat themselves in any text."""
MOST_CLASHES = 4
LEAST_OF_LONGER = 0.33
"""Share of the longer unit that must be found again, unless the shorter stands in it whole: less is a phrase."""
WHOLE = 0.95
IN_ONE_PIECE = 0.85
PART = 0.85
"""Contained: at least `WHOLE` of the shorter, `IN_ONE_PIECE` of it unbroken, in less than `PART` of the longer."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each word of an article weighs: 0.15 for function words, 0.55 to 1 for others, the rarer the more."""

    units: int
    counts: Counter[str]

    @classmethod
    def of(cls, units: Iterable[Unit]) -> Weights:
        """The weights for these units."""
        found = list(units)
        counts: Counter[str] = Counter()
        for unit in found:
            counts.update(set(unit.text.content))
        return cls(len(found), counts)

    def __call__(self, text: UnitText) -> list[float]:
        """The weight of every word of a unit."""
        scale = log(1 + self.units)
        return [
            FUNCTION_WEIGHT
            if klass is WordClass.FUNCTION
            else COMMONEST_WEIGHT + (1 - COMMONEST_WEIGHT) * log(1 + self.units / max(self.counts[key], 1)) / scale
            for key, klass in zip(text.keys, text.classes, strict=True)
        ]


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a unit relates to its reference; `clash` are index pairs (reference, copy) of facts that disagree."""

    kind: DuplicateKind
    score: float
    alignment: Alignment
    clash: tuple[tuple[int, int], ...] = ()


def same_words(left: UnitText, right: UnitText) -> bool:
    """Whether two units differ in nothing but marks and capitals."""
    return left.folded == right.folded


def compare_units(
    left: UnitText, right: UnitText, left_weights: Sequence[float], right_weights: Sequence[float], enough: float
) -> Verdict | None:
    """The verdict on two units, the left one being the reference; None where they do not say the same.

    `enough` is the score asked for: `ENOUGH` or `ENOUGH_FOR_CAPTION`.
    """
    if same_words(left, right):
        return Verdict(DuplicateKind.EXACT, 1.0, align_words(left.keys, right.keys, left_weights))
    left_total, right_total = sum(left_weights), sum(right_weights)
    if min(left.size, right.size) < FEWEST_WORDS or _bound(left, right, left_weights, right_weights) < enough:
        return None
    alignment = align_words(left.keys, right.keys, left_weights)
    clash = tuple(find_clashes(left, right, alignment))
    shares = _measure(alignment, clash, left_weights, right_weights)
    shorter, longer = shares.left / left_total, shares.right / right_total
    if left_total > right_total:
        shorter, longer = longer, shorter
    piece = min(shares.longest / min(left_total, right_total), 1.0)
    score = shorter / 2 + longer / 4 + piece / 4
    least = LEAST_SHARED if shorter >= WHOLE and not clash else LEAST_SHARED_IN_PART
    if score < (max(enough, ENOUGH_FOR_CLASH) if clash else enough) or min(shares.left, shares.right) < least:
        return None
    if longer < LEAST_OF_LONGER and shorter < WHOLE:
        return None
    if have_different_subjects(left, right) or len(clash) > MOST_CLASHES:
        return None
    contained = shorter >= WHOLE and piece >= IN_ONE_PIECE and longer < PART
    kind = DuplicateKind.CONTAINED if contained else DuplicateKind.NEAR
    return Verdict(DuplicateKind.CONFLICT if clash else kind, _certainty(score, enough), alignment, clash)


def _certainty(score: float, enough: float) -> float:
    """The score as a share of 1 that rises steeply above what is asked for: 0.7 there, 0.95 a fifth above it."""
    return 1 / (1 + exp(-10 * (score - enough) - 0.85))


@dataclass(frozen=True, slots=True)
class _Shares:
    left: float
    right: float
    longest: float


def _bound(left: UnitText, right: UnitText, left_weights: Sequence[float], right_weights: Sequence[float]) -> float:
    """The highest score that any alignment could give, from the words alone; clashing facts count as found."""
    if sum(left_weights) > sum(right_weights):
        left, right, left_weights, right_weights = right, left, right_weights, left_weights
    there, here = set(right.keys), set(left.keys)
    facts = (WordClass.NUMBER, WordClass.DATE)
    shorter = _found(left, left_weights, there, facts) / sum(left_weights)
    longer = _found(right, right_weights, here, facts) / sum(right_weights)
    return shorter * 0.75 + longer / 4


def _found(text: UnitText, weights: Sequence[float], keys: set[str], facts: tuple[WordClass, ...]) -> float:
    rows = zip(text.keys, weights, text.classes, text.words, strict=True)
    return sum(w for key, w, klass, word in rows if key in keys or klass in facts or word[0].isupper())


def _measure(
    alignment: Alignment,
    clash: Sequence[tuple[int, int]],
    left_weights: Sequence[float],
    right_weights: Sequence[float],
) -> _Shares:
    left = right = longest = 0.0
    for run in alignment.runs:
        weight = sum(left_weights[run.left : run.left + run.size])
        left, longest = left + weight, max(longest, weight)
        right += sum(right_weights[run.right : run.right + run.size])
    for run in alignment.moved:
        left += MOVED_SHARE * sum(left_weights[run.left : run.left + run.size])
        right += MOVED_SHARE * sum(right_weights[run.right : run.right + run.size])
    for i, j in clash:
        left, right = left + left_weights[i], right + right_weights[j]
    return _Shares(left, right, longest)


def find_clashes(left: UnitText, right: UnitText, alignment: Alignment) -> Iterator[tuple[int, int]]:
    """Index pairs of figures, dates or names that stand in the same slot of both units and disagree."""
    moved_left = {run.left + n for run in alignment.moved for n in range(run.size)}
    moved_right = {run.right + n for run in alignment.moved for n in range(run.size)}
    for gap in alignment.gaps:
        for i, j in _slots(gap):
            if i not in moved_left and j not in moved_right and _are_rival_facts(left, i, right, j):
                yield i, j


def _slots(gap: Gap) -> Iterator[tuple[int, int]]:
    """The word pairs of a gap in which both sides have equally many words, at most three."""
    size = gap.left_end - gap.left_start
    if 0 < size <= 3 and gap.right_end - gap.right_start == size:
        yield from ((gap.left_start + n, gap.right_start + n) for n in range(size))


def _are_rival_facts(left: UnitText, i: int, right: UnitText, j: int) -> bool:
    classes = left.classes[i], right.classes[j]
    if WordClass.NUMBER in classes or WordClass.DATE in classes:
        return classes[0] is classes[1]
    return is_name(left, i) and is_name(right, j) and not are_spelt_alike(left.keys[i], right.keys[j])


def is_name(text: UnitText, n: int) -> bool:
    """Whether a word is capitalised where a common word would not be."""
    return n > 0 and text.classes[n] is WordClass.CONTENT and text.words[n][0].isupper()


def are_spelt_alike(left: str, right: str) -> bool:
    """Whether two names may be one name in two spellings (Kiev and Kyiv): then they do not disagree."""
    return left[:4] == right[:4] or SequenceMatcher(None, left, right, autojunk=False).ratio() >= 0.75


def have_different_subjects(left: UnitText, right: UnitText) -> bool:
    """Whether both begin with a full name or a number, and with different ones: lines of a list, not two versions."""
    if not (_begins_with_subject(left) and _begins_with_subject(right)):
        return False
    if left.classes[0] is WordClass.CONTENT and are_spelt_alike(left.keys[0], right.keys[0]):
        return False
    return left.keys[0] not in right.keys and right.keys[0] not in left.keys


def _begins_with_subject(text: UnitText) -> bool:
    if text.classes[0] is WordClass.NUMBER:
        return True
    return text.classes[0] is WordClass.CONTENT and text.words[0][0].isupper() and text.size > 1 and is_name(text, 1)
