"""Finds the pairs of units that say the same: equal ones by their words, others through the index and an alignment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.checks.duplicates.caption_cues import LIKELY, CaptionSigns, is_unstopped_line
from reader.checks.duplicates.comparing import (
    ENOUGH,
    ENOUGH_FOR_CAPTION,
    Verdict,
    Weights,
    compare_units,
)
from reader.checks.duplicates.index import RepeatIndex, UnitId
from reader.checks.duplicates.silence import (
    FEWEST_WORDS_AGAIN,
    is_compared,
    is_stuck,
    may_repeat,
    share_only_quotation,
    stand_side_by_side,
)
from reader.checks.duplicates.units import Unit
from reader.core.duplicates import DuplicateKind

_LEAST_CONTENT = 2
_SURE = 0.9
"""Certainty asked of neighbours: sentences side by side are often built alike on purpose."""
_NEIGHBOURHOOD = 6
"""Blocks around a line in which others of its frame make it a line of a list."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two units that say the same; `first` is read first. The verdict takes `first` as the reference."""

    first: Unit
    second: Unit
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Material:
    """What is known of an article before pairs are looked for: its units, their weights, and signs of captions."""

    units: tuple[Unit, ...]
    weights: Weights
    signs: dict[int, CaptionSigns]

    def is_captionish(self, unit: Unit) -> bool:
        """Whether the unit's block reads like a caption, though perhaps not enough to be called one by itself."""
        signs = self.signs.get(unit.block.id)
        return is_unstopped_line(unit) or (signs is not None and signs.score >= LIKELY)

    def compare(self, first: Unit, second: Unit) -> Verdict | None:
        """The verdict on two units, with the bar lowered where just one of them reads like a caption."""
        caption = self.is_captionish(first) is not self.is_captionish(second)
        enough = ENOUGH_FOR_CAPTION if caption else ENOUGH
        weights = self.weights(first.text), self.weights(second.text)
        verdict = compare_units(first.text, second.text, *weights, enough)
        if verdict is None or verdict.kind is DuplicateKind.EXACT:
            return verdict
        if not caption and share_only_quotation(first, second, verdict, weights[0]):
            return None
        if stand_side_by_side(first, second) and not caption:
            sure = verdict.kind is not DuplicateKind.CONFLICT and verdict.score >= _SURE
            return verdict if sure else None
        return verdict


def find_clusters(material: Material) -> tuple[tuple[Unit, ...], ...]:
    """Units of the same words that ought to stand once, the one to keep first; and, as ones, all others compared."""
    by_words: dict[tuple[str, ...], list[Unit]] = {}
    for unit in material.units:
        if is_compared(unit.block):
            by_words.setdefault(unit.text.folded, []).append(unit)
    clusters: list[tuple[Unit, ...]] = []
    for units in by_words.values():
        ordered = tuple(sorted(units, key=lambda unit: (material.is_captionish(unit), unit.order)))
        speaking = ordered if any(map(_speaks, ordered)) else ()
        if ordered[0].text.size > 1 and is_stuck([unit.position for unit in units if unit.of == 1]):
            clusters.append(ordered)
        elif _says_enough(ordered[0]) and speaking:
            clusters.append(speaking)
        else:
            clusters.extend((unit,) for unit in speaking[:1])
    return tuple(clusters)


def _speaks(unit: Unit) -> bool:
    """Whether a unit is neither heading nor credit; of equal lines one that is neither speaks for all."""
    return not may_repeat(unit)


def _says_enough(unit: Unit) -> bool:
    return unit.text.size >= FEWEST_WORDS_AGAIN and len(set(unit.text.content)) >= _LEAST_CONTENT


def find_pairs(material: Material, units: Sequence[Unit]) -> tuple[Pair, ...]:
    """All pairs among units of different words that say nearly the same, without lines of lists."""
    by_id: dict[UnitId, Unit] = {(unit.position, unit.number): unit for unit in units}
    index = RepeatIndex.of((unit.position, unit.number, unit.text.content) for unit in units)
    pairs = [pair for pair in _judge(material, index, by_id) if pair is not None]
    return tuple(_without_lists(material, pairs))


def _judge(material: Material, index: RepeatIndex, by_id: dict[UnitId, Unit]) -> Iterator[Pair | None]:
    for one, other in index.candidates():
        first, second = sorted((by_id[one], by_id[other]), key=lambda unit: unit.order)
        verdict = material.compare(first, second)
        yield Pair(first, second, verdict) if verdict is not None else None


def _without_lists(material: Material, pairs: Sequence[Pair]) -> Iterator[Pair]:
    """The pairs that are not lines of a list: three lines of the copy, close together, each like both others."""
    near: dict[tuple[int, int], set[tuple[int, int]]] = {}
    for pair in pairs:
        if _is_close(material, pair):
            near.setdefault(pair.first.order, set()).add(pair.second.order)
            near.setdefault(pair.second.order, set()).add(pair.first.order)
    for pair in pairs:
        if not (_is_close(material, pair) and near[pair.first.order] & near[pair.second.order]):
            yield pair


def _is_close(material: Material, pair: Pair) -> bool:
    if material.is_captionish(pair.first) or material.is_captionish(pair.second):
        return False
    return pair.second.position - pair.first.position <= _NEIGHBOURHOOD
