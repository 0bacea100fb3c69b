"""Starts the window: paint first, then everything that takes time."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from reader.app.messages.rendering import Renderer
from reader.app.settings import load_settings
from reader.ui.theme.following import apply_theme, current_theme, follow_system_theme
from reader.ui.theme.fonts import load_fonts
from reader.ui.window import MainWindow


def run_window(arguments: list[str], *, quit_after_first_paint: bool = False) -> int:
    """Open the window, on a file where one is named; the exit code."""
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("reader")
    application.setApplicationDisplayName("Reader")
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    load_fonts()
    settings = load_settings()
    theme = current_theme(application, settings.theme)
    apply_theme(application, theme)
    window = MainWindow(settings, Renderer(), theme)
    follow_system_theme(application, settings.theme, window.set_theme)
    if quit_after_first_paint:
        window.painted.connect(application.quit)
    if arguments:
        window.open_path(Path(arguments[0]))
    window.show()
    QTimer.singleShot(0, window.show_recent)
    return application.exec()
