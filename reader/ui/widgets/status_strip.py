"""The status bar: saved state, language and place on the left; what is still read, and "offline", on the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from reader.ui.theme.theme import Theme
from reader.ui.widgets.labels import style_label

_NOTICE_MS = 6000


class StatusStrip(QWidget):
    """One line of 26; a notice takes the left side for a few seconds."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(26)
        self.left = QLabel()
        self.right = QLabel()
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 0, 16, 0)
        box.addWidget(self.left, 1)
        box.addWidget(self.right)
        self._state = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._end_notice)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        for label in (self.left, self.right):
            style_label(label, theme, "meta", "text2")

    def show_state(self, left: str, right: str) -> None:
        """Show the state; a notice stays until its time is over."""
        self._state = left
        self.right.setText(right)
        if not self._timer.isActive():
            self.left.setText(left)

    def show_notice(self, text: str) -> None:
        """Show a sentence for a few seconds."""
        self.left.setText(text)
        self.left.setAccessibleName(text)
        self._timer.start(_NOTICE_MS)

    def _end_notice(self) -> None:
        self.left.setText(self._state)
        self.left.setAccessibleName(self._state)
