"""Cleaning without a person: fixed point, stages, and the law that no word is removed that stands nowhere else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.app.cleaning import NoFixedPoint, clean_session, fix_to_fixed_point
from reader.app.losses import words_lost
from reader.app.session import Session
from reader.core.applying import apply_changes
from reader.core.article import Article, Block
from reader.core.changes import RemoveBlock
from reader.core.editing import cut_passage, replace_text
from reader.core.findings import Finding
from reader.core.fixes import Fix, Safety
from reader.core.messages import Message
from reader.core.rules import Family
from reader.core.spans import Place
from reader.text.words import find_words


def double_blanks(article: Article) -> list[Fix]:
    fixes = []
    for block in article.blocks:
        at = block.text.find("  ")
        if at >= 0:
            fixes.append(Fix(Message.of("blank"), (replace_text(block, at, at + 2, " "),), Safety.AUTO))
    return fixes


def test_safe_fixes_run_to_a_fixed_point() -> None:
    article = Article.of("a    b", "c  d")
    changes = fix_to_fixed_point(article, double_blanks)
    done = apply_changes(article, changes).article
    assert [block.text for block in done.blocks] == ["a b", "c d"]
    assert fix_to_fixed_point(done, double_blanks) == ()


def test_fixes_that_never_end_are_a_defect_and_not_a_hang() -> None:
    def grow(article: Article) -> list[Fix]:
        return [Fix(Message.of("grow"), (replace_text(article.blocks[0], 0, 0, "x"),), Safety.AUTO)]

    with pytest.raises(NoFixedPoint):
        fix_to_fixed_point(Article.of("a"), grow)


def find_cuts(session: Session) -> Callable[[], None]:
    """Proposes to cut every block but the first."""

    def check() -> None:
        findings = [
            Finding(
                "duplicates.repeat",
                Place(block.id),
                block.text,
                Message.of("again"),
                fixes=(Fix(Message.of("cut"), (cut_passage(block, None),)),),
            )
            for block in session.article.blocks[1:]
        ]
        session.take_findings(Family.DUPLICATES, None, findings)

    return check


texts = st.lists(st.sampled_from(["one", "two", "three", "One,", "four"]), min_size=1, max_size=4).map(" ".join)


@given(st.lists(texts, min_size=1, max_size=8))
def test_no_word_is_removed_that_stands_nowhere_else(blocks: list[str]) -> None:
    session = Session(Article.of(*blocks))
    clean_session(session, find_cuts(session), Safety.REVIEW)
    before = {word.folded for text in blocks for word in find_words(text)}
    after = {word.folded for block in session.article.blocks for word in find_words(block.text)}
    assert after == before


def test_two_copies_that_share_a_word_are_not_both_cut() -> None:
    session = Session(Article.of("one", "one two", "one two"))
    tallies = clean_session(session, find_cuts(session), Safety.REVIEW)
    assert [block.text for block in session.article.blocks] == ["one", "one two"]
    assert [(tally.found, tally.changed) for tally in tallies] == [(2, 1)]


def test_safe_leaves_what_a_person_must_see() -> None:
    session = Session(Article.of("one", "one"))
    tallies = clean_session(session, find_cuts(session), Safety.AUTO)
    assert session.article == session.opened
    assert [(tally.rule, tally.found, tally.changed) for tally in tallies] == [("duplicates.repeat", 1, 0)]


def slips_in(session: Session) -> Callable[[], None]:
    def find(block: Block) -> list[Finding]:
        found = []
        start = block.text.find("recieved")
        while start >= 0:
            change = replace_text(block, start, start + 8, "received")
            place = Place.at(block.id, start, start + 8)
            fix = Fix(Message.of("fix"), (change,))
            found.append(Finding("spelling.word", place, "recieved", Message.of("slip"), key="recieved", fixes=(fix,)))
            start = block.text.find("recieved", start + 1)
        return found

    def check() -> None:
        for block in session.article.blocks:
            session.take_findings(Family.SPELLING, block.id, find(block))

    return check


def test_wording_inside_quotation_marks_is_not_rewritten_unattended() -> None:
    session = Session(Article.of("They recieved aid. “We recieved it,” she said."))
    clean_session(session, slips_in(session), Safety.REVIEW)
    assert session.article.blocks[0].text == "They received aid. “We recieved it,” she said."


def test_words_lost_are_those_of_removals_only() -> None:
    article = Article.of("one two", "two three")
    assert words_lost(article, [RemoveBlock(article.blocks[1])]) == ("three",)
    assert words_lost(article, [replace_text(article.blocks[0], 0, 3, "eins")]) == ()
