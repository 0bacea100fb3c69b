"""Two spellings of one name that the text itself shows: Mahmud and Mahmoud Abbas, Villarruel and Villarroel.

Names are compared over all capitalised words. Close spelling is not enough: there must be evidence that one is meant,
such as the same given name, and none that there are two (other given names, two known places, person and place).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reader.checks.names.closeness import Closeness, close_pairs
from reader.checks.names.rivals import Form, Rivals, Why, usual_spelling
from reader.checks.names.survey import Standing, Survey, Word
from reader.checks.names.tokens import tokens_of
from reader.core.entities import NAME_LABELS, Entity, EntityLabel
from reader.lexicon.place_names import find_place, is_people
from reader.lexicon.word_list import load_word_list

_USUAL = 2.5
"""Zipf frequency from which on a word counts as known: about once in three million words."""
_LONG_ENOUGH = {
    # evidence → shortest word for a slip, and for another way to write the same sound
    "same given name": {Closeness.SLIP: 5, Closeness.SOUND: 4},
    "same surname": {Closeness.SLIP: 7, Closeness.SOUND: 4},
    "stands alone": {Closeness.SLIP: 7, Closeness.SOUND: 5},
    "both alone": {Closeness.SLIP: 8, Closeness.SOUND: 6},
}
_SCORES = {"same given name": 0.75, "same surname": 0.7, "stands alone": 0.65, "both alone": 0.55, "gazetteer": 0.85}


@dataclass(frozen=True, slots=True)
class _Match:
    """Two words that are taken for one name; `evidence` is a key of `_SCORES`, `shared` the words they share."""

    words: tuple[str, str]
    evidence: str
    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()


def find_text_variants(survey: Survey, entities: Sequence[Entity], settled: Iterable[str]) -> tuple[Rivals, ...]:
    """Rivals among the article's own words, but for those in `settled` (the variant table speaks of them)."""
    names = survey.names().difference(settled)
    labels = _labels_of_words(entities)
    matches = []
    for one, other, how in close_pairs(names):
        match = _judge(survey.words[one], survey.words[other], how, labels)
        if match:
            matches.append(match)
    return tuple(_make_rivals(group, survey, labels) for group in _connect(matches))


def _labels_of_words(entities: Iterable[Entity]) -> dict[str, EntityLabel]:
    """The label under which each word stands most often in names."""
    counts: dict[str, Counter[EntityLabel]] = defaultdict(Counter)
    for entity in entities:
        if entity.label in NAME_LABELS:
            for form, count in entity.forms:
                for token in tokens_of(form):
                    counts[token.key][entity.label] += count
    return {word: counted.most_common(1)[0][0] for word, counted in counts.items()}


def _judge(one: Word, other: Word, how: Closeness, labels: Mapping[str, EntityLabel]) -> _Match | None:
    pair = (one.key, other.key)
    place, rival = find_place(one.key), find_place(other.key)
    if any(is_people(word) for word in pair) or EntityLabel.NORP in map(labels.get, pair):
        return None
    differ = len({labels[word] for word in pair if word in labels}) > 1
    if differ and (place or rival):
        return None
    if place and rival:
        return _Match(pair, "gazetteer") if place.number == rival.number else None
    if how is Closeness.SLIP and all(map(_is_known, pair)) and EntityLabel.PERSON not in map(labels.get, pair):
        return None  # Socialist and Socialism, Center and Centre
    before = one.partners_before & other.partners_before
    if before and _is_long(pair, how, "same given name"):
        return _Match(pair, "same given name", before=before)
    after = one.partners_after & other.partners_after
    if after and _is_long(pair, how, "same surname"):
        return _Match(pair, "same surname", after=after)
    return None if differ and not _is_full(one, other) else _judge_alone(one, other, how)


def _judge_alone(one: Word, other: Word, how: Closeness) -> _Match | None:
    """One of the two, or both, stand without a word of the same name beside them."""
    pair = (one.key, other.key)
    if (one.partners_before and other.partners_before) or (one.partners_after and other.partners_after):
        return None
    if all(_is_known(word) for word in pair):
        return None
    evidence = "stands alone" if _is_full(one, other) else "both alone"
    return _Match(pair, evidence) if _is_long(pair, how, evidence) else None


def _is_full(one: Word, other: Word) -> bool:
    """Whether one of the two stands behind a given name (the recogniser's label of a lone name is a guess)."""
    return bool(one.partners_before or other.partners_before)


def _is_long(pair: tuple[str, str], how: Closeness, evidence: str) -> bool:
    return min(map(len, pair)) >= _LONG_ENOUGH[evidence][how]


def _is_known(word: str) -> bool:
    return load_word_list().get(word, 0.0) >= _USUAL or find_place(word) is not None


def _connect(matches: Iterable[_Match]) -> list[list[_Match]]:
    """Matches that share a word together: three spellings of one name are one decision."""
    groups: list[list[_Match]] = []
    for match in matches:
        touching = [group for group in groups if any(set(match.words) & set(old.words) for old in group)]
        groups = [group for group in groups if group not in touching]
        groups.append([*(old for group in touching for old in group), match])
    return groups


def _make_rivals(matches: Sequence[_Match], survey: Survey, labels: Mapping[str, EntityLabel]) -> Rivals:
    forms: dict[str, list[Standing]] = {}
    for match in matches:
        for key in match.words:
            found = forms.setdefault(key, [])
            found.extend(s for s in survey.words[key].standings if _is_meant(s, survey.words[key], match))
    unique = {key: tuple(dict.fromkeys(standings)) for key, standings in forms.items()}
    names = {key: usual_spelling([standing.text for standing in standings]) for key, standings in unique.items()}
    places = {key: tuple(standing.place for standing in standings) for key, standings in unique.items()}
    place = find_place(next(iter(forms)))
    gazetteer = place.name if place and all(find_place(key) == place for key in forms) else ""
    best = max(
        forms,
        key=lambda k: (len(places[k]), names[k] == gazetteer, bool(survey.words[k].partners_before), _is_known(k)),
    )
    evidence = min((match.evidence for match in matches), key=lambda name: _SCORES[name])
    return Rivals(
        "|".join(sorted(forms)),
        Form(names[best], places[best]),
        tuple(Form(names[key], places[key]) for key in forms if key != best),
        Why.GAZETTEER if gazetteer else Why.TEXT,
        next((labels[key] for key in (best, *forms) if key in labels), _guess_label(matches, gazetteer)),
        _SCORES[evidence],
        gazetteer if gazetteer == names[best] else "",
    )


def _guess_label(matches: Iterable[_Match], gazetteer: str) -> EntityLabel:
    if gazetteer:
        return EntityLabel.PLACE
    is_person = any(match.evidence != "both alone" for match in matches)
    return EntityLabel.PERSON if is_person else EntityLabel.OTHER


def _is_meant(standing: Standing, word: Word, match: _Match) -> bool:
    """Whether a place belongs to the name: beside a shared word, or alone where no other name has the word."""
    if match.before:
        return standing.before in match.before or (not standing.before and word.partners_before <= match.before)
    if match.after:
        return standing.after in match.after or (not standing.after and word.partners_after <= match.after)
    return True
