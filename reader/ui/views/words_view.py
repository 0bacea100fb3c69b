"""The word list (spelling) and the list of cleanup faults: one row a decision."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reader.app.presenters.queue import IssueId
from reader.app.presenters.word_rows import WordRow
from reader.ui.theme.icons import make_icon
from reader.ui.theme.theme import Theme
from reader.ui.views.row_view import RowListView, RowModel
from reader.ui.widgets.labels import style_label

ROW_HEIGHT = 30
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class WordListView(QWidget):
    """A title and rows: word or fault, kind, proposal, context and place; `picked` tells the row that was clicked."""

    picked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = QLabel()
        self.remark = QLabel()
        for label in (self.title, self.remark):
            label.setWordWrap(True)
        self._model = RowModel(_describe, lambda _entry: True)
        self.list = RowListView(theme, self._model, ROW_HEIGHT, _paint)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 16, 8, 8)
        for widget in (self.title, self.remark):
            widget.setContentsMargins(12, 0, 0, 4)
            box.addWidget(widget)
        box.addWidget(self.list, 1)
        box.addStretch(0)
        self._box = box
        self.list.picked.connect(self.picked)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        style_label(self.title, theme, "view_title")
        style_label(self.remark, theme, "meta", "text2")
        self.list.set_theme(theme)

    def show_rows(self, rows: tuple[WordRow, ...], current: IssueId | None, title: str, remark: str) -> None:
        """Show rows under a title, with a remark below it where there is one."""
        self.title.setText(title)
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))
        self._model.show(rows)
        self.list.setVisible(bool(rows))
        self._box.setStretch(self._box.count() - 1, 0 if rows else 1)  # the sentence then stands at the top
        self.list.choose(lambda row: row.id == current)


def _describe(row: WordRow) -> str:
    return f"{row.word}, {row.count}, {row.kind}, {row.suggestion}"


def _paint(painter: QPainter, rect: QRect, row: WordRow, theme: Theme, selected: bool) -> None:  # noqa: FBT001
    if selected:
        painter.fillRect(rect, theme.color("accent_tint"))
        painter.fillRect(QRect(rect.left(), rect.top() + 4, 3, rect.height() - 8), theme.color("accent"))
    make_icon(row.look.value, theme).paint(painter, QRect(rect.left() + 12, rect.top() + 7, 16, 16))
    painter.setFont(theme.font("meta"))
    painter.setPen(theme.color("text2"))
    place_width = QFontMetrics(painter.font()).horizontalAdvance(row.place) + 16
    painter.drawText(rect.adjusted(0, 0, -12, 0), _RIGHT, row.place)
    room = rect.width() - 36 - place_width
    kind_width = round(room * 0.34)
    painter.setFont(theme.font("body_medium"))
    painter.setPen(theme.color("text"))
    kind = QRect(rect.left() + 36, rect.top(), kind_width, rect.height())
    painter.drawText(kind, _LEFT, _elided(painter, row.kind, kind.width() - 8))
    context = QRect(kind.right(), rect.top(), room - kind_width, rect.height())
    _paint_context(painter, context, row, theme)


def _paint_context(painter: QPainter, rect: QRect, row: WordRow, theme: Theme) -> None:
    """The words before, the word in full strength, and what follows, as far as there is room."""
    word = row.word.replace("\u2028", " ")
    painter.setFont(theme.text_font(15))
    metrics = painter.fontMetrics()
    before = row.before[-18:]
    x = rect.left()
    for text, color in ((before, "dim"), (word, "text"), (row.after, "dim")):
        left = rect.right() - x
        if left < 20:
            return
        painter.setPen(theme.color(color))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, left)
        painter.drawText(QRect(x, rect.top(), left, rect.height()), _LEFT, shown)
        x += metrics.horizontalAdvance(shown)


def _elided(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
