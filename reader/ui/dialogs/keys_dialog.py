"""The page of keys, built from the table of actions."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from reader.app.actions import Where, actions_of
from reader.app.messages.rendering import Renderer
from reader.ui.theme.theme import Theme


class KeysDialog(QDialog):
    """All keys, by where they act."""

    def __init__(self, theme: Theme, render: Renderer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(render.text("keys.title"))
        self.resize(560, 620)
        page = QWidget()
        grid = QGridLayout(page)
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(4)
        grid.setHorizontalSpacing(24)
        row = 0
        for where in Where:
            head = QLabel(render.text(f"keys.where.{where.value}"))
            head.setFont(theme.font("card_title"))
            grid.addWidget(head, row, 0, 1, 2)
            row += 1
            for action in actions_of(where):
                if not action.keys:
                    continue
                native = QKeySequence.SequenceFormat.NativeText
                keys = QLabel(", ".join(QKeySequence(key).toString(native) for key in action.keys))
                keys.setFont(theme.font("body_medium"))
                grid.addWidget(keys, row, 0)
                grid.addWidget(QLabel(render.text(f"action.{action.id}")), row, 1)
                row += 1
        scroll = QScrollArea()
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scroll)
