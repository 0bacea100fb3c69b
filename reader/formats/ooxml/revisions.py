"""Tracked changes: insertions and deletions of runs, and of whole paragraphs by their marks."""

from __future__ import annotations

import datetime as dt

from lxml import etree

from reader.formats.ooxml.names import w


class Revisions:
    """Gives every tracked change its number, author and time."""

    def __init__(self, author: str, date: dt.datetime) -> None:
        self._author = author or "Reader"
        self._date = date.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        self._next = 1

    def _make(self, tag: str) -> etree._Element:
        element = etree.Element(w(tag))
        element.set(w("id"), str(self._next))
        element.set(w("author"), self._author)
        element.set(w("date"), self._date)
        self._next += 1
        return element

    def insertion(self, runs: list[etree._Element]) -> etree._Element:
        """Runs that were inserted."""
        element = self._make("ins")
        element.extend(runs)
        return element

    def deletion(self, runs: list[etree._Element]) -> etree._Element:
        """Runs that were deleted (their text is `w:delText`)."""
        element = self._make("del")
        element.extend(runs)
        return element

    def mark_paragraph(self, properties: etree._Element, tag: str) -> None:
        """Say in a paragraph's properties that its mark was inserted ("ins") or deleted ("del")."""
        look = etree.SubElement(properties, w("rPr"))
        look.append(self._make(tag))
