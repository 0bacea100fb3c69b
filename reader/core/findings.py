"""A finding: a fault at a place, with the words that stand there, the reason, and the ways to mend it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from reader.core.article import Block
from reader.core.changes import Change, RemoveBlock, ReplaceText, SetMarks, SetRole, blocks_of
from reader.core.fixes import Fix
from reader.core.messages import Message
from reader.core.spans import Passage, Place


class Severity(StrEnum):
    """How bad a fault is; a query asks rather than states."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    QUERY = "query"


class Relation(StrEnum):
    """Why another passage is named beside a finding."""

    REFERENCE = "reference"
    OPENED_HERE = "opened here"
    OTHER_SPELLING = "other spelling"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class Related:
    """Another passage that the finding points to."""

    passage: Passage
    relation: Relation


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault. Law: `article.text_at(finding.place) == finding.quote`.

    `rule` is `category.fault`; `key` groups alike findings into one decision (empty: one decision for each place);
    `klass` is spelling's error, unknown, dialect or name, or how a copy relates to what it repeats; `score` is 0 to 1;
    `evidence` is one line of reasons.
    """

    rule: str
    place: Place
    quote: str
    message: Message
    severity: Severity = Severity.WARNING
    key: str = ""
    related: tuple[Related, ...] = ()
    fixes: tuple[Fix, ...] = ()
    score: float = 1.0
    klass: str = ""
    evidence: Message | None = None


def rehome(finding: Finding, block: Block) -> Finding:
    """The same finding in another block of the same text: what lets equal blocks share one result.

    Only for findings of block rules, which speak of one block alone.
    """
    if finding.place.block == block.id and not any(
        isinstance(c, RemoveBlock) for f in finding.fixes for c in f.changes
    ):
        return finding
    place = replace(finding.place, block=block.id)
    fixes = tuple(replace(fix, changes=tuple(_rehomed(c, block) for c in fix.changes)) for fix in finding.fixes)
    related = tuple(
        replace(r, passage=Passage(tuple(replace(p, block=block.id) for p in r.passage.places)))
        for r in finding.related
    )
    return replace(finding, place=place, fixes=fixes, related=related)


def _rehomed(change: Change, block: Block) -> Change:
    match change:
        case ReplaceText():
            return replace(change, place=replace(change.place, block=block.id))
        case RemoveBlock():
            return RemoveBlock(block)
        case SetRole() | SetMarks():
            return replace(change, block=block.id)
        case _:
            raise ValueError(f"a block rule may not {type(change).__name__} (blocks {blocks_of(change)})")
