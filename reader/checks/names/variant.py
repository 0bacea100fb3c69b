"""The rule names.variant: one name in two spellings, or in a spelling that the press no longer uses.

One finding a place that would change, all with one key: one decision settles them.
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.checks.facts import NAMES, Facts
from reader.checks.kinds import ArticleCheck
from reader.checks.names.quoted import is_quoted
from reader.checks.names.rivals import Form, Rivals, Why
from reader.checks.names.variant_examples import EXAMPLES, FINE
from reader.checks.names.variants import find_rivals
from reader.core.article import Article
from reader.core.changes import ReplaceText
from reader.core.findings import Finding, Related, Relation, Severity
from reader.core.fixes import Fix, Safety
from reader.core.messages import Message
from reader.core.rules import Family, Rule, Unit
from reader.core.spans import Passage, Place
from reader.lexicon.casing import match_shape

VARIANT = Rule(
    id="names.variant",
    family=Family.NAMES,
    unit=Unit.ARTICLE,
    examples=EXAMPLES,
    fine=FINE,
    safety=Safety.REVIEW,
    reads=(NAMES.name,),
)

_PREFERRED, _OTHER, _TWO_NAMES = 1, 2, 3
"""Slots of the choices, as printed on the card."""


def find_variants(article: Article, facts: Facts) -> Iterator[Finding]:
    """A finding for every place whose spelling would change; works from the text where no names are known."""
    for rivals in find_rivals(article, facts.get(NAMES).entities):
        yield from _findings(article, rivals)


VARIANT_CHECK = ArticleCheck(VARIANT, find_variants)


def _findings(article: Article, rivals: Rivals) -> Iterator[Finding]:
    message, evidence = _message(rivals), _evidence(rivals)
    related = tuple(Related(Passage.of(place), Relation.OTHER_SPELLING) for place in rivals.preferred.places)
    effect = _effect(article, [place for form in rivals.others for place in form.places])
    first = min((place for form in rivals.others for place in form.places), key=lambda place: _order(article, place))
    for form in rivals.others:
        for place in form.places:
            changes = (_rename(article, place, rivals.preferred.text),)
            fixes = [Fix(_use(rivals.preferred.text), changes, Safety.REVIEW, effect, slot=_PREFERRED)]
            if place == first and rivals.preferred.places:
                fixes += _other_choices(article, rivals)
            yield Finding(
                VARIANT.id,
                place,
                article.text_at(place),
                message,
                Severity.WARNING,
                rivals.key,
                related if place == first else (),
                tuple(fixes),
                rivals.score,
                evidence=evidence,
            )


def _order(article: Article, place: Place) -> tuple[int, int]:
    return article.position(place.block), place.span.start if place.span else 0


def _other_choices(article: Article, rivals: Rivals) -> list[Fix]:
    """The most frequent other spelling everywhere, and leaving both: carried by the first finding for all places."""
    other = max(rivals.others, key=lambda form: len(form.places))
    places = [place for form in (rivals.preferred, *rivals.others) if form is not other for place in form.places]
    backwards = sorted(places, key=lambda place: _order(article, place), reverse=True)  # so that none moves another
    changes = tuple(_rename(article, place, other.text) for place in backwards)
    two_names = Fix(
        Message.of("names.fix.two_names"), (), Safety.SHOW, Message.of("names.effect.nothing"), slot=_TWO_NAMES
    )
    return [Fix(_use(other.text), changes, Safety.REVIEW, _effect(article, places), slot=_OTHER), two_names]


def _rename(article: Article, place: Place, name: str) -> ReplaceText:
    old = article.text_at(place)
    return ReplaceText(place, old, match_shape(old, name))


def _use(name: str) -> Message:
    return Message.of("names.fix.use", name=name)


def _effect(article: Article, places: list[Place]) -> Message:
    quoted = sum(is_quoted(article.block(place.block), place.span) for place in places if place.span)
    if quoted:
        return Message.of("names.effect.quoted", count=len(places), quoted=quoted)
    return Message.of("names.effect.places", count=len(places))


def _message(rivals: Rivals) -> Message:
    others = ", ".join(form.text for form in rivals.others)
    key = "names.variant.both" if rivals.preferred.places else "names.variant.table"
    return Message.of(key, preferred=rivals.preferred.text, others=others)


def _evidence(rivals: Rivals) -> Message:
    """Counts, and what says which spelling to prefer: "Kharkiv 4 times, Kharkov 2; gazetteer: Kharkiv"."""
    others = ", ".join(f"{form.text} {len(form.places)}" for form in rivals.others)
    preferred = rivals.preferred
    if preferred.places and rivals.gazetteer:
        return Message.of("names.evidence.gazetteer", name=preferred.text, count=len(preferred.places), others=others)
    if preferred.places and rivals.why is not Why.TABLE:
        return Message.of("names.evidence.text", name=preferred.text, count=len(preferred.places), others=others)
    if rivals.entry is None:
        raise ValueError(f"nothing says why {rivals.key} is preferred")
    return Message.of(
        f"names.evidence.{rivals.entry.reason.value}",
        name=preferred.text,
        others=_counted(preferred, others),
        source=rivals.entry.source,
    )


def _counted(preferred: Form, others: str) -> str:
    return f"{preferred.text} {len(preferred.places)}, {others}" if preferred.places else others
