"""Turns the fact of repeats into findings: repeats, contradictions, captions with and without a twin."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b

from reader.checks.duplicates.choices import Choices
from reader.checks.duplicates.wording import say_clash, say_cues, say_evidence, say_verdict
from reader.checks.facts import REPEATS, Facts
from reader.core.article import Article
from reader.core.duplicates import Copy, DuplicateGroup, DuplicateKind, Repeats
from reader.core.findings import Finding, Related, Relation, Severity
from reader.core.messages import Message
from reader.core.spans import Passage, Place
from reader.text.folding import fold_word
from reader.text.words import find_words

REPEAT = "duplicates.repeat"
CLASH = "duplicates.clash"
CAPTION_REPEAT = "captions.repeat"
CAPTION_FALLEN = "captions.fallen"


def find_repeated(article: Article, facts: Facts) -> Iterator[Finding]:
    """Passages of the copy that stand twice."""
    yield from _find_copies(article, facts, REPEAT)


def find_repeated_captions(article: Article, facts: Facts) -> Iterator[Finding]:
    """Captions in the copy that repeat it."""
    yield from _find_copies(article, facts, CAPTION_REPEAT)


def find_clashing(article: Article, facts: Facts) -> Iterator[Finding]:
    """Passages that stand twice and disagree in a figure, date or name."""
    yield from _find_copies(article, facts, CLASH)


def find_fallen_captions(article: Article, facts: Facts) -> Iterator[Finding]:
    """Paragraphs that read like captions and repeat nothing."""
    choices: Choices | None = None
    for guess in facts.get(REPEATS).captions:
        if guess.repeats is not None or not _stands(article, guess.place):
            continue
        choices = choices or Choices.of(article)
        quote = article.text_at(guess.place)
        yield Finding(
            CAPTION_FALLEN,
            guess.place,
            quote,
            Message.of("captions.fallen.found"),
            key=_make_key(CAPTION_FALLEN, quote),
            fixes=choices.for_caption(guess.place),
            score=guess.score,
            evidence=say_cues(guess),
        )


def _find_copies(article: Article, facts: Facts, rule: str) -> Iterator[Finding]:
    choices: Choices | None = None
    for group, copy in _copies_for(facts.get(REPEATS), rule):
        if _stands(article, copy.passage.places[0]) and _stands(article, group.reference.places[0]):
            choices = choices or Choices.of(article)
            yield _make_finding(rule, article, group.reference, copy, choices)


def _copies_for(repeats: Repeats, rule: str) -> Iterator[tuple[DuplicateGroup, Copy]]:
    captions = {guess.place for guess in repeats.captions if guess.repeats is not None}
    for group in repeats.groups:
        for copy in group.copies:
            if copy.kind is DuplicateKind.CONFLICT:
                belongs = CLASH
            else:
                belongs = CAPTION_REPEAT if copy.passage.places[0] in captions else REPEAT
            if belongs == rule:
                yield group, copy


def _stands(article: Article, place: Place) -> bool:
    """Whether a place of the fact is still there: facts may be a little older than the article."""
    if place.block not in article:
        return False
    return place.span is None or place.span.end <= len(article.block(place.block).text)


def _make_finding(rule: str, article: Article, reference: Passage, copy: Copy, choices: Choices) -> Finding:
    place = copy.passage.places[0]
    quote = article.text_at(place)
    clash = rule == CLASH
    message = say_clash(article, reference, copy) if clash else say_verdict(rule, article, reference, copy)
    fixes = choices.for_copy(reference, copy, caption=rule == CAPTION_REPEAT)
    return Finding(
        rule,
        place,
        quote,
        message,
        Severity.ERROR if clash else Severity.WARNING,
        _make_key(rule, article.text_at(reference.places[0]), quote, str(fixes[0].slot)),
        (Related(reference, Relation.REFERENCE),),
        fixes,
        copy.score,
        evidence=say_evidence(copy),
    )


def _make_key(rule: str, *texts: str) -> str:
    """The key of a decision: equal for equal words, whatever stands around them."""
    digest = blake2b(digest_size=9)
    for text in texts:
        digest.update(
            " ".join(fold_word(word.text) for word in find_words(text)).encode(errors="surrogatepass") + b"\n"
        )
    return f"{rule}:{digest.hexdigest()}"
