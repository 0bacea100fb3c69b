"""Which encoding a text file has: UTF-16 by its NUL bytes, then UTF-8, then chardet (the only module that knows it)."""

from __future__ import annotations

import codecs
import re

from reader.formats.refusals import FileRefused

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARATION = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?[\w-]+", re.IGNORECASE)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_STRANGE = re.compile("[\x80-\x9f\ufffd]")
"""Characters that a text in the right encoding has hardly ever."""
_SAMPLE = 200_000
_MOST_CONTROLS = 0.01


def decode_text(data: bytes, name: str) -> tuple[str, str]:
    """The text of a file without its byte-order mark, and the encoding; `FileRefused` where it is none or unknown."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode(data, encoding, name), encoding.removesuffix("-sig")
    if b"\0" in data[:_SAMPLE]:
        return _decode_utf16(data, name)
    if len(_CONTROLS.findall(data[:_SAMPLE])) > _MOST_CONTROLS * len(data[:_SAMPLE]):
        raise FileRefused("binary", name)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _decode_guessed(data, name)


def _decode(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise FileRefused("unknown encoding", name) from error


def _decode_utf16(data: bytes, name: str) -> tuple[str, str]:
    """Text in which every other byte is mostly NUL is UTF-16; anything else with NUL bytes is no text."""
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    for encoding, nuls, others in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if nuls > 0.4 * half and others < 0.05 * half and len(data) % 2 == 0:
            return _decode(data, encoding, name), encoding
    raise FileRefused("binary", name)


def _decode_guessed(data: bytes, name: str) -> tuple[str, str]:
    import chardet

    # A declaration in the file is wrong exactly in pages that were saved anew, and chardet trusts it.
    found = chardet.detect(_DECLARATION.sub(b" ", data[:_SAMPLE]))
    encoding = found.get("encoding")
    if not encoding:  # its confidence says little: .1 for plain English in Windows-1252
        raise FileRefused("unknown encoding", name)
    encoding = {"iso-8859-1": "cp1252", "ascii": "cp1252"}.get(encoding.lower(), encoding)
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise FileRefused("unknown encoding", name) from error
    if len(_STRANGE.findall(text)) > _MOST_CONTROLS * len(text):
        raise FileRefused("unknown encoding", name)
    return text, encoding.lower()
