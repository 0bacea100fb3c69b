"""Starts the window: the text with the first frame, then everything that takes time."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from reader.app.settings import Settings, load_settings
from reader.ui.shell import FirstPage, Shell, read_first_text
from reader.ui.theme.fonts import load_fonts, load_text_font
from reader.ui.theme.theme import Theme, load_theme


def run_window(arguments: list[str], *, quit_after_first_paint: bool = False) -> int:
    """Open the window, on a file where one is named; the exit code."""
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("reader")
    application.setApplicationDisplayName("Reader")
    load_text_font()
    settings = load_settings()
    dark = application.styleHints().colorScheme() is Qt.ColorScheme.Dark
    theme = load_theme(settings.theme or ("dark" if dark else "light"))
    path = Path(arguments[0]) if arguments else None
    shell = Shell("Reader")
    text = read_first_text(path) if path is not None else ""

    def go_on() -> None:
        if quit_after_first_paint:
            application.quit()
        else:
            _build_window(application, shell, settings, theme, path)

    _show_first(shell, text, theme, settings.text_size, go_on)
    shell.show()
    return application.exec()


def _show_first(shell: Shell, text: str, theme: Theme, size: int, go_on: Callable[[], None]) -> None:
    """Show the text, or (there is none yet) go on at once."""
    if not text:
        QTimer.singleShot(0, shell, go_on)
        return
    page = FirstPage(text, theme, size)
    page.painted.connect(go_on)
    shell.show_first(page)


def _build_window(application: QApplication, shell: Shell, settings: Settings, theme: Theme, path: Path | None) -> None:
    """Load the rest of the program and put the real window into the shell."""
    import signal

    from reader.app.messages.rendering import Renderer
    from reader.ui.theme.following import apply_theme, follow_system_theme
    from reader.ui.window import MainWindow

    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal ends the program
    load_fonts()
    apply_theme(application, theme)
    window = MainWindow(settings, Renderer(), theme)
    follow_system_theme(application, settings.theme, window.set_theme)
    if path is not None:
        window.open_path(path)
    shell.take_in(window)
    QTimer.singleShot(0, window, window.show_recent)
