"""The window: header, copy and views, review panel, status bar. It lays out, passes keys on, and holds no logic."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from reader.app.actions import Action, Needs
from reader.app.events import ArticleChanged, Cause, SessionEvent
from reader.app.messages.rendering import Renderer
from reader.app.open_article import OpenArticle
from reader.app.settings import Settings, save_settings
from reader.ui.commands import Commands
from reader.ui.opening import Opener
from reader.ui.state_display import StateDisplay
from reader.ui.theme.theme import Theme
from reader.ui.views.comparison_view import DuplicatesView
from reader.ui.views.names_view import NamesListView
from reader.ui.views.read_view import ReadView
from reader.ui.views.start_view import StartView
from reader.ui.views.words_view import WordListView
from reader.ui.widgets.card import ACTS
from reader.ui.widgets.header_bar import HeaderBar
from reader.ui.widgets.review_panel import ReviewPanel
from reader.ui.widgets.status_strip import StatusStrip
from reader.ui.window_acts import WindowActs

WIDE, MEDIUM, LOW = 1200, 900, 520
"""Widths from which the panel is 360 and 300 wide; below the second, or lower than the third, it is a sheet."""
_SHEET = 168
_TYPING_PAUSE_MS = 1000
_SOON_MS = 40


class MainWindow(QMainWindow):
    """One window on one article; its workers start after the first paint that shows the text."""

    def __init__(self, settings: Settings, render: Renderer, theme: Theme) -> None:
        super().__init__()
        self.settings = settings
        self.render_text = render
        self.theme = theme
        self.opened: OpenArticle | None = None
        self.header = HeaderBar(theme, render.text("frame.export"))
        self.start_view = StartView(theme, _start_titles(render))
        self.read_view = ReadView(theme, settings.text_size, render.text("pane.map"), render.text("margin.cut"))
        self.duplicates_view = DuplicatesView(theme, render)
        heads = tuple(render.text(f"names.column.{name}") for name in ("name", "also", "first", "count", "where"))
        self.names_view = NamesListView(theme, heads, render.text("names.legend"))
        self.spelling_view = WordListView(theme)
        self.cleanup_view = WordListView(theme)
        self.panel = ReviewPanel(theme, {act: render.text(f"act.{act}") for act, _ in ACTS})
        self.status = StatusStrip(theme)
        self.stack = QStackedWidget()
        self.splitter = QSplitter()
        self.display = StateDisplay(self)
        self.acts = WindowActs(self)
        self.opener = Opener(self)
        self.commands = Commands(self, render, self.acts.table())
        self._refresh_timer = self._make_timer(self.refresh)
        self._pause_timer = self._make_timer(self._seal_typing)
        self._first_paint = True
        self._build()
        self._connect()
        self.refresh()

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setWindowTitle(self.render_text.text("app.name"))
        self.resize(1360, 860)
        self.setMinimumSize(640, 360)
        self.setAcceptDrops(True)
        views = (self.read_view, self.duplicates_view, self.names_view, self.spelling_view, self.cleanup_view)
        for view in (self.start_view, *views):
            self.stack.addWidget(view)
        self.splitter.addWidget(self.stack)
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for widget in (self.header, self.splitter, self.status):
            box.addWidget(widget, 1 if widget is self.splitter else 0)
        self.setCentralWidget(page)
        self.commands.fill_menu_bar(self.menuBar())
        self.panel.setVisible(False)

    def _connect(self) -> None:
        self.header.view_chosen.connect(lambda view: self.commands.run(f"view_{view}"))
        self.header.export_wanted.connect(lambda: self.commands.run("export"))
        self.header.notes_wanted.connect(self.display.show_notes)
        self.panel.key_pressed.connect(self.handle_panel_key)
        self.panel.chosen.connect(self.acts.choose)
        self.panel.acted.connect(lambda act: self.commands.run(f"panel_{act}"))
        self.panel.selected.connect(self.acts.select_row)
        self.acts.repeats.connect(self.duplicates_view)
        for view in (self.names_view, self.spelling_view, self.cleanup_view):
            view.picked.connect(self.acts.pick_row)
            view.list.key_pressed.connect(self.handle_panel_key)
        self.start_view.wanted.connect(self.acts.start)
        self.start_view.recent_wanted.connect(lambda path: self.open_path(Path(path)))
        editor = self.read_view.editor
        editor.edited.connect(self.acts.take_typing)
        editor.caret_moved.connect(self.display.show_caret)
        editor.focus_lost.connect(self._seal_typing)
        editor.refused.connect(self.display.show_refusal)
        editor.installEventFilter(self)
        editor.first_painted.connect(self._note_painted)
        self.read_view.visible_blocks_changed.connect(self.acts.show_first)

    def _make_timer(self, act: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(act)
        return timer

    # -- opening and closing ---------------------------------------------------------------------------------------

    def open_path(self, path: Path) -> None:
        """Open a file."""
        self.opener.open_path(path)

    def show_recent(self) -> None:
        """Show recent articles on the start page, once there is time."""
        if self.opened is None:
            self.opener.show_recent()

    def show_article(self, opened: OpenArticle) -> None:
        """Take an article in place of the one that is open."""
        self.close_article()
        self.opened = opened
        opened.session.subscribe(self._on_session)
        self.read_view.show_source(opened.session, read_only=opened.read_only)
        self.panel.setVisible(True)
        self.stack.setCurrentWidget(self.read_view)
        self.read_view.editor.setFocus()
        self.display.take_article(opened)
        self._lay_out()
        self.refresh()
        if not self._first_paint:
            QTimer.singleShot(0, self, opened.start_checking)

    def close_article(self) -> None:
        """Close the article that is open; everything is kept already."""
        if self.opened is not None:
            self.opened.close()
            self.opened = None

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Close the article; nothing is asked, for everything is kept."""
        self.close_article()
        self.opener.close()
        super().closeEvent(event)

    def keep_settings(self, settings: Settings) -> None:
        """Take and keep other settings."""
        self.settings = settings
        save_settings(settings)

    # -- showing ---------------------------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Draw everything in another theme."""
        self.theme = theme
        parts = (self.header, self.start_view, self.read_view, self.duplicates_view, self.names_view)
        for part in (*parts, self.spelling_view, self.cleanup_view, self.panel, self.status):
            part.set_theme(theme)
        self.refresh()

    def refresh_soon(self) -> None:
        """Show the state in a moment; several wishes become one."""
        if not self._refresh_timer.isActive():
            self._refresh_timer.start(_SOON_MS)

    def refresh(self) -> None:
        """Show the state now."""
        self._refresh_timer.stop()
        self.display.show_all()
        self.commands.enable(self._is_possible)

    def _on_session(self, event: SessionEvent) -> None:
        if isinstance(event, ArticleChanged):
            if event.cause is Cause.TYPING:
                self._pause_timer.start(_TYPING_PAUSE_MS)
                self.read_view.carry_marks(event.mapping)
            else:
                self.read_view.apply(event.changes, event.mapping)
        self.refresh_soon()

    def _seal_typing(self) -> None:
        if self.opened is not None:
            self.opened.session.seal_typing()

    def _is_possible(self, action: Action) -> bool:
        if action.needs is Needs.NOTHING:
            return True
        if self.opened is None:
            return False
        if action.needs is Needs.ISSUE:
            return self.opened.desk.issue is not None
        if action.needs is Needs.UNDO:
            return self.opened.session.history.can_undo
        return action.needs is not Needs.REDO or self.opened.session.history.can_redo

    def _note_painted(self) -> None:
        if self._first_paint and self.opened is not None:
            self._first_paint = False
            QTimer.singleShot(0, self, self.opened.start_checking)

    # -- keys ------------------------------------------------------------------------------------------------------

    def handle_panel_key(self, event: QKeyEvent) -> None:
        """Do what a key means in the panel; deciding keys ignore auto-repeat and wait for the card to be painted."""
        action = self.commands.panel_action(event)
        if action is None:
            event.ignore()
            return
        event.accept()
        moving = action in ("panel_next", "panel_previous")
        if not moving and (event.isAutoRepeat() or not self.acts.card_was_seen()):
            return
        self.commands.run(action)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keys of the text, and the window's shortcuts that the text widget would keep for itself."""
        if isinstance(event, QKeyEvent) and watched is self.read_view.editor:
            if event.type() == QEvent.Type.ShortcutOverride and self.commands.is_shortcut(event):
                event.ignore()
                return True
            if event.type() == QEvent.Type.KeyPress:
                if event.key() == Qt.Key.Key_Escape and self.acts.leave_edit():
                    return True
                action = self.commands.text_action(event)
                if action is not None:
                    self.commands.run(action)
                    return True
        return super().eventFilter(watched, event)

    # -- layout ----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay out for the new size."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        width, height = self.width(), self.height()
        compact = width < MEDIUM or height < LOW
        self.panel.set_compact(compact=compact)
        self.duplicates_view.set_compact(compact=compact)
        self.header.set_narrow(narrow=compact, medium=width < WIDE)
        self.read_view.set_margin(72 if width >= WIDE else 52)
        self.status.setVisible(not compact or height >= LOW)
        self.menuBar().setVisible(not compact)
        self.splitter.setOrientation(Qt.Orientation.Vertical if compact else Qt.Orientation.Horizontal)
        if compact:
            sheet = min(_SHEET, height // 2)
            self.panel.setMinimumWidth(0)
            self.panel.setMaximumHeight(sheet)
            self.splitter.setSizes([height - sheet, sheet])
        else:
            side = 360 if width >= WIDE else 300
            self.panel.setMaximumHeight(height)
            self.panel.setMinimumWidth(300)
            self.splitter.setSizes([width - side, side])

    # -- dropping --------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """A file can be dropped."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Open the first file that was dropped."""
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.open_path(Path(url.toLocalFile()))
                return


def _start_titles(render: Renderer) -> dict[str, str]:
    keys = {"title": "title", "recent": "recent", "open": "open", "paste_new": "paste", "sample": "sample"}
    return {name: render.text(f"start.{key}") for name, key in keys.items()}
