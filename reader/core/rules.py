"""A rule as a declared value: what it finds, where it looks, what it reads, and the examples that are its tests.

Title and reason are messages: `<id>.title` and `<id>.why` in the catalogue.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from reader.core.article import Role
from reader.core.fixes import Safety


class Unit(StrEnum):
    """What a rule looks at: one block, or the whole article."""

    BLOCK = "block"
    ARTICLE = "article"


class Family(StrEnum):
    """The families of checks, as the command line names them."""

    DUPLICATES = "duplicates"
    NAMES = "names"
    SPELLING = "spelling"
    CLEANUP = "cleanup"
    HOUSE_STYLE = "house_style"
    GRAMMAR = "grammar"


@dataclass(frozen=True, slots=True)
class Example:
    """A text with the fault and the text after the rule's first fixes (None: flagged, nothing proposed).

    Blocks are parted by a blank line.
    """

    bad: str
    good: str | None


TEXT_ROLES = frozenset(role for role in Role if role is not Role.EMBED)
"""All roles whose text is copy."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of fault. At least eight examples, of them at least three in `fine`, which must stay silent."""

    id: str
    family: Family
    unit: Unit
    examples: tuple[Example, ...]
    fine: tuple[str, ...]
    safety: Safety = Safety.REVIEW
    roles: frozenset[Role] = field(default=TEXT_ROLES)
    reads: tuple[str, ...] = ()
    version: int = 1
    on_by_default: bool = True

    @property
    def category(self) -> str:
        """The part of the id before the full stop."""
        return self.id.partition(".")[0]
