"""Repeats and captions against the labelled texts beside the project: floors that only rise."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from reader.checks.duplicates.provider import find_repeats
from reader.core.article import Article
from reader.core.duplicates import DuplicateKind, Repeats
from reader.core.spans import Passage

pytestmark = pytest.mark.shared


def load_scorer(shared: Path) -> ModuleType:
    """The labels' own scorer."""
    spec = importlib.util.spec_from_file_location("duplicates_scorer", shared / "score" / "duplicates.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_article(text: str) -> tuple[Article, list[int]]:
    """The article of a text whose blocks are parted by blank lines, and where each block starts in the text."""
    blocks = text.split("\n\n")
    starts = [0]
    for block in blocks:
        starts.append(starts[-1] + len(block) + 2)
    return Article.of(*blocks), starts


def predict(text: str) -> list[dict[str, Any]]:
    """The pairs found in a text, as the scorer reads them."""
    article, starts = read_article(text)

    def offsets(passage: Passage) -> list[int]:
        place = passage.places[0]
        start = starts[article.position(place.block)]
        length = len(article.block(place.block).text)
        return [start, start + length] if place.span is None else [start + place.span.start, start + place.span.end]

    repeats = find_repeats(article)
    pairs = [(group.reference, copy.passage, copy.kind) for group in repeats.groups for copy in group.copies]
    pairs.extend((pair.kept, pair.copy, pair.kind) for pair in repeats.also)
    return [{"a": offsets(a), "b": offsets(b), "kind": kind.value, "redundant": "b"} for a, b, kind in pairs]


def score(shared: Path, name: str) -> dict[str, Any]:
    gold = json.loads((shared / "gold" / name).read_text(encoding="utf-8"))
    gold = gold if isinstance(gold, list) else [gold]
    predictions = [{"article": item["id"], "pairs": predict(item["text"])} for item in gold]
    result: dict[str, Any] = load_scorer(shared).evaluate(gold, predictions)[0]
    return result


def read_seed(shared: Path) -> Repeats:
    text = (shared / "articles" / "seed.txt").read_text(encoding="utf-8")
    return find_repeats(Article.of(*[block for block in text.split("\n\n") if block.strip()]))


def test_the_seed_has_the_seven_pairs_and_no_other(shared: Path) -> None:
    result = score(shared, "seed-duplicates.json")
    assert (result["tp"], result["fp"], result["recall"]) == (7, 0, 1.0)
    wanted = json.loads((shared / "gold" / "seed-decisions.json").read_text(encoding="utf-8"))["duplicate_pairs"]
    found = {
        (group.reference.places[0].block - 1, copy.passage.places[0].block - 1)
        for group in read_seed(shared).groups
        for copy in group.copies
    }
    assert found == {(pair["a"], pair["b"]) for pair in wanted}


def test_the_seed_has_its_captions_and_no_other(shared: Path) -> None:
    wanted = json.loads((shared / "gold" / "seed-decisions.json").read_text(encoding="utf-8"))["captions"]
    found = {guess.place.block - 1 for guess in read_seed(shared).captions}
    assert found <= set(wanted)
    assert len(found) >= 8


def test_articles_full_of_repeats_reach_the_floor(shared: Path) -> None:
    result = score(shared, "duplicates-rich.json")
    assert result["f1"] >= 0.93
    assert result["precision"] >= 0.98


def test_ordinary_articles_reach_the_floor(shared: Path) -> None:
    result = score(shared, "duplicates-ordinary.json")
    assert result["f1"] >= 0.7
    assert result["fp"] == 0


def test_nothing_is_found_in_well_edited_articles(shared: Path) -> None:
    for path in sorted((shared / "articles" / "clean").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        repeats = find_repeats(Article.of(*[block for block in text.split("\n\n") if block.strip()]))
        assert repeats == Repeats(), path.name


def test_labels_kinds_are_ours(shared: Path) -> None:
    gold = json.loads((shared / "gold" / "duplicates-rich.json").read_text(encoding="utf-8"))
    kinds = {relation["kind"] for item in gold for relation in item["relations"]} - {"related", "boilerplate"}
    assert kinds <= {kind.value for kind in DuplicateKind}
