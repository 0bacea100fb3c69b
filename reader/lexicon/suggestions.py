"""Suggestions for a misspelt word, ranked by us: alike on every platform, a few milliseconds each.

Candidates are words of the packaged list a few slips away, and two words run together; the dictionary must know each.
A candidate's score weighs how likely the slip is against how usual the word is. The weights are fitted as a
log-linear model to public lists of real misspellings (see `tests/quality/test_spelling_suggestions.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from reader.lexicon.casing import capitalise, match_shape
from reader.lexicon.dictionaries import Dictionary
from reader.lexicon.near_words import NearIndex
from reader.lexicon.slip_cost import slip_cost
from reader.lexicon.word_list import load_word_list, never_suggested
from reader.text.folding import fold_word

MOST_LETTERS = 32
"""Longer words are no words; nothing is suggested for them."""

_COST_WEIGHT = 4.6
_OTHER_FIRST_LETTER = 2.0
_SOUNDS_ALIKE = 0.6
_ONLY_CAPITALISED = 2.3
_SPLIT_COST = 1.5
USUAL_SPLIT_COST = 1.0
_USUAL = 5.0
"""Zipf frequency from which two words are so usual that they are run together."""
_LONG = 7
"""From this length on a third slip is looked for where nothing lies within two at a low cost."""
_FAR = 1.3

_SOUNDS = (
    (re.compile("ph"), "f"),
    (re.compile("ch|[ckq]+"), "k"),
    (re.compile("[sz]|k(?=[eiy])"), "s"),
    (re.compile("[gj]+"), "j"),
    (re.compile("[aeiouyhw']"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A word that may be meant; `cost` is that of the slip (0.5 to 1 for a single one), `score` its rank's measure.

    `frequency` is the Zipf value of the word.
    """

    word: str
    cost: float
    frequency: float
    score: float


@cache
def near_index() -> NearIndex:
    """The index over the packaged words, built when first asked for (about 0.1 s)."""
    hidden = never_suggested()
    return NearIndex(word for word in load_word_list() if word not in hidden)


@lru_cache(maxsize=20_000)
def suggest(word: str, dictionary: Dictionary, limit: int = 5) -> tuple[Suggestion, ...]:
    """At most `limit` words that may be meant, the likeliest first, in the capitals and apostrophes of `word`.

    The word itself is never among them. Hyphenated words should be asked part by part.
    """
    typed = fold_word(word)
    if not 2 <= len(typed) <= MOST_LETTERS:
        return ()
    found: dict[str, Suggestion] = {}
    for suggestion in sorted(_candidates(typed, dictionary), key=lambda s: (-s.score, s.word)):
        shaped = match_shape(word, suggestion.word)
        if shaped != word and shaped not in found:
            found[shaped] = Suggestion(shaped, suggestion.cost, suggestion.frequency, suggestion.score)
    return tuple(found.values())[:limit]


def _candidates(typed: str, dictionary: Dictionary) -> list[Suggestion]:
    found = [s for near in near_index().find_near(typed, 2) if (s := _judge(typed, near, dictionary))]
    if len(typed) >= _LONG and min((s.cost for s in found), default=_FAR) >= _FAR:
        found = [s for near in near_index().find_near(typed, 3) if (s := _judge(typed, near, dictionary))]
    found.extend(_split_words(typed, dictionary))
    if typed not in load_word_list() and dictionary.knows(capitalise(typed)):
        found.append(Suggestion(capitalise(typed), 0.0, 0.0, 0.0))
    return found


def _judge(typed: str, meant: str, dictionary: Dictionary) -> Suggestion | None:
    """The candidate with its score; None where the dictionary does not know it."""
    shown, malus = meant, 0.0
    if not dictionary.knows(meant):
        shown, malus = capitalise(meant), _ONLY_CAPITALISED
        if not dictionary.knows(shown):
            return None
    cost = slip_cost(typed, meant)
    frequency = load_word_list()[meant]
    score = frequency - _COST_WEIGHT * cost - malus
    if typed[0] != meant[0]:
        score -= _OTHER_FIRST_LETTER
    if sound_of(typed) == sound_of(meant):
        score += _SOUNDS_ALIKE
    return Suggestion(shown, cost, frequency, score)


def _split_words(typed: str, dictionary: Dictionary) -> Iterator[Suggestion]:
    """Two usual words that were run together ("infact", "alot")."""
    words = load_word_list()
    for at in range(1, len(typed)):
        left, right = typed[:at], typed[at:]
        if (len(left) == 1 and left not in "ai") or len(right) == 1 or left not in words or right not in words:
            continue
        if dictionary.knows(left) and dictionary.knows(right):
            frequency = min(words[left], words[right])
            cost = _SPLIT_COST if frequency < _USUAL else USUAL_SPLIT_COST
            score = frequency - _COST_WEIGHT * cost
            yield Suggestion(f"{left} {right}", cost, frequency, score)


@lru_cache(maxsize=20_000)
def sound_of(word: str) -> str:
    """The consonants of a word in lower case as they sound, roughly: equal for "fisical" and "physical"."""
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word
