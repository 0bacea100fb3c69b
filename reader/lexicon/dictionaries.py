"""The system's dictionaries through enchant: the one place where enchant is named.

A dictionary only says whether it knows a word; suggestions are our own (`lexicon.suggestions`), so that they are alike
on every platform. Enchant's dictionaries are not safe between threads: one lock for all, and a bounded cache of words
before it. What is missing is a value (`core.notes.Missing`), never "every word is right" or "every word is wrong".
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from threading import Lock
from typing import Any

from reader.core.messages import Message
from reader.core.notes import Missing

PROVIDERS = "hunspell,nuspell,aspell,applespell"
"""The order in which enchant asks its back ends, set for `*` and for each tag: its own order differs by platform."""

CACHE_BOUND = 60_000
"""Words kept for each dictionary: a long article has about 15,000 distinct ones."""

_LOCK = Lock()
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


class Dictionary:
    """One dictionary; `tag` is a language tag such as "en-US", `provider` the back end that holds it."""

    def __init__(self, tag: str, source: Any) -> None:
        self.tag = tag
        self.provider = str(source.provider.name)
        self._source = source
        self._ask_cached = lru_cache(maxsize=CACHE_BOUND)(self._ask)

    def knows(self, word: str) -> bool:
        """Whether the word is spelt right; case counts, curly apostrophes are as good as straight ones.

        False for an empty word and for one with characters that no dictionary can hold. Safe between threads.
        """
        return self._ask_cached(word.replace("’", "'").replace("ʼ", "'"))

    def offer(self, word: str) -> tuple[str, ...]:
        """The back end's own suggestions, best first: slow and different by platform, for comparing with ours."""
        with _LOCK:
            return tuple(self._source.suggest(word))

    def _ask(self, word: str) -> bool:
        if not word or "\0" in word:
            return False
        try:
            with _LOCK:
                return bool(self._source.check(word))
        except UnicodeEncodeError:
            return False


@lru_cache(maxsize=16)
def open_dictionary(tag: str) -> Dictionary | Missing:
    """The dictionary of a language tag ("en-US" or "en_US"), opened once, or what is missing and the remedy."""
    if not _TAG.fullmatch(tag):
        return _missing_dictionary(tag)
    try:
        broker = _open_broker()
    except ImportError:
        return _missing_library()
    system_tag = tag.replace("-", "_")
    try:
        with _LOCK:
            broker.set_ordering(system_tag, PROVIDERS)
            source = broker.request_dict(system_tag)
    except (_import_enchant().errors.Error, ValueError):
        return _missing_dictionary(tag)
    if "_" in system_tag and source.tag != system_tag:
        return _missing_dictionary(tag)  # enchant falls back from "en_GB" to any "en": American then counts as British
    return Dictionary(tag.replace("_", "-"), source)


def installed_languages() -> tuple[str, ...]:
    """The tags of all installed dictionaries, sorted; empty where enchant's library is missing."""
    try:
        broker = _open_broker()
    except ImportError:
        return ()
    with _LOCK:
        return tuple(sorted(tag.replace("_", "-") for tag in broker.list_languages()))


def forget_dictionaries() -> None:
    """Open dictionaries afresh from now on: for "check again" after the user installed one."""
    open_dictionary.cache_clear()
    _open_broker.cache_clear()


@cache
def _open_broker() -> Any:
    """Enchant's broker with our order of back ends; `ImportError` where its C library is missing."""
    broker = _import_enchant().Broker()
    broker.set_ordering("*", PROVIDERS)
    return broker


def _import_enchant() -> Any:
    # Not at the top: importing it fails where the C library is missing, and Reader must start without it.
    try:
        import enchant
    except (OSError, AssertionError, AttributeError) as error:  # a file that is no library, is gone or is too old
        raise ImportError("enchant's C library cannot be loaded") from error
    return enchant


def _missing_library() -> Missing:
    return Missing("enchant", Message.of("missing.enchant"), Message.of("missing.enchant.remedy"))


def _missing_dictionary(tag: str) -> Missing:
    shown = tag.replace("_", "-")
    return Missing(
        f"dictionary {shown}",
        Message.of("missing.dictionary", language=shown),
        Message.of("missing.dictionary.remedy", language=shown, package=f"hunspell-{shown.lower()}"),
    )
