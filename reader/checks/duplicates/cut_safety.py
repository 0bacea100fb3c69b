"""What a cut takes from the article besides its words: a first full name, one end of a quotation, whom "He" means.

Each is said in a warning beside the choice; none of them forbids it. Figures, dates and names that stand nowhere else
are told apart from other words that would be lost.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.checks.duplicates.clashes import is_name
from reader.checks.duplicates.survey import Survey
from reader.checks.duplicates.units import Unit, UnitText, find_name_pairs
from reader.checks.duplicates.word_forms import WordClass
from reader.core.article import Article
from reader.core.messages import Message
from reader.core.spans import Place, Span
from reader.text.quotations import parse_quotations

_PRONOUN = re.compile(r"[“‘\"'(]*(He|She|They|His|Her|Their|Him|Them)\b")
_MOST_NAMED = 4
_SUBJECT = 6
"""Words within which a sentence names whom it is about."""
_COURTESY = frozenset("mr mrs ms miss mx dr sir dame lord lady".split())


@dataclass(frozen=True, slots=True)
class Surroundings:
    """An article and its survey: what stands before, behind and elsewhere."""

    article: Article
    survey: Survey

    def units_at(self, place: Place) -> list[Unit]:
        """The units that lie in a place."""
        span = place.span
        units = self.units_from(place)
        return units if span is None else [unit for unit in units if unit.text.end <= span.end]

    def units_from(self, place: Place) -> list[Unit]:
        """The units that begin in a place."""
        units = self.survey.blocks.get(self.article.position(place.block), ())
        span = place.span
        if span is None:
            return list(units)
        # Looked up, not looked through: a block of ten thousand sentences is cut ten thousand times.
        first, last = (bisect_left(units, at, key=_start_of) for at in (span.start, span.end))
        return list(units[first:last])

    def beside(self, unit: Unit, step: int) -> Unit | None:
        """The unit before (-1) or after (1) one; None at the ends."""
        blocks = self.survey.blocks
        here = blocks[unit.position]
        if 0 <= unit.number + step < len(here):
            return here[unit.number + step]
        position = unit.position + step
        while position in blocks and not blocks[position]:
            position += step
        there = blocks.get(position, ())
        return there[-1 if step < 0 else 0] if there else None

    def mentions(self, key: str, gone: Sequence[Unit]) -> Iterator[Unit]:
        """The units that have a word, by its key, in the order of reading, without those that would be gone."""
        inside = sum(unit.text.content.count(key) for unit in gone)
        if self.survey.words[key] <= inside:
            return iter(())
        orders = {unit.order for unit in gone}
        return (unit for unit in self.survey.holding(key) if unit.order not in orders)


def find_warnings(around: Surroundings, place: Place, loses: Sequence[str]) -> tuple[Message, ...]:
    """What the user should know before this place is cut; `loses` are the words that stand nowhere else."""
    gone = around.units_at(place)
    if not gone:
        return ()
    found = (
        _warn_of_full_name(around, gone),
        _warn_of_facts(gone, loses),
        _warn_of_quotation(around.article, place),
        _warn_of_referent(around, gone),
    )
    return tuple(message for message in found if message is not None)


def _start_of(unit: Unit) -> int:
    return unit.text.start


def _warn_of_full_name(around: Surroundings, gone: Sequence[Unit]) -> Message | None:
    """A name whose first full mention goes while the surname alone stays."""
    for unit in gone:
        for given, surname in find_name_pairs(unit.text):
            if _is_short_first(around, gone, unit, (given, surname)):
                return Message.of("duplicates.warn.full_name", name=_name_as_it_stands(unit.text, given, surname))
    return None


def _is_short_first(around: Surroundings, gone: Sequence[Unit], unit: Unit, name: tuple[str, str]) -> bool:
    """Whether of what stays the surname alone comes first, behind the unit that has the full name."""
    given, surname = name
    for mention in around.mentions(surname, gone):
        text = mention.text
        at = text.keys.index(surname)
        if not text.words[at][0].isupper():
            continue
        if at > 0 and text.keys[at - 1] == given:
            return False
        if at == 0 or text.folded[at - 1] in _COURTESY or not is_name(text, at - 1):
            return mention.order > unit.order
    return False


def _name_as_it_stands(text: UnitText, given: str, surname: str) -> str:
    n = next(n for n in range(1, text.size) if text.keys[n] == surname and text.keys[n - 1] == given)
    return f"{text.words[n - 1]} {text.words[n]}"


def _warn_of_facts(gone: Sequence[Unit], loses: Sequence[str]) -> Message | None:
    """Figures, dates and names among the words that stand nowhere else."""
    classes = {word: klass for unit in gone for word, klass in zip(unit.text.words, unit.text.classes, strict=True)}
    firsts = {unit.text.words[0] for unit in gone if unit.text.words}
    facts = [
        word
        for word in loses
        if classes.get(word) in (WordClass.NUMBER, WordClass.DATE) or (word[:1].isupper() and word not in firsts)
    ]
    if not facts:
        return None
    return Message.of("duplicates.warn.only_place", words=", ".join(facts[:_MOST_NAMED]), count=len(facts))


def _warn_of_quotation(article: Article, place: Place) -> Message | None:
    """A quotation of which one end goes and the other stays."""
    text = article.block(place.block).text
    parsed = parse_quotations(text)
    span = place.span
    if span is None:
        crosses = bool(parsed.still_open)
    else:
        crosses = _cuts_a_quotation(text, span) or any(span.start <= at < span.end for at in parsed.still_open)
    return Message.of("duplicates.warn.quotation") if crosses else None


def _cuts_a_quotation(text: str, span: Span) -> bool:
    """Whether a quotation begins in the span and ends outside, or the other way round."""
    by_start, by_end = _ends_of_quotations(text)
    begun = by_start[bisect_left(by_start, (span.start,)) : bisect_left(by_start, (span.end,))]
    ended = by_end[bisect_left(by_end, (span.start + 1,)) : bisect_left(by_end, (span.end + 1,))]
    return any(not span.start < end <= span.end for _, end in begun) or any(
        not span.start <= start < span.end for _, start in ended
    )


@lru_cache(maxsize=256)
def _ends_of_quotations(text: str) -> tuple[list[tuple[int, ...]], list[tuple[int, ...]]]:
    """Start and end of all quotations, and end and start; both in order."""
    quotations = parse_quotations(text).quotations
    return sorted((one.start, one.end) for one in quotations), sorted((one.end, one.start) for one in quotations)


def _warn_of_referent(around: Surroundings, gone: Sequence[Unit]) -> Message | None:
    """The next sentence begins with "He", and only what is cut says who that is."""
    following, before = around.beside(gone[-1], 1), around.beside(gone[0], -1)
    match = _PRONOUN.match(following.block.text, following.text.start) if following is not None else None
    named = _names_in(gone)
    if match is None or not named or (before is not None and not named.isdisjoint(before.text.keys)):
        return None
    return Message.of("duplicates.warn.referent", pronoun=match.group(1))


def _names_in(units: Sequence[Unit]) -> frozenset[str]:
    """The keys of the names that the units begin with: whom a sentence is about comes first in it."""
    starts = [(unit.text, min(unit.text.size, _SUBJECT)) for unit in units]
    full = frozenset(
        key for text, end in starts for pair in find_name_pairs(text) for key in pair if key in text.keys[:end]
    )
    return full or frozenset(text.keys[n] for text, end in starts for n in range(end) if is_name(text, n))
