"""The Qt application of all tests of the window, and waiting for it."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from reader.ui.theme.following import apply_theme
from reader.ui.theme.fonts import load_fonts
from reader.ui.theme.theme import load_theme


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The application, in the light theme with the bundled fonts."""
    application = QApplication.instance() or QApplication([])
    if not isinstance(application, QApplication):
        raise TypeError("another kind of application is running")
    load_fonts()
    apply_theme(application, load_theme("light"))
    return application


@pytest.fixture
def wait(qapp: QApplication) -> Callable[..., None]:
    """Let the application work until something holds; fails after some seconds."""

    def until(holds: Callable[[], object], seconds: float = 60, what: str = "it") -> None:
        end = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > end:
                pytest.fail(f"waited {seconds} s in vain for {what}")
            qapp.processEvents()
            time.sleep(0.005)

    return until
