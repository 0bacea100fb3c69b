"""Whether two words can be two spellings of one name: equal when transliterated alike, or one slip apart.

Words are folded (lower case, no accents). Close spelling alone proves nothing: Vladimir and Volodymyr are two names.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache

from reader.lexicon.near_words import slip_distance


class Closeness(IntEnum):
    """How close two spellings are."""

    SLIP = 1  # one letter more, less, wrong or exchanged
    SOUND = 2  # one sound, written by two systems: Mahmud, Mahmoud


SHORTEST = 4
"""Shorter words are not compared: nearly all of them are one slip from another."""

_SAME_SOUND = (
    # systems differ in how they write one consonant (Arabic, Slavic, Persian, Turkic names in English)
    ("dzh", "j"),
    ("tch", "ch"),
    ("dj", "j"),
    ("zh", "j"),
    ("kh", "h"),
    ("gh", "g"),
    ("ph", "f"),
    ("ck", "k"),
    ("ks", "x"),
    ("q", "k"),
    ("w", "v"),
    # and one vowel or semivowel
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("iy", "i"),
    ("yi", "i"),
    ("yy", "i"),
    ("ij", "i"),
    ("y", "i"),
)
_DOUBLED = re.compile(r"(.)\1+")
_YE = re.compile(r"^ye")
_INFLECTION = frozenset("s es n an ian i a o ese ish e".split())
"""What makes another word of a name: a people, a plural, a woman's surname (Solovyov, Solovyova)."""
_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=20_000)
def sound_of(word: str) -> str:
    """A key that two transliterations of one name share ("zelenskiy" and "zelensky")."""
    sound = _YE.sub("e", word)
    for spelling, plain in _SAME_SOUND:
        sound = sound.replace(spelling, plain)
    return _DOUBLED.sub(r"\1", sound.replace("'", ""))


def closeness(one: str, other: str) -> Closeness | None:
    """How close two different words are, None where they are not, or where one is an inflection of the other."""
    if one == other or min(len(one), len(other)) < SHORTEST or _is_inflection(one, other):
        return None
    if sound_of(one) == sound_of(other):
        return Closeness.SOUND
    if one[0] != other[0] or slip_distance(one, other, 1) > 1:
        return None
    if one[:-1] == other[:-1] and one[-1] in _VOWELS and other[-1] in _VOWELS:
        return None  # Mario and Maria
    return Closeness.SLIP


def _is_inflection(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return longer.startswith(shorter) and longer[len(shorter) :] in _INFLECTION


@lru_cache(maxsize=8)
def close_pairs(words: frozenset[str]) -> tuple[tuple[str, str, Closeness], ...]:
    """All close pairs among words, sorted; the same as comparing each with each, but linear in their number."""
    buckets: dict[str, set[str]] = defaultdict(set)
    for word in words:
        if len(word) >= SHORTEST:
            for form in _traces(word):
                buckets[form].add(word)
    found: dict[tuple[str, str], Closeness] = {}
    for bucket in buckets.values():
        for pair in _pairs(bucket):
            if pair not in found and (how := closeness(*pair)):
                found[pair] = how
    return tuple((one, other, how) for (one, other), how in sorted(found.items()))


def _traces(word: str) -> set[str]:
    """Forms that two close words share: the sound, the word, and the word with any one letter left out.

    One slip leaves such a form in common: a wrong letter is left out of both, an exchanged pair gives "ab" and "ba"
    one letter each.
    """
    return {f"/{sound_of(word)}", word, *(word[:n] + word[n + 1 :] for n in range(len(word)))}


def _pairs(bucket: Iterable[str]) -> Iterable[tuple[str, str]]:
    ordered = sorted(bucket)
    return ((one, other) for n, one in enumerate(ordered) for other in ordered[n + 1 :])
