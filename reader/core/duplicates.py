"""A group of passages that say the same, with what each copy adds and which one is kept."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.core.spans import Passage, Place


class DuplicateKind(StrEnum):
    """How two passages relate; a conflict disagrees in a number, date or name and is never proposed for a cut."""

    EXACT = "exact"
    NEAR = "near"
    CONTAINED = "contained"
    PARAPHRASE = "paraphrase"
    CONFLICT = "conflict"


class WordState(StrEnum):
    """How a word of one copy stands in the other; words that clash differ in a fact."""

    SAME = "same"
    DIFFERS = "differs"
    MOVED = "moved"
    ADDS = "adds"
    CLASH = "clash"


@dataclass(frozen=True, slots=True)
class AlignedWord:
    """A word of a copy: its offsets in the block of the passage's first place, and its state."""

    start: int
    end: int
    state: WordState


@dataclass(frozen=True, slots=True)
class Copy:
    """A passage against the reference: kind, words aligned, what it adds, what stands nowhere else in the article.

    `reference_words` are the words of the reference in this comparison; `clash` pairs the words that disagree.
    """

    passage: Passage
    kind: DuplicateKind
    score: float
    words: tuple[AlignedWord, ...] = ()
    reference_words: tuple[AlignedWord, ...] = ()
    changed: tuple[tuple[str, str], ...] = ()
    adds: tuple[str, ...] = ()
    only_here: tuple[str, ...] = ()
    clash: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class DuplicateGroup:
    """Passages that say the same; the reference is never the one removed by default."""

    reference: Passage
    copies: tuple[Copy, ...]


@dataclass(frozen=True, slots=True)
class AlsoAlike:
    """Two passages that repeat each other as well, though neither is the other's reference: copies of one group."""

    kept: Passage
    copy: Passage
    kind: DuplicateKind
    score: float


@dataclass(frozen=True, slots=True)
class Run:
    """Paragraphs that repeat other paragraphs in their order: an article pasted twice, two versions in one scrape.

    Both passages hold whole blocks, as many on each side; the n-th of `copy` repeats the n-th of `reference`. Blocks
    that only one side has lie between them and belong to no pair. Each pair has its copy in a group as well.
    """

    reference: Passage
    copy: Passage


@dataclass(frozen=True, slots=True)
class CaptionGuess:
    """A block or sentence that reads like a photo caption; `cues` are short keys such as "no final stop", "left".

    `repeats` is the passage of the body that it repeats, None for a caption without a twin.
    """

    place: Place
    score: float
    cues: tuple[str, ...]
    repeats: Passage | None = None


@dataclass(frozen=True, slots=True)
class Repeats:
    """All that one look at an article found: groups of copies, captions with or without a twin, and runs of copies.

    `also` are further pairs, for who wants every pair; large groups are told without them.
    """

    groups: tuple[DuplicateGroup, ...] = ()
    captions: tuple[CaptionGuess, ...] = ()
    runs: tuple[Run, ...] = ()
    also: tuple[AlsoAlike, ...] = ()
