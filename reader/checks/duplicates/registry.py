"""The checks and providers of the family duplicates."""

from __future__ import annotations

from typing import Any

from reader.checks.duplicates import examples
from reader.checks.duplicates.finding import (
    CAPTION_FALLEN,
    CAPTION_REPEAT,
    CLASH,
    REPEAT,
    find_clashing,
    find_fallen_captions,
    find_repeated,
    find_repeated_captions,
)
from reader.checks.duplicates.provider import REPEATS_PROVIDER
from reader.checks.facts import REPEATS, Provider
from reader.checks.kinds import ArticleCheck, Check
from reader.core.rules import Example, Family, Rule, Unit


def _rule(rule: str, bad: tuple[Example, ...], fine: tuple[str, ...]) -> Rule:
    return Rule(rule, Family.DUPLICATES, Unit.ARTICLE, bad, fine, reads=(REPEATS.name,))


CHECKS: tuple[Check, ...] = (
    ArticleCheck(_rule(REPEAT, examples.REPEATED, examples.NOT_REPEATED), find_repeated),
    ArticleCheck(_rule(CLASH, examples.CLASHING, examples.NOT_CLASHING), find_clashing),
    ArticleCheck(
        _rule(CAPTION_REPEAT, examples.CAPTIONS_REPEATING, examples.CAPTIONS_NOT_REPEATING), find_repeated_captions
    ),
    ArticleCheck(_rule(CAPTION_FALLEN, examples.CAPTIONS_FALLEN, examples.NOT_CAPTIONS), find_fallen_captions),
)
PROVIDERS: tuple[Provider[Any], ...] = (REPEATS_PROVIDER,)
