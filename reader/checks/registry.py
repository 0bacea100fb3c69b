"""All checks and providers, by the worker that runs them. The families are imported on first use."""

from __future__ import annotations

from functools import cache
from typing import Any

from reader.checks.facts import Provider
from reader.checks.kinds import Check


@cache
def quick_checks() -> tuple[Check, ...]:
    """Duplicates, cleanup and spelling: answered in milliseconds."""
    from reader.checks.cleanup.registry import CHECKS as CLEANUP
    from reader.checks.duplicates.registry import CHECKS as DUPLICATES
    from reader.checks.spelling.registry import CHECKS as SPELLING

    return (*DUPLICATES, *CLEANUP, *SPELLING)


@cache
def deep_checks() -> tuple[Check, ...]:
    """Names: they wait for the recogniser."""
    from reader.checks.names.registry import CHECKS as NAMES

    return NAMES


@cache
def quick_providers() -> tuple[Provider[Any], ...]:
    """Providers of facts for the quick worker, in the order in which they read one another."""
    from reader.checks.cleanup.registry import PROVIDERS as CLEANUP
    from reader.checks.duplicates.registry import PROVIDERS as DUPLICATES
    from reader.checks.spelling.registry import PROVIDERS as SPELLING

    return (*SPELLING, *CLEANUP, *DUPLICATES)


@cache
def deep_providers() -> tuple[Provider[Any], ...]:
    """Providers of facts for the deep worker."""
    from reader.checks.names.registry import PROVIDERS as NAMES

    return NAMES


def all_checks() -> tuple[Check, ...]:
    """Every check there is."""
    return (*quick_checks(), *deep_checks())


def all_providers() -> tuple[Provider[Any], ...]:
    """Every provider there is."""
    return (*quick_providers(), *deep_providers())
