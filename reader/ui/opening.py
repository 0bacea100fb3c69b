"""Opening and exporting from the window: files, the clipboard, the sample, recent articles."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from reader.app.export import ExportOptions, ExportPlan, plan_files
from reader.app.file_process import FileAnswer, ask_file_process, is_small_text, read_now
from reader.app.file_work import read_request, write_request
from reader.app.library_opening import LibraryDesk, Resumption, recent_line
from reader.app.open_article import OpenArticle
from reader.core.issues import IssueState
from reader.core.messages import Message
from reader.lexicon.resources import find_resource
from reader.ui.dialogs.export_dialog import ExportDialog, ExportState

if TYPE_CHECKING:
    from reader.ui.window import MainWindow

SAMPLE = "samples/harbour-bell.txt"


class Post(QObject):
    """Carries calls from other threads into the window's."""

    _posted = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._posted.connect(_call, Qt.ConnectionType.QueuedConnection)

    def __call__(self, act: Callable[[], None]) -> None:
        """Have something called in the window's thread, soon."""
        self._posted.emit(act)


def _call(act: Callable[[], None]) -> None:
    act()


class Opener:
    """Opens articles into the window and writes what it exports."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._post = Post(window)
        self._library = LibraryDesk()
        self._library.on_failure = self._refuse
        self._closed = False

    # -- opening ---------------------------------------------------------------------------------------------------

    def ask_for_file(self) -> None:
        """Ask for a file and open it."""
        kinds = "*.txt *.md *.markdown *.docx"
        title = self._window.render_text.text("action.open")
        name, _ = QFileDialog.getOpenFileName(self._window, title, "", f"({kinds});;(*)")
        if name:
            self.open_path(Path(name))

    def open_path(self, path: Path) -> None:
        """Open a file: small text at once, all else in a process of its own."""
        if is_small_text(path):
            self._take(path, read_now(path))
            return
        window = self._window
        window.status.show_notice(window.render_text.text("notice.loading", name=path.name))
        ask_file_process(read_request(path), lambda answer: self._post(lambda: self._take(path, answer)))

    def open_sample(self) -> None:
        """Open the sample article."""
        self.open_path(find_resource(SAMPLE))

    def open_clipboard(self) -> None:
        """Open the clipboard's text as a new article."""
        from reader.formats.read import read_clipboard_text
        from reader.formats.refusals import FileRefused

        try:
            loaded = read_clipboard_text(QApplication.clipboard().text())
        except FileRefused as refused:
            self._refuse(refused.message)
            return
        answer = FileAnswer(loaded.article, tuple(loaded.notes))
        self._start(self._library.begin("", answer), "", str(Path.home()))

    def _take(self, path: Path, answer: FileAnswer) -> None:
        if self._closed:
            return
        if answer.refused is not None or answer.article is None:
            self._refuse(answer.refused or Message.of("file.too_costly"))
            return
        found = self._library.begin(str(path.resolve()), answer)
        if found.changed:
            found = self._ask_which(found, path, answer)
        self._start(found, path.name, str(path.parent))

    def _ask_which(self, found: Resumption, path: Path, answer: FileAnswer) -> Resumption:
        """Ask which text is wanted, for the file has changed since it was worked on."""
        render = self._window.render_text
        box = QMessageBox(self._window)
        box.setWindowTitle(render.text("app.name"))
        box.setText(render.text("changed.title", name=path.name))
        box.setInformativeText(render.text("changed.text"))
        fresh = box.addButton(render.text("changed.new"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(render.text("changed.old"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        return self._library.begin_anew(str(path.resolve()), answer) if box.clickedButton() is fresh else found

    def _start(self, found: Resumption, name: str, folder: str) -> None:
        window = self._window
        opened = OpenArticle.start(
            found.session,
            key=found.key or uuid.uuid4().hex,
            name=name or window.render_text.text("frame.untitled"),
            folder=folder,
            render=window.render_text,
            post=self._post,
            on_change=window.refresh_soon,
        )
        opened.resumed = len(found.session.decisions)
        opened.read_only = found.read_only
        opened.at_end(found.release)
        if found.renew is not None:
            self._keep_lease(opened, found.renew)
        window.start_view.show_problem("")
        window.show_article(opened)
        if found.problem is not None:
            window.status.show_notice(window.render_text(found.problem))

    def _keep_lease(self, opened: OpenArticle, renew: Callable[[], None]) -> None:
        timer = QTimer(self._window)
        timer.setInterval(10_000)
        timer.timeout.connect(renew)
        timer.start()
        opened.at_end(timer.stop)

    def _refuse(self, message: Message) -> None:
        """One sentence, where the eye is: on the start page, or in the status bar of the article that stays open."""
        window = self._window
        sentence = window.render_text(message)
        if window.opened is None:
            window.start_view.show_problem(sentence)
        window.status.show_notice(sentence)

    def show_recent(self) -> None:
        """Show recent articles on the start page."""
        rows = [(row.path, recent_line(row, self._window.render_text)) for row in self._library.recent()]
        self._window.start_view.show_recent(rows)

    def close(self) -> None:
        """Close the library."""
        self._closed = True
        self._library.close()

    # -- export ----------------------------------------------------------------------------------------------------

    def export(self) -> None:
        """Ask what to write, and write it."""
        window, opened = self._window, self._window.opened
        if opened is None:
            return
        opened.session.seal_typing()
        settings = window.settings
        still_open = sum(issue.state is IssueState.OPEN for issue in opened.session.issues)
        folder = Path(opened.folder or settings.export_folder or Path.home())
        state = ExportState(
            folder, Path(opened.name).stem, settings.author, frozenset(settings.export_kinds), still_open
        )
        dialog = ExportDialog(state, window.theme, window.render_text, window)
        if dialog.exec():
            self.write(opened, dialog.plan)

    def write(self, opened: OpenArticle, plan: ExportPlan) -> None:
        """Write the files of a plan in a process of its own."""
        window = self._window
        kinds = tuple(sorted(plan.chosen))
        window.keep_settings(
            window.settings._replace(export_folder=str(plan.folder), export_kinds=kinds, author=plan.author)
        )
        files = plan_files(plan)
        targets = [(kind, files[kind]) for kind in kinds]
        options = ExportOptions(plan.author or "Reader")
        request = write_request(opened.session.opened, opened.session.article, targets, options)
        names = ", ".join(path.name for _, path in targets)
        ask_file_process(request, lambda answer: self._post(lambda: self._report_written(answer, names)))

    def _report_written(self, answer: FileAnswer, names: str) -> None:
        window = self._window
        if answer.refused is not None:
            window.status.show_notice(window.render_text(answer.refused))
            return
        text = window.render_text.text("export.written", names=names)
        notes = " ".join(window.render_text(note.message) for note in answer.notes)
        window.status.show_notice(f"{text} {notes}".strip())
