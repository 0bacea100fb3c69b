"""Apostrophes turned the wrong way: word processors make ‘90s of '90s. O‘ahu, where ‘ is a letter, is right.

One decision for the whole article: the turned mark is typographic style, not meaning.
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.checks.facts import STRAIGHT_QUOTES, Facts
from reader.checks.kinds import BlockCheck
from reader.core.article import Block
from reader.core.editing import replace_text
from reader.core.findings import Finding, Severity
from reader.core.fixes import Fix, Safety
from reader.core.messages import Message
from reader.core.rules import Example, Family, Rule, Unit
from reader.core.spans import Place
from reader.text.quotation_marks import Reading
from reader.text.quotations import parse_quotations

DIRECTION = Rule(
    "quotes.apostrophe_direction",
    Family.CLEANUP,
    Unit.BLOCK,
    reads=(STRAIGHT_QUOTES.name,),
    examples=(
        Example("It was built in the ‘90s.", "It was built in the ’90s."),
        Example("‘Tis the season.", "’Tis the season."),
        Example("“Let ‘em come,” he said.", "“Let ’em come,” he said."),
        Example("Rock ‘n’ roll never dies.", "Rock ’n’ roll never dies."),
        Example("The winter of ‘47 was hard.", "The winter of ’47 was hard."),
        Example("They don‘t know that it‘s late.", "They don’t know that it’s late."),
    ),
    fine=(
        "It was built in the ’90s.",
        "He collects ‘80s music’ and little else.",
        "O‘ahu and Hawai‘i are islands.",
        "Ha’aretz and the Qur’an were quoted.",
        "He called it ‘the end’ and left.",
        "Sa‘d and Ka‘ba are written so.",
        "‘Em’ is a printer’s measure.",
        "The Russians’ departure was sudden.",
    ),
)


def find_turned(block: Block, facts: Facts) -> Iterator[Finding]:
    """Opening marks that stand for an apostrophe."""
    if "‘" not in block.text:
        return
    right = "'" if facts.get(STRAIGHT_QUOTES) else "’"
    message = Message.of("quotes.apostrophe_direction")
    for at in parse_quotations(block.text).offsets(Reading.TURNED):
        label = Message.of("quotes.apostrophe_direction.fix", right=right)
        fix = Fix(label, (replace_text(block, at, at + 1, right),), Safety.REVIEW, slot=1)
        place = Place.at(block.id, at, at + 1)
        yield Finding(
            DIRECTION.id, place, block.text[at], message, Severity.WARNING, key="apostrophes", fixes=(fix,), score=0.95
        )


DIRECTION_CHECK = BlockCheck(DIRECTION, find_turned)
