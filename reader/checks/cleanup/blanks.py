"""Blanks that nobody meant: runs, blanks at the ends of a line and before punctuation, scattered no-break spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.checks.facts import Facts
from reader.checks.kinds import BlockCheck
from reader.core.article import Block
from reader.core.editing import replace_text
from reader.core.findings import Finding, Severity
from reader.core.fixes import Fix, Safety
from reader.core.messages import Message
from reader.core.rules import Example, Family, Rule, Unit
from reader.core.spans import Place

BLANKS = Rule(
    "blanks.runs",
    Family.CLEANUP,
    Unit.BLOCK,
    safety=Safety.AUTO,
    examples=(
        Example("The vote was close.  Turnout was low.", "The vote was close. Turnout was low."),
        Example("He waited , then left.", "He waited, then left."),
        Example(" The vote was close.", "The vote was close."),
        Example("The vote was close. ", "The vote was close."),
        Example("the\u00a0vote was close", "the vote was close"),
        Example("( founded in 1990 )", "(founded in 1990)"),
    ),
    fine=(
        "The vote was close. Turnout was low.",
        "It weighed 5\u00a0kg and cost 3\u00a0million.",
        "J.\u00a0K. Rowling met Mr\u00a0Jones.",
        "She wrote it in .NET, at a .45 calibre pace.",
        "He waited … then left ...",
        "First line\u2028second line.",
        "The score was 3 : 1.",
    ),
)

_RUN = re.compile(r"(?<=\S)[ \u00a0\u2000-\u200a\u202f\u3000]{2,}(?=\S)")
_ENDS = re.compile(r"^[ \u00a0\t]+|[ \u00a0\t]+$|[ \u00a0]+(?=\u2028)|(?<=\u2028)[ \u00a0]+")
_BEFORE_STOP = re.compile(r"(?<=[\w”’)])[ \u00a0]+(?=[,;!?](?:\s|$|[”’])|\.(?:\s|$|[”’]))")
_IN_BRACKETS = re.compile(r"(?<=\()[ \u00a0]+(?=\w)|(?<=\w)[ \u00a0]+(?=\))")
_SCATTERED = re.compile(r"(?<=[a-z])\u00a0(?=[a-z])")


def find_blanks(block: Block, facts: Facts) -> Iterator[Finding]:
    """All blanks that go or become one plain space."""
    del facts
    text = block.text
    taken: list[tuple[int, int]] = []
    for pattern, right in ((_ENDS, ""), (_BEFORE_STOP, ""), (_IN_BRACKETS, ""), (_RUN, " "), (_SCATTERED, " ")):
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(start < high and low < end for low, high in taken) or match.group() == right:
                continue
            taken.append((start, end))
            yield _finding(block, start, end, right)


def _finding(block: Block, start: int, end: int, right: str) -> Finding:
    fix = Fix(Message.of("blanks.fix"), (replace_text(block, start, end, right),), Safety.AUTO, slot=1)
    place, quote = Place.at(block.id, start, end), block.text[start:end]
    message = Message.of("blanks.runs")
    return Finding(BLANKS.id, place, quote, message, Severity.INFO, key="blanks", fixes=(fix,), score=0.99)


BLANKS_CHECK = BlockCheck(BLANKS, find_blanks)
