"""The card: the issue in hand, painted whole; its choices are buttons with their keys printed on them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from reader.app.presenters.card import CardView, QuoteSegment
from reader.app.presenters.queue import IssueId
from reader.ui.theme.icons import make_icon
from reader.ui.theme.theme import Theme
from reader.ui.widgets.choice_button import ActButton, ChoiceButton
from reader.ui.widgets.labels import style_label

ACTS = (("edit", "E"), ("query", "Q"), ("ignore", "I"), ("checked", "V"), ("stet", "S"))
"""The last line of acts, each with its key."""

_MOST_PLACES = 6
_ACT_COLUMNS = 3


class CardWidget(QFrame):
    """Shows a card or, where there is none, a sentence. `painted` is the id of the card that the eye has seen."""

    chosen = Signal(str)
    acted = Signal(str)
    resized = Signal()
    key_pressed = Signal(QKeyEvent)

    def __init__(self, theme: Theme, act_titles: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.painted: IssueId | None = None
        self._theme = theme
        self._act_titles = act_titles
        self._view: CardView | None = None
        self._compact = False
        self._brief = False
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(12, 12, 12, 12)
        self._box.setSpacing(4)
        self._body: QWidget | None = None

    def set_theme(self, theme: Theme) -> None:
        """Take another theme and draw the card anew."""
        self._theme = theme
        view, self._view = self._view, None
        if view is not None:
            self.set_card(view, "")

    def set_compact(self, *, compact: bool) -> None:
        """In a low window the choices stand side by side and the quotation is left out."""
        if compact != self._compact:
            self._compact = compact
            edge = 8 if compact else 12
            self._box.setContentsMargins(edge + 4, edge, edge + 4, edge)
            view, self._view = self._view, None
            if view is not None:
                self.set_card(view, "")

    def set_brief(self, *, brief: bool) -> None:
        """Without quotation and choices, where the view beside the card shows them."""
        if brief != self._brief:
            self._brief = brief
            view, self._view = self._view, None
            if view is not None:
                self.set_card(view, "")

    def set_card(self, view: CardView | None, sentence: str, more: str = "") -> None:
        """Show a card, or a sentence where there is none; `more` names places beyond those listed."""
        if view is not None and view == self._view:
            return
        self._view = view
        self.painted = None
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
        self._body = QWidget(self)
        box = QVBoxLayout(self._body)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        if view is None:
            box.addWidget(self._label(sentence, "body"))
        else:
            self._fill(box, view, more)
        self._box.addWidget(self._body)
        QTimer.singleShot(0, self, self.resized.emit)
        self.setAccessibleName(view.verdict if view else sentence)
        self.setAccessibleDescription(view.meta if view else "")

    def natural_height(self, width: int) -> int:
        """The height at which nothing is cut off, at a width."""
        layout = self.layout()
        if layout is None:
            return self.sizeHint().height()
        layout.activate()
        least = layout.totalMinimumSize().height()
        return max(least, layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else 0)

    def event(self, event: QEvent) -> bool:
        """Tell when the parts of the card have asked for another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.resized.emit()
        return super().event(event)

    def _fill(self, box: QVBoxLayout, view: CardView, more: str) -> None:
        brief = self._brief and not self._compact
        head = QHBoxLayout()
        head.setSpacing(8)
        icon = QLabel()
        icon.setPixmap(make_icon(view.look.value, self._theme).pixmap(QSize(16, 16)))
        icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        head.addWidget(icon)
        verdict = self._label(view.meta if brief else view.verdict, "meta" if brief else "card_title")
        verdict.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        head.addWidget(verdict, 1)
        box.addLayout(head)
        if brief:
            box.addLayout(self._acts())
            return
        if not self._compact:
            box.addWidget(self._label(view.meta, "meta", color="text2"))
            box.addSpacing(4)
            box.addWidget(self._quote(view.quote))
            if view.evidence:
                box.addWidget(self._label(view.evidence, "meta", color="text2"))
            box.addSpacing(4)
        self._add_choices(box, view)
        if not self._compact:
            self._add_places(box, view, more)
        box.addLayout(self._acts())

    def _add_choices(self, box: QVBoxLayout, view: CardView) -> None:
        row: QVBoxLayout | QHBoxLayout = QHBoxLayout() if self._compact else QVBoxLayout()
        row.setSpacing(4)
        for choice in view.choices:
            shown = replace(choice, effect="") if self._compact else choice
            button = ChoiceButton(self._theme, shown, wide=not self._compact)
            button.setToolTip(choice.effect)
            button.clicked.connect(lambda _checked=False, key=choice.key: self.chosen.emit(key))
            row.addWidget(button)
        if self._compact:
            row.addStretch(1)
        box.addLayout(row)

    def _add_places(self, box: QVBoxLayout, view: CardView, more: str) -> None:
        for place in view.places[:_MOST_PLACES]:
            color = self._theme.color("text").name()
            dim = self._theme.color("text2").name()
            text = (
                f'<span style="color:{dim}">{place.place} {_html(place.before)}</span>'
                f'<b style="color:{color}">{_html(place.change)}</b>'
                f'<span style="color:{dim}">{_html(place.after)}</span>'
            )
            box.addWidget(self._label(text, "meta", rich=True))
        if len(view.places) > _MOST_PLACES and more:
            box.addWidget(self._label(more, "meta", color="text2"))

    def _acts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setContentsMargins(0, 8, 0, 0)
        columns = len(ACTS) if self._compact else _ACT_COLUMNS
        for n, (act, key) in enumerate(ACTS):
            button = ActButton(self._theme, key.lower(), self._act_titles[act])
            button.clicked.connect(lambda _checked=False, act=act: self.acted.emit(act))
            grid.addWidget(button, n // columns, n % columns)
        grid.setColumnStretch(columns, 1)
        return grid

    def _quote(self, segments: tuple[QuoteSegment, ...]) -> QLabel:
        tint, color = self._theme.color("cleanup_tint").name(), self._theme.color("text").name()
        parts = []
        for segment in segments:
            text = _html(segment.text.replace("\u2028", " "))
            parts.append(f'<u style="background:{tint}">{text}</u>' if segment.faulty else text)
        html = f'<p style="line-height:22px; color:{color}">{"".join(parts)}</p>'
        label = self._label(html, "quote", rich=True)
        label.setFont(self._theme.text_font(15))
        label.setStyleSheet("background: transparent; font-size: 15px; font-family: 'Charis SIL';")
        return label

    def _label(self, text: str, step: str, *, color: str = "text", rich: bool = False) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        if step != "quote":
            style_label(label, self._theme, step, color)
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        return label

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint; a moment later the card counts as seen."""
        super().paintEvent(event)
        if self._view is not None and self.painted != self._view.id:
            shown = self._view.id
            QTimer.singleShot(0, self, lambda: self._note_painted(shown))

    def _note_painted(self, shown: IssueId) -> None:
        if self._view is not None and self._view.id == shown:
            self.painted = shown

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Keys of the panel are the panel's: told, not passed up, for the scroll area between keeps the arrows."""
        self.key_pressed.emit(event)


def _html(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
