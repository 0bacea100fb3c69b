"""The checks and providers of the family cleanup."""

from __future__ import annotations

from typing import Any

from reader.checks.cleanup.apostrophes import DIRECTION_CHECK
from reader.checks.cleanup.blanks import BLANKS_CHECK
from reader.checks.cleanup.debris import DEBRIS_CHECK
from reader.checks.cleanup.fragments import FRAGMENT_CHECK
from reader.checks.cleanup.invisible import INVISIBLE_CHECK
from reader.checks.cleanup.loose_marks import STRAY_CHECK, UNCLOSED_CHECK
from reader.checks.cleanup.mojibake import MOJIBAKE_CHECK
from reader.checks.cleanup.quote_marks import MISMATCHED_CHECK
from reader.checks.cleanup.quote_style import STRAIGHT_CHECK, STRAIGHT_PROVIDER, STYLE_CHECK, STYLE_PROVIDER
from reader.checks.facts import Provider
from reader.checks.kinds import Check

CHECKS: tuple[Check, ...] = (
    DEBRIS_CHECK,
    FRAGMENT_CHECK,
    MISMATCHED_CHECK,
    STRAY_CHECK,
    UNCLOSED_CHECK,
    STRAIGHT_CHECK,
    STYLE_CHECK,
    DIRECTION_CHECK,
    BLANKS_CHECK,
    INVISIBLE_CHECK,
    MOJIBAKE_CHECK,
)
PROVIDERS: tuple[Provider[Any], ...] = (STYLE_PROVIDER, STRAIGHT_PROVIDER)
