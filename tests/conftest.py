"""What every test shares: no display, a home of its own, examples by hypothesis, silence from Qt, labelled texts."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

PROJECT = Path(__file__).resolve().parent.parent
SHARED = PROJECT.parent / "shared"

# Set before any test module is imported, for some read it then; processes that tests start inherit it.
_HOME = tempfile.TemporaryDirectory(prefix="reader-tests-", ignore_cleanup_errors=True)
for _name, _folder in {
    "HOME": "",
    "USERPROFILE": "",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_CACHE_HOME": ".cache",
    "XDG_STATE_HOME": ".local/state",
    "XDG_RUNTIME_DIR": "run",
}.items():
    _path = Path(_HOME.name, _folder)
    _path.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.environ[_name] = str(_path)
os.environ["QT_QPA_PLATFORM"] = "offscreen"

# A slow machine is no failure, so no deadline; in continuous integration the same examples every time.
settings.register_profile("reader", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "reader")


@pytest.fixture
def project() -> Path:
    """The project's folder."""
    return PROJECT


@pytest.fixture
def sample() -> Path:
    """The sample article."""
    return PROJECT / "resources" / "samples" / "harbour-bell.txt"


@pytest.fixture
def shared() -> Path:
    """The folder of labelled texts beside the project; skips where it is missing."""
    if not SHARED.is_dir():
        pytest.skip("needs ../shared, the labelled texts beside the project")
    return SHARED


@pytest.fixture(autouse=True)
def _quiet_qt(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test during which Qt logged a warning or worse, in the folders whose tests use Qt."""
    folders = request.path.relative_to(PROJECT).parts
    if "PySide6" not in sys.modules and not {"ui", "journeys", "benchmarks"} & set(folders):
        yield
        return
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    own_limits = "This plugin does not support"  # what the offscreen platform says of raise() and its like
    logged: list[str] = []

    def keep(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        del context
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and not text.startswith(own_limits):
            logged.append(f"{kind.name}: {text}")

    before = qInstallMessageHandler(keep)
    yield
    qInstallMessageHandler(before)
    if logged:
        pytest.fail("Qt logged:\n" + "\n".join(logged), pytrace=False)
