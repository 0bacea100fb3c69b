"""The document that holds our body: python-docx's blank one, with everything in it that is not ours put right.

Its template is US Letter in American English by "python-docx" of 2013, with a thumbnail and a zoom that the schema
refuses. The only module that knows python-docx.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Mm, Pt
from lxml import etree

from reader.core.article import Article, Role
from reader.formats.ooxml.names import w

STYLES: dict[Role, str] = {
    Role.HEADLINE: "Title",
    Role.STANDFIRST: "Subtitle",
    Role.BYLINE: "Byline",
    Role.DATELINE: "Dateline",
    Role.PARAGRAPH: "Body Text",
    Role.QUOTE: "Quote",
    Role.CAPTION: "Caption",
    Role.CREDIT: "Credit",
    Role.LIST_ITEM: "List Bullet",
    Role.BOILERPLATE: "Boilerplate",
    Role.EMBED: "Embed",
}
"""The named style of each role; crossheads are headings by their level."""

_OWN = ("Byline", "Dateline", "Credit", "Boilerplate", "Embed")
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)
_FONT = "Georgia"


class DocxContainer:
    """A new document; `body` takes paragraphs and tables, `save` gives the bytes."""

    def __init__(self, article: Article, author: str, date: dt.datetime) -> None:
        self._document: Any = docx.Document()
        self._language = article.meta.language or "en-US"
        self._add_styles()
        self._set_page()
        self._set_language()
        self._set_properties(article, author, date)
        self._drop_thumbnail()
        self._styles = {style.name: style.style_id for style in self._document.styles}
        self.body: etree._Element = self._document.element.body
        for element in list(self.body):
            if element.tag != w("sectPr"):
                self.body.remove(element)

    def style_id(self, role: Role, level: int) -> str:
        """The id of the style of a role and level."""
        if role is Role.CROSSHEAD:
            return str(self._styles[f"Heading {min(max(level, 1), 9)}"])
        if role is Role.LIST_ITEM and 0 < level < 3:
            return str(self._styles[f"List Bullet {level + 1}"])
        return str(self._styles[STYLES[role]])

    def add(self, element: etree._Element) -> None:
        """Add a paragraph or table at the end of the body."""
        self.body.insert(len(self.body) - 1, element)

    def link(self, address: str) -> str:
        """The relationship id of an address."""
        return str(self._document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    def save(self) -> bytes:
        """The document's bytes, the same for the same input."""
        raw = io.BytesIO()
        self._document.save(raw)
        fixed = io.BytesIO()
        with zipfile.ZipFile(raw) as old, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as new:
            for entry in old.infolist():
                info = zipfile.ZipInfo(entry.filename, _FIXED_TIME)
                info.external_attr = 0o600 << 16
                new.writestr(info, old.read(entry.filename), zipfile.ZIP_DEFLATED)
        return fixed.getvalue()

    def _add_styles(self) -> None:
        styles = self._document.styles
        for name in _OWN:
            style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style = styles["Body Text"]
            style.font.italic = name in ("Byline", "Credit")
        if "Hyperlink" not in [style.name for style in styles]:
            link = styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
            link.font.underline = True
        normal = styles["Normal"]
        normal.font.name = _FONT
        normal.font.size = Pt(11.5)

    def _set_page(self) -> None:
        section = self._document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
            setattr(section, side, Mm(25))
        for zoom in self._document.settings.element.iter(w("zoom")):
            zoom.set(w("percent"), "100")

    def _set_language(self) -> None:
        for lang in self._document.styles.element.iter(w("lang")):
            lang.set(w("val"), self._language)

    def _set_properties(self, article: Article, author: str, date: dt.datetime) -> None:
        properties = self._document.core_properties
        headline = next((block.text for block in article.blocks if block.role is Role.HEADLINE), "")
        when = date.astimezone(dt.UTC).replace(tzinfo=None)
        properties.title = (article.meta.title or headline)[:255]
        properties.author = (article.meta.byline or author)[:255]
        properties.last_modified_by = author[:255]
        properties.language = self._language
        properties.created = properties.modified = when
        properties.comments = properties.keywords = properties.subject = properties.category = ""
        properties.revision = 1

    def _drop_thumbnail(self) -> None:
        rels = self._document.part.package.rels
        for ident in [key for key, rel in rels.items() if rel.reltype.endswith("/thumbnail")]:
            del rels[ident]
