"""Labels in a step of type and a colour role, set so that no style sheet takes them back."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from reader.ui.theme.theme import Theme


def style_label(label: QLabel, theme: Theme, step: str, role: str = "text") -> None:
    """Set a label in a step of interface type and the colour of a role."""
    size, weight = theme.steps[step]
    label.setFont(theme.font(step))
    label.setStyleSheet(
        f"color: {theme.colors[role]}; font-size: {size}px; font-weight: {weight}; background: transparent;"
    )
