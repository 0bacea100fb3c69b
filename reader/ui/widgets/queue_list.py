"""The list of decisions: rows of 28 grouped by stage; settled ones stay, ticked. It draws only what is in sight."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.app.presenters.queue import IssueId, QueueRow, QueueStage, QueueView
from reader.ui.theme.icons import make_icon
from reader.ui.theme.theme import Theme

ROW_HEIGHT = 28
_ICON = 16
Index = QModelIndex | QPersistentModelIndex
Entry = QueueRow | QueueStage
_ENTRY = Qt.ItemDataRole.UserRole


class QueueModel(QAbstractListModel):
    """Headings and rows of a queue, in order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []

    def show(self, queue: QueueView) -> None:
        """Show another queue; rows that stay where they are keep their place."""
        entries: list[Entry] = []
        for stage in queue.stages:
            entries += [stage, *stage.rows]
        if len(entries) == len(self._entries):
            old, self._entries = self._entries, entries
            for n, (before, after) in enumerate(zip(old, entries, strict=True)):
                if before != after:
                    index = self.index(n)
                    self.dataChanged.emit(index, index)
            return
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def find(self, issue: IssueId | None) -> QModelIndex:
        """The index of an issue, open before settled; invalid where it is not shown."""
        found = QModelIndex()
        for n, entry in enumerate(self._entries):
            if isinstance(entry, QueueRow) and entry.id == issue:
                if not entry.settled:
                    return self.index(n)
                found = self.index(n)
        return found

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """The number of headings and rows."""
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The entry for the delegate, its words for screen readers."""
        entry = self._entries[index.row()]
        if role == _ENTRY:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(entry, QueueStage):
                return f"{entry.title} {entry.count}"
            return f"{'✓ ' if entry.settled else ''}{entry.text} {entry.place}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be chosen, headings cannot."""
        if isinstance(self._entries[index.row()], QueueRow):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


class QueueDelegate(QStyledItemDelegate):
    """Draws headings and rows."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Every entry is 28 high."""
        del option, index
        return QSize(120, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one entry."""
        entry: Entry = index.data(_ENTRY)
        rect: QRect = option.rect
        painter.save()
        if isinstance(entry, QueueStage):
            self._paint_stage(painter, rect, entry)
        else:
            state: QStyle.StateFlag = option.state
            self._paint_row(painter, rect, entry, selected=bool(state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _paint_stage(self, painter: QPainter, rect: QRect, stage: QueueStage) -> None:
        painter.setFont(self.theme.font("heading"))
        painter.setPen(self.theme.color("text2"))
        inner = rect.adjusted(10, 4, -12, 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, stage.title)
        painter.setFont(self.theme.font("meta"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, stage.count)

    def _paint_row(self, painter: QPainter, rect: QRect, row: QueueRow, *, selected: bool) -> None:
        if selected:
            painter.fillRect(rect, self.theme.color("accent_tint"))
            painter.fillRect(QRect(rect.left(), rect.top() + 4, 3, rect.height() - 8), self.theme.color("accent"))
        icon = make_icon("checked" if row.settled else row.look.value, self.theme)
        top = rect.top() + (rect.height() - _ICON) // 2
        icon.paint(painter, QRect(rect.left() + 10, top, _ICON, _ICON))
        painter.setFont(self.theme.font("body"))
        painter.setPen(self.theme.color("text2" if row.settled else "text"))
        metrics = QFontMetrics(self.theme.font("meta"))
        right = metrics.horizontalAdvance(row.place) + 12 if row.place else 0
        text = rect.adjusted(34, 0, -12 - right, 0)
        shown = painter.fontMetrics().elidedText(row.text, Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.setFont(self.theme.font("meta"))
        painter.setPen(self.theme.color("text2"))
        place = QRectF(rect).adjusted(0, 0, -12, 0)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), row.place)


class QueueListView(QListView):
    """The list; `selected` is told of rows chosen by pointer, keys are the panel's."""

    selected = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("queue")
        self._model = QueueModel(self)
        self._delegate = QueueDelegate(theme, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._on_clicked)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._delegate.theme = theme
        self.viewport().update()

    def show_queue(self, queue: QueueView, current: IssueId | None) -> None:
        """Show a queue with the issue in hand; the list keeps its place unless that would be out of sight."""
        scroll = self.verticalScrollBar().value()
        self._model.show(queue)
        self.verticalScrollBar().setValue(scroll)
        index = self._model.find(current)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        else:
            self.clearSelection()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Keys of the panel are the panel's."""
        event.ignore()

    def _on_clicked(self, index: QModelIndex) -> None:
        entry: Entry = index.data(_ENTRY)
        if isinstance(entry, QueueRow):
            self.selected.emit(entry)
