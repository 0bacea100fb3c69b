"""The real article: what was labelled by hand is found, and nothing else. `make quality` prints the counts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reader.app.cleaning import clean_session
from reader.app.inline_runner import InlineRunner
from reader.app.opening import open_in_memory
from reader.app.session import Session
from reader.checks.facts import NAMES, REPEATS
from reader.core.article import Role
from reader.core.findings import Finding
from reader.core.fixes import Safety
from reader.core.issues import IssueState
from reader.text.words import find_words

pytestmark = [pytest.mark.shared]


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    folder = Path(__file__).resolve().parents[3] / "shared"
    if not folder.is_dir():
        pytest.skip("needs ../shared, the labelled texts beside the project")
    labels: dict[str, Any] = json.loads((folder / "gold" / "seed-decisions.json").read_text(encoding="utf-8"))
    labels["path"] = folder / "articles" / "seed.txt"
    return labels


@pytest.fixture(scope="module")
def session(gold: dict[str, Any]) -> Session:
    opened = open_in_memory(gold["path"])
    InlineRunner(opened).run()
    return opened


def paragraph(session: Session, finding: Finding) -> int:
    """The number of a finding's paragraph, from 0 as the labels count."""
    return session.article.number_of(finding.place.block) - 1


def found(session: Session, *rules: str) -> list[Finding]:
    return [finding for finding in session.findings if finding.rule in rules]


def test_the_seven_pairs_and_no_other_are_found(session: Session, gold: dict[str, Any]) -> None:
    expected = {(pair["a"], pair["b"]) for pair in gold["duplicate_pairs"]}
    pairs = set()
    for group in session.facts.get(REPEATS).groups:
        kept = session.article.number_of(group.reference.places[0].block) - 1
        pairs |= {(kept, session.article.number_of(copy.passage.places[0].block) - 1) for copy in group.copies}
    print(f"pairs: {len(pairs & expected)} of {len(expected)}, {len(pairs - expected)} others")
    assert pairs == expected


def test_captions_are_found(session: Session, gold: dict[str, Any]) -> None:
    captions = {paragraph(session, finding) for finding in found(session, "captions.repeat", "captions.fallen")}
    print(f"captions: {len(captions & set(gold['captions']))} of {len(gold['captions'])}")
    assert len(captions & set(gold["captions"])) >= 8
    assert captions <= set(gold["captions"])


def test_quote_faults_are_found(session: Session, gold: dict[str, Any]) -> None:
    faults = {paragraph(session, finding) for finding in found(session, "quotes.mismatched", "quotes.stray")}
    print(f"quote faults: {len(faults)} of {len(gold['quote_faults'])}")
    assert faults == {fault["p"] for fault in gold["quote_faults"]}


def test_fragments_are_found(session: Session, gold: dict[str, Any]) -> None:
    fragments = {paragraph(session, f): f.quote for f in found(session, "fragments.lower_case")}
    print(f"fragments: {len(fragments)} of {len(gold['fragments'])}")
    assert fragments.keys() == {fragment["p"] for fragment in gold["fragments"]}
    assert all(fragments[fragment["p"]].startswith(fragment["text"]) for fragment in gold["fragments"])


def test_two_spellings_are_reported_with_their_counts(session: Session, gold: dict[str, Any]) -> None:
    variants = {variant.preferred: dict(variant.forms) for variant in session.facts.get(NAMES).variants}
    assert variants["Kharkiv"]["Kharkov"] == 2
    assert variants["Kharkiv"]["Kharkiv"] == 4
    assert {f.quote for f in found(session, "names.variant")} == {"Kiev", "Kharkov"}
    assert set(variants) == {name["canonical"] for name in gold["name_variants"]}


def test_no_word_is_called_a_misspelling(session: Session) -> None:
    assert [finding.quote for finding in found(session, "spelling.word") if finding.klass == "error"] == []


def test_the_unit_of_work_is_the_decision(session: Session) -> None:
    opened = [issue for issue in session.issues if issue.state is IssueState.OPEN]
    print(f"decisions: {len(opened)}")
    assert len(opened) <= 20


def test_cleaning_everything_loses_no_word_and_sets_kept_captions_at_the_end(gold: dict[str, Any]) -> None:
    session = open_in_memory(gold["path"])
    before = {word.folded for block in session.article.blocks for word in find_words(block.text)}
    runner = InlineRunner(session)
    clean_session(session, runner.run, Safety.REVIEW)
    after = {word.folded for block in session.article.blocks for word in find_words(block.text)}
    assert before - after <= {"kiev", "kiev's", "kharkov"}  # renamed, not removed
    roles = [block.role for block in session.article.blocks]
    captions = roles.count(Role.CAPTION)
    assert captions > 0
    assert roles[-captions:] == [Role.CAPTION] * captions
