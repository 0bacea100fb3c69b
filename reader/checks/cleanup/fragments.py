"""Lower-case fragments after a full stop, left behind by spinning: to remove or to join, never to capitalise.

Two that look alike can need opposite fixes, so each is its own decision. A fragment of function words, or of words that
its own sentence has just said, is proposed to go; of any other nothing is proposed, and joining, which loses nothing,
stands first. Looks at the whole article to name the words that a cut takes away for good.
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.checks.cleanup.fragment_finding import Broken, Fragment, find_broken, find_fragments
from reader.checks.cleanup.losses import Losses
from reader.checks.facts import Facts
from reader.checks.kinds import ArticleCheck
from reader.core.article import Article, Block, Role
from reader.core.editing import cut_passage, replace_text
from reader.core.findings import Finding, Severity
from reader.core.fixes import Fix, Safety
from reader.core.messages import Message
from reader.core.rules import TEXT_ROLES, Example, Family, Rule, Unit
from reader.core.spans import Place, Span

FRAGMENT = Rule(
    "fragments.lower_case",
    Family.CLEANUP,
    Unit.ARTICLE,
    version=2,
    roles=TEXT_ROLES - {Role.HEADLINE},
    examples=(
        Example(
            "They held it since the early days of the war. to have.", "They held it since the early days of the war."
        ),
        Example("She left the house. of it.", "She left the house."),
        Example("The city fell on Monday. on Monday.", "The city fell on Monday."),
        Example("The bell hung. over the water. He slept.", "The bell hung over the water. He slept."),
        Example("They spoke of total defeat. take in Ukraine.", "They spoke of total defeat take in Ukraine."),
        Example("The train was late. again. Nobody minded.", "The train was late again. Nobody minded."),
        Example("The army was “not ready.” ‘ for the winter.", "The army was “not ready” for the winter."),
        Example("They asked, “Is it far?” ‘ but nobody knew.", "They asked, “Is it far?” but nobody knew."),
        Example("“It was cold. to have. We left,” he said.", None),
    ),
    fine=(
        "They spoke of total defeat. Nobody listened.",
        "“We are ready.” he said.",
        "It was made by Dr. van Houten.",
        "It was hers. van Houten’s heirs sued.",
        "He works for the firm. iPhones are banned there.",
        "They came at 5 p.m. and left.",
        "He said no … and left.",
        "Is it far? asked the boy.",
        "She read vol. four and five.",
        "She comes from Baton Rouge, La. and lives on Fifth Ave. in New York.",
        "The raid was claimed at once. al-Shabaab has bases there.",
    ),
)

PROPOSED, JOIN, REMOVE, JOIN_TAIL = 1, 2, 3, 4
"""Slots of the choices: what is proposed is 1, and then it stands in no other slot."""
_CONTEXT_WORDS = 3


def find_lower_case(article: Article, facts: Facts) -> Iterator[Finding]:
    """Fragments that begin in lower case behind a full stop, and sentences broken by a stray mark."""
    del facts
    losses = Losses(article)
    for block in article.blocks:
        if block.role in FRAGMENT.roles:
            for fragment in find_fragments(block.text):
                yield _make_finding(losses, block, fragment)
            for broken in find_broken(block.text):
                yield _make_broken(losses, block, broken)


def _make_finding(losses: Losses, block: Block, fragment: Fragment) -> Finding:
    span = fragment.span
    quote = block.text[span.start : span.end]
    join = _join(block, fragment, span.start, "fragments.join", JOIN)
    fixes: tuple[Fix, ...]
    if fragment.quoted:
        severity, fixes, score = Severity.QUERY, (join,), 0.8  # the wording of a quotation is not ours
    elif fragment.only_debris:
        severity, score = Severity.WARNING, 0.95
        fixes = (_remove(losses, block, span, Safety.REVIEW, PROPOSED), join)
    else:
        severity, score = Severity.WARNING, 0.85
        fixes = (join, _remove(losses, block, span, Safety.SHOW, REMOVE))
        if fragment.tail >= 0:
            fixes = (*fixes, _join_tail(losses, block, fragment))
    message = Message.of("fragments.lower_case", quote=quote)
    return Finding(FRAGMENT.id, Place(block.id, span), quote, message, severity, fixes=fixes, score=score)


def _remove(losses: Losses, block: Block, span: Span, safety: Safety, slot: int) -> Fix:
    words = block.text[span.start : span.end]
    loses = losses.find_lost_words(block, span)
    effect = Message.of("fragments.remove.effect", words=words)
    if loses:
        effect = Message.of("fragments.remove.loses", words=words, loses=", ".join(loses))
    return Fix(Message.of("fragments.remove"), (cut_passage(block, span),), safety, effect, loses, slot)


def _join(block: Block, fragment: Fragment, start: int, label: str, slot: int) -> Fix:
    """Join what stands from `start` on with the sentence before, whose full stop goes."""
    before = block.text[fragment.before.start : fragment.before.end - 1]
    effect = Message.of(
        "fragments.join.effect", before=_last_words(before), after=block.text[start : fragment.span.end]
    )
    change = replace_text(block, fragment.before.end - 1, start, " ")
    return Fix(Message.of(label), (change,), Safety.SHOW, effect, slot=slot)


def _join_tail(losses: Losses, block: Block, fragment: Fragment) -> Fix:
    """Join the fragment without its first words, which do not go with the sentence before."""
    joined = _join(block, fragment, fragment.tail, "fragments.join", JOIN_TAIL)
    dropped = Span(fragment.span.start, fragment.tail)
    words = block.text[dropped.start : dropped.end].strip()
    label = Message.of("fragments.join_tail", words=words)
    return Fix(label, joined.changes, Safety.SHOW, joined.effect, losses.find_lost_words(block, dropped), joined.slot)


def _make_broken(losses: Losses, block: Block, broken: Broken) -> Finding:
    text, span = block.text, broken.span
    mark = text[broken.mark]
    head = len(text[: broken.mark].rstrip())
    start = broken.stop if broken.stop >= 0 else head
    kept = text[broken.stop + 1 : head] if broken.stop >= 0 else ""
    after = text[broken.mark + 1 : span.end].lstrip()
    go_on = broken.mark + 1 + (0 if text[broken.mark + 1].isspace() else -1)
    effect = Message.of("fragments.join.effect", before=_last_words(text[:start]) + kept, after=_first_words(after))
    join = Fix(
        Message.of("fragments.join"),
        (replace_text(block, start, max(go_on, broken.mark + 1), kept),),
        Safety.REVIEW,
        effect,
        slot=PROPOSED,
    )
    remove = _remove(losses, block, span, Safety.SHOW, REMOVE)
    message = Message.of("fragments.broken", mark=mark)
    quote = text[span.start : span.end]
    return Finding(
        FRAGMENT.id, Place(block.id, span), quote, message, Severity.WARNING, fixes=(join, remove), score=0.85
    )


def _last_words(text: str) -> str:
    return " ".join(text.split()[-_CONTEXT_WORDS:])


def _first_words(text: str) -> str:
    return " ".join(text.split()[: 2 * _CONTEXT_WORDS])


FRAGMENT_CHECK = ArticleCheck(FRAGMENT, find_lower_case)
