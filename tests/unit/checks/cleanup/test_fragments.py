"""Fragments after a full stop: which choice stands first, and what a cut loses."""

from __future__ import annotations

import pytest

from reader.app.issues import choices_of, derive_issues
from reader.app.messages.rendering import render_english
from reader.checks.cleanup.fragments import FRAGMENT_CHECK
from reader.checks.facts import Facts
from reader.core.applying import apply_changes
from reader.core.article import Article
from reader.core.findings import Finding, Severity
from reader.core.fixes import Fix, Safety


def find(*texts: str) -> tuple[Article, list[Finding]]:
    article = Article.of(*texts)
    return article, list(FRAGMENT_CHECK.find(article, Facts()))


def choices(article: Article, finding: Finding) -> tuple[Fix, ...]:
    return choices_of(article, derive_issues(article, [finding], ())[0])


def after(article: Article, fix: Fix) -> str:
    return apply_changes(article, fix.changes).article.blocks[0].text


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("They have it since the early days of the war. to have.", "They have it since the early days of the war."),
        ("The city fell on Monday. on Monday. It rained.", "The city fell on Monday. It rained."),
    ],
)
def test_words_that_say_nothing_new_are_proposed_to_go(text: str, good: str) -> None:
    article, (finding,) = find(text, "They had to go.")
    first = choices(article, finding)[0]
    assert (first.safety, first.slot, render_english(first.label)) == (Safety.REVIEW, 1, "Remove")
    assert after(article, first) == good


def test_a_fragment_with_words_of_its_own_is_never_settled_unattended_and_joining_stands_first() -> None:
    article, (finding,) = find("They spoke of total defeat. take in Ukraine.", "Ukraine spoke.")
    join, remove, tail = choices(article, finding)
    assert {fix.safety for fix in (join, remove, tail)} == {Safety.SHOW}
    assert (join.loses, remove.loses, tail.loses) == ((), ("take", "in"), ("take",))
    assert after(article, join) == "They spoke of total defeat take in Ukraine."
    assert after(article, remove) == "They spoke of total defeat."
    assert after(article, tail) == "They spoke of total defeat in Ukraine."
    assert render_english(tail.label) == "Join without “take”"
    assert join.effect is not None
    assert render_english(join.effect) == "… of total defeat take in Ukraine."


def test_two_fragments_are_two_decisions() -> None:
    article, findings = find("He left. to have. She stayed. to have.")
    assert len(derive_issues(article, findings, ())) == 2
    assert all(finding.key == "" for finding in findings)


def test_a_sentence_broken_by_a_stray_mark_is_joined_where_the_full_stop_goes_too() -> None:
    article, (finding,) = find("The army was “not ready.” ‘ for the winter. It snowed.")
    first = choices(article, finding)[0]
    assert finding.quote == "‘ for the winter."
    assert after(article, first) == "The army was “not ready” for the winter. It snowed."


def test_a_question_mark_before_a_stray_mark_stays() -> None:
    article, (finding,) = find("They asked, “Is it far?” ‘ but nobody knew.")
    assert after(article, choices(article, finding)[0]) == "They asked, “Is it far?” but nobody knew."


def test_inside_quotation_marks_wording_is_only_asked_about() -> None:
    article, (finding,) = find("“It was cold. to have. We left,” he said.")
    assert finding.severity is Severity.QUERY
    assert [render_english(fix.label) for fix in choices(article, finding)] == ["Join with the sentence before"]
    assert all(fix.safety is Safety.SHOW for fix in finding.fixes)


@pytest.mark.parametrize(
    "text",
    [
        "“We are ready.” he said.",
        "It was made by Dr. van Houten.",
        "The paper was sold. van Houten bought it.",
        "The raid was claimed. al-Shabaab has bases there.",
        "She comes from Baton Rouge, La. and lives on Fifth Ave. in New York.",
        "He works there. iPhones are banned.",
        "They came at 5 p.m. and left.",
        "He said no … and left.",
        "Is it far? asked the boy.",
        "Write to us. a) by post, b) by hand.",
    ],
)
def test_lower_case_that_is_right_stays(text: str) -> None:
    assert find(text)[1] == []
