"""The examples of the rules on repeats and captions hold."""

from __future__ import annotations

import pytest

from reader.app.messages.rendering import english_texts, render_english
from reader.checks.duplicates.registry import CHECKS, PROVIDERS
from reader.checks.facts import Facts, provide_facts
from reader.checks.kinds import ArticleCheck
from reader.core.applying import apply_changes
from reader.core.article import Article
from reader.core.findings import Finding
from reader.core.fixes import join_fixes
from reader.core.rules import Example

ARTICLE_CHECKS = [check for check in CHECKS if isinstance(check, ArticleCheck)]
BAD = [(check, example) for check in ARTICLE_CHECKS for example in check.rule.examples]
FINE = [(check, text) for check in ARTICLE_CHECKS for text in check.rule.fine]


def find(check: ArticleCheck, text: str) -> tuple[Article, list[Finding]]:
    article = Article.of(*text.split("\n\n"))
    return article, list(check.find(article, provide_facts(article, Facts(), PROVIDERS)))


@pytest.mark.parametrize(("check", "example"), BAD)
def test_a_bad_example_becomes_the_good_one(check: ArticleCheck, example: Example) -> None:
    article, findings = find(check, example.bad)
    assert findings
    joint = join_fixes(article, [finding.fixes[0] for finding in findings])
    after = apply_changes(article, joint.changes).article
    wanted = example.bad if example.good is None else example.good
    assert "\n\n".join(block.text for block in after.blocks) == wanted


@pytest.mark.parametrize(("check", "text"), FINE)
def test_a_fine_example_stays_silent(check: ArticleCheck, text: str) -> None:
    assert not find(check, text)[1]


@pytest.mark.parametrize("check", ARTICLE_CHECKS)
def test_a_rule_has_enough_examples_and_is_explained(check: ArticleCheck) -> None:
    rule = check.rule
    assert len(rule.examples) + len(rule.fine) >= 8
    assert len(rule.fine) >= 3
    assert {f"{rule.id}.title", f"{rule.id}.why"} <= english_texts().keys()


@pytest.mark.parametrize(("check", "example"), BAD)
def test_every_sentence_of_a_finding_has_its_text(check: ArticleCheck, example: Example) -> None:
    for finding in find(check, example.bad)[1]:
        messages = [finding.message, finding.evidence, *(m for fix in finding.fixes for m in (fix.label, fix.effect))]
        for message in messages:
            assert message is not None
            assert message.key in english_texts()
            assert "{" not in render_english(message)
