"""Place names in a form that the variant table lists: Kiev for Kyiv, also where "Kyiv" never occurs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from reader.checks.names.rivals import Form, Rivals, Why, usual_spelling
from reader.checks.names.tokens import Token, tokens_of
from reader.core.article import Article, Role
from reader.core.entities import EntityLabel
from reader.core.spans import Place
from reader.lexicon.place_names import PlaceVariant, find_place, fold_phrase, place_variants

_BOTH_SCORE = 0.95
_ALONE_SCORE = 0.9

Words = tuple[str, ...]
_Hits = dict[Words, list[tuple[Place, str]]]


def find_table_variants(article: Article, context: frozenset[str]) -> tuple[Rivals, ...]:
    """Rivals by the table, in the order of its preferred names' first rival; `context`: all folded words there are."""
    hits = _find_hits(article)
    by_name: dict[str, list[PlaceVariant]] = defaultdict(list)
    for words in hits:
        variant = place_variants().get(words)
        if variant and _is_meant(variant, hits, context):
            by_name[variant.preferred].append(variant)
    return tuple(_make_rivals(preferred, variants, hits) for preferred, variants in by_name.items())


def _is_meant(variant: PlaceVariant, hits: _Hits, context: frozenset[str]) -> bool:
    if fold_phrase(variant.preferred) in hits:
        return True
    if not variant.always:
        return False
    return not variant.near or any(word.startswith(variant.near) for word in context)


def _make_rivals(preferred: str, variants: Sequence[PlaceVariant], hits: _Hits) -> Rivals:
    standing = hits.get(fold_phrase(preferred), [])
    name = usual_spelling([text for _, text in standing]) if standing else preferred
    others = tuple(
        Form(variant.form, tuple(place for place, _ in hits[fold_phrase(variant.form)])) for variant in variants
    )
    place = find_place(variants[0].form)
    return Rivals(
        " ".join(fold_phrase(preferred)),
        Form(preferred if name.isupper() else name, tuple(place for place, _ in standing)),
        others,
        Why.TABLE,
        EntityLabel.PLACE,
        _BOTH_SCORE if standing else _ALONE_SCORE,
        preferred if place and fold_phrase(place.name) == fold_phrase(preferred) else "",
        variants[0],
    )


def _find_hits(article: Article) -> _Hits:
    """Every place of a form or preferred name of the table."""
    hits: _Hits = defaultdict(list)
    for block in article.blocks:
        if block.role in (Role.EMBED, Role.BOILERPLATE):
            continue
        tokens = tokens_of(block.text)
        end = 0
        for n, token in enumerate(tokens):
            if n < end or not token.is_capitalised:
                continue
            for words in _forms_from(token.key):
                if _stands_at(tokens, n, words) and not _is_excepted(tokens, n, words):
                    end = n + len(words)
                    start, stop = token.start, tokens[end - 1].end
                    hits[words].append((Place.at(block.id, start, stop), block.text[start:stop]))
                    break
    return hits


@cache
def _forms_by_first_word() -> dict[str, tuple[Words, ...]]:
    forms: dict[str, set[Words]] = defaultdict(set)
    for words, variant in place_variants().items():
        for form in (words, fold_phrase(variant.preferred)):
            forms[form[0]].add(form)
    return {first: tuple(sorted(group, key=len, reverse=True)) for first, group in forms.items()}


def _forms_from(first: str) -> tuple[Words, ...]:
    return _forms_by_first_word().get(first, ())


def _stands_at(tokens: Sequence[Token], at: int, words: Words) -> bool:
    inside = tokens[at : at + len(words)]
    return tuple(token.key for token in inside) == words and all(token.joined for token in inside[1:])


def _is_excepted(tokens: Sequence[Token], at: int, words: Words) -> bool:
    variant = place_variants().get(words)
    if variant is None:
        return False
    return any(
        tuple(token.key for token in tokens[max(0, at - lead) : at - lead + len(phrase)]) == phrase
        for phrase in variant.unless
        for lead in _leads(phrase, words)
    )


def _leads(phrase: Words, words: Words) -> Iterator[int]:
    """How many words of a phrase stand before the form in it."""
    return (n for n in range(len(phrase)) if phrase[n : n + len(words)] == words)
