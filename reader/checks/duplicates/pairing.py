"""Finds the pairs of units that say the same: equal ones by their words, others from the survey's comparisons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reader.checks.duplicates.caption_cues import LIKELY, CaptionSigns, is_unstopped_line
from reader.checks.duplicates.clashes import ClashPair
from reader.checks.duplicates.clauses import stand_in_a_clause
from reader.checks.duplicates.comparing import Comparison, same_words
from reader.checks.duplicates.figures import give_one_figure
from reader.checks.duplicates.frames import (
    are_items,
    are_of_one_series,
    are_question_and_answer,
    fill_one_frame,
    open_alike,
    stands_among_lines,
    swap_a_word,
)
from reader.checks.duplicates.judging import Verdict, judge, judge_restated
from reader.checks.duplicates.restating import MUCH, MUCH_BUILT_ALIKE, restate, weigh_shared
from reader.checks.duplicates.silence import (
    FEWEST_WORDS_AGAIN,
    is_leftover,
    is_stuck,
    may_repeat,
    share_only_quotation,
    stand_side_by_side,
)
from reader.checks.duplicates.survey import Survey
from reader.checks.duplicates.units import Unit
from reader.checks.duplicates.word_forms import WordClass
from reader.core.duplicates import DuplicateKind
from reader.text.alignment import align_words

_LEAST_CONTENT = 2
_SURE = 0.9
"""Certainty asked of neighbours: sentences side by side are often built alike on purpose."""
_ANEW = "anew"
_LONG = 14
"""Words from which neighbours that disagree in a fact are two versions, not two lines of a frame."""
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
    """What is known before pairs are looked for: the survey, signs of captions, and what the user wants kept.

    `kept` are the units (block id, start) that were chosen as references, and when: the last has the highest number.
    """

    survey: Survey
    signs: dict[int, CaptionSigns]
    kept: Mapping[tuple[int, int], int] = field(default_factory=dict)
    among: dict[int, bool] = field(default_factory=dict)

    def stands_among_lines(self, position: int) -> bool:
        """Whether the blocks beside a position are lines; asked of one block for each of its pairs, found once."""
        found = self.among.get(position)
        if found is None:
            found = self.among[position] = stands_among_lines(position, self.survey.blocks)
        return found

    def is_captionish(self, unit: Unit) -> bool:
        """Whether the unit's block reads like a caption, though perhaps not enough to be called one by itself."""
        signs = self.signs.get(unit.position)
        return is_unstopped_line(unit) or (signs is not None and signs.score >= LIKELY)

    def wanted(self, unit: Unit) -> int:
        """How much the user wants to keep a unit: 0 where it was not chosen, else the later the more."""
        return self.kept.get((unit.block.id, unit.text.start), 0) if self.kept else 0

    def compare(self, first: Unit, second: Unit) -> Verdict | None:
        """The verdict on two units, with the bar lowered where just one of them reads like a caption."""
        comparison = self.survey.compare(first.text, second.text)
        if comparison is None:
            return None
        caption = self.is_captionish(first) is not self.is_captionish(second)
        clash = self._without_one_person(first, second, comparison) if comparison.clash else ()
        among = (self.stands_among_lines(first.position), self.stands_among_lines(second.position))
        kept, key = self.survey.kept("verdicts"), (id(first), id(second), *among, caption, clash)
        known: tuple[Verdict | None, Unit, Unit] | None = kept.get(key)
        if known is None:
            verdict = self._judge(first, second, comparison, clash, caption=caption)
            known = kept.put(key, (verdict, first, second))
        if known[0] is None and not clash and self._restate(first, second, comparison, caption=caption):
            anew = kept.get((key, _ANEW)) or kept.put(
                (key, _ANEW), (judge_restated(first.text, second.text, comparison), *known[1:])
            )
            return self._without_frames(first, second, comparison, anew[0], caption=caption)
        return known[0]

    def _restate(self, first: Unit, second: Unit, comparison: Comparison, *, caption: bool) -> bool:
        """Whether two units state the same in other words; sentences of one paragraph go on with their matter."""
        counts, left, right = self.survey.words, first.text, second.text
        if first.position == second.position or weigh_shared(left, right, counts) < MUCH:
            return False

        def are_framed() -> bool:
            return not caption and (open_alike(left, comparison) or fill_one_frame(left, right, comparison))

        if give_one_figure(first, second, counts, framed=False) and (
            not are_framed() or give_one_figure(first, second, counts, framed=True)
        ):
            return True
        if is_leftover(first) or is_leftover(second):
            return False
        if stand_in_a_clause(first, second, counts) and not are_framed():
            return True
        if not restate(left, right, counts, much=MUCH, caption=caption):
            return False
        built_alike = stand_side_by_side(first, second) or are_framed()
        return not built_alike or restate(left, right, counts, much=MUCH_BUILT_ALIKE, caption=caption)

    def _judge(
        self, first: Unit, second: Unit, comparison: Comparison, clash: tuple[ClashPair, ...], *, caption: bool
    ) -> Verdict | None:
        leftover = is_leftover(first) or is_leftover(second)
        verdict = judge(first.text, second.text, comparison, clash, caption=caption, leftover=leftover)
        if verdict is None or verdict.kind is DuplicateKind.EXACT:
            return verdict
        if not caption and fill_one_frame(first.text, second.text, comparison):
            return None
        if stand_side_by_side(first, second) and not caption:
            long = min(first.text.size, second.text.size) >= _LONG
            if verdict.score < _SURE or (verdict.kind is DuplicateKind.CONFLICT and not long):
                return None
        return self._without_frames(first, second, comparison, verdict, caption=caption)

    def _without_frames(
        self, first: Unit, second: Unit, comparison: Comparison, verdict: Verdict | None, *, caption: bool
    ) -> Verdict | None:
        """The verdict, None where two units share their words because they share a form."""
        if verdict is None or are_question_and_answer(first, second) or are_of_one_series(first, second):
            return None
        if are_items(first, second, self.survey.blocks) and swap_a_word(first.text, second.text, comparison):
            return None
        quoted = not caption and share_only_quotation(first, second, verdict, first.text.weights)
        return None if quoted else verdict

    def compare_again(self, first: Unit, second: Unit) -> Verdict | None:
        """The verdict on two units of the same words, whatever they are by themselves; else as `compare`."""
        if same_words(first.text, second.text):
            keys = first.text.keys
            return Verdict(DuplicateKind.EXACT, 1.0, align_words(keys, second.text.keys, first.text.weights))
        return self.compare(first, second)

    def _without_one_person(self, first: Unit, second: Unit, comparison: Comparison) -> tuple[ClashPair, ...]:
        """The clashes but those of two names that stand together elsewhere: "Sarah" and "Jones" of "Sarah Jones"."""
        return tuple(
            (i, j)
            for i, j in comparison.clash
            if first.text.classes[i] is not WordClass.CONTENT
            or not self.survey.stand_together(first.text.keys[i], second.text.keys[j])
        )


@dataclass(frozen=True, slots=True)
class Wordings:
    """Units by their folded words: of each, which one speaks for all in comparisons, and which ought to stand once."""

    material: Material
    by_words: dict[tuple[str, ...], list[Unit]]
    heads: dict[tuple[str, ...], Unit | None] = field(default_factory=dict)

    @classmethod
    def of(cls, material: Material) -> Wordings:
        """The wordings of all units that are compared."""
        return cls(material, material.survey.by_words)

    def find_head(self, folded: tuple[str, ...]) -> Unit | None:
        """The unit that speaks for these words: the copy before captions, then the first; None for headings alone."""
        if folded not in self.heads:
            units = self.by_words[folded]
            self.heads[folded] = self._order(units)[0] if any(map(_speaks, units)) else None
        return self.heads[folded]

    def find_clusters(self) -> Iterator[tuple[Unit, ...]]:
        """Units of the same words that ought to stand once, the one to keep first."""
        for units in self.by_words.values():
            if len(units) > 1:
                ordered = self._order(units)
                stuck = units[0].text.size > 1 and is_stuck([unit.position for unit in units if unit.of == 1])
                if stuck or (_says_enough(units[0]) and any(map(_speaks, units))):
                    yield ordered

    def _order(self, units: Sequence[Unit]) -> tuple[Unit, ...]:
        if len(units) == 1:
            return tuple(units)
        material = self.material
        return tuple(sorted(units, key=lambda unit: (-material.wanted(unit), material.is_captionish(unit), unit.order)))


def _speaks(unit: Unit) -> bool:
    """Whether a unit is neither heading nor credit; of equal lines one that is neither speaks for all."""
    return not may_repeat(unit)


def _says_enough(unit: Unit) -> bool:
    return unit.text.size >= FEWEST_WORDS_AGAIN and len(set(unit.text.content)) >= _LEAST_CONTENT


def find_pairs(material: Material, wordings: Wordings) -> tuple[Pair, ...]:
    """All pairs among units of different words that say nearly the same, without lines of lists, as they are read."""
    pairs = sorted(_judge(material, wordings), key=lambda pair: (pair.second.order, pair.first.order))
    return tuple(_without_lists(material, pairs))


def _judge(material: Material, wordings: Wordings) -> Iterator[Pair]:
    for one, other in material.survey.alike():
        first, second = wordings.find_head(one.folded), wordings.find_head(other.folded)
        if first is None or second is None or first.text.words != one.words or second.text.words != other.words:
            continue
        if second.order < first.order:
            first, second = second, first
        verdict = material.compare(first, second)
        if verdict is not None:
            yield Pair(first, second, verdict)


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
