"""Turns the fact of repeats into findings: repeats, contradictions, captions with and without a twin."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b

from reader.checks.duplicates.choices import Choices
from reader.checks.duplicates.grounds import Belongs, Grounds, KeptFinding
from reader.checks.duplicates.kept import Kept
from reader.checks.duplicates.surveys import SURVEYS
from reader.checks.duplicates.wording import say_clash, say_cues, say_evidence, say_run, say_verdict
from reader.checks.facts import REPEATS, Facts
from reader.core.article import Article
from reader.core.duplicates import Copy, DuplicateGroup, DuplicateKind, Repeats, Run
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
    repeats = facts.get(REPEATS)
    captions = {guess.place for guess in repeats.captions if guess.repeats is not None}
    runs = _runs_by_block(article, repeats)
    choices: Choices | None = None
    kept: Kept[KeptFinding] = SURVEYS.of(article).kept(rule)
    kept.begin_look()
    for group in repeats.groups:
        copies = [copy for copy in group.copies if _rule_of(copy, captions) == rule]
        if not copies or not _stands(article, group.reference.places[0]):
            continue
        first = _first_text(article, group)
        for copy in copies:
            place = copy.passage.places[0]
            if _stands(article, place):
                choices = choices or Choices.of(article)
                yield _find_kept(rule, choices, group.reference, copy, runs.get(place.block) or first, kept)


def _find_kept(
    rule: str, choices: Choices, reference: Passage, copy: Copy, belongs: Belongs, kept: Kept[KeptFinding]
) -> Finding:
    """The finding on a copy, from the look before where nothing that it hangs on has changed."""
    grounds = Grounds.of(choices, reference, copy, belongs)
    known = kept.get(grounds.key) if grounds.key is not None else None
    if known is not None and known.holds(choices):
        return known.finding
    finding = _make_finding(rule, choices.article, reference, copy, choices, belongs)
    if grounds.key is not None:
        kept.put(grounds.key, grounds.keep(choices, finding))
    return finding


def _runs_by_block(article: Article, repeats: Repeats) -> dict[int, Run]:
    """The run that each copied block belongs to; runs of which a block is gone are left out."""
    return {
        place.block: run
        for run in repeats.runs
        if all(_stands(article, one) for one in (*run.reference.places, *run.copy.places))
        for place in run.copy.places
    }


def _rule_of(copy: Copy, captions: set[Place]) -> str:
    if copy.kind is DuplicateKind.CONFLICT:
        return CLASH
    return CAPTION_REPEAT if copy.passage.places[0] in captions else REPEAT


def _stands(article: Article, place: Place) -> bool:
    """Whether a place of the fact is still there: facts may be a little older than the article."""
    if place.block not in article:
        return False
    return place.span is None or place.span.end <= len(article.block(place.block).text)


def _make_finding(
    rule: str, article: Article, reference: Passage, copy: Copy, choices: Choices, belongs: Belongs
) -> Finding:
    """The finding on a copy; it `belongs` to a run, or to a group, which is named by its first text."""
    place = copy.passage.places[0]
    fixes = choices.for_copy(reference, copy, caption=rule == CAPTION_REPEAT)
    if rule == CLASH:
        message, severity = say_clash(article, reference, copy), Severity.ERROR
        key = _make_key(rule, *sorted((article.text_at(reference.places[0]), article.text_at(place))))
    elif isinstance(belongs, Run):
        message, severity = say_run(article, belongs), Severity.WARNING
        key = _make_key(rule, "run", article.text_at(belongs.copy.places[0]))
    else:
        message, severity = say_verdict(rule, article, reference, copy), Severity.WARNING
        key = _make_key(rule, belongs)
    return Finding(
        rule,
        place,
        article.text_at(place),
        message,
        severity,
        key,
        (Related(reference, Relation.REFERENCE),),
        fixes,
        copy.score,
        copy.kind.value,
        say_evidence(copy),
    )


def _first_text(article: Article, group: DuplicateGroup) -> str:
    """The member of a group that is read first: it names the group, whichever member is the reference."""
    places = [group.reference.places[0], *(copy.passage.places[0] for copy in group.copies)]
    standing = [place for place in places if _stands(article, place)]
    first = min(standing, key=lambda place: (article.position(place.block), place.span.start if place.span else 0))
    return article.text_at(first)


def _make_key(rule: str, *texts: str) -> str:
    """The key of a decision: equal for equal words, whatever stands around them."""
    digest = blake2b(digest_size=9)
    for text in texts:
        digest.update(_fold(text))
    return f"{rule}:{digest.hexdigest()}"


@lru_cache(maxsize=1024)
def _fold(text: str) -> bytes:
    return " ".join(fold_word(word.text) for word in find_words(text)).encode(errors="surrogatepass") + b"\n"
