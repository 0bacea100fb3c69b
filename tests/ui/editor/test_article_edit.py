"""The copy as a mirror of the session: typing, pasting, input methods, and changes from elsewhere."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QTextBlock, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.app.events import ArticleChanged, Cause, SessionEvent
from reader.app.session import Session
from reader.core.article import Article, Block
from reader.core.changes import RemoveBlock
from reader.core.editing import replace_text
from reader.core.messages import Message
from reader.core.spans import Place
from reader.ui.editor.article_edit import ArticleEdit
from reader.ui.editor.document_mirror import tag_of
from reader.ui.editor.utf16 import OffsetMap
from reader.ui.theme.theme import load_theme

NBSP = "\u00a0"
EDIT = Message.of("step.moved")


class Bench:
    """An editor on a session, wired as the window wires them."""

    def __init__(self, *texts: str, blocks: tuple[Block, ...] = ()) -> None:
        article = Article(blocks) if blocks else Article.of(*texts)
        self.session = Session(article)
        self.edit = ArticleEdit(load_theme("light"), 19)
        self.refused: list[str] = []
        self.edit.edited.connect(self.session.type_text)
        self.edit.refused.connect(self.refused.append)
        self.session.subscribe(self._on_event)
        self.edit.resize(700, 600)
        self.edit.show_source(self.session)
        self.edit.show()

    def _on_event(self, event: SessionEvent) -> None:
        if isinstance(event, ArticleChanged) and event.cause is not Cause.TYPING:
            self.edit.apply(event.changes)

    def put_caret(self, block: int, offset: int, end: int | None = None) -> None:
        self.edit.put_caret(Place.at(block, offset, offset if end is None else end))
        if end is None:
            cursor = self.edit.textCursor()
            cursor.clearSelection()
            self.edit.setTextCursor(cursor)

    def shown(self) -> list[tuple[int, str]]:
        found = []
        block: QTextBlock = self.edit.document().begin()
        while block.isValid():
            found.append((tag_of(block), block.text()))
            block = block.next()
        return found

    def texts(self) -> list[str]:
        return [block.text for block in self.session.article.blocks]

    def agree(self) -> bool:
        return self.shown() == [(block.id, block.text) for block in self.session.article.blocks]


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[None]:
    qapp.clipboard().clear()
    yield
    qapp.clipboard().clear()


def test_typing_goes_into_the_session(qapp: QApplication) -> None:
    bench = Bench("One two")
    bench.put_caret(1, 3)
    QTest.keyClicks(bench.edit, " and a half")
    assert bench.texts() == ["One and a half two"]
    assert bench.agree()
    assert len(bench.session.history.held) == 1


def test_enter_at_the_start_keeps_the_id_with_the_text(qapp: QApplication) -> None:
    bench = Bench("One", "Two")
    bench.put_caret(2, 0)
    QTest.keyClick(bench.edit, Qt.Key.Key_Return)
    assert bench.texts() == ["One", "", "Two"]
    assert bench.session.article.blocks[2].id == 2
    assert bench.agree()


def test_enter_at_the_end_makes_a_new_block_behind(qapp: QApplication) -> None:
    bench = Bench("One", "Two")
    bench.put_caret(1, 3)
    QTest.keyClick(bench.edit, Qt.Key.Key_Return)
    assert bench.texts() == ["One", "", "Two"]
    assert [block.id for block in bench.session.article.blocks][0::2] == [1, 2]
    assert bench.agree()


def test_backspace_at_the_start_joins_two_blocks(qapp: QApplication) -> None:
    bench = Bench("One", "Two")
    bench.put_caret(2, 0)
    QTest.keyClick(bench.edit, Qt.Key.Key_Backspace)
    assert bench.texts() == ["OneTwo"]
    assert bench.session.article.blocks[0].id == 1
    assert bench.agree()


def test_typing_over_a_selection_is_one_change(qapp: QApplication) -> None:
    bench = Bench("One two three")
    bench.put_caret(1, 4, 7)
    QTest.keyClicks(bench.edit, "2")
    assert bench.texts() == ["One 2 three"]
    assert len(bench.session.history.held[0].changes) == 1


def test_typed_quotes_curl_in_a_curly_article(qapp: QApplication) -> None:
    bench = Bench("“Yes,” she said. “No.”", "")
    bench.put_caret(2, 0)
    QTest.keyClicks(bench.edit, "\"It's\" 'so'")
    assert bench.texts()[1] == "“It’s” ‘so’"
    assert bench.agree()


def test_typed_quotes_stay_straight_in_a_straight_article(qapp: QApplication) -> None:
    bench = Bench('"Yes," she said. "It\'s late."', "")
    bench.put_caret(2, 0)
    QTest.keyClicks(bench.edit, '"No"')
    assert bench.texts()[1] == '"No"'


def test_characters_outside_the_basic_plane_do_not_shift_offsets(qapp: QApplication) -> None:
    bench = Bench("😀😀 one 😀 two")
    bench.put_caret(1, 9)
    assert bench.edit.caret() == (1, 9)
    QTest.keyClicks(bench.edit, "x")
    assert bench.texts() == ["😀😀 one 😀 xtwo"]
    assert bench.agree()


def test_odd_characters_are_put_into_the_alphabet_when_pasted(qapp: QApplication, clipboard: None) -> None:
    bench = Bench("One")
    data = QMimeData()
    data.setText("a\u2029b\ufdd0c\x07d")
    bench.put_caret(1, 3)
    bench.edit.insertFromMimeData(data)
    assert bench.agree()
    assert not any(char in text for text in bench.texts() for char in "\u2029\ufdd0\x07\n")


def test_pasted_lines_become_blocks(qapp: QApplication) -> None:
    bench = Bench("One")
    data = QMimeData()
    data.setText(" two\r\nthree\rfour")
    bench.put_caret(1, 3)
    bench.edit.insertFromMimeData(data)
    assert bench.texts() == ["One two", "three", "four"]
    assert bench.agree()


def test_html_is_pasted_as_its_plain_text(qapp: QApplication) -> None:
    bench = Bench("One")
    data = QMimeData()
    data.setHtml("<b>bold</b><img src='file:///etc/passwd'>")
    data.setText(" plain")
    bench.put_caret(1, 3)
    bench.edit.insertFromMimeData(data)
    assert bench.texts() == ["One plain"]


def test_no_break_spaces_survive_cut_and_paste(qapp: QApplication, clipboard: None) -> None:
    text = f"It weighs 5{NBSP}kg and 6{NBSP}g."
    bench = Bench(text, "")
    bench.put_caret(1, 0, len(text))
    bench.edit.cut()
    bench.put_caret(2, 0)
    bench.edit.paste()
    assert bench.texts() == ["", text]
    assert bench.agree()


def test_an_embed_refuses_edits_before_they_happen(qapp: QApplication) -> None:
    bench = Bench(blocks=(Block(1, "One"), Block(2, "[video]", editable=False), Block(3, "Three")))
    bench.put_caret(2, 2)
    QTest.keyClicks(bench.edit, "x")
    QTest.keyClick(bench.edit, Qt.Key.Key_Return)
    bench.put_caret(3, 0)
    QTest.keyClick(bench.edit, Qt.Key.Key_Backspace)
    assert bench.texts() == ["One", "[video]", "Three"]
    assert len(bench.refused) == 3
    assert bench.agree()


def test_a_decision_elsewhere_leaves_the_caret_where_it_was(qapp: QApplication) -> None:
    bench = Bench("They recieved aid.", "Then they left.")
    bench.put_caret(2, 5)
    block = bench.session.article.block(1)
    bench.session.edit([replace_text(block, 5, 13, "received")], EDIT)
    assert bench.edit.caret() == (2, 5)
    assert bench.agree()


def test_undo_is_shown_and_the_widgets_own_undo_is_off(qapp: QApplication) -> None:
    bench = Bench("One", "Two")
    bench.session.edit([RemoveBlock(bench.session.article.block(1))], EDIT)
    assert bench.agree()
    bench.session.undo()
    assert bench.texts() == ["One", "Two"]
    assert bench.agree()
    assert not bench.edit.isUndoRedoEnabled()


def compose(edit: ArticleEdit, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(edit, event)


def test_composing_changes_nothing_until_it_is_committed(qapp: QApplication) -> None:
    bench = Bench("One two")
    bench.put_caret(1, 3)
    compose(bench.edit, "に")
    assert bench.texts() == ["One two"]
    assert bench.session.history.held == ()
    compose(bench.edit, "", "日")
    assert bench.texts() == ["One日 two"]
    assert bench.agree()


def test_a_decision_in_the_block_being_composed_waits_for_the_commit(qapp: QApplication) -> None:
    bench = Bench("They recieved aid late.")
    bench.put_caret(1, 22)
    compose(bench.edit, "に")
    block = bench.session.article.block(1)
    bench.session.edit([replace_text(block, 5, 13, "got")], EDIT)
    assert bench.shown()[0][1] == "They recieved aid late."
    compose(bench.edit, "", "日")
    assert bench.texts() == ["They got aid late日."]
    assert bench.agree()


def test_a_decision_in_another_block_does_not_wait(qapp: QApplication) -> None:
    bench = Bench("They recieved aid.", "Then")
    bench.put_caret(2, 4)
    compose(bench.edit, "に")
    bench.session.edit([replace_text(bench.session.article.block(1), 5, 13, "got")], EDIT)
    assert bench.shown()[0][1] == "They got aid."
    compose(bench.edit, "", "日")
    assert bench.texts() == ["They got aid.", "Then日"]
    assert bench.agree()


WORDS = f"the mayor said Kharkiv 😀 nbsp{NBSP}here café e\u0301 ‘quoted’ “words” run on".split(" ")


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_widget_and_session_agree_after_random_work(qapp: QApplication, clipboard: None, seed: int) -> None:
    chance = random.Random(seed)
    bench = Bench(*[" ".join(chance.choices(WORDS, k=chance.randint(0, 20))) for _ in range(25)])
    for n in range(700):
        work(bench, chance)
        assert bench.agree(), f"step {n}"
    while bench.session.history.can_undo:
        bench.session.undo()
    assert bench.agree()
    assert bench.session.article == bench.session.opened


def work(bench: Bench, chance: random.Random) -> None:
    """One random act: keys, paste, cut, undo, redo, a bulk decision, blocks cut."""
    edit, session = bench.edit, bench.session
    cursor = edit.textCursor()
    cursor.setPosition(random_position(edit, chance))
    if chance.random() < 0.3:
        cursor.setPosition(random_position(edit, chance, near=cursor.position()), QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    acts = (type_keys, type_keys, press, press, paste, cut, undo, undo, redo, replace_all, cut_block)
    chance.choice(acts)(edit, session, chance)


def random_position(edit: ArticleEdit, chance: random.Random, near: int | None = None) -> int:
    """A position that a caret can have: never inside a pair of surrogates."""
    count = edit.document().characterCount()
    position = chance.randrange(count) if near is None else min(count - 1, near + chance.randrange(120))
    block = edit.document().findBlock(position)
    offsets = OffsetMap(block.text())
    return block.position() + offsets.to_units(offsets.to_code_points(position - block.position()))


def type_keys(edit: ArticleEdit, session: Session, chance: random.Random) -> None:
    QTest.keyClicks(edit, chance.choice(["a", "Kyiv", "x y", '"']))


def press(edit: ArticleEdit, session: Session, chance: random.Random) -> None:
    QTest.keyClick(edit, chance.choice([Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete]))


def paste(edit: ArticleEdit, session: Session, chance: random.Random) -> None:
    QApplication.clipboard().setText(chance.choice(["one line", "two\nlines", "three\nlines\n", f"😀{NBSP}"]))
    edit.paste()


def cut(edit: ArticleEdit, session: Session, chance: random.Random) -> None:
    edit.cut()


def undo(edit: ArticleEdit, session: Session, chance: random.Random) -> None:
    if session.history.can_undo:
        session.undo()


def redo(edit: ArticleEdit, session: Session, chance: random.Random) -> None:
    if session.history.can_redo:
        session.redo()


def replace_all(edit: ArticleEdit, session: Session, chance: random.Random) -> None:
    found = [(block, block.text.find("Kharkiv")) for block in session.article.blocks]
    changes = [replace_text(block, at, at + 7, "Kyiv") for block, at in found if at >= 0]
    if changes:
        session.edit(changes, EDIT)


def cut_block(edit: ArticleEdit, session: Session, chance: random.Random) -> None:
    if len(session.article.blocks) > 2:
        session.edit([RemoveBlock(chance.choice(session.article.blocks))], EDIT)
