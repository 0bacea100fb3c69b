"""Repeats and captions against labelled texts; the figures are printed and may not fall below their floors."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from reader.checks.duplicates.provider import find_repeats
from reader.core.article import Article
from reader.core.duplicates import DuplicateKind, Repeats
from tests.quality import labelled
from tests.quality.floors import read_floors
from tests.quality.injecting import inject_copies
from tests.quality.labelled import LabelledArticle, LabelledPair, digest_of, read_labels, read_own
from tests.quality.scoring import Tally, score

SEEDS = range(1, 6)


def read_injected(texts: Mapping[str, str]) -> tuple[LabelledArticle, ...]:
    """Articles with copies and decoys put in."""
    return tuple(article for seed in SEEDS for article in inject_copies(texts, seed))


def read_clean(shared: Path) -> dict[str, str]:
    """The well-edited articles by their names."""
    return {path.stem: path.read_text(encoding="utf-8") for path in (shared / "articles" / "clean").glob("*.txt")}


SHARED_SETS: dict[str, Callable[[Path], tuple[LabelledArticle, ...]]] = {
    "seed": lambda shared: read_labels(shared / "gold" / "seed-duplicates.json"),
    "rich": lambda shared: read_labels(shared / "gold" / "duplicates-rich.json"),
    "ordinary": lambda shared: read_labels(shared / "gold" / "duplicates-ordinary.json"),
    "injected-clean": lambda shared: read_injected(read_clean(shared)),
}


def read_own_of(kind: str) -> tuple[LabelledArticle, ...]:
    """The articles written for the project to be full of repeats ("rich"), or like any others ("ordinary")."""
    return tuple(article for article in read_own() if article.name.startswith(kind))


def read_own_sources() -> dict[str, str]:
    """Our ordinary articles as sources of copies, without the paragraphs that repeat anything themselves."""
    return {article.name: _without_repeats(article) for article in read_own_of("ordinary")}


def _without_repeats(article: LabelledArticle) -> str:
    blocks: list[str] = []
    start = 0
    for block in article.text.split("\n\n"):
        end = start + len(block)
        if not any(low < end and start < high for pair in article.pairs for low, high in (pair.a, pair.b)):
            blocks.append(block)
        start = end + 2
    return "\n\n".join(blocks)


OWN_SETS: dict[str, Callable[[], tuple[LabelledArticle, ...]]] = {
    "own-rich": lambda: read_own_of("rich"),
    "own-ordinary": lambda: read_own_of("ordinary"),
    "injected-own": lambda: read_injected(read_own_sources()),
}


@cache
def measure(articles: tuple[LabelledArticle, ...]) -> Tally:
    return score(articles, [labelled.predict(article.text) for article in articles])


def check_floors(name: str, articles: tuple[LabelledArticle, ...]) -> None:
    """The figures of a set, printed and held against its floors."""
    tally = measure(articles)
    figures = tally.figures()
    print(f"\n{name:<16}{len(articles):>4} texts {tally.labelled:>4} pairs ", end="")
    print("  ".join(f"{figure} {value:.3f}" for figure, value in figures.items()))
    floor = read_floors()[f"duplicates-{name}"]
    assert floor.digest == digest_of(articles), "texts or labels are others: measure anew and set floors for them"
    assert not floor.lacks(figures), tally.errors


@pytest.mark.parametrize("name", OWN_SETS)
def test_our_own_texts_reach_their_floors(name: str) -> None:
    check_floors(name, OWN_SETS[name]())


@pytest.mark.shared
@pytest.mark.parametrize("name", SHARED_SETS)
def test_shared_texts_reach_their_floors(name: str, shared: Path) -> None:
    check_floors(name, SHARED_SETS[name](shared))


@pytest.mark.shared
def test_our_scorer_says_what_the_labels_own_says(shared: Path) -> None:
    for name in ("seed", "rich", "ordinary"):
        ours = measure(SHARED_SETS[name](shared))
        path = shared / "gold" / (f"{name}-duplicates.json" if name == "seed" else f"duplicates-{name}.json")
        gold = json.loads(path.read_text(encoding="utf-8"))
        gold = gold if isinstance(gold, list) else [gold]
        predictions = [{"article": item["id"], "pairs": predict(item["text"])} for item in gold]
        theirs = load_scorer(shared).evaluate(gold, predictions)[0]
        assert (round(ours.precision, 4), round(ours.recall, 4)) == (theirs["precision"], theirs["recall"])
        assert f"{ours.kinds_right}/{ours.right}" == theirs["kind_accuracy"]
        assert f"{ours.sides_right}/{ours.right}" == theirs["redundant_accuracy"]


def load_scorer(shared: Path) -> ModuleType:
    """The labels' own scorer."""
    spec = importlib.util.spec_from_file_location("duplicates_scorer", shared / "score" / "duplicates.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def predict(text: str) -> list[dict[str, Any]]:
    """The pairs found in a text, as the labels' own scorer reads them."""
    return [
        {"a": list(pair.a), "b": list(pair.b), "kind": pair.kind, "redundant": pair.redundant}
        for pair in labelled.predict(text)
    ]


def read_seed(shared: Path) -> Repeats:
    text = (shared / "articles" / "seed.txt").read_text(encoding="utf-8")
    return find_repeats(Article.of(*[block for block in text.split("\n\n") if block.strip()]))


@pytest.mark.shared
def test_the_seed_has_the_seven_pairs_and_no_other(shared: Path) -> None:
    wanted = json.loads((shared / "gold" / "seed-decisions.json").read_text(encoding="utf-8"))["duplicate_pairs"]
    found = {
        (group.reference.places[0].block - 1, copy.passage.places[0].block - 1)
        for group in read_seed(shared).groups
        for copy in group.copies
    }
    assert found == {(pair["a"], pair["b"]) for pair in wanted}


@pytest.mark.shared
def test_the_seed_has_its_captions_and_no_other(shared: Path) -> None:
    wanted = json.loads((shared / "gold" / "seed-decisions.json").read_text(encoding="utf-8"))["captions"]
    found = {guess.place.block - 1 for guess in read_seed(shared).captions}
    assert found <= set(wanted)
    assert len(found) >= 8


@pytest.mark.shared
def test_what_the_seeds_copies_add_is_as_labelled(shared: Path) -> None:
    gold = json.loads((shared / "gold" / "seed-duplicates.json").read_text(encoding="utf-8"))
    labels = {
        pair["b_text"]: pair["new_info"] for pair in gold["relations"] if pair["kind"] not in ("related", "boilerplate")
    }
    article = Article.of(*gold["text"].split("\n\n"))
    for group in find_repeats(article).groups:
        for copy in group.copies:
            label = labels[article.text_at(copy.passage.places[0])]
            assert bool(copy.adds) is not (label.startswith("none") or not label), label
            assert all(phrase in label for phrase in copy.adds), label


@pytest.mark.shared
def test_nothing_is_found_in_well_edited_articles(shared: Path) -> None:
    for name, text in read_clean(shared).items():
        repeats = find_repeats(Article.of(*[block for block in text.split("\n\n") if block.strip()]))
        assert repeats == Repeats(), name


@pytest.mark.shared
def test_labels_kinds_are_ours(shared: Path) -> None:
    for article in SHARED_SETS["rich"](shared):
        assert {pair.kind for pair in article.wanted} <= {kind.value for kind in DuplicateKind}


@pytest.mark.shared
@pytest.mark.filterwarnings(  # the prototype leaves the file of its weights open: its fault, not ours
    "ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)
@pytest.mark.parametrize("name", ["own-rich", "own-ordinary"])
def test_our_own_texts_are_read_better_than_by_the_prototype(name: str, shared: Path) -> None:
    articles = OWN_SETS[name]()
    sys.path.insert(0, str(shared / "prototypes"))
    try:
        prototype = load_program(shared / "prototypes" / "dedup_proto.py")
        found = [
            [
                LabelledPair(tuple(pair["a"]), tuple(pair["b"]), pair["kind"])
                for pair in prototype.find(article.text)
                if pair["kind"] != DuplicateKind.CONFLICT.value
            ]
            for article in articles
        ]
    finally:
        sys.path.remove(str(shared / "prototypes"))
    peer = score(articles, found).figures()
    print(f"\n{name:<16}the prototype: " + "  ".join(f"{key} {peer[key]:.3f}" for key in ("precision", "recall", "f1")))
    assert measure(articles).figures()["f1"] > peer["f1"]


def load_program(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
