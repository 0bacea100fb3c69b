"""From pairs to links: every copy hangs on one reference, which is itself no copy; chains end at their root."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.checks.duplicates.census import Census
from reader.checks.duplicates.comparing import Verdict
from reader.checks.duplicates.pairing import Material, Pair, find_clusters, find_pairs
from reader.checks.duplicates.units import Unit
from reader.core.duplicates import DuplicateKind

Order = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Link:
    """A copy and the reference it hangs on; the verdict takes the reference as the left side."""

    reference: Unit
    copy: Unit
    verdict: Verdict


def find_links(material: Material, census: Census) -> tuple[Link, ...]:
    """The links of an article in the order of its copies."""
    clusters = find_clusters(material)
    pairs = find_pairs(material, [cluster[0] for cluster in clusters])
    oriented = [_orient(pair, material, census) for pair in pairs]
    web = _Web(material)
    for link in sorted(oriented, key=_strength):
        web.attach(link)
    links = list(web.links.values())
    for cluster in clusters:
        links.extend(_link_cluster(cluster, web, material))
    return tuple(sorted(links, key=lambda link: link.copy.order))


def _strength(link: Link) -> tuple[bool, float, Order, Order]:
    conflict = link.verdict.kind is DuplicateKind.CONFLICT
    return (conflict, -link.verdict.score, link.reference.order, link.copy.order)


def _orient(pair: Pair, material: Material, census: Census) -> Link:
    """Which side is kept: the copy rather than a caption, a longer sentence with more to say, else the first."""
    first_goes = material.is_captionish(pair.first)
    if first_goes is material.is_captionish(pair.second):
        fuller = pair.verdict.kind is DuplicateKind.CONTAINED and pair.first.text.size < pair.second.text.size
        first_goes = fuller and bool(census.only_in([pair.second])) and not census.only_in([pair.first])
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
    if len(cluster) < 2:
        return
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
        if copy.order in self.links:
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
        if self._material.is_captionish(link.copy) and not self._material.is_captionish(link.reference):
            return
        verdict = self._material.compare(link.copy, link.reference)
        if verdict is not None:
            self._hang(Link(link.copy, link.reference, verdict))

    def _hang(self, link: Link) -> None:
        self.links[link.copy.order] = link
        self._copies_of.setdefault(link.reference.order, []).append(link.copy)
