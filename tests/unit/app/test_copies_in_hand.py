"""Groups and runs: which copies a choice is meant for, what it settles, and what stays open."""

from __future__ import annotations

from reader.app.desk import Desk
from reader.app.inline_runner import InlineRunner
from reader.app.messages.rendering import Renderer
from reader.app.session import Session
from reader.app.worker_runner import CheckingState
from reader.core.article import Article
from reader.core.rules import Family
from reader.lexicon.word_list import load_word_list

PLEA = "Sign the petition to keep the Mill Lane baths open and tell your friends about it today."
MORE = "Sign the petition to keep the Mill Lane baths open and tell your neighbours about it today."
BODY = (
    "Councillors in Holt voted on Tuesday to close the swimming baths on Mill Lane for good.",
    "The baths opened in 1911 and were used by some 40,000 people last year, the council says.",
    "Campaigners who gathered outside the town hall said they would ask the High Court to look at it.",
    "The small pool stays open until the end of the school term so that lessons can be finished.",
    "Swimmers can use the pool at Tamble Leisure Centre, nine miles away, until the spring.",
)
OTHER = "A spokesman for the county, which owns the land, declined to say what would be built there."


def open_desk(*texts: str) -> Desk:
    desk = Desk(Session(Article.of("Holt closes its baths", *texts)), Renderer(), lambda: None)
    desk.take_checking(CheckingState(reading=frozenset()))
    check(desk)
    desk.show_view("duplicates")
    return desk


def check(desk: Desk) -> None:
    InlineRunner(desk.session, only=(Family.DUPLICATES,)).run()
    desk.follow()


def texts(desk: Desk) -> list[str]:
    return [block.text for block in desk.session.article.blocks][1:]


def rows(desk: Desk) -> list[tuple[str, str, bool, bool]]:
    view = desk.comparison()
    assert view is not None
    return [(row.place, row.note, row.ticked, row.open) for row in view.rows]


def test_a_pair_has_no_rows_and_nothing_to_tick() -> None:
    desk = open_desk(PLEA, OTHER, PLEA)
    assert rows(desk) == []
    desk.repeats.toggle_open()
    desk.accept()
    assert texts(desk) == [PLEA, OTHER]


def test_the_copies_of_a_group_are_one_decision() -> None:
    desk = open_desk(PLEA, OTHER, PLEA, BODY[0], PLEA, BODY[1], PLEA)
    assert [row[2] for row in rows(desk)] == [True, True, True]
    desk.accept()
    assert texts(desk) == [PLEA, OTHER, BODY[0], BODY[1]]
    assert len(desk.session.history.held) == 1


def test_an_unticked_copy_stays_and_stays_open() -> None:
    desk = open_desk(PLEA, OTHER, PLEA, BODY[0], PLEA, BODY[1])
    desk.repeats.step(1)
    desk.repeats.toggle_open()
    assert [(row[2], row[3]) for row in rows(desk)] == [(True, False), (False, True)]
    desk.accept()
    assert texts(desk) == [PLEA, OTHER, BODY[0], PLEA, BODY[1]]
    check(desk)
    assert desk.issue is not None
    assert [finding.place.block for finding in desk.issue.findings] == [6]


def test_a_copy_with_words_of_its_own_is_not_ticked_and_not_cut_with_the_others() -> None:
    desk = open_desk(PLEA, OTHER, PLEA, BODY[0], MORE, BODY[1], PLEA)
    assert [row[2] for row in rows(desk)] == [True, False, True]
    assert rows(desk)[1][1] == "adds 1 word: neighbours"
    desk.accept()
    assert texts(desk) == [PLEA, OTHER, BODY[0], MORE, BODY[1]]


def test_the_other_way_round_is_for_the_open_copy_alone() -> None:
    desk = open_desk(PLEA, OTHER, PLEA, BODY[0], PLEA)
    desk.repeats.step(1)
    desk.choose("2")
    assert texts(desk) == [OTHER, PLEA, BODY[0], PLEA]
    check(desk)
    assert desk.issue is not None
    assert desk.issue.message.key == "duplicates.repeat.exact"


def test_keeping_all_is_remembered() -> None:
    desk = open_desk(PLEA, OTHER, PLEA, BODY[0], PLEA)
    desk.choose("3")
    check(desk)
    assert desk.issue is None
    assert texts(desk) == [PLEA, OTHER, PLEA, BODY[0], PLEA]


def test_equal_paragraphs_of_a_run_fold_into_one_row_that_is_ticked_as_one() -> None:
    second = list(BODY)
    second[3] = "The small pool remains open until the end of the summer school term so that lessons can be finished."
    desk = open_desk(*BODY, OTHER, *second)
    places = [(row[0], row[2]) for row in rows(desk)]
    assert places == [("¶8–12", True), ("¶11", False)]
    desk.repeats.toggle_open()
    assert [row[2] for row in rows(desk)] == [False, False]
    desk.repeats.toggle_open()
    desk.accept()
    assert texts(desk) == [*BODY, OTHER, second[3]]


def test_an_exception_in_a_run_is_made_paragraph_by_paragraph() -> None:
    desk = open_desk(*BODY, OTHER, *BODY)
    desk.repeats.toggle_wide()
    desk.repeats.open(2)
    desk.repeats.toggle_open()
    desk.accept()
    assert texts(desk) == [*BODY, OTHER, BODY[2]]


def test_a_contradiction_inside_a_run_is_named_there_and_decided_by_itself() -> None:
    second = list(BODY)
    second[1] = BODY[1].replace("40,000", "14,000")
    desk = open_desk(*BODY, OTHER, *second)
    clash, run = desk.issues[0], desk.issues[1]
    assert clash.rule == "duplicates.clash"
    desk.select(clash.id)
    card = desk.card()
    assert card is not None
    assert not any(choice.proposed for choice in card.choices)
    desk.select(run.id)
    view = desk.comparison()
    assert view is not None
    assert [(row.place, row.clash) for row in view.rows if not row.numbers] == [("¶9", True)]
    desk.accept()
    assert texts(desk) == [*BODY, OTHER, second[1]]


def test_twenty_copies_are_as_few_keys_as_a_pair() -> None:
    words = [word for word in load_word_list() if len(word) > 5][:200]
    article = [text for n in range(20) for text in (f"{' '.join(words[n * 10 : n * 10 + 10])}.".capitalize(), PLEA)]
    desk = open_desk(*article)
    desk.accept()
    assert texts(desk).count(PLEA) == 1
