"""Place names: the spellings that the press uses today, a gazetteer of the world's cities, and words for peoples.

Tables in `resources/lexicon`: place_variants.toml and peoples.txt (ours), places.tsv.gz (from GeoNames, CC BY 4.0, see
LICENSE-GeoNames.txt). Nothing is read before it is asked for; `ResourceMissing` where a file is not there.
"""

from __future__ import annotations

import gzip
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from reader.lexicon.resources import find_resource
from reader.text.folding import fold_word, strip_accents
from reader.text.words import find_words, split_at_hyphens

_VARIANTS = "lexicon/place_variants.toml"
_GAZETTEER = "lexicon/places.tsv.gz"
_PEOPLES = "lexicon/peoples.txt"


class Reason(StrEnum):
    """Why a spelling is preferred."""

    LANGUAGE = "language"  # the country's own language, not that of a former ruler or an old system of spelling
    RENAMED = "renamed"  # the place has another name today
    USAGE = "usage"  # both are right; the press has one usual form
    SLIP = "slip"  # a common misspelling


@dataclass(frozen=True, slots=True)
class PlaceVariant:
    """One form of a place name that is not the preferred one.

    `always`: reported even where the preferred form does not occur; else only where both do. `near`: folded words (or
    their beginnings) of which one must stand in the article, for forms that also name something else. `unless`:
    phrases in folded words in which the form stays ("chicken kiev"). `source`: what it was checked against.
    """

    form: str
    preferred: str
    reason: Reason
    always: bool
    near: tuple[str, ...]
    unless: tuple[tuple[str, ...], ...]
    source: str


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A country, a state or a city of 15,000 people or more; `population` is 0 for the first two."""

    number: int
    name: str
    country: str
    population: int

    @property
    def is_large(self) -> bool:
        """Whether it is a country, a state or a city that a reader far away has heard of."""
        return self.population == 0 or self.population >= 500_000


def fold_phrase(text: str) -> tuple[str, ...]:
    """The words of a text, folded, without accents, hyphenated ones in parts: how tables are looked up."""
    return tuple(fold_place(part.text) for word in find_words(text) for part in split_at_hyphens(word))


def fold_place(name: str) -> str:
    """A name for looking it up: case folded, marks plain, without accents."""
    return fold_word(name) if name.isascii() else strip_accents(fold_word(name))


@cache
def place_variants() -> dict[tuple[str, ...], PlaceVariant]:
    """All forms of the variant table by their folded words."""
    table = tomllib.loads(find_resource(_VARIANTS).read_text(encoding="utf-8"))
    variants: dict[tuple[str, ...], PlaceVariant] = {}
    for entry in table["place"]:
        for form in entry["also"]:
            variant = PlaceVariant(
                form,
                entry["preferred"],
                Reason(entry["reason"]),
                entry.get("always", True),
                tuple(map(fold_word, entry.get("near", ()))),
                tuple(map(fold_phrase, entry.get("unless", ()))),
                entry["source"],
            )
            if variants.setdefault(fold_phrase(form), variant) is not variant:
                raise ValueError(f"{form} stands twice in {_VARIANTS}")
    return variants


def find_place(name: str) -> KnownPlace | None:
    """The largest place with this name, None where the gazetteer has none."""
    return _gazetteer().get(fold_place(name))


def is_people(word: str) -> bool:
    """Whether a word names a people, a faith or a political group, in the singular or plural ("Russians")."""
    folded = fold_place(word)
    return folded in _peoples() or (folded.endswith("s") and folded[:-1] in _peoples())


@cache
def _gazetteer() -> dict[str, KnownPlace]:
    """Places by folded name; countries and states come first in the file, then cities by size, and the first stays."""
    lines = gzip.decompress(find_resource(_GAZETTEER).read_bytes()).decode().splitlines()
    places: dict[str, KnownPlace] = {}
    for number, line in enumerate(lines):
        country, size, name, *others = line.split("\t")
        place = KnownPlace(number, name, country, int(size) if size.isdigit() else 0)
        places.setdefault(fold_place(name), place)
        for other in others:
            places.setdefault(fold_place(other), place)
    return places


@cache
def _peoples() -> frozenset[str]:
    lines = find_resource(_PEOPLES).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
