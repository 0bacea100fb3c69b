"""The duplicate view: the pair in hand side by side, kept copy left, and how it reads afterwards."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from reader.app.presenters.card import CardView
from reader.app.presenters.comparison import AfterwardsLine, ComparisonView, CopyView, MarkedText
from reader.core.duplicates import WordState
from reader.ui.theme.theme import Theme
from reader.ui.widgets.choice_button import ChoiceButton
from reader.ui.widgets.labels import style_label
from reader.ui.widgets.marked_text import MarkedTextWidget

_NARROW = 640


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
        self._samples: list[MarkedTextWidget] = []
        box = QHBoxLayout(self)
        box.setContentsMargins(14, 0, 0, 0)
        box.setSpacing(16)
        for state, word in words.items():
            sample = MarkedTextWidget(theme)
            sample.set_type(theme.font("meta"), 20)
            sample.set_text((MarkedText(word, state),))
            sample.setFixedWidth(QFontMetrics(theme.font("meta")).horizontalAdvance(word) + 16)
            self._samples.append(sample)
            box.addWidget(sample)
        box.addWidget(self._note)
        box.addStretch(1)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        style_label(self._note, theme, "meta", "text2")
        for sample in self._samples:
            sample.set_theme(theme)


class DuplicatesView(QScrollArea):
    """Shows a comparison, or a sentence where there is none; reports `chosen` for a click on a choice."""

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, legend: dict[WordState, str], legend_note: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("comparison")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._theme = theme
        self._choice_keys: tuple[object, ...] = ()
        self._page = QWidget()
        self._page.setObjectName("page")
        self.verdict = QLabel()
        self.verdict.setWordWrap(True)
        self.evidence = QLabel()
        self.evidence.setWordWrap(True)
        self.kept = CopySide(theme, kept=True)
        self.copy = CopySide(theme, kept=False)
        self.legend = LegendWidget(theme, legend, legend_note)
        self.afterwards_title = QLabel()
        self._choices = QHBoxLayout()
        self._afterwards = QVBoxLayout()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self.setWidget(self._page)
        self.set_theme(theme)

    def _build(self) -> None:
        self._sides.setSpacing(24)
        self._sides.addWidget(self.kept, 1)
        self._sides.addWidget(self.copy, 1)
        self._choices.setSpacing(8)
        self._choices.setContentsMargins(0, 8, 0, 8)
        box = QVBoxLayout(self._page)
        box.setContentsMargins(24, 16, 24, 16)
        box.setSpacing(8)
        box.addWidget(self.verdict)
        box.addWidget(self.evidence)
        box.addLayout(self._sides)
        box.addWidget(self.legend)
        box.addLayout(self._choices)
        line = QFrame()
        line.setObjectName("divider")
        line.setFixedHeight(1)
        box.addWidget(line)
        box.addWidget(self.afterwards_title)
        box.addLayout(self._afterwards)
        box.addStretch(1)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        style_label(self.verdict, theme, "view_title")
        style_label(self.evidence, theme, "meta", "text2")
        style_label(self.afterwards_title, theme, "card_title")
        self.kept.set_theme(theme)
        self.copy.set_theme(theme)
        self.legend.set_theme(theme)
        self._choice_keys = ()

    def show_comparison(self, view: ComparisonView | None, card: CardView | None, sentence: str) -> None:
        """Show the pair in hand with its choices, or a sentence."""
        for widget in (self.copy, self.legend, self.afterwards_title):
            widget.setVisible(view is not None)
        self.kept.setVisible(view is not None and view.kept is not None)
        self.verdict.setText(view.verdict if view else sentence)
        self.evidence.setText(view.evidence if view else "")
        self.evidence.setVisible(bool(view and view.evidence))
        self._show_choices(card if view else None)
        if view is None:
            self._show_afterwards(())
            return
        if view.kept is not None:
            self.kept.show_copy(view.kept)
        self.copy.show_copy(view.copy)
        self.legend.setVisible(view.kept is not None)
        self.afterwards_title.setText(view.afterwards_title)
        self.afterwards_title.setVisible(bool(view.afterwards))
        self._show_afterwards(view.afterwards)

    def _show_choices(self, card: CardView | None) -> None:
        keys = card.choices if card else ()
        if keys == self._choice_keys:
            return
        self._choice_keys = keys
        _empty(self._choices)
        for choice in keys:
            button = ChoiceButton(self._theme, choice, wide=False)
            button.clicked.connect(lambda _checked=False, key=choice.key: self.chosen.emit(key))
            self._choices.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._choices.addStretch(1)

    def _show_afterwards(self, lines: tuple[AfterwardsLine, ...]) -> None:
        _empty(self._afterwards)
        for line in lines:
            widget: QWidget
            if line.cut:
                widget = CutRow(self._theme, line.text)
            else:
                text = MarkedTextWidget(self._theme)
                text.set_text((MarkedText(line.text),))
                widget = text
            self._afterwards.addWidget(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """In a narrow view the copies stand one above the other, in smaller type."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(direction)
        size, pitch = (15, 24) if narrow else (17, 27)
        self.kept.set_pitch(size, pitch)
        self.copy.set_pitch(size, pitch)


class CutRow(QWidget):
    """One dashed row for what was cut or moved."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = text
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One row of 28."""
        return QSize(200, 28)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the dashed frame and the words."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("edge"), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2.5, 3.5, -2.5, -3.5), 4, 4)
        painter.setFont(self._theme.font("meta"))
        painter.setPen(self._theme.color("text2"))
        metrics = painter.fontMetrics()
        painter.drawText(QPointF(12, self.height() / 2 + (metrics.ascent() - metrics.descent()) / 2), self._text)


def _empty(layout: QHBoxLayout | QVBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
