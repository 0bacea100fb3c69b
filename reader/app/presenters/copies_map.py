"""The map of the article: where the copies lie, as arcs from the kept one to the copy, or bands where there are many.

Heights are shares of the article's length (0 to 1), by characters, top to bottom.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.app.messages.rendering import Renderer
from reader.app.pairs import find_reference
from reader.app.presenters.queue import IssueId
from reader.core.article import Article
from reader.core.findings import Finding
from reader.core.issues import Issue, IssueState

MOST_ARCS = 40
"""More arcs than this become bands."""
_BESIDE = 0.12
"""Share of the article within which two ends lie side by side."""


class MapKind(StrEnum):
    """What lies at the end of an arc."""

    BODY = "body"
    CAPTION = "caption"
    CLASH = "clash"


@dataclass(frozen=True, slots=True)
class MapArc:
    """From the kept copy to the other one; `kept` is None for a caption that repeats nothing."""

    kept: float | None
    copy: float
    kind: MapKind
    current: bool = False


@dataclass(frozen=True, slots=True)
class MapBand:
    """Many arcs as one: all of the kept side between two heights, all of the copies between two others."""

    kept: tuple[float, float]
    copy: tuple[float, float]
    count: int
    clash: bool = False
    current: bool = False


@dataclass(frozen=True, slots=True)
class MapView:
    """Arcs and bands, and the same in words."""

    arcs: tuple[MapArc, ...]
    bands: tuple[MapBand, ...]
    description: str


def present_map(article: Article, issues: Sequence[Issue], current: IssueId | None, render: Renderer) -> MapView:
    """The map of all open issues of repeats and captions."""
    heights = _find_heights(article)
    arcs = tuple(_find_arcs(issues, current, heights))
    pairs = sum(arc.kept is not None for arc in arcs)
    description = render.text("map.description", count=pairs, captions=len(arcs) - pairs)
    if pairs <= MOST_ARCS:
        return MapView(arcs, (), description)
    lone = tuple(arc for arc in arcs if arc.kept is None or arc.kind is MapKind.CLASH)
    return MapView(lone, tuple(_make_bands(arcs)), description)


def _find_heights(article: Article) -> dict[int, float]:
    """The middle of each block."""
    total = sum(len(block.text) + 1 for block in article.blocks)
    heights: dict[int, float] = {}
    at = 0
    for block in article.blocks:
        heights[block.id] = (at + (len(block.text) + 1) / 2) / total
        at += len(block.text) + 1
    return heights


def _find_arcs(issues: Sequence[Issue], current: IssueId | None, heights: dict[int, float]) -> Iterator[MapArc]:
    for issue in issues:
        if issue.stage != "repeats" or issue.state is not IssueState.OPEN:
            continue
        for finding in issue.findings:
            reference = find_reference(finding)
            kept = heights.get(reference.places[0].block) if reference else None
            copy = heights.get(finding.place.block)
            if copy is not None:
                yield MapArc(kept, copy, _kind_of(finding), issue.id == current)


def _kind_of(finding: Finding) -> MapKind:
    if finding.rule == "duplicates.clash":
        return MapKind.CLASH
    return MapKind.CAPTION if finding.rule.startswith("captions.") else MapKind.BODY


def _make_bands(arcs: Sequence[MapArc]) -> Iterator[MapBand]:
    """Arcs that lie side by side at both ends, joined: a run of paragraphs is one band."""
    band: list[tuple[float, MapArc]] = []
    for kept, arc in sorted(((arc.kept, arc) for arc in arcs if arc.kept is not None), key=lambda end: _ends(*end)):
        if band and not _lies_beside(band[-1], (kept, arc)):
            yield _make_band(band)
            band = []
        band.append((kept, arc))
    if band:
        yield _make_band(band)


def _ends(kept: float, arc: MapArc) -> tuple[float, float]:
    return kept, arc.copy


def _lies_beside(last: tuple[float, MapArc], here: tuple[float, MapArc]) -> bool:
    return here[0] - last[0] < _BESIDE and 0 <= here[1].copy - last[1].copy < _BESIDE


def _make_band(band: Sequence[tuple[float, MapArc]]) -> MapBand:
    copies = [arc.copy for _, arc in band]
    clash = any(arc.kind is MapKind.CLASH for _, arc in band)
    current = any(arc.current for _, arc in band)
    return MapBand((band[0][0], band[-1][0]), (min(copies), max(copies)), len(band), clash, current)
