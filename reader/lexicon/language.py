"""Guesses whether English copy is American or British from the words that the two spell differently."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from reader.lexicon.word_list import load_dialects, load_dialects_reversed
from reader.text.words import find_words, strip_possessive

AMERICAN = "en-US"
BRITISH = "en-GB"

_SENSE_IN_BOTH = frozenset(
    "story stories check checks meter meters curb curbs tire tires practice license program programs draft drafts"
    " among while bark dispatch inquire inquiry inquiries learned dreamed spelled spilled spoiled ruble rubles".split()
)
"""American spellings that are British words too: they prove nothing."""


@dataclass(frozen=True, slots=True)
class LanguageGuess:
    """A language tag and the word that shows it most often; `evidence` is empty where no word told anything."""

    tag: str
    evidence: str = ""
    american: int = 0
    british: int = 0


def guess_language(texts: Iterable[str], fallback: str = AMERICAN) -> LanguageGuess:
    """The dialect that most of the telling words belong to; `fallback` where there are none or as many of each.

    -ize words tell nothing, for careful British houses use them too; -ise words tell of British copy.
    """
    british_words, american_words = load_dialects(), load_dialects_reversed()
    british: Counter[str] = Counter()
    american: Counter[str] = Counter()
    for text in texts:
        for word in find_words(text):
            folded = strip_possessive(word.folded)
            if folded in british_words:
                british[folded] += 1
            elif folded in american_words and folded not in _SENSE_IN_BOTH and not _is_oxford(folded):
                american[folded] += 1
    here, there = american.total(), british.total()
    if here == there:
        return LanguageGuess(fallback, "", here, there)
    tag, counts = (AMERICAN, american) if here > there else (BRITISH, british)
    return LanguageGuess(tag, counts.most_common(1)[0][0], here, there)


def _is_oxford(american: str) -> bool:
    """Whether the American spelling is that of Oxford too: it differs from the British one in -ize for -ise alone."""
    return load_dialects_reversed()[american] == american.replace("iz", "is")
