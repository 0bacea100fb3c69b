"""Blanks, invisible characters, broken encodings and lines of debris."""

from __future__ import annotations

import subprocess
import sys

import pytest

from reader.app.messages.rendering import english_texts, render_english
from reader.checks.cleanup.registry import CHECKS
from reader.checks.engine import Engine
from reader.checks.facts import Facts
from reader.checks.kinds import BlockCheck
from reader.core.applying import apply_changes
from reader.core.article import Article, Block, Role
from reader.core.changes import RemoveBlock
from reader.core.findings import Finding
from reader.core.fixes import Safety, join_fixes
from reader.text.line_classes import DEBRIS


def find(rule: str, text: str) -> list[Finding]:
    check = next(check for check in CHECKS if check.rule.id == rule)
    assert isinstance(check, BlockCheck)
    return list(check.find(Block(1, text), Facts()))


def mended(rule: str, text: str) -> str:
    article = Article.of(text)
    joint = join_fixes(article, [finding.fixes[0] for finding in find(rule, text)])
    return apply_changes(article, joint.changes).article.blocks[0].text


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("One.  Two.   Three.", "One. Two. Three."),
        (" One , two ; three !", "One, two; three!"),
        ("🦊  ran ,  cafe\u0301 .", "🦊 ran, cafe\u0301."),
        ("the\u00a0vote was\u00a0close", "the vote was close"),
        ("“ Yes ” , he said : “No.”", "“Yes”, he said: “No.”"),
        ("One \u2028 two", "One\u2028two"),
    ],
)
def test_blanks_too_many_go(text: str, good: str) -> None:
    findings = find("blanks.runs", text)
    assert {(finding.key, finding.fixes[0].safety) for finding in findings} == {("blanks", Safety.AUTO)}
    assert mended("blanks.runs", text) == good


@pytest.mark.parametrize(
    "text",
    [
        "5\u00a0kg",
        "J.\u00a0K. Rowling",
        "Mr\u00a0Jones",
        "in .NET",
        "3 : 1",
        "smile ;-)",
        "… no",
        "« Oui ! »",
        "a\u2003b\tc",
    ],
)
def test_blanks_that_are_meant_stay(text: str) -> None:
    assert find("blanks.runs", text) == []


def test_a_text_of_nothing_but_faults_is_answered_soon() -> None:
    assert len(find("blanks.runs", "a ? " * 5_000)) == 5_001


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("min\u200bister", "minister"),
        ("\ufeffThe end", "The end"),
        ("parlia\u00admentary", "parliamentary"),
        ("parlia\u00ad\u2028mentary", "parliamentary"),
        ("a\u2060b\u200d c", "ab c"),
    ],
)
def test_what_nobody_sees_goes(text: str, good: str) -> None:
    assert all(finding.fixes[0].safety is Safety.AUTO for finding in find("invisible.characters", text))
    assert mended("invisible.characters", text) == good


@pytest.mark.parametrize(
    "text",
    ["👨\u200d👩\u200d👧", "🏳\ufe0f\u200d🌈", "می\u200cخواهم", "क्\u200dष", "\u200fשלום\u200e", "ประเทศ\u200bไทย"],
)
def test_joiners_and_directions_stay_where_they_work(text: str) -> None:
    assert find("invisible.characters", text) == []


def test_marks_of_direction_are_asked_about_and_named() -> None:
    findings = find("invisible.characters", "The \u202evote\u202c was close.")
    assert [finding.fixes[0].safety for finding in findings] == [Safety.REVIEW, Safety.REVIEW]
    assert {finding.key for finding in findings} == {"direction"}
    assert findings[0].evidence is not None
    assert render_english(findings[0].evidence) == "right-to-left override"


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("They donâ€™t know the cafÃ©.", "They don’t know the café."),
        ("It\x92s late.", "It’s late."),
        ("â€œYes,â€\x9d he said – “no”.", "“Yes,” he said – “no”."),
        ('"Straight" and ﬁne and cafe\u0301 &amp; donâ€™t', '"Straight" and ﬁne and cafe\u0301 &amp; don’t'),
    ],
)
def test_a_wrong_encoding_is_mended_and_nothing_else(text: str, good: str) -> None:
    assert mended("encoding.mojibake", text) == good


def test_a_repair_that_would_bring_in_a_forbidden_character_is_left_alone() -> None:
    assert find("encoding.mojibake", "a â€© b") == []


def test_a_line_of_debris_is_proposed_to_go_whole_and_its_words_are_named() -> None:
    (finding,) = find("debris.web_line", "Share this article")
    (fix,) = finding.fixes
    assert isinstance(fix.changes[0], RemoveBlock)
    assert finding.place.span is None
    assert fix.effect is not None
    assert render_english(fix.effect) == "these words go: Share this article"


def test_a_headline_is_no_debris() -> None:
    headline = Block(1, "Share this article", Role.HEADLINE)
    assert [result for result in Engine(CHECKS).check_block(headline, Facts()) if result.findings] == []


def test_every_kind_of_debris_has_its_sentence() -> None:
    assert {f"debris.{kind.name.lower()}" for kind in DEBRIS} <= english_texts().keys()


def test_ftfy_is_loaded_only_where_an_encoding_is_wrong() -> None:
    code = (
        "import sys\n"
        "from reader.checks.cleanup.registry import CHECKS\n"
        "from reader.checks.engine import Engine\n"
        "from reader.checks.facts import Facts\n"
        "from reader.core.article import Article\n"
        "for text, loaded in (('All is well.', False), ('Itâ€™s not.', True)):\n"
        "    list(Engine(CHECKS).check_all(Article.of(text), Facts()))\n"
        "    assert ('ftfy' in sys.modules) is loaded, text\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_safe_fixes_do_not_touch_fractions_or_ligatures() -> None:
    text = "½ ﬁne ² ™ ＢＢＣ “curly” ‘single’"
    assert [
        finding for rule in ("blanks.runs", "invisible.characters", "encoding.mojibake") for finding in find(rule, text)
    ] == []
