"""Trims what the recogniser found to the name as an editor would mark it, and drops what is none.

No leading article, title or quotation mark, no trailing possessive or punctuation. Offsets are code points.
"""

from __future__ import annotations

import re
from dataclasses import replace

from reader.checks.names.titles import TITLE_PAIRS, TITLES
from reader.core.article import Article
from reader.core.entities import NAME_LABELS, EntityLabel, Mention
from reader.core.spans import Place

_LEAD = re.compile(r"[\s\"'“”‘’(\[,.\-–—]+")
_NAME_LEAD = re.compile(rf"(?:the|a|an)\s+|{_LEAD.pattern}", re.IGNORECASE)
_TAIL = re.compile(r"(?:['’][sS]|['’]|[\s\"“”‘)\],;:\-–—]+|(?<=\w\w)\.)$")
_FIRST_WORD = re.compile(r"([\w-]+)\.?\s+")
_BROKEN = re.compile(r"[\u2028\t|•]")
_VAGUE_DATE = re.compile(
    r"(?:this|that|the|one|early|a) (?:days?|time|moment)|(?:night)?time|days?|night|daily|nightly|weekly|annual",
    re.IGNORECASE,
)
_NO_NAMES = frozenset("mommy mom dad mum mama papa daddy god sir madam lord".split())


def reading_order(article: Article, mention: Mention) -> tuple[int, int]:
    """What sorts mentions as they are read."""
    span = mention.place.span
    return article.position(mention.place.block), span.start if span else 0


def trim_mention(text: str, mention: Mention) -> Mention | None:
    """The mention with its trimmed span, None where nothing of a name remains; `text` is that of its block."""
    span = mention.place.span
    if span is None:
        return mention
    start, end = _trim(text, span.start, span.end, _NAME_LEAD if mention.label in NAME_LABELS else _LEAD)
    if mention.label is EntityLabel.PERSON:
        start = _skip_titles(text, start, end)
    name = text[start:end]
    if not _is_sound(name, mention.label):
        return None
    return replace(mention, place=Place.at(mention.place.block, start, end), text=name)


def _trim(text: str, start: int, end: int, lead: re.Pattern[str]) -> tuple[int, int]:
    while start < end and (match := lead.match(text, start, end)) and match.end() < end:
        start = match.end()
    while start < end and (match := _TAIL.search(text[start:end])) and match.start() > 0:
        end = start + match.start()
    return start, end


def _skip_titles(text: str, start: int, end: int) -> int:
    while match := _FIRST_WORD.match(text, start, end):
        word = match.group(1).lower()
        following = _FIRST_WORD.match(text, match.end(), end)
        if word not in TITLES and not (following and (word, following.group(1).lower()) in TITLE_PAIRS):
            break
        start = match.end()
    return start


def _is_sound(name: str, label: EntityLabel) -> bool:
    if not any(char.isalnum() for char in name) or _BROKEN.search(name):
        return False
    if label is EntityLabel.DATE:
        return not _VAGUE_DATE.fullmatch(name)
    if label in NAME_LABELS:
        return name.casefold() not in _NO_NAMES and any(char.isupper() for char in name)
    return True
