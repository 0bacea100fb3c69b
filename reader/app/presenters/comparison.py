"""Two copies side by side: the kept one left, words that differ, have moved or are added marked, and how it reads."""

from __future__ import annotations

from dataclasses import dataclass

from reader.app.issues import choices_of
from reader.app.messages.rendering import Renderer
from reader.app.presenters.places import paragraph_sign
from reader.core.article import Article
from reader.core.changes import ChangeRefused, MoveBlock, apply_changes
from reader.core.duplicates import AlignedWord, Copy, DuplicateGroup, Repeats, WordState
from reader.core.findings import Finding, Relation
from reader.core.issues import Issue
from reader.core.spans import Passage, Place
from reader.text.words import count_words

_CONTEXT = 160


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A piece of text with the state of its words; SAME pieces carry no mark."""

    text: str
    state: WordState = WordState.SAME


@dataclass(frozen=True, slots=True)
class CopyView:
    """One side: its heading ("¶11 · body"), tag ("kept"), the text around it and its own, marked."""

    heading: str
    tag: str
    before: str
    text: tuple[MarkedText, ...]
    after: str


@dataclass(frozen=True, slots=True)
class AfterwardsLine:
    """One line of how it reads afterwards; `cut` lines name what is gone."""

    text: str
    cut: bool = False


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """The pair in hand: verdict in one sentence, evidence, both sides, and how it reads after the proposed choice."""

    verdict: str
    evidence: str
    kept: CopyView | None
    copy: CopyView
    afterwards_title: str
    afterwards: tuple[AfterwardsLine, ...]


def present_comparison(article: Article, issue: Issue, repeats: Repeats, render: Renderer) -> ComparisonView:
    """The side-by-side view of an open issue of the stage of repeats."""
    finding = issue.findings[0]
    reference = find_reference(finding)
    copy = _find_copy(repeats, finding.place, reference)
    proposed = _tag_of_copy(article, issue, render)
    right_words = copy.words if copy else ()
    right = _present_side(article, finding.place, right_words, proposed, render)
    left = None
    if reference is not None:
        left_words = copy.reference_words if copy else ()
        kept = render.text("compare.kept")
        left = _present_side(article, reference.places[0], _without_additions(left_words), kept, render)
    title, lines = present_afterwards(article, issue, render)
    evidence = render(finding.evidence) if finding.evidence else ""
    return ComparisonView(render(finding.message), evidence, left, right, title, lines)


def find_reference(finding: Finding) -> Passage | None:
    """The passage that a finding repeats or contradicts, None where it stands alone."""
    for related in finding.related:
        if related.relation is Relation.REFERENCE:
            return related.passage
    return finding.related[0].passage if finding.related else None


def _find_copy(repeats: Repeats, place: Place, reference: Passage | None) -> Copy | None:
    if reference is None:
        return None
    for group in repeats.groups:
        for copy in group.copies:
            if copy.passage.places[0] == place and group.reference.places[0] == reference.places[0]:
                return copy
    return _find_turned(repeats.groups, place, reference)


def _find_turned(groups: tuple[DuplicateGroup, ...], place: Place, reference: Passage) -> Copy | None:
    """The alignment of a pair that the group holds the other way round."""
    for group in groups:
        for copy in group.copies:
            if copy.passage.places[0] == reference.places[0] and group.reference.places[0] == place:
                return Copy(copy.passage, copy.kind, copy.score, copy.reference_words, copy.words)
    return None


def _without_additions(words: tuple[AlignedWord, ...]) -> tuple[AlignedWord, ...]:
    """Words that only the kept copy has are not marked: nothing happens to them."""
    return tuple(word for word in words if word.state is not WordState.ADDS)


def _tag_of_copy(article: Article, issue: Issue, render: Renderer) -> str:
    """What is proposed for the copy: a cut, a caption at the end, or nothing."""
    choices = choices_of(article, issue)
    if not choices or choices[0].slot != 1:
        return ""
    if any(isinstance(change, MoveBlock) for change in choices[0].changes):
        return render.text("compare.proposed_caption")
    return render.text("compare.proposed_cut") if choices[0].changes else ""


def _present_side(
    article: Article, place: Place, words: tuple[AlignedWord, ...], tag: str, render: Renderer
) -> CopyView:
    block = article.block(place.block)
    start, end = (0, len(block.text)) if place.span is None else (place.span.start, place.span.end)
    heading = f"{paragraph_sign(article, block.id)} · {render.text(f'role.{block.role.value}')}"
    before, after = block.text[:start], block.text[end:]
    n = article.position(block.id)
    if not before.strip() and n > 0:
        before = article.blocks[n - 1].text
    if not after.strip() and n + 1 < len(article.blocks):
        after = article.blocks[n + 1].text
    return CopyView(heading, tag, _tail(before), mark_words(block.text, start, end, words), _head(after))


def _tail(text: str) -> str:
    text = text.strip()
    return text if len(text) <= _CONTEXT else "… " + text[-_CONTEXT:].partition(" ")[2]


def _head(text: str) -> str:
    text = text.strip()
    return text if len(text) <= _CONTEXT else text[:_CONTEXT].rpartition(" ")[0] + " …"


def mark_words(text: str, start: int, end: int, words: tuple[AlignedWord, ...]) -> tuple[MarkedText, ...]:
    """The text between two offsets in pieces of one state; neighbours of one state are one piece, blanks included."""
    pieces: list[MarkedText] = []
    position = start
    for word in sorted(words, key=lambda word: word.start):
        if word.state is WordState.SAME or word.start < position or word.end > end:
            continue
        gap = text[position : word.start]
        if pieces and pieces[-1].state is word.state and not gap.strip():
            pieces[-1] = MarkedText(pieces[-1].text + gap + text[word.start : word.end], word.state)
        else:
            if gap:
                pieces.append(MarkedText(gap))
            pieces.append(MarkedText(text[word.start : word.end], word.state))
        position = word.end
    if position < end:
        pieces.append(MarkedText(text[position:end]))
    return tuple(pieces)


def present_afterwards(article: Article, issue: Issue, render: Renderer) -> tuple[str, tuple[AfterwardsLine, ...]]:
    """How the surroundings of the finding read after the first choice that changes something."""
    choice = next((fix for fix in choices_of(article, issue) if fix.changes), None)
    if choice is None:
        return "", ()
    try:
        applied = apply_changes(article, choice.changes)
    except ChangeRefused:
        return "", ()
    place = issue.findings[0].place
    n = article.position(place.block)
    lines: list[AfterwardsLine] = []
    for block in article.blocks[max(0, n - 1) : n + 2]:
        if block.id not in applied.article:
            words = count_words(block.text)
            sign = paragraph_sign(article, block.id)
            lines.append(AfterwardsLine(render.text("compare.cut", place=sign, count=words), cut=True))
        elif block.id == place.block and applied.article.position(block.id) == len(applied.article.blocks) - 1:
            sign = paragraph_sign(article, block.id)
            lines.append(AfterwardsLine(render.text("compare.moved_to_end", place=sign), cut=True))
        else:
            lines.append(AfterwardsLine(applied.article.block(block.id).text))
    return render.text("compare.afterwards", choice=render(choice.label)), tuple(lines)
