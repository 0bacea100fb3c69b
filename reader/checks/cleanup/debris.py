"""Lines of a web page that fell into the copy: share bars, advertisements, sign-ups. The line is proposed to go."""

from __future__ import annotations

from collections.abc import Iterator

from reader.checks.facts import Facts
from reader.checks.kinds import BlockCheck
from reader.core.article import Block, Role
from reader.core.changes import RemoveBlock
from reader.core.findings import Finding, Severity
from reader.core.fixes import Fix, Safety
from reader.core.messages import Message
from reader.core.rules import TEXT_ROLES, Example, Family, Rule, Unit
from reader.core.spans import Place
from reader.text.line_classes import classify_debris

DEBRIS = Rule(
    "debris.web_line",
    Family.CLEANUP,
    Unit.BLOCK,
    version=2,
    roles=TEXT_ROLES - {Role.HEADLINE},
    examples=(
        Example("The vote was close.\n\nAdvertisement", "The vote was close."),
        Example("The vote was close.\n\nShare this article", "The vote was close."),
        Example("The vote was close.\n\nRead more: Ten ways to vote", "The vote was close."),
        Example("The vote was close.\n\nSign up to our free newsletter", "The vote was close."),
        Example("The vote was close.\n\nSCROLL DOWN FOR VIDEO", "The vote was close."),
        Example("The vote was close.\n\nFacebook | Twitter | Email", "The vote was close."),
        Example("The vote was close.\n\n1.2k shares", "The vote was close."),
        Example("The vote was close.\n\nWe use cookies to improve your visit", "The vote was close."),
        Example("The vote was close.\n\n© 2025 The Wexcombe Gazette", "The vote was close."),
    ),
    fine=(
        "Read more books, she told the children.",
        "Embargoed until Monday: the share prices below.",
        "Correction: the vote was on Tuesday.",
        "By Jane Doe",
        "“Share this article,” he said.",
        "Share prices fell on Monday after the bank said it would cut jobs.",
        "Follow the river for two miles and turn left at the mill.",
        "EMBARGOED UNTIL 00:01 GMT TUESDAY 3 MARCH",
        "MANDATORY KILL: do not use the story headed Bridge closed",
        "Editor’s note: sign up to our newsletter was the first line of the letter.",
        "Published: 14:22 BST, 3 March 2025",
        "Join the army, he told them, and see the world.",
        "ENDS",
    ),
)


def find_debris(block: Block, facts: Facts) -> Iterator[Finding]:
    """The block, where it is a line of debris."""
    del facts
    kind = classify_debris(block.text)
    if kind is None:
        return
    effect = Message.of("debris.fix.effect", words=block.text.strip())
    fix = Fix(Message.of("debris.fix"), (RemoveBlock(block),), Safety.REVIEW, effect, slot=1)
    message = Message.of(f"debris.{kind.name.lower()}")
    yield Finding(DEBRIS.id, Place(block.id), block.text, message, Severity.WARNING, fixes=(fix,), score=0.92)


DEBRIS_CHECK = BlockCheck(DEBRIS, find_debris)
