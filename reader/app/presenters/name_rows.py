"""The names view: every name with its spellings, where it first stands, how often and where."""

from __future__ import annotations

from dataclasses import dataclass

from reader.app.messages.rendering import Renderer
from reader.app.presenters.places import paragraph_sign
from reader.core.article import Article, Role
from reader.core.entities import NAME_LABELS, Entity, EntityLabel, NameList
from reader.core.issues import Issue, IssueState
from reader.core.spans import Place

_GROUPS = (
    ("people", frozenset({EntityLabel.PERSON})),
    ("places", frozenset({EntityLabel.PLACE})),
    ("organisations", frozenset({EntityLabel.ORG})),
    ("others", NAME_LABELS - {EntityLabel.PERSON, EntityLabel.PLACE, EntityLabel.ORG}),
)


@dataclass(frozen=True, slots=True)
class Tick:
    """One mention on the strip: `at` is the share of the article's words before it, 0 to 1."""

    at: float
    in_caption: bool
    other_spelling: bool
    place: Place


@dataclass(frozen=True, slots=True)
class NameRow:
    """One name; `issue` is the open decision about it."""

    name: str
    also: str
    first: str
    count: int
    ticks: tuple[Tick, ...]
    issue: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class NameGroup:
    """Names of one kind under their heading."""

    title: str
    rows: tuple[NameRow, ...]


@dataclass(frozen=True, slots=True)
class NamesView:
    """The whole view; `title` counts the names."""

    title: str
    groups: tuple[NameGroup, ...]


def present_names(article: Article, names: NameList, issues: tuple[Issue, ...], render: Renderer) -> NamesView:
    """Names to decide first, then people, places, organisations and others, each in the order of first mention."""
    offsets = _measure(article)
    opened = [i for i in issues if i.stage == "names" and i.state is IssueState.OPEN]
    to_decide = [_issue_row(article, issue, names, offsets) for issue in opened]
    groups = []
    if to_decide:
        groups.append(NameGroup(render.text("names.to_decide"), tuple(to_decide)))
    decided_names = {row.name.casefold() for row in to_decide}
    for key, labels in _GROUPS:
        entities = [e for e in names.entities if e.label in labels and e.name.casefold() not in decided_names]
        rows = [_entity_row(article, entity, offsets) for entity in entities if _standing(article, entity)]
        if rows:
            ordered = tuple(sorted(rows, key=lambda row: row.ticks[0].at))
            groups.append(NameGroup(render.text(f"names.{key}"), ordered))
    total = sum(len(group.rows) for group in groups)
    return NamesView(render.text("names.title", count=total), tuple(groups))


def _measure(article: Article) -> dict[int, tuple[int, int]]:
    """For each block the code points before it, and (key 0) those of the whole article."""
    offsets: dict[int, tuple[int, int]] = {}
    position = 0
    for block in article.blocks:
        offsets[block.id] = (position, len(block.text))
        position += len(block.text) + 1
    offsets[0] = (position, 0)
    return offsets


def _tick(article: Article, place: Place, offsets: dict[int, tuple[int, int]], *, other: bool) -> Tick:
    start = offsets[place.block][0] + (place.span.start if place.span else 0)
    caption = article.block(place.block).role is Role.CAPTION
    return Tick(start / max(1, offsets[0][0]), caption, other, place)


def _standing(article: Article, entity: Entity) -> list[Place]:
    return [mention.place for mention in entity.mentions if mention.place.block in article]


def _entity_row(article: Article, entity: Entity, offsets: dict[int, tuple[int, int]]) -> NameRow:
    places = _standing(article, entity)
    ticks = tuple(sorted((_tick(article, p, offsets, other=False) for p in places), key=lambda tick: tick.at))
    also = ", ".join(f"{form} {count}" for form, count in entity.forms if form != entity.name)
    first = paragraph_sign(article, ticks[0].place.block)
    return NameRow(entity.name, also, first, len(ticks), ticks)


def _issue_row(article: Article, issue: Issue, names: NameList, offsets: dict[int, tuple[int, int]]) -> NameRow:
    preferred = str(issue.message.value("preferred") or issue.findings[0].quote)
    others = [finding.place for finding in issue.findings]
    same = [
        mention.place
        for entity in names.entities
        if entity.name == preferred
        for mention in entity.mentions
        if mention.place.block in article and mention.text == preferred and mention.place not in others
    ]
    ticks = [_tick(article, place, offsets, other=True) for place in others]
    ticks += [_tick(article, place, offsets, other=False) for place in same]
    ordered = tuple(sorted(ticks, key=lambda tick: tick.at))
    spellings: dict[str, int] = {}
    for finding in issue.findings:
        spellings[finding.quote] = spellings.get(finding.quote, 0) + 1
    also = ", ".join(f"{form} {count}" for form, count in spellings.items())
    first = paragraph_sign(article, ordered[0].place.block)
    counts = [count for variant in names.variants if variant.preferred == preferred for _, count in variant.forms]
    return NameRow(preferred, also, first, max(sum(counts), len(ordered)), ordered, issue.id)
