"""From pairs to links: every copy hangs on one reference, which is itself no copy; chains end at their root."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from reader.checks.duplicates.census import Census
from reader.checks.duplicates.judging import Verdict
from reader.checks.duplicates.pairing import Material, Pair, Wordings, find_pairs
from reader.checks.duplicates.units import Unit
from reader.core.duplicates import DuplicateKind

Order = tuple[int, int]
_MOST_TOLD = 8
"""Equal units of which every pair is told; of more only those with the first."""


@dataclass(frozen=True, slots=True)
class Link:
    """A copy and the reference it hangs on; the verdict takes the reference as the left side."""

    reference: Unit
    copy: Unit
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Links:
    """The links of an article in the order of its copies; `also` hold pairs whose sides hang on something else."""

    links: tuple[Link, ...]
    also: tuple[Link, ...]


def find_links(material: Material, census: Census) -> Links:
    """The links of all pairs."""
    wordings = Wordings.of(material)
    clusters = tuple(wordings.find_clusters())
    pairs = find_pairs(material, wordings)
    oriented = sorted([_orient(pair, material, census) for pair in pairs], key=lambda link: _strength(link, material))
    web = _Web(material)
    for link in oriented:
        web.attach(link)
    links = list(web.links.values())
    for cluster in clusters:
        links.extend(_link_cluster(cluster, web, material))
    told = {frozenset((link.reference.order, link.copy.order)) for link in links}
    also = [link for link in oriented if frozenset((link.reference.order, link.copy.order)) not in told]
    for cluster in clusters:
        if 2 < len(cluster) <= _MOST_TOLD:
            also.extend(_pair_up(cluster[1:], material))
    links.sort(key=lambda link: link.copy.order)
    also.sort(key=lambda link: link.copy.order)
    return Links(tuple(links), tuple(also))


def _pair_up(units: Sequence[Unit], material: Material) -> Iterable[Link]:
    for first, second in combinations(units, 2):
        verdict = material.compare(first, second)
        if verdict is not None:
            yield Link(first, second, verdict)


def _strength(link: Link, material: Material) -> tuple[int, bool, float, Order, Order]:
    conflict = link.verdict.kind is DuplicateKind.CONFLICT
    return (-material.wanted(link.reference), conflict, -link.verdict.score, link.reference.order, link.copy.order)


def _orient(pair: Pair, material: Material, census: Census) -> Link:
    """Which side is kept: the one chosen, the copy not the caption, the longer if it says more, else the first."""
    first_goes = material.is_captionish(pair.first)
    if material.wanted(pair.first) != material.wanted(pair.second):
        first_goes = material.wanted(pair.second) > material.wanted(pair.first)
    elif first_goes is material.is_captionish(pair.second):
        fuller = pair.verdict.kind is DuplicateKind.CONTAINED and pair.first.text.size < pair.second.text.size
        first_goes = fuller and bool(census.only_in([pair.second.text])) and not census.only_in([pair.first.text])
    if not first_goes:
        return Link(pair.first, pair.second, pair.verdict)
    verdict = material.compare(pair.second, pair.first)
    if verdict is None:
        return Link(pair.first, pair.second, pair.verdict)
    return Link(pair.second, pair.first, verdict)


def _link_cluster(cluster: Sequence[Unit], web: _Web, material: Material) -> Iterable[Link]:
    """The equal units after the first, hung where that one hangs; equal words align alike."""
    head = cluster[0]
    link = web.links.get(head.order)
    if link is not None:
        yield from (Link(link.reference, unit, link.verdict) for unit in cluster[1:])
        return
    verdict = material.compare(head, cluster[1])
    if verdict is not None:
        yield from (Link(head, unit, verdict) for unit in cluster[1:])


class _Web:
    """Copies and what they hang on; no reference is ever a copy."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self.links: dict[Order, Link] = {}
        self._copies_of: dict[Order, list[Unit]] = {}

    def attach(self, link: Link) -> None:
        """Take in a link where copy and reference are free for it; a chain is led to its root or left out."""
        reference, copy = link.reference, link.copy
        if copy.order in self.links or self._is_more_wanted(copy, reference):
            return
        above = self.links.get(reference.order)
        if above is not None:
            self._attach_to_root(above.reference, copy)
        elif copy.order not in self._copies_of:
            self._hang(link)
        elif reference.order not in self._copies_of:
            self._attach_below(link)

    def _attach_to_root(self, root: Unit, copy: Unit) -> None:
        if root.order == copy.order or copy.order in self._copies_of:
            return
        verdict = self._material.compare(root, copy)
        if verdict is not None:
            self._hang(Link(root, copy, verdict))

    def _attach_below(self, link: Link) -> None:
        """The copy is a reference already: the free unit becomes its copy, unless a caption would be kept so."""
        if self._is_more_wanted(link.reference, link.copy):
            return
        if self._material.is_captionish(link.copy) and not self._material.is_captionish(link.reference):
            return
        verdict = self._material.compare(link.copy, link.reference)
        if verdict is not None:
            self._hang(Link(link.copy, link.reference, verdict))

    def _is_more_wanted(self, one: Unit, other: Unit) -> bool:
        return self._material.wanted(one) > self._material.wanted(other)

    def _hang(self, link: Link) -> None:
        self.links[link.copy.order] = link
        self._copies_of.setdefault(link.reference.order, []).append(link.copy)
