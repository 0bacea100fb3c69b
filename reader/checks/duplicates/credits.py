"""Credits: lines that name whose picture it is, and those that scrapers glue to the end of a caption."""

from __future__ import annotations

import re

from reader.core.spans import Span

_LONGEST_CREDIT = 16
"""Words of the longest line that is taken for a credit; a longer one says something besides."""
_CREDIT = re.compile(
    r"\b(?:getty images|ap photo|shutterstock|alamy|photo(?:graph)?(?: by|:)|"
    r"(?:image|photo|picture) credit|image:|picture:|credit:|credit\.\.\.|source:|graphic:|illustration(?: by|:)|"
    r"submitted photo)|(?:^|[/|(©–—-]|\bvia)\s*(?:reuters|afp|ap|pa|epa)\b|^\W*file photo\W*$",
    re.IGNORECASE,
)
_HINTS = (
    *("photo", "image", "picture", "credit", "getty", "shutterstock", "alamy", "source", "graphic", "illustration"),
    *("via", "/", "|", "(", "©", "–", "—", "-"),
)
_AGENCIES = ("reuters", "afp", "ap", "pa", "epa")
"""What a line that names a source has, or begins with: most lines have nothing of it and are not searched."""
_SEEN = re.compile(r"\s*(?:image|photo|picture):\s(?=.*\.\s*$)", re.IGNORECASE)
_COMMON_WORD = re.compile(r"\b[a-z]{3,}\b")
_FEWEST_COMMON_WORDS = 4
_GLUED_WORDS = ("Photo", "Picture", "Image", "Credit", "Source", "Pic")
_GLUED = re.compile(rf"(?<!\s)\s*(?=(?:{'|'.join(_GLUED_WORDS)}|Photograph)s?(?: by)?\s?(?::|\.{{3}}|…)\s?\S)")


def is_credit(text: str, size: int) -> bool:
    """Whether a line of `size` words names whose picture it is; "Picture: …" may also say what is on it."""
    if size > _LONGEST_CREDIT:
        return False
    low = text.lower()
    hinted = low.lstrip().startswith(_AGENCIES) or any(hint in low for hint in _HINTS)
    return hinted and bool(_CREDIT.search(text)) and not _says_what_is_seen(text)


def _says_what_is_seen(text: str) -> bool:
    """Whether a whole sentence stands behind the label: some words that are no names, and a stop."""
    label = _SEEN.match(text)
    return label is not None and len(_COMMON_WORD.findall(text, label.end())) >= _FEWEST_COMMON_WORDS


def may_hold_glued_credit(text: str) -> bool:
    """Whether a text has a word that a glued credit begins with: a quick look before the thorough one."""
    return any(word in text for word in _GLUED_WORDS)


def part_glued_credit(text: str, sentence: Span) -> tuple[Span, ...]:
    """The sentence, or what stands before a credit glued to its end and the credit ("… on MondayCredit: Agency")."""
    match = _GLUED.search(text, sentence.start + 1, sentence.end)
    if match is None or match.end() >= sentence.end:
        return (sentence,)
    return (Span(sentence.start, match.start()), Span(match.end(), sentence.end))
