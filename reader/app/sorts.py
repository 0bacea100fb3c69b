"""Sorts of repeats, by what there is to decide: the list of the duplicate view is grouped by them."""

from __future__ import annotations

from enum import StrEnum

from reader.app.copies_in_hand import has_proposal, is_run
from reader.core.changes import RemoveBlock, ReplaceText
from reader.core.findings import Finding
from reader.core.issues import Issue


class Sort(StrEnum):
    """What kind of decision a repeat asks for."""

    CLASH = "clash"
    RUN = "run"
    NOTHING = "nothing"
    ADDS = "adds"
    EXACT = "exact"
    CAPTION = "caption"


SORTS = (Sort.CLASH, Sort.RUN, Sort.NOTHING, Sort.ADDS, Sort.EXACT, Sort.CAPTION)
"""In the order of the list: contradictions before all, for no cut may hide one."""
_CAPTION_RULE = "captions.repeat"


def sort_of(issue: Issue) -> Sort:
    """The sort of an issue on repeats or captions; of a settled one, as far as its message tells."""
    if issue.rule == "duplicates.clash":
        return Sort.CLASH
    if issue.rule == "captions.fallen":
        return Sort.CAPTION
    if is_run(issue):
        return Sort.RUN
    if issue.message.key.endswith(".exact") and issue.rule != _CAPTION_RULE:
        return Sort.EXACT
    if issue.findings:
        return Sort.NOTHING if any(map(adds_nothing, issue.findings)) else Sort.ADDS
    return Sort.ADDS if issue.message.value("adds") else Sort.NOTHING


def adds_nothing(finding: Finding) -> bool:
    """Whether a copy can be cut without a word being lost: then that is what is proposed."""
    return has_proposal(finding) and not finding.fixes[0].loses and cuts(finding)


def cuts(finding: Finding) -> bool:
    """Whether the first choice on a finding cuts it."""
    return bool(finding.fixes) and any(isinstance(c, RemoveBlock | ReplaceText) for c in finding.fixes[0].changes)
