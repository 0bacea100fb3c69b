"""Cleaning without a person: all safe fixes to a fixed point, or the first proposal of every issue.

No unattended run removes a word that then stands nowhere in the article, and none takes a choice meant for
information only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from reader.app.issues import choices_of
from reader.app.losses import words_lost
from reader.app.session import NothingToDecide, Session
from reader.app.stages import STAGES
from reader.core.applying import apply_changes
from reader.core.article import Article
from reader.core.changes import Change, ChangeRefused
from reader.core.fixes import Fix, Safety, join_fixes
from reader.core.issues import Issue, IssueState
from reader.core.slots import AS_CAPTION, PROPOSED
from reader.core.spans import Place
from reader.text.quotations import quoted_spans

MOST_ROUNDS = 10
"""Rounds of safe fixes after which a text that still changes is a defect of a rule."""

_WORDING = ("spelling",)
"""Stages whose fixes rewrite wording (marks, blanks and the spelling of names do not count as that)."""

Find = Callable[[Article], Iterable[Fix]]


class NoFixedPoint(RuntimeError):
    """Safe fixes went on changing the text after `MOST_ROUNDS` rounds."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What was found and changed of one rule."""

    rule: str
    found: int
    changed: int


def fix_to_fixed_point(article: Article, find: Find) -> tuple[Change, ...]:
    """The changes of all fixes that `find` gives, again and again until it gives none; `NoFixedPoint` at the bound."""
    changes: list[Change] = []
    for _ in range(MOST_ROUNDS):
        joint = join_fixes(article, [fix for fix in find(article) if fix.safety is Safety.AUTO and fix.changes])
        if not joint.changes:
            return tuple(changes)
        article = apply_changes(article, joint.changes).article
        changes.extend(joint.changes)
    if any(fix.safety is Safety.AUTO and fix.changes for fix in find(article)):
        raise NoFixedPoint(f"safe fixes still change the text after {MOST_ROUNDS} rounds")
    return tuple(changes)


def clean_session(session: Session, check: Callable[[], None], level: Safety) -> tuple[Tally, ...]:
    """Settle every issue whose first choice is as safe as `level`, stage by stage, checking anew after each.

    The tally has one entry a rule, with what stood open when its stage came, and how much of that was changed.
    """
    found: dict[str, set[str]] = {}
    changed: dict[str, set[str]] = {}
    check()
    for stage in STAGES:
        for _ in range(MOST_ROUNDS):
            done = False
            for issue in _open_in(session, stage):
                found.setdefault(issue.rule, set()).add(issue.key)
                if _settle(session, issue, level):
                    changed.setdefault(issue.rule, set()).add(issue.key)
                    done = True
            if not done:
                break
            check()
    return tuple(Tally(rule, len(keys), len(changed.get(rule, ()))) for rule, keys in found.items())


def _open_in(session: Session, stage: str) -> tuple[Issue, ...]:
    return tuple(issue for issue in session.issues if issue.stage == stage and issue.state is IssueState.OPEN)


def _settle(session: Session, issue: Issue, level: Safety) -> bool:
    """Take the issue's first choice where that is safe enough and loses nothing; whether it changed the article."""
    try:
        current = session.find_issue(issue.id)
    except NothingToDecide:
        return False
    only = _open_to_rewriting(session.article, current)
    choices = choices_of(session.article, current, only) if only else ()
    index = _find_choice(session.article, choices, level)
    if index is None:
        return False
    try:
        session.decide(current.id, index, only=only)
    except ChangeRefused:
        return False
    return True


def _find_choice(article: Article, choices: Sequence[Fix], level: Safety) -> int | None:
    """The first choice, where it is safe enough and loses no word; where it would, keeping the block as a caption."""
    if not choices or choices[0].slot != PROPOSED or choices[0].safety > level or not choices[0].changes:
        return None
    for index, fix in enumerate(choices):
        offered = index == 0 or fix.slot == AS_CAPTION
        if offered and fix.safety <= level and not fix.loses and not words_lost(article, fix.changes):
            return index
    return None


def _open_to_rewriting(article: Article, issue: Issue) -> tuple[int, ...]:
    """The findings that may be settled unattended: wording inside quotation marks is what somebody said."""
    if issue.stage not in _WORDING:
        return tuple(range(len(issue.findings)))
    return tuple(n for n, finding in enumerate(issue.findings) if not _is_quoted(article, finding.place))


def _is_quoted(article: Article, place: Place) -> bool:
    if place.span is None:
        return False
    return any(span.contains(place.span) for span in quoted_spans(article.block(place.block).text))
