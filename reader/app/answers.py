"""What the user's answers tell the checks: which passages are the references of their groups."""

from __future__ import annotations

from collections.abc import Iterable

from reader.core.article import Article
from reader.core.decisions import Decision, Verdict
from reader.core.spans import Place

REFERENCE = "reference"
"""The answer of a decision that chooses a passage as the one to keep."""


def chosen_references(article: Article, decisions: Iterable[Decision]) -> tuple[Place, ...]:
    """Where the passages stand that were chosen to be kept, the one chosen last at the end."""
    return tuple(
        place
        for decision in decisions
        if decision.verdict is Verdict.ANSWERED and decision.answer == REFERENCE
        for place in decision.places
        if place.block in article
    )
