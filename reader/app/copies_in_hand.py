"""Which copies of the issue in hand a choice is meant for: the one that is open, and the ticked ones.

A group of copies is decided like a pair: what settles many places goes to the ticked ones, what settles one to the
open one. Copies are known by their places, so the ticks outlive a re-check.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from reader.core.duplicates import DuplicateKind
from reader.core.findings import Finding
from reader.core.issues import Issue
from reader.core.slots import PROPOSED
from reader.core.spans import Place

_FEWEST_FOLDED = 3
"""Equal paragraphs of a run that fold into one row."""


@dataclass(frozen=True, slots=True)
class CopiesInHand:
    """The place of the open copy, and those of the ticked ones."""

    open: Place
    ticked: frozenset[Place]

    @classmethod
    def of(cls, issue: Issue) -> CopiesInHand:
        """The first copy open, and those ticked for which something is proposed: no other loses anything unseen."""
        proposed = frozenset(finding.place for finding in issue.findings if has_proposal(finding))
        first = next((finding.place for finding in issue.findings if finding.place in proposed), None)
        open_copy = first or issue.findings[0].place
        return cls(open_copy, proposed or frozenset((open_copy,)))

    def following(self, issue: Issue) -> CopiesInHand:
        """The same for the issue as it is found now; places that are no longer in it are left out."""
        places = [finding.place for finding in issue.findings]
        if self.open not in places:
            return CopiesInHand.of(issue)
        return replace(self, ticked=self.ticked.intersection(places))

    def stepped(self, issue: Issue, step: int, *, fold: bool) -> CopiesInHand:
        """The copy of the next (1) or previous (-1) row open, round the ends."""
        rows = rows_of(issue, fold=fold)
        here = next((n for n, row in enumerate(rows) if self.at(issue) in row), 0)
        return self.opened(issue, rows[(here + step) % len(rows)][0])

    def opened(self, issue: Issue, at: int) -> CopiesInHand:
        """Another copy open; alone it is meant, where nothing is proposed for any."""
        place = issue.findings[at].place
        if not any(map(has_proposal, issue.findings)):
            return CopiesInHand(place, frozenset((place,)) if len(self.ticked) <= 1 else self.ticked)
        return replace(self, open=place)

    def toggled(self, issue: Issue, numbers: tuple[int, ...]) -> CopiesInHand:
        """These copies ticked, or no longer ticked where all of them were; a pair has nothing to tick."""
        if len(issue.findings) < 2:
            return self
        places = frozenset(issue.findings[n].place for n in numbers)
        return replace(self, ticked=self.ticked - places if places <= self.ticked else self.ticked | places)

    def at(self, issue: Issue) -> int:
        """The number of the open copy among the findings."""
        return next((n for n, finding in enumerate(issue.findings) if finding.place == self.open), 0)

    def numbers(self, issue: Issue) -> tuple[int, ...]:
        """The numbers of the ticked copies; that of the open one where none is."""
        return tuple(n for n, finding in enumerate(issue.findings) if finding.place in self.ticked) or (self.at(issue),)


def rows_of(issue: Issue, *, fold: bool) -> tuple[tuple[int, ...], ...]:
    """The numbers of the copies of an issue, row by row: one each, and one for the equal paragraphs of a run."""
    equal = tuple(n for n, finding in enumerate(issue.findings) if is_equal(finding)) if fold and is_run(issue) else ()
    if len(equal) < _FEWEST_FOLDED:
        return tuple((n,) for n in range(len(issue.findings)))
    return (equal, *((n,) for n in range(len(issue.findings)) if n not in equal))


def is_run(issue: Issue) -> bool:
    """Whether an issue is a run: paragraphs that repeat paragraphs in their order."""
    return issue.message.key == "duplicates.run.found"


def is_equal(finding: Finding) -> bool:
    """Whether a copy repeats word for word."""
    return finding.klass == DuplicateKind.EXACT.value


def has_proposal(finding: Finding) -> bool:
    """Whether something is proposed for a finding, and not only offered."""
    return bool(finding.fixes) and finding.fixes[0].slot == PROPOSED and bool(finding.fixes[0].changes)
