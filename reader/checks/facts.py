"""Facts: what one family of checks tells the others, each with a digest that stands for its content.

A rule declares which facts it reads; its results are cached by their digests. Providers compute facts from the
article; `app` puts in those that come from the user (accepted words, confirmed names) or from another process.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any, Generic, TypeVar, cast

from reader.core.article import Article
from reader.core.duplicates import Repeats
from reader.core.entities import NameList
from reader.core.spans import Place

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class FactKey(Generic[T]):
    """The name of a fact, its type (for the pipe and the type checker), and what holds while nobody has provided it."""

    name: str
    kind: Any
    unknown: T


@dataclass(frozen=True, slots=True)
class Facts:
    """A frozen map of facts; a fact nobody provided has its key's `unknown` value and an empty digest."""

    _values: dict[str, object] = field(default_factory=dict)
    _digests: dict[str, str] = field(default_factory=dict, compare=False)

    def get(self, key: FactKey[T]) -> T:
        """The value of a fact."""
        return cast(T, self._values.get(key.name, key.unknown))

    def has(self, key: FactKey[Any]) -> bool:
        """Whether somebody provided this fact."""
        return key.name in self._values

    def names(self) -> tuple[str, ...]:
        """The names of all facts somebody provided."""
        return tuple(self._values)

    def digest(self, name: str) -> str:
        """What stands for the content of a fact in cache keys; empty for one that is not known."""
        if name not in self._values:
            return ""
        if name not in self._digests:  # made when it is first asked for: a fact may be large, and no rule may ask
            shown = repr(self._values[name]).encode(errors="surrogatepass")
            self._digests[name] = blake2b(shown, digest_size=12).hexdigest()
        return self._digests[name]

    def with_fact(self, key: FactKey[T], value: T) -> Facts:
        """The facts with one more, or another value for one; values must have a repr that shows all they hold."""
        if self._values.get(key.name) == value and key.name in self._values:
            return self
        digests = {name: digest for name, digest in self._digests.items() if name != key.name}
        return Facts({**self._values, key.name: value}, digests)


@dataclass(frozen=True, slots=True)
class Provider(Generic[T]):
    """Computes one fact from the article and the facts it reads. `deep` ones run in the worker for slow analysis."""

    key: FactKey[T]
    provide: Callable[[Article, Facts], T]
    reads: tuple[str, ...] = ()
    deep: bool = False


REPEATS: FactKey[Repeats] = FactKey("repeats", Repeats, Repeats())
"""Groups of copies and guessed captions (from duplicates)."""

CHOSEN_REFERENCES: FactKey[tuple[Place, ...]] = FactKey("chosen references", tuple[Place, ...], ())
"""Passages that the user chose to keep where they stand several times (from decisions), the latest last."""

NAMES: FactKey[NameList] = FactKey("names", NameList, NameList())
"""Entities and two spellings of one name (from names)."""

QUOTE_STYLE: FactKey[str] = FactKey("quote style", str, "")
"""Majority of the article's primary quotation marks: "double", "single" or empty where there are none."""

STRAIGHT_QUOTES: FactKey[bool] = FactKey("straight quotes", bool, unknown=False)
"""Whether the article is typed with straight marks throughout (then they are its style, not a fault)."""

ACCEPTED_WORDS: FactKey[tuple[str, ...]] = FactKey("accepted words", tuple[str, ...], ())
"""Words the user said are right here or always, sorted."""

LANGUAGE: FactKey[str] = FactKey("language", str, "en-US")
"""Language tag of the article, guessed or set: "en-US" or "en-GB"."""


def fact_keys() -> tuple[FactKey[Any], ...]:
    """All facts that travel between processes."""
    return (REPEATS, CHOSEN_REFERENCES, NAMES, QUOTE_STYLE, STRAIGHT_QUOTES, ACCEPTED_WORDS, LANGUAGE)


def provide_facts(article: Article, given: Facts, providers: Iterable[Provider[Any]]) -> Facts:
    """The given facts and those that the providers add, in their order; what is given is not computed again."""
    facts = given
    for provider in providers:
        if not given.has(provider.key):
            facts = facts.with_fact(provider.key, provider.provide(article, facts))
    return facts
