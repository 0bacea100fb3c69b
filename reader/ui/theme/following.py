"""Follows the system between light and dark, unless the user chose one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from reader.ui.theme.style import make_palette, make_style_sheet
from reader.ui.theme.theme import Theme, load_theme


def current_theme(application: QApplication, chosen: str) -> Theme:
    """The chosen theme, or the one the system asks for."""
    dark = application.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return load_theme(chosen or ("dark" if dark else "light"))


def apply_theme(application: QApplication, theme: Theme) -> None:
    """Set style, palette and style sheet of the whole program."""
    application.setStyle("Fusion")
    application.setPalette(make_palette(theme))
    application.setFont(theme.font("body"))
    application.setStyleSheet(make_style_sheet(theme))


def follow_system_theme(application: QApplication, chosen: str, on_theme: Callable[[Theme], None]) -> None:
    """Tell of another theme whenever the system turns light or dark, where the user left it to the system."""

    def turn(_scheme: Qt.ColorScheme) -> None:
        theme = current_theme(application, chosen)
        apply_theme(application, theme)
        on_theme(theme)

    if not chosen:
        application.styleHints().colorSchemeChanged.connect(turn)
