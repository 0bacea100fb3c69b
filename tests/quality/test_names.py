"""How well names are read: against labelled texts, beside the recogniser alone, and on the real article.

`python -m pytest --log-cli-level=INFO tests/quality/test_names.py` shows the figures.
"""

from __future__ import annotations

import json
import logging
import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reader.checks.facts import NAMES, Facts, provide_facts
from reader.checks.names.entities import complete_mentions, gather_entities
from reader.checks.names.recogniser import model_missing, recognise
from reader.checks.names.registry import PROVIDERS
from reader.checks.names.variant import find_variants
from reader.core.article import Article
from reader.core.entities import EntityLabel, Mention, NameList

FIGURES = logging.getLogger(__name__)
SHARED = Path(__file__).resolve().parents[3] / "shared"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is missing"),
]
needs_model = [
    pytest.mark.model,
    pytest.mark.skipif(model_missing() is not None, reason="the language model is not installed"),
]

_AS_GOLD = {EntityLabel.EVENT: "MISC", EntityLabel.WORK: "MISC", EntityLabel.OTHER: "MISC", EntityLabel.TIME: "DATE"}


def read_documents(name: str) -> list[dict[str, Any]]:
    text = (SHARED / "gold" / name).read_text(encoding="utf-8")
    return [json.loads(text)] if name.endswith(".json") else [json.loads(line) for line in text.splitlines()]


def rows(article: Article, mentions: list[tuple[Mention, int]], gap: int) -> Iterator[dict[str, Any]]:
    """Mentions as the scorer wants them: offsets into the whole text."""
    offsets, position = {}, 0
    for block in article.blocks:
        offsets[block.id] = position
        position += len(block.text) + gap
    for mention, cluster in mentions:
        assert mention.place.span is not None
        start = offsets[mention.place.block]
        yield {
            "start": start + mention.place.span.start,
            "end": start + mention.place.span.end,
            "label": _AS_GOLD.get(mention.label, mention.label.value),
            "cluster": str(cluster),
        }


def score(name: str) -> tuple[float, float, float]:
    """Core F1 of the recogniser alone and of the list of names, and the latter's cluster F1, in percent."""
    scorer = runpy.run_path(str(SHARED / "score" / "entities.py"))
    documents = read_documents(name)
    plain, ours = {}, {}
    for document in documents:
        gap = 2 if "\n\n" in document["text"] else 1
        article = Article.of(*document["text"].split("\n" * gap))
        found = [mention for _, mentions in recognise(article.blocks) for mention in mentions]
        entities = gather_entities(complete_mentions(article, found))
        plain[document["id"]] = list(rows(article, [(mention, 0) for mention in found], gap))
        gathered = [(mention, entity.id) for entity in entities for mention in entity.mentions]
        ours[document["id"]] = list(rows(article, gathered, gap))
    before = scorer["score_docs"](documents, plain)["core"]["f1"]
    after = scorer["score_docs"](documents, ours)["core"]["f1"]
    clusters = scorer["cluster_docs"](documents, ours)["b3"]["f1"]
    FIGURES.info("%s: recogniser %.1f, names %.1f, clusters %.1f", name, 100 * before, 100 * after, 100 * clusters)
    return 100 * before, 100 * after, 100 * clusters


def seed() -> Article:
    text = (SHARED / "articles" / "seed.txt").read_text(encoding="utf-8")
    return Article.of(*[line for line in text.splitlines() if line])


class TestRecognised:
    """What needs the model."""

    pytestmark = needs_model

    @pytest.mark.parametrize(
        ("name", "gain", "core", "clusters"),
        [
            ("seed-entities.json", 8.0, 96.0, 95.0),
            ("entities-news.jsonl", 3.0, 79.0, 81.0),
            ("entities-wikigold.jsonl", 2.5, 71.0, 0.0),
        ],
    )
    def test_repair_over_the_article_adds_to_the_recogniser(
        self, name: str, gain: float, core: float, clusters: float
    ) -> None:
        before, after, gathered = score(name)
        assert after >= before + gain
        assert after >= core
        assert gathered >= clusters

    def test_the_people_and_places_of_the_seed_are_kept_apart(self) -> None:
        names: NameList = provide_facts(seed(), Facts(), PROVIDERS).get(NAMES)
        home = {form: entity.id for entity in names.entities for form, _ in entity.forms}
        for one, other in [
            ("Vladimir Solovyov", "Volodymyr"),
            ("Chonhar", "Honchar"),
            ("Lysychansk", "Luhansk"),
            ("Russia", "Russian"),
        ]:
            assert home[one] != home[other]
        assert home["Zadorenko"] == home["Vyacheslav Zadorenko"] == home["Vyacheslav"]
        assert home["Kharkiv"] == home["Kharkov"]


@pytest.mark.parametrize("with_names", [False, pytest.param(True, marks=needs_model)])
def test_the_seed_has_two_names_in_two_spellings(*, with_names: bool) -> None:
    article = seed()
    facts = provide_facts(article, Facts(), PROVIDERS) if with_names else Facts()
    by_key: dict[str, list[str]] = {}
    for finding in find_variants(article, facts):
        by_key.setdefault(finding.key, []).append(finding.quote)
    assert by_key == {"kyiv": ["Kiev"] * 3, "kharkiv": ["Kharkov"] * 2}
    (kharkiv, _) = (finding for finding in find_variants(article, facts) if finding.key == "kharkiv")
    assert len(kharkiv.fixes[1].changes) == 4


@pytest.mark.parametrize("with_names", [False, pytest.param(True, marks=needs_model)])
def test_well_edited_articles_have_none(*, with_names: bool) -> None:
    for path in sorted((SHARED / "articles" / "clean").iterdir()):
        article = Article.of(*[line for line in path.read_text(encoding="utf-8").splitlines() if line])
        facts = provide_facts(article, Facts(), PROVIDERS) if with_names else Facts()
        assert list(find_variants(article, facts)) == [], path.name
