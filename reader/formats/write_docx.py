"""Writes DOCX: a clean copy, and a redline in which every change is tracked.

Law, over role and text of the blocks: accepting all gives the clean copy, rejecting all the article as opened. Blocks
are paired by id; one that moved or changed its role is deleted where it was and inserted where it is.
"""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterator, Sequence

from lxml import etree

from reader.core.article import Article, Block, Container, ContainerKind
from reader.formats.looks import look_pieces
from reader.formats.ooxml.container import DocxContainer
from reader.formats.ooxml.names import r, w
from reader.formats.ooxml.revisions import Revisions
from reader.formats.ooxml.runs import make_run
from reader.text.worddiff import diff_words

Entry = tuple[Container, etree._Element]  # noqa: SLF001 - lxml gives its element type no public name


def make_clean_docx(article: Article, author: str, date: dt.datetime) -> bytes:
    """The bytes of the clean copy."""
    container = DocxContainer(article, author, date)
    writer = _Writer(container, None)
    _fill(container, [(block.container, writer.plain(block)) for block in article.blocks])
    return container.save()


def make_redline_docx(opened: Article, now: Article, author: str, date: dt.datetime) -> bytes:
    """The bytes of the redline from the article as opened to the article as it stands."""
    container = DocxContainer(now, author, date)
    writer = _Writer(container, Revisions(author, date))
    _fill(container, list(_redline_entries(opened, now, writer)))
    return container.save()


def _redline_entries(opened: Article, now: Article, writer: _Writer) -> Iterator[Entry]:
    old_keys = [_key(block) for block in opened.blocks]
    new_keys = [_key(block) for block in now.blocks]
    matcher = difflib.SequenceMatcher(None, old_keys, new_keys, autojunk=False)
    for tag, i, j, k, end in matcher.get_opcodes():
        if tag == "equal":
            for old, new in zip(opened.blocks[i:j], now.blocks[k:end], strict=True):
                yield new.container, writer.changed(old, new)
            continue
        for block in opened.blocks[i:j]:
            yield block.container, writer.deleted(block)
        for block in now.blocks[k:end]:
            yield block.container, writer.inserted(block)


def _key(block: Block) -> tuple[int, str, int, Container]:
    """What must be the same for two blocks to be one paragraph whose words changed."""
    return block.id, block.role.value, block.level, block.container


class _Writer:
    """Makes paragraphs."""

    def __init__(self, container: DocxContainer, revisions: Revisions | None) -> None:
        self._container = container
        self._revisions = revisions

    def plain(self, block: Block) -> etree._Element:
        paragraph = self._paragraph(block)
        paragraph.extend(self._linked(block, 0, len(block.text)))
        return paragraph

    def changed(self, old: Block, new: Block) -> etree._Element:
        if old.text == new.text:
            return self.plain(new)
        paragraph = self._paragraph(new)
        for piece in diff_words(old.text, new.text):
            if piece.same:
                paragraph.extend(self._linked(new, piece.new_start, piece.new_end))
                continue
            if piece.old_start < piece.old_end:
                paragraph.append(self._deletion(old, piece.old_start, piece.old_end))
            if piece.new_start < piece.new_end:
                paragraph.append(self._insertion(new, piece.new_start, piece.new_end))
        return paragraph

    def deleted(self, block: Block) -> etree._Element:
        paragraph = self._paragraph(block)
        self._tracked.mark_paragraph(paragraph[0], "del")
        if block.text:
            paragraph.append(self._deletion(block, 0, len(block.text)))
        return paragraph

    def inserted(self, block: Block) -> etree._Element:
        paragraph = self._paragraph(block)
        self._tracked.mark_paragraph(paragraph[0], "ins")
        if block.text:
            paragraph.append(self._insertion(block, 0, len(block.text)))
        return paragraph

    @property
    def _tracked(self) -> Revisions:
        if self._revisions is None:
            raise ValueError("a clean copy tracks nothing")
        return self._revisions

    def _paragraph(self, block: Block) -> etree._Element:
        paragraph = etree.Element(w("p"))
        properties = etree.SubElement(paragraph, w("pPr"))
        style = etree.SubElement(properties, w("pStyle"))
        style.set(w("val"), self._container.style_id(block.role, block.level))
        return paragraph

    def _insertion(self, block: Block, start: int, end: int) -> etree._Element:
        return self._tracked.insertion(
            [make_run(text, kinds) for text, kinds, _ in look_pieces(block.text, block.marks, start, end)]
        )

    def _deletion(self, block: Block, start: int, end: int) -> etree._Element:
        pieces = look_pieces(block.text, block.marks, start, end)
        return self._tracked.deletion([make_run(text, kinds, "delText") for text, kinds, _ in pieces])

    def _linked(self, block: Block, start: int, end: int) -> Iterator[etree._Element]:
        for text, kinds, address in look_pieces(block.text, block.marks, start, end):
            run = make_run(text, kinds)
            if address:
                link = etree.Element(w("hyperlink"))
                link.set(r("id"), self._container.link(address))
                link.append(run)
                yield link
            else:
                yield run


def _fill(container: DocxContainer, entries: Sequence[Entry]) -> None:
    """Put paragraphs into the body, those of one table into its cells."""
    n = 0
    while n < len(entries):
        home, element = entries[n]
        if home.kind is not ContainerKind.CELL:
            container.add(element)
            n += 1
            continue
        end = n
        while end < len(entries) and entries[end][0].group == home.group:
            end += 1
        container.add(_make_table(entries[n:end]))
        if end == len(entries) or entries[end][0].kind is ContainerKind.CELL:
            container.add(etree.Element(w("p")))  # Word wants a paragraph between and behind tables
        n = end


def _make_table(entries: Sequence[Entry]) -> etree._Element:
    cells: dict[tuple[int, int], list[etree._Element]] = {}
    for home, element in entries:
        row, column = (*home.path, 0, 0)[1:3]
        cells.setdefault((row, column), []).append(element)
    rows = sorted({row for row, _ in cells})
    width = max(column for _, column in cells) + 1
    table = etree.Element(w("tbl"))
    properties = etree.SubElement(table, w("tblPr"))
    etree.SubElement(properties, w("tblStyle")).set(w("val"), "TableGrid")
    size = etree.SubElement(properties, w("tblW"))
    size.set(w("w"), "0")
    size.set(w("type"), "auto")
    grid = etree.SubElement(table, w("tblGrid"))
    for _ in range(width):
        etree.SubElement(grid, w("gridCol"))
    for row in rows:
        line = etree.SubElement(table, w("tr"))
        for column in range(width):
            cell = etree.SubElement(line, w("tc"))
            cell.extend(cells.get((row, column)) or [etree.Element(w("p"))])
    return table
