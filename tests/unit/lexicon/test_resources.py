"""Finding packaged files."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.lexicon.resources import ResourceMissing, find_resource, resource_root


@pytest.fixture(autouse=True)
def _fresh_root() -> Iterator[None]:
    resource_root.cache_clear()
    yield
    resource_root.cache_clear()


def test_a_packaged_file_is_found_with_its_content() -> None:
    assert "Wexcombe" in find_resource("samples/harbour-bell.txt").read_text("utf-8")


def test_a_folder_is_found_too() -> None:
    assert find_resource("lexicon").is_dir()


def test_a_file_that_is_not_there_is_named_with_the_remedy() -> None:
    with pytest.raises(ResourceMissing, match=r"fonts/none\.otf is missing from .*; install Reader again\."):
        find_resource("fonts/none.otf")


def test_a_frozen_program_looks_beside_itself_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packed = tmp_path / "reader" / "resources"
    packed.mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource_root() == packed


def test_a_frozen_program_without_its_own_files_looks_where_its_code_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = resource_root()
    resource_root.cache_clear()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource_root() == usual
