"""The duplicate view in the real window: keys lead through groups and merges, and nothing is cut off."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reader.app.inline_runner import InlineRunner
from reader.app.messages.rendering import Renderer
from reader.app.open_article import OpenArticle
from reader.app.session import Session
from reader.app.settings import Settings
from reader.app.worker_runner import CheckingState
from reader.core.article import Article
from reader.core.rules import Family
from reader.ui.theme.theme import load_theme
from reader.ui.window import MainWindow

BRIDGE = "The old bridge over the Tamble will close to lorries on Monday while masons repair its northern arch."
CAPTION = "The old bridge over the Tamble closes to lorries on Monday as masons repair its mossy northern arch"
OTHER = "Nobody could say on Friday how long the repair would take, nor who would pay the masons in the end."
COST = "The county has set aside two million pounds for the work, most of it borrowed from its road budget."


class Bench:
    """A window on an article with its repeats found, the focus on the card."""

    def __init__(self, *texts: str) -> None:
        render = Renderer()
        self.window = MainWindow(Settings(), render, load_theme("light"))
        self.session = Session(Article.of("Trouble at Holt", *texts))
        self.opened = OpenArticle.start(
            self.session,
            key="k",
            name="article",
            folder="",
            render=render,
            post=lambda act: act(),
            on_change=self.window.refresh_soon,
        )
        self.opened.runner.start = lambda: None  # type: ignore[method-assign] # no processes here: checked inline
        self.window.show_article(self.opened)
        self.window.show()
        self.check()
        self.window.commands.run("view_duplicates")
        self.settle()

    def check(self) -> None:
        InlineRunner(self.session, only=(Family.DUPLICATES,)).run()
        self.opened.desk.take_checking(CheckingState(reading=frozenset()))
        self.settle()

    def settle(self) -> None:
        self.window.refresh()
        QTest.qWait(30)
        # Deciding keys wait for the card to be painted; so does the test, on a busy machine.
        for _ in range(200):
            if self.window.acts.card_was_seen():
                return
            QTest.qWait(10)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focused = QApplication.focusWidget() or self.window.panel.card
        QTest.keyClick(focused, key, modifiers)
        self.settle()

    def chips(self) -> list[str]:
        view = self.opened.desk.comparison()
        assert view is not None
        assert view.merge is not None
        return [chip.words for chip in view.merge.chips]

    def texts(self) -> list[str]:
        return [block.text for block in self.session.article.blocks][1:]


MakeBench = Callable[..., Bench]


@pytest.fixture
def bench_of(qapp: QApplication) -> Iterator[MakeBench]:
    benches: list[Bench] = []

    def make(*texts: str) -> Bench:
        benches.append(Bench(*texts))
        return benches[-1]

    yield make
    for bench in benches:
        bench.window.close()


def test_a_merge_is_made_with_keys_alone(bench_of: MakeBench) -> None:
    bench = bench_of(BRIDGE, OTHER, CAPTION, COST)
    view = bench.window.duplicates_view
    bench.press(Qt.Key.Key_4)
    assert view.merge.isVisible()
    assert QApplication.focusWidget() is view.merge.chips
    assert "mossy" in view.merge.line.toPlainText()
    chips = bench.chips()
    for _ in range(chips.index("mossy")):
        bench.press(Qt.Key.Key_Right)
    bench.press(Qt.Key.Key_Space)
    assert "mossy" not in view.merge.line.toPlainText()
    bench.press(Qt.Key.Key_Space)
    bench.press(Qt.Key.Key_Tab)
    line: QWidget = view.merge.line
    assert QApplication.focusWidget() is line
    QTest.keyClicks(line, "Yes: ")
    bench.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert bench.texts() == ["Yes: " + BRIDGE.replace("northern", "mossy northern"), OTHER, COST]
    assert not view.merge.isVisible()


def test_escape_leaves_a_merge_and_nothing_has_changed(bench_of: MakeBench) -> None:
    bench = bench_of(BRIDGE, OTHER, CAPTION, COST)
    bench.press(Qt.Key.Key_4)
    bench.press(Qt.Key.Key_Escape)
    assert not bench.window.duplicates_view.merge.isVisible()
    assert QApplication.focusWidget() is bench.window.panel.card
    assert bench.texts() == [BRIDGE, OTHER, CAPTION, COST]


def test_copies_of_a_group_are_walked_ticked_and_cut_with_keys(bench_of: MakeBench) -> None:
    bench = bench_of(BRIDGE, OTHER, BRIDGE, COST, BRIDGE)
    bench.press(Qt.Key.Key_Right)
    bench.press(Qt.Key.Key_Space)
    bench.press(Qt.Key.Key_A)
    assert bench.texts() == [BRIDGE, OTHER, COST, BRIDGE]


def test_a_click_on_the_box_of_a_row_ticks_it_and_one_on_the_row_opens_it(bench_of: MakeBench) -> None:
    bench = bench_of(BRIDGE, OTHER, BRIDGE, COST, BRIDGE)
    rows = bench.window.duplicates_view.rows
    rows.ticked.emit((1,))
    rows.opened.emit((1,))
    bench.settle()
    view = bench.opened.desk.comparison()
    assert view is not None
    assert [(row.ticked, row.open) for row in view.rows] == [(True, False), (False, True)]


def test_the_map_is_there_in_a_wide_window_and_folds_away_in_a_narrow_one(bench_of: MakeBench) -> None:
    bench = bench_of(BRIDGE, OTHER, BRIDGE, COST)
    bench.window.resize(1300, 800)
    bench.settle()
    assert bench.window.duplicates_view.map.isVisible()
    assert bench.window.duplicates_view.map.accessibleName().startswith("Map of the article: 1 copy")
    bench.window.resize(1000, 700)
    bench.settle()
    assert not bench.window.duplicates_view.map.isVisible()


def test_in_a_small_window_the_sheet_stays_low(bench_of: MakeBench) -> None:
    bench = bench_of(BRIDGE, OTHER, BRIDGE, COST)
    bench.window.resize(800, 600)
    bench.settle()
    bench.settle()
    assert bench.window.panel.height() <= 170
    assert bench.window.duplicates_view.height() > 300


def test_arrow_keys_on_the_card_go_through_the_issues(bench_of: MakeBench) -> None:
    bench = bench_of(BRIDGE, OTHER, BRIDGE, COST, COST)
    first = bench.opened.desk.current
    bench.press(Qt.Key.Key_Down)
    assert bench.opened.desk.current != first
    bench.press(Qt.Key.Key_Up)
    assert bench.opened.desk.current == first
