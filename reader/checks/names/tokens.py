"""The capitalised words of a block, with what their surroundings say: what names are compared over.

Offsets are code points into the block's text. Results are kept by text, at most 20,000 of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reader.core.spans import Span
from reader.lexicon.place_names import fold_place
from reader.text.sentences import find_sentences
from reader.text.words import Word, find_words, split_at_hyphens, strip_possessive

CACHE_BOUND = 20_000

_GAP = re.compile(r"[ \u00a0]|\. ?|[-‐‑]")
"""What stands between two words of one name: a blank, the full stop of an initial, a hyphen."""
_CHUNK = re.compile(r"\S+")
_NO_PROSE = re.compile(r"[#@]\w|//|www\.")
"""In handles, hashtags and addresses the spelling is no choice of the writer."""
_OPENING = re.compile(r"(?:^|[“‘\"«:;•▪–—|(\u2028])[\s“‘\"'(\[]*$")
_TITLE_SHARE = 0.7
_TITLE_WORDS = 4


@dataclass(frozen=True, slots=True)
class Token:
    """A word or part of a hyphenated one, without its possessive ending.

    `due`: a capital is due here for any word (sentence start, title, text in capitals). `joined`: nothing but a blank,
    a hyphen or an initial's full stop stands between it and the word before.
    """

    text: str
    key: str
    start: int
    end: int
    due: bool
    joined: bool

    @property
    def span(self) -> Span:
        """Where the word stands, without its possessive ending."""
        return Span(self.start, self.end)

    @property
    def is_capitalised(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()


@lru_cache(maxsize=CACHE_BOUND)
def tokens_of(text: str) -> tuple[Token, ...]:
    """All words of a text in order, but for those in addresses, handles and hashtags."""
    due = _find_due(text)
    no_prose = _find_no_prose(text)
    found: list[Token] = []
    end = 0
    for word in find_words(text):
        if any(span.overlaps(word.span) for span in no_prose):
            continue
        for part in split_at_hyphens(word):
            plain = strip_possessive(part.text)
            stop = part.start + len(plain)
            joined = bool(found) and _joins(text, found[-1], end, part)
            shouted = len(plain) > 1 and plain.isupper()
            found.append(Token(plain, fold_place(plain), part.start, stop, shouted or word.start in due, joined))
            end = part.end
    return tuple(found)


@lru_cache(maxsize=CACHE_BOUND)
def lower_words_of(text: str) -> frozenset[str]:
    """The folded words of a text that stand there in lower case."""
    return frozenset(token.key for token in tokens_of(text) if token.text[0].islower())


def _find_no_prose(text: str) -> tuple[Span, ...]:
    if not _NO_PROSE.search(text):
        return ()
    return tuple(Span(m.start(), m.end()) for m in _CHUNK.finditer(text) if _NO_PROSE.search(m.group()))


def _joins(text: str, before: Token, end: int, part: Word) -> bool:
    if before.end != end:  # a possessive ends a name
        return False
    gap = text[end : part.start]
    if "." in gap and len(before.text) > 1:
        return False
    return bool(_GAP.fullmatch(gap))


def _find_due(text: str) -> frozenset[int]:
    """Starts of the words that any writer would begin with a capital."""
    due: set[int] = set()
    for sentence in find_sentences(text):
        words = list(find_words(text, sentence.start, sentence.end))
        if text[sentence.end - 1] != "." and _is_title(words):
            due.update(word.start for word in words)
            continue
        due.update(w.start for n, w in enumerate(words) if n == 0 or _OPENING.search(text, w.start - 3, w.start))
    return frozenset(due)


def _is_title(words: list[Word]) -> bool:
    longer = [word for word in words if len(word.text) > 3]
    return len(longer) >= _TITLE_WORDS and sum(w.text[0].isupper() for w in longer) >= _TITLE_SHARE * len(longer)
