"""What a finding on a copy hangs on: as long as all of it stands, the finding is what it was and is not made anew."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from itertools import chain

from reader.checks.duplicates.choices import Choices
from reader.checks.duplicates.mentions import Reliance
from reader.checks.duplicates.units import find_name_pairs
from reader.checks.duplicates.wording import number_of, say_run
from reader.core.article import Block
from reader.core.duplicates import Copy, Run
from reader.core.findings import Finding
from reader.core.spans import Passage, Place

Belongs = Run | str
"""The run that a copy is part of, or the first text of its group."""


@dataclass(frozen=True, slots=True)
class KeptFinding:
    """A finding, and what it was made of."""

    finding: Finding
    copy: Copy
    blocks: tuple[Block, ...]
    words: Reliance

    def holds(self, choices: Choices) -> bool:
        """Whether the words that it relies on still stand as they did."""
        return self.words.holds(choices.around.survey.mentions)


@dataclass(frozen=True, slots=True)
class Grounds:
    """A copy with its reference and what stands around both; `key` tells them from all others."""

    copy: Copy
    blocks: tuple[Block, ...]
    key: Hashable

    @classmethod
    def of(cls, choices: Choices, reference: Passage, copy: Copy, belongs: Belongs) -> Grounds:
        """The grounds of the finding on a copy; the key is None where they cannot be told."""
        places = (copy.passage.places[0], reference.places[0])
        around = [_around(choices, place) for place in places]
        blocks = (*around[0], *around[1])
        alone = [choices.is_alone(choices.article.block(place.block)) for place in places]
        numbers = [number_of(choices.article, place) for place in places]
        key = (id(copy), reference, _name(choices, belongs), *map(id, blocks), *alone, *numbers)
        return cls(copy, blocks, key if all(around) else None)

    def keep(self, choices: Choices, finding: Finding) -> KeptFinding:
        """The finding with its grounds, to be kept."""
        places = (self.copy.passage.places[0], *finding.related[0].passage.places[:1])
        units = [unit for place in places for unit in choices.around.units_from(place)]
        texts = [unit.text for unit in units]
        names = chain.from_iterable(pair for text in texts for pair in find_name_pairs(text))
        return KeptFinding(finding, self.copy, self.blocks, Reliance.on(choices.around.survey.mentions, texts, names))


def _around(choices: Choices, place: Place) -> tuple[Block, ...]:
    """The block of a place and its neighbours; none where one of them is empty: then others are its neighbours."""
    here = choices.article.position(place.block)
    start, end = max(0, here - 1), min(here + 2, len(choices.article.blocks))
    units = choices.around.survey.blocks
    for position in range(start, end):
        if not units.get(position):
            return ()
    return choices.article.blocks[start:end]


def _name(choices: Choices, belongs: Belongs) -> Hashable:
    if isinstance(belongs, str):
        return belongs
    return say_run(choices.article, belongs), choices.article.text_at(belongs.copy.places[0])
