"""Exchanging the sides of a pair: the user chooses which copy is kept, and can take that back."""

from __future__ import annotations

from reader.app.desk import Desk
from reader.app.inline_runner import InlineRunner
from reader.app.messages.rendering import Renderer
from reader.app.pairs import find_reference
from reader.app.session import Session
from reader.app.worker_runner import CheckingState
from reader.core.article import Article
from reader.core.changes import RemoveBlock
from reader.core.history import History
from reader.core.rules import Family

BRIDGE = "The old bridge over the Tamble will close to lorries on Monday while masons repair its northern arch."
AGAIN = "The old bridge over the Tamble will close to lorries on Monday while the masons repair the northern arch."
FERRY = "A small ferry will carry cyclists across the river free of charge until the work is done."


def open_desk(*texts: str) -> Desk:
    desk = Desk(Session(Article.of("Bridge closes", *texts)), Renderer(), lambda: None)
    desk.take_checking(CheckingState(reading=frozenset()))
    check(desk)
    return desk


def check(desk: Desk) -> None:
    InlineRunner(desk.session, only=(Family.DUPLICATES,)).run()
    desk.follow()


def sides(desk: Desk) -> tuple[int, int]:
    """Block ids of the kept copy and of the other one."""
    assert desk.issue is not None
    finding = desk.issue.findings[0]
    reference = find_reference(finding)
    assert reference is not None
    return reference.places[0].block, finding.place.block


def test_the_other_copy_is_kept_after_an_exchange_and_the_pair_stays_in_hand() -> None:
    desk = open_desk(BRIDGE, FERRY, AGAIN)
    assert sides(desk) == (2, 4)
    desk.repeats.exchange()
    check(desk)
    assert sides(desk) == (4, 2)
    desk.accept()
    assert [block.text for block in desk.session.article.blocks] == ["Bridge closes", FERRY, AGAIN]


def test_exchanging_twice_leaves_the_pair_as_it_was() -> None:
    desk = open_desk(BRIDGE, FERRY, AGAIN)
    desk.repeats.exchange()
    check(desk)
    desk.repeats.exchange()
    check(desk)
    assert sides(desk) == (2, 4)


def test_of_equal_copies_the_one_chosen_is_kept() -> None:
    desk = open_desk(BRIDGE, FERRY, BRIDGE, "Nobody could say how long it would take.", BRIDGE)
    assert desk.issue is not None
    assert [finding.place.block for finding in desk.issue.findings] == [4, 6]
    desk.repeats.open(1)
    desk.repeats.exchange()
    check(desk)
    assert desk.issue is not None
    assert [finding.place.block for finding in desk.issue.findings] == [2, 4]


def test_an_exchange_is_one_step_that_undo_takes_back() -> None:
    desk = open_desk(BRIDGE, FERRY, AGAIN)
    desk.repeats.exchange()
    check(desk)
    desk.undo()
    check(desk)
    assert sides(desk) == (2, 4)


def test_a_chosen_reference_holds_after_the_article_is_opened_again() -> None:
    desk = open_desk(BRIDGE, FERRY, AGAIN)
    desk.repeats.exchange()
    session = Session(desk.session.opened, history=desk.session.history)
    InlineRunner(session, only=(Family.DUPLICATES,)).run()
    cut = session.issues[0].findings[0].fixes[0].changes[0]
    assert isinstance(cut, RemoveBlock)
    assert cut.block.id == 2
    assert Session(desk.session.opened, history=History()).user_facts.names() == ()


def test_there_is_nothing_to_exchange_on_a_caption_without_a_twin() -> None:
    caption = "A mason stands on the northern arch of the bridge in the rain (left)"
    desk = open_desk(BRIDGE, caption, FERRY, "The council meets again on Friday to hear what it will cost.")
    desk.repeats.exchange()
    assert desk.notice
    assert not desk.session.decisions


def test_an_exchange_is_taken_back_as_the_last_decision() -> None:
    desk = open_desk(BRIDGE, FERRY, AGAIN)
    desk.repeats.exchange()
    check(desk)
    desk.take_back_last()
    check(desk)
    assert sides(desk) == (2, 4)
