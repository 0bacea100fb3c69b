"""Runs of text with their marks: bold, italic, underline, line breaks and tabs."""

from __future__ import annotations

import re

from lxml import etree

from reader.core.article import MarkKind
from reader.formats.ooxml.names import XML_SPACE, w

_BREAKS = re.compile("([\t\u2028\u00ad\u2011])")
_TAGS = {"\t": "tab", "\u2028": "br", "\u00ad": "softHyphen", "\u2011": "noBreakHyphen"}
_UNFIT = re.compile("[^\t\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def make_run(text: str, kinds: frozenset[MarkKind], text_tag: str = "t") -> etree._Element:
    """A run of text in one look; `text_tag` is "delText" inside a deletion."""
    run = etree.Element(w("r"))
    properties = etree.Element(w("rPr"))
    if MarkKind.LINK in kinds:
        etree.SubElement(properties, w("rStyle")).set(w("val"), "Hyperlink")
    for kind, tag in ((MarkKind.BOLD, "b"), (MarkKind.ITALIC, "i")):
        if kind in kinds:
            etree.SubElement(properties, w(tag))
    if MarkKind.UNDERLINE in kinds:
        etree.SubElement(properties, w("u")).set(w("val"), "single")
    if len(properties):
        run.append(properties)
    for piece in _BREAKS.split(_UNFIT.sub("\ufffd", text)):
        if piece in _TAGS:
            etree.SubElement(run, w(_TAGS[piece]))
        elif piece:
            element = etree.SubElement(run, w(text_tag))
            element.text = piece
            if piece != piece.strip():
                element.set(XML_SPACE, "preserve")
    return run
