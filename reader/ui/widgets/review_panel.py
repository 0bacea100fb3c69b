"""The review panel, the same in every view: how far one is, the card, and the list of all decisions."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from reader.app.presenters.card import CardView
from reader.app.presenters.queue import IssueId, QueueView
from reader.ui.theme.theme import Theme
from reader.ui.widgets.card import CardWidget
from reader.ui.widgets.labels import style_label
from reader.ui.widgets.queue_list import ROW_HEIGHT, QueueListView

_AROUND_CARD = 36
"""The panel's margins, and the room of a scroll bar that may come."""
_ANY = 16_777_215
"""Qt's word for a height without a bound."""


class ReviewPanel(QWidget):
    """Reports `key_pressed` for keys in card and list, `chosen` and `acted` for clicks, `selected` for rows."""

    key_pressed = Signal(QKeyEvent)
    chosen = Signal(str)
    acted = Signal(str)
    selected = Signal(object)

    def __init__(self, theme: Theme, act_titles: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.head = QLabel()
        self.remark = QLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(4)
        self.card = CardWidget(theme, act_titles)
        self.list = QueueListView(theme)
        self.card_scroll = QScrollArea()
        self._compact = False
        self._box = QVBoxLayout(self)
        # Fitted later and once: a height set while Qt lays out would call for the next layout from inside this one.
        self._fit_timer = QTimer(self)
        self._fit_timer.setSingleShot(True)
        self._fit_timer.setInterval(0)
        self._fit_timer.timeout.connect(self._fit_card)
        self._build()
        self.set_theme(theme)
        self.card.chosen.connect(self.chosen)
        self.card.acted.connect(self.acted)
        self.card.key_pressed.connect(self.key_pressed)
        self.list.selected.connect(self.selected)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.head)
        head.addWidget(self.remark, 1)
        self.card_scroll.setWidget(self.card)
        self.card_scroll.setWidgetResizable(True)
        self.card_scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self.card_scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.card_scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.card_scroll.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.card_scroll.setObjectName("cardScroll")
        self.card_scroll.viewport().setObjectName("cardView")
        box = self._box
        box.setContentsMargins(12, 8, 12, 4)
        box.setSpacing(8)
        box.addLayout(head)
        box.addWidget(self.bar)
        box.addWidget(self.card_scroll)
        box.addWidget(self.list, 1)
        self.list.setMinimumHeight(4 * ROW_HEIGHT)
        self.card.resized.connect(self._fit_timer.start)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        style_label(self.head, theme, "view_title")
        style_label(self.remark, theme, "meta", "text2")
        self.card.set_theme(theme)
        self.list.set_theme(theme)

    def set_compact(self, *, compact: bool) -> None:
        """As a sheet at the bottom of a narrow or low window: the list is hidden until it is asked for."""
        if compact == self._compact:
            return
        self._compact = compact
        self.card.set_compact(compact=compact)
        self.list.setVisible(not compact)
        for widget in (self.bar, self.remark):
            widget.setVisible(not compact)
        self._box.setContentsMargins(*((12, 2, 12, 4) if compact else (12, 8, 12, 4)))
        self._box.setSpacing(2 if compact else 8)
        self._box.setStretch(2, 1 if compact else 0)
        if compact:
            # At once: the height that the card had in the wide window would keep the sheet from being low.
            self._free_card()
        self._fit_timer.start()

    def set_brief(self, *, brief: bool) -> None:
        """Beside a view that shows verdict and choices, the card holds only what the view does not."""
        self.card.set_brief(brief=brief)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the card what it needs at the new size."""
        super().resizeEvent(event)
        self._fit_timer.start()

    def _fit_card(self) -> None:
        """The card stands whole, as far as the list keeps four rows; beyond that it scrolls."""
        wanted = self.card.natural_height(self.width() - _AROUND_CARD) + 2
        room = self.height() - 64 - (0 if self._compact else 4 * ROW_HEIGHT)
        height = max(80, min(wanted, room))
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if wanted > room else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.card_scroll.setVerticalScrollBarPolicy(policy)
        if self._compact:
            self._free_card()
        elif self.card_scroll.height() != height:
            self.card_scroll.setFixedHeight(height)

    def _free_card(self) -> None:
        self.card_scroll.setMinimumHeight(0)
        self.card_scroll.setMaximumHeight(_ANY)

    def toggle_list(self) -> None:
        """Show or hide the list of a compact panel."""
        if self._compact:
            shown = self.list.isVisible()
            self.list.setVisible(not shown)
            self.card_scroll.setVisible(shown)

    def show_state(
        self,
        card: CardView | None,
        sentence: str,
        more: str,
        queue: QueueView,
        current: IssueId | None,
        head: str,
        remark: str,
    ) -> None:
        """Show the card (or a sentence), the queue, and the words above them."""
        self.head.setText(head)
        self.remark.setText(remark)
        self.bar.setRange(0, max(1, queue.total))
        self.bar.setValue(queue.decided)
        self.bar.setAccessibleName(head)
        if card is None or card.id != self.card.painted:
            self.card_scroll.verticalScrollBar().setValue(0)
        self.card.set_card(card, sentence, more)
        self.list.show_queue(queue, current)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Hand the key to whoever knows the keys of the panel."""
        self.key_pressed.emit(event)
