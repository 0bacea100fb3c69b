"""A choice of the card with key cap, label and effect; and an act, a quieter button with its key."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from reader.app.presenters.card import ChoiceView
from reader.ui.theme.theme import Theme
from reader.ui.widgets.key_cap import draw_key_cap

_CAP = 20.0
_PAD = 8.0
_WIDEST_EFFECT = 190.0
"""Beyond this an effect wraps."""


class ChoiceButton(QAbstractButton):
    """One choice; the proposed one has tint and border. Clicked like any button, never holding the focus."""

    def __init__(self, theme: Theme, choice: ChoiceView, *, wide: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._choice = choice
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(f"{choice.key}: {choice.label}")
        self.setAccessibleDescription(choice.effect)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        horizontal = QSizePolicy.Policy.Expanding if wide else QSizePolicy.Policy.Maximum
        policy = QSizePolicy(horizontal, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """True: label and effect wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height of label and effect set at a width."""
        return round(self._text_height(width - self._text_left() - _PAD) + 10)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The label in one line."""
        label = QFontMetricsF(self._theme.font("body_medium")).horizontalAdvance(self._choice.label)
        effect = QFontMetricsF(self._theme.font("meta")).horizontalAdvance(self._choice.effect)
        width = round(self._text_left() + max(label, min(effect, _WIDEST_EFFECT)) + 2 * _PAD)
        return QSize(width, self.heightForWidth(max(self.width(), width)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the cap and a word."""
        return QSize(80, 30)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Be as high as label and effect need at the new width."""
        super().resizeEvent(event)
        height = self.heightForWidth(self.width())
        if height != self.height():
            self.setFixedHeight(height)

    def _text_left(self) -> float:
        return _PAD + _CAP + _PAD

    def _text_height(self, width: float) -> float:
        height = max(_CAP, self._bounds("body_medium", self._choice.label, width).height())
        if self._choice.effect:
            height += self._bounds("meta", self._choice.effect, width).height()
        return height

    def _bounds(self, step: str, text: str, width: float) -> QRectF:
        metrics = QFontMetricsF(self._theme.font(step))
        return metrics.boundingRect(QRectF(0, 0, max(width, 40), 1000), int(Qt.TextFlag.TextWordWrap), text)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint tint, border, cap, label and effect."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._choice.proposed:
            painter.setPen(QPen(self._theme.color("accent"), 1.5))
            painter.setBrush(self._theme.color("accent_tint"))
            painter.drawRoundedRect(rect, 6, 6)
        elif self.underMouse():
            painter.setPen(QPen(self._theme.color("edge"), 1))
            painter.drawRoundedRect(rect, 6, 6)
        draw_key_cap(painter, self._theme, QRectF(_PAD, 5, _CAP, _CAP), self._choice.key)
        left = self._text_left()
        width = self.width() - left - _PAD
        painter.setPen(self._theme.color("text"))
        painter.setFont(self._theme.font("body_medium"))
        label = self._bounds("body_medium", self._choice.label, width)
        top = 5 + max(0.0, (_CAP - label.height()) / 2)
        flags = int(Qt.TextFlag.TextWordWrap)
        painter.drawText(QRectF(left, top, width, label.height()), flags, self._choice.label)
        if self._choice.effect:
            painter.setFont(self._theme.font("meta"))
            painter.setPen(self._theme.color("clash" if self._choice.warning else "text2"))
            below = QRectF(left, 5 + max(_CAP, label.height()), width, 1000)
            painter.drawText(below, flags, self._choice.effect)


class ActButton(QAbstractButton):
    """An act of the card's last line: key cap and word."""

    def __init__(self, theme: Theme, key: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = key
        self._title = title
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(f"{key}: {title}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Cap and word in one line, at least 24 high."""
        metrics = QFontMetricsF(self._theme.font("meta"))
        return QSize(round(_CAP + 5 + metrics.horizontalAdvance(self._title) + 2), 24)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint cap and word; the word is underlined under the pointer."""
        del event
        painter = QPainter(self)
        draw_key_cap(painter, self._theme, QRectF(0, 2, _CAP, _CAP), self._key)
        painter.setFont(self._theme.font("meta"))
        painter.setPen(self._theme.color("text2"))
        metrics = QFontMetricsF(painter.font())
        baseline = 12 + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(_CAP + 5, baseline), self._title)
        if self.underMouse():
            painter.drawLine(QPointF(_CAP + 5, baseline + 2), QPointF(self.width(), baseline + 2))
