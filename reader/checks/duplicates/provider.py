"""Looks through an article for repeats and captions, and says what it found as one value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.checks.duplicates.caption_cues import LIKELY, CaptionSigns, read_signs, stops_are_usual
from reader.checks.duplicates.census import Census
from reader.checks.duplicates.grouping import Link, find_links
from reader.checks.duplicates.marking import mark_link
from reader.checks.duplicates.pairing import Material
from reader.checks.duplicates.runs import find_runs, link_completed
from reader.checks.duplicates.survey import SURVEYS, Survey
from reader.checks.duplicates.units import Unit, units_of_text
from reader.checks.facts import CHOSEN_REFERENCES, REPEATS, Facts, Provider
from reader.core.article import Article
from reader.core.duplicates import AlsoAlike, CaptionGuess, Copy, DuplicateGroup, DuplicateKind, Repeats, Run
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
    material = Material(survey, _read_captions(survey), kept)
    found = find_links(material, Census(survey.words))
    runs = find_runs(survey.blocks, found.links)
    links = link_completed(material, found.links, runs)
    groups = tuple(_group(tuple(_merge(links)), Census(survey.words)))
    return Repeats(
        groups,
        tuple(_guess_captions(article, groups, material)),
        tuple(_make_run(article, run) for run in runs),
        tuple(_also_alike(run) for run in _merge(found.also)),
    )


def _make_run(article: Article, run: Sequence[tuple[int, int]]) -> Run:
    reference, copy = zip(*run, strict=True)
    return Run(_blocks_at(article, reference), _blocks_at(article, copy))


def _blocks_at(article: Article, positions: Sequence[int]) -> Passage:
    return Passage(tuple(Place(article.blocks[position].id) for position in positions))


def _also_alike(run: Sequence[Link]) -> AlsoAlike:
    kept, copy = _passage([link.reference for link in run]), _passage([link.copy for link in run])
    verdicts = [link.verdict for link in run]
    return AlsoAlike(kept, copy, _joint_kind([one.kind for one in verdicts]), min(one.score for one in verdicts))


def _read_captions(survey: Survey) -> dict[int, CaptionSigns]:
    usual = stops_are_usual(survey.units)
    lone = (units[0] for units in survey.blocks.values() if len(units) == 1)
    signs = ((unit.position, read_signs(unit, stops_usual=usual)) for unit in lone)
    return {position: found for position, found in signs if found is not None}


def _merge(links: Sequence[Link]) -> Iterator[list[Link]]:
    """Links whose copies follow one another in a block, as their references do in theirs."""
    run: list[Link] = []
    for link in links:
        if run and not _follows(run[-1], link):
            yield run
            run = []
        run.append(link)
    if run:
        yield run


def _follows(before: Link, link: Link) -> bool:
    return all(
        here.position == last.position and here.number == last.number + 1
        for last, here in ((before.copy, link.copy), (before.reference, link.reference))
    )


def _group(passages: Sequence[list[Link]], census: Census) -> Iterator[DuplicateGroup]:
    """Copies with the same reference, groups in the order of their references."""
    copies: dict[Passage, list[Copy]] = {}
    first: dict[Passage, tuple[int, int]] = {}
    for run in passages:
        reference = _passage([link.reference for link in run])
        copies.setdefault(reference, []).append(_copy(run, census))
        first[reference] = run[0].reference.order
    for reference in sorted(copies, key=lambda passage: (first[passage], passage.places[0].span is not None)):
        yield DuplicateGroup(reference, tuple(copies[reference]))


def _passage(units: Sequence[Unit]) -> Passage:
    """The place of consecutive units of one block; the whole block where they are all it has."""
    block = units[0].block
    if len(units) == units[0].of:
        return Passage.of(Place(block.id))
    return Passage.of(Place.at(block.id, units[0].text.start, units[-1].text.end))


def _copy(run: Sequence[Link], census: Census) -> Copy:
    markings = [mark_link(link) for link in run]
    kind = _joint_kind([link.verdict.kind for link in run])
    units = [link.copy for link in run]
    texts = [unit.text for unit in units]
    only_here = census.only_in(texts)
    if kind is not DuplicateKind.CONFLICT and not only_here:
        census.leave_out(texts)
    return Copy(
        _passage(units),
        kind,
        min(link.verdict.score for link in run),
        tuple(word for marking in markings for word in marking.copy),
        tuple(word for marking in markings for word in marking.reference),
        tuple(pair for marking in markings for pair in marking.changed),
        tuple(phrase for marking in markings for phrase in marking.adds),
        only_here,
        tuple(pair for marking in markings for pair in marking.clash),
    )


def _joint_kind(kinds: Sequence[DuplicateKind]) -> DuplicateKind:
    for kind in (DuplicateKind.CONFLICT, DuplicateKind.PARAPHRASE, DuplicateKind.NEAR, DuplicateKind.CONTAINED):
        if kind in kinds:
            return kind
    return DuplicateKind.EXACT


def _guess_captions(article: Article, groups: Sequence[DuplicateGroup], material: Material) -> Iterator[CaptionGuess]:
    twins: dict[int, tuple[Passage, DuplicateKind, bool]] = {}
    for group in groups:
        for copy in group.copies:
            place = copy.passage.places[0]
            twins[place.block] = (group.reference, copy.kind, place.span is None)
    for position, block in enumerate(article.blocks):
        signs = material.signs.get(position)
        if signs is None:
            continue
        place = Place(block.id)
        if block.id not in twins:
            if signs.score >= LIKELY:
                yield CaptionGuess(place, signs.score, signs.cues)
            continue
        reference, kind, whole = twins[block.id]
        if whole and kind is not DuplicateKind.CONFLICT and (signs.score >= LIKELY or _NO_STOP in signs.cues):
            score = min(1.0, signs.score + _TWIN_COUNTS)
            yield CaptionGuess(place, score, (*signs.cues, _REPEATS_THE_COPY), reference)


def _provide(article: Article, facts: Facts) -> Repeats:
    return find_repeats(article, facts.get(CHOSEN_REFERENCES))


REPEATS_PROVIDER: Provider[Repeats] = Provider(REPEATS, _provide, reads=(CHOSEN_REFERENCES.name,))
"""Fills the fact of repeats from the article and the references that the user chose."""
