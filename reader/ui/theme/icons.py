"""One set of icons on a 16 grid with round strokes of 1.5, drawn in the colour of what they stand for.

They are painted rather than read from files: a dozen paths need no SVG library before the first paint.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from reader.ui.theme.theme import Theme

_SCALE = 3
"""Pixels for each unit of the grid, so that icons stay sharp at 200 % and 300 %."""

Draw = Callable[[QPainterPath], None]


def _duplicate(path: QPainterPath) -> None:
    path.addRoundedRect(QRectF(2, 2, 9, 9), 1.5, 1.5)
    path.moveTo(13.5, 5.5)
    path.lineTo(13.5, 13.5)
    path.lineTo(5.5, 13.5)


def _caption(path: QPainterPath) -> None:
    path.addRoundedRect(QRectF(2, 2, 12, 8), 1.5, 1.5)
    path.moveTo(4, 13.5)
    path.lineTo(12, 13.5)


def _clash(path: QPainterPath) -> None:
    path.moveTo(3.5, 14)
    path.lineTo(3.5, 2.5)
    path.lineTo(12.5, 4.5)
    path.lineTo(3.5, 9)


def _fragment(path: QPainterPath) -> None:
    for x, inward in ((6, 2), (14, -2)):
        path.moveTo(x + inward, 3)
        path.lineTo(x, 3)
        path.lineTo(x, 13)
        path.lineTo(x + inward, 13)
    path.moveTo(1.5, 8)
    path.lineTo(3.5, 8)


def _quotes(path: QPainterPath) -> None:
    for x in (6.0, 12.5):
        path.moveTo(x, 4)
        path.lineTo(x, 7)
        path.cubicTo(x, 9, x - 1, 10.5, x - 3, 11)
        path.addRect(QRectF(x - 2.2, 4, 2.2, 2.4))


def _name(path: QPainterPath) -> None:
    path.addEllipse(QPointF(8, 5), 3, 3)
    path.moveTo(2.5, 14)
    path.cubicTo(3, 9.2, 13, 9.2, 13.5, 14)


def _spelling(path: QPainterPath) -> None:
    path.moveTo(2, 8)
    path.lineTo(4.5, 2)
    path.lineTo(7, 8)
    path.moveTo(3, 6)
    path.lineTo(6, 6)
    path.addEllipse(QPointF(11.5, 6), 2, 2)
    path.moveTo(13.5, 4)
    path.lineTo(13.5, 8)
    path.moveTo(2, 12.5)
    for x in range(2, 14, 4):
        path.quadTo(x + 1, 10.8, x + 2, 12.5)
        path.quadTo(x + 3, 14.2, x + 4, 12.5)


def _style(path: QPainterPath) -> None:
    path.moveTo(10.5, 4)
    path.cubicTo(9.5, 1.5, 5.5, 1.8, 5.5, 4.2)
    path.cubicTo(5.5, 6.5, 11, 7, 11, 9.3)
    path.cubicTo(11, 11, 8, 11.4, 7, 10.6)
    path.moveTo(5.5, 12)
    path.cubicTo(6.5, 14.5, 10.5, 14.2, 10.5, 11.8)
    path.cubicTo(10.5, 9.5, 5, 9, 5, 6.7)


def _query(path: QPainterPath) -> None:
    path.moveTo(4, 2.5)
    path.lineTo(12, 2.5)
    path.quadTo(14, 2.5, 14, 4.5)
    path.lineTo(14, 8.5)
    path.quadTo(14, 10.5, 12, 10.5)
    path.lineTo(8, 10.5)
    path.lineTo(5, 13.5)
    path.lineTo(5, 10.5)
    path.lineTo(4, 10.5)
    path.quadTo(2, 10.5, 2, 8.5)
    path.lineTo(2, 4.5)
    path.quadTo(2, 2.5, 4, 2.5)


def _checked(path: QPainterPath) -> None:
    path.moveTo(3, 8.5)
    path.lineTo(6.5, 12)
    path.lineTo(13, 4)


def _debris(path: QPainterPath) -> None:
    path.moveTo(3, 4.5)
    path.lineTo(13, 4.5)
    path.moveTo(6, 4.5)
    path.lineTo(6.5, 2.5)
    path.lineTo(9.5, 2.5)
    path.lineTo(10, 4.5)
    path.moveTo(4, 4.5)
    path.lineTo(5, 13.5)
    path.lineTo(11, 13.5)
    path.lineTo(12, 4.5)


def _blanks(path: QPainterPath) -> None:
    path.moveTo(2.5, 8)
    path.lineTo(2.5, 11.5)
    path.lineTo(13.5, 11.5)
    path.lineTo(13.5, 8)


def _warning(path: QPainterPath) -> None:
    path.moveTo(8, 2)
    path.lineTo(14.5, 13.5)
    path.lineTo(1.5, 13.5)
    path.closeSubpath()
    path.moveTo(8, 6.5)
    path.lineTo(8, 9.5)
    path.moveTo(8, 11.6)
    path.lineTo(8, 11.7)


def _encoding(path: QPainterPath) -> None:
    path.addRoundedRect(QRectF(2, 2, 12, 12), 2, 2)
    path.moveTo(6, 6)
    path.cubicTo(6, 3.5, 10, 3.5, 10, 6)
    path.cubicTo(10, 7.5, 8, 7.5, 8, 9)
    path.moveTo(8, 11.4)
    path.lineTo(8, 11.6)


_DRAWINGS: dict[str, tuple[Draw, str]] = {
    "repeat": (_duplicate, "duplicate"),
    "caption": (_caption, "duplicate"),
    "clash": (_clash, "clash"),
    "fragment": (_fragment, "cleanup"),
    "quote mark": (_quotes, "cleanup"),
    "missing mark": (_quotes, "cleanup"),
    "debris": (_debris, "cleanup"),
    "blanks": (_blanks, "cleanup"),
    "encoding": (_encoding, "cleanup"),
    "name": (_name, "name"),
    "spelling error": (_spelling, "error"),
    "spelling unknown": (_spelling, "unknown"),
    "dialect": (_spelling, "style"),
    "style": (_style, "style"),
    "query": (_query, "query"),
    "checked": (_checked, "ok"),
    "warning": (_warning, "clash"),
}


def make_icon(look: str, theme: Theme) -> QIcon:
    """The icon of a look in its colour."""
    draw, role = _DRAWINGS[look]
    return _make_icon(draw, theme.colors[role])


@cache
def _make_icon(draw: Draw, color: str) -> QIcon:
    pixmap = QPixmap(16 * _SCALE, 16 * _SCALE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_SCALE, _SCALE)
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(QColor(color), 1.5, Qt.PenStyle.SolidLine, cap, join))
    path = QPainterPath()
    draw(path)
    painter.drawPath(path)
    painter.end()
    return QIcon(pixmap)
