"""Runs checks over articles and blocks, with a bounded cache of block results.

A result is cached by rule, version, digests of the facts read, role, language and text: an edit re-checks its block,
equal blocks cost nothing, and a fact that changed re-checks only the rules that read it.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reader.checks.facts import Facts
from reader.checks.kinds import ArticleCheck, BlockCheck, Check
from reader.core.article import Article, Block
from reader.core.findings import Finding, rehome
from reader.core.rules import Family

CACHE_BOUND = 60_000
"""Block results kept: 200,000 words have about 4,300 blocks, a dozen rules look at each."""

ResultKey = tuple[str, int, tuple[str, ...], str, str, str]


class ResultCache:
    """The most recently used block results, at most `bound` of them."""

    def __init__(self, bound: int = CACHE_BOUND) -> None:
        self._bound = bound
        self._results: OrderedDict[ResultKey, tuple[Finding, ...]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._results)

    def get(self, key: ResultKey) -> tuple[Finding, ...] | None:
        """The result kept under a key, None where there is none."""
        found = self._results.get(key)
        if found is not None:
            self._results.move_to_end(key)
        return found

    def put(self, key: ResultKey, findings: tuple[Finding, ...]) -> None:
        """Keep a result; the one unused for longest goes where the bound is passed."""
        self._results[key] = findings
        self._results.move_to_end(key)
        while len(self._results) > self._bound:
            self._results.popitem(last=False)


@dataclass(frozen=True, slots=True)
class Result:
    """All findings of one family in one block, or (`block` None) those of its article checks."""

    family: Family
    block: int | None
    findings: tuple[Finding, ...]


class Engine:
    """Checks blocks and articles with a fixed set of checks."""

    def __init__(self, checks: Sequence[Check], cache: ResultCache | None = None) -> None:
        self._cache = cache if cache is not None else ResultCache()
        self._block_checks = [check for check in checks if isinstance(check, BlockCheck)]
        self._article_checks = [check for check in checks if isinstance(check, ArticleCheck)]
        self.families = tuple(dict.fromkeys(check.rule.family for check in checks))

    def check_block(self, block: Block, facts: Facts) -> Iterator[Result]:
        """One result a family that has block checks, empty ones included."""
        by_family: dict[Family, list[Finding]] = {check.rule.family: [] for check in self._block_checks}
        for check in self._block_checks:
            if block.role in check.rule.roles:
                by_family[check.rule.family].extend(self._find(check, block, facts))
        for family, findings in by_family.items():
            yield Result(family, block.id, tuple(findings))

    def check_article(self, article: Article, facts: Facts) -> Iterator[Result]:
        """One result a family that has article checks."""
        by_family: dict[Family, list[Finding]] = {check.rule.family: [] for check in self._article_checks}
        for check in self._article_checks:
            by_family[check.rule.family].extend(check.find(article, facts))
        for family, findings in by_family.items():
            yield Result(family, None, tuple(findings))

    def check_all(self, article: Article, facts: Facts) -> Iterator[Result]:
        """Article checks, then every block in order."""
        yield from self.check_article(article, facts)
        for block in article.blocks:
            yield from self.check_block(block, facts)

    def _find(self, check: BlockCheck, block: Block, facts: Facts) -> Iterable[Finding]:
        rule = check.rule
        digests = tuple(facts.digest(name) for name in rule.reads)
        key = (rule.id, rule.version, digests, block.role.value, block.language, block.text)
        found = self._cache.get(key)
        if found is None:
            found = tuple(check.find(block, facts))
            self._cache.put(key, found)
        return [rehome(finding, block) for finding in found]
