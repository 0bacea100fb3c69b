"""Finds the further places where a known name stands and the recogniser missed it.

A name is looked for as it is written, word by word; single words not where they also stand in lower case in the
article ("Reading"), nor where another capital follows ("Kerch" in "Kerch Strait").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from reader.checks.names.spans import reading_order
from reader.checks.names.tokens import Token, lower_words_of, tokens_of
from reader.core.article import Article, Block, Role
from reader.core.entities import EntityLabel, Mention
from reader.core.spans import Place, Span

SOURCE = "text"
_SCORE = 0.8
_SPREADING = frozenset({EntityLabel.PERSON, EntityLabel.PLACE, EntityLabel.ORG, EntityLabel.NORP})
_SHORTEST_SURNAME = 4
_SHORTEST_NAME = 3

_Known = dict[str, list[tuple[tuple[str, ...], EntityLabel]]]


def find_occurrences(article: Article, mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions given and those found, in the order of the article."""
    given = list(mentions)
    known = _index(article, given)
    taken: dict[int, list[Span]] = defaultdict(list)
    for mention in given:
        if mention.place.span is not None:
            taken[mention.place.block].append(mention.place.span)
    found = list(given)
    for block in article.blocks:
        if block.role is not Role.EMBED:
            found.extend(_find_in(block, known, taken[block.id]))
    return sorted(found, key=lambda mention: reading_order(article, mention))


def _index(article: Article, mentions: Iterable[Mention]) -> _Known:
    """Names by their first word, the longest first; surnames of full names among them."""
    names: dict[tuple[str, ...], EntityLabel] = {}
    for mention in mentions:
        words = tuple(token.text for token in tokens_of(mention.text))
        if mention.label not in _SPREADING or not words or not words[0][0].isupper():
            continue
        if len(mention.text) >= _SHORTEST_NAME:
            names.setdefault(words, mention.label)
        if mention.label is EntityLabel.PERSON and len(words) > 1 and len(words[-1]) >= _SHORTEST_SURNAME:
            names.setdefault(words[-1:], mention.label)
    lower = frozenset[str]().union(*(lower_words_of(block.text) for block in article.blocks))
    known: _Known = defaultdict(list)
    for words, label in sorted(names.items(), key=lambda item: -len(item[0])):
        if len(words) > 1 or words[0].casefold() not in lower:
            known[words[0]].append((words, label))
    return known


def _find_in(block: Block, known: _Known, taken: list[Span]) -> Iterator[Mention]:
    tokens = tokens_of(block.text)
    for n, token in enumerate(tokens):
        for words, label in known.get(token.text, ()):
            if not _stands_at(tokens, n, words):
                continue
            span = Span(token.start, tokens[n + len(words) - 1].end)
            if not any(span.overlaps(other) for other in taken):
                taken.append(span)
                yield Mention(Place(block.id, span), block.text[span.start : span.end], label, _SCORE, SOURCE)
            break


def _stands_at(tokens: tuple[Token, ...], at: int, words: tuple[str, ...]) -> bool:
    end = at + len(words)
    if tuple(token.text for token in tokens[at:end]) != words or not all(
        token.joined for token in tokens[at + 1 : end]
    ):
        return False
    goes_on = end < len(tokens) and tokens[end].joined and tokens[end].is_capitalised
    return len(words) > 1 or not goes_on
