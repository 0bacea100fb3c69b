"""What a paragraph of a DOCX is, by its style: styles are known by name, which is English in every language's Word."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from reader.core.article import Role
from reader.formats.docx_package import Package
from reader.formats.ooxml.names import w

_ROLES = {
    "title": (Role.HEADLINE, 0),
    "subtitle": (Role.STANDFIRST, 0),
    "caption": (Role.CAPTION, 0),
    "quote": (Role.QUOTE, 0),
    "intense quote": (Role.QUOTE, 1),
    "byline": (Role.BYLINE, 0),
    "dateline": (Role.DATELINE, 0),
    "credit": (Role.CREDIT, 0),
    "boilerplate": (Role.BOILERPLATE, 0),
    "embed": (Role.EMBED, 0),
}
_HEADING = re.compile(r"heading ([1-9])")
_LIST = re.compile(r"list(?: bullet| number| paragraph)?(?: ([2-5]))?")


@dataclass(frozen=True, slots=True)
class StyleTable:
    """Names of paragraph styles by id, what each is based on, the default one, and the document's language."""

    names: dict[str, str]
    parents: dict[str, str]
    default: str
    language: str

    @classmethod
    def of(cls, package: Package) -> StyleTable:
        """The styles of a package."""
        links = package.relationships(package.document)
        target = next((t for kind, t, _ in links.values() if kind.endswith("/styles")), "")
        root = package.xml(target) if target else None
        names: dict[str, str] = {}
        parents: dict[str, str] = {}
        default = language = ""
        if root is None:
            return cls(names, parents, default, language)
        for style in root.iter(w("style")):
            ident, name, parent = style.get(w("styleId"), ""), style.find(w("name")), style.find(w("basedOn"))
            names[ident] = (name.get(w("val"), "") if name is not None else ident).lower()
            if parent is not None:
                parents[ident] = parent.get(w("val"), "")
            if style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true"):
                default = ident
        lang = next(iter(root.iter(w("lang"))), None)
        if lang is not None:
            language = lang.get(w("val"), "")
        return cls(names, parents, default, language)

    def role_of(self, properties: etree._Element | None) -> tuple[Role, int]:
        """Role and level of a paragraph with these properties."""
        style = properties.find(w("pStyle")) if properties is not None else None
        ident = style.get(w("val"), "") if style is not None else self.default
        for _ in range(12):  # a style's ancestors; a loop among them ends here
            found = self._role_of_name(self.names.get(ident, ident.lower()))
            if found is not None:
                return found
            if ident not in self.parents:
                break
            ident = self.parents[ident]
        if properties is not None and properties.find(w("numPr")) is not None:
            return Role.LIST_ITEM, 0
        return Role.PARAGRAPH, 0

    def _role_of_name(self, name: str) -> tuple[Role, int] | None:
        if name in _ROLES:
            return _ROLES[name]
        heading = _HEADING.fullmatch(name)
        if heading:
            return Role.CROSSHEAD, int(heading.group(1))
        item = _LIST.fullmatch(name)
        if item:
            return Role.LIST_ITEM, int(item.group(1) or 1) - 1
        return None
