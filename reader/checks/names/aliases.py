"""Which spellings name one thing: "Zadorenko" and "Vyacheslav Zadorenko", "WHO" and "World Health Organization".

A short form belongs to a longer one only where exactly one longer form fits: an ambiguous alias belongs to none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reader.checks.names.tokens import tokens_of
from reader.core.entities import EntityLabel

_NO_INITIALS = frozenset("of the for and in on de la du des".split())
_SHORTEST_PREFIX = 5

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameKey:
    """What makes two mentions the same name: label and folded words."""

    label: EntityLabel
    words: Words


def key_of(name: str, label: EntityLabel, same: Mapping[Words, Words]) -> NameKey:
    """The key of a name; peoples in singular and plural are equal, and so are spellings that `same` makes so.

    `same`: the folded words of other spellings with those of the preferred one, wherever they stand in a name.
    """
    words = tuple(token.key for token in tokens_of(name)) or (name.casefold(),)
    if label is EntityLabel.NORP:
        return NameKey(label, (*words[:-1], words[-1].removesuffix("s")))
    return NameKey(label, _replace(words, same) if same else words)


def _replace(words: Words, same: Mapping[Words, Words]) -> Words:
    longest = max(map(len, same))
    replaced: list[str] = []
    at = 0
    while at < len(words):
        sizes = range(min(longest, len(words) - at), 0, -1)
        size = next((size for size in sizes if words[at : at + size] in same), 0)
        replaced.extend(same[words[at : at + size]] if size else words[at : at + 1])
        at += size or 1
    return tuple(replaced)


def find_owners(keys: Iterable[NameKey]) -> dict[NameKey, NameKey]:
    """For every key the longest form of its name: itself where it is the longest, or where several would fit."""
    by_label: dict[EntityLabel, list[NameKey]] = defaultdict(list)
    for key in dict.fromkeys(keys):
        by_label[key.label].append(key)
    owners: dict[NameKey, NameKey] = {}
    for label, group in by_label.items():
        longest_first = sorted(group, key=lambda key: -len(key.words))
        index = _Index(label)
        for key in longest_first:
            owners[key] = index.owner(key, owners) or key
            index.add(key)
    return owners


class _Index:
    """The longer names seen so far, by the short forms that could stand for them."""

    def __init__(self, label: EntityLabel) -> None:
        self._label = label
        self._by_form: dict[tuple[str, Words], list[NameKey]] = defaultdict(list)

    def add(self, key: NameKey) -> None:
        """Take a name in."""
        words = key.words
        if len(words) < 2:
            return
        if self._label is EntityLabel.PERSON:
            for start in range(1, len(words)):
                self._by_form["end", words[start:]].append(key)
            self._by_form["first", words[:1]].append(key)
            if len(words) > 2:
                self._by_form["ends", (words[0], words[-1])].append(key)
        elif self._label is EntityLabel.ORG:
            for end in range(1, len(words)):
                if len(words[0]) >= _SHORTEST_PREFIX:
                    self._by_form["start", words[:end]].append(key)
            initials = "".join(word[0] for word in words if word not in _NO_INITIALS)
            self._by_form["initials", (initials,)].append(key)

    def owner(self, key: NameKey, owners: dict[NameKey, NameKey]) -> NameKey | None:
        """The one name that a form stands for, None where there is none or more than one."""
        for kind in ("end", "ends", "first", "start", "initials"):
            fitting = {owners[other] for other in self._by_form.get((kind, key.words), ())}
            if fitting:
                return fitting.pop() if len(fitting) == 1 else None
        return None
