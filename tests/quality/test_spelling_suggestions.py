"""How good the suggestions and the classes are on texts beside the project: floors that may only rise.

`python -m pytest --log-cli-level=INFO tests/quality/test_spelling_suggestions.py` shows the figures.
"""

from __future__ import annotations

import csv
import logging
from pathlib import Path

import pytest

from reader.checks.facts import LANGUAGE, Facts, provide_facts
from reader.checks.spelling.registry import PROVIDERS
from reader.checks.spelling.word import find_misspelt_words
from reader.core.article import Article
from reader.core.findings import Finding
from reader.lexicon.dictionaries import Dictionary, open_dictionary
from reader.lexicon.suggestions import suggest

FIGURES = logging.getLogger(__name__)
SHARED = Path(__file__).resolve().parents[3] / "shared"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the labelled texts are not beside the project"),
]


def _misspellings(name: str) -> list[dict[str, str]]:
    path = SHARED / "corpus" / "spelling" / f"{name}.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _check(path: Path) -> tuple[int, list[Finding]]:
    text = path.read_text(encoding="utf-8")
    article = Article.of(*(line for line in text.splitlines() if line.strip()))
    facts = provide_facts(article, Facts(), PROVIDERS)
    return len(text.split()), [finding for block in article.blocks for finding in find_misspelt_words(block, facts)]


@pytest.mark.parametrize(("name", "first", "fifth"), [("codespell_tune", 0.83, 0.88), ("news_tune", 0.93, 0.99)])
def test_suggestions_reach_their_floors(name: str, first: float, fifth: float) -> None:
    dictionary = open_dictionary("en-US")
    assert isinstance(dictionary, Dictionary)
    rows = _misspellings(name)
    hits = {1: 0, 5: 0}
    for row in rows:
        wanted = {word.casefold() for word in row["corrections"].split("|")}
        found = [s.word.replace("’", "'").casefold() for s in suggest(row["misspelling"], dictionary)]
        for count in hits:
            hits[count] += bool(wanted & set(found[:count]))
    FIGURES.info("%s: top-k %s", name, {count: round(hit / len(rows), 3) for count, hit in hits.items()})
    assert hits[1] / len(rows) >= first
    assert hits[5] / len(rows) >= fifth


def test_misspellings_in_news_are_errors_and_little_else_is() -> None:
    facts = Facts().with_fact(LANGUAGE, "en-US")
    rows = _misspellings("news_tune")
    errors = others = words = 0
    for row in rows:
        start = int(row["start"])
        words += len(row["sentence"].split())
        for finding in find_misspelt_words(Article.of(row["sentence"]).blocks[0], facts):
            if finding.place.span is not None and finding.place.span.start == start:
                errors += finding.klass == "error"
            else:
                others += 1
    FIGURES.info("errors %d of %d; others %.2f per 1,000 words", errors, len(rows), 1000 * others / words)
    assert errors / len(rows) >= 0.94
    assert 1000 * others / words <= 3


def test_nothing_is_misspelt_in_the_real_article_and_no_name_is_shown() -> None:
    words, findings = _check(SHARED / "articles" / "seed.txt")
    FIGURES.info("%d words: %s", words, [(finding.quote, finding.klass) for finding in findings])
    assert findings == []


def test_well_edited_copy_is_nearly_silent() -> None:
    checked = [_check(path) for path in sorted((SHARED / "articles" / "clean").glob("*.txt"))]
    words = sum(count for count, _ in checked)
    findings = [finding for _, found in checked for finding in found]
    FIGURES.info("%.2f per 1,000 words: %s", 1000 * len(findings) / words, [(f.quote, f.klass) for f in findings])
    assert 1000 * len(findings) / words <= 1.0
    assert sum(finding.klass == "error" for finding in findings) <= 2
