"""The pair behind a finding on a repeat: the passage that is kept, and the copy with its words aligned."""

from __future__ import annotations

from reader.core.duplicates import Copy, Repeats
from reader.core.findings import Finding, Relation
from reader.core.spans import Passage, Place


def find_reference(finding: Finding) -> Passage | None:
    """The passage that a finding repeats or contradicts, None where it stands alone."""
    for related in finding.related:
        if related.relation is Relation.REFERENCE:
            return related.passage
    return finding.related[0].passage if finding.related else None


def find_copy(repeats: Repeats, place: Place, reference: Passage) -> Copy | None:
    """The copy at a place, aligned with its reference; None where the fact is older than the finding."""
    kept = reference.places[0]
    for group in repeats.groups:
        for copy in group.copies:
            if copy.passage.places[0] == place and group.reference.places[0] == kept:
                return copy
    for group in repeats.groups:
        for copy in group.copies:
            if copy.passage.places[0] == kept and group.reference.places[0] == place:
                # The fact holds the pair the other way round: the sides were exchanged a moment ago.
                return Copy(group.reference, copy.kind, copy.score, copy.reference_words, copy.words)
    return None
