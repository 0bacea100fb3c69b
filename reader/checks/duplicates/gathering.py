"""Gathers links to passages, groups and runs: neighbouring sentences that repeat neighbouring ones are one passage."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reader.checks.duplicates.census import Census
from reader.checks.duplicates.grouping import Link, find_links
from reader.checks.duplicates.kept import Kept
from reader.checks.duplicates.looks import Look
from reader.checks.duplicates.marking import mark_link
from reader.checks.duplicates.pairing import Material
from reader.checks.duplicates.runs import find_runs, link_completed
from reader.checks.duplicates.units import Unit
from reader.core.duplicates import AlsoAlike, Copy, DuplicateGroup, DuplicateKind, Repeats, Run
from reader.core.spans import Passage, Place

_COPIES = "copies"
ArticleAt = Callable[[int], str]
"""The key of the article that a block position belongs to."""


def gather(material: Material, article_at: ArticleAt = lambda _position: "") -> Repeats:
    """Groups of copies in the order of their references, runs and further pairs; without captions."""
    looks: Kept[Look] = material.survey.kept("looks")
    last = looks.get("last")
    if last is not None and last.holds(material):
        return last.repeats
    for kept in (material.survey.kept("verdicts"), material.survey.kept(_COPIES)):
        kept.begin_look()
    found = find_links(material, Census(material.survey.words))
    runs = find_runs(material.survey.blocks, found.links)
    links = link_completed(material, found.links, runs)
    passages = _Passages(material, article_at)
    groups = tuple(passages.group(tuple(_merge(links)), Census(material.survey.words)))
    also = tuple(passages.also_alike(run) for run in _merge(found.also))
    repeats = Repeats(groups, runs=tuple(map(passages.make_run, runs)), also=also)
    looks.put("last", Look.of(material, repeats))
    return repeats


@dataclass(frozen=True, slots=True)
class _Passages:
    """Makes passages of units."""

    material: Material
    article_at: ArticleAt

    def group(self, passages: Sequence[list[Link]], census: Census) -> Iterator[DuplicateGroup]:
        """Copies with the same reference, groups in the order of their references."""
        copies: dict[Passage, list[Copy]] = {}
        first: dict[Passage, tuple[int, int]] = {}
        for run in passages:
            reference = self._make([link.reference for link in run])
            copies.setdefault(reference, []).append(self._copy(run, census))
            first[reference] = run[0].reference.order
        for reference in sorted(copies, key=lambda passage: (first[passage], passage.places[0].span is not None)):
            yield DuplicateGroup(reference, tuple(copies[reference]))

    def also_alike(self, run: Sequence[Link]) -> AlsoAlike:
        """A pair whose sides hang on something else."""
        kept, copy = self._make([link.reference for link in run]), self._make([link.copy for link in run])
        verdicts = [link.verdict for link in run]
        return AlsoAlike(kept, copy, _joint_kind([one.kind for one in verdicts]), min(one.score for one in verdicts))

    def make_run(self, run: Sequence[tuple[int, int]]) -> Run:
        """A run of block positions."""
        reference, copy = zip(*run, strict=True)
        return Run(self._blocks_at(reference), self._blocks_at(copy))

    def _make(self, units: Sequence[Unit]) -> Passage:
        """The place of consecutive units of one block; the whole block where they are all it has."""
        block = units[0].block
        if len(units) == units[0].of:
            place = Place(block.id)
        else:
            place = Place.at(block.id, units[0].text.start, units[-1].text.end)
        return Passage((place,), self.article_at(units[0].position))

    def _blocks_at(self, positions: Sequence[int]) -> Passage:
        blocks = self.material.survey.blocks
        places = tuple(Place(blocks[position][0].block.id) for position in positions)
        return Passage(places, self.article_at(positions[0]))

    def _copy(self, run: Sequence[Link], census: Census) -> Copy:
        kept = self.material.survey.kept(_COPIES)
        key = tuple([id(part) for link in run for part in (link.reference, link.copy, link.verdict)])
        known: tuple[Copy, Sequence[Link]] | None = kept.get(key)
        texts = [link.copy.text for link in run]
        only_here = census.only_in(texts)
        if known is None or known[0].only_here != only_here:
            known = kept.put(key, (self._make_copy(run, only_here), run))
        copy = known[0]
        if copy.kind is not DuplicateKind.CONFLICT and not only_here:
            census.leave_out(texts)
        return copy

    def _make_copy(self, run: Sequence[Link], only_here: tuple[str, ...]) -> Copy:
        markings = [mark_link(link) for link in run]
        kind = _joint_kind([link.verdict.kind for link in run])
        units = [link.copy for link in run]
        return Copy(
            self._make(units),
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
    """Whether two links are one passage; a statement made anew is decided apart from what stands word for word."""
    if (before.verdict.kind is DuplicateKind.PARAPHRASE) is not (link.verdict.kind is DuplicateKind.PARAPHRASE):
        return False
    return all(
        here.position == last.position and here.number == last.number + 1
        for last, here in ((before.copy, link.copy), (before.reference, link.reference))
    )
