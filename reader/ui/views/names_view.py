"""The names view: every name with its spellings, first mention, count, and a strip that shows where it stands."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reader.app.presenters.name_rows import NameGroup, NameRow, NamesView, Tick
from reader.app.presenters.queue import IssueId
from reader.ui.theme.theme import Theme
from reader.ui.views.row_view import RowListView, RowModel
from reader.ui.widgets.labels import style_label

ROW_HEIGHT = 30
_STRIP_LEAST = 120
_STRIP_MOST = 260
_WIDE = 620


class NameColumns:
    """Where the columns stand in a row of some width; below 620 the spellings follow the name."""

    def __init__(self, rect: QRect) -> None:
        self.wide = rect.width() >= _WIDE
        strip = max(_STRIP_LEAST, min(_STRIP_MOST, round(rect.width() * 0.28)))
        self.strip = QRectF(rect.right() - strip - 12, rect.top() + 1, strip, rect.height() - 2)
        self.count = QRect(round(self.strip.left()) - 64, rect.top(), 44, rect.height())
        self.first = QRect(self.count.left() - 52, rect.top(), 48, rect.height())
        left = rect.left() + 12
        room = self.first.left() - left - 8
        name = round(room * 0.55) if self.wide else room
        self.name = QRect(left, rect.top(), name, rect.height())
        self.also = QRect(left + name + 8, rect.top(), room - name - 8, rect.height())


class NamesListView(QWidget):
    """Title, column heads, rows and legend; `picked` tells the row that was clicked."""

    picked = Signal(object)

    def __init__(self, theme: Theme, heads: tuple[str, ...], legend: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = QLabel()
        self.title.setWordWrap(True)
        self.legend = QLabel(legend)
        model = RowModel(_describe, lambda entry: isinstance(entry, NameRow))
        self._model = model
        self.list = RowListView(theme, model, ROW_HEIGHT, self._paint)
        self._heads = heads
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 16, 8, 8)
        box.addWidget(self.title)
        box.addWidget(self.list, 1)
        box.addWidget(self.legend)
        self.title.setContentsMargins(12, 0, 0, 4)
        self.legend.setContentsMargins(12, 0, 0, 0)
        self.list.picked.connect(self.picked)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        style_label(self.title, theme, "view_title")
        style_label(self.legend, theme, "meta", "text2")
        self.list.set_theme(theme)

    def show_names(self, view: NamesView | None, current: IssueId | None, sentence: str) -> None:
        """Show all names, or a sentence where there are none."""
        groups = view.groups if view else ()
        self.title.setText(view.title if view and groups else sentence)
        entries: list[object] = [self._heads] if groups else []
        for group in groups:
            entries += [group, *group.rows]
        self._model.show(entries)
        self.legend.setVisible(bool(groups))
        self.list.choose(
            lambda entry: isinstance(entry, NameRow) and entry.issue is not None and entry.issue == current
        )

    def _paint(self, painter: QPainter, rect: QRect, entry: object, theme: Theme, selected: bool) -> None:  # noqa: FBT001
        columns = NameColumns(rect)
        if isinstance(entry, tuple):
            self._paint_heads(painter, columns, theme)
        elif isinstance(entry, NameGroup):
            painter.setFont(theme.font("heading"))
            painter.setPen(theme.color("text2"))
            painter.drawText(rect.adjusted(12, 4, 0, 0), _LEFT, entry.title)
        elif isinstance(entry, NameRow):
            if selected:
                painter.fillRect(rect, theme.color("accent_tint"))
                painter.fillRect(QRect(rect.left(), rect.top() + 4, 3, rect.height() - 8), theme.color("accent"))
            _paint_row(painter, columns, entry, theme)

    def _paint_heads(self, painter: QPainter, columns: NameColumns, theme: Theme) -> None:
        painter.setFont(theme.font("heading"))
        painter.setPen(theme.color("text2"))
        places = (columns.name, columns.also, columns.first, columns.count)
        for rect, head in zip(places, self._heads, strict=False):
            if rect is columns.also and not columns.wide:
                continue
            painter.drawText(rect, _RIGHT if rect is columns.count else _LEFT, head)
        painter.drawText(columns.strip, int(_LEFT), self._heads[-1])


_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def _describe(entry: object) -> str:
    if isinstance(entry, NameRow):
        return f"{entry.name}, {entry.also}, {entry.first}, {entry.count}"
    return entry.title if isinstance(entry, NameGroup) else ""


def _paint_row(painter: QPainter, columns: NameColumns, row: NameRow, theme: Theme) -> None:
    painter.setFont(theme.font("body_medium"))
    painter.setPen(theme.color("text"))
    name = row.name
    used = painter.fontMetrics().horizontalAdvance(name)
    painter.drawText(columns.name, _LEFT, name)
    painter.setFont(theme.font("meta"))
    painter.setPen(theme.color("text2"))
    also = columns.also if columns.wide else columns.name.adjusted(used + 10, 0, 0, 0)
    if also.width() > 24:
        metrics = painter.fontMetrics()
        painter.drawText(also, _LEFT, metrics.elidedText(row.also, Qt.TextElideMode.ElideRight, also.width()))
    painter.drawText(columns.first, _LEFT, row.first)
    painter.setPen(theme.color("text"))
    painter.drawText(columns.count, _RIGHT, str(row.count))
    paint_strip(painter, columns.strip, row.ticks, theme)


def paint_strip(painter: QPainter, rect: QRectF, ticks: tuple[Tick, ...], theme: Theme) -> None:
    """The mentions along a line: ticks in the copy, short ones in captions, rings for other spellings, ▼ the first."""
    middle = rect.center().y()
    painter.setPen(QPen(theme.color("edge"), 1))
    painter.drawLine(QPointF(rect.left(), middle), QPointF(rect.right(), middle))
    color = theme.color("name")
    for n, tick in enumerate(ticks):
        x = rect.left() + 2 + tick.at * (rect.width() - 4)
        painter.setPen(QPen(color, 2))
        if tick.other_spelling:
            painter.setBrush(theme.color("page"))
            painter.setPen(QPen(color, 1.6))
            painter.drawEllipse(QPointF(x, middle), 4, 4)
        elif tick.in_caption:
            painter.drawLine(QPointF(x, middle), QPointF(x, middle + 7))
        else:
            painter.drawLine(QPointF(x, middle - 7), QPointF(x, middle + 7))
        if n == 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("text"))
            top = middle - 12
            painter.drawPolygon(QPolygonF([QPointF(x - 4, top), QPointF(x + 4, top), QPointF(x, top + 5)]))
