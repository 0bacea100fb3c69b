"""Tells a statement said again in a clause: most of what one sentence says stands in one clause of the other.

Two long sentences may share a clause and little else, so shares of whole sentences say too little. What counts is
weighed by how rare it is in the article (`restating`), names alone are no statement, and a figure or name that the
other side lacks is another matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from reader.checks.duplicates.restating import weigh_word
from reader.checks.duplicates.trimmings import find_trimmings
from reader.checks.duplicates.units import Unit, UnitText
from reader.checks.duplicates.word_forms import WordClass
from reader.lexicon.word_list import load_word_list

LEAST_SHARED = 2.1
"""Weight, by how rare they are, of what both have: about three words that hardly stand elsewhere."""
OF_STATEMENT = 0.6
OF_CLAUSE = 0.4
"""Shares of the sentence that stands in a clause, and of that clause."""
FEWEST_PLAIN = 3
"""Words both have that are no names and figures."""
_MOST_CLAUSES = 8
_BREAK = re.compile(
    r"[,;:—–]\s|\s[-–—]\s|\s\(|\)|\b(?:which|who|whom|and|after|before|because|when|while|since|where|as|but|although"
    r"|though|until|if)\s"
)
Part = tuple[int, int]
"""The first word of a row of clauses, and the one behind the last."""


def stand_in_a_clause(first: Unit, second: Unit, counts: Mapping[str, int]) -> bool:
    """Whether either sentence stands in a clause of the other; `counts` say how often each word stands."""
    common = [key for key in dict.fromkeys(first.text.content) if key in second.text.content]
    shared = weigh_words(common, counts)
    if shared < LEAST_SHARED or sum([is_plain(first.text, key) for key in common]) < FEWEST_PLAIN:
        return False
    return any(_stands_in_a_clause(one, other, shared, counts) for one, other in ((first, second), (second, first)))


def find_parts(unit: Unit) -> Iterator[Part]:
    """All rows of neighbouring clauses of a sentence."""
    text = unit.text
    breaks = [match.start() for match in _BREAK.finditer(unit.block.text, text.start, text.end)]
    ends = [n for n in range(1, text.size) if any(text.offsets[n - 1][1] <= at <= text.offsets[n][0] for at in breaks)]
    return combinations((0, *ends[:_MOST_CLAUSES], text.size), 2)


def content_of(text: UnitText, indices: Iterable[int]) -> list[str]:
    """The different content words among some words, by their keys."""
    return list(dict.fromkeys(text.keys[n] for n in indices if text.classes[n]))


def weigh_words(keys: Sequence[str], counts: Mapping[str, int]) -> float:
    """What some words count: the rarer in the article, the more."""
    return sum([weigh_word(counts[key]) for key in keys])


def has_fact_besides(text: UnitText, indices: Iterable[int], known: Sequence[str]) -> bool:
    """Whether there is a figure or name that is not among the known words."""
    return any(text.keys[n] not in known and _is_fact(text, n) for n in indices)


def is_plain(text: UnitText, key: str) -> bool:
    """Whether a word of a text is neither figure nor name."""
    n = text.keys.index(key)
    return text.classes[n] is WordClass.CONTENT and (n == 0 or not text.words[n][0].isupper())


def _stands_in_a_clause(whole: Unit, other: Unit, most: float, counts: Mapping[str, int]) -> bool:
    """Whether the `whole` stands in a clause of the other; `most` is what both share altogether."""
    sentence = whole.block.text[whole.text.start : whole.text.end]
    trimmed = tuple(find_trimmings(sentence, whole.text.start))
    indices = [
        n for n, (at, _) in enumerate(whole.text.offsets) if not any(start <= at < end for start, end in trimmed)
    ]
    here = content_of(whole.text, indices)
    least = OF_STATEMENT * weigh_words(here, counts)
    if most < least:
        return False
    for part in find_parts(other):
        there = content_of(other.text, range(*part))
        common = [key for key in here if key in there]
        shared = weigh_words(common, counts)
        if shared < max(least, LEAST_SHARED) or shared < OF_CLAUSE * weigh_words(there, counts):
            continue
        if sum(is_plain(whole.text, key) for key in common) < FEWEST_PLAIN:
            continue
        if not has_fact_besides(whole.text, indices, there) and not has_fact_besides(other.text, range(*part), here):
            return True
    return False


def _is_fact(text: UnitText, n: int) -> bool:
    if text.classes[n] is not WordClass.CONTENT:
        return text.classes[n] is not WordClass.FUNCTION
    return text.words[n][0].isupper() and (n > 0 or text.folded[n].removesuffix("'s") not in load_word_list())
