"""Puts copies into articles, with labels that are right by construction: edited copies, parts, captions, and decoys.

Each copy is a paragraph of its own at a random place, without its final stop, as captions fall into copy. Decoys are
copies with other figures and names: a contradiction, never a duplicate.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.text.sentences import find_sentences
from tests.quality.edits import DECOYS, OPERATIONS, Operation, Vocabulary
from tests.quality.labelled import Bounds, LabelledArticle, LabelledPair

_SHORTEST, _LONGEST = 12, 45
"""Words of the sentences that are copied."""
_SHORTEST_PARAGRAPH = 30
_MOST_CAPITALS = 0.4
"""Share of words that are capitalised or figures from which a line is a row of names."""
DECOY = "decoy"


@dataclass(frozen=True, slots=True)
class _Source:
    """A sentence of a paragraph of the article."""

    paragraph: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Injected:
    """A copy, its source, and the kind of duplicate that it is."""

    source: _Source
    kind: str
    text: str


def inject_copies(texts: Mapping[str, str], seed: int) -> Iterator[LabelledArticle]:
    """The articles with copies put in; texts too short for all operations are left out. Equal seeds, equal copies."""
    words = Vocabulary([texts[name] for name in sorted(texts)])
    for name in sorted(texts):
        chance = random.Random(f"{seed} {name}")
        paragraphs = [block for block in texts[name].split("\n\n") if len(block) > _SHORTEST_PARAGRAPH]
        sources = list(_find_sources(paragraphs))
        if len(sources) >= len(OPERATIONS) + len(DECOYS):
            chance.shuffle(sources)
            copies = list(_make_copies(sources, chance, words))
            yield _put_in(f"{name} {seed}", paragraphs, copies, chance)


def _find_sources(paragraphs: Sequence[str]) -> Iterator[_Source]:
    for n, paragraph in enumerate(paragraphs):
        for span in find_sentences(paragraph):
            text = paragraph[span.start : span.end]
            if _SHORTEST <= len(text.split()) <= _LONGEST and _is_prose(text):
                yield _Source(n, span.start, span.end, text)


def _is_prose(sentence: str) -> bool:
    """Whether a sentence is one, and no line of a table, reference or row of names."""
    capitals = sum(word[:1].isupper() or word[:1].isdigit() for word in sentence.split())
    stopped = sentence.rstrip("\"'”’)").endswith((".", "!", "?"))
    return stopped and "|" not in sentence and capitals <= _MOST_CAPITALS * len(sentence.split())


def _make_copies(sources: list[_Source], chance: random.Random, words: Vocabulary) -> Iterator[_Injected]:
    """One copy an operation, each of another sentence; decoys first, for few sentences have facts to change."""
    wanted: list[tuple[str, Operation]] = [(DECOY, decoy) for decoy in DECOYS]
    wanted.extend((kind, operation) for _, kind, operation in OPERATIONS)
    for kind, operation in wanted:
        for source in list(sources):
            copy = operation(source.text, chance, words)
            if copy is not None:
                sources.remove(source)
                yield _Injected(source, kind, copy.rstrip("."))
                break


def _put_in(
    name: str, paragraphs: Sequence[str], copies: Sequence[_Injected], chance: random.Random
) -> LabelledArticle:
    slots = [(chance.randint(1, len(paragraphs)), n) for n in range(len(copies))]
    blocks: list[str] = []
    starts: dict[int, int] = {}
    bounds: dict[int, Bounds] = {}
    length = 0
    for position in range(len(paragraphs) + 1):
        for n in sorted(n for slot, n in slots if slot == position):
            bounds[n] = (length, length + len(copies[n].text))
            blocks.append(copies[n].text)
            length += len(blocks[-1]) + 2
        if position < len(paragraphs):
            starts[position] = length
            blocks.append(paragraphs[position])
            length += len(blocks[-1]) + 2
    pairs = []
    for n, copy in enumerate(copies):
        start = starts[copy.source.paragraph]
        pairs.append(LabelledPair((start + copy.source.start, start + copy.source.end), bounds[n], copy.kind))
    wanted = tuple(pair for pair in pairs if pair.kind != DECOY)
    return LabelledArticle(name, "\n\n".join(blocks), wanted, tuple(pair for pair in pairs if pair.kind == DECOY))
