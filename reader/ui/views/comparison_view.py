"""The duplicate view: map, the pair in hand with the kept copy left, choices, and how it reads afterwards."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from reader.app.messages.rendering import Renderer
from reader.app.presenters.afterwards import AfterwardsLine
from reader.app.presenters.card import CardView
from reader.app.presenters.comparison import ComparisonView, CopyView, MarkedText
from reader.app.presenters.copies_map import MapView
from reader.core.duplicates import WordState
from reader.ui.theme.icons import make_icon
from reader.ui.theme.theme import Theme
from reader.ui.widgets.choice_button import ChoiceButton
from reader.ui.widgets.copies_map import CopiesMapWidget
from reader.ui.widgets.copy_rows import CopyRowsWidget
from reader.ui.widgets.copy_side import CopySide, LegendWidget
from reader.ui.widgets.flow_layout import FlowLayout
from reader.ui.widgets.labels import style_label
from reader.ui.widgets.marked_text import MarkedTextWidget
from reader.ui.widgets.merge_form import MergeForm

_MAP_FROM = 820
"""Width of the view from which the map has room: the window is 1200 wide then."""


class DuplicatesView(QWidget):
    """Shows a comparison, or a sentence where there is none; reports `chosen` for a click on a choice."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, render: Renderer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparison")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._theme = theme
        self._compact = False
        self._choice_keys: tuple[object, ...] = ()
        self.map = CopiesMapWidget(theme)
        self.verdict = _wrapped()
        self.evidence = _wrapped()
        self.kept = CopySide(theme, kept=True)
        self.copy = CopySide(theme, kept=False)
        self.rows_title = QLabel()
        self.rows = CopyRowsWidget(theme)
        self.legend = LegendWidget(theme, _legend_words(render), render.text("compare.legend_ignored"))
        self.warnings = WarningsWidget(theme)
        self.keys = _wrapped()
        self.afterwards_title = QLabel()
        self.merge = MergeForm(theme, render)
        self._deciding = QWidget()
        self._choices = FlowLayout(spacing=8)
        self._afterwards = QVBoxLayout()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._scroller = QScrollArea()
        self._build()
        self.set_theme(theme)

    def _build(self) -> None:
        page = QWidget()
        page.setObjectName("page")
        right = QVBoxLayout()
        right.setSpacing(8)
        for widget in (self.rows_title, self.rows, self.copy):
            right.addWidget(widget)
        right.addStretch(1)
        self._sides.setSpacing(24)
        self._sides.addWidget(self.kept, 1)
        self._sides.addLayout(right, 1)
        box = QVBoxLayout(page)
        box.setContentsMargins(24, 16, 24, 16)
        box.setSpacing(8)
        box.addWidget(self.verdict)
        box.addWidget(self.evidence)
        box.addLayout(self._sides)
        box.addWidget(self.legend)
        box.addWidget(self._deciding)
        box.addWidget(self.merge)
        box.addStretch(1)
        self._build_deciding()
        self.merge.setVisible(False)
        self._scroller.setWidgetResizable(True)
        self._scroller.setFrameShape(QFrame.Shape.NoFrame)
        self._scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroller.setWidget(page)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.map)
        outer.addWidget(self._scroller, 1)

    def _build_deciding(self) -> None:
        """Warnings, choices, keys, and how it reads afterwards: what a merge takes the place of."""
        line = QFrame()
        line.setObjectName("divider")
        line.setFixedHeight(1)
        box = QVBoxLayout(self._deciding)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.warnings)
        box.addLayout(self._choices)
        box.addWidget(self.keys)
        box.addWidget(line)
        box.addWidget(self.afterwards_title)
        box.addLayout(self._afterwards)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        style_label(self.verdict, theme, "view_title")
        style_label(self.evidence, theme, "meta", "text2")
        style_label(self.keys, theme, "meta", "text2")
        style_label(self.rows_title, theme, "meta", "text2")
        style_label(self.afterwards_title, theme, "card_title")
        for part in (self.map, self.kept, self.copy, self.rows, self.legend, self.warnings, self.merge):
            part.set_theme(theme)
        self._choice_keys = ()

    def show_comparison(
        self, view: ComparisonView | None, card: CardView | None, copies: MapView, sentence: str, keys: str
    ) -> None:
        """Show the pair in hand with its choices, or a sentence; the map and the line of keys."""
        merging = view is not None and view.merge is not None
        began = merging and self.merge.isHidden()
        self.map.show_map(copies)
        self.verdict.setText(view.verdict if view else sentence)
        self.evidence.setText(view.evidence if view else "")
        self.evidence.setVisible(bool(view and view.evidence))
        self._deciding.setVisible(view is not None and not merging)
        self.merge.setVisible(merging)
        self.keys.setText(keys)
        self._show_sides(view.kept if view else None, view.copy if view else None)
        self.rows_title.setText(view.rows_title if view else "")
        self.rows_title.setVisible(bool(view and view.rows))
        self.rows.show_rows(view.rows if view else ())
        self.warnings.show_warnings(view.warnings if view else ())
        self._show_choices(card if view and not self._compact else None)
        self.afterwards_title.setText(view.afterwards_title if view else "")
        self._show_afterwards(view.afterwards if view else ())
        if view is not None and view.merge is not None:
            self.merge.show_merge(view.merge)
        if began:
            self.merge.begin()

    def _show_sides(self, kept: CopyView | None, copy: CopyView | None) -> None:
        self.kept.setVisible(kept is not None)
        self.copy.setVisible(copy is not None)
        for side, shown in ((self.kept, kept), (self.copy, copy)):
            if shown is not None:
                side.show_copy(shown)
        states = {piece.state for side in (kept, copy) if side is not None for piece in side.text}
        self.legend.show_states(frozenset(states))
        self.legend.setVisible(kept is not None and states != {WordState.SAME})

    def _show_choices(self, card: CardView | None) -> None:
        choices = card.choices if card else ()
        if choices == self._choice_keys:
            return
        self._choice_keys = choices
        _empty(self._choices)
        for choice in choices:
            button = ChoiceButton(self._theme, choice, wide=False)
            button.clicked.connect(lambda _checked=False, key=choice.key: self.chosen.emit(key))
            self._choices.addWidget(button)

    def _show_afterwards(self, lines: Sequence[AfterwardsLine]) -> None:
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

    def set_compact(self, *, compact: bool) -> None:
        """In a small window the copies stand one above the other in smaller type; the sheet has the choices."""
        self._compact = compact
        direction = QBoxLayout.Direction.TopToBottom if compact else QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(direction)
        size, pitch = (15, 24) if compact else (17, 27)
        self.kept.set_pitch(size, pitch)
        self.copy.set_pitch(size, pitch)
        self.map.setVisible(not compact and self.width() >= _MAP_FROM)
        if compact:
            self._show_choices(None)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The map folds away where there is no room for it."""
        super().resizeEvent(event)
        self.map.setVisible(not self._compact and self.width() >= _MAP_FROM)


class WarningsWidget(QWidget):
    """What a choice takes away besides words: a flag and a sentence each."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[str, ...] = ()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        shown, self._shown = self._shown, ()
        self.show_warnings(shown)

    def show_warnings(self, warnings: Sequence[str]) -> None:
        """Show other warnings; hidden where there are none."""
        self.setVisible(bool(warnings))
        if tuple(warnings) == self._shown:
            return
        self._shown = tuple(warnings)
        _empty(self._box)
        for warning in warnings:
            self._box.addWidget(self._line(warning))

    def _line(self, warning: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        icon = QLabel()
        icon.setPixmap(make_icon("warning", self._theme).pixmap(QSize(16, 16)))
        text = _wrapped()
        text.setText(warning)
        style_label(text, self._theme, "body_medium")
        row.addWidget(icon)
        row.addWidget(text, 1)
        return line


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


def _wrapped() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    return label


def _legend_words(render: Renderer) -> dict[WordState, str]:
    states = (WordState.CLASH, WordState.DIFFERS, WordState.MOVED, WordState.ADDS)
    return {state: render.text(f"compare.legend_{state.value}") for state in states}


def _empty(layout: FlowLayout | QVBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
