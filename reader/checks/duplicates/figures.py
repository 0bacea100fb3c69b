"""Tells a statement said again by its figure: two clauses give the same one, which hardly stands anywhere else.

A figure that stands in two sentences alone is no chance where they share what it is about as well: "230 people had been
moved out of Lower Ferry", "About 230 people have left their homes in the Lower Ferry area". The figure and the noun it
counts are one thing and not enough, names alone are not what it is about, and a figure or name that the other side
lacks is another matter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reader.checks.duplicates.clauses import Part, content_of, find_parts, has_fact_besides, is_plain, weigh_words
from reader.checks.duplicates.restating import rank_of
from reader.checks.duplicates.units import Unit, UnitText
from reader.checks.duplicates.word_forms import WordClass

LEAST_SHARED = 2.1
"""Weight, by how rare they are, of what the clauses share: about three words that hardly stand elsewhere."""
LEAST_SHARED_IN_FRAME = 3.5
"""The same of sentences built alike: "bake the loaf at 180 degrees until golden" is said of the buns as well."""
LEAST_SHARE = 0.25
"""Share of either clause."""
FEWEST_BESIDES = 2
"""Words that are shared besides the figure and the noun it counts."""
_SMALLEST = 10
"""Smaller whole numbers stand everywhere: two of these, three of those."""
_BESIDE = 2
"""Words from a figure to the noun it counts."""
_LEAST_OF_SENTENCE = 3
"""One part in so many of its sentence is the least that a clause takes: where it takes less, the rest is the matter."""
_ROUND = frozenset("hundred thousand million billion dozen".split())


def give_one_figure(first: Unit, second: Unit, counts: Mapping[str, int], *, framed: bool) -> bool:
    """Whether a clause of each gives the same figure of the same thing; `counts` say how often each word stands.

    `framed`: whether the sentences are built alike.
    """
    least = LEAST_SHARED_IN_FRAME if framed else LEAST_SHARED
    left, right = first.text, second.text
    figures = [key for key in _find_figures(left) if key in right.keys and rank_of(counts[key]) <= 1]
    if not figures:
        return False
    theirs = list(_find_large_parts(second))
    return any(
        _say_one_thing(left, mine, right, its, figure, counts, least)
        for figure in figures
        for mine in _find_large_parts(first)
        if figure in left.keys[slice(*mine)]
        for its in theirs
        if figure in right.keys[slice(*its)]
    )


def _find_figures(text: UnitText) -> Iterator[str]:
    """Figures that tell something: no small whole numbers, no multipliers, no days of the week."""
    for key, klass in zip(text.keys, text.classes, strict=True):
        number = klass is WordClass.NUMBER and key not in _ROUND and not (key.isdecimal() and int(key) < _SMALLEST)
        if number or (klass is WordClass.DATE and not key.endswith("day")):
            yield key


def _find_large_parts(unit: Unit) -> Iterator[Part]:
    """Rows of clauses that are enough of the sentence."""
    text = unit.text
    for first, last in find_parts(unit):
        if _LEAST_OF_SENTENCE * (text.offsets[last - 1][1] - text.offsets[first][0]) >= text.end - text.start:
            yield first, last


def _say_one_thing(
    left: UnitText, mine: Part, right: UnitText, its: Part, figure: str, counts: Mapping[str, int], least: float
) -> bool:
    here, there = content_of(left, range(*mine)), content_of(right, range(*its))
    common = [key for key in here if key in there]
    shared = weigh_words(common, counts)
    if shared < least or shared < LEAST_SHARE * max(weigh_words(here, counts), weigh_words(there, counts)):
        return False
    besides_it = has_fact_besides(left, range(*mine), there) or has_fact_besides(right, range(*its), here)
    if besides_it and len(common) < min(len(here), len(there)):
        return False  # unless one stands whole in the other
    noun = _find_noun(left, figure) & _find_noun(right, figure)
    besides = [key for key in common if key != figure and key not in noun]
    return len(besides) >= FEWEST_BESIDES and any(is_plain(left, key) for key in common)


def _find_noun(text: UnitText, figure: str) -> set[str]:
    """The words right behind a figure: what it counts."""
    n = text.keys.index(figure)
    return set(text.keys[n + 1 : n + 1 + _BESIDE])
