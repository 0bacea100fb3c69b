"""From mentions to entities: trimmed, labelled, found again in the text, and gathered under one name each.

A mention never belongs to two entities; an ambiguous alias ("Smith" where two people are called so) belongs to
neither and stands for itself.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reader.checks.names.aliases import NameKey, Words, find_owners, key_of
from reader.checks.names.labels import settle_labels
from reader.checks.names.occurrences import find_occurrences
from reader.checks.names.rivals import Rivals
from reader.checks.names.spans import reading_order, trim_mention
from reader.core.article import Article
from reader.core.entities import Entity, EntityLabel, Mention
from reader.core.spans import Place
from reader.lexicon.place_names import fold_phrase

_LONGEST_ACRONYM = 5


def complete_mentions(article: Article, mentions: Iterable[Mention]) -> list[Mention]:
    """The recogniser's mentions trimmed and with settled labels, and those it missed; in order, none overlapping."""
    trimmed = (trim_mention(article.block(mention.place.block).text, mention) for mention in mentions)
    ordered = sorted((m for m in trimmed if m is not None), key=lambda mention: reading_order(article, mention))
    return find_occurrences(article, settle_labels(article, _without_overlaps(ordered)))


def gather_entities(mentions: Sequence[Mention], rivals: Sequence[Rivals] = ()) -> tuple[Entity, ...]:
    """The entities of mentions in reading order, in the order of their first mention, numbered from 1.

    Spellings that rival each other are one entity with the preferred name.
    """
    preferred = {fold_phrase(item.preferred.text): item.preferred.text for item in rivals}
    same = {fold_phrase(form.text): fold_phrase(item.preferred.text) for item in rivals for form in item.others}
    keys = [key_of(mention.text, mention.label, same) for mention in mentions]
    owners = find_owners(keys)
    gathered: dict[NameKey, list[Mention]] = defaultdict(list)
    for mention, key in zip(mentions, keys, strict=True):
        gathered[owners[key]].append(mention)
    return tuple(_make_entity(number, *item, preferred) for number, item in enumerate(gathered.items(), 1))


def _without_overlaps(ordered: Sequence[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in ordered:
        if not kept or not _overlap(kept[-1].place, mention.place):
            kept.append(mention)
    return kept


def _overlap(one: Place, other: Place) -> bool:
    return one.block == other.block and (one.span is None or other.span is None or one.span.overlaps(other.span))


def _make_entity(number: int, key: NameKey, mentions: Sequence[Mention], preferred: Mapping[Words, str]) -> Entity:
    counts = Counter(mention.text for mention in mentions)
    name = preferred.get(key.words) or _choose_name(key.label, counts)
    return Entity(number, key.label, name, tuple(mentions), tuple(counts.most_common()))


def _choose_name(label: EntityLabel, counts: Counter[str]) -> str:
    """The fullest name of a person or organisation, else the most frequent; names in capitals come last."""
    if label in (EntityLabel.PERSON, EntityLabel.ORG):
        return max(counts, key=lambda text: (not text.isupper(), len(text.split()), counts[text]))
    return max(counts, key=lambda text: (not text.isupper() or len(text) <= _LONGEST_ACRONYM, counts[text]))
