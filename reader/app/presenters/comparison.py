"""Two copies side by side: the kept one left, words that differ, have moved or are added marked, and how it reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.app.copies_in_hand import CopiesInHand, has_proposal
from reader.app.issues import Choice, find_choices
from reader.app.merge_desk import Merging
from reader.app.messages.rendering import Renderer
from reader.app.pairs import find_copy, find_reference
from reader.app.presenters.afterwards import AfterwardsLine, present_afterwards
from reader.app.presenters.copy_rows import CopyRow, present_copy_rows
from reader.app.presenters.places import paragraph_sign
from reader.app.repeats_desk import RepeatsDesk
from reader.app.session import Session
from reader.app.sorts import cuts
from reader.checks.facts import REPEATS
from reader.core.article import Article
from reader.core.duplicates import AlignedWord, DuplicateKind, WordState
from reader.core.findings import Finding
from reader.core.slots import PROPOSED
from reader.core.spans import Place

_CONTEXT, _WIDE_CONTEXT = 160, 700
"""Characters of what stands around a copy: usually, and when more is asked for."""
_TARGET = 60
_MOST_WARNINGS = 3


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
class ChipView:
    """A phrase that can be taken over in a merge; `instead` are the words that it would replace."""

    words: str
    instead: str
    taken: bool


@dataclass(frozen=True, slots=True)
class MergeView:
    """A merge in hand: title, chips, the line, what would be lost; `targets` are paragraphs to choose from."""

    title: str
    chips: tuple[ChipView, ...]
    line: str
    lost: str
    targets: tuple[tuple[int, str], ...] = ()
    target: int = 0


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """The pair in hand: verdict, evidence, warnings, both sides, the other copies, and how it reads afterwards."""

    verdict: str
    evidence: str
    kept: CopyView | None
    copy: CopyView
    afterwards_title: str
    afterwards: tuple[AfterwardsLine, ...]
    warnings: tuple[str, ...] = ()
    rows: tuple[CopyRow, ...] = ()
    rows_title: str = ""
    merge: MergeView | None = None
    clash: bool = False


def present_comparison(session: Session, desk: RepeatsDesk, render: Renderer) -> ComparisonView | None:
    """The side-by-side view of the open issue of the stage of repeats; None where none is in hand."""
    issue, hand = desk.issue, desk.hand
    if issue is None or hand is None:
        return None
    article = session.article
    at = hand.at(issue)
    finding = issue.findings[at]
    reference = find_reference(finding)
    copy = find_copy(session.facts.get(REPEATS), finding.place, reference) if reference else None
    choices = find_choices(article, issue, hand.numbers(issue), at)
    length = _WIDE_CONTEXT if desk.wide else _CONTEXT
    tag = _tag_of_copy(finding, hand, render)
    role = render.text("margin.caption") if finding.rule.startswith("captions.") else ""
    right = _present_side(article, finding.place, copy.words if copy else (), tag, render, length, role=role)
    left = None
    if reference is not None:
        kept = "" if finding.klass == DuplicateKind.CONFLICT.value else render.text("compare.kept")
        words = _without_additions(copy.reference_words if copy else ())
        left = _present_side(article, reference.places[0], words, kept, render, length)
    rows = present_copy_rows(article, issue, session.issues, hand, render, fold=not desk.wide)
    shown = _choice_shown(choices) if finding.klass != DuplicateKind.CONFLICT.value else None
    afterwards = present_afterwards(article, shown.fix, finding.place, render) if shown else ()
    return ComparisonView(
        render(finding.message),
        render(finding.evidence) if finding.evidence else "",
        left,
        right,
        render.text("compare.afterwards", choice=render(shown.fix.label)) if shown and afterwards else "",
        afterwards,
        tuple(_say_warnings(choices, render)),
        rows,
        render.text("copies.title", ticked=len(hand.numbers(issue)), total=len(issue.findings)) if rows else "",
        _present_merge(article, desk.merge.merging, render) if desk.merge.merging else None,
        finding.klass == DuplicateKind.CONFLICT.value,
    )


def _say_warnings(choices: Sequence[Choice], render: Renderer) -> Iterator[str]:
    """What the choices take away besides words; those of a choice that is not the proposed one name it."""
    said = [(choice, render(warning)) for choice in choices for warning in choice.fix.warnings]
    for choice, warning in said[:_MOST_WARNINGS]:
        label = render(choice.fix.label)
        yield warning if choice.fix.slot == PROPOSED else render.text("compare.warning", choice=label, warning=warning)
    if len(said) > _MOST_WARNINGS:
        yield render.text("compare.more_warnings", count=len(said) - _MOST_WARNINGS)


def _choice_shown(choices: Sequence[Choice]) -> Choice | None:
    """The choice whose result is shown: the proposed one, else the first that changes anything."""
    return next((choice for choice in choices if choice.fix.changes), None)


def _present_merge(article: Article, merging: Merging, render: Renderer) -> MergeView:
    draft = merging.draft
    chips = tuple(ChipView(chip.words, chip.instead, n in merging.taken) for n, chip in enumerate(draft.chips))
    targets = tuple((block, _name_target(article, block)) for block in merging.targets)
    lost = render.text("merge.loses", words=", ".join(merging.lost)) if merging.lost else render.text("merge.no_loss")
    title = render.text("merge.title", place=paragraph_sign(article, draft.kept.block))
    return MergeView(title, chips, merging.line, lost, targets, draft.kept.block)


def _name_target(article: Article, block: int) -> str:
    text = article.block(block).text
    shown = text if len(text) <= _TARGET else text[:_TARGET].rpartition(" ")[0] + " …"
    return f"{paragraph_sign(article, block)}  {shown}"


def _without_additions(words: tuple[AlignedWord, ...]) -> tuple[AlignedWord, ...]:
    """Words that only the kept copy has are not marked: nothing happens to them."""
    return tuple(word for word in words if word.state is not WordState.ADDS)


def _tag_of_copy(finding: Finding, hand: CopiesInHand, render: Renderer) -> str:
    """What is proposed for the open copy: a cut, a caption at the end, or nothing."""
    if not has_proposal(finding) or finding.place not in hand.ticked:
        return ""
    return render.text("compare.proposed_cut" if cuts(finding) else "compare.proposed_caption")


def _present_side(
    article: Article,
    place: Place,
    words: tuple[AlignedWord, ...],
    tag: str,
    render: Renderer,
    length: int,
    *,
    role: str = "",
) -> CopyView:
    block = article.block(place.block)
    start, end = (0, len(block.text)) if place.span is None else (place.span.start, place.span.end)
    heading = f"{paragraph_sign(article, block.id)} · {role or render.text(f'role.{block.role.value}')}"
    before, after = block.text[:start], block.text[end:]
    n = article.position(block.id)
    if n > 0 and (not before.strip() or length > _CONTEXT):
        before = f"{article.blocks[n - 1].text} {before}"
    if n + 1 < len(article.blocks) and (not after.strip() or length > _CONTEXT):
        after = f"{after} {article.blocks[n + 1].text}"
    return CopyView(
        heading, tag, _tail(before, length), mark_words(block.text, start, end, words), _head(after, length)
    )


def _tail(text: str, length: int) -> str:
    text = text.strip()
    return text if len(text) <= length else "… " + text[-length:].partition(" ")[2]


def _head(text: str, length: int) -> str:
    text = text.strip()
    return text if len(text) <= length else text[:length].rpartition(" ")[0] + " …"


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
