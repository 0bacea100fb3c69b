"""Wrong, lone, straight and turned marks: where they are shown and what is offered."""

from __future__ import annotations

import pytest

from reader.app.issues import choices_of, derive_issues
from reader.app.messages.rendering import render_english
from reader.checks.cleanup.registry import CHECKS, PROVIDERS
from reader.checks.engine import Engine
from reader.checks.facts import QUOTE_STYLE, STRAIGHT_QUOTES, Facts, provide_facts
from reader.core.applying import apply_changes
from reader.core.article import Article, Block, Role
from reader.core.findings import Finding, Relation, Severity
from reader.core.fixes import Fix, Safety, join_fixes

DOUBLE = "“We know,” she said. “It is late.”"
SINGLE = "‘We know,’ she said. ‘It is late.’"


def find(article: Article, rule: str) -> list[Finding]:
    facts = provide_facts(article, Facts(), PROVIDERS)
    checks = [check for check in CHECKS if check.rule.id == rule]
    return [finding for result in Engine(checks).check_all(article, facts) for finding in result.findings]


def after(article: Article, *fixes: Fix) -> list[str]:
    return [block.text for block in apply_changes(article, join_fixes(article, fixes).changes).article.blocks]


def labels(finding: Finding) -> list[str]:
    return [render_english(fix.label) for fix in finding.fixes]


def test_a_wrong_closer_is_shown_on_the_mark_with_its_opener_beside_it() -> None:
    article = Article.of(DOUBLE, "She said, “We kept it.’")
    (finding,) = find(article, "quotes.mismatched")
    assert (finding.quote, finding.place.span and finding.place.span.start) == ("’", 22)
    assert render_english(finding.message) == "Opened with “, closed with ’"
    assert labels(finding) == ["Close with ”"]
    (related,) = finding.related
    assert related.relation is Relation.OPENED_HERE
    assert article.text_at(related.passage.places[0]) == "“"


@pytest.mark.parametrize(
    ("lead", "text", "label"),
    [
        (DOUBLE, "‘Come in,” he said.", "Open with “"),
        (SINGLE, "‘Come in,” he said.", "Close with ’"),
        (SINGLE, "“Come in,’ he said.", "Open with ‘"),
        (DOUBLE, "“She told me, ‘Run,’” he said. “And then, “Run,’ again.”", "Open with ‘"),
    ],
)
def test_the_articles_style_tells_which_of_two_marks_is_wrong(lead: str, text: str, label: str) -> None:
    (finding,) = find(Article.of(lead, lead, text), "quotes.mismatched")
    assert labels(finding) == [label]


def test_without_a_style_both_marks_can_be_right() -> None:
    (finding,) = find(Article.of("‘Come in,” he said."), "quotes.mismatched")
    assert labels(finding) == ["Close with ’", "Open with “"]


def test_a_stray_mark_between_words_is_proposed_to_go_with_its_blank() -> None:
    article = Article.of("The mayor ‘ said so.")
    (finding,) = find(article, "quotes.stray")
    assert (finding.quote, finding.fixes[0].safety) == ("‘", Safety.REVIEW)
    assert after(article, finding.fixes[0]) == ["The mayor said so."]


def test_a_closer_without_an_opener_is_for_a_person_to_decide() -> None:
    article = Article.of("“Yes,” he said. Nobody came.” They left.")
    (finding,) = find(article, "quotes.stray")
    assert [fix.safety for fix in finding.fixes] == [Safety.SHOW, Safety.SHOW]
    assert after(article, finding.fixes[0]) == ["“Yes,” he said. “Nobody came.” They left."]
    assert after(article, finding.fixes[1]) == ["“Yes,” he said. Nobody came. They left."]


def test_an_opener_left_behind_in_the_paragraph_before_is_one_finding() -> None:
    article = Article.of("“There is so much,” she said. “", "We lived in another world.”")
    assert find(article, "quotes.stray") == []
    (finding,) = find(article, "quotes.unclosed")
    assert after(article, finding.fixes[0]) == ["“There is so much,” she said.", "“We lived in another world.”"]


def test_a_quotation_over_several_paragraphs_is_silent_through_captions() -> None:
    caption = Block(9, "Men wait by the river.", Role.CAPTION)
    blocks = [*Article.of("“The river was empty.", "“By noon we had left,” he said.").blocks]
    article = Article((blocks[0], caption, blocks[1]))
    assert find(article, "quotes.unclosed") == []


def test_a_quotation_never_closed_is_a_query_that_no_unattended_run_settles() -> None:
    article = Article.of("He said, “I missed you.", "She went home.")
    (finding,) = find(article, "quotes.unclosed")
    assert (finding.severity, finding.quote) == (Severity.QUERY, "“")
    assert all(fix.safety is Safety.SHOW for fix in finding.fixes)
    assert after(article, finding.fixes[0]) == ["He said, “I missed you.”", "She went home."]
    assert after(article, finding.fixes[1]) == ["He said, I missed you.", "She went home."]


def test_paragraphs_without_their_opening_mark_are_one_decision_and_their_closer_is_not_stray() -> None:
    article = Article.of("“One.", "Two.", "Three,” he said.")
    assert find(article, "quotes.stray") == []
    (finding,) = find(article, "quotes.unclosed")
    assert after(article, finding.fixes[0]) == ["“One.", "“Two.", "“Three,” he said."]


def test_table_cells_are_no_running_text() -> None:
    headline = Block(1, "“One", Role.HEADLINE)
    article = Article((headline, Block(2, "“Two,” he said.")))
    assert [finding.place.block for finding in find(article, "quotes.unclosed")] == [1]


def test_straight_marks_are_one_decision_for_the_article_and_never_safe() -> None:
    article = Article.of(f"{DOUBLE} {DOUBLE}", '"Yes," he said. It\'s late.', "The mayor's car is 5'2\" high.")
    findings = find(article, "quotes.straight")
    (issue,) = derive_issues(article, findings, ())
    (choice,) = choices_of(article, issue)
    assert (len(findings), choice.safety) == (4, Safety.REVIEW)
    assert after(article, choice)[1:] == ["“Yes,” he said. It’s late.", "The mayor’s car is 5'2\" high."]


def test_an_article_with_straight_marks_throughout_has_no_fault() -> None:
    article = Article.of('"Yes," he said. It\'s late.', "The mayor's car.")
    assert find(article, "quotes.straight") == []


def test_speech_in_the_other_marks_is_one_decision_and_inner_marks_turn_too() -> None:
    article = Article.of(DOUBLE, "‘He said “run” and we ran,’ she said.", "‘They told me to wait,’ she said.")
    (issue,) = derive_issues(article, find(article, "quotes.style"), ())
    (choice,) = choices_of(article, issue)
    assert [finding.quote for finding in issue.findings] == ["‘", "‘"]
    assert after(article, choice)[1:] == [
        "“He said ‘run’ and we ran,” she said.",
        "“They told me to wait,” she said.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It was the so-called ‘land bridge’.",
        "They had seen ‘Who’s Afraid of the Dark?’ before.",
        "The Russians’ departure was sudden and the villagers’ joy was great.",
        "“She told me, ‘Run for your life, now!’ and I ran.”",
    ],
)
def test_quoted_words_titles_and_inner_quotations_keep_their_marks(text: str) -> None:
    assert find(Article.of(DOUBLE, text), "quotes.style") == []


@pytest.mark.parametrize(
    ("texts", "style", "straight"),
    [
        (["“One,” he said."], "double", False),
        (["‘One,’ he said. ‘Two,’ she said.", "He called it “home”."], "single", False),
        (["“One,” he said.", "‘war’ and ‘peace’ and ‘home’ and ‘land’"], "double", False),
        (["Nothing is quoted."], "", False),
        (['"One," he said.'], "double", True),
    ],
)
def test_the_style_of_an_article_is_that_of_its_speech(texts: list[str], style: str, *, straight: bool) -> None:
    facts = provide_facts(Article.of(*texts), Facts(), PROVIDERS)
    assert (facts.get(QUOTE_STYLE), facts.get(STRAIGHT_QUOTES)) == (style, straight)


def test_turned_apostrophes_are_one_decision() -> None:
    article = Article.of("It was built in the ‘90s.", "Get ‘em. He likes ‘80s music’.")
    findings = find(article, "quotes.apostrophe_direction")
    assert {finding.key for finding in findings} == {"apostrophes"}
    assert after(article, *[finding.fixes[0] for finding in findings]) == [
        "It was built in the ’90s.",
        "Get ’em. He likes ‘80s music’.",
    ]
