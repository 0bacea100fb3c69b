"""The checks and providers of the family spelling."""

from __future__ import annotations

from typing import Any

from reader.checks.facts import Provider
from reader.checks.kinds import Check
from reader.checks.spelling.language import LANGUAGE_PROVIDER
from reader.checks.spelling.word import WORD_CHECK

CHECKS: tuple[Check, ...] = (WORD_CHECK,)
PROVIDERS: tuple[Provider[Any], ...] = (LANGUAGE_PROVIDER,)
