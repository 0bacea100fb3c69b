"""Typing as one open step that grows: replacements that join are kept as one, so a sentence typed is one change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.core.applying import apply_changes
from reader.core.article import Article
from reader.core.changes import Change, Mapping, ReplaceText
from reader.core.editing import joined_typing
from reader.core.history import Step, StepKind, make_step
from reader.core.messages import Message
from reader.core.spans import Span

TYPING = Message.of("step.typing")


def begin_typing(article: Article, changes: Sequence[Change], when: str) -> tuple[Step, Article, Mapping]:
    """A new typing step, the article after it and the mapping."""
    return make_step(article, StepKind.TYPING, TYPING, changes, when=when)


def continue_typing(step: Step, article: Article, changes: Sequence[Change]) -> tuple[Step, Article, Mapping]:
    """The typing step with more changes, the article after them and the mapping of what was added."""
    applied = apply_changes(article, changes)
    joined = _joined(step, article, changes)
    if joined is None:
        joined = (*step.changes, *applied.mapping.changes), (*applied.inverse, *step.inverse)
    return replace(step, changes=joined[0], inverse=joined[1]), applied.article, applied.mapping


def _joined(
    step: Step, article: Article, changes: Sequence[Change]
) -> tuple[tuple[Change, ...], tuple[Change, ...]] | None:
    """Changes and inverse with the last two replacements made one; None where they do not join."""
    if len(changes) != 1 or not step.changes or not step.inverse:
        return None
    first, second, undo = step.changes[-1], changes[0], step.inverse[0]
    if not (isinstance(first, ReplaceText) and isinstance(second, ReplaceText) and isinstance(undo, ReplaceText)):
        return None
    if article.block(second.place.block).marks:
        return None
    one = joined_typing(first, second)
    if one is None:
        return None
    start = one.span.start
    place = replace(one.place, span=Span(start, start + len(one.new)))
    back = ReplaceText(place, one.new, one.old)
    return (*step.changes[:-1], one), (back, *step.inverse[1:])
