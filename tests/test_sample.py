"""The sample article carries the faults it was written with; the whole program finds them and leaves the rest alone."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).resolve().parent.parent
CASES: dict[str, Any] = json.loads((PROJECT / "tests/cases/sample-faults.json").read_text("utf-8"))
TEXT = (PROJECT / "resources" / CASES["sample"]).read_text("utf-8")

RULES = {
    "caption": r"captions\.(repeat|fallen)",
    "mismatched_quotes": r"quotes\.mismatched",
    "mixed_quotes": r"quotes\.style",
    "stray_mark": r"quotes\.stray",
    "fragment": r"fragments\.lower_case",
    "misspelling": r"spelling\.word",
    "debris": r"debris\.web_line",
    "broken_encoding": r"encoding\.mojibake",
    "double_blank": r"blanks\.runs",
}
"""The rule that finds each kind of fault."""


def cases_of(*kinds: str, group: str = "faults") -> list[Any]:
    cases = [case for case in CASES[group] if case["kind"] in kinds]
    assert cases
    return [pytest.param(case, id=f"{case['kind']}-{case['quote'][:24]}") for case in cases]


@pytest.fixture(scope="module")
def found() -> dict[str, Any]:
    """What `reader check` says of the sample."""
    result: dict[str, Any] = json.loads(run_reader("check", "--format", "json").stdout)
    assert result["text"] == TEXT
    return result


@pytest.fixture(scope="module")
def cleaned(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The sample after every proposal that needs no person."""
    out = tmp_path_factory.mktemp("clean") / "sample.txt"
    run_reader("clean", "-o", str(out), "--fix", "all")
    return out.read_text("utf-8")


@pytest.mark.parametrize("case", cases_of(*{case["kind"] for case in CASES["faults"]}))
def test_the_sample_holds_the_fault(case: dict[str, Any]) -> None:
    assert TEXT.count(case["quote"]) >= case.get("count", 1)
    assert case.get("repeat", "") in TEXT


def test_the_sample_is_as_long_as_a_real_article_and_of_one_language() -> None:
    assert 850 <= len(TEXT.split()) <= 1_000
    assert {word for word in ("color", "harbor", "gray", "realized") if word in TEXT} == set()


@pytest.mark.parametrize("case", cases_of(*RULES))
def test_a_fault_is_found_where_it_stands(found: dict[str, Any], case: dict[str, Any]) -> None:
    start = TEXT.index(case["quote"])
    end = start + len(case["quote"])
    here = [one["rule"] for one in found["findings"] if one["start"] < end and one["end"] > start]
    assert any(re.fullmatch(RULES[case["kind"]], rule) for rule in here), here


@pytest.mark.model
@pytest.mark.parametrize("case", cases_of("spelling_of_a_place"))
def test_a_place_spelt_two_ways_is_found_with_its_counts(found: dict[str, Any], case: dict[str, Any]) -> None:
    (variant,) = [one for one in found["variants"] if case["quote"] in one["forms"]]
    assert variant["preferred"] == case["preferred"]
    assert variant["forms"][case["quote"]] == case["count"]
    assert variant["forms"].get(case["preferred"], 0) == case["preferred_count"]


@pytest.mark.parametrize("case", cases_of("duplicate"))
def test_a_repeat_is_found_with_what_it_repeats(found: dict[str, Any], case: dict[str, Any]) -> None:
    kinds = {one["kind"] for one in found["duplicates"] if covers(one["a"], one["b"], case["quote"], case["repeat"])}
    assert kinds
    assert "conflict" not in kinds
    assert (case["relation"] == "exact") == (kinds == {"exact"})


@pytest.mark.parametrize("case", cases_of("name", group="right"))
def test_no_name_is_called_a_misspelling(found: dict[str, Any], case: dict[str, Any]) -> None:
    assert [one for one in found["findings"] if one["family"] == "spelling" and one["quote"] == case["quote"]] == []


@pytest.mark.parametrize("case", cases_of("refrain", "headline", group="right"))
def test_what_is_right_stays(cleaned: str, case: dict[str, Any]) -> None:
    assert TEXT.count(case["quote"]) == cleaned.count(case["quote"]) == case.get("count", 1)


@pytest.mark.parametrize("case", cases_of("possessive_plural", group="right"))
def test_an_apostrophe_is_not_taken_for_a_quotation_mark(cleaned: str, case: dict[str, Any]) -> None:
    word = case["quote"].partition("’")[0]
    assert re.findall(rf"{word}(\S) workshop", cleaned) == ["’"] * cleaned.count(f"{word}’ workshop") != []


def test_what_is_wrong_and_sure_is_mended(cleaned: str) -> None:
    assert {"seperate", "cafÃ©", "Itâ€™s", "and  woke", "Odessa"} & {w for w in FAULTY if w in cleaned} == set()
    assert all(word in cleaned for word in ("separate", "café", "It’s", "and woke", "Odesa"))


def test_no_word_that_stands_nowhere_else_is_removed(cleaned: str) -> None:
    replaced = Counter(word for fault in FAULTY for word in list_words(fault)) + Counter(list_words("Kiev"))
    assert set(list_words(TEXT)) - set(list_words(cleaned)) <= set(replaced)


FAULTY = ("seperate", "cafÃ©", "Itâ€™s", "and  woke", "Odessa")
"""Words of the sample that may be gone afterwards, for they were mended."""


def list_words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def covers(first: list[int], second: list[int], quote: str, repeat: str) -> bool:
    """Whether the two places are those of the two texts, either way round: each shares most of its words."""
    places = [TEXT[slice(*place)] for place in (first, second)]
    return any(
        share_words(quote, one) >= 0.5 and share_words(repeat, other) >= 0.5 for one, other in (places, places[::-1])
    )


def share_words(first: str, second: str) -> float:
    """The share of words that two texts have in common, of the shorter one's; in their order they need not be."""
    one, other = Counter(list_words(first)), Counter(list_words(second))
    return (one & other).total() / max(1, min(one.total(), other.total()))


def run_reader(command: str, *options: str) -> subprocess.CompletedProcess[str]:
    path = PROJECT / "resources" / CASES["sample"]
    ran = subprocess.run(
        [sys.executable, "-m", "reader", command, str(path), *options],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return ran
