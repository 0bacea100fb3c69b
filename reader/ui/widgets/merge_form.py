"""Merging: chips of words to take over, and the merged passage as a line one can type in.

Arrows move between the chips, Space takes one, Tab leads to the line; Ctrl+Enter merges, Esc leaves.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.app.messages.rendering import Renderer
from reader.app.presenters.comparison import ChipView, MergeView
from reader.ui.theme.theme import Theme
from reader.ui.widgets.labels import style_label

_CHIP_HEIGHT = 30.0
_GAP = 8.0
_PAD = 10.0
_MARK = 16.0
_RING = 3.0
_LINES = 4


class ChipsWidget(QWidget):
    """Phrases to take over, in rows; `toggled` carries the number of one."""

    toggled = Signal(int)

    def __init__(self, theme: Theme, instead: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._instead = instead
        self._chips: tuple[ChipView, ...] = ()
        self._boxes: list[QRectF] = []
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self.update()

    def show_chips(self, chips: Sequence[ChipView]) -> None:
        """Show other chips, or the same ones taken otherwise."""
        if len(chips) != len(self._chips):
            self._at = 0
        self._chips = tuple(chips)
        self._lay_out()
        self._describe()
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """True: the chips wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height of the rows that the chips fill."""
        boxes = self._place_chips(width)
        return round(boxes[-1].bottom() + _RING) if boxes else 0

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The chips at the present width."""
        width = self.width() if self.width() > 50 else 400
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Set the chips at the new width."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        self._boxes = self._place_chips(self.width())
        self.setFixedHeight(max(1, self.heightForWidth(self.width())))

    def _text(self, chip: ChipView) -> str:
        return f"{chip.words}  {self._instead.format(words=chip.instead)}" if chip.instead else chip.words

    def _place_chips(self, width: int) -> list[QRectF]:
        metrics = QFontMetricsF(self._theme.font("body"))
        boxes: list[QRectF] = []
        x = y = _RING
        for chip in self._chips:
            wide = min(metrics.horizontalAdvance(self._text(chip)) + _MARK + 2 * _PAD, width - 2 * _RING)
            if x > _RING and x + wide > width - _RING:
                x, y = _RING, y + _CHIP_HEIGHT + _GAP
            boxes.append(QRectF(x, y, wide, _CHIP_HEIGHT))
            x += wide + _GAP
        return boxes

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the chips; a taken one has a tick and the colour of what is added."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for n, (chip, box) in enumerate(zip(self._chips, self._boxes, strict=True)):
            role = "differs" if chip.instead else "adds"
            painter.setPen(QPen(self._theme.color(role if chip.taken else "edge"), 1.4))
            painter.setBrush(self._theme.color(f"{role}_tint") if chip.taken else self._theme.color("panel"))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            self._paint_mark(painter, box, role, taken=chip.taken)
            painter.setFont(self._theme.font("body"))
            painter.setPen(self._theme.color("text"))
            room = box.adjusted(_PAD + _MARK, 0, -_PAD, 0)
            text = painter.fontMetrics().elidedText(
                self._text(chip), Qt.TextElideMode.ElideRight, int(room.width()) + 1
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
            if self.hasFocus() and n == self._at:
                painter.setPen(QPen(self._theme.color("focus"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 8, 8)

    def _paint_mark(self, painter: QPainter, box: QRectF, role: str, *, taken: bool) -> None:
        x, y = box.left() + _PAD - 1, box.center().y()
        if taken:
            painter.setPen(QPen(self._theme.color(role), 2))
            painter.drawPolyline([QPointF(x, y), QPointF(x + 3.5, y + 4), QPointF(x + 10, y - 4)])
        else:
            painter.setPen(QPen(self._theme.color("text2"), 1.5))
            painter.drawLine(QPointF(x + 1, y), QPointF(x + 9, y))
            painter.drawLine(QPointF(x + 5, y - 4), QPointF(x + 5, y + 4))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows move, Space takes."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}.get(
            Qt.Key(event.key())
        )
        if step is not None and self._chips:
            self._at = (self._at + step) % len(self._chips)
            self._describe()
            self.update()
        elif event.key() == Qt.Key.Key_Space and self._chips and not event.isAutoRepeat():
            self.toggled.emit(self._at)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click takes a chip or leaves it."""
        for n, box in enumerate(self._boxes):
            if box.contains(event.position()):
                self._at = n
                self.toggled.emit(n)

    def _describe(self) -> None:
        if self._chips:
            chip = self._chips[min(self._at, len(self._chips) - 1)]
            self.setAccessibleDescription(f"{'✓ ' if chip.taken else ''}{self._text(chip)}")


class MergeForm(QWidget):
    """Shows a merge in hand and reports what is done in it; it changes nothing itself."""

    chip_toggled = Signal(int)
    line_typed = Signal(str)
    target_chosen = Signal(int)
    applied = Signal()
    left = Signal()

    def __init__(self, theme: Theme, render: Renderer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = QLabel()
        self.target = QComboBox()
        self.target.setAccessibleName(render.text("merge.target"))
        self.chips = ChipsWidget(theme, render.text("merge.instead", words="{words}"))
        self.chips.setAccessibleName(render.text("merge.chips"))
        self.line = QPlainTextEdit()
        self.line.setObjectName("mergeLine")
        self.line.setTabChangesFocus(True)
        self.line.setAccessibleName(render.text("merge.line"))
        self.lost = QLabel()
        self.lost.setWordWrap(True)
        self.keys = QLabel(render.text("merge.keys"))
        self.apply = QPushButton(render.text("merge.apply"))
        self.apply.setObjectName("primary")
        self.cancel = QPushButton(render.text("cancel"))
        self._targets: tuple[tuple[int, str], ...] = ()
        self._build()
        self.set_theme(theme)

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.apply)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.keys, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        for widget in (self.title, self.target, self.chips, self.line, self.lost):
            box.addWidget(widget)
        box.addLayout(buttons)
        for part in (self.target, self.chips, self.line, self.apply, self.cancel):
            part.installEventFilter(self)
        self.chips.toggled.connect(self.chip_toggled)
        self.line.textChanged.connect(lambda: self.line_typed.emit(self._text()))
        self.target.activated.connect(lambda n: self.target_chosen.emit(self._targets[n][0]))
        self.apply.clicked.connect(self.applied)
        self.cancel.clicked.connect(self.left)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        style_label(self.title, theme, "card_title")
        style_label(self.lost, theme, "meta", "text2")
        style_label(self.keys, theme, "meta", "text2")
        self.line.setFont(theme.text_font(17))
        self.line.setFixedHeight(27 * _LINES + 12)
        self.chips.set_theme(theme)

    def show_merge(self, view: MergeView) -> None:
        """Show the merge as it stands; the caret stays where it is in the line."""
        self.title.setText(view.title)
        self.target.setVisible(bool(view.targets))
        if view.targets != self._targets:
            self._targets = view.targets
            self.target.clear()
            self.target.addItems([name for _, name in view.targets])
        at = next((n for n, (block, _) in enumerate(view.targets) if block == view.target), -1)
        self.target.setCurrentIndex(at)
        self.chips.show_chips(view.chips)
        self.chips.setVisible(bool(view.chips))
        self.lost.setText(view.lost)
        if self._text() != view.line:
            position = self.line.textCursor().position()
            with QSignalBlocker(self.line):
                self.line.setPlainText(view.line)
            cursor = self.line.textCursor()
            cursor.setPosition(min(position, max(0, self.line.document().characterCount() - 1)))
            self.line.setTextCursor(cursor)

    def _text(self) -> str:
        """The line as it stands, no-break spaces kept; a line break that was pasted in is a blank."""
        return self.line.document().toRawText().replace("\u2029", " ")

    def begin(self) -> None:
        """Put the focus where the work begins: on the chips, or in the line where there are none."""
        if self.chips.isVisible():
            self.chips.setFocus()
        else:
            self.line.moveCursor(QTextCursor.MoveOperation.End)
            self.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Ctrl+Enter merges, Esc leaves, Enter in the line does nothing: it is one passage."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                if not event.isAutoRepeat():
                    self.applied.emit()
                return True
            if enter and watched is self.line:
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)
