"""Runs: an article pasted twice is one matter to decide, with its headings and with exceptions."""

from __future__ import annotations

from reader.app.inline_runner import InlineRunner
from reader.app.issues import choices_of
from reader.app.messages.rendering import render_english
from reader.app.session import Session
from reader.checks.duplicates.provider import find_repeats
from reader.core.article import Article
from reader.core.rules import Family
from reader.core.spans import Passage

STORY = (
    "The old bridge over the Tamble will close to lorries on Monday while masons repair its northern arch.",
    "What it costs",
    "The council has set aside 300,000 crowns for the work, most of it from the sale of the quarry.",
    "A small ferry will carry cyclists across the river free of charge until the work is done.",
    "Photo: Ada Lind",
    "The mayor, Ines Calder, asked drivers to take the road through Holt instead of the river road.",
)


def numbers(passage: Passage) -> list[int]:
    return [place.block for place in passage.places]


def open_session(*texts: str) -> Session:
    session = Session(Article.of(*texts))
    InlineRunner(session, only=(Family.DUPLICATES,)).run()
    return session


def test_an_article_pasted_twice_is_one_run_with_its_headings_and_credits() -> None:
    (run,) = find_repeats(Article.of("Bridge closes", *STORY, *STORY)).runs
    assert numbers(run.reference) == [2, 3, 4, 5, 6, 7]
    assert numbers(run.copy) == [8, 9, 10, 11, 12, 13]


def test_a_run_is_one_issue_and_one_step() -> None:
    session = open_session("Bridge closes", *STORY, *STORY)
    (issue,) = session.issues
    assert render_english(issue.message) == "¶8–13 repeat ¶2–7."
    session.decide(issue.id, 0)
    assert [block.text for block in session.article.blocks] == ["Bridge closes", *STORY]
    session.undo()
    assert len(session.article.blocks) == 13


def test_paragraphs_may_be_left_out_of_the_decision_on_a_run() -> None:
    session = open_session("Bridge closes", *STORY, *STORY)
    (issue,) = session.issues
    session.decide(issue.id, 0, only=[0, 1, 2])
    assert [block.text for block in session.article.blocks] == ["Bridge closes", *STORY, *STORY[3:]]


def test_the_choice_on_a_run_says_how_many_copies_it_cuts() -> None:
    session = open_session("Bridge closes", *STORY, *STORY)
    choice = choices_of(session.article, session.issues[0])[0]
    assert render_english(choice.label) == "Cut 6 copies"


def test_a_paragraph_of_a_run_that_contradicts_is_a_matter_of_its_own() -> None:
    second = [text.replace("300,000", "390,000") for text in STORY]
    session = open_session("Bridge closes", *STORY, *second)
    clash = next(issue for issue in session.issues if issue.rule == "duplicates.clash")
    assert [finding.place.block for finding in clash.findings] == [10]
    run = next(issue for issue in session.issues if issue.rule == "duplicates.repeat")
    assert [finding.place.block for finding in run.findings] == [8, 9, 11, 12, 13]


def test_a_paragraph_that_only_one_version_has_does_not_break_the_run() -> None:
    phone = [*STORY[:3], "Swipe to see more pictures of the quarry and of the bridge as it was.", *STORY[3:]]
    (run,) = find_repeats(Article.of("Bridge closes", *STORY, *phone)).runs
    assert numbers(run.copy) == [8, 9, 10, 12, 13, 14]


def test_two_repeats_far_apart_are_no_run() -> None:
    other = "Nobody could say on Friday how long the repair would take, or who would pay for the ferry."
    texts = ["Bridge closes", *STORY, STORY[0], other, "The school stays open.", "So does the mill.", STORY[3]]
    assert find_repeats(Article.of(*texts)).runs == ()


def test_an_article_pasted_three_times_is_two_runs_of_one_reference() -> None:
    runs = find_repeats(Article.of("Bridge closes", *STORY, *STORY, *STORY)).runs
    assert [numbers(run.reference) for run in runs] == [[2, 3, 4, 5, 6, 7]] * 2
    assert [numbers(run.copy)[0] for run in runs] == [8, 14]


def test_where_copies_stand_between_their_references_no_block_repeats_itself() -> None:
    frame = "The {} harbour lantern keeper storm vessel {} came."
    head = "The harbour lantern keeper storm channel widow pilot anchor came."
    texts = (
        head,
        head,
        "The channel harbour lantern storm keeper vessel anchor cargo came.",
        frame.format("cargo timber market", ""),
        "The harbour lantern keeper storm vessel anchor cargo timber came.",
        frame.format("signal island market", ""),
        frame.format("anchor signal", "cargo"),
    )
    groups = find_repeats(Article.of(*texts)).groups
    assert all(group.reference != copy.passage for group in groups for copy in group.copies)


def test_a_short_sentence_goes_with_the_paragraph_that_stands_twice() -> None:
    pasted = (
        "Sandbags lie ready at the depot in Gas Street and at the pool. Six each. Volunteers will bring them round."
    )
    other = "The mayor, Ines Calder, asked drivers to take the road through Holt instead of the river road."
    (group,) = find_repeats(Article.of("Bridge closes", pasted, other, pasted)).groups
    assert [numbers(copy.passage) for copy in group.copies] == [[4]]
    assert group.copies[0].passage.places[0].span is None


def test_a_short_sentence_alone_may_stand_twice() -> None:
    texts = (
        "Bridge closes",
        "Six each. The depot lies in Gas Street.",
        "Six each. Nobody may take more than he needs.",
    )
    assert find_repeats(Article.of(*texts)).groups == ()
