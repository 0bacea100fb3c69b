"""The map of the article, 56 wide: paragraphs top to bottom by length, an arc from each kept copy to the other one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.app.presenters.copies_map import MapArc, MapBand, MapKind, MapView
from reader.ui.theme.theme import Theme

WIDTH = 56
_AXIS = 16.0
_EDGE = 16.0
_RADIUS = 3.5
_BULGE = 34.0
_FAR = 0.35
"""Share of the article from which an arc bulges as far as it can."""


class CopiesMapWidget(QWidget):
    """A picture with a text description; no stop of the Tab key."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = MapView((), (), "")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """56 wide, as high as there is room."""
        return QSize(WIDTH, 200)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self.update()

    def show_map(self, view: MapView) -> None:
        """Show another map."""
        if view != self._view:
            self._view = view
            self.setAccessibleName(view.description)
            self.setToolTip(view.description)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the axis, bands, arcs, and the current ones over all others."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("edge"), 1.2))
        painter.drawLine(QPointF(_AXIS, _EDGE), QPointF(_AXIS, self.height() - _EDGE))
        for band in self._view.bands:
            self._paint_band(painter, band)
        for arc in sorted(self._view.arcs, key=lambda arc: arc.current):
            self._paint_arc(painter, arc)

    def _y(self, height: float) -> float:
        return _EDGE + height * (self.height() - 2 * _EDGE)

    def _bow(self, start: float, end: float) -> float:
        return 8 + _BULGE * min(abs(end - start) / _FAR, 1.0)

    def _paint_arc(self, painter: QPainter, arc: MapArc) -> None:
        color = self._theme.color("accent" if arc.current else "clash" if arc.kind is MapKind.CLASH else "duplicate")
        if arc.kept is not None:
            path = QPainterPath(QPointF(_AXIS, self._y(arc.kept)))
            out = _AXIS + self._bow(arc.kept, arc.copy)
            path.cubicTo(
                QPointF(out, self._y(arc.kept)), QPointF(out, self._y(arc.copy)), QPointF(_AXIS, self._y(arc.copy))
            )
            painter.setPen(QPen(color, 2.2 if arc.current else 1.3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(path)
            self._paint_dot(painter, self._y(arc.kept), color, filled=True)
        if arc.kind is MapKind.CLASH:
            self._paint_flag(painter, self._y(arc.copy), color)
        else:
            self._paint_dot(painter, self._y(arc.copy), color, filled=arc.kind is MapKind.BODY)

    def _paint_band(self, painter: QPainter, band: MapBand) -> None:
        name = "accent" if band.current else "clash" if band.clash else "duplicate"
        path = QPainterPath(QPointF(_AXIS, self._y(band.kept[0])))
        outer, inner = self._bow(band.kept[0], band.copy[1]), self._bow(band.kept[1], band.copy[0])
        outer = max(outer, inner + 3)
        self._curve(path, band.kept[0], band.copy[1], outer)
        path.lineTo(QPointF(_AXIS, self._y(band.copy[0])))
        self._curve(path, band.copy[0], band.kept[1], inner)
        path.closeSubpath()
        color = self._theme.color(name)
        fill = QColor(color)
        fill.setAlpha(70)
        painter.setPen(QPen(color, 1.2))
        painter.setBrush(fill)
        painter.drawPath(path)

    def _curve(self, path: QPainterPath, start: float, end: float, bow: float) -> None:
        first, last = QPointF(_AXIS + bow, self._y(start)), QPointF(_AXIS + bow, self._y(end))
        path.cubicTo(first, last, QPointF(_AXIS, self._y(end)))

    def _paint_dot(self, painter: QPainter, y: float, color: QColor, *, filled: bool) -> None:
        painter.setPen(QPen(color, 1.5))
        painter.setBrush(color if filled else self._theme.color("page"))
        painter.drawEllipse(QPointF(_AXIS, y), _RADIUS, _RADIUS)

    def _paint_flag(self, painter: QPainter, y: float, color: QColor) -> None:
        painter.setPen(QPen(color, 1.6))
        painter.setBrush(color)
        painter.drawLine(QPointF(_AXIS, y + 6), QPointF(_AXIS, y - 6))
        painter.drawPolygon([QPointF(_AXIS, y - 6), QPointF(_AXIS - 9, y - 3), QPointF(_AXIS, y)])
