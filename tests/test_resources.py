"""Packaged files are found wherever Reader runs: in a checkout, in a built wheel and in a frozen program."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
RESOURCES = PROJECT / "resources"

ASK = """
import json, sys
from pathlib import Path
frozen, *names = sys.argv[1:]
if frozen:
    sys.frozen, sys._MEIPASS = True, frozen
from reader.lexicon.resources import find_resource
print(json.dumps({name: str(find_resource(name)) for name in names}))
"""


def name_one_of_each_kind() -> list[str]:
    """The first file of every folder of resources."""
    kinds = [folder for folder in sorted(RESOURCES.iterdir()) if folder.is_dir()]
    firsts = [next((path for path in sorted(kind.rglob("*")) if path.is_file()), None) for kind in kinds]
    return [path.relative_to(RESOURCES).as_posix() for path in firsts if path]


def ask_for_resources(package_parent: Path, away: Path, frozen: str = "") -> dict[str, Path]:
    """Where a new process that runs this copy of Reader, from a folder of no matter, finds one file of each kind."""
    # The project may be installed as editable: its path must come after this copy's, so PYTHONPATH.
    ran = subprocess.run(
        [sys.executable, "-c", ASK, frozen, *name_one_of_each_kind()],
        cwd=away,
        env={**os.environ, "PYTHONPATH": str(package_parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    answer: dict[str, str] = json.loads(ran.stdout)
    return {name: Path(path) for name, path in answer.items()}


def assert_same_files(found: dict[str, Path], below: Path) -> None:
    assert {name.partition("/")[0] for name in found} >= {"fonts", "lexicon", "samples"}
    for name, path in found.items():
        assert path.is_relative_to(below)
        assert path.read_bytes() == (RESOURCES / name).read_bytes()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an unpacked wheel, built from the project as it stands."""
    built = tmp_path_factory.mktemp("built")
    ran = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(built)],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    unpacked = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(next(built.glob("*.whl"))) as archive:
        archive.extractall(unpacked)
    return unpacked


def test_a_checkout_finds_one_file_of_each_kind(tmp_path: Path) -> None:
    assert_same_files(ask_for_resources(PROJECT, tmp_path), RESOURCES)


def test_a_built_wheel_finds_one_file_of_each_kind(wheel: Path, tmp_path: Path) -> None:
    assert_same_files(ask_for_resources(wheel, tmp_path), wheel / "reader" / "resources")


def test_a_built_wheel_carries_every_packaged_file_the_command_and_the_licence(wheel: Path) -> None:
    carried = wheel / "reader" / "resources"
    assert list_files(carried) == list_files(RESOURCES)
    (about,) = wheel.glob("*.dist-info")
    assert "reader = reader.__main__:main" in (about / "entry_points.txt").read_text("utf-8")
    assert (about / "licenses" / "LICENSE").read_text("utf-8").startswith("MIT License")


def test_a_frozen_program_finds_one_file_of_each_kind(tmp_path: Path) -> None:
    packed = tmp_path / "program"
    shutil.copytree(PROJECT / "reader", packed / "reader", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(RESOURCES, packed / "reader" / "resources")
    away = tmp_path / "away"
    away.mkdir()
    assert_same_files(ask_for_resources(packed, away, frozen=str(packed)), packed)


def list_files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
