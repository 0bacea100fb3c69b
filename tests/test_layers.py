"""Who may import whom: read from the source, and proved by importing everything without PySide6."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
PACKAGE = PROJECT / "reader"

MAY_IMPORT = {
    "core": (),
    "text": ("core",),
    "lexicon": ("text", "core"),
    "checks": ("lexicon", "text", "core"),
    "formats": ("lexicon", "text", "core"),
    "storage": ("lexicon", "text", "core"),
    "app": ("checks", "formats", "storage", "lexicon", "text", "core"),
    "worker": ("app", "checks", "formats", "storage", "lexicon", "text", "core"),
    "cli": ("app", "checks", "formats", "storage", "lexicon", "text", "core"),
    "ui": ("app", "checks", "formats", "storage", "lexicon", "text", "core"),
    "__main__": ("worker", "cli", "ui", "app"),
}
"""Each layer with those below it; `reader` itself, the version, is open to all."""

FAMILIES = ("duplicates", "names", "spelling", "cleanup", "house_style", "grammar")

HOMES = {
    "PySide6": "reader.ui",
    "shiboken6": "reader.ui",
    "enchant": "reader.lexicon",
    "spacy": "reader.checks.names",
    "harper": "reader.checks.grammar",
    "ftfy": "reader.checks.cleanup",
    "docx": "reader.formats",
    "lxml": "reader.formats",
    "chardet": "reader.formats",
    "markdown_it": "reader.formats",
    "platformdirs": "reader.app",
    "rich": "reader.cli",
}
"""Where each third-party name may be imported; one that is not here has no home yet."""

IN_ONE_MODULE = ("harper", "ftfy", "chardet")

NETWORK = (
    "socket", "socketserver", "ssl", "http", "urllib.request", "ftplib", "smtplib", "poplib", "imaplib", "nntplib",
    "telnetlib", "xmlrpc", "asyncio", "wsgiref", "webbrowser", "multiprocessing.connection", "multiprocessing.managers",
    "PySide6.QtNetwork", "PySide6.QtNetworkAuth", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore",
    "PySide6.QtWebEngineWidgets", "PySide6.QtHttpServer",
)  # fmt: skip


@dataclass(frozen=True)
class Import:
    """One imported module, as a dotted name; `for_types` where only a type checker reads the line."""

    importer: str
    name: str
    line: int
    for_types: bool = False

    def __str__(self) -> str:
        return f"{self.importer}:{self.line} imports {self.name}"


def name_module(path: Path, top: Path) -> str:
    parts = path.relative_to(top).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def read_imports(importer: str, source: str, *, modules: frozenset[str]) -> Iterator[Import]:
    """All imports, also those inside functions; `from package import module` names the module."""
    tree = ast.parse(source)
    for_types = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(importer, alias.name, node.lineno, node in for_types)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{importer}:{node.lineno}: write the whole name of the module"
            assert node.module is not None
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            of_modules = inner & modules | {name for name in inner if name in NETWORK}
            for name in sorted(of_modules) or [node.module]:
                yield Import(importer, name, node.lineno, node in for_types)


def layer_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def family_of(module: str) -> str:
    parts = module.split(".")
    return parts[2] if parts[:2] == ["reader", "checks"] and len(parts) > 2 and parts[2] in FAMILIES else ""


def is_inside(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


def crosses_layers(found: Import) -> bool:
    if not is_inside(found.name, "reader"):
        return False
    own, other = layer_of(found.importer), layer_of(found.name)
    if other in ("", own):
        return own == "" and other != ""
    return other not in MAY_IMPORT.get(own, ())


def joins_families(found: Import) -> bool:
    own, other = family_of(found.importer), family_of(found.name)
    return bool(own and other and own != other)


def is_homeless(found: Import) -> bool:
    top = found.name.partition(".")[0]
    if top in ("reader", "__future__") or top in sys.stdlib_module_names:
        return False
    return top not in HOMES or not is_inside(found.importer, HOMES[top])


def reaches_the_network(found: Import) -> bool:
    return any(is_inside(found.name, name) for name in NETWORK)


def find_cycle(imports: list[Import]) -> list[str]:
    """Modules of Reader that import one another in a ring, also from inside functions; empty where none do."""
    graph: dict[str, set[str]] = {}
    for found in imports:
        if is_inside(found.name, "reader") and found.name != found.importer and not found.for_types:
            graph.setdefault(found.importer, set()).add(found.name)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        ring: list[str] = error.args[1]
        return ring[::-1]
    return []


RULES = (crosses_layers, joins_families, is_homeless, reaches_the_network)


@pytest.fixture(scope="module")
def sources() -> dict[str, str]:
    return {name_module(path, PROJECT): path.read_text("utf-8") for path in PACKAGE.rglob("*.py")}


@pytest.fixture(scope="module")
def imports(sources: dict[str, str]) -> list[Import]:
    modules = frozenset(sources)
    return [found for name, source in sources.items() for found in read_imports(name, source, modules=modules)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_no_import_breaks_the_layers(imports: list[Import], rule: object) -> None:
    assert callable(rule)
    assert [str(found) for found in imports if rule(found)] == []


def test_every_layer_is_there_and_has_modules(sources: dict[str, str]) -> None:
    assert {layer_of(name) for name in sources} - {""} == set(MAY_IMPORT)


@pytest.mark.parametrize("name", IN_ONE_MODULE)
def test_a_library_that_may_have_to_be_replaced_stands_in_one_module(imports: list[Import], name: str) -> None:
    importers = {found.importer for found in imports if found.name.partition(".")[0] == name}
    assert len(importers) <= 1, importers


def test_there_is_no_cycle_of_imports(imports: list[Import]) -> None:
    assert find_cycle(imports) == []


def test_a_cycle_is_seen_through_functions_and_not_through_types() -> None:
    sources = {
        "reader.a": "import reader.b",
        "reader.b": "def f():\n    from reader import c",
        "reader.c": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import reader.a",
    }
    imports = [
        one for name, source in sources.items() for one in read_imports(name, source, modules=frozenset(sources))
    ]
    assert find_cycle(imports) == []
    assert set(find_cycle([*imports, Import("reader.c", "reader.a", 1)])) == set(sources)


def test_the_package_itself_holds_the_version_and_nothing_else(sources: dict[str, str]) -> None:
    docstring, *rest = ast.parse(sources["reader"]).body
    assert isinstance(docstring, ast.Expr)
    assert [ast.unparse(node).partition(" = ")[0] for node in rest] == ["__version__"]


def test_packages_do_nothing_when_they_are_imported(sources: dict[str, str]) -> None:
    packages = {name for name in sources if any(other.startswith(f"{name}.") for other in sources)} - {"reader"}
    busy = {name for name in packages if len(ast.parse(sources[name]).body) > 1}
    assert busy == set()


@pytest.mark.parametrize(
    ("importer", "line", "rule"),
    [
        ("reader.core.spans", "from reader.text import words", crosses_layers),
        ("reader.core.spans", "def f():\n    import reader.app.session", crosses_layers),
        ("reader.checks.engine", "from reader.formats.read import read_file", crosses_layers),
        ("reader.storage.library", "import reader.checks.kinds", crosses_layers),
        ("reader.ui.window", "from reader.cli import run", crosses_layers),
        ("reader.app.session", "from reader.worker import main", crosses_layers),
        ("reader", "from reader.core import spans", crosses_layers),
        ("reader.checks.names.people", "from reader.checks.spelling.word import WORD_CHECK", joins_families),
        ("reader.app.session", "from PySide6.QtCore import QObject", is_homeless),
        ("reader.checks.cleanup.quotes", "import enchant", is_homeless),
        ("reader.app.session", "import numpy", is_homeless),
        ("reader.app.session", "import urllib.request", reaches_the_network),
        ("reader.app.session", "from urllib import request", reaches_the_network),
        ("reader.ui.window", "from PySide6 import QtNetwork", reaches_the_network),
        ("reader.app.session", "from http.client import HTTPConnection", reaches_the_network),
    ],
)
def test_the_rules_see_what_is_forbidden(importer: str, line: str, rule: object) -> None:
    assert callable(rule)
    modules = frozenset({"reader.text.words", "reader.cli.run", "reader.core.spans"})
    assert [found for found in read_imports(importer, line, modules=modules) if rule(found)]


@pytest.mark.parametrize(
    ("importer", "line"),
    [
        ("reader.checks.names.people", "from reader.checks.kinds import Check"),
        ("reader.app.session", "from reader.core import spans"),
        ("reader.cli.parser", "from reader import __version__"),
        ("reader.ui.window", "from PySide6.QtWidgets import QWidget"),
        ("reader.formats.html", "from urllib.parse import urljoin"),
        ("reader.__main__", "from reader import worker"),
    ],
)
def test_the_rules_let_pass_what_is_allowed(importer: str, line: str) -> None:
    modules = frozenset({"reader.core.spans", "reader.worker"})
    found = list(read_imports(importer, line, modules=modules))
    assert found
    assert not [one for one in found if any(rule(one) for rule in RULES)]


IMPORT_ALL = """
import importlib, sys, warnings

class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(f"{name} is blocked")

sys.meta_path.insert(0, Blocker())
try:
    importlib.import_module("PySide6.QtCore")
except ImportError:
    pass
else:
    sys.exit("the blocker does not block")
for name in sys.argv[1:]:
    importlib.import_module(name)
print(len(sys.argv) - 1, any(name.startswith("PySide6") for name in sys.modules))
"""


def test_every_module_outside_the_window_is_imported_without_pyside6(sources: dict[str, str]) -> None:
    names = sorted(name for name in sources if layer_of(name) != "ui")
    ran = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL, *names], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stdout) == (0, f"{len(names)} False\n"), ran.stderr
