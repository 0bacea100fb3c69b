"""The two long-lived workers: quick (spelling, cleanup, duplicates) and deep (names)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reader.app.check_worker import WorkerKind
from reader.checks import registry
from reader.checks.facts import LANGUAGE, Provider
from reader.checks.kinds import Check
from reader.core.article import Article
from reader.core.notes import Missing


class QuickKind:
    """Spelling, cleanup and duplicates."""

    name = "quick"

    def checks(self) -> tuple[Check, ...]:
        """The checks answered in milliseconds."""
        return registry.quick_checks()

    def providers(self) -> tuple[Provider[Any], ...]:
        """Their facts; the one over repeats is last, for it looks at the whole article."""
        return registry.quick_providers()

    def prepare(self, article: Article) -> Iterator[None]:
        """Nothing to prepare."""
        del article
        return iter(())

    def missing(self) -> tuple[Missing, ...]:
        """The dictionary, where there is none."""
        from reader.checks.spelling.word import spelling_missing

        found = spelling_missing(LANGUAGE.unknown)
        return (found,) if found else ()


class DeepKind:
    """Names."""

    name = "deep"

    def checks(self) -> tuple[Check, ...]:
        """The checks that wait for the recogniser."""
        return registry.deep_checks()

    def providers(self) -> tuple[Provider[Any], ...]:
        """The list of names."""
        return registry.deep_providers()

    def prepare(self, article: Article) -> Iterator[None]:
        """Recognise names, a few blocks at a time."""
        from reader.checks.names.recogniser import model_missing, recognise

        if model_missing() is None:
            for _ in recognise(article.blocks):
                yield

    def missing(self) -> tuple[Missing, ...]:
        """The language model, where there is none."""
        from reader.checks.names.recogniser import model_missing

        found = model_missing()
        return (found,) if found else ()


KINDS: dict[str, type[QuickKind | DeepKind]] = {"quick": QuickKind, "deep": DeepKind}
"""Kinds by the name on the command line of `python -m reader.worker`."""


def make_kind(name: str) -> WorkerKind:
    """The kind with this name; `KeyError` where there is none."""
    return KINDS[name]()
