"""All alike: every place of an issue with a tick box; one fix goes to the ticked ones as one step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.app.messages.rendering import Renderer
from reader.ui.theme.theme import Theme
from reader.ui.widgets.labels import style_label


class AlikeDialog(QDialog):
    """Space unticks a place, Ctrl+Enter applies, Esc leaves."""

    def __init__(
        self,
        heading: str,
        choices: Sequence[tuple[str, int]],
        places: Sequence[str],
        theme: Theme,
        render: Renderer,
        parent: QWidget | None = None,
        *,
        note: str = "",
    ) -> None:
        super().__init__(parent)
        self._render = render
        self.setWindowTitle(render.text("alike.title"))
        self.resize(560, 420)
        self.choice = QComboBox()
        for label, index in choices:
            self.choice.addItem(label, index)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        for text in places:
            item = QListWidgetItem(text)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.apply = QPushButton()
        self._build(heading, note, theme)
        self.list.itemChanged.connect(self._update)
        self.list.installEventFilter(self)
        self.apply.clicked.connect(self.accept)
        self.list.setFocus()
        self._update()

    def _build(self, heading: str, note: str, theme: Theme) -> None:
        title = QLabel(heading)
        title.setWordWrap(True)
        title.setFont(theme.font("card_title"))
        self.apply.setObjectName("primary")
        self.apply.setAutoDefault(False)
        cancel = QPushButton(self._render.text("cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.apply)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 12)
        box.setSpacing(8)
        for widget in (title, self.choice, self.list):
            box.addWidget(widget)
        if note:
            remark = QLabel(note)
            remark.setWordWrap(True)
            style_label(remark, theme, "meta", "text2")
            box.addWidget(remark)
        box.addLayout(row)

    @property
    def ticked(self) -> tuple[int, ...]:
        """The numbers of the ticked places, from 0."""
        count = self.list.count()
        return tuple(n for n in range(count) if self.list.item(n).checkState() == Qt.CheckState.Checked)

    @property
    def index(self) -> int:
        """The choice at the top."""
        return int(self.choice.currentData())

    def _update(self) -> None:
        chosen, total = len(self.ticked), self.list.count()
        self.apply.setEnabled(chosen > 0)
        self.apply.setText(self._render.text("alike.apply", chosen=chosen, total=total))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Ctrl+Enter in the list applies."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._applies(event):
            self.accept()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+Enter applies, Esc leaves."""
        if self._applies(event):
            self.accept()
        else:
            super().keyPressEvent(event)

    def _applies(self, event: QKeyEvent) -> bool:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        return enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier) and bool(self.ticked)
