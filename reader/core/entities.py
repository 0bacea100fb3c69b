"""Names in an article: mentions, and the entities that they belong to.

A mention never belongs to two entities; an ambiguous alias belongs to none.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.core.spans import Place


class EntityLabel(StrEnum):
    """Kinds of entity, as the command line prints them."""

    PERSON = "PERSON"
    PLACE = "PLACE"
    ORG = "ORG"
    NORP = "NORP"
    DATE = "DATE"
    TIME = "TIME"
    MONEY = "MONEY"
    QUANTITY = "QUANTITY"
    EVENT = "EVENT"
    WORK = "WORK"
    OTHER = "OTHER"


NAME_LABELS = frozenset(
    {EntityLabel.PERSON, EntityLabel.PLACE, EntityLabel.ORG, EntityLabel.NORP, EntityLabel.EVENT, EntityLabel.WORK}
)
"""The labels whose mentions are names (not dates or figures)."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an entity is named."""

    place: Place
    text: str
    label: EntityLabel
    score: float = 1.0
    source: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, place or organisation with its mentions; `forms` are spellings with their counts."""

    id: int
    label: EntityLabel
    name: str
    mentions: tuple[Mention, ...]
    forms: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """Two or more spellings of one name: the preferred one, all forms with counts, and where the others stand.

    `why` is a short key: "both occur", "gazetteer" or "variant table".
    """

    preferred: str
    forms: tuple[tuple[str, int], ...]
    places: tuple[Place, ...]
    why: str
    label: EntityLabel = EntityLabel.PLACE


@dataclass(frozen=True, slots=True)
class NameList:
    """All names of an article: entities with their mentions, and names spelt in two ways."""

    entities: tuple[Entity, ...] = ()
    variants: tuple[Variant, ...] = ()
