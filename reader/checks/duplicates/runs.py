"""Finds runs: paragraphs that repeat other paragraphs in their order, with the headings and credits between them.

An article pasted twice, or its versions for desktop and phone in one scrape: one matter to decide, not forty. Lines
that may stand twice by themselves (headings, credits) go with the run that they stand in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from reader.checks.duplicates.grouping import Link
from reader.checks.duplicates.pairing import Material
from reader.checks.duplicates.units import Unit

FEWEST = 3
"""Pairs of paragraphs that make a run."""
_MOST_BETWEEN = 2
"""Paragraphs that one side may have between two pairs, and the other not."""
_MOSTLY = 0.7
"""Share of a paragraph's words that must be linked to one other paragraph."""

Positions = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Blocks:
    """The units of all blocks by the block's position."""

    by_position: Mapping[int, Sequence[Unit]]

    def size(self, position: int) -> int:
        """The number of words of a block."""
        return sum(unit.text.size for unit in self.by_position.get(position, ()))

    def say_the_same(self, one: int, other: int) -> bool:
        """Whether two blocks have the same words."""
        here, there = self.by_position.get(one), self.by_position.get(other)
        if not here or not there:
            return False
        return [unit.text.folded for unit in here] == [unit.text.folded for unit in there]


def find_runs(units: Mapping[int, Sequence[Unit]], links: Sequence[Link]) -> tuple[tuple[Positions, ...], ...]:
    """Runs as rows of block positions (reference, copy), by their copies; `units` are those of each block."""
    blocks = Blocks(units)
    taken: set[int] = set()
    runs: list[tuple[Positions, ...]] = []
    for row in _find_chains(_pair_blocks(blocks, links)):
        if len(row) >= FEWEST:
            run = tuple(_complete(blocks, row, taken))
            taken.update(copy for _, copy in run)
            runs.append(run)
    return tuple(runs)


def link_completed(material: Material, links: Sequence[Link], runs: Sequence[Sequence[Positions]]) -> tuple[Link, ...]:
    """The links, and those of the equal lines that go with what repeats around them; in order of copies.

    Lines of a run though they might stand twice, and short sentences that follow in both paragraphs.
    """
    blocks = Blocks(material.survey.blocks)
    linked = {link.copy.order for link in links}
    references = {link.reference.order for link in links}
    more: list[Link] = []
    for kept, copy in (*_find_short_between(blocks, links), *_find_in_runs(blocks, runs)):
        if copy.order in linked or copy.order in references or kept.order in linked:
            continue
        verdict = material.compare_again(kept, copy)
        if verdict is not None:
            more.append(Link(kept, copy, verdict))
            linked.add(copy.order)
            references.add(kept.order)
    return tuple(sorted((*links, *more), key=lambda link: link.copy.order)) if more else tuple(links)


def _find_in_runs(blocks: Blocks, runs: Sequence[Sequence[Positions]]) -> Iterator[tuple[Unit, Unit]]:
    for there, here in chain.from_iterable(runs):
        yield from zip(blocks.by_position[there], blocks.by_position[here], strict=False)


def _find_short_between(blocks: Blocks, links: Sequence[Link]) -> Iterator[tuple[Unit, Unit]]:
    """Sentences of the same words right behind or before two that are linked, in both blocks."""
    for link in links:
        kept, copy = link.reference, link.copy
        if kept.position == copy.position:
            continue
        there, here = blocks.by_position[kept.position], blocks.by_position[copy.position]
        for row in (
            zip(there[kept.number + 1 :], here[copy.number + 1 :], strict=False),
            _before(kept, there, copy, here),
        ):
            for one, other in row:
                if one.text.folded != other.text.folded:
                    break
                yield one, other


def _before(kept: Unit, there: Sequence[Unit], copy: Unit, here: Sequence[Unit]) -> Iterator[tuple[Unit, Unit]]:
    return zip(reversed(there[: kept.number]), reversed(here[: copy.number]), strict=False)


def _pair_blocks(blocks: Blocks, links: Sequence[Link]) -> list[Positions]:
    """Blocks most of which is linked to one other block, in the order of the copies."""
    shares: dict[Positions, int] = {}
    for link in links:
        pair = (link.reference.position, link.copy.position)
        shares[pair] = shares.get(pair, 0) + link.copy.text.size
    pairs = [pair for pair, size in shares.items() if pair[0] != pair[1] and size >= _MOSTLY * blocks.size(pair[1])]
    return sorted(pairs, key=lambda pair: (pair[1], pair[0]))


def _find_chains(pairs: Sequence[Positions]) -> Iterator[list[Positions]]:
    row: list[Positions] = []
    for pair in pairs:
        if row and not all(1 <= here - last <= 1 + _MOST_BETWEEN for last, here in zip(row[-1], pair, strict=True)):
            yield row
            row = []
        row.append(pair)
    if row:
        yield row


def _complete(blocks: Blocks, row: Sequence[Positions], taken: set[int]) -> Iterator[Positions]:
    """The row with the equal blocks before it, between its pairs, and behind it."""
    before: list[Positions] = []
    there, here = row[0]
    while here - 1 > there and here - 1 not in taken and blocks.say_the_same(there - 1, here - 1):
        there, here = there - 1, here - 1
        before.append((there, here))
    yield from reversed(before)
    for pair, following in zip(row, (*row[1:], None), strict=True):
        yield pair
        if following is not None:
            yield from _find_equal_between(blocks, pair, following)
    there, here = row[-1]
    first_copy = before[-1][1] if before else row[0][1]
    while there + 1 < first_copy and blocks.say_the_same(there + 1, here + 1):
        there, here = there + 1, here + 1
        yield there, here


def _find_equal_between(blocks: Blocks, pair: Positions, following: Positions) -> Iterator[Positions]:
    there = pair[0] + 1
    for here in range(pair[1] + 1, following[1]):
        for candidate in range(there, following[0]):
            if candidate != here and blocks.say_the_same(candidate, here):
                yield candidate, here
                there = candidate + 1
                break
