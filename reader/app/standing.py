"""Decisions made everywhere go on holding: "Kyiv" for "Kiev" is put into text that is merged in later, too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from reader.app.stages import stage_of
from reader.core.article import Article
from reader.core.decisions import Decision, Verdict

_EVERYWHERE = frozenset({"names", "spelling"})
"""Stages in which one decision settles a word wherever it stands."""


def standing_replacements(article: Article, decisions: Iterable[Decision]) -> dict[str, str]:
    """What was written and is written instead, by the decisions that hold for every place; the latest one counts."""
    found: dict[str, str] = {}
    for decision in decisions:
        if decision.verdict is not Verdict.APPLIED or decision.subject is None:
            continue
        if stage_of(decision.subject.rule) not in _EVERYWHERE:
            continue
        for place, old in zip(decision.places, decision.quotes, strict=False):
            if place.block in article and place.span is not None:
                new = article.text_at(place)
                if new and new != old:
                    found[old] = new
    return found


def hold_decisions(text: str, replacements: Mapping[str, str]) -> str:
    """The text with what was decided everywhere, in whole words ("Kiev’s" and "Kiev-based" with "Kiev")."""
    if not any(old in text for old in replacements):
        return text
    olds = sorted(replacements, key=len, reverse=True)
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, olds)) + r")(?!\w)")
    return pattern.sub(lambda match: replacements[match.group()], text)
