"""The command line as scripts see it: exit codes, one JSON object a line, offsets, files that fail."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

TEXT = (
    "The mayor said, “We kept it all safe.’ They recieved aid.\r\n\r\n"
    "The long bridge over the river was opened on Monday by the mayor and her two sons.\r\n\r\n"
    "It was  late. to have.\r\n\r\n"
    "The long bridge over the river was opened on Monday by the mayor and her two sons.\r\n"
)


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reader", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode())
    return path


def check(path: Path, *more: str) -> dict[str, Any]:
    done = run("check", path, "--format", "json", *more)
    assert done.returncode == 0, done.stderr
    (line,) = done.stdout.splitlines()
    result: dict[str, Any] = json.loads(line)
    return result


def test_text_prints_the_file_as_stored_and_its_blocks(article: Path) -> None:
    done = run("text", article, "--format", "json")
    result = json.loads(done.stdout)
    assert list(result) == ["file", "format", "encoding", "language", "meta", "text", "blocks", "notes"]
    assert result["text"] == TEXT
    for block in result["blocks"]:
        assert result["text"][block["start"] : block["end"]] == block["text"]
    assert run("text", article).stdout.splitlines()[0] == TEXT.split("\r\n", maxsplit=1)[0]


def test_check_has_all_keys_of_the_contract(article: Path) -> None:
    result = check(article)
    keys = ["findings", "duplicates", "entities", "groups", "variants", "timing_ms"]
    assert [key for key in result if key in keys] == keys
    finding = result["findings"][0]
    assert {"rule", "family", "severity", "class", "start", "end", "quote", "message", "key", "values", "score"} <= set(
        finding
    )
    assert {f["rule"] for f in result["findings"]} >= {"quotes.mismatched", "spelling.word", "fragments.lower_case"}
    (pair,) = result["duplicates"]
    assert pair["kind"] == "exact"
    assert result["text"][slice(*pair["a"])] == result["text"][slice(*pair["b"])]


def test_offsets_point_at_the_quote_and_edits_give_the_text_after_the_fix(article: Path) -> None:
    result = check(article)
    text = result["text"]
    for finding in result["findings"]:
        assert text[finding["start"] : finding["end"]] == finding["quote"]
    mended = next(f for f in result["findings"] if f["rule"] == "quotes.mismatched")["fixes"][0]
    for edit in sorted(mended["edits"], key=lambda edit: -edit["start"]):
        text = text[: edit["start"]] + edit["new"] + text[edit["end"] :]
    assert text == TEXT.replace("safe.’", "safe.”")


def test_only_the_families_asked_for_are_reported(article: Path) -> None:
    assert {f["family"] for f in check(article, "--only", "spelling")["findings"]} == {"spelling"}
    assert run("check", article, "--only", "grammer").returncode == 2


def test_fail_on_says_so_with_its_exit_code(article: Path) -> None:
    assert run("check", article, "--only", "cleanup", "--fail-on", "error").returncode == 1
    assert run("check", article, "--only", "duplicates", "--fail-on", "error").returncode == 0


def test_a_file_that_fails_is_named_and_the_others_go_on(article: Path, tmp_path: Path) -> None:
    done = run("text", tmp_path / "gone.txt", article, "--format", "json")
    assert done.returncode == 3
    failed, read = map(json.loads, done.stdout.splitlines())
    assert failed.keys() == {"file", "error"}
    assert read["file"] == str(article)
    assert "gone.txt" in done.stderr


def test_clean_writes_copy_and_redline_and_never_the_file_itself(article: Path, tmp_path: Path) -> None:
    out, redline = tmp_path / "out.docx", tmp_path / "redline.docx"
    done = run("clean", article, "-o", out, "--fix", "all", "--redline", redline)
    assert done.returncode == 0, done.stderr
    cleaned = run("text", out).stdout
    assert "safe.”" in cleaned
    assert "received" in cleaned
    assert cleaned.count("The long bridge") == 1
    assert article.read_bytes() == TEXT.encode()
    assert run("clean", article, "-o", article).returncode == 2
    assert run("clean", article, "-o", tmp_path / "out.xyz").returncode == 2


def test_safe_changes_only_what_cannot_change_meaning(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    assert run("clean", article, "-o", out).returncode == 0
    assert out.read_bytes().decode() == TEXT.replace("was  late", "was late")


def test_a_fixed_date_gives_the_same_bytes(article: Path, tmp_path: Path) -> None:
    files = [tmp_path / "one.docx", tmp_path / "two.docx"]
    for file in files:
        assert run("clean", article, "-o", file, "--fix", "all", "--date", "2026-11-24").returncode == 0
    assert files[0].read_bytes() == files[1].read_bytes()
    assert run("clean", article, "-o", files[0], "--date", "yesterday").returncode == 2


def test_rules_are_listed_with_their_examples() -> None:
    rules = [json.loads(line) for line in run("rules", "--format", "json").stdout.splitlines()]
    assert all({"id", "family", "title", "why", "default", "safety", "examples"} <= rule.keys() for rule in rules)
    assert "quotes.mismatched" in {rule["id"] for rule in rules}


def test_what_is_missing_is_named_and_the_other_families_work(article: Path) -> None:
    lacking = {**os.environ, "PYENCHANT_LIBRARY_PATH": "/gone/libenchant.so"}
    command = [sys.executable, "-m", "reader", "check", str(article), "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, env=lacking)
    assert done.returncode == 4
    result = json.loads(done.stdout)
    assert result["missing"][0].keys() == {"what", "remedy"}
    assert {f["family"] for f in result["findings"]} == {"duplicates", "cleanup"}
    assert result["missing"][0]["remedy"] in done.stderr


def test_usage_errors_and_help() -> None:
    assert run("check").returncode == 2
    assert run("--help").returncode == 0
    assert "check" in run("--help").stdout


def test_a_closed_pipe_ends_it_quietly(article: Path) -> None:
    command = f'"{sys.executable}" -m reader rules | head -1'
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
