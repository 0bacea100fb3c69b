"""Labelled articles and what the program finds in them, as spans of the article's text (offsets in code points).

Labels are JSON: a list of {id, text, relations: [{a: [s, e], b: [s, e], kind, redundant}], decoys: [{a, b}]}. Kinds
"related" and "boilerplate" are neither wanted nor errors; decoys state another fact in the same words.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from reader.checks.duplicates.provider import find_repeats
from reader.core.article import Article
from reader.core.duplicates import DuplicateKind
from reader.core.spans import Passage

OWN = Path(__file__).parent.parent / "cases" / "duplicates"
Bounds = tuple[int, int]
WANTED = frozenset(kind.value for kind in DuplicateKind if kind is not DuplicateKind.CONFLICT)


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Two passages, how they relate, and which of them ("a" or "b") can go."""

    a: Bounds
    b: Bounds
    kind: str
    redundant: str = "b"


@dataclass(frozen=True, slots=True)
class LabelledArticle:
    """A text with the pairs that are in it, and those that must not be called duplicates."""

    name: str
    text: str
    pairs: tuple[LabelledPair, ...]
    decoys: tuple[LabelledPair, ...] = ()

    @property
    def wanted(self) -> tuple[LabelledPair, ...]:
        """The pairs that are to be found."""
        return tuple(pair for pair in self.pairs if pair.kind in WANTED)

    @property
    def ignored(self) -> tuple[LabelledPair, ...]:
        """The pairs that may be found or not."""
        return tuple(pair for pair in self.pairs if pair.kind not in WANTED)


def read_labels(path: Path) -> tuple[LabelledArticle, ...]:
    """The labelled articles of a file; a file may hold one article by itself."""
    items = json.loads(path.read_text(encoding="utf-8"))
    return tuple(_read_item(item) for item in (items if isinstance(items, list) else [items]))


def read_own() -> tuple[LabelledArticle, ...]:
    """The articles written for the project, with their labels; each text is a file by itself."""
    items = json.loads((OWN / "labels.json").read_text(encoding="utf-8"))
    texts = {item["id"]: (OWN / f"{item['id']}.txt").read_text(encoding="utf-8").removesuffix("\n") for item in items}
    return tuple(_read_item({**item, "text": texts[item["id"]]}) for item in items)


def digest_of(articles: Iterable[LabelledArticle]) -> str:
    """A short digest of texts and labels: figures measured on other ones do not compare."""
    digest = blake2b(digest_size=8)
    for article in articles:
        digest.update(repr((article.name, article.text, article.pairs, article.decoys)).encode())
    return digest.hexdigest()


def predict(text: str) -> list[LabelledPair]:
    """The pairs found in a text whose blocks are parted by blank lines; `a` is the one kept."""
    blocks = text.split("\n\n")
    starts = [0]
    for block in blocks:
        starts.append(starts[-1] + len(block) + 2)
    article = Article.of(*blocks)

    def bounds(passage: Passage) -> Bounds:
        place = passage.places[0]
        start = starts[article.position(place.block)]
        if place.span is None:
            return start, start + len(article.block(place.block).text)
        return start + place.span.start, start + place.span.end

    repeats = find_repeats(article)
    pairs = [(group.reference, copy.passage, copy.kind) for group in repeats.groups for copy in group.copies]
    pairs.extend((pair.kept, pair.copy, pair.kind) for pair in repeats.also)
    return [LabelledPair(bounds(kept), bounds(copy), kind.value) for kept, copy, kind in pairs]


def _read_item(item: Mapping[str, Any]) -> LabelledArticle:
    def pair_of(row: Mapping[str, Any], kind: str) -> LabelledPair:
        return LabelledPair(tuple(row["a"]), tuple(row["b"]), row.get("kind", kind), row.get("redundant", "b"))

    return LabelledArticle(
        item["id"],
        item["text"],
        tuple(pair_of(row, "") for row in item["relations"]),
        tuple(pair_of(row, "decoy") for row in item.get("decoys", ())),
    )
