"""Real typography in a QPlainTextEdit: line pitch and paragraph gap.

Qt breaks the lines and keeps caret, input methods, selection and the cost of what is visible; only the y of lines
and the height of a block are set here, when Qt asks for the block's rectangle. Nothing else of the layout may be
overridden: clearing layouts in `documentChanged` crashes, for the text control still holds the lines.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout


class PageLayout(QPlainTextDocumentLayout):
    """Lays out the document of the copy; `pitch` and `gap` are in em of the document's font."""

    def __init__(self, document: QTextDocument, pitch: float, gap: float) -> None:
        super().__init__(document)
        self._pitch_em = pitch
        self._gap_em = gap
        self.pitch = 0
        self.gap = 0
        self._top = 0
        self.measure()

    def measure(self) -> None:
        """Take the measures of the document's font."""
        font = self.document().defaultFont()
        em = font.pixelSize() if font.pixelSize() > 0 else 19
        self.pitch = round(em * self._pitch_em)
        self.gap = round(em * self._gap_em)
        self._top = max(1, round((self.pitch - QFontMetricsF(font).lineSpacing()) / 2))

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:  # noqa: N802 - Qt's name
        """The rectangle of a block with our pitch and gap."""
        rect = super().blockBoundingRect(block)
        layout = block.layout()
        count = layout.lineCount() if rect.height() else 0
        if not count:
            return rect
        if layout.lineAt(0).y() != self._top:
            for n in range(count):
                line = layout.lineAt(n)
                line.setPosition(QPointF(line.x(), self._top + n * self.pitch))
        return QRectF(0, 0, rect.width(), count * self.pitch + self.gap)
