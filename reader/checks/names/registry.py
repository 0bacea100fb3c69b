"""The checks and providers of the family names."""

from __future__ import annotations

from typing import Any

from reader.checks.facts import Provider
from reader.checks.kinds import Check
from reader.checks.names.provider import NAMES_PROVIDER
from reader.checks.names.variant import VARIANT_CHECK

CHECKS: tuple[Check, ...] = (VARIANT_CHECK,)
PROVIDERS: tuple[Provider[Any], ...] = (NAMES_PROVIDER,)
