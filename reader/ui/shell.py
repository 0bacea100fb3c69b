"""The outermost window: it shows the text of a plain file with its first frame, then takes the real window in.

Only what this first frame needs is imported here; the rest (200 ms of modules) is loaded once the text can be read.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QFontMetricsF, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QMainWindow, QPlainTextEdit

from reader.ui.theme.theme import Theme

_MOST_BYTES = 4_000_000
_PANEL = 375
_ABOVE = 66
_SAMPLE = "the quick brown fox jumps over the lazy dog and runs into the wood "


def read_first_text(path: Path) -> str:
    """The text of a small UTF-8 file for the first frame; empty for anything else, which is read with care later."""
    try:
        if path.suffix.lower() not in (".txt", "") or path.stat().st_size > _MOST_BYTES:
            return ""
        return path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ""


class FirstPage(QPlainTextEdit):
    """The copy as plain text, where and as large as the real page will show it."""

    painted = Signal()

    def __init__(self, text: str, theme: Theme, size: int) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.color("page"))
        palette.setColor(QPalette.ColorRole.Text, theme.color("text"))
        self.setPalette(palette)
        self.setFont(theme.text_font(size))
        self._told = False
        measure = QFontMetricsF(self.font()).horizontalAdvance(_SAMPLE) / len(_SAMPLE) * theme.text["measure"]
        self._measure = measure
        self._paragraphs = text
        self.setPlainText(text)

    def place(self, width: int) -> None:
        """Set the column where the real page will have it."""
        page = max(400, width - _PANEL)
        left = max(52, round((page - self._measure) / 2))
        self.setViewportMargins(left, _ABOVE + 18, max(12, width - left - round(self._measure)), 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint, and tell so once."""
        super().paintEvent(event)
        if not self._told:
            self._told = True
            QTimer.singleShot(0, self, self.painted.emit)


class Shell(QMainWindow):
    """Holds the first page, then the window. Closing it closes what it holds."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setWindowTitle(title)
        self.resize(1360, 860)
        self.setMinimumSize(640, 360)

    def show_first(self, page: FirstPage) -> None:
        """Show the first page."""
        page.place(self.width())
        self.setCentralWidget(page)

    def take_in(self, window: QMainWindow) -> None:
        """Show the real window in place of the first page."""
        window.windowTitleChanged.connect(self.setWindowTitle)
        self.setWindowTitle(window.windowTitle())
        held = window.focusWidget()
        self.setCentralWidget(window)
        window.show()
        if held is not None:
            held.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Close what is held; nothing is asked, for everything is kept."""
        held = self.centralWidget()
        if held is not None:
            held.close()
        super().closeEvent(event)
