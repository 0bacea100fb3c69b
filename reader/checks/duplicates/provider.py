"""Looks through an article for repeats and captions, and says what it found as one value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.checks.duplicates.caption_cues import LIKELY, CaptionSigns, read_signs, stops_are_usual
from reader.checks.duplicates.gathering import gather
from reader.checks.duplicates.pairing import Material
from reader.checks.duplicates.survey import Survey
from reader.checks.duplicates.surveys import SURVEYS
from reader.checks.duplicates.units import units_of_text
from reader.checks.facts import CHOSEN_REFERENCES, REPEATS, Facts, Provider
from reader.core.article import Article
from reader.core.duplicates import CaptionGuess, DuplicateGroup, DuplicateKind, Repeats
from reader.core.spans import Passage, Place

_REPEATS_THE_COPY = "repeats the copy"
_NO_STOP = "no final stop"
_TWIN_COUNTS = 0.4


def find_repeats(article: Article, chosen: tuple[Place, ...] = ()) -> Repeats:
    """All groups of copies in the order of their references, runs of them, and paragraphs that read like captions.

    `chosen` are passages that the user wants to keep: each is the reference of its group.
    """
    return find_repeats_in(SURVEYS.of(article), article, chosen)


def find_repeats_in(survey: Survey, article: Article, chosen: tuple[Place, ...] = ()) -> Repeats:
    """The same from a survey of just this article."""
    kept = {
        (place.block, unit.start): n
        for n, place in enumerate(chosen, 1)
        if place.block in article
        for unit in units_of_text(article.block(place.block).text)
        if place.span is None or place.span.start <= unit.start < place.span.end
    }
    material = Material(survey, read_captions(survey), kept)
    repeats = gather(material)
    return replace(repeats, captions=tuple(_guess_captions(article, repeats.groups, material)))


def read_captions(survey: Survey) -> dict[int, CaptionSigns]:
    """The signs of captions, by the positions of their blocks."""
    usual = stops_are_usual(units[-1] for units in survey.blocks.values() if units)
    lone = (units[0] for units in survey.blocks.values() if len(units) == 1)
    signs = ((unit.position, read_signs(unit, stops_usual=usual)) for unit in lone)
    return {position: found for position, found in signs if found is not None}


def _guess_captions(article: Article, groups: Sequence[DuplicateGroup], material: Material) -> Iterator[CaptionGuess]:
    twins: dict[int, tuple[Passage, DuplicateKind, bool]] = {}
    for group in groups:
        for copy in group.copies:
            place = copy.passage.places[0]
            twins[place.block] = (group.reference, copy.kind, place.span is None)
    for position, signs in sorted(material.signs.items()):
        block = article.blocks[position]
        if block.id not in twins:
            if signs.score >= LIKELY:
                yield CaptionGuess(Place(block.id), signs.score, signs.cues)
            continue
        reference, kind, whole = twins[block.id]
        if whole and kind is not DuplicateKind.CONFLICT and (signs.score >= LIKELY or _NO_STOP in signs.cues):
            score = min(1.0, signs.score + _TWIN_COUNTS)
            yield CaptionGuess(Place(block.id), score, (*signs.cues, _REPEATS_THE_COPY), reference)


def _provide(article: Article, facts: Facts) -> Repeats:
    return find_repeats(article, facts.get(CHOSEN_REFERENCES))


REPEATS_PROVIDER: Provider[Repeats] = Provider(REPEATS, _provide, reads=(CHOSEN_REFERENCES.name,))
"""Fills the fact of repeats from the article and the references that the user chose."""
