"""What the lists of names and words share: rows painted by a delegate from a flat list of entries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
Paint = Callable[[QPainter, QRect, Any, Theme, bool], None]
_ENTRY = Qt.ItemDataRole.UserRole


class RowModel(QAbstractListModel):
    """Entries of any kind; `describe` gives their words, `can_choose` says which can be chosen."""

    def __init__(self, describe: Callable[[Any], str], can_choose: Callable[[Any], bool]) -> None:
        super().__init__()
        self._entries: list[Any] = []
        self._describe = describe
        self._can_choose = can_choose

    def show(self, entries: Sequence[Any]) -> None:
        """Show other entries."""
        if list(entries) == self._entries:
            return
        self.beginResetModel()
        self._entries = list(entries)
        self.endResetModel()

    @property
    def entries(self) -> tuple[Any, ...]:
        """All entries."""
        return tuple(self._entries)

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """The number of entries."""
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The entry for the delegate, its words for screen readers."""
        entry = self._entries[index.row()]
        if role == _ENTRY:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._describe(entry)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        if self._can_choose(self._entries[index.row()]):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled


class RowDelegate(QStyledItemDelegate):
    """Paints entries with a function."""

    def __init__(self, theme: Theme, height: int, paint: Paint, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._height = height
        self._paint = paint

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Every row is as high."""
        del option, index
        return QSize(200, self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one entry."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, rect, index.data(_ENTRY), self.theme, bool(state & QStyle.StateFlag.State_Selected))
        painter.restore()


class RowListView(QListView):
    """A list of painted rows; `picked` tells the entry that was clicked, `key_pressed` the keys."""

    picked = Signal(object)
    key_pressed = Signal(QKeyEvent)

    def __init__(self, theme: Theme, model: RowModel, height: int, paint: Paint) -> None:
        super().__init__()
        self.setObjectName("rows")
        self._model = model
        self._delegate = RowDelegate(theme, height, paint, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.clicked.connect(lambda index: self.picked.emit(index.data(_ENTRY)))

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._delegate.theme = theme
        self.viewport().update()

    def choose(self, matches: Callable[[Any], bool]) -> None:
        """Choose the first entry that matches and bring it into sight."""
        for n, entry in enumerate(self._model.entries):
            if matches(entry):
                index = self._model.index(n)
                self.setCurrentIndex(index)
                self.scrollTo(index)
                return
        self.clearSelection()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Hand the key on."""
        self.key_pressed.emit(event)
