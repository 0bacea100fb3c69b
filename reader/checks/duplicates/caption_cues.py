"""Reads a paragraph for the signs of a photo caption that has fallen into the copy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.checks.duplicates.silence import LONGEST_HEADLINE, in_title_case
from reader.checks.duplicates.units import Unit, UnitText, units_of_text
from reader.core.article import Role

FEWEST_WORDS = 7
MOST_WORDS = 60
LIKELY = 0.6
"""Sum of cues from which a paragraph without a twin is taken for a caption: two clear signs."""
_MOSTLY = 0.6

CUES = {
    "no final stop": 0.35,
    "present tense": 0.3,
    "left or right": 0.35,
    "pictured": 0.35,
    "file photo": 0.35,
    "label": 0.2,
    "credit": 0.3,
    "says who said": -0.25,
}
"""What each cue adds to the score; captions name nobody who "said" something."""

_SIDES = re.compile(
    r"\((?:(?:far|top|bottom|front|back|second from|third from)\s+)?"
    r"(?:left|right|cent(?:re|er)|middle|above|below|top|bottom|inset|l|r|c)\)"
    r"|,\s(?:far\s)?(?:left|right|cent(?:re|er)),?(?=\s|$)|^(?:left|right|above|below|top|from left|clockwise)\b[:,\s]",
    re.IGNORECASE,
)
_PICTURED = re.compile(
    r"\bpictured\b|\bseen here\b|\bin this (?:photo|picture|image|undated)|^(?:photo|picture|image|in pictures)\b",
    re.IGNORECASE,
)
_FILE_PHOTO = re.compile(
    r"\b(?:file|stock|undated|handout|library|archive)[ -](?:photo|picture|image|pic)\b|\bscreen ?grab\b", re.IGNORECASE
)
_CREDIT = re.compile(
    r"(?:credit|photo(?:graph)?|picture|image)\s?:|getty images|ap photo|/\s?(?:reuters|afp|ap|getty)\b|"
    r"\bvia (?:getty|ap|reuters|afp)\b",
    re.IGNORECASE,
)
_HINTS = (
    *("(", "left", "Left", "right", "Right", "centr", "Centr", "cente", "Cente", "pictur", "Pictur", "photo", "Photo"),
    *("image", "Image", "seen here", "Seen here", "credit", "Credit", "via ", "grab"),
)
"""What one of the patterns above needs: a sentence with its stop and nothing of the kind is no caption."""
_PICTURES = ("photo", "pic", "image", "seen here", "grab")
_SOURCES = (*_PICTURES, "credit", "getty", "/", "via")
"""What the patterns of pictures and of sources need, in small letters: most lines have nothing of it."""
_LABEL = re.compile(r"(?:[A-Z][\w’'-]*)(?:\s[\w’'-]+){0,3}:\s")
_SAID = re.compile(r"\b(?:said|told|added|insisted|explained|replied|warned|announced|claimed)\b")
_NOT_COPY = re.compile(r"[|©•►]|https?:|www\.|\S@\S|[:;,]\s*$|(?:…|\.\.\.)\s*$")
_INVITATION = re.compile(
    r"(?:sign|read|click|share|subscribe|follow|watch|listen|join|get|download|support|scroll|tap|view|try|email|log|"
    r"skip|register|donate|enjoy|see (?:more|also)|find out|check out|advert|sponsored|by)\b",
    re.IGNORECASE,
)
_PRESENT = frozenset(
    "addresses aims answers appears applauds arrives attends bears beams bites blows bows boards braves builds buys"
    " captures carries casts catches celebrates chats checks cheers clasps cleans climbs clutches collects comforts"
    " congratulates controls crosses cries cuts dances delivers directs displays dives drags drinks drives eats"
    " embraces emerges enjoys enters examines faces feeds fights fires flies gathers gestures gets gives goes greets"
    " grins guards hands hangs has heads helps hides hits holds hugs inspects joins jumps keeps kicks kisses kneels"
    " lays leads leans learns leaves lies lifts lights lines listens looks makes marches meets observes offers opens"
    " paints passes pats pauses performs picks plays points poses prays prepares presents pulls pushes puts races"
    " raises reacts reads receives rests reveals rides rings rises runs sails salutes scores searches sells serves"
    " shakes shares shows signs sings sits skates sleeps smiles speaks sprays stands stares starts steps stops swims"
    " takes talks tastes tests thanks throws touches tours trains tries turns unveils uses views visits waits walks"
    " wanders washes watches waves wears weeps welcomes wheels wins wipes works".split()
)
_BEING = re.compile(r"\b(?:is|are) (?:\w+ly )?(?:\w+ing|\w+ed|seen|shown|held|hung|worn|torn|left|lit|built|taken)\b")
_SUBJECT = 16
"""Words within which a caption's verb comes."""


@dataclass(frozen=True, slots=True)
class CaptionSigns:
    """The cues of one block and their sum; the sum is 0 to 1."""

    cues: tuple[str, ...]
    score: float


def is_unstopped_line(unit: Unit) -> bool:
    """Whether a unit is a paragraph by itself and lacks its final stop; a first block may be the headline."""
    return unit.of == 1 and not unit.text.stopped and not (unit.first and unit.text.size <= LONGEST_HEADLINE)


def stops_are_usual(lasts: Iterable[Unit]) -> bool:
    """Whether most paragraphs of some length end with a stop: only then is a missing one a sign of anything.

    `lasts` are the last units of all blocks.
    """
    ends = [
        unit.text.stopped
        for unit in lasts
        if unit.block.role is Role.PARAGRAPH and (unit.of > 1 or unit.text.size >= FEWEST_WORDS)
    ]
    return len(ends) > 2 and sum(ends) >= _MOSTLY * len(ends)


def read_signs(unit: Unit, *, stops_usual: bool) -> CaptionSigns | None:
    """The signs of a caption in a paragraph that is one unit.

    None where it cannot be one: the headline, one of several sentences, web furniture, a quotation.
    """
    block = unit.block
    if unit.first or unit.of != 1 or block.role is not Role.PARAGRAPH or not unit.compared:
        return None
    if not FEWEST_WORDS <= unit.text.size <= MOST_WORDS:
        return None
    return _read_text(block.text, stops_usual)


@lru_cache(maxsize=4096)
def _read_text(text: str, stops_usual: bool) -> CaptionSigns | None:  # noqa: FBT001 - a key of the cache
    unit, text = units_of_text(text)[0], text.strip()
    if unit.stopped and not any(hint in text for hint in _HINTS):
        return None
    if _NOT_COPY.search(text) or _INVITATION.match(text) or in_title_case(unit):
        return None
    if text[0] in "“\"‘'" or (text[0].isalpha() and not text[0].isupper()):
        return None
    found = _find_cues(unit, text, stops_usual=stops_usual)
    score = min(1.0, max(0.0, sum(CUES[cue] for cue in found)))
    return CaptionSigns(tuple(cue for cue in found if CUES[cue] > 0), score)


def _find_cues(unit: UnitText, text: str, *, stops_usual: bool) -> Sequence[str]:
    low = text.lower()
    pictured = any(word in low for word in _PICTURES)
    tests = {
        "no final stop": stops_usual and not unit.stopped,
        "present tense": has_present_verb(unit, text),
        "left or right": bool(_SIDES.search(text)),
        "pictured": pictured and bool(_PICTURED.search(text)),
        "file photo": pictured and bool(_FILE_PHOTO.search(text)),
        "label": not unit.stopped and bool(_LABEL.match(text)),
        "credit": any(word in low for word in _SOURCES) and bool(_CREDIT.search(text)),
        "says who said": bool(_SAID.search(text)),
    }
    return [cue for cue, holds in tests.items() if holds]


def has_present_verb(unit: UnitText, text: str) -> bool:
    """Whether a verb that captions use stands in the present where the sentence has its verb."""
    return not _PRESENT.isdisjoint(unit.folded[1:_SUBJECT]) or bool(_BEING.search(text))
