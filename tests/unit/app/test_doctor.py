"""What the doctor finds here, and what it says where something is missing."""

from __future__ import annotations

import os
import string
import subprocess
import sys
from pathlib import Path

import pytest

from reader.app.doctor import Examination, examine, examine_dictionary, examine_qt, name_package, suits_python
from reader.app.messages.catalogue.doctor import TEXTS
from reader.app.messages.rendering import render_english
from reader.core.notes import Missing

PROJECT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def here() -> Examination:
    return examine()


def test_everything_is_here_after_the_set_up(here: Examination) -> None:
    assert here.missing == ()
    assert [found.what for found in here.found] == [
        "Python",
        "PySide6",
        "Qt platforms",
        "dictionary en-US",
        "dictionary en-GB",
        "language model",
        "resources",
    ]
    assert all(found.detail for found in here.found)


def test_the_examination_does_not_load_qt_here(here: Examination) -> None:
    program = "import sys\nfrom reader.app.doctor import examine\nexamine()\nprint('PySide6.QtCore' in sys.modules)"
    ran = run_python(program)
    assert ran.stdout == "False\n", ran.stderr


@pytest.mark.parametrize(
    ("version", "python", "suits"),
    [
        ("6.11.3", (3, 11), True),
        ("6.12.0", (3, 11), False),
        ("6.13.1", (3, 11), False),
        ("7.0.0", (3, 11), False),
        ("6.12.0", (3, 12), True),
        ("6.8", (3, 13), True),
        ("?", (3, 11), True),
    ],
)
def test_a_pyside_that_loses_references_to_none_does_not_suit_an_old_python(
    version: str, python: tuple[int, int], suits: bool
) -> None:
    assert suits_python(version, python) is suits


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libEGL.so.1", "libegl1"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libgthread-2.0.so.0", "libglib2.0-0"),
    ],
)
def test_a_missing_library_is_named_with_its_package(library: str, package: str) -> None:
    assert name_package(library) == package


def test_a_qt_that_cannot_load_its_platform_is_missing_with_the_library_and_its_package(tmp_path: Path) -> None:
    # A PySide6 of our own making, which fails as the loader does where a library is not installed.
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "__init__.py").write_text("", "utf-8")
    (tmp_path / "PySide6" / "QtGui.py").write_text(
        "raise ImportError('libEGL.so.1: cannot open shared object file: No such file or directory')", "utf-8"
    )
    assert ask_about_qt(tmp_path) == (
        "Qt library\n"
        "Qt cannot load the library libEGL.so.1, so the window cannot open.\n"
        "Debian and Ubuntu: sudo apt install libegl1. In a checkout, packaging/linux/install-system-packages installs "
        "all that Qt needs.\n"
    )


def test_a_qt_that_does_not_start_for_another_reason_is_missing_with_that_reason(tmp_path: Path) -> None:
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "__init__.py").write_text("", "utf-8")
    (tmp_path / "PySide6" / "QtGui.py").write_text("raise SystemExit('no such platform')", "utf-8")
    assert ask_about_qt(tmp_path).splitlines()[:2] == ["Qt platform", "Qt does not start: no such platform"]


def test_without_pyside_the_window_is_missing_and_the_rest_is_examined() -> None:
    program = (
        "from importlib import machinery\n"
        "usual = machinery.PathFinder.find_spec\n"
        "machinery.PathFinder.find_spec = lambda name, *rest: None if name == 'PySide6' else usual(name, *rest)\n"
        "from reader.app.doctor import examine\n"
        "seen = examine()\n"
        "print([part.what for part in seen.missing], [part.what for part in seen.found])\n"
    )
    ran = run_python(program)
    assert ran.stdout.startswith("['PySide6'] ['Python', 'dictionary en-US'"), ran.stderr


def test_an_english_that_is_not_installed_is_missing_though_another_would_answer() -> None:
    missing = examine_dictionary("en-TT")
    assert isinstance(missing, Missing)
    assert missing.what == "dictionary en-TT"
    assert "hunspell-en-tt" in render_english(missing.remedy)


def test_without_its_library_enchant_is_missing_once_and_the_rest_is_examined(tmp_path: Path) -> None:
    program = "from reader.app.doctor import examine\nprint([part.what for part in examine().missing])"
    ran = run_python(program, PYENCHANT_LIBRARY_PATH=str(tmp_path / "none.so"))
    assert ran.stdout == "['enchant']\n", ran.stderr


def test_a_wrong_pair_is_refused_without_starting_qt(tmp_path: Path) -> None:
    if sys.version_info >= (3, 12):
        pytest.skip("every PySide6 suits this Python")
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "__init__.py").write_text("raise SystemExit('started')", "utf-8")
    about = tmp_path / "PySide6_Essentials-6.12.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: PySide6-Essentials\nVersion: 6.12.0\n", "utf-8")
    assert ask_about_qt(tmp_path).startswith("PySide6 version\nPySide6 6.12.0 makes Python 3.11.")


@pytest.mark.parametrize("key", [key for key in TEXTS if not key.endswith(".remedy")])
def test_everything_that_can_be_missing_has_a_remedy_with_the_same_values(key: str) -> None:
    text, remedy = TEXTS[key], TEXTS[f"{key}.remedy"]
    assert isinstance(text, str)
    assert isinstance(remedy, str)
    values = {name for _, name, _, _ in string.Formatter().parse(text) if name}
    assert {name for _, name, _, _ in string.Formatter().parse(remedy) if name} <= values | {"package"}


def test_what_is_missing_renders_as_sentences() -> None:
    for part in examine_qt():
        if isinstance(part, Missing):
            assert render_english(part.message).endswith((".", "!"))


def ask_about_qt(first_on_path: Path) -> str:
    """What is said to be missing of Qt, with its texts, in a process that finds modules in this folder first."""
    return run_python(
        "from reader.app.doctor import examine_qt\n"
        "from reader.app.messages.rendering import render_english\n"
        "from reader.core.notes import Missing\n"
        "for part in examine_qt():\n"
        "    if not isinstance(part, Missing):\n"
        "        continue\n"
        "    print(part.what, render_english(part.message), render_english(part.remedy), sep='\\n')\n",
        first_on_path,
    ).stdout


def run_python(program: str, *folders: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join(map(str, (*folders, PROJECT)))
    return subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": path, **variables},
        capture_output=True,
        text=True,
        check=False,
    )
