"""Merging: words of one copy are taken over into the passage that is kept, and the copy is cut.

What can be taken comes as chips: phrases that the copy adds, and those that differ from the kept passage. The result
is a line that can be edited. Offsets of a chip are code points in the line before anything was taken.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from reader.core.article import Article
from reader.core.changes import Change
from reader.core.duplicates import AlignedWord, Copy, WordState
from reader.core.editing import cut_passage, replace_text
from reader.core.fixes import Fix, join_fixes
from reader.core.messages import Message
from reader.core.slots import MERGE
from reader.core.spans import Passage, Place

_STOPS = tuple(".!?…")
_CLAUSE = re.compile(r"[^,;:()–—]+")
_LEAST_CLAUSE = 2
_IN_A_SLOT = (WordState.DIFFERS, WordState.CLASH)
"""States of words that stand in the place of others."""
Words = Sequence[AlignedWord]


class ChipKind(StrEnum):
    """What taking a chip does: it comes in besides, or in the place of other words."""

    ADDS = "adds"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class Chip:
    """A phrase that can be taken over; it stands between `start` and `end` then, in the place of what is there."""

    words: str
    kind: ChipKind
    start: int
    end: int
    instead: str = ""


@dataclass(frozen=True, slots=True)
class MergeDraft:
    """What a merge begins with: the kept passage and its text, the copy that is to go, and the chips."""

    kept: Place
    copy: Place
    line: str
    chips: tuple[Chip, ...]

    @property
    def proposed(self) -> frozenset[int]:
        """The chips that are taken unless the user says otherwise: all that the copy adds."""
        return frozenset(n for n, chip in enumerate(self.chips) if chip.kind is ChipKind.ADDS)

    def compose(self, taken: Collection[int]) -> str:
        """The line with the taken chips in it."""
        line = self.line
        for n in sorted(taken, key=lambda n: (self.chips[n].start, n), reverse=True):
            line = _put(line, self.chips[n])
        return line


def draft_merge(article: Article, reference: Passage, copy: Copy) -> MergeDraft:
    """The merge of a copy into its reference."""
    kept, here = reference.places[0], copy.passage.places[0]
    shift = kept.span.start if kept.span else 0
    chips = tuple(
        replace(chip, start=chip.start - shift, end=chip.end - shift)
        for chip in _find_chips(article, kept, here, copy.reference_words, copy.words)
    )
    return MergeDraft(kept, here, article.text_at(kept), chips)


def draft_caption_merge(article: Article, into: int, caption: Place) -> MergeDraft:
    """The merge of a caption without a twin into a paragraph: its clauses can be taken, as a sentence of their own."""
    line, text = article.block(into).text, article.text_at(caption)
    at = len(line.rstrip())
    clauses = [match.group().strip() for match in _CLAUSE.finditer(text)]
    whole = [clause for clause in clauses if len(clause.split()) >= _LEAST_CLAUSE] or [text.strip()]
    chips = tuple(Chip(clause, ChipKind.ADDS, at, at) for clause in whole)
    return MergeDraft(Place(into), caption, line, chips)


def compose_sentence(draft: MergeDraft, taken: Collection[int]) -> str:
    """The line with the taken clauses of a caption behind it as one sentence."""
    clauses = [draft.chips[n].words.rstrip(". ") for n in sorted(taken)]
    if not clauses:
        return draft.line
    sentence = ", ".join(clauses)
    return f"{draft.line.rstrip()} {sentence[0].upper()}{sentence[1:]}."


def retake(line: str, before: str, after: str, chip: Chip, *, taken: bool) -> str:
    """The line when a chip is taken or left: composed anew, or changed with care where the user typed in it."""
    if line == before:
        return after
    if taken:
        return _append(line, chip.words)
    return line.replace(f" {chip.words}", "", 1) if f" {chip.words}" in line else line.replace(chip.words, "", 1)


def make_merge(article: Article, draft: MergeDraft, line: str) -> Fix:
    """The fix that puts the line in the place of the kept passage and cuts the copy."""
    block = article.block(draft.kept.block)
    start = draft.kept.span.start if draft.kept.span else 0
    end = draft.kept.span.end if draft.kept.span else len(block.text)
    label = Message.of("duplicates.fix.merged", number=article.number_of(block.id))
    parts: list[tuple[Change, ...]] = [(cut_passage(article.block(draft.copy.block), draft.copy.span),)]
    if block.text[start:end] != line:
        parts.insert(0, (replace_text(block, start, end, line),))
    joint = join_fixes(article, [Fix(label, changes) for changes in parts])
    return Fix(label, joint.changes, slot=MERGE, alone=True)


def _find_chips(article: Article, kept: Place, copy: Place, left: Words, right: Words) -> Iterator[Chip]:
    """The chips of all stretches between words that both copies share, in the order of the copy."""
    there, here = article.block(kept.block).text, article.block(copy.block).text
    start = kept.span.start if kept.span else 0
    anchor = start
    for mine, its in _between_shared(left, right):
        swapped = (run for run in _runs_of_news(mine) if run[0].state in _IN_A_SLOT)
        for run in _runs_of_news(its):
            words = here[run[0].start : run[-1].end]
            if run[0].state in _IN_A_SLOT:
                other = next(swapped, None)
                if other is not None:
                    anchor = other[-1].end
                    instead = there[other[0].start : anchor]
                    yield Chip(words, ChipKind.DIFFERS, other[0].start, anchor, instead)
                    continue
            yield Chip(words, ChipKind.ADDS, anchor, anchor)
        if mine or its:
            anchor = max([anchor, *(word.end for word in mine)])


def _between_shared(left: Words, right: Words) -> Iterator[tuple[list[AlignedWord], list[AlignedWord]]]:
    """The words of both sides up to each shared word, that word last on the left; then what is behind the last."""
    ends = [n for n, word in enumerate(right) if word.state is WordState.SAME]
    at = 0
    low = 0
    for n, word in enumerate(left):
        if word.state is WordState.SAME and at < len(ends):
            before = 0 if at == 0 else ends[at - 1] + 1
            yield list(left[low : n + 1]), list(right[before : ends[at]])
            low, at = n + 1, at + 1
    yield list(left[low:]), list(right[ends[at - 1] + 1 if at else 0 :])


def _runs_of_news(words: Words) -> Iterator[list[AlignedWord]]:
    """Neighbouring words of one state that the kept copy does not have."""
    run: list[AlignedWord] = []
    for word in words:
        if run and word.state is not run[0].state:
            yield run
            run = []
        if word.state is WordState.ADDS or word.state in _IN_A_SLOT:
            run.append(word)
    if run:
        yield run


def _put(line: str, chip: Chip) -> str:
    before, after = line[: chip.start], line[chip.end :]
    if chip.instead:
        return before + chip.words + after
    gap_before = " " if before and not before[-1].isspace() else ""
    gap_after = " " if after and (after[0].isalnum() or after[0] in "“‘(\"'") else ""
    return f"{before}{gap_before}{chip.words}{gap_after}{after}"


def _append(line: str, words: str) -> str:
    """The words at the end of a line, before its final stop."""
    stripped = line.rstrip()
    if stripped.endswith(_STOPS):
        return f"{stripped[:-1]} {words}{stripped[-1]}"
    return f"{stripped} {words}"
