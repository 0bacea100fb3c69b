"""Puts an unknown word into one of four classes: error, unknown, dialect, name. No block, no offsets: words alone.

Names are set apart here without waiting for the recogniser: a capitalised word that the dictionary does not know is a
name, unless it stands where every word has a capital and is a slip away from a usual one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from reader.checks.spelling.knowledge import is_derived, knows_word
from reader.core.notes import Missing
from reader.lexicon.casing import capitalise, match_shape
from reader.lexicon.dictionaries import Dictionary, open_dictionary
from reader.lexicon.language import AMERICAN, BRITISH
from reader.lexicon.slip_cost import slip_cost
from reader.lexicon.suggestions import USUAL_SPLIT_COST, Suggestion, suggest
from reader.lexicon.word_list import load_dialects, load_dialects_reversed, load_proper_words, load_word_list

_DRAWN_OUT = re.compile(r"(.)\1\1\1|([aeiouyhm])\2\2$")
"""Sounds that were written long on purpose ("sooo", "noooo")."""
_CLEAR_SLIP = 0.65
"""Cost of one slip of the commonest kinds: even a derived word is then more likely an error."""
_SINGLE_SLIP = 1.0
_RUN_ON = frozenset(
    "a all an and any as at be each for if in is it no of or so thank that the this to with you".split()
)
"""Small words that are run together with their neighbour ("aswell"); others make new compounds ("offseason")."""
_USUAL = 3.5
_RARE = 2.0


class Klass(StrEnum):
    """Classes of words that the dictionary does not know, as the command line prints them."""

    ERROR = "error"
    UNKNOWN = "unknown"
    DIALECT = "dialect"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The class of a word and what may be meant, the likeliest first; `score` is 0 to 1."""

    klass: Klass
    suggestions: tuple[str, ...] = ()
    score: float = 0.5


NAME = Verdict(Klass.NAME)


@dataclass(frozen=True, slots=True)
class Speller:
    """The dictionary of the article's language, and that of the other English where it is installed."""

    dictionary: Dictionary
    other: Dictionary | None

    @property
    def other_tag(self) -> str:
        """The tag of the other English."""
        return BRITISH if self.dictionary.tag == AMERICAN else AMERICAN

    def judge(self, word: str, *, capital_is_due: bool) -> Verdict | None:
        """The verdict on a word that may be misspelt; None where it is right after all.

        `word` is without possessive; `capital_is_due` says that its place would capitalise any word (the start of a
        sentence, a title, a heading in capitals).
        """
        if knows_word(self.dictionary, word):
            return None
        if not word[0].isupper():
            return self._judge_common(word)
        if self.other is not None and self.other.knows(word) and not self.other.knows(word.lower()):
            return None
        if capital_is_due:
            return self._judge_capitalised(word)
        return self._judge_proper(word)

    def _judge_common(self, word: str) -> Verdict | None:
        if self._is_other_dialect(word):
            return self._judge_dialect(word)
        found = suggest(word, self.dictionary)
        words = tuple(suggestion.word for suggestion in found)
        best = found[0] if found else None
        if is_derived(self.dictionary, word) and (best is None or best.cost > _CLEAR_SLIP):
            return None
        if best is not None and _is_error(word, best):
            return Verdict(Klass.ERROR, words, _certainty(found))
        return Verdict(Klass.UNKNOWN, words, 0.3)

    def _is_other_dialect(self, word: str) -> bool:
        if self.other is not None:
            return knows_word(self.other, word)
        return word in self._spellings_of_other()

    def _spellings_of_other(self) -> dict[str, str]:
        return load_dialects() if self.dictionary.tag == AMERICAN else load_dialects_reversed()

    def _judge_dialect(self, word: str) -> Verdict | None:
        """A word of the other English: of concern only where this one has a spelling of its own."""
        own = self._spellings_of_other().get(word)
        if own is not None and self.dictionary.knows(own):
            return Verdict(Klass.DIALECT, (match_shape(word, own),), 0.9)
        found = suggest(word, self.dictionary, 1)
        usual = load_word_list().get(word, 0.0)
        if found and found[0].cost <= _CLEAR_SLIP and found[0].frequency > usual and found[0].word[-1] == word[-1]:
            return Verdict(Klass.DIALECT, (found[0].word,), 0.6)
        return None

    def _judge_capitalised(self, word: str) -> Verdict | None:
        verdict = self._judge_common(word.lower())
        if verdict is None:
            return None
        suggestions = tuple(match_shape(word, suggestion) for suggestion in verdict.suggestions)
        if verdict.klass is Klass.DIALECT:
            return NAME  # the Theatre, Labour, the Centre: with a capital the other spelling is mostly somebody's name
        best = suggest(word.lower(), self.dictionary, 1)
        if best and _is_slip_of_usual_word(word, best[0]):
            return Verdict(Klass.ERROR, suggestions, verdict.score)
        return self._judge_proper(word)

    def _judge_proper(self, word: str) -> Verdict:
        """A name, or a slip in a word that always has its capital ("Ukranian", "Feburary")."""
        meant = _slipped_proper_word(word.lower())
        if meant is None or not self.dictionary.knows(capitalise(meant)):
            return NAME
        return Verdict(Klass.ERROR, (match_shape(word, capitalise(meant)),), 0.8)


def open_speller(language: str) -> Speller | Missing:
    """The speller of "en-US" or "en-GB", or what is missing; the other English may be missing without harm."""
    dictionary = open_dictionary(language)
    if isinstance(dictionary, Missing):
        return dictionary
    other = open_dictionary(BRITISH if language == AMERICAN else AMERICAN)
    return Speller(dictionary, None if isinstance(other, Missing) else other)


def _is_error(word: str, best: Suggestion) -> bool:
    """Whether the best suggestion is so near and usual that the word is no word of its own."""
    if _DRAWN_OUT.search(word):
        return False
    if " " in best.word:
        return best.cost <= USUAL_SPLIT_COST and not _RUN_ON.isdisjoint(best.word.split())
    if best.word[0].isupper() and word[0].islower() and best.word.lower() not in load_proper_words():
        return best.cost == 0 and best.frequency >= _USUAL
    return best.frequency >= _RARE and best.cost <= _farthest_slip(len(word))


def _farthest_slip(letters: int) -> float:
    """The cost up to which a word of so many letters is taken for a slip: one slip, two in long words."""
    if letters < 4:
        return 0.8 if letters == 3 else 0.0
    return min(2.4, max(_SINGLE_SLIP, 0.2 * letters))


def _is_slip_of_usual_word(word: str, best: Suggestion) -> bool:
    """Whether a capitalised word is a slip rather than a name: long enough, one slip, a usual word, the same ends."""
    return (
        len(word) >= 5
        and " " not in best.word
        and (best.word[0], best.word[-1]) == (word[0].lower(), word[-1].lower())
        and best.cost <= 0.9
        and best.frequency >= _USUAL
    )


@lru_cache(maxsize=20_000)
def _slipped_proper_word(word: str) -> str | None:
    """The month, day or people one slip away, with the same ends; None where there is none."""
    if len(word) < 6:
        return None
    near = [
        (slip_cost(word, meant), meant)
        for meant in load_proper_words()
        if (meant[0], meant[-1]) == (word[0], word[-1]) and abs(len(meant) - len(word)) <= 1
    ]
    cost, meant = min(near, default=(_SINGLE_SLIP, ""))
    return meant if cost < _SINGLE_SLIP else None


def _certainty(found: tuple[Suggestion, ...]) -> float:
    """How clearly the first suggestion leads, 0.5 to 0.98."""
    if len(found) == 1:
        return 0.9
    lead = found[0].score - found[1].score
    return round(min(0.98, 0.5 + lead / 8), 2)
