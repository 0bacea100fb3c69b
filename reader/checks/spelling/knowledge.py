"""What is known to be right: a dictionary with its allowances, and the words of the user and of the article's names.

Allowances are what careful copy does and dictionaries leave out: possessives, contractions, dropped letters with an
apostrophe, accents, an abbreviation's full stop, a productive prefix before a usual word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from reader.checks.facts import ACCEPTED_WORDS, NAMES, Facts
from reader.core.entities import NAME_LABELS, NameList
from reader.lexicon.casing import capitalise
from reader.lexicon.dictionaries import Dictionary
from reader.lexicon.user_words import WordList, accepts
from reader.lexicon.word_list import load_word_list
from reader.text.folding import fold_marks, fold_word, strip_accents
from reader.text.words import find_words, split_at_hyphens, strip_possessive

_CONTRACTION = re.compile(r"['’ʼ](?:s|d|ll|ve|re|m)$|(?<=n['’]t)s$", re.IGNORECASE)
_PREFIXES = tuple(
    "anti auto bio co counter cross cyber de eco ex extra geo hyper inter intra macro mega meta micro mid mini mis mono"
    " multi nano neo non out over para poly post pre pro pseudo quasi re semi sub super trans ultra un under".split()
)
_SUFFIXES = ("like", "wide", "less", "proof", "goer", "goers", "maker", "makers", "making", "worthy")
_CLIPPED = frozenset("bout cause em fore gainst n neath round scuse til tis twas tween twere twill".split())
"""What is written with an apostrophe before it."""
_STEM_LETTERS = 5
_STEM_FREQUENCY = 2.5
"""A stem must be a word used about three times in ten million: "un" + "till" is no word."""


def knows_word(dictionary: Dictionary, word: str) -> bool:
    """Whether the dictionary knows a word, given the allowances of careful copy."""
    if dictionary.knows(word):
        return True
    plain = _CONTRACTION.sub("", strip_possessive(word))
    if plain != word and plain and dictionary.knows(plain):
        return True
    bare = strip_accents(plain)
    if bare != plain and dictionary.knows(bare):
        return True
    return plain.isupper() and any(dictionary.knows(form) for form in (plain.lower(), plain.capitalize()))


def knows_clipped(dictionary: Dictionary, word: str, before: str, after: str) -> bool:
    """Whether the marks beside a word explain it: ’em, goin’, approx."""
    if before and before in "'’‘" and word.lower() in _CLIPPED:
        return True
    if after and after in "'’" and word.endswith("in") and dictionary.knows(f"{word}g"):
        return True
    return after == "." and dictionary.knows(f"{word}.")


def is_prefix(part: str, after: str) -> bool:
    """Whether a part is a productive prefix with its hyphen ("mis-spelt")."""
    return bool(after) and after in "-‐‑" and part.lower() in _PREFIXES


def is_derived(dictionary: Dictionary, word: str) -> bool:
    """Whether a word is made of a right one by prefix, suffix or plural of -ing ("counteroffensive", "retellings")."""
    if word.endswith("ings") and dictionary.knows(word[:-1]):
        return True
    words = load_word_list()

    def is_stem(stem: str) -> bool:
        usual = words.get(stem, 0.0) >= _STEM_FREQUENCY
        return len(stem) >= _STEM_LETTERS and usual and dictionary.knows(stem)

    return any(word.startswith(prefix) and is_stem(word.removeprefix(prefix)) for prefix in _PREFIXES) or any(
        word.endswith(suffix) and is_stem(word.removesuffix(suffix)) for suffix in _SUFFIXES
    )


@dataclass(frozen=True, slots=True)
class _Digested:
    """Facts that stand for one another where their digests are equal; spares hashing long lists again and again."""

    digest: str
    names: NameList = field(compare=False)
    accepted: WordList = field(compare=False)


@dataclass(frozen=True, slots=True)
class ArticleWords:
    """Words that are right in this article: accepted ones, and those of its names (exact, and folded to exact)."""

    accepted: frozenset[str]
    names: frozenset[str]
    folded_names: dict[str, str] = field(compare=False)

    def accepts(self, word: str) -> bool:
        """Whether the user accepted the word or it stands in a name; a name in lower case is not accepted."""
        plain = strip_possessive(word)
        if accepts(self.accepted, word) or accepts(self.accepted, plain) or plain in self.names:
            return True
        return plain[:1].isupper() and fold_word(plain) in self.folded_names

    def name_for(self, word: str) -> str:
        """The name that a word in lower case spells, empty where it spells none."""
        name = self.folded_names.get(fold_word(word), "")
        return name if name[:1].isupper() and name != word else ""


def article_words(facts: Facts) -> ArticleWords:
    """The words that the facts say are right."""
    digest = f"{facts.digest(NAMES.name)} {facts.digest(ACCEPTED_WORDS.name)}"
    return _collect(_Digested(digest, facts.get(NAMES), facts.get(ACCEPTED_WORDS)))


@lru_cache(maxsize=8)
def _collect(given: _Digested) -> ArticleWords:
    names = _name_parts(given.names)
    folded: dict[str, str] = {}
    for name in sorted(names):
        if name[:1].isupper():
            folded.setdefault(fold_word(name), capitalise(name.lower()) if name.isupper() else name)
    return ArticleWords(frozenset(map(fold_marks, given.accepted)), names, folded)


def _name_parts(names: NameList) -> frozenset[str]:
    forms = {form for entity in names.entities if entity.label in NAME_LABELS for form, _ in entity.forms}
    forms.update(form for variant in names.variants for form, _ in variant.forms)
    forms.update(variant.preferred for variant in names.variants)
    parts: set[str] = set()
    for form in forms:
        for word in find_words(form):
            parts.add(strip_possessive(word.text))
            parts.update(strip_possessive(part.text) for part in split_at_hyphens(word))
    return frozenset(parts)
