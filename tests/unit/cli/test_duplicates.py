"""`reader duplicates`: passages that stand twice within and across files, as the contract says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reader.cli.run import run

BRIDGE = "The old bridge over the Tamble will close to lorries on Monday while masons repair its northern arch."
FERRY = "A small ferry will carry cyclists across the river free of charge until the work is done."
DEAD = "The storm killed {} people in the harbour of Velm on Monday before the boats could be brought in."
STORY = [
    BRIDGE,
    FERRY,
    "The mayor, Ines Calder, asked drivers to take the road through Holt instead of the river road.",
]


def write(folder: Path, name: str, *texts: str, end: str = "\n\n") -> str:
    path = folder / name
    path.write_bytes(end.join(texts).encode())
    return str(path)


def run_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[dict[str, Any]]]:
    code = run(["duplicates", *arguments, "--format", "json"])
    return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def text_of(passage: dict[str, Any]) -> str:
    return Path(passage["file"]).read_bytes().decode()[passage["start"] : passage["end"]]


def test_a_passage_of_one_file_is_found_in_another_with_offsets_as_stored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = write(tmp_path, "one.txt", "Bridge closes", BRIDGE, FERRY, end="\r\n\r\n")
    other = write(tmp_path, "other.txt", "News from the river", "Nothing else happened.", BRIDGE)
    code, (found,) = run_json(capsys, one, other)
    (group,) = found["groups"]
    assert code == 0
    assert group["kind"] == "exact"
    assert (group["reference"]["file"], text_of(group["reference"])) == (one, BRIDGE)
    assert [(copy["file"], text_of(copy)) for copy in group["copies"]] == [(other, BRIDGE)]


def test_what_a_copy_adds_and_what_contradicts_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = write(tmp_path, "one.txt", "The storm", DEAD.format("twelve"), BRIDGE)
    longer = BRIDGE.replace("on Monday", "on Monday at dawn, for the first time in years,")
    other = write(tmp_path, "other.txt", "Storm", DEAD.format("twenty"), longer)
    _, (found,) = run_json(capsys, one, other)
    clash, adding = found["groups"]
    assert clash["kind"] == "conflict"
    assert clash["copies"][0]["conflict"] == [["twelve", "twenty"]]
    assert adding["copies"][0]["adds"] == ["at dawn, for the first time in years"]


def test_paragraphs_in_a_row_are_one_group_besides(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = write(tmp_path, "one.txt", "Bridge closes", *STORY)
    other = write(tmp_path, "other.txt", "From the wire", "Our reader writes.", *STORY)
    _, (found,) = run_json(capsys, one, other)
    (row,) = [group for group in found["groups"] if group.get("run")]
    assert text_of(row["reference"]) == text_of(row["copies"][0]) == "\n\n".join(STORY)


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = write(tmp_path, "one.txt", "Bridge closes", BRIDGE, FERRY, BRIDGE)
    missing = str(tmp_path / "missing.txt")
    code, lines = run_json(capsys, one, missing)
    assert code == 3
    assert lines[0]["file"] == missing
    assert lines[0]["error"]
    assert len(lines[1]["groups"]) == 1


def test_people_read_which_paragraph_repeats_which(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = write(tmp_path, "one.txt", "Bridge closes", BRIDGE, FERRY, BRIDGE)
    assert run(["duplicates", one]) == 0
    shown = capsys.readouterr().out
    assert "¶4" in shown
    assert "¶2" in shown
    assert "word for word" in shown
    assert run(["duplicates", write(tmp_path, "two.txt", "Nothing", FERRY)]) == 0
    assert "Nothing stands twice" in capsys.readouterr().out
