"""DOCX: an own walk over the body, for python-docx drops text without a word (insertions, content controls, tags).

Tracked changes are read as accepted unless asked otherwise. Text boxes, notes, comments and pictures are left out of
the article and named in Notes with their text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from lxml import etree

from reader.core.article import (
    STORY,
    Article,
    Block,
    Container,
    ContainerKind,
    Mark,
    MarkKind,
    Meta,
    Origin,
    Role,
    Source,
)
from reader.core.marks import normal_marks
from reader.core.messages import Message
from reader.core.notes import Note, NoteLevel
from reader.core.spans import Span
from reader.formats.docx_package import Package, open_package
from reader.formats.docx_styles import StyleTable
from reader.formats.ooxml.names import MC, r, w
from reader.text.alphabet import to_alphabet


class Tracked(Enum):
    """How tracked changes are read."""

    ACCEPT = "accept"
    REJECT = "reject"


_INTO = {w(name) for name in ("smartTag", "sdtContent", "sdt", "customXml", "fldSimple", "bdo", "dir")}
_LEFT_OUT = {
    w("drawing"): "docx.picture",
    w("pict"): "docx.picture",
    w("object"): "docx.object",
    w("footnoteReference"): "docx.footnote",
    w("endnoteReference"): "docx.footnote",
    w("commentReference"): "docx.comment",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath": "docx.formula",
}
_TOGGLES = ((w("b"), MarkKind.BOLD), (w("i"), MarkKind.ITALIC))
_OFF = ("0", "false", "off", "none")


@dataclass(slots=True)
class _Paragraph:
    """A paragraph as it is put together; `joins_next` where its mark is a tracked change that takes it away."""

    role: Role = Role.PARAGRAPH
    level: int = 0
    container: Container = STORY
    text: str = ""
    marks: list[Mark] = field(default_factory=list)
    joins_next: bool = False


@dataclass(slots=True)
class _Walk:
    package: Package
    styles: StyleTable
    mode: Tracked
    links: dict[str, tuple[str, str, bool]]
    paragraphs: list[_Paragraph] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    tables: int = 0

    # -- blocks ----------------------------------------------------------------------------------------------------

    def walk_blocks(self, parent: etree._Element, container: Container) -> None:
        for element in parent:
            if element.tag == w("p"):
                self._add_paragraph(element, container)
            elif element.tag == w("tbl"):
                self._walk_table(element, container)
            elif element.tag in _INTO or self._is_shown(element):
                self.walk_blocks(element, container)

    def _is_shown(self, element: etree._Element) -> bool:
        """Whether a tracked insertion, deletion or move holds text in this mode."""
        accept = self.mode is Tracked.ACCEPT
        if element.tag in (w("ins"), w("moveTo")):
            return accept
        return element.tag in (w("del"), w("moveFrom")) and not accept

    def _walk_table(self, table: etree._Element, container: Container) -> None:
        if container is not STORY:  # a table in a cell: its text stays with the cell
            for cell in table.iter(w("tc")):
                self.walk_blocks(cell, container)
            return
        self.tables += 1
        for row, element in enumerate(table.iter(w("tr"))):
            for column, cell in enumerate(element.iter(w("tc"))):
                self.walk_blocks(cell, Container(ContainerKind.CELL, (self.tables, row, column)))

    def _add_paragraph(self, element: etree._Element, container: Container) -> None:
        properties = self._properties(element)
        role, level = self.styles.role_of(properties)
        paragraph = _Paragraph(role, level, container)
        self._walk_runs(element, paragraph, "")
        mark = properties.find(w("rPr")) if properties is not None else None
        if mark is not None:
            gone = w("del") if self.mode is Tracked.ACCEPT else w("ins")
            paragraph.joins_next = mark.find(gone) is not None
        self.paragraphs.append(paragraph)

    def _properties(self, element: etree._Element) -> etree._Element | None:
        """The paragraph's properties; those before a tracked change where that is rejected."""
        properties = element.find(w("pPr"))
        if properties is not None and self.mode is Tracked.REJECT:
            change = properties.find(w("pPrChange"))
            old = change.find(w("pPr")) if change is not None else None
            if old is not None:
                mark = properties.find(w("rPr"))
                if mark is not None:
                    old.append(mark)
                return old
        return properties

    # -- runs ------------------------------------------------------------------------------------------------------

    def _walk_runs(self, parent: etree._Element, paragraph: _Paragraph, link: str) -> None:
        for element in parent:
            if element.tag == w("r"):
                self._add_run(element, paragraph, link)
            elif element.tag == w("hyperlink"):
                self._walk_runs(element, paragraph, self._address(element))
            elif element.tag in _INTO or self._is_shown(element):
                self._walk_runs(element, paragraph, link)
            elif element.tag in _LEFT_OUT:
                self._leave_out(element)

    def _address(self, element: etree._Element) -> str:
        _, target, external = self.links.get(element.get(r("id"), ""), ("", "", False))
        return target if external else ""

    def _add_run(self, run: etree._Element, paragraph: _Paragraph, link: str) -> None:
        start = len(paragraph.text)
        for piece in self._run_text(run):
            paragraph.text += piece
        span = Span(start, len(paragraph.text))
        if not len(span):
            return
        if link:
            paragraph.marks.append(Mark(span, MarkKind.LINK, link))
        properties = run.find(w("rPr"))
        if properties is None:
            return
        for tag, kind in _TOGGLES:
            toggle = properties.find(tag)
            if toggle is not None and toggle.get(w("val"), "1") not in _OFF:
                paragraph.marks.append(Mark(span, kind))
        line = properties.find(w("u"))
        if line is not None and line.get(w("val"), "single") not in _OFF and not link:
            paragraph.marks.append(Mark(span, MarkKind.UNDERLINE))

    def _run_text(self, run: etree._Element) -> Iterator[str]:
        for element in run:
            if element.tag in (w("t"), w("delText")):
                yield to_alphabet((element.text or "").replace("\n", " ").replace("\r", " "))
            elif element.tag in (w("br"), w("cr")):
                if element.get(w("type"), "textWrapping") == "textWrapping":
                    yield "\u2028"
            elif element.tag in (w("tab"), w("ptab")):
                yield "\t"
            elif element.tag == w("noBreakHyphen"):
                yield "\u2011"
            elif element.tag == w("softHyphen"):
                yield "\u00ad"
            elif element.tag == w("sym"):
                self._note("docx.symbol", element.get(w("char"), ""))
                yield "\ufffd"
            elif element.tag == f"{{{MC}}}AlternateContent" or element.tag in _LEFT_OUT:
                self._leave_out(element)

    def _leave_out(self, element: etree._Element) -> None:
        boxes = list(element.iter(w("txbxContent")))
        if boxes:
            text = " ".join("".join(part.text or "" for part in boxes[0].iter(w("t"))).split())
            self._note("docx.textbox", text)
            return
        code = _LEFT_OUT.get(str(element.tag), "docx.picture")
        if code in ("docx.footnote", "docx.comment"):
            self._note(code, self._referenced(element, code))
        else:
            self._note(code, " ".join("".join(str(text) for text in element.itertext()).split()))

    def _referenced(self, element: etree._Element, code: str) -> str:
        kind = "comments" if code == "docx.comment" else "endnotes" if "endnote" in str(element.tag) else "footnotes"
        target = next((t for k, t, _ in self.links.values() if k.endswith(f"/{kind}")), "")
        root = self.package.xml(target) if target else None
        ident = element.get(w("id"))
        if root is None:
            return ""
        for item in root:
            if item.get(w("id")) == ident:
                return " ".join("".join(part.text or "" for part in item.iter(w("t"))).split())
        return ""

    def _note(self, code: str, text: str) -> None:
        message = Message.of(f"note.{code}", text=text[:80])
        self.notes.append(Note(NoteLevel.WARNING if text else NoteLevel.INFO, code, message, None, text))


def read_docx(data: bytes, source: Source, mode: Tracked = Tracked.ACCEPT) -> tuple[Article, tuple[Note, ...]]:
    """The article of a DOCX, and notes on what is not in it; `FileRefused` where it is broken or too large."""
    package = open_package(data, source.name)
    root = package.xml(package.document)
    body = None if root is None else root.find(w("body"))
    styles = StyleTable.of(package)
    walk = _Walk(package, styles, mode, package.relationships(package.document))
    if body is not None:
        walk.walk_blocks(body, STORY)
    blocks = tuple(_make_blocks(walk.paragraphs))
    meta = read_meta(package, styles.language)
    return Article(blocks or (Block(1, "", origin=Origin(1)),), meta, source), tuple(walk.notes)


def _make_blocks(paragraphs: list[_Paragraph]) -> Iterator[Block]:
    """Blocks of all paragraphs that hold text; one whose mark is gone runs on into the next, as Word joins them."""
    number = 0
    pending: _Paragraph | None = None
    for paragraph in paragraphs:
        if pending is not None and pending.container == paragraph.container:
            at = len(pending.text)
            if at == 0:
                pending = None
            else:
                moved = [Mark(mark.span.shifted(at), mark.kind, mark.value) for mark in paragraph.marks]
                paragraph.text, paragraph.marks = pending.text + paragraph.text, [*pending.marks, *moved]
        pending = None
        if paragraph.joins_next:
            pending = paragraph
            continue
        if not paragraph.text.strip() and paragraph.container is STORY:
            continue
        number += 1
        yield Block(
            number,
            paragraph.text,
            paragraph.role,
            paragraph.level,
            normal_marks(paragraph.marks),
            container=paragraph.container,
            origin=Origin(number),
        )


def read_meta(package: Package, language: str) -> Meta:
    """Title, author, date and language from the core properties."""
    core = next((t for k, t, _ in package.relationships("").values() if k.endswith("/core-properties")), "")
    root = package.xml(core) if core else None
    values: dict[str, str] = {}
    if root is not None:
        for element in root:
            values[etree.QName(element).localname] = (element.text or "").strip()
    date = values.get("created", "")[:10]
    return Meta(values.get("title", ""), values.get("creator", ""), date, values.get("language", "") or language)
