"""The overview ruler: where in the whole article findings stand, and a hollow thumb for what is in sight."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QWidget

from reader.app.presenters.looks import Look
from reader.ui.editor.article_edit import ArticleEdit
from reader.ui.theme.theme import Theme

WIDTH = 14
_SHAPES = {
    Look.REPEAT: ("bar", "duplicate"),
    Look.CAPTION: ("hollow", "duplicate"),
    Look.CLASH: ("flag", "clash"),
    Look.FRAGMENT: ("diamond", "cleanup"),
    Look.QUOTE_MARK: ("diamond", "cleanup"),
    Look.MISSING_MARK: ("diamond", "cleanup"),
    Look.DEBRIS: ("diamond", "cleanup"),
    Look.BLANKS: ("diamond", "cleanup"),
    Look.ENCODING: ("diamond", "cleanup"),
    Look.NAME: ("tick", "name"),
    Look.SPELLING_ERROR: ("dot", "error"),
    Look.SPELLING_UNKNOWN: ("dot", "unknown"),
    Look.QUERY: ("bubble", "query"),
}


class OverviewRuler(QWidget):
    """Stands in for the scroll bar; a click or drag scrolls. Marks are painted once into a picture and kept."""

    def __init__(self, edit: ArticleEdit, theme: Theme, name: str) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(name)
        self.theme = theme
        self._edit = edit
        self._picture: QPixmap | None = None
        edit.verticalScrollBar().valueChanged.connect(lambda _value: self.update())
        edit.verticalScrollBar().rangeChanged.connect(lambda _low, _high: self.update())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """14 wide."""
        return QSize(WIDTH, 100)

    def forget(self) -> None:
        """Marks have changed: paint them anew."""
        self._picture = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint marks and thumb."""
        del event
        if self._picture is None or self._picture.size() != self.size() * self.devicePixelRatioF():
            self._picture = self._paint_marks()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._picture)
        bar = self._edit.verticalScrollBar()
        total = bar.maximum() + bar.pageStep()
        if bar.maximum() <= 0 or total <= 0:
            return
        top = self.height() * bar.value() / total
        height = max(24.0, self.height() * bar.pageStep() / total)
        painter.setPen(QPen(self.theme.color("edge"), 1.3))
        painter.drawRoundedRect(QRectF(1, min(top, self.height() - height) + 1, WIDTH - 2, height - 2), 4, 4)

    def _paint_marks(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        article = self._edit.article
        if article is None:
            return picture
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lengths = [len(block.text) + 60 for block in article.blocks]
        starts, total = [], 0
        for length in lengths:
            starts.append(total)
            total += length
        drawn: set[tuple[str, int]] = set()
        for block, marks in self._edit.marks.blocks():
            if block not in article:
                continue
            n = article.position(block)
            for mark in marks:
                if mark.look not in _SHAPES:
                    continue
                shape, role = _SHAPES[mark.look]
                offset = mark.place.span.start if mark.place.span else lengths[n] // 2
                y = round(self.height() * (starts[n] + offset) / max(1, total))
                if (shape, y) not in drawn:
                    drawn.add((shape, y))
                    self._paint_shape(painter, shape, role, max(4, min(self.height() - 4, y)))
        painter.end()
        return picture

    def _paint_shape(self, painter: QPainter, shape: str, role: str, y: int) -> None:
        color = self.theme.color(role)
        middle = WIDTH / 2
        painter.setPen(QPen(color, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush if shape in ("hollow", "bubble") else color)
        match shape:
            case "bar" | "hollow":
                painter.drawRect(QRectF(3, y - 1.5, WIDTH - 6, 3))
            case "dot":
                painter.drawEllipse(QPointF(middle, y), 2.2, 2.2)
            case "tick":
                painter.drawRect(QRectF(middle - 0.5, y - 3.5, 1, 7))
            case "diamond":
                points = [
                    QPointF(middle, y - 3),
                    QPointF(middle + 3, y),
                    QPointF(middle, y + 3),
                    QPointF(middle - 3, y),
                ]
                painter.drawPolygon(QPolygonF(points))
            case "flag":
                points = [QPointF(4, y - 4), QPointF(11, y - 1.5), QPointF(4, y + 1)]
                painter.drawPolygon(QPolygonF(points))
                painter.drawLine(QPointF(4, y - 4), QPointF(4, y + 5))
            case _:
                painter.drawRoundedRect(QRectF(3, y - 3, WIDTH - 6, 6), 2, 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Scroll to where one clicks."""
        self._scroll(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Scroll along while one drags."""
        self._scroll(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """The wheel scrolls the copy."""
        self._edit.wheelEvent(event)

    def _scroll(self, event: QMouseEvent) -> None:
        bar = self._edit.verticalScrollBar()
        total = bar.maximum() + bar.pageStep()
        share = event.position().y() / max(1, self.height())
        bar.setValue(round(share * total - bar.pageStep() / 2))
