"""Settles what kind of thing each name is: one label for one spelling in the whole article.

The recogniser finds names well and types them less well: it calls a town a person here and a place there. Its own
votes are weighed with the gazetteer, with titles and with the words around every mention.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reader.checks.names.titles import OFFICES, PLACE_LEADS, PLACE_NOUNS, SPEECH, TITLES
from reader.core.article import Article
from reader.core.entities import NAME_LABELS, EntityLabel, Mention
from reader.core.spans import Span
from reader.lexicon.place_names import find_place, fold_place, is_people

_MODEL = 1.0
_REPEATED = 2
_PEOPLE = 50.0  # a word for a people is one
_LARGE_PLACE = 1.2
_PLACE = 0.7  # many towns are named like people
_LEAD = 0.6
_SURE_LEAD = 1.1  # "in Chonhar", "the village of Novoselne": one more than the model's vote
_NOUN = 1.0
_TITLE = 1.5
_SPEECH = 0.8
_SURNAME = 2.0

_CONTEXT = 24
_BEFORE = re.compile(r"(?:(\w+)\s+)?(\w+)\.?\s+(?:the\s+)?$")
_AFTER = re.compile(r",?\s+(\w+)")
_POSSESSIVE = re.compile(r"['’]")
_LIST_GAP = re.compile(r", (?:and |or )?| (?:and|or) ")
_LIST_LENGTH = 3

Votes = dict[EntityLabel, float]


def settle_labels(article: Article, mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions, given in order, with one label for each spelling; dates and figures keep theirs."""
    given = list(mentions)
    votes = _collect_votes(article, given)
    settled = []
    for mention in given:
        counted = votes.get(fold_place(mention.text), {})
        settled.append(_relabel(mention, _winner(counted, mention.label)))
    return _settle_lists(article, settled)


def _relabel(mention: Mention, label: EntityLabel) -> Mention:
    return mention if mention.label is label else replace(mention, label=label)


def _winner(votes: Votes, label: EntityLabel) -> EntityLabel:
    if label not in NAME_LABELS or not votes:
        return label
    top = max(votes, key=lambda candidate: votes[candidate])
    return top if votes[top] > votes.get(label, 0.0) else label


def _collect_votes(article: Article, mentions: Sequence[Mention]) -> dict[str, Votes]:
    """The weights of all evidence for each name; words around count every time, the model and gazetteer twice at most.

    For those two repeat themselves: a model that takes a town for a person does so wherever it stands.
    """
    surnames = _count_surnames(mentions)
    votes: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    by_model: dict[str, Counter[EntityLabel]] = defaultdict(Counter)
    for mention in mentions:
        if mention.label not in NAME_LABELS or mention.place.span is None:
            continue
        name = fold_place(mention.text)
        by_model[name][mention.label] += 1
        text = article.block(mention.place.block).text
        for label, weight in _evidence(mention, text, mention.place.span, surnames):
            votes[name][label] += weight
    for name, counted in by_model.items():
        for label, count in counted.items():
            votes[name][label] += _MODEL * min(count, _REPEATED)
        place = find_place(name)
        if place and not is_people(name):
            weight = _LARGE_PLACE if place.is_large else _PLACE
            votes[name][EntityLabel.PLACE] += weight * min(counted.total(), _REPEATED)
    return votes


def _count_surnames(mentions: Iterable[Mention]) -> Counter[str]:
    """How often each word is the last of a full person's name."""
    names = (mention.text.split() for mention in mentions if mention.label is EntityLabel.PERSON)
    return Counter(fold_place(words[-1]) for words in names if len(words) > 1)


def _evidence(mention: Mention, text: str, span: Span, surnames: Counter[str]) -> Iterator[tuple[EntityLabel, float]]:
    """What speaks for which label at one mention."""
    if is_people(mention.text):
        yield EntityLabel.NORP, _PEOPLE
        return
    single = " " not in mention.text
    place = find_place(mention.text)
    before = _BEFORE.search(text, max(0, span.start - _CONTEXT), span.start)
    after = _AFTER.match(text, span.end)
    nearest = before.group(2).lower() if before else ""
    following = after.group(1).lower() if after else ""
    if place or (mention.label is EntityLabel.PERSON and single and not _POSSESSIVE.match(text, span.end)):
        yield EntityLabel.PLACE, _place_weight(before, following)
    if nearest in TITLES:
        yield EntityLabel.PERSON, _TITLE
    if single and following in SPEECH and not place:
        yield EntityLabel.PERSON, _SPEECH
    known_as_surname = surnames[fold_place(mention.text)]
    if single and known_as_surname and not (place and place.population == 0):
        yield EntityLabel.PERSON, _SURNAME * min(known_as_surname, 2)


def _place_weight(before: re.Match[str] | None, following: str) -> float:
    weight = _NOUN if following in PLACE_NOUNS else 0.0
    if before is None:
        return weight
    nearest, second = before.group(2).lower(), (before.group(1) or "").lower()
    if nearest == "in" or (nearest == "of" and second in PLACE_NOUNS | OFFICES):
        weight += _SURE_LEAD
    elif nearest in PLACE_LEADS:
        weight += _LEAD
    return weight


def _settle_lists(article: Article, mentions: list[Mention]) -> list[Mention]:
    """Where most members of "A, B, C and D" are places, single words among them are places too."""
    settled = list(mentions)
    for group in _lists(article, mentions):
        places = sum(settled[n].label is EntityLabel.PLACE for n in group)
        if len(group) < _LIST_LENGTH or places * 2 <= len(group):
            continue
        for n in group:
            if " " not in settled[n].text and settled[n].label in (EntityLabel.PERSON, EntityLabel.ORG):
                settled[n] = _relabel(settled[n], EntityLabel.PLACE)
    return settled


def _lists(article: Article, mentions: Sequence[Mention]) -> Iterator[list[int]]:
    group: list[int] = [0] if mentions else []
    for n, (first, second) in enumerate(pairwise(mentions), 1):
        one, other = first.place, second.place
        text = article.block(one.block).text
        if one.block == other.block and one.span and other.span and one.span.end < other.span.start:
            joined = _LIST_GAP.fullmatch(text, one.span.end, other.span.start) is not None
        else:
            joined = False
        if not joined:
            yield group
            group = []
        group.append(n)
    yield group
