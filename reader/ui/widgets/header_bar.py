"""The bar above the copy: title, words, the views with their counts, and Export; narrow windows get a menu of views."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from reader.app.presenters.frame import TabView
from reader.ui.theme.theme import Theme
from reader.ui.widgets.labels import style_label


class TabButton(QAbstractButton):
    """One view: its title and count; the chosen one has a bar below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = TabView("", "", "")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_view(self, view: TabView) -> None:
        """Show another title and count."""
        if view != self._view:
            self._view = view
            self.setAccessibleName(f"{view.title} {view.count}".strip())
            self.updateGeometry()
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Title and count in one line, 32 high."""
        title = QFontMetricsF(self._theme.font("body_medium")).horizontalAdvance(self._view.title)
        count = QFontMetricsF(self._theme.font("meta")).horizontalAdvance(self._view.count)
        return QSize(round(title + count + (6 if self._view.count else 0) + 24), 32)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint title, count and, for the chosen one, tint and bar."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        rect = QRectF(self.rect())
        chosen = self.isChecked()
        if chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_tint" if chosen else "line"))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
        if chosen:
            painter.fillRect(QRectF(10, rect.bottom() - 3, rect.width() - 20, 2), theme.color("accent"))
        painter.setFont(theme.font("body_medium"))
        painter.setPen(theme.color("accent" if chosen else "text2"))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(rect.adjusted(12, 0, 0, 0), flags, self._view.title)
        left = 12 + painter.fontMetrics().horizontalAdvance(self._view.title) + 6
        painter.setFont(theme.font("meta"))
        painter.drawText(rect.adjusted(left, 0, 0, 0), flags, self._view.count)
        if self.hasFocus():
            pen = painter.pen()
            pen.setColor(theme.color("focus"))
            pen.setWidthF(2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)


class HeaderBar(QWidget):
    """Reports the view chosen and the wish to export or to see notes."""

    view_chosen = Signal(str)
    export_wanted = Signal()
    notes_wanted = Signal()

    def __init__(self, theme: Theme, export_title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(44)
        self.title = QLabel()
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.words = QLabel()
        self.notes = QToolButton()
        self.notes.setObjectName("notes")
        self.notes.hide()
        self.export = QPushButton(export_title)
        self.export.setObjectName("export")
        self.menu_button = QToolButton()
        self.menu_button.setObjectName("viewMenu")
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setMenu(QMenu(self.menu_button))
        self.menu_button.hide()
        self.tabs: dict[str, TabButton] = {}
        self._theme = theme
        self._narrow = False
        self._full_title = ""
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(16, 0, 12, 0)
        self._box.setSpacing(8)
        for widget, stretch in ((self.title, 1), (self.words, 0), (self.notes, 0)):
            self._box.addWidget(widget, stretch)
        self._box.addSpacing(8)
        self._box.addWidget(self.menu_button)
        self._box.addWidget(self.export)
        self.export.clicked.connect(self.export_wanted)
        self.notes.clicked.connect(self.notes_wanted)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        style_label(self.title, theme, "card_title")
        style_label(self.words, theme, "body", "text2")
        self.export.setFont(theme.font("body_medium"))
        for tab in self.tabs.values():
            tab.set_theme(theme)

    def set_narrow(self, *, narrow: bool, medium: bool) -> None:
        """Below 900 pixels the views are one menu; below 1200 the word count gives way first."""
        self._narrow = narrow
        for tab in self.tabs.values():
            tab.setVisible(not narrow)
        self.menu_button.setVisible(narrow and bool(self._full_title))
        self.words.setVisible(not narrow or not medium)

    def show_state(self, title: str, words: str, tabs: tuple[TabView, ...], chosen: str, menu_title: str) -> None:
        """Show title, words and views."""
        self._full_title = title
        self.title.setToolTip(title)
        self.title.setText(self.title.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, self._title_room()))
        self.words.setText(words)
        for n, view in enumerate(tabs):
            if view.key not in self.tabs:
                self._add_tab(n, view)
            self.tabs[view.key].show_view(view)
            self.tabs[view.key].setChecked(view.key == chosen)
        self.menu_button.setText(menu_title)
        self.menu_button.setVisible(self._narrow)
        self._fill_menu(tabs)

    def _title_room(self) -> int:
        return max(120, self.title.width())

    def _add_tab(self, n: int, view: TabView) -> None:
        tab = TabButton(self._theme)
        tab.clicked.connect(lambda _checked=False, key=view.key: self.view_chosen.emit(key))
        tab.setVisible(not self._narrow)
        self._box.insertWidget(4 + n, tab)
        self.tabs[view.key] = tab

    def _fill_menu(self, tabs: tuple[TabView, ...]) -> None:
        menu = self.menu_button.menu()
        if [action.text() for action in menu.actions()] == [f"{t.title}  {t.count}".strip() for t in tabs]:
            return
        menu.clear()
        for view in tabs:
            action = QAction(f"{view.title}  {view.count}".strip(), menu)
            action.triggered.connect(lambda _checked=False, key=view.key: self.view_chosen.emit(key))
            menu.addAction(action)
