"""Bulk acts: every place previewed, one step, and never a word lost."""

from __future__ import annotations

from reader.app.bulk import CAPTIONS, EXACT, LONE, hold_back
from reader.app.desk import Desk
from reader.app.inline_runner import InlineRunner
from reader.app.messages.rendering import Renderer
from reader.app.session import Session
from reader.app.worker_runner import CheckingState
from reader.core.article import Article, Role
from reader.core.messages import Message
from reader.core.rules import Family

BRIDGE = "The old bridge over the Tamble will close to lorries on Monday while masons repair its northern arch."
FERRY = "A small ferry will carry cyclists across the river free of charge until the work is done."
MAYOR = "Ines Calder, the mayor, asked drivers on Friday to take the long road through Holt instead of the bridge."
END = "Nobody could say on Friday how long the repair of the northern arch would take."
BRIDGE_CAPTION = "The old bridge over the Tamble will close to lorries on Monday"
FERRY_CAPTION = "A small ferry will carry cyclists across the river free of charge"
LONE_CAPTION = "Schoolchildren wave at the first lorry of the day (left)"
COST = "The county has set aside two million pounds for the work, most of it borrowed from its road budget."
LABEL = Message.of("step.all_captions", count=2)


def open_desk(*texts: str) -> Desk:
    desk = Desk(Session(Article.of("Bridge closes", *texts)), Renderer(), lambda: None)
    desk.take_checking(CheckingState(reading=frozenset()))
    InlineRunner(desk.session, only=(Family.DUPLICATES,)).run()
    desk.follow()
    return desk


def texts(desk: Desk) -> list[str]:
    return [block.text for block in desk.session.article.blocks][1:]


def test_all_captions_that_add_nothing_go_in_one_step() -> None:
    desk = open_desk(BRIDGE, MAYOR, BRIDGE_CAPTION, FERRY, END, COST, FERRY_CAPTION, LONE_CAPTION)
    places = desk.repeats.find_places(CAPTIONS)
    assert [place.finding.quote for place in places] == [BRIDGE_CAPTION, FERRY_CAPTION]
    desk.repeats.settle_places(places, LABEL)
    assert texts(desk) == [BRIDGE, MAYOR, FERRY, END, COST, LONE_CAPTION]
    assert len(desk.session.history.held) == 1
    assert len(desk.session.decisions) == 2
    desk.undo()
    assert BRIDGE_CAPTION in texts(desk)
    assert FERRY_CAPTION in texts(desk)


def test_one_of_two_decisions_of_a_bulk_act_can_be_left_out() -> None:
    desk = open_desk(BRIDGE, MAYOR, BRIDGE_CAPTION, FERRY, END, FERRY_CAPTION)
    desk.repeats.settle_places(desk.repeats.find_places(CAPTIONS)[1:], LABEL)
    assert texts(desk) == [BRIDGE, MAYOR, BRIDGE_CAPTION, FERRY, END]


def test_all_word_for_word_repeats_go_with_those_inside_groups() -> None:
    desk = open_desk(BRIDGE, MAYOR, BRIDGE, FERRY, END, BRIDGE, FERRY)
    desk.repeats.settle_places(desk.repeats.find_places(EXACT), Message.of("step.all_exact", count=3))
    assert texts(desk) == [BRIDGE, MAYOR, FERRY, END]


def test_captions_without_a_repeat_go_to_the_end_together() -> None:
    other = "Masons unload their tools beside the northern arch (right)"
    desk = open_desk(BRIDGE, LONE_CAPTION, MAYOR, other, FERRY, END)
    desk.repeats.settle_places(desk.repeats.find_places(LONE), Message.of("step.all_lone", count=2))
    assert texts(desk) == [BRIDGE, MAYOR, FERRY, END, LONE_CAPTION, other]
    assert [block.role for block in desk.session.article.blocks][-2:] == [Role.CAPTION, Role.CAPTION]


def test_a_place_that_would_lose_a_word_is_held_back_and_says_which() -> None:
    # "lorries" stands in the sentence and in its caption alone; the user cuts the sentence by hand before the bulk act.
    desk = open_desk(BRIDGE, MAYOR, BRIDGE_CAPTION, FERRY, END, FERRY_CAPTION)
    places = desk.repeats.find_places(CAPTIONS)
    less = Article.of("Trouble at Holt", MAYOR, BRIDGE_CAPTION, FERRY, END, FERRY_CAPTION)
    held = {place.finding.quote: place.loses for place in hold_back(less, places)}
    assert held == {BRIDGE_CAPTION: ("old", "Tamble", "close", "lorries", "Monday"), FERRY_CAPTION: ()}


def test_an_inflected_form_is_the_same_word() -> None:
    bent = BRIDGE_CAPTION.replace("will close", "is closed")
    desk = open_desk(BRIDGE, MAYOR, bent, FERRY, END, FERRY_CAPTION)
    assert [place.loses for place in desk.repeats.find_places(CAPTIONS)] == [(), ()]


def test_the_bulk_act_of_the_issue_in_hand_counts_what_goes() -> None:
    desk = open_desk(BRIDGE, MAYOR, BRIDGE_CAPTION, FERRY, END, FERRY_CAPTION)
    assert desk.repeats.bulk() == (CAPTIONS, 2)
