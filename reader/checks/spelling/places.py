"""Where words stand in their block: whether a capital is due there, and whether it is inside a quotation.

Offsets are code points into the block's text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.text.sentences import find_sentences
from reader.text.words import Word

_TITLE_SHARE = 0.7
_TITLE_WORDS = 4
_OPENS_SENTENCE = re.compile(r"(?:[“‘\"«:;•▪–—|\u2028]|^)[\s“‘\"'(\[]*$")
_SPEECH = frozenset("said says say told tells added adds asked asks replied replies wrote writes who whose".split())
"""A first word before one of these is more often somebody's name than a slip."""
_PARTICLES = frozenset(
    "af al ap bin ibn da das de degli dei del della delle dello den der des di do dos du e el het la las le les los te"
    " ten ter und van von y zu zum zur".split()
)
_QUOTED = re.compile(r"“[^“”]*(?:”|$)|\"[^\"]*\"")


@dataclass(frozen=True, slots=True)
class Places:
    """What the text around a block's words says about them; `particles` and `due` are offsets of words."""

    text: str
    due: frozenset[int]
    particles: frozenset[int]
    capitalised_elsewhere: frozenset[str]
    quoted: tuple[tuple[int, int], ...]

    def capital_is_due(self, word: Word) -> bool:
        """Whether any word would have a capital here, and this one has none of its own elsewhere in the block."""
        if word.text in self.capitalised_elsewhere:
            return False
        return word.start in self.due or word.text.isupper()

    def is_particle(self, word: Word) -> bool:
        """Whether the word is the small part of a name ("Musée du Louvre")."""
        return word.start in self.particles

    def is_quoted(self, word: Word) -> bool:
        """Whether the word stands inside quotation marks."""
        return any(start <= word.start and word.end <= end for start, end in self.quoted)

    def mark_before(self, word: Word) -> str:
        """The character before a word, empty at the start."""
        return self.text[word.start - 1] if word.start else ""

    def mark_after(self, word: Word) -> str:
        """The character after a word, empty at the end."""
        return self.text[word.end : word.end + 1]


def survey(text: str, words: Sequence[Word]) -> Places:
    """The places of a block's words (all of them, in order)."""
    due: set[int] = set()
    plain: set[str] = set()
    position = 0
    for sentence in find_sentences(text):
        inside: list[Word] = []
        while position < len(words) and words[position].start < sentence.end:
            inside.append(words[position])
            position += 1
        if text[sentence.end - 1] != "." and _is_title(inside):
            due.update(word.start for word in inside)
            continue
        for n, word in enumerate(inside):
            if n + 1 < len(inside) and _reads_as_name(text, word, inside[n + 1]):
                plain.add(word.text)
            elif n == 0 or _OPENS_SENTENCE.search(text, max(0, word.start - 6), word.start):
                due.add(word.start)
            elif _has_own_capital(word):
                plain.add(word.text)
    quoted = tuple((match.start(), match.end()) for match in _QUOTED.finditer(text))
    return Places(text, frozenset(due), _find_particles(words), frozenset(plain), quoted)


def _find_particles(words: Sequence[Word]) -> frozenset[int]:
    """The small words before a capitalised one, or before another that is ("de la Cruz")."""
    found: set[int] = set()
    for word, following in zip(reversed(words[:-1]), reversed(words), strict=False):
        if word.text in _PARTICLES and (following.text[0].isupper() or following.start in found):
            found.add(word.start)
    return frozenset(found)


def _has_own_capital(word: Word) -> bool:
    return word.text[0].isupper() and not word.text.isupper()


def _reads_as_name(text: str, word: Word, following: Word) -> bool:
    """Whether a capitalised first word is followed by a second capital, a verb of speech, "who" or an age."""
    between = text[word.end : following.start]
    if not _has_own_capital(word) or between.strip() not in ("", ","):
        return False
    if "," in between:
        return following.folded in ("who", "whose") or following.text.isdigit()
    return _has_own_capital(following) or following.folded in _SPEECH


def _is_title(words: Sequence[Word]) -> bool:
    """Whether words are set as a title: most of the longer ones have a capital."""
    longer = [word for word in words if len(word.text) > 3]
    if len(longer) < _TITLE_WORDS:
        return False
    return sum(word.text[0].isupper() for word in longer) >= _TITLE_SHARE * len(longer)
