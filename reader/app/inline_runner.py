"""Runs all checks at once in this process: for the command line and for tests."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from reader.app.session import Session
from reader.checks.engine import Engine, ResultCache
from reader.checks.facts import Provider, provide_facts
from reader.checks.kinds import ArticleCheck, BlockCheck
from reader.checks.registry import all_checks, all_providers
from reader.core.rules import Family

FAMILIES = (Family.DUPLICATES, Family.CLEANUP, Family.NAMES, Family.SPELLING)
"""The families that have checks today, in the order of the queue."""


@dataclass(slots=True)
class InlineRunner:
    """Checks a session's article whole; `only` are the families asked for.

    `timing` holds milliseconds of the wall clock of the last run, by provider and family.
    """

    session: Session
    only: Sequence[Family] = FAMILIES
    progress: Callable[[str], None] = lambda _name: None
    timing: dict[str, float] = field(default_factory=dict)
    _cache: ResultCache = field(default_factory=ResultCache)

    def run(self) -> None:
        """Provide all facts, run all checks, and give the session their results."""
        self.timing.clear()
        self._give_facts()
        for family in self.only:
            self.progress(family.value)
            start = time.perf_counter()
            self._run_family(family)
            self._note_time(family.value, start)

    def _give_facts(self) -> None:
        facts = self.session.user_facts
        for provider in self._find_providers():
            self.progress(provider.key.name)
            start = time.perf_counter()
            facts = provide_facts(self.session.article, facts, [provider])
            self.session.take_fact(provider.key, facts.get(provider.key))
            self._note_time(provider.key.name, start)

    def _find_providers(self) -> list[Provider[Any]]:
        """The providers of the facts that the families asked for read, and of those that these hang on."""
        if set(self.only) >= set(FAMILIES):
            return list(all_providers())
        read = {name for check in all_checks() if check.rule.family in self.only for name in check.rule.reads}
        needed: list[Provider[Any]] = []
        for provider in reversed(all_providers()):  # each reads only what those before it provide
            if provider.key.name in read:
                read.update(provider.reads)
                needed.insert(0, provider)
        return needed

    def _run_family(self, family: Family) -> None:
        checks = [check for check in all_checks() if check.rule.family is family]
        engine = Engine(checks, self._cache)
        article, facts = self.session.article, self.session.facts
        if any(isinstance(check, ArticleCheck) for check in checks):
            for result in engine.check_article(article, facts):
                self.session.take_findings(result.family, result.block, result.findings)
        if any(isinstance(check, BlockCheck) for check in checks):
            for block in article.blocks:
                for result in engine.check_block(block, facts):
                    self.session.take_findings(result.family, result.block, result.findings)

    def _note_time(self, name: str, start: float) -> None:
        spent = (time.perf_counter() - start) * 1000
        self.timing[name] = round(self.timing.get(name, 0.0) + spent, 2)
