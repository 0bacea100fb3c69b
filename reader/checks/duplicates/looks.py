"""The groups of the last look at an article, and whether they still hold: an edit elsewhere changes none of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reader.checks.duplicates.caption_cues import CaptionSigns
from reader.checks.duplicates.mentions import Reliance
from reader.checks.duplicates.pairing import Material
from reader.checks.duplicates.restating import rank_of
from reader.checks.duplicates.survey import Survey
from reader.checks.duplicates.units import Unit
from reader.core.duplicates import Repeats


@dataclass(slots=True)
class Look:
    """What was found, and all that it hangs on besides the units that are alike.

    Those are their words, the signs of their blocks, what the user wants kept, and whether lines stand around.
    """

    repeats: Repeats
    words: Reliance
    signs: dict[int, CaptionSigns | None]
    kept: Mapping[tuple[int, int], int]
    among: list[bool]
    counts: dict[str, int]

    @classmethod
    def of(cls, material: Material, repeats: Repeats) -> Look:
        """A look that found this."""
        survey = material.survey
        units = {id(unit): unit for unit in _find_concerned(survey)}.values()
        words = Reliance.on(survey.mentions, [unit.text for unit in units], _find_rivals(survey))
        signs = {unit.position: material.signs.get(unit.position) for unit in units}
        counts = dict.copy(survey.words)  # all of them, in one go: cheaper than those of some words one by one
        return cls(repeats, words, signs, material.kept, _find_lines(material, signs), counts)

    def holds(self, material: Material) -> bool:
        """Whether another look would find the same."""
        survey = material.survey
        return (
            survey.regrouped <= self.words.step
            and material.kept == self.kept
            and _find_lines(material, self.signs) == self.among
            and all(material.signs.get(position) == signs for position, signs in self.signs.items())
            and self._rank_alike(survey)
            and self.words.holds(survey.mentions)
        )

    def _rank_alike(self, survey: Survey) -> bool:
        """Whether no word has become rarer or commoner by so much that a statement made anew may be none."""
        changed = survey.mentions.changed_since(self.words.step)
        return changed is not None and all(
            rank_of(survey.words[key]) == rank_of(self.counts[key]) for key in changed if key in self.words.inside
        )


def _find_lines(material: Material, positions: Iterable[int]) -> list[bool]:
    return [material.stands_among_lines(position) for position in positions]


def _find_concerned(survey: Survey) -> Iterator[Unit]:
    """The units that have the words of another, or are like another."""
    for units in survey.by_words.values():
        if len(units) > 1:
            yield from units
    for pair in survey.alike():
        for text in pair:
            yield from survey.by_words[text.folded]


def _find_rivals(survey: Survey) -> Iterator[str]:
    """Words that stand in the place of one another: whether that is a contradiction hangs on where else they stand."""
    for one, other in survey.alike():
        comparison = survey.compare(one, other)
        for i, j in comparison.clash if comparison else ():
            yield from (one.keys[i], other.keys[j])
