"""Characters that nobody sees: zero-width blanks, byte-order marks, soft hyphens, marks of writing direction.

Joiners stay where emoji or a script need them; marks of direction stay in text that is written from right to left.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from reader.checks.facts import Facts
from reader.checks.kinds import BlockCheck
from reader.core.article import Block
from reader.core.editing import replace_text
from reader.core.findings import Finding, Severity
from reader.core.fixes import Fix, Safety
from reader.core.messages import Message
from reader.core.rules import Example, Family, Rule, Unit
from reader.core.spans import Place

INVISIBLE = Rule(
    "invisible.characters",
    Family.CLEANUP,
    Unit.BLOCK,
    safety=Safety.AUTO,
    examples=(
        Example("The min\u200bister left.", "The minister left."),
        Example("\ufeffThe minister left.", "The minister left."),
        Example("A parlia\u00admentary vote.", "A parliamentary vote."),
        Example("A parlia\u00ad\u2028mentary vote.", "A parliamentary vote."),
        Example("The\u2060 minister\u200d left.", "The minister left."),
        Example("The vote \u202ewas\u202c close.", "The vote was close."),
    ),
    fine=(
        "The minister left.",
        "A family: \U0001f468\u200d\U0001f469\u200d\U0001f467.",
        "A flag: \U0001f3f3\ufe0f\u200d\U0001f308.",
        "می\u200cخواهم means I want.",
        "क्\u200dष is one letter.",
        "The word \u200fשלום\u200e means peace.",
        "A no-break\u00a0space is seen.",
        "First line\u2028second line.",
        "ประเทศ\u200bไทย means Thailand.",
    ),
)

_NOTHING = re.compile("\u00ad\u2028|[\u00ad\u180e\u2060-\u2064\ufeff]+")
_JOINERS = re.compile("[\u200b-\u200d]+")
_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


def find_invisible(block: Block, facts: Facts) -> Iterator[Finding]:
    """Invisible characters that mean nothing where they stand."""
    del facts
    text = block.text
    for match in _NOTHING.finditer(text):
        yield _make_finding(block, match, Safety.AUTO, "characters")
    for match in _JOINERS.finditer(text):
        if not _joins(text, match.start(), match.end()):
            yield _make_finding(block, match, Safety.AUTO, "characters")
    if _DIRECTIONS.search(text) and not any(unicodedata.bidirectional(char) in ("R", "AL", "AN") for char in text):
        for match in _DIRECTIONS.finditer(text):
            yield _make_finding(block, match, Safety.REVIEW, "direction")


def _joins(text: str, start: int, end: int) -> bool:
    """Whether a joiner or zero-width blank is meant: between two emoji, or two letters of a script that knows them."""
    if end - start > 1 or start == 0 or end == len(text):
        return False
    return _takes_joiner(text[start - 1]) and _takes_joiner(text[end])


def _takes_joiner(char: str) -> bool:
    category = unicodedata.category(char)
    if category[0] in "SM" or category == "Cf":
        return True  # emoji, variation selectors, skin tones, vowel signs
    if category[0] != "L":
        return False
    name = unicodedata.name(char, "")
    return not name.startswith(("LATIN", "GREEK", "CYRILLIC", "FULLWIDTH"))


def _make_finding(block: Block, match: re.Match[str], safety: Safety, key: str) -> Finding:
    start, end = match.span()
    fix = Fix(Message.of("invisible.fix"), (replace_text(block, start, end, ""),), safety, slot=1)
    names = dict.fromkeys(unicodedata.name(char, f"U+{ord(char):04X}").lower() for char in match.group())
    message = Message.of(f"invisible.{key}")
    evidence = Message.of("invisible.evidence", names=", ".join(names))
    return Finding(
        INVISIBLE.id,
        Place.at(block.id, start, end),
        match.group(),
        message,
        Severity.INFO,
        key=key,
        fixes=(fix,),
        score=0.99,
        evidence=evidence,
    )


INVISIBLE_CHECK = BlockCheck(INVISIBLE, find_invisible)
