"""Nothing is open: open a file, paste, drop one here, or take up a recent article."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.ui.theme.theme import Theme
from reader.ui.widgets.labels import style_label


class StartView(QWidget):
    """Reports the id of the action wanted, or the path of a recent article."""

    wanted = Signal(str)
    recent_wanted = Signal(str)

    def __init__(self, theme: Theme, titles: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = QLabel(titles["title"])
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self.problem.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.problem.setObjectName("problem")
        self.problem.hide()
        self._recent_title = QLabel(titles["recent"])
        self._recent = QVBoxLayout()
        self._buttons: list[QPushButton] = []
        row = QHBoxLayout()
        row.addStretch(1)
        for action in ("open", "paste_new", "sample"):
            button = QPushButton(titles[action])
            button.clicked.connect(lambda _checked=False, action=action: self.wanted.emit(action))
            self._buttons.append(button)
            row.addWidget(button)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.addStretch(2)
        box.addWidget(self.title, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(self.problem)
        box.addSpacing(16)
        box.addLayout(row)
        box.addSpacing(24)
        box.addWidget(self._recent_title, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addLayout(self._recent)
        box.addStretch(3)
        self._recent_title.hide()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        style_label(self.title, theme, "dialog_title")
        style_label(self.problem, theme, "body", "error")
        style_label(self._recent_title, theme, "heading", "text2")
        for button in self._buttons:
            button.setFont(theme.font("body_medium"))

    def show_problem(self, sentence: str) -> None:
        """Say in one sentence why something could not be opened; empty takes it away."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def show_recent(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show recent articles: path and line."""
        while self._recent.count():
            item = self._recent.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        self._recent_title.setVisible(bool(rows))
        for path, line in rows:
            button = QPushButton(line)
            button.setObjectName("recent")
            button.setFlat(True)
            button.clicked.connect(lambda _checked=False, path=path: self.recent_wanted.emit(path))
            self._recent.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
