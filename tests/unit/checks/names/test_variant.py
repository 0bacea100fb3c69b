"""The rule names.variant: findings, choices and examples. None of these needs the recogniser."""

from __future__ import annotations

import pytest

from reader.app.messages.rendering import render_english
from reader.checks.facts import Facts
from reader.checks.names.variant import VARIANT, find_variants
from reader.core.applying import apply_changes
from reader.core.article import Article
from reader.core.findings import Finding
from reader.core.fixes import Fix, Safety, join_fixes
from reader.core.rules import Example


def find(article: Article) -> list[Finding]:
    return list(find_variants(article, Facts()))


def applied(article: Article, fixes: list[Fix]) -> str:
    after = apply_changes(article, join_fixes(article, fixes).changes).article
    return "\n\n".join(block.text for block in after.blocks)


def test_the_rule_has_examples_enough() -> None:
    assert len(VARIANT.examples) + len(VARIANT.fine) >= 8
    assert len(VARIANT.fine) >= 3


@pytest.mark.parametrize("example", VARIANT.examples, ids=lambda example: example.bad[:30])
def test_every_example_is_mended(example: Example) -> None:
    article = Article.of(*example.bad.split("\n\n"))
    found = find(article)
    assert found
    assert applied(article, [finding.fixes[0] for finding in found]) == example.good


@pytest.mark.parametrize("text", VARIANT.fine)
def test_fine_text_stays(text: str) -> None:
    assert find(Article.of(*text.split("\n\n"))) == []


def test_all_places_share_one_key_and_the_first_carries_the_other_choices() -> None:
    article = Article.of("In Kharkov.", "From Kharkov to Kharkiv.", "Kharkiv and Kharkiv.")
    first, second = find(article)
    assert first.key == second.key == "kharkiv"
    assert [fix.slot for fix in first.fixes] == [1, 2, 3]
    assert [fix.slot for fix in second.fixes] == [1]
    assert len(first.related) == 3
    assert [render_english(fix.label) for fix in first.fixes] == [
        "Use Kharkiv everywhere",
        "Use Kharkov everywhere",
        "Two different names",
    ]
    assert [render_english(fix.effect) for fix in first.fixes if fix.effect] == [
        "2 places change, none in quotations",
        "3 places change, none in quotations",
        "nothing changes",
    ]


def test_the_other_spelling_can_be_used_everywhere() -> None:
    article = Article.of("In Kharkov.", "KHARKIV’S MAYOR left Kharkiv-based units.")
    (finding,) = find(article)
    assert applied(article, [finding.fixes[1]]) == "In Kharkov.\n\nKHARKOV’S MAYOR left Kharkov-based units."


def test_spellings_of_different_length_are_exchanged_in_one_block() -> None:
    article = Article.of("Myanmar votes. In Myanmar, once Burma, Myanmar’s army rules.")
    (finding,) = find(article)
    assert applied(article, [finding.fixes[1]]) == "Burma votes. In Burma, once Burma, Burma’s army rules."


def test_two_different_names_changes_nothing() -> None:
    (finding,) = find(Article.of("In Kharkov.", "From Kharkiv."))
    assert finding.fixes[2].changes == ()
    assert finding.fixes[2].safety is Safety.SHOW


def test_the_evidence_gives_counts_and_source() -> None:
    (both,) = find(Article.of("In Kharkov.", "From Kharkiv to Kharkiv."))
    (alone,) = find(Article.of("In Kiev."))
    assert both.evidence is not None
    assert alone.evidence is not None
    assert render_english(both.evidence) == "Kharkiv 2 times, Kharkov 1; gazetteer: Kharkiv"
    assert render_english(alone.evidence).startswith("Kiev 1; Kyiv is the form from the country’s own language (AP")
    assert render_english(alone.message) == "Write Kyiv, not Kiev."
    assert [fix.slot for fix in alone.fixes] == [1]


def test_places_in_quotations_are_counted() -> None:
    (first, _) = find(Article.of("“Kiev holds,” he said in Kiev."))
    assert first.fixes[0].effect is not None
    assert render_english(first.fixes[0].effect) == "2 places change, 1 of them in quotations"


def test_a_second_run_after_the_first_choice_is_silent() -> None:
    article = Article.of("Kiev’s mayor.", "A Kiev-based firm; KIEV CALLS.")
    after = applied(article, [finding.fixes[0] for finding in find(article)])
    assert find(Article.of(*after.split("\n\n"))) == []
