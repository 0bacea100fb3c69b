"""Every sentence that a finding of this family can say has its text, with all its values."""

from __future__ import annotations

import pytest

from reader.app.messages.rendering import english_texts, render_english
from reader.checks.cleanup.registry import CHECKS, PROVIDERS
from reader.checks.engine import Engine
from reader.checks.facts import Facts, provide_facts
from reader.checks.kinds import Check
from reader.core.article import Article
from reader.core.rules import Example, Family

BAD = [(check, example) for check in CHECKS for example in check.rule.examples]


@pytest.mark.parametrize(("check", "example"), BAD)
def test_every_sentence_of_a_finding_has_its_text(check: Check, example: Example) -> None:
    article = Article.of(*example.bad.split("\n\n"))
    facts = provide_facts(article, Facts(), PROVIDERS)
    for result in Engine([check]).check_all(article, facts):
        for finding in result.findings:
            effects = [fix.effect for fix in finding.fixes if fix.effect is not None]
            for message in (finding.message, *(fix.label for fix in finding.fixes), *effects):
                assert message.key in english_texts()
                assert "{" not in render_english(message)


def test_all_rules_belong_to_the_family() -> None:
    assert {check.rule.family for check in CHECKS} == {Family.CLEANUP}


def test_only_blanks_invisible_characters_and_encodings_are_settled_unseen() -> None:
    safe = {check.rule.id for check in CHECKS if check.rule.safety == 0}
    assert safe == {"blanks.runs", "invisible.characters", "encoding.mojibake"}
