"""Laws of the family cleanup, over made-up articles."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from reader.app.cleaning import fix_to_fixed_point
from reader.checks.cleanup.registry import CHECKS, PROVIDERS
from reader.checks.engine import Engine
from reader.checks.facts import Facts, provide_facts
from reader.core.applying import apply_changes
from reader.core.article import Article
from reader.core.changes import RemoveBlock
from reader.core.findings import Finding
from reader.core.fixes import Fix, Safety
from reader.text.alphabet import to_alphabet

MARKS = "“ ” ‘ ’ \" ' . , ; : ! ? ( )".split()
BLANKS = [*" \u00a0\u2028\t\u200b\u00ad\ufeff\u200d\u202e", "  ", " . "]
BROKEN = ["donâ€™t", "cafÃ©", "â€œYesâ€\u009d", "â€œYesâ€\u009d”", "It\x92s", "ðŸ˜€"]
WORDS = [
    "to have.",
    "in Ukraine.",
    "The dogs’",
    "He said",
    "“We know,” she said.",
    "’90s",
    "‘90s",
    "1 : 2",
    "( a )",
    "a",
    "B",
]
RARE = ["🦊", "👨\u200d👩\u200d👧", "cafe\u0301", "5\u00a0kg", "می\u200cخواهم", "« oui »", "𝔘𝔫𝔦", "A\u0308"]
PIECES = st.sampled_from([*MARKS, *BLANKS, *BROKEN, *WORDS, *RARE, "Advertisement", "Read more: x"])
JOINED = st.lists(PIECES, max_size=16).map("".join) | st.lists(PIECES, max_size=10).map(" ".join)
TEXTS = (JOINED | st.text(max_size=30)).map(to_alphabet)
ARTICLES = st.lists(TEXTS, min_size=1, max_size=4).map(lambda texts: Article.of("A first paragraph.", *texts))


def check(article: Article) -> list[Finding]:
    facts = provide_facts(article, Facts(), PROVIDERS)
    return [finding for result in Engine(CHECKS).check_all(article, facts) for finding in result.findings]


def find_safe(article: Article) -> Iterator[Fix]:
    return (fix for finding in check(article) for fix in finding.fixes if fix.safety is Safety.AUTO)


def letters(article: Article) -> str:
    text = "".join(block.text for block in article.blocks)
    return "".join(char for char in text if unicodedata.category(char)[0] in "LMN")


@given(ARTICLES)
def test_every_finding_quotes_the_text_at_its_place_and_every_fix_applies(article: Article) -> None:
    for finding in check(article):
        assert article.text_at(finding.place) == finding.quote
        assert finding.quote
        for related in finding.related:
            assert all(article.text_at(place) for place in related.passage.places)
        for fix in finding.fixes:
            assert apply_changes(article, fix.changes).article != article


@given(ARTICLES)
def test_safe_fixes_come_to_an_end_and_a_second_run_changes_nothing(article: Article) -> None:
    done = apply_changes(article, fix_to_fixed_point(article, find_safe)).article
    assert fix_to_fixed_point(done, find_safe) == ()
    assert not [finding for finding in check(done) if finding.fixes and finding.fixes[0].safety is Safety.AUTO]


@given(ARTICLES)
def test_safe_fixes_touch_no_letter_but_those_of_a_wrong_encoding(article: Article) -> None:
    def find(one: Article) -> Iterator[Fix]:
        findings = [finding for finding in check(one) if finding.rule != "encoding.mojibake"]
        return (fix for finding in findings for fix in finding.fixes if fix.safety is Safety.AUTO)

    done = apply_changes(article, fix_to_fixed_point(article, find)).article
    assert letters(done) == letters(article)


@given(ARTICLES)
def test_what_a_cut_loses_stands_nowhere_else(article: Article) -> None:
    for finding in check(article):
        for fix in finding.fixes:
            if fix.loses and not any(isinstance(change, RemoveBlock) for change in fix.changes):
                after = apply_changes(article, fix.changes).article
                rest = " ".join(block.text for block in after.blocks).casefold()
                assert all(f" {word.casefold()} " not in f" {rest} " for word in fix.loses)


SENTENCES = st.sampled_from(
    [
        "The river rose overnight.",
        "Nobody in Holt’s lower town had slept.",
        "“We carried the books upstairs,” she said.",
        "It weighed 5\u00a0kg and cost £12.50, he said.",
        "Mr Jones (62) left at 5 p.m. and came back.",
        "The boys’ school – built in the ’90s – is shut.",
        "“She told me, ‘Run,’ and I ran.”",
        "Is it far? Not at all!",
        "Ten miles off … nothing.",
        "Dr. van Houten met Abd al-Karim in São Paulo.",
    ]
)
CLEAN = st.lists(st.lists(SENTENCES, min_size=1, max_size=5).map(" ".join), min_size=1, max_size=5)


@given(CLEAN)
def test_nothing_is_found_in_well_edited_text(texts: list[str]) -> None:
    assert check(Article.of(*texts)) == []
