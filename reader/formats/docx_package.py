"""The zip file of a DOCX, opened with care: sizes are checked before anything is inflated, DTDs are refused.

External relationships are never followed, pictures never loaded.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass

from lxml import etree

from reader.formats.ooxml.names import STRICT_R, STRICT_W, R, W
from reader.formats.refusals import FileRefused

MOST_PART = 256 << 20
"""Bytes of one inflated part."""
MOST_TOTAL = 1 << 30
"""Bytes of all inflated parts together."""
_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OFFICE = "/officeDocument"
_STRICT = ((STRICT_W.encode(), W.encode()), (STRICT_R.encode(), R.encode()))


def parse_xml(data: bytes, name: str) -> etree._Element:
    """The root of an XML part; a DTD, an entity or broken XML is refused."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    for strict, transitional in _STRICT:
        data = data.replace(strict, transitional)
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:65536]:
        raise FileRefused("broken", name)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise FileRefused("broken", name) from error


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a DOCX by name."""

    name: str
    parts: dict[str, bytes]
    document: str

    def xml(self, part: str) -> etree._Element | None:
        """The root of a part, None where there is none."""
        data = self.parts.get(part)
        return None if data is None else parse_xml(data, self.name)

    def relationships(self, part: str) -> dict[str, tuple[str, str, bool]]:
        """The relationships of a part: id → (type, target, whether it is external)."""
        folder, base = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, tuple[str, str, bool]] = {}
        if root is None:
            return found
        for rel in root.iter(_REL):
            target, external = rel.get("Target", ""), rel.get("TargetMode") == "External"
            if not external:
                target = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
            found[rel.get("Id", "")] = (rel.get("Type", ""), target.lstrip("/"), external)
        return found


def open_package(data: bytes, name: str) -> Package:
    """The package in some bytes; `FileRefused` where it is broken, too large or no DOCX."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            total = sum(entry.file_size for entry in entries)
            if total > MOST_TOTAL or any(entry.file_size > MOST_PART for entry in entries):
                raise FileRefused("too large", name)
            parts = {entry.filename.lstrip("/"): _inflate(archive, entry, name) for entry in entries if _wanted(entry)}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise FileRefused("broken", name) from error
    package = Package(name, parts, "")
    root = package.relationships("")
    document = next((target for kind, target, _ in root.values() if kind.endswith(_OFFICE)), "word/document.xml")
    if document not in parts:
        raise FileRefused("broken", name)
    return Package(name, parts, document)


def _wanted(entry: zipfile.ZipInfo) -> bool:
    return entry.filename.endswith((".xml", ".rels"))


def _inflate(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes:
    """A part, reading no more than its directory entry promises."""
    with archive.open(entry) as part:
        data = part.read(entry.file_size + 1)
    if len(data) > entry.file_size:
        raise FileRefused("too large", name)
    return data
