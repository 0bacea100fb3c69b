"""The card: the current issue with its evidence, its choices and what each one does."""

from __future__ import annotations

from dataclasses import dataclass

from reader.app.copies_in_hand import CopiesInHand
from reader.app.issues import find_choices
from reader.app.messages.rendering import Renderer
from reader.app.presenters.looks import Look, look_of
from reader.app.presenters.places import name_places, paragraph_sign
from reader.app.presenters.queue import IssueId
from reader.core.article import Article
from reader.core.findings import Finding
from reader.core.fixes import Fix, Safety
from reader.core.issues import Issue
from reader.core.slots import PROPOSED
from reader.text.words import count_words

_LONGEST_QUOTE = 110
_CONTEXT = 24
_PREVIEWED = 40


@dataclass(frozen=True, slots=True)
class QuoteSegment:
    """A piece of the quotation; `faulty` pieces carry the mark."""

    text: str
    faulty: bool = False


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """One choice: its key cap, what it is called, what it does, whether it is proposed, and whether it asks first."""

    key: str
    label: str
    effect: str
    proposed: bool
    index: int
    warning: bool = False
    asks: bool = False


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place of an issue with several, for the preview before all are changed."""

    place: str
    before: str
    change: str
    after: str


@dataclass(frozen=True, slots=True)
class CardView:
    """All that the card shows."""

    id: IssueId
    look: Look
    verdict: str
    meta: str
    quote: tuple[QuoteSegment, ...]
    evidence: str
    choices: tuple[ChoiceView, ...]
    places: tuple[PlaceRow, ...] = ()


def present_card(article: Article, issue: Issue, render: Renderer, hand: CopiesInHand | None = None) -> CardView:
    """The card of an open issue; of copies the open one speaks for all."""
    finding = issue.findings[hand.at(issue) if hand else 0]
    evidence = render(finding.evidence) if finding.evidence else ""
    return CardView(
        issue.id,
        look_of(finding),
        render(finding.message),
        _present_meta(article, issue, render),
        _present_quote(article, finding),
        evidence,
        present_choices(article, issue, render, hand),
        _present_places(article, issue),
    )


def present_choices(
    article: Article, issue: Issue, render: Renderer, hand: CopiesInHand | None = None
) -> tuple[ChoiceView, ...]:
    """The choices of an open issue in their fixed order; the first is proposed unless it is for information only."""
    only, at = (hand.numbers(issue), hand.at(issue)) if hand else (None, None)
    views = []
    for index, choice in enumerate(find_choices(article, issue, only, at)):
        fix = choice.fix
        proposed = index == 0 and fix.slot == PROPOSED and fix.safety is not Safety.SHOW
        key = "a" if proposed else str(fix.slot)
        label, effect = render(fix.label), _present_effect(fix, render)
        views.append(ChoiceView(key, label, effect, proposed, index, bool(fix.loses), fix.asks))
    return tuple(views)


def _present_effect(fix: Fix, render: Renderer) -> str:
    if fix.effect is not None:
        return render(fix.effect)
    if fix.loses:
        return render.text("card.loses", words=", ".join(fix.loses))
    return ""


def _present_meta(article: Article, issue: Issue, render: Renderer) -> str:
    finding = issue.findings[0]
    block = article.block(finding.place.block)
    if len(issue.findings) > 1:
        where = name_places(article, [item.place for item in issue.findings])
    else:
        where = paragraph_sign(article, block.id)
    words = count_words(finding.quote)
    parts = [where, render.text(f"role.{block.role.value}")]
    if words > 1:
        parts.append(render.text("card.words", count=words))
    parts.append(render.text(certainty_key(finding.score)))
    return " · ".join(parts)


def certainty_key(score: float) -> str:
    """Certainty as a word: certain, likely or possible."""
    if score >= 0.9:
        return "certainty.certain"
    return "certainty.likely" if score >= 0.6 else "certainty.possible"


def _present_quote(article: Article, finding: Finding) -> tuple[QuoteSegment, ...]:
    text = article.block(finding.place.block).text
    span = finding.place.span
    if span is None or len(span) > _LONGEST_QUOTE:
        quote = finding.quote
        shown = quote if len(quote) <= _LONGEST_QUOTE else quote[:_LONGEST_QUOTE].rpartition(" ")[0] + " …"
        return (QuoteSegment(shown),)
    before, after = surroundings(text, span.start, span.end, (_LONGEST_QUOTE - len(span)) // 2)
    return (QuoteSegment(before), QuoteSegment(finding.quote, faulty=True), QuoteSegment(after))


def surroundings(text: str, start: int, end: int, length: int) -> tuple[str, str]:
    """The text before and after a span, cut at a blank to about `length` code points each, with an ellipsis."""
    low, high = max(0, start - length), min(len(text), end + length)
    before, after = text[low:start], text[end:high]
    if low > 0:
        before = "… " + before.partition(" ")[2]
    if high < len(text):
        after = after.rpartition(" ")[0] + " …"
    return before, after


def _present_places(article: Article, issue: Issue) -> tuple[PlaceRow, ...]:
    if len(issue.findings) < 2:
        return ()
    rows = []
    for finding in issue.findings[:_PREVIEWED]:
        span = finding.place.span
        if span is None:
            continue
        before, after = surroundings(article.block(finding.place.block).text, span.start, span.end, _CONTEXT)
        new = _replacement(finding)
        change = f"{finding.quote} → {new}" if new is not None else finding.quote
        rows.append(PlaceRow(paragraph_sign(article, finding.place.block), before, change, after))
    return tuple(rows)


def _replacement(finding: Finding) -> str | None:
    if not finding.fixes or len(finding.fixes[0].changes) != 1:
        return None
    new = getattr(finding.fixes[0].changes[0], "new", None)
    return new if isinstance(new, str) else None
