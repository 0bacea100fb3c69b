"""The collection of rules: ids, examples that do what they say, texts that stay silent."""

from __future__ import annotations

import pytest

from reader.app.issues import choices_of, derive_issues
from reader.checks.engine import Engine
from reader.checks.facts import Facts, provide_facts
from reader.checks.kinds import Check
from reader.checks.registry import all_checks, quick_providers
from reader.core.applying import apply_changes
from reader.core.article import Article
from reader.core.findings import Finding
from reader.core.fixes import join_fixes
from reader.core.rules import Example, Family

CHECKS = all_checks()
LEAST_EXAMPLES, LEAST_FINE = 8, 3


def read(text: str) -> Article:
    return Article.of(*text.split("\n\n"))


def find(check: Check, article: Article) -> list[Finding]:
    facts = provide_facts(article, Facts(), quick_providers())
    return [finding for result in Engine([check]).check_all(article, facts) for finding in result.findings]


def apply_first_fixes(article: Article, findings: list[Finding]) -> str:
    issues = derive_issues(article, findings, ())
    firsts = [choices[0] for issue in issues if (choices := choices_of(article, issue))]
    done = apply_changes(article, join_fixes(article, firsts).changes).article
    return "\n\n".join(block.text for block in done.blocks)


def test_ids_are_unique_and_name_category_and_fault() -> None:
    ids = [check.rule.id for check in CHECKS]
    assert len(set(ids)) == len(ids)
    assert all(rule_id.count(".") == 1 for rule_id in ids)


def test_every_family_of_this_version_has_a_rule() -> None:
    assert {check.rule.family for check in CHECKS} == {
        Family.DUPLICATES,
        Family.NAMES,
        Family.SPELLING,
        Family.CLEANUP,
    }


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.rule.id)
def test_a_rule_has_enough_examples(check: Check) -> None:
    assert len(check.rule.fine) >= LEAST_FINE
    assert len(check.rule.examples) + len(check.rule.fine) >= LEAST_EXAMPLES


EXAMPLES = [(check, example) for check in CHECKS for example in check.rule.examples]
FINE = [(check, text) for check in CHECKS for text in check.rule.fine]


@pytest.mark.parametrize(("check", "example"), EXAMPLES, ids=[f"{c.rule.id}-{n}" for n, (c, _) in enumerate(EXAMPLES)])
def test_an_example_is_found_and_its_first_fix_gives_the_good_text(check: Check, example: Example) -> None:
    article = read(example.bad)
    findings = find(check, article)
    assert findings, example.bad
    assert all(article.text_at(finding.place) == finding.quote for finding in findings)
    if example.good is not None:
        assert apply_first_fixes(article, findings) == example.good


@pytest.mark.parametrize(("check", "text"), FINE, ids=[f"{c.rule.id}-{n}" for n, (c, _) in enumerate(FINE)])
def test_a_fine_text_stays_silent(check: Check, text: str) -> None:
    assert find(check, read(text)) == []
