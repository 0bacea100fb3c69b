"""A passage with words that differ, have moved or are added: double line, dashed box, bar below, each on its tint.

Marks differ in shape, so that they are told apart without colour.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.app.presenters.comparison import MarkedText
from reader.core.duplicates import WordState
from reader.ui.theme.theme import Theme

_PAD = 2.0
_BELOW = 3.0
"""Room for the line below the last line of text."""


class MarkedTextWidget(QWidget):
    """Text set at a width of its own choosing height; `dim` text is context."""

    def __init__(self, theme: Theme, *, dim: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._dim = dim
        self._pieces: tuple[MarkedText, ...] = ()
        self._font = theme.text_font(17)
        self._pitch = 27.0
        self._lines: list[tuple[QTextLayout, QPointF]] = []
        self._layout = QTextLayout()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_type(self, font: QFont, pitch: float) -> None:
        """Set font and line pitch (logical pixels)."""
        self._font, self._pitch = font, pitch
        self._set_text()

    def set_text(self, pieces: Sequence[MarkedText]) -> None:
        """Show another text."""
        self._pieces = tuple(pieces)
        self.setAccessibleName("".join(piece.text for piece in self._pieces))
        self._set_text()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """True: the text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height of the text set at a width."""
        layout = self._make_layout()
        return self._set_lines(layout, width)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The text at its present width."""
        width = self.width() if self.width() > 50 else 400
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Set the text at the new width."""
        super().resizeEvent(event)
        self._set_text()

    def _set_text(self) -> None:
        self._layout = self._make_layout()
        height = self._set_lines(self._layout, max(self.width(), 40))
        if height != self.height():
            self.setFixedHeight(height)
        self.updateGeometry()
        self.update()

    def _make_layout(self) -> QTextLayout:
        layout = QTextLayout("".join(piece.text for piece in self._pieces).replace("\u2028", " "), self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        return layout

    def _set_lines(self, layout: QTextLayout, width: int) -> int:
        layout.beginLayout()
        y = 0.0
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width - 2 * _PAD)
            line.setPosition(QPointF(_PAD, y + (self._pitch - line.height()) / 2))
            y += self._pitch
        layout.endLayout()
        return round(y + _BELOW)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint tints, text, then lines and boxes."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for state, rect in self._marked_rects():
            painter.fillRect(rect, self._theme.color(f"{state.value}_tint"))
        painter.setPen(self._theme.color("dim" if self._dim else "text"))
        self._layout.draw(painter, QPointF(0, 0))
        for state, rect in self._marked_rects():
            self._draw_mark(painter, state, rect)

    def _draw_mark(self, painter: QPainter, state: WordState, rect: QRectF) -> None:
        color = self._theme.color(state.value)
        left, right, bottom = rect.left(), rect.right(), rect.bottom()
        if state is WordState.MOVED:
            pen = QPen(color, 1.2, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([3, 2])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(-1, 0, 1, 0), 3, 3)
        elif state is WordState.DIFFERS:
            painter.setPen(QPen(color, 1.2))
            painter.drawLine(QPointF(left, bottom - 2.5), QPointF(right, bottom - 2.5))
            painter.drawLine(QPointF(left, bottom), QPointF(right, bottom))
        elif state is WordState.CLASH:
            painter.setPen(QPen(color, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(-2, 0, 2, 1))
        elif state is WordState.ADDS:
            painter.setPen(QPen(color, 2.4))
            painter.drawLine(QPointF(left, bottom - 0.5), QPointF(right, bottom - 0.5))

    def _marked_rects(self) -> Iterator[tuple[WordState, QRectF]]:
        at = 0
        for piece in self._pieces:
            end = at + len(piece.text.encode("utf-16-le")) // 2
            if piece.state is not WordState.SAME:
                for rect in self._rects(at, end):
                    yield piece.state, rect
            at = end

    def _rects(self, start: int, end: int) -> Iterator[QRectF]:
        for n in range(self._layout.lineCount()):
            line = self._layout.lineAt(n)
            low, high = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if low < high:
                left, right = _x(line.cursorToX(low)), _x(line.cursorToX(high))
                yield QRectF(left, line.y() + 1, right - left, line.height() + 1)


def _x(position: object) -> float:
    """The x of `QTextLine.cursorToX`, which gives a pair in some bindings."""
    if isinstance(position, tuple):
        position = position[0]
    return float(position) if isinstance(position, int | float) else 0.0
