"""Lines that are no running copy, each told with what it is: share bars, sign-ups, also bylines and embargoes. Pure.

Only whole short lines are told: a sentence of copy may begin with "Read more" or "Share". Embargoes, corrections,
kill notices and sign-offs are never debris, and neither are bylines and time stamps, which belong to the story.
"""

from __future__ import annotations

import re

from reader.text.line_patterns import PATTERNS, LineClass

LONGEST_LINE = 160
"""Code points of the longest line that can be anything but copy."""

DEBRIS = frozenset(LineClass) - {LineClass.NOTICE, LineClass.SIGN_OFF, LineClass.BYLINE, LineClass.TIME_STAMP}
"""Classes of lines that a page put round the copy."""

_COMPILED = tuple(
    (kind, re.compile("|".join(f"(?:{one})" for one in alternatives), 0 if kind is LineClass.BYLINE else re.IGNORECASE))
    for kind, alternatives in PATTERNS.items()
)
_TWO_SENTENCES = re.compile(r"[a-z]{2,}[.!]\s+[A-Z“‘]")
_QUOTED = re.compile(r"[“”\"]")
_ENDS_LIKE_COPY = re.compile(r"[.?!][”’\"']?$")
_SENTENCE_OF_COPY = frozenset(
    {
        LineClass.LINK_TO_MORE,
        LineClass.SHARE_BAR,
        LineClass.SIGN_UP,
        LineClass.SCROLL_CUE,
        LineClass.COOKIE_LINE,
        LineClass.EMBED_REMAINS,
    }
)
"""Classes whose lines could begin a sentence of copy."""
_SPEAKS_TO_THE_READER = re.compile(
    r"\b(?:newsletters?|inbox|e-?mail|here|below|us|our|your|cookies?|this (?:article|story|page))\b|@\w", re.IGNORECASE
)
_THIRD_PERSON = re.compile(
    r"\b(?:he|she|they|his|her|their|him|them|was|were|said|told|had|the (?:company|police|firm|man|woman))\b",
    re.IGNORECASE,
)


def classify_line(text: str) -> LineClass | None:
    """What a short line is, None where it is copy."""
    line = text.strip()
    if not line or len(line) > LONGEST_LINE or _TWO_SENTENCES.search(line):
        return None
    for kind, pattern in _COMPILED:
        if pattern.fullmatch(line):
            return None if kind in DEBRIS and _reads_as_copy(kind, line) else kind
    return None


def classify_debris(text: str) -> LineClass | None:
    """What kind of debris a line is, None where it is copy or belongs to the story."""
    kind = classify_line(text)
    return kind if kind in DEBRIS else None


def _reads_as_copy(kind: LineClass, line: str) -> bool:
    """Whether a line is a sentence: "Read more books, she told the children.", "Share prices fell on Monday."."""
    head = line.partition(":")[0]
    if _QUOTED.search(head):
        return True
    if kind not in _SENTENCE_OF_COPY or ":" in line or not _ENDS_LIKE_COPY.search(line):
        return False
    return bool(_THIRD_PERSON.search(line)) or not _SPEAKS_TO_THE_READER.search(line)
