"""The alphabet of a block's text: no character that Qt splits blocks at, that XML refuses, or that SQLite refuses.

Forbidden are line feed, carriage return, U+2029, U+FDD0–FDEF, U+FFFE/F, surrogates and C0 controls except tab (DESIGN's
reasons: the text widget splits at or drops them, lxml and SQLite refuse them). A line break inside a block is U+2028.
"""

from __future__ import annotations

import re

_OUTSIDER = re.compile("[\x00-\x08\x0a-\x1f\x7f\u2029\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
_PICTURES = 0x2400
_DELETE_PICTURE = "\u2421"
_REPLACEMENT = "\ufffd"


def to_alphabet(text: str) -> str:
    """The text in the alphabet, one code point for one: C0 controls become their pictures, others U+FFFD."""
    return _OUTSIDER.sub(_stand_in, text)


def find_outsiders(text: str) -> tuple[tuple[int, str], ...]:
    """Offset and character of everything that `to_alphabet` replaces."""
    return tuple((match.start(), match.group()) for match in _OUTSIDER.finditer(text))


def _stand_in(match: re.Match[str]) -> str:
    char = match.group()
    if char == "\x7f":
        return _DELETE_PICTURE
    return chr(_PICTURES + ord(char)) if ord(char) < 0x20 else _REPLACEMENT
