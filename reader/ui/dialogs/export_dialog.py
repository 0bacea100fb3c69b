"""Export: what to write, where and under which name; what is still open is said, nothing blocks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.app.export import ExportPlan, plan_files
from reader.app.messages.rendering import Renderer
from reader.ui.theme.theme import Theme

_KINDS = ("clean", "redline", "text", "markdown")


@dataclass(frozen=True, slots=True)
class ExportState:
    """What the dialog starts from: folder, stem of the names, author, what was chosen last, and how much is open."""

    folder: Path
    stem: str
    author: str
    chosen: frozenset[str]
    still_open: int


class ExportDialog(QDialog):
    """Asks for an `ExportPlan`; `plan` is what was chosen."""

    def __init__(self, state: ExportState, theme: Theme, render: Renderer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._render = render
        self.setWindowTitle(render.text("export.title"))
        self.setMinimumWidth(520)
        self._folder = QLineEdit(str(state.folder))
        self._author = QLineEdit(state.author)
        self._boxes = {kind: QCheckBox(render.text(f"export.{kind}")) for kind in _KINDS}
        self._names = {kind: QLabel() for kind in _KINDS}
        self.write = QPushButton()
        self.write.setObjectName("primary")
        self.write.setDefault(True)
        self._build(theme)
        self._update()

    @property
    def plan(self) -> ExportPlan:
        """What is chosen now."""
        chosen = frozenset(kind for kind, box in self._boxes.items() if box.isChecked())
        return ExportPlan(Path(self._folder.text()).expanduser(), self._state.stem, chosen, self._author.text().strip())

    def _build(self, theme: Theme) -> None:
        title = QLabel(self._render.text("export.title"))
        title.setFont(theme.font("dialog_title"))
        count = self._state.still_open
        text = self._render.text("export.open_issues", count=count) if count else self._render.text("export.none_open")
        remark = QLabel(text)
        remark.setFont(theme.font("body"))
        remark.setStyleSheet(f"color: {theme.color('text2').name()}")
        grid = QGridLayout()
        grid.setVerticalSpacing(8)
        for row, kind in enumerate(_KINDS):
            box = self._boxes[kind]
            box.setChecked(kind in self._state.chosen)
            box.toggled.connect(self._update)
            self._names[kind].setStyleSheet(f"color: {theme.color('text2').name()}")
            grid.addWidget(box, row, 0)
            grid.addWidget(self._names[kind], row, 1)
        grid.setColumnStretch(1, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 24, 24, 16)
        page.setSpacing(12)
        page.addWidget(title)
        page.addWidget(remark)
        page.addLayout(grid)
        page.addLayout(self._field("export.folder", self._folder, browse=True))
        page.addLayout(self._field("export.author", self._author, browse=False))
        page.addSpacing(8)
        page.addLayout(self._buttons())

    def _field(self, key: str, edit: QLineEdit, *, browse: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        label = QLabel(self._render.text(key))
        label.setMinimumWidth(130)
        label.setBuddy(edit)
        edit.setAccessibleName(label.text())
        row.addWidget(label)
        row.addWidget(edit, 1)
        if browse:
            button = QPushButton(self._render.text("export.choose"))
            button.setAutoDefault(False)
            button.clicked.connect(self._browse)
            row.addWidget(button)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = QPushButton(self._render.text("cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        self.write.clicked.connect(self.accept)
        row.addWidget(self.write)
        return row

    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self._render.text("export.folder"), self._folder.text())
        if folder:
            self._folder.setText(folder)

    def _update(self) -> None:
        plan = self.plan
        for kind, label in self._names.items():
            label.setText(plan_files(plan)[kind].name)
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
        count = len(plan.chosen)
        self.write.setEnabled(bool(count))
        self.write.setText(
            self._render.text("export.write", count=count) if count else self._render.text("export.nothing")
        )
