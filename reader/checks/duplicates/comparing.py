"""Compares two units word by word: how much of each stands in the other, and which facts clash.

A comparison depends on the two texts alone, not on where they stand or what else the article says; `judging` makes a
verdict of it. The score is half the share of the shorter unit that is found again, a quarter that of the longer, a
quarter the longest stretch that both share.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import compress

from reader.checks.duplicates.clashes import ClashPair, are_spelt_alike, find_clashes
from reader.checks.duplicates.units import UnitText
from reader.checks.duplicates.word_forms import WordClass
from reader.text.alignment import Alignment, Gap, Run, complete_alignment, find_runs

MOVED_SHARE = 0.8
"""What a word that has moved counts, against one in its place."""
_ALIKE_SHARE = 0.7
"""What a word counts that stands in its place in another form or spelling ("cancelled", "canceled")."""
_LONGEST_GAP = 8
_SHORTEST_ALIKE = 4
FEWEST_WORDS = 6
"""Words of the shortest unit that is compared; shorter lines repeat themselves in any text."""
FEWEST_WITH_FIGURE = 5
"""The same where both have a figure in common: "The tags weighed 1.1 grams" says something."""
LEAST_SCORE = 0.36
"""Scores below this are no repeat in any circumstances: such pairs are not looked at further."""
LEAST_SCORE_WITH_FIGURE = 0.28
"""The same where both have a figure in common, which may be what they say (`figures`)."""
LEAST_SCORE_WITH_CLASHES = 0.44
"""The same where facts that clash make up for what is not shared: such pairs are contradictions or nothing."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two units aligned. `clash` are index pairs (left, right) of facts that disagree.

    `shorter` and `longer` are shares (0 to 1) of the lighter and heavier unit that are found in the other, `piece` that
    of the longest stretch in the lighter one, `shared` and `stretch` the weights of what is shared and of that stretch.
    """

    alignment: Alignment
    clash: tuple[ClashPair, ...]
    shorter: float
    longer: float
    piece: float
    shared: float
    stretch: float
    stretch_names: float

    @property
    def score(self) -> float:
        """How much the units say the same, 0 to 1."""
        return _score(self.shorter, self.longer, self.piece)

    def mirrored(self) -> Comparison:
        """The same comparison with left and right exchanged."""
        return replace(self, alignment=self.alignment.mirrored(), clash=tuple((j, i) for i, j in self.clash))


def _score(shorter: float, longer: float, piece: float) -> float:
    return shorter / 2 + longer / 4 + piece / 4


def same_words(left: UnitText, right: UnitText) -> bool:
    """Whether two units differ in nothing but marks and capitals."""
    return left.folded == right.folded


def compare_units(left: UnitText, right: UnitText) -> Comparison | None:
    """The comparison of two units; None where even the best alignment would not reach the least score."""
    figure = _have_figure_in_common(left, right)
    if min(left.size, right.size) < (FEWEST_WITH_FIGURE if figure else FEWEST_WORDS) and not same_words(left, right):
        return None
    most = _find_most_shared(left, right)
    least = LEAST_SCORE_WITH_FIGURE if figure else LEAST_SCORE
    if not _may_be_alike_enough(most, 1.0, least):
        return None
    runs = find_runs(left.keys, right.keys, left.weights)
    stretch = max([sum(left.weights[i : i + size]) for i, _, size in runs], default=0.0)
    if not _may_be_alike_enough(most, min(stretch / min(left.total, right.total), 1.0), least):
        return None
    alignment = complete_alignment(left.keys, right.keys, runs, left.weights)
    clash = tuple(find_clashes(left, right, alignment))
    found = _measure(left, right, alignment, clash)
    shorter, longer = found.left / left.total, found.right / right.total
    if left.total > right.total:
        shorter, longer = longer, shorter
    piece = min(found.stretch / min(left.total, right.total), 1.0)
    if _score(shorter, longer, piece) < least:
        return None
    shared = min(found.left, found.right)
    return Comparison(alignment, clash, shorter, longer, piece, shared, found.stretch, found.stretch_names)


def _have_figure_in_common(left: UnitText, right: UnitText) -> bool:
    if WordClass.NUMBER not in left.classes or WordClass.NUMBER not in right.classes:
        return False
    rows = zip(left.keys, left.classes, strict=True)
    return any(klass is WordClass.NUMBER and key in right.keys for key, klass in rows)


Shares = tuple[float, float]
"""Shares (0 to 1) of the lighter and the heavier unit that stand in the other."""


def _find_most_shared(left: UnitText, right: UnitText) -> tuple[Shares, Shares]:
    """The highest shares that any alignment could give, from the words alone; without clashes and with them.

    Figures and names that one side alone has may clash with the other's, one with one; they count as found then.
    """
    if left.total > right.total:
        left, right = right, left
    shorter, mine = _find_shared(left, set(right.keys))
    longer, its = _find_shared(right, set(left.keys))
    plain = (shorter / left.total, longer / right.total)
    most = min(len(mine), len(its))
    if not most:
        return plain, (0.0, 0.0)
    shorter += sum(sorted(mine, reverse=True)[:most])
    longer += sum(sorted(its, reverse=True)[:most])
    return plain, (shorter / left.total, longer / right.total)


def _may_be_alike_enough(most: tuple[Shares, Shares], piece: float, least: float) -> bool:
    """Whether `least`, or the score with clashes, can be reached with these shares and this longest piece."""
    plain, clashing = most
    return _bound(plain, piece) >= least or _bound(clashing, piece) >= LEAST_SCORE_WITH_CLASHES


def _bound(shares: Shares, piece: float) -> float:
    shorter, longer = shares
    return shorter / 2 + longer / 4 + min(piece, shorter) / 4


def _find_shared(text: UnitText, keys: set[str]) -> tuple[float, list[float]]:
    """The weight of the words that are among some keys, and the weights of figures and names that are not."""
    shared = sum(compress(text.weights, map(keys.__contains__, text.keys)))
    return shared, [weight for key, weight in text.facts if key not in keys]


@dataclass(slots=True)
class _Found:
    left: float = 0.0
    right: float = 0.0
    stretch: float = 0.0
    stretch_names: float = 0.0


def _measure(left: UnitText, right: UnitText, alignment: Alignment, clash: Sequence[ClashPair]) -> _Found:
    found = _Found()
    longest: Run | None = None
    for run in alignment.runs:
        i, j, size = run
        weight = sum(left.weights[i : i + size])
        if weight > found.stretch:
            found.stretch, longest = weight, run
        found.left += weight
        found.right += sum(right.weights[j : j + size])
    if longest is not None:
        found.stretch_names = _names_in(left, longest)
    for i, j, size in alignment.moved:
        found.left += MOVED_SHARE * sum(left.weights[i : i + size])
        found.right += MOVED_SHARE * sum(right.weights[j : j + size])
    shared = {pair for run in alignment.runs for pair in run.pairs()} if clash else set()
    shared_left, shared_right = {i for i, _ in shared}, {j for _, j in shared}
    for i, j in clash:
        found.left += left.weights[i] if i not in shared_left else 0.0
        found.right += right.weights[j] if j not in shared_right else 0.0
    clashing = {i for i, _ in clash}
    for gap in alignment.gaps:
        for i, j in _find_alike(left, right, gap):
            if i not in clashing:
                found.left += _ALIKE_SHARE * left.weights[i]
                found.right += _ALIKE_SHARE * right.weights[j]
    return found


def _names_in(text: UnitText, run: Run) -> float:
    """The weight of the capitalised words, figures and dates of a run."""
    return sum(
        text.weights[n]
        for n in range(run.left, run.left + run.size)
        if text.classes[n] is not WordClass.FUNCTION
        and (text.classes[n] is not WordClass.CONTENT or text.words[n][0].isupper())
    )


def _find_alike(left: UnitText, right: UnitText, gap: Gap) -> list[ClashPair]:
    """Index pairs of content words of a gap that are nearly the same word, each word once; both begin alike."""
    if max(gap.left_end - gap.left_start, gap.right_end - gap.right_start) > _LONGEST_GAP:
        return []
    free = [j for j in range(gap.right_start, gap.right_end) if _may_be_alike(right, j)]
    pairs: list[ClashPair] = []
    for i in range(gap.left_start, gap.left_end):
        if not free or not _may_be_alike(left, i):
            continue
        for j in free:
            mine, its = left.keys[i], right.keys[j]
            if mine[0] == its[0] and mine != its and are_spelt_alike(mine, its):
                pairs.append((i, j))
                free.remove(j)
                break
    return pairs


def _may_be_alike(text: UnitText, n: int) -> bool:
    return text.classes[n] is WordClass.CONTENT and len(text.keys[n]) >= _SHORTEST_ALIKE
