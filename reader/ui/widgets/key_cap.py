"""A key cap: the key of a choice or act, printed where it acts."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from reader.ui.theme.theme import Theme


def draw_key_cap(painter: QPainter, theme: Theme, rect: QRectF, key: str) -> None:
    """Draw a key cap that fills `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("edge"), 1))
    painter.setBrush(theme.color("panel"))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setFont(theme.font("key"))
    painter.setPen(theme.color("text"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()
