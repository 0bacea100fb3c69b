"""Words that stand around a statement and are no part of it: a caption's label and marks, who said it.

"Fresh chance: …", "Image 3: …", "… (left)", "…, says Tomasz": with or without them a statement is the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_LABEL = re.compile(r"\s*[A-Z][\w’'-]*(?:\s[\w’'-]+){0,3}:(?=\s)")
_PICTURE = re.compile(
    r"\s*(?:(?:image|photo|picture|figure|fig\.?)(?:\s\d{1,3})?:|(?:image|photo) caption,)(?=\s)", re.IGNORECASE
)
_MARK = re.compile(
    r"\((?:[\w-]+\s){0,2}(?:left|right|centre|center|above|below|pictured|file (?:photo|picture|image))\)"
)
_WHO_SAID = re.compile(r"(?<=[”\"’'])\s(?=[^”\"“]*\b(?:said|says|added|adds|told|wrote|writes)\b)[^,;:”\"“]{3,60}$")


def find_trimmings(sentence: str, start: int) -> Iterator[tuple[int, int]]:
    """The bounds of what is no part of the statement of a sentence that begins at `start` of its text."""
    picture = _PICTURE.match(sentence) if start == 0 else None
    if picture is not None:
        yield start, start + picture.end()
    elif ":" in sentence and start == 0 and not sentence.rstrip("\"'”’) ").endswith((".", "!", "?")):
        label = _LABEL.match(sentence)
        if label is not None:
            yield start, start + label.end()
    if "(" in sentence:
        yield from ((start + mark.start(), start + mark.end()) for mark in _MARK.finditer(sentence))
    if '"' in sentence or "”" in sentence or "’" in sentence or "'" in sentence:  # asked first: most have none
        who = _WHO_SAID.search(sentence)
        if who is not None:
            yield start + who.start(), start + len(sentence)
