"""Contradictions in the copy: the clashing words are marked on both sides, and nothing else of the sentences."""

from __future__ import annotations

from reader.app.inline_runner import InlineRunner
from reader.app.presenters.looks import Look
from reader.app.presenters.text_marks import TextMark, present_marks
from reader.app.session import Session
from reader.checks.facts import REPEATS
from reader.core.article import Article
from reader.core.duplicates import Repeats
from reader.core.rules import Family

FELL = "At least 12 people were hurt when part of the ceiling of the baths in Holt fell in March."
OTHER = "Nobody could say on Friday how long the repair would take, nor who would pay the masons in the end."


def clash_marks(session: Session, repeats: Repeats) -> list[TextMark]:
    issues = session.issues
    marks = present_marks(session.article, issues, (), issues[0].id, words={}, repeats=repeats)
    return [mark for mark in marks if mark.look is Look.CLASH]


def test_the_words_that_clash_are_marked_on_both_sides() -> None:
    session = Session(Article.of("Trouble at Holt", FELL, OTHER, FELL.replace("12", "21")))
    InlineRunner(session, only=(Family.DUPLICATES,)).run()
    marks = clash_marks(session, session.facts.get(REPEATS))
    assert [(session.article.text_at(mark.place), mark.place.block, mark.margin) for mark in marks] == [
        ("12", 2, "12 / 21"),
        ("21", 4, "12 / 21"),
    ]
    assert all(mark.current for mark in marks)


def test_where_the_words_are_not_known_the_passage_is_marked() -> None:
    session = Session(Article.of("Trouble at Holt", FELL, OTHER, FELL.replace("12", "21")))
    InlineRunner(session, only=(Family.DUPLICATES,)).run()
    assert [mark.place.span for mark in clash_marks(session, Repeats())] == [None]
