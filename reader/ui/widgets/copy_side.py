"""One copy of a pair: heading, tag, what stands around it, and its text with the words marked; and the legend."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.app.presenters.comparison import CopyView, MarkedText
from reader.core.duplicates import WordState
from reader.ui.theme.theme import Theme
from reader.ui.widgets.labels import style_label
from reader.ui.widgets.marked_text import MarkedTextWidget


class CopySide(QWidget):
    """One copy: heading, tag, context and text, with a solid bar (kept) or a hatched one (the other) at its left."""

    def __init__(self, theme: Theme, *, kept: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kept = kept
        self.heading = QLabel()
        self.tag = QLabel()
        self.tag.setObjectName("tag")
        self.before = MarkedTextWidget(theme, dim=True)
        self.text = MarkedTextWidget(theme)
        self.after = MarkedTextWidget(theme, dim=True)
        head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addWidget(self.tag)
        head.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 0, 8, 0)
        box.setSpacing(8)
        box.addLayout(head)
        for widget in (self.before, self.text, self.after):
            box.addWidget(widget)
        box.addStretch(1)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        style_label(self.heading, theme, "card_title")
        self.tag.setFont(theme.font("tag"))
        for widget in (self.before, self.text, self.after):
            widget.set_theme(theme)

    def set_pitch(self, size: int, pitch: int) -> None:
        """Set the size of the text and its line pitch."""
        for widget in (self.before, self.text, self.after):
            widget.set_type(self._theme.text_font(size), pitch)

    def show_copy(self, copy: CopyView) -> None:
        """Show a copy."""
        self.heading.setText(copy.heading)
        self.tag.setText(copy.tag)
        self.tag.setVisible(bool(copy.tag))
        self.before.set_text((MarkedText(copy.before),) if copy.before else ())
        self.text.set_text(copy.text)
        self.after.set_text((MarkedText(copy.after),) if copy.after else ())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the bar beside the text."""
        del event
        painter = QPainter(self)
        top, height = self.text.y(), self.text.height()
        color = self._theme.color("duplicate")
        if self._kept:
            painter.fillRect(QRectF(0, top, 4, height), color)
        else:
            painter.setPen(QPen(color, 1))
            painter.setBrush(QBrush(color, Qt.BrushStyle.BDiagPattern))
            painter.drawRect(QRectF(0.5, top + 0.5, 6, height - 1))


class LegendWidget(QWidget):
    """The three marks with their words."""

    def __init__(self, theme: Theme, words: dict[WordState, str], note: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = QLabel(note)
        self._samples: dict[WordState, MarkedTextWidget] = {}
        box = QHBoxLayout(self)
        box.setContentsMargins(14, 0, 0, 0)
        box.setSpacing(16)
        for state, word in words.items():
            sample = MarkedTextWidget(theme)
            sample.set_type(theme.font("meta"), 20)
            sample.set_text((MarkedText(word, state),))
            sample.setFixedWidth(QFontMetrics(theme.font("meta")).horizontalAdvance(word) + 16)
            self._samples[state] = sample
            box.addWidget(sample)
        box.addWidget(self._note)
        box.addStretch(1)
        self.set_theme(theme)

    def show_states(self, states: frozenset[WordState]) -> None:
        """Explain just the marks that are there."""
        for state, sample in self._samples.items():
            sample.setVisible(state in states)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        style_label(self._note, theme, "meta", "text2")
        for sample in self._samples.values():
            sample.set_theme(theme)
