"""A note tells the user what an import or export lost or altered; nothing is dropped without one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.core.messages import Message
from reader.core.spans import Place


class NoteLevel(StrEnum):
    """How much a note matters: for information, a loss, or something that could not be done."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Note:
    """One loss or alteration; `code` is stable ("docx.textbox"), `text` is what was left out."""

    level: NoteLevel
    code: str
    message: Message
    place: Place | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that Reader needs and does not find: what, and what to do about it."""

    what: str
    message: Message
    remedy: Message
