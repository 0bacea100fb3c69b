"""The copies of a group as rows with tick boxes: a click on the box ticks, one on the row opens the copy."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QWidget

from reader.app.presenters.copy_rows import CopyRow
from reader.ui.theme.icons import make_icon
from reader.ui.theme.theme import Theme

ROW_HEIGHT = 28
_MOST_SHOWN = 7
_BOX = 14.0
_LEFT = 10.0
_PLACE = 34.0
_NOTE = 112.0


class _Rows(QWidget):
    """The rows, painted."""

    ticked = Signal(tuple)
    opened = Signal(tuple)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.rows: tuple[CopyRow, ...] = ()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All rows."""
        return QSize(260, ROW_HEIGHT * len(self.rows))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the rows in sight."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first, last = event.rect().top() // ROW_HEIGHT, event.rect().bottom() // ROW_HEIGHT
        for n, row in enumerate(self.rows[first : last + 1], first):
            self._paint_row(painter, QRect(0, n * ROW_HEIGHT, self.width(), ROW_HEIGHT), row)

    def _paint_row(self, painter: QPainter, rect: QRect, row: CopyRow) -> None:
        theme = self.theme
        if row.open:
            painter.fillRect(rect, theme.color("accent_tint"))
            painter.fillRect(QRect(rect.left(), rect.top() + 4, 3, rect.height() - 8), theme.color("accent"))
        middle = rect.center().y() + 0.5
        if row.numbers:
            self._paint_box(painter, QRectF(_LEFT, middle - _BOX / 2, _BOX, _BOX), ticked=row.ticked)
        else:
            icon = make_icon("clash" if row.clash else "repeat", theme)
            icon.paint(painter, QRect(int(_LEFT) - 1, int(middle) - 8, 16, 16))
        painter.setFont(theme.font("body_medium" if row.open else "body"))
        painter.setPen(theme.color("text"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(rect).adjusted(_PLACE, 0, 0, 0), flags, row.place)
        painter.setFont(theme.font("meta"))
        painter.setPen(theme.color("clash" if row.clash or row.warning else "text2"))
        room = QRectF(rect).adjusted(_NOTE, 0, -8, 0)
        note = painter.fontMetrics().elidedText(row.note, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, flags, note)

    def _paint_box(self, painter: QPainter, box: QRectF, *, ticked: bool) -> None:
        painter.setPen(QPen(self.theme.color("accent" if ticked else "edge"), 1.4))
        painter.setBrush(self.theme.color("accent") if ticked else self.theme.color("panel"))
        painter.drawRoundedRect(box, 3, 3)
        if ticked:
            painter.setPen(QPen(self.theme.color("on_accent"), 1.8))
            middle = box.center()
            painter.drawPolyline(
                [QPointF(box.left() + 3, middle.y()), QPointF(middle.x() - 1, box.bottom() - 4),
                 QPointF(box.right() - 3, box.top() + 4)]
            )  # fmt: skip

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tick or open."""
        n = int(event.position().y()) // ROW_HEIGHT
        if 0 <= n < len(self.rows) and self.rows[n].numbers:
            signal = self.ticked if event.position().x() < _PLACE else self.opened
            signal.emit(self.rows[n].numbers)


class CopyRowsWidget(QScrollArea):
    """As many rows as fit, the open one in sight; `ticked` and `opened` carry the numbers of the row's findings."""

    ticked = Signal(tuple)
    opened = Signal(tuple)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("copyRows")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self._rows = _Rows(theme)
        self._rows.ticked.connect(self.ticked)
        self._rows.opened.connect(self.opened)
        self.setWidget(self._rows)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._rows.theme = theme
        self._rows.update()

    def show_rows(self, rows: Sequence[CopyRow]) -> None:
        """Show other rows; hidden where there are none."""
        self.setVisible(bool(rows))
        if tuple(rows) == self._rows.rows:
            return
        self._rows.rows = tuple(rows)
        self._rows.setFixedHeight(ROW_HEIGHT * len(rows))
        self.setFixedHeight(ROW_HEIGHT * min(len(rows), _MOST_SHOWN) + 4)
        self._rows.setAccessibleName(", ".join(f"{row.place}: {row.note}" for row in rows))
        self._rows.update()
        for n, row in enumerate(rows):
            if row.open:
                self.ensureVisible(0, n * ROW_HEIGHT + ROW_HEIGHT // 2, 0, ROW_HEIGHT)
