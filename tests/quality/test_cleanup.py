"""Cleanup against the labelled texts beside the project: floors that only rise."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from reader.app.issues import derive_issues
from reader.checks.cleanup.registry import CHECKS, PROVIDERS
from reader.checks.engine import Engine
from reader.checks.facts import Facts, provide_facts
from reader.core.article import Article
from reader.core.changes import ReplaceText
from reader.core.findings import Finding
from reader.text.line_classes import classify_debris

pytestmark = pytest.mark.shared


def read_article(path: Path) -> Article:
    text = path.read_text(encoding="utf-8")
    return Article.of(*[block for block in text.split("\n\n") if block.strip()])


def check(article: Article) -> list[Finding]:
    facts = provide_facts(article, Facts(), PROVIDERS)
    return [finding for result in Engine(CHECKS).check_all(article, facts) for finding in result.findings]


def find_paragraphs(article: Article, *rules: str) -> list[int]:
    """The paragraphs, counted from 0, in which these rules find something."""
    found = {finding.place.block - 1 for finding in check(article) if finding.rule in rules}
    return sorted(found)


@pytest.fixture
def seed(shared: Path) -> Article:
    return read_article(shared / "articles" / "seed.txt")


@pytest.fixture
def gold(shared: Path) -> dict[str, Any]:
    labels: dict[str, Any] = json.loads((shared / "gold" / "seed-decisions.json").read_text(encoding="utf-8"))
    return labels


def test_the_seeds_quote_faults_are_found_and_no_other(seed: Article, gold: dict[str, Any]) -> None:
    wanted = sorted(fault["p"] for fault in gold["quote_faults"])
    assert find_paragraphs(seed, "quotes.mismatched", "quotes.stray", "quotes.unclosed") == wanted
    assert find_paragraphs(seed, "quotes.style") == gold["quote_style_mixed"]
    assert find_paragraphs(seed, "quotes.straight", "quotes.apostrophe_direction") == []


def test_the_seeds_fragments_are_found_and_no_other(seed: Article, gold: dict[str, Any]) -> None:
    fragments = [finding for finding in check(seed) if finding.rule == "fragments.lower_case"]
    assert [finding.place.block - 1 for finding in fragments] == [fragment["p"] for fragment in gold["fragments"]]
    for finding, fragment in zip(fragments, gold["fragments"], strict=True):
        assert finding.quote.startswith(fragment["text"])


def test_the_seed_needs_seven_decisions_of_cleanup(seed: Article) -> None:
    assert len(derive_issues(seed, check(seed), ())) <= 7


def load_scorer(shared: Path) -> ModuleType:
    """The labels' own scorer."""
    spec = importlib.util.spec_from_file_location("cleanup_scorer", shared / "score" / "cleanup.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_scorer_counts_quotes_and_fragments_as_mended(shared: Path, seed: Article) -> None:
    starts, start = {}, 0
    for block in seed.blocks:
        starts[block.id], start = start, start + len(block.text) + 2
    predictions = [
        {
            "start": starts[change.place.block] + change.span.start,
            "end": starts[change.place.block] + change.span.end,
            "rule": finding.rule,
            "replacement": change.new,
        }
        for finding in check(seed)
        for fix in finding.fixes
        for change in fix.changes
        if isinstance(change, ReplaceText)
    ]
    text = "\n\n".join(block.text for block in seed.blocks)
    labels = json.loads((shared / "gold" / "seed-cleanup.json").read_text(encoding="utf-8"))["items"]
    result = load_scorer(shared).score(labels, predictions, text)
    found = {name: result["cats"][name]["fixed"] for name in ("fragment", "quote_stray", "quote_style")}
    assert found["fragment"] == 2
    assert found["quote_stray"] == 1
    assert found["quote_style"] >= 2


def test_nothing_is_visible_in_well_edited_articles(shared: Path) -> None:
    for path in sorted((shared / "articles" / "clean").glob("*.txt")):
        article = read_article(path)
        rules = {finding.rule for finding in check(article) if finding.quote.strip("\u00a0 ")}
        assert rules == set(), path.name


def test_ordinary_news_gives_few_decisions(shared: Path) -> None:
    words = issues = 0
    lines = (shared / "gold" / "entities-news.jsonl").read_text(encoding="utf-8").splitlines()
    ordinary = json.loads((shared / "gold" / "duplicates-ordinary.json").read_text(encoding="utf-8"))
    for item in [*(json.loads(line) for line in lines), *ordinary]:
        article = Article.of(*[block for block in item["text"].split("\n\n") if block.strip()])
        words += sum(len(block.text.split()) for block in article.blocks)
        findings = [f for f in check(article) if f.rule not in ("debris.web_line", "blanks.runs")]
        issues += len(derive_issues(article, findings, ()))
    assert issues / words < 0.001


def test_no_paragraph_that_an_extractor_should_keep_is_debris(shared: Path) -> None:
    from lxml import html

    cut = []
    for page in sorted((shared / "corpus" / "html").glob("*/expected.html")):
        tree = html.parse(str(page)).getroot()
        for element in tree.iter("p"):
            text = " ".join(element.text_content().split())
            if classify_debris(text) is not None and not text.startswith(("Related:", "Continue reading")):
                cut.append((page.parent.name, text))
    assert cut == []
