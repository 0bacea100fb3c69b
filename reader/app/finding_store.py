"""The findings of an article as they come from the checks, carried along while the text changes under them.

Results are kept by family and block (None: the family's article checks); a new result replaces the old one whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reader.core.article import Article
from reader.core.changes import Change, Mapping, MergeBlocks, RemoveBlock, ReplaceText, SplitBlock, blocks_of
from reader.core.findings import Finding, Related
from reader.core.fixes import Fix
from reader.core.rules import Family
from reader.core.spans import Passage


class FindingStore:
    """Findings by family and block; every one satisfies the quote law on the article last given."""

    def __init__(self) -> None:
        self._results: dict[tuple[Family, int | None], tuple[Finding, ...]] = {}

    def __iter__(self) -> Iterator[Finding]:
        for findings in self._results.values():
            yield from findings

    def put(self, family: Family, block: int | None, findings: Iterable[Finding], article: Article) -> bool:
        """Take a result, leaving out findings whose words have moved on; whether anything is different now."""
        kept = tuple(finding for finding in findings if holds(finding, article))
        before = self._results.get((family, block), ())
        if kept:
            self._results[family, block] = kept
        else:
            self._results.pop((family, block), None)
        return kept != before

    def carry(self, mapping: Mapping, article: Article) -> None:
        """Carry all findings through changes; those whose words were touched are gone until the next check."""
        touched = mapping.touched_blocks()
        if not touched:
            return
        for (family, block), findings in list(self._results.items()):
            if block is not None and block not in touched:
                continue
            self._results.pop((family, block))
            by_home: dict[int | None, list[Finding]] = {}
            for finding in findings:
                carried = carry_finding(finding, mapping, article, touched)
                if carried is not None:
                    home = None if block is None else carried.place.block
                    by_home.setdefault(home, []).append(carried)
            for home, carried_findings in by_home.items():
                self._results[family, home] = (*self._results.get((family, home), ()), *carried_findings)

    def clear(self) -> None:
        """Forget all findings."""
        self._results.clear()


def holds(finding: Finding, article: Article) -> bool:
    """Whether the words that were judged still stand at the finding's place."""
    try:
        return article.text_at(finding.place) == finding.quote
    except (KeyError, IndexError):
        return False


def carry_finding(finding: Finding, mapping: Mapping, article: Article, touched: frozenset[int]) -> Finding | None:
    """The finding after some changes, without fixes that no longer fit; None where its words are not the same."""
    if not _concerns(finding, touched):
        return finding
    place = mapping.place(finding.place)
    if place is None:
        return None
    fixes = tuple(fix for old in finding.fixes if (fix := _carry_fix(old, mapping, article)) is not None)
    related = tuple(item for old in finding.related if (item := _carry_related(old, mapping)) is not None)
    carried = replace(finding, place=place, fixes=fixes, related=related)
    return carried if holds(carried, article) else None


def _concerns(finding: Finding, touched: frozenset[int]) -> bool:
    if finding.place.block in touched:
        return True
    if any(place.block in touched for item in finding.related for place in item.passage.places):
        return True
    return any(block in touched for fix in finding.fixes for change in fix.changes for block in blocks_of(change))


def _carry_related(related: Related, mapping: Mapping) -> Related | None:
    places = mapping.places(related.passage.places)
    return Related(Passage(places, related.passage.article), related.relation) if places else None


def _carry_fix(fix: Fix, mapping: Mapping, article: Article) -> Fix | None:
    changes: list[Change] = []
    for change in fix.changes:
        carried = _carry_change(change, mapping, article)
        if carried is None:
            return None
        changes.append(carried)
    return replace(fix, changes=tuple(changes))


def _carry_change(change: Change, mapping: Mapping, article: Article) -> Change | None:
    match change:
        case ReplaceText():
            place = mapping.place(change.place)
            if place is None or place.span is None or place.block not in article:
                return None
            moved = replace(change, place=place)
            return moved if article.text_at(place) == change.old else None
        case RemoveBlock():
            if change.block.id not in article or article.block(change.block.id).text != change.block.text:
                return None
            return RemoveBlock(article.block(change.block.id))
        case SplitBlock() | MergeBlocks():
            return None
        case _:
            return change if all(block in article for block in blocks_of(change)) else None
