"""A whole review through the real window, with keys alone: decide, undo, take one back, edit, export."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reader.app.messages.rendering import Renderer
from reader.app.settings import Settings
from reader.core.issues import Issue, IssueState
from reader.formats.docx_package import open_package
from reader.formats.read import read_file
from reader.formats.read_docx import Tracked, read_docx
from reader.ui.dialogs.export_dialog import ExportDialog
from reader.ui.theme.theme import load_theme
from reader.ui.window import MainWindow

pytestmark = pytest.mark.timeout(300)
Wait = Callable[..., None]


class Editor:
    """Somebody with a keyboard."""

    def __init__(self, window: MainWindow, wait: Wait) -> None:
        self.window = window
        self.wait = wait

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        widget = QApplication.focusWidget() or self.window
        QTest.keyClick(widget, key, held)
        QApplication.processEvents()

    def control(self, key: Qt.Key) -> None:
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def wait_for_checks(self) -> None:
        opened = self.window.opened
        assert opened is not None
        self.wait(lambda: not opened.desk.checking.reading, 120, "the checks")
        self.window.refresh()

    def wait_for_card(self) -> None:
        opened, card = self.window.opened, self.window.panel.card
        assert opened is not None
        self.wait(lambda: opened.desk.issue is not None and card.painted == opened.desk.current, 30, "the card")

    @property
    def issues(self) -> tuple[Issue, ...]:
        assert self.window.opened is not None
        return self.window.opened.session.issues

    @property
    def current(self) -> tuple[str, str]:
        assert self.window.opened is not None
        assert self.window.opened.desk.current is not None
        return self.window.opened.desk.current

    def settled(self) -> int:
        return sum(issue.state is IssueState.SETTLED for issue in self.issues)

    def texts(self) -> list[str]:
        assert self.window.opened is not None
        return [block.text for block in self.window.opened.session.article.blocks]

    def decide(self, key: Qt.Key) -> str:
        """Press a deciding key on the card in hand; the category that was settled."""
        self.wait_for_card()
        rule, before = self.current[0], self.settled()
        self.press(key)
        assert self.settled() == before + 1, rule
        self.wait_for_checks()
        return rule.partition(".")[0]


@pytest.fixture
def editor(qapp: QApplication, wait: Wait, sample: Path, tmp_path: Path) -> Iterator[Editor]:
    article = tmp_path / "bell.txt"
    article.write_bytes(sample.read_bytes())
    window = MainWindow(Settings(), Renderer(), load_theme("light"))
    window.open_path(article)
    window.show()
    window.activateWindow()
    editor = Editor(window, wait)
    editor.wait_for_checks()
    yield editor
    window.close()


def first_key(editor: Editor) -> Qt.Key:
    """The key of the first choice printed on the card, or "leave as it stands" where it has none."""
    assert editor.window.opened is not None
    card = editor.window.opened.desk.card()
    assert card is not None
    keys = {"a": Qt.Key.Key_A, "2": Qt.Key.Key_2, "3": Qt.Key.Key_3}
    return keys[card.choices[0].key] if card.choices else Qt.Key.Key_S


def test_ten_issues_of_five_kinds_are_settled_undone_taken_back_and_exported(editor: Editor, tmp_path: Path) -> None:
    opened_texts = editor.texts()
    editor.press(Qt.Key.Key_F7)
    categories = []
    decisions = []
    for _ in range(40):
        editor.wait_for_card()
        categories.append(editor.decide(first_key(editor)))
        decisions.append(categories[-1])
        if len(decisions) >= 10 and len(set(categories)) >= 5:
            break
    assert len(set(categories)) >= 5

    # undo takes the last decision back as one step and returns to its card
    editor.wait_for_card()
    before, count = editor.texts(), editor.settled()
    rule = editor.current
    editor.decide(first_key(editor))
    editor.control(Qt.Key.Key_Z)
    editor.wait_for_checks()
    assert editor.texts() == before
    assert editor.settled() == count
    editor.wait_for_card()
    assert editor.current == rule

    # Backspace takes back the decision before, too
    editor.press(Qt.Key.Key_Backspace)
    editor.wait_for_checks()
    assert editor.settled() == count - 1

    # from the card into the sentence and back; what is mended by hand is settled by itself
    editor.wait_for_card()
    editor.press(Qt.Key.Key_E)
    assert QApplication.focusWidget() is editor.window.read_view.editor
    editor.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is editor.window.panel.card

    # everything is kept, and Ctrl+E exports
    editor.control(Qt.Key.Key_S)
    assert "kept" in editor.window.status.left.text()
    export(editor)
    clean, redline = tmp_path / "bell.clean.docx", tmp_path / "bell.redline.docx"
    editor.wait(lambda: "written" in editor.window.status.left.text(), 60, "the export")
    written = [block.text for block in read_file(clean).article.blocks]
    assert written == [text for text in editor.texts() if text.strip()]
    data = redline.read_bytes()
    assert open_package(data, "redline").document
    source = read_file(redline).article.source
    rejected, _ = read_docx(data, source, Tracked.REJECT)
    assert [block.text for block in rejected.blocks] == [text for text in opened_texts if text.strip()]


def export(editor: Editor) -> None:
    """Ctrl+E, then Enter in the dialog."""

    def confirm() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ExportDialog)
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    QTimer.singleShot(200, confirm)
    editor.control(Qt.Key.Key_E)


def test_opening_again_resumes_with_every_decision(editor: Editor, tmp_path: Path, wait: Wait) -> None:
    editor.press(Qt.Key.Key_F7)
    for _ in range(3):
        editor.wait_for_card()
        editor.decide(first_key(editor))
    texts, settled = editor.texts(), editor.settled()
    editor.window.close()
    again = MainWindow(Settings(), Renderer(), load_theme("dark"))
    again.open_path(tmp_path / "bell.txt")
    again.show()
    assert again.opened is not None
    assert [block.text for block in again.opened.session.article.blocks] == texts
    assert sum(issue.state is IssueState.SETTLED for issue in again.opened.session.issues) == settled
    assert "Resumed" in again.status.left.text()
    again.close()


def test_letters_typed_in_the_copy_are_text_and_never_commands(editor: Editor) -> None:
    copy = editor.window.read_view.editor
    copy.setFocus()
    before = editor.settled()
    QTest.keyClicks(copy, "a2qi")
    assert editor.settled() == before
    assert editor.texts()[0].startswith("a2qi")


def test_views_are_reached_by_keys_and_keep_the_issue_in_hand(editor: Editor) -> None:
    editor.press(Qt.Key.Key_F7)
    editor.wait_for_card()
    current = editor.current
    window = editor.window
    views: list[tuple[Qt.Key, QWidget]] = [
        (Qt.Key.Key_2, window.duplicates_view),
        (Qt.Key.Key_3, window.names_view),
        (Qt.Key.Key_4, window.spelling_view),
        (Qt.Key.Key_5, window.cleanup_view),
        (Qt.Key.Key_1, window.read_view),
    ]
    for key, view in views:
        editor.control(key)
        assert window.stack.currentWidget() is view
        assert editor.current == current
        assert window.panel.isVisible()


@pytest.mark.parametrize("size", [(1360, 860), (1024, 700), (683, 384)])
def test_the_window_works_at_every_size(editor: Editor, size: tuple[int, int]) -> None:
    editor.window.resize(*size)
    QApplication.processEvents()
    assert (editor.window.width(), editor.window.height()) == size
    editor.press(Qt.Key.Key_F7)
    editor.wait_for_card()
    assert editor.window.panel.card.isVisible()
    assert editor.window.read_view.editor.isVisible()
    editor.decide(first_key(editor))
