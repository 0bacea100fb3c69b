"""Issues from findings and decisions: one pure function, whose result list, command line and journeys all show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reader.app.stages import STAGES, stage_of
from reader.core.article import Article
from reader.core.decisions import SETTLES_WITHOUT_CHANGE, Decision, Scope, Verdict
from reader.core.findings import Finding
from reader.core.fixes import Fix, join_fixes
from reader.core.issues import Issue, IssueState
from reader.core.messages import Message
from reader.core.spans import Place

_LABELS_OF_ALL = {
    "duplicates.fix.cut_block": "duplicates.fix.cut_all",
    "duplicates.fix.cut_part": "duplicates.fix.cut_all",
    "duplicates.fix.keep_both": "duplicates.fix.keep_all",
    "captions.fix.keep": "captions.fix.keep_all",
}
_EFFECTS_OF_ALL = {"duplicates.effect.keeps_all": "duplicates.effect.all_kept"}
_SETTLING = SETTLES_WITHOUT_CHANGE | {Verdict.QUERY}


def derive_issues(article: Article, findings: Iterable[Finding], decisions: Sequence[Decision]) -> tuple[Issue, ...]:
    """All issues in the order of the queue: by stage, then where they first stand; settled ones in their stage too."""
    settled_places, settled_keys = _settled(decisions)
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        key = issue_key(article, finding)
        if (finding.rule, key) in settled_keys or (finding.rule, finding.place) in settled_places:
            continue
        groups.setdefault((finding.rule, key), []).append(finding)
    issues = [_open_issue(article, rule, key, group) for (rule, key), group in groups.items()]
    issues.extend(_settled_issue(d) for d in decisions if d.subject is not None)
    return tuple(sorted(issues, key=lambda issue: _rank(article, issue)))


def issue_key(article: Article, finding: Finding) -> str:
    """The finding's own key; for one without, what tells its place apart: block, quote and ordinal in the block."""
    if finding.key:
        return finding.key
    block, span = finding.place.block, finding.place.span
    before = 0 if span is None else article.block(block).text.count(finding.quote, 0, span.start)
    return f"{block}:{before}:{finding.quote}"


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to settle an issue: the fix, and the numbers of the findings that it settles."""

    fix: Fix
    findings: tuple[int, ...]


def find_choices(
    article: Article, issue: Issue, chosen: Sequence[int] | None = None, at: int | None = None
) -> tuple[Choice, ...]:
    """The choices of an open issue by their slots: each joins the fixes of all findings, or of the chosen ones.

    Of the fixes that settle one place only, those of the finding `at` are offered (the first chosen one unless told).
    """
    numbers = tuple(range(len(issue.findings))) if chosen is None else tuple(chosen)
    meant = frozenset(numbers)
    alone = at if at is not None else next(iter(numbers), None)
    by_slot: dict[int, list[tuple[int, Fix]]] = {}
    for number in dict.fromkeys((*numbers, *(() if alone is None else (alone,)))):
        for n, fix in enumerate(issue.findings[number].fixes, 1):
            if number == alone if fix.alone else number in meant:
                by_slot.setdefault(fix.slot or n, []).append((number, fix))
    return tuple(
        Choice(_joint(article, slot, [fix for _, fix in found]), tuple(number for number, _ in found))
        for slot, found in sorted(by_slot.items())
    )


def choices_of(article: Article, issue: Issue, chosen: Sequence[int] | None = None) -> tuple[Fix, ...]:
    """The fixes of the choices of an open issue."""
    return tuple(choice.fix for choice in find_choices(article, issue, chosen))


def _joint(article: Article, slot: int, fixes: Sequence[Fix]) -> Fix:
    if len(fixes) == 1:
        return replace(fixes[0], slot=slot)
    joint = join_fixes(article, fixes)
    loses = tuple(dict.fromkeys(word for n in joint.taken for word in fixes[n].loses))
    warnings = tuple(dict.fromkeys(warning for n in joint.taken for warning in fixes[n].warnings))
    safety = max(fix.safety for fix in fixes)
    label, effect = _joint_message(fixes, joint.taken)
    return replace(
        fixes[0],
        label=label,
        changes=joint.changes,
        effect=effect,
        slot=slot,
        loses=loses,
        safety=safety,
        warnings=warnings,
    )


def _joint_message(fixes: Sequence[Fix], taken: Sequence[int]) -> tuple[Message, Message | None]:
    """Label and effect of fixes taken together: what each says of its own place does not hold for all."""
    label, effect = fixes[0].label, fixes[0].effect
    if label.key in _LABELS_OF_ALL:
        label = Message.of(_LABELS_OF_ALL[label.key], count=len(taken))
    if effect is not None and any(fix.effect != effect for fix in fixes):
        effect = Message.of(_EFFECTS_OF_ALL[effect.key]) if effect.key in _EFFECTS_OF_ALL else None
    return label, effect


def _settled(decisions: Iterable[Decision]) -> tuple[set[tuple[str, Place]], set[tuple[str, str]]]:
    places: set[tuple[str, Place]] = set()
    keys: set[tuple[str, str]] = set()
    for decision in decisions:
        if decision.subject is None:
            continue
        rule = decision.subject.rule
        if decision.choice > 1 and rule.startswith("names."):
            keys.add(
                (rule, decision.subject.key)
            )  # another spelling than the proposed one, or two names: chosen for good
        if decision.verdict not in _SETTLING:
            continue
        places.update((rule, place) for place in decision.places)
        if decision.scope is not Scope.HERE:
            keys.add((rule, decision.subject.key))
    return places, keys


def _open_issue(article: Article, rule: str, key: str, findings: list[Finding]) -> Issue:
    ordered = tuple(sorted(findings, key=lambda finding: _order(article, finding.place)))
    return Issue(rule, key, ordered[0].message, ordered, IssueState.OPEN, None, stage_of(rule))


def _settled_issue(decision: Decision) -> Issue:
    subject = decision.subject
    if subject is None:
        raise ValueError("a decision without a subject settles no issue")
    stage = stage_of(subject.rule)
    return Issue(subject.rule, subject.key, subject.message, (), IssueState.SETTLED, decision, stage)


def _order(article: Article, place: Place) -> tuple[int, int]:
    number = article.number_of(place.block) if place.block in article else 0
    return number, place.span.start if place.span else 0


def _rank(article: Article, issue: Issue) -> tuple[int, int, int]:
    stage = STAGES.index(issue.stage)
    if issue.findings:
        return (stage, *_order(article, issue.findings[0].place))
    subject = issue.decision.subject if issue.decision else None
    return (stage, subject.number if subject else 0, 0)
