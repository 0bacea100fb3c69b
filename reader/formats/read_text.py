"""Plain text: blocks, their ¶ numbers, and where each stood in the file, so that the file can be made again exactly.

Where a blank line stands between text, blocks are runs of lines and line ends inside them are U+2028; else every line
is a block. Blank lines and line ends as stored live in the blocks' origins, never as blocks.
"""

from __future__ import annotations

import re
from dataclasses import replace

from reader.core.article import Article, Block, Origin, Source
from reader.core.messages import Message
from reader.core.notes import Note, NoteLevel
from reader.core.spans import Place
from reader.text.alphabet import find_outsiders, to_alphabet

_LINE_END = re.compile(r"\r\n|\r|\n|\x0b|\x0c|\x85|\u2028|\u2029")
LINE_BREAK = "\u2028"


def read_text(text: str, source: Source) -> tuple[Article, tuple[Note, ...]]:
    """The article of a decoded text file, and notes on characters that were replaced."""
    lines = _split_lines(text)
    by_paragraph = _has_blank_between(lines)
    groups: list[list[tuple[int, str, str]]] = []
    blank_before = True
    for start, line, end in lines:
        if not line.strip():
            blank_before = True
            continue
        if blank_before or not by_paragraph:
            groups.append([])
        groups[-1].append((start, line, end))
        blank_before = False
    blocks: list[Block] = []
    notes: list[Note] = []
    for number, group in enumerate(groups, 1):
        following = groups[number][0][0] if number < len(groups) else len(text)
        block = _make_block(number, group, text, following)
        notes.extend(_note_outsiders(block))
        blocks.append(replace(block, text=to_alphabet(block.text)))
    return Article(tuple(blocks), source=source), tuple(notes)


def _split_lines(text: str) -> list[tuple[int, str, str]]:
    """Start, text and line end of every line."""
    lines = []
    start = 0
    for match in _LINE_END.finditer(text):
        lines.append((start, text[start : match.start()], match.group()))
        start = match.end()
    if start < len(text):
        lines.append((start, text[start:], ""))
    return lines


def _has_blank_between(lines: list[tuple[int, str, str]]) -> bool:
    filled = [n for n, (_, line, _) in enumerate(lines) if line.strip()]
    return bool(filled) and filled[-1] - filled[0] + 1 > len(filled)


def _make_block(number: int, group: list[tuple[int, str, str]], text: str, following: int) -> Block:
    start = group[0][0]
    last_start, last_line, _ = group[-1]
    after = text[last_start + len(last_line) : following]
    line_ends = tuple(end for _, _, end in group[:-1])
    joined = LINE_BREAK.join(line for _, line, _ in group)
    return Block(number, joined, origin=Origin(number, start, line_ends, after, text[:start] if number == 1 else ""))


def _note_outsiders(block: Block) -> list[Note]:
    outsiders = find_outsiders(block.text)
    if not outsiders:
        return []
    named = ", ".join(sorted({f"U+{ord(char):04X}" for _, char in outsiders}))
    at = outsiders[0][0]
    message = Message.of("note.replaced", count=len(outsiders), characters=named)
    return [Note(NoteLevel.INFO, "text.replaced", message, Place.at(block.id, at, at + 1), named)]
