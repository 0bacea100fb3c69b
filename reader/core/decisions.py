"""A decision: what an editor settled, where, and how; an entry in a log, never a flag.

Within a session a decision holds by block id and mapped place. The fingerprint serves only to attach it again
after the article was read anew; what is ambiguous is reported, not applied.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.core.article import Article
from reader.core.messages import Message
from reader.core.spans import Place


class Verdict(StrEnum):
    """What was decided."""

    APPLIED = "applied"
    EDITED = "edited"
    STET = "stet"
    IGNORED = "ignored"
    QUERY = "query"
    CHECKED = "checked"
    ANSWERED = "answered"


SETTLES_WITHOUT_CHANGE = frozenset({Verdict.STET, Verdict.IGNORED, Verdict.CHECKED, Verdict.ANSWERED})
"""Verdicts after which the finding stays where it is, but is no longer open."""


class Scope(StrEnum):
    """How far a decision holds."""

    HERE = "here"
    ARTICLE = "article"
    CLIENT = "client"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Subject:
    """What was decided about: the issue's rule and key, its message for the list of settled issues, and its first ¶."""

    rule: str
    key: str
    message: Message
    number: int = 0


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision; `subject` is None for a query or Checked on any words.

    `places` are mapped by every later change. `answer` is the label key of the choice, `choice` its slot.
    `when` is ISO 8601 in UTC.
    """

    id: int
    verdict: Verdict
    places: tuple[Place, ...]
    subject: Subject | None = None
    scope: Scope = Scope.HERE
    answer: str = ""
    choice: int = 0
    note: str = ""
    quotes: tuple[str, ...] = ()
    fingerprints: tuple[str, ...] = ()
    when: str = ""


_NEIGHBOURS = 3


def fingerprint(article: Article, rule: str, place: Place) -> str:
    """Rule, quote, folded neighbour words and the ordinal among equals: enough to find a place again by its content."""
    block = article.block(place.block)
    if place.span is None:
        start, end = 0, len(block.text)
    else:
        start, end = place.span.start, place.span.end
    quote = block.text[start:end]
    before = block.text[:start].casefold().split()[-_NEIGHBOURS:]
    after = block.text[end:].casefold().split()[:_NEIGHBOURS]
    ordinal = block.text.count(quote, 0, start) if quote else 0
    for other in article.blocks[: article.position(block.id)]:
        if other.text == block.text:
            ordinal += other.text.count(quote) if quote else 1
    return "\x1f".join((rule, quote, " ".join(before), " ".join(after), str(ordinal)))
