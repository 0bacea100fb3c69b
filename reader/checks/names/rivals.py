"""Spellings that rival each other for one name: the value that table, text and rule share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.core.entities import EntityLabel, Variant
from reader.core.spans import Place
from reader.lexicon.place_names import PlaceVariant


class Why(StrEnum):
    """What says that two spellings are one name."""

    TABLE = "variant table"
    GAZETTEER = "gazetteer"
    TEXT = "both occur"


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling with all its places."""

    text: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Rivals:
    """The spellings of one name: the preferred one (perhaps without a place), then the others.

    `key` tells the decision about it apart and stays the same when places come and go; `entry` is that of the variant
    table; `gazetteer` the name there, empty where it has none; `score` is 0 to 1.
    """

    key: str
    preferred: Form
    others: tuple[Form, ...]
    why: Why
    label: EntityLabel
    score: float
    gazetteer: str = ""
    entry: PlaceVariant | None = None

    def to_variant(self) -> Variant:
        """What the list of names tells about it."""
        forms = [form for form in (self.preferred, *self.others) if form.places]
        places = tuple(place for form in self.others for place in form.places)
        counts = tuple((form.text, len(form.places)) for form in forms)
        return Variant(self.preferred.text, counts, places, self.why.value, self.label)


def usual_spelling(texts: Sequence[str]) -> str:
    """The most frequent of some spellings that differ in capitals or accents; those in capitals come last."""
    counts = Counter(texts)
    return max(counts, key=lambda text: (not text.isupper(), counts[text]))
