"""The pair side by side: what is marked, what the warnings say, and how it reads afterwards."""

from __future__ import annotations

from reader.app.desk import Desk
from reader.app.inline_runner import InlineRunner
from reader.app.messages.rendering import Renderer
from reader.app.presenters.comparison import ComparisonView
from reader.app.session import Session
from reader.app.worker_runner import CheckingState
from reader.core.article import Article
from reader.core.duplicates import WordState
from reader.core.rules import Family

BRIDGE = "The old bridge over the Tamble will close to lorries on Monday while masons repair its northern arch."
OTHER = "Nobody could say on Friday how long the repair would take, nor who would pay the masons in the end."
CALDER = "Ines Calder, who has chaired the council in Holt since the spring, asked drivers to take the long road home."


def open_desk(*texts: str) -> Desk:
    desk = Desk(Session(Article.of("Trouble at Holt", *texts)), Renderer(), lambda: None)
    desk.take_checking(CheckingState(reading=frozenset()))
    InlineRunner(desk.session, only=(Family.DUPLICATES,)).run()
    desk.follow()
    return desk


def view_of(*texts: str) -> ComparisonView:
    view = open_desk(*texts).comparison()
    assert view is not None
    return view


def marked(view: ComparisonView, state: WordState) -> tuple[list[str], list[str]]:
    kept = view.kept.text if view.kept else ()
    return [p.text for p in kept if p.state is state], [p.text for p in view.copy.text if p.state is state]


def test_words_only_the_kept_copy_has_are_not_marked() -> None:
    view = view_of(BRIDGE, OTHER, BRIDGE.replace("masons repair", "builders repair").replace(" northern", ""))
    assert marked(view, WordState.DIFFERS) == (["masons"], ["builders"])
    assert marked(view, WordState.ADDS) == ([], [])


def test_a_full_stop_or_capital_alone_is_no_difference() -> None:
    view = view_of(BRIDGE, OTHER, BRIDGE.replace("bridge", "Bridge").removesuffix("."))
    assert view.verdict.startswith("Repeats ¶2 word for word") or view.verdict.startswith("Caption repeats ¶2 word for")
    assert {piece.state for piece in view.copy.text} == {WordState.SAME}


def test_what_has_moved_is_marked_on_both_sides() -> None:
    moved = "On Monday the old bridge over the Tamble will close to lorries while masons repair its northern arch."
    assert marked(view_of(BRIDGE, OTHER, moved), WordState.MOVED) == (["on Monday"], ["On Monday"])


def test_words_that_clash_are_boxed_and_nothing_is_proposed() -> None:
    desk = open_desk(BRIDGE, OTHER, BRIDGE.replace("Monday", "Sunday"))
    view, card = desk.comparison(), desk.card()
    assert view is not None
    assert card is not None
    assert marked(view, WordState.CLASH) == (["Monday"], ["Sunday"])
    assert [choice.key for choice in card.choices if choice.proposed] == []
    assert view.afterwards == ()
    assert view.copy.tag == ""


def test_a_cut_that_takes_the_first_full_name_is_warned_of_beside_its_choice() -> None:
    short = "Calder said on Friday that she would not resign over a bridge."
    warning = "Takes the first full mention of Ines Calder; the surname alone stays."
    desk = open_desk(CALDER, OTHER, short, CALDER, BRIDGE)
    view = desk.comparison()
    assert view is not None
    assert view.warnings == (f"Cut ¶2 instead: {warning}",)
    desk.repeats.exchange()
    InlineRunner(desk.session, only=(Family.DUPLICATES,)).run()
    desk.follow()
    turned = desk.comparison()
    assert turned is not None
    assert turned.warnings == (warning,)


def test_it_says_how_the_surroundings_read_after_the_cut() -> None:
    view = view_of(BRIDGE, OTHER, BRIDGE, CALDER)
    assert [(line.text, line.cut) for line in view.afterwards] == [
        (OTHER, False),
        ("¶4 cut · 18 words", True),
        (CALDER, False),
    ]


def test_more_of_the_surroundings_is_shown_when_asked_for() -> None:
    desk = open_desk(f"{OTHER} {BRIDGE} {CALDER}", "It rained.", f"Then it was Monday. {BRIDGE} Everybody laughed.")
    narrow = desk.comparison()
    desk.repeats.toggle_wide()
    wide = desk.comparison()
    assert narrow is not None
    assert wide is not None
    assert "It rained." not in narrow.copy.before
    assert wide.copy.before.startswith("It rained. Then it was Monday.")
