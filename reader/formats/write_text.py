"""Writes plain text and Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.core.article import Article, Block, ContainerKind, Mark, MarkKind, Role
from reader.core.messages import Message
from reader.core.notes import Note, NoteLevel
from reader.formats.looks import look_pieces
from reader.formats.offsets import stored_text

_SPECIAL = re.compile(r"([\\`*_\[\]<>#])")


def make_text(article: Article) -> tuple[str, tuple[Note, ...]]:
    """The article as plain text, with stored line ends where it has them, and notes on what that cannot hold."""
    notes = []
    links = sum(mark.kind is MarkKind.LINK for block in article.blocks for mark in block.marks)
    if links:
        notes.append(Note(NoteLevel.INFO, "write.links", Message.of("note.write.links", count=links)))
    if any(mark.kind is not MarkKind.LINK for block in article.blocks for mark in block.marks):
        notes.append(Note(NoteLevel.INFO, "write.marks", Message.of("note.write.marks")))
    if any(block.container.kind is ContainerKind.CELL for block in article.blocks):
        notes.append(Note(NoteLevel.INFO, "write.table", Message.of("note.write.table")))
    if article.source.format == "txt":
        return stored_text(article), tuple(notes)
    return "\n\n".join(block.text.replace("\u2028", "\n") for block in article.blocks) + "\n", tuple(notes)


def make_markdown(article: Article) -> tuple[str, tuple[Note, ...]]:
    """The article as Markdown (CommonMark), and a note where it has tables."""
    notes: tuple[Note, ...] = ()
    if any(block.container.kind is ContainerKind.CELL for block in article.blocks):
        notes = (Note(NoteLevel.INFO, "write.table", Message.of("note.write.table")),)
    return "\n\n".join(_markdown_block(block) for block in article.blocks) + "\n", notes


def _markdown_block(block: Block) -> str:
    text = _markdown_text(block.text, block.marks).replace("\u2028", "  \n")
    match block.role:
        case Role.HEADLINE:
            return f"# {text}"
        case Role.CROSSHEAD:
            return f"{'#' * min(max(block.level, 2), 6)} {text}"
        case Role.QUOTE:
            return "> " + text.replace("\n", "\n> ")
        case Role.LIST_ITEM:
            return f"{'  ' * block.level}- {text}"
        case Role.CAPTION | Role.CREDIT:
            return f"*{text}*"
        case _:
            return text


def _markdown_text(text: str, marks: Sequence[Mark]) -> str:
    parts = []
    for piece, kinds, address in look_pieces(text, marks, 0, len(text)):
        shown = _SPECIAL.sub(r"\\\1", piece)
        for kind, sign in ((MarkKind.ITALIC, "*"), (MarkKind.BOLD, "**")):
            if kind in kinds and shown.strip():
                shown = f"{sign}{shown}{sign}"
        parts.append(f"[{shown}]({address})" if address else shown)
    return "".join(parts)
