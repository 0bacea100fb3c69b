"""What a session tells those who watch it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from reader.core.article import Article
from reader.core.changes import Change, Mapping
from reader.core.rules import Family


class Cause(StrEnum):
    """Why the article changed: typing comes from the editor widget, which shows it already."""

    TYPING = "typing"
    DECISION = "decision"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class ArticleChanged:
    """The article is another one; `mapping` carries places of the one before."""

    article: Article
    changes: tuple[Change, ...]
    mapping: Mapping
    revision: int
    cause: Cause


@dataclass(frozen=True, slots=True)
class FindingsChanged:
    """Other findings than before in a family (None: in all)."""

    family: Family | None = None


@dataclass(frozen=True, slots=True)
class FactChanged:
    """Another value for a fact."""

    name: str


@dataclass(frozen=True, slots=True)
class DecisionsChanged:
    """Other decisions than before."""


SessionEvent: TypeAlias = ArticleChanged | FindingsChanged | FactChanged | DecisionsChanged
