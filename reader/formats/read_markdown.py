"""Markdown: headings, lists, quotes, emphasis and links, tables as cells; what has no text becomes a Note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.core.article import STORY, Article, Block, Container, ContainerKind, Mark, MarkKind, Origin, Role, Source
from reader.core.marks import normal_marks
from reader.core.messages import Message
from reader.core.notes import Note, NoteLevel
from reader.core.spans import Span
from reader.text.alphabet import to_alphabet

if TYPE_CHECKING:
    from markdown_it.token import Token

_MARKS = {"strong": MarkKind.BOLD, "em": MarkKind.ITALIC, "link": MarkKind.LINK}


@dataclass(slots=True)
class _Inline:
    """Text with marks, as it is put together."""

    text: str = ""
    marks: list[Mark] = field(default_factory=list)
    open: list[tuple[str, int, str]] = field(default_factory=list)

    def close(self, name: str) -> None:
        for n in range(len(self.open) - 1, -1, -1):
            if self.open[n][0] == name:
                _, start, value = self.open.pop(n)
                self.marks.append(Mark(Span(start, len(self.text)), _MARKS[name], value))
                return


@dataclass(slots=True)
class _Reader:
    blocks: list[Block] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    depth: dict[str, int] = field(default_factory=dict)
    heading: int = 0
    cell: tuple[int, int, int] = (0, -1, -1)

    def read(self, tokens: Sequence[Token]) -> None:
        for token in tokens:
            name, _, end = token.type.rpartition("_")
            if token.type == "inline":
                self._add_inline(token)
            elif token.type in ("fence", "code_block"):
                self._add(token.content.rstrip("\n").replace("\n", "\u2028"), (), Role.PARAGRAPH)
            elif token.type in ("html_block", "hr"):
                if token.content.strip():
                    self._note("md.html", token.content.strip())
            elif end == "open":
                self._open(name, token)
            elif end == "close":
                self.depth[name] = self.depth.get(name, 1) - 1
                self.heading = 0

    def _open(self, name: str, token: Token) -> None:
        self.depth[name] = self.depth.get(name, 0) + 1
        table, row, column = self.cell
        if name == "heading":
            self.heading = int(token.tag[1:])
        elif name == "table":
            self.cell = (table + 1, -1, -1)
        elif name == "tr":
            self.cell = (table, row + 1, -1)
        elif name in ("th", "td"):
            self.cell = (table, row, column + 1)

    def _role(self) -> Role:
        if self.heading:
            return Role.HEADLINE if self.heading == 1 else Role.CROSSHEAD
        if self.depth.get("list_item", 0) > 0:
            return Role.LIST_ITEM
        return Role.QUOTE if self.depth.get("blockquote", 0) > 0 else Role.PARAGRAPH

    def _add_inline(self, token: Token) -> None:
        inline = _Inline()
        for child in token.children or ():
            name, _, end = child.type.rpartition("_")
            if child.type in ("text", "code_inline", "text_special"):
                inline.text += to_alphabet(child.content)
            elif child.type in ("softbreak", "hardbreak"):
                inline.text += " " if child.type == "softbreak" else "\u2028"
            elif child.type == "image":
                self._note("md.image", child.content or str(child.attrGet("src") or ""))
            elif child.type == "html_inline":
                self._note("md.html", child.content)
            elif name in _MARKS and end == "open":
                inline.open.append((name, len(inline.text), str(child.attrGet("href") or "")))
            elif name in _MARKS and end == "close":
                inline.close(name)
        if inline.text.strip():
            self._add(inline.text, normal_marks(inline.marks), self._role())

    def _add(self, text: str, marks: tuple[Mark, ...], role: Role) -> None:
        number = len(self.blocks) + 1
        level = self.heading or max(0, self.depth.get("list_item", 0) - 1)
        container = STORY
        if self.depth.get("table", 0) > 0:
            container = Container(ContainerKind.CELL, self.cell)
        self.blocks.append(Block(number, text, role, level, marks, container=container, origin=Origin(number)))

    def _note(self, code: str, text: str) -> None:
        self.notes.append(Note(NoteLevel.WARNING, code, Message.of(f"note.{code}", text=text[:80]), None, text))


def read_markdown(text: str, source: Source) -> tuple[Article, tuple[Note, ...]]:
    """The article of a Markdown text, and notes on pictures and HTML that were left out."""
    from markdown_it import MarkdownIt

    reader = _Reader()
    reader.read(MarkdownIt("commonmark").enable("table").parse(text))
    blocks = tuple(reader.blocks) or (Block(1, to_alphabet(text.strip().replace("\n", "\u2028")), origin=Origin(1)),)
    return Article(blocks, source=source), tuple(reader.notes)
