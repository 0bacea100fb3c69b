"""Lines that are no copy: share bars, advertisements, sign-ups and the like, each told with its reason. Pure.

Embargoes, corrections, kill notices and sign-offs are not debris, and bylines are kept.
"""

from __future__ import annotations

import re

_LONGEST = 160
_NEVER = re.compile(r"\b(?:embargo|correction|clarification|editor[’']s note|kill|mandatory|ends?)\b", re.IGNORECASE)
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("advertisement", r"(?:advertisement|advertising|sponsored(?: content)?|promoted|ad feedback)[.:]?"),
    ("share bar", r"(?:share|tweet|pin|email|copy link|print|facebook|twitter|whatsapp|linkedin|reddit|[|•·,/ ])+"),
    ("share bar", r"(?:share|send) (?:this|on|via|with)\b.{0,60}"),
    ("share count", r"[\d.,]+ ?[km]? (?:shares?|comments?|likes?|views?)"),
    ("link to more", r"(?:read|see|find out|watch|hear|discover) (?:more|also|next)\b(?: ?[:–—-].*|.{0,40})"),
    ("link to more", r"(?:related|more|recommended|trending|most read|you (?:may|might) (?:also )?like)\b ?:?.{0,60}"),
    ("link to more", r"(?:click|tap|scroll) (?:here|down|up|for)\b.{0,80}"),
    (
        "sign-up",
        r"(?:sign up|subscribe|join|register|get|follow)\b.{0,60}\b(?:newsletters?|emails?|inbox|app|alerts?)\b.{0,60}",
    ),
    ("sign-up", r"follow (?:us|@\w+)\b.{0,60}"),
    (
        "cookie line",
        r".{0,60}\b(?:we use cookies|accept (?:all )?cookies|cookie (?:policy|settings)|privacy policy)\b.{0,80}",
    ),
    ("copyright", r"(?:©|\(c\)|copyright).{0,100}"),
    ("copyright", r"all rights reserved\.?.{0,40}"),
    ("player", r"(?:video|audio|image|photo|gallery|play|listen|loading|pause|mute|next|previous)(?: [\d:]+)?[.…]*"),
    ("player", r"(?:listen|watch) [\d:]+ ?(?:min(?:ute)?s?|sec(?:ond)?s?)?"),
)
_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _PATTERNS)
_SENTENCE = re.compile(r"[a-z]{2,}[.!?]\s+[A-Z“‘]")
_QUOTED = re.compile(r"[“”\"]")
_CASED_CATEGORIES = {"link to more"}


def classify_debris(text: str) -> str | None:
    """What kind of debris a line is ("share bar"), None where it is copy.

    Only whole short lines count: a sentence of copy may begin with "Read more" or "Share".
    """
    line = text.strip()
    if not line or len(line) > _LONGEST or _NEVER.search(line) or _SENTENCE.search(line) or _QUOTED.search(line):
        return None
    for kind, pattern in _COMPILED:
        if pattern.fullmatch(line) and not (kind in _CASED_CATEGORIES and _reads_as_copy(line)):
            return kind
    return None


def _reads_as_copy(line: str) -> bool:
    """A line that ends like a sentence and has no colon is copy: "Read more books, she told them."."""
    return line.endswith(".") and ":" not in line
