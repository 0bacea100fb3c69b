"""The two kinds of check: a declared rule with the pure function that finds its faults."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from reader.checks.facts import Facts
from reader.core.article import Article, Block
from reader.core.findings import Finding
from reader.core.rules import Rule


@dataclass(frozen=True, slots=True)
class BlockCheck:
    """Finds faults in one block; its result depends on the block's text, role, language and the facts read alone."""

    rule: Rule
    find: Callable[[Block, Facts], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class ArticleCheck:
    """Finds faults that only the whole article shows."""

    rule: Rule
    find: Callable[[Article, Facts], Iterable[Finding]]


Check: TypeAlias = BlockCheck | ArticleCheck
