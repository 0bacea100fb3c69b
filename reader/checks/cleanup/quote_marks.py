"""Wrong quotation marks: closed with another mark than opened, and marks that belong to nothing."""

from __future__ import annotations

from collections.abc import Iterator

from reader.checks.facts import Facts
from reader.checks.kinds import BlockCheck
from reader.core.article import Block
from reader.core.editing import replace_text
from reader.core.findings import Finding, Related, Relation, Severity
from reader.core.fixes import Fix, Safety
from reader.core.messages import Message
from reader.core.rules import Example, Family, Rule, Unit
from reader.core.spans import Passage, Place
from reader.text.quotations import FaultKind, parse_quotations

MISMATCHED = Rule(
    "quotes.mismatched",
    Family.CLEANUP,
    Unit.BLOCK,
    examples=(
        Example("She said, “We kept it all safe.’", "She said, “We kept it all safe.”"),
        Example("“Come in,’ he said.", "“Come in,” he said."),
        Example("He asked: “Is it far?’ Nobody knew.", "He asked: “Is it far?” Nobody knew."),
        Example("‘Come in,” he said.", "‘Come in,’ he said."),
        Example("“It’s the dogs’ dinner,’ she said.", "“It’s the dogs’ dinner,” she said."),
    ),
    fine=(
        "“We kept it all safe,” she said.",
        "“She told me, ‘Run.’”",
        "“They took the Russians’ tanks,” he said.",
        "He called it ‘the end’ and left.",
        "“The river was empty.",
        "In the ’90s the band’s “best” years were over.",
    ),
)

STRAY = Rule(
    "quotes.stray",
    Family.CLEANUP,
    Unit.BLOCK,
    examples=(
        Example("The army was “not ready.” ‘ for the winter.", "The army was “not ready.” for the winter."),
        Example("It was a long ” winter.", "It was a long winter."),
        Example("The mayor ‘ said so.", "The mayor said so."),
        Example("Nobody came.”", "Nobody came."),
        Example("They left ’ at noon.", "They left at noon."),
    ),
    fine=(
        "The army was “not ready” for the winter.",
        "The Russians’ departure was sudden.",
        "He stood 6'2\" tall.",
        "Rock ’n’ roll never dies.",
        "She said, “Yes,” and then, “No.”",
        "O‘ahu is an island.",
    ),
)


def find_mismatched(block: Block, facts: Facts) -> Iterator[Finding]:
    """Closers that do not fit their opener."""
    del facts
    for fault in parse_quotations(block.text).faults:
        if fault.kind is not FaultKind.MISMATCHED:
            continue
        opener, wrong = block.text[fault.opened], block.text[fault.at]
        right = "’" if opener == "‘" else "”" if opener == "“" else opener
        fix = Fix(
            Message.of("quotes.mismatched.fix", right=right),
            (replace_text(block, fault.at, fault.at + 1, right),),
            Safety.REVIEW,
            slot=1,
        )
        opened = Passage.of(Place.at(block.id, fault.opened, fault.opened + 1))
        yield Finding(
            MISMATCHED.id,
            Place.at(block.id, fault.at, fault.at + 1),
            wrong,
            Message.of("quotes.mismatched", opener=opener, wrong=wrong, right=right),
            Severity.ERROR,
            related=(Related(opened, Relation.OPENED_HERE),),
            fixes=(fix,),
            score=0.98,
        )


def find_stray(block: Block, facts: Facts) -> Iterator[Finding]:
    """Marks that neither open nor close a quotation."""
    del facts
    for fault in parse_quotations(block.text).faults:
        if fault.kind is not FaultKind.STRAY:
            continue
        mark = block.text[fault.at]
        start, end = with_doubled_blank(block.text, fault.at, fault.at + 1)
        fix = Fix(
            Message.of("quotes.stray.fix", mark=mark), (replace_text(block, start, end, ""),), Safety.REVIEW, slot=1
        )
        yield Finding(
            STRAY.id,
            Place.at(block.id, fault.at, fault.at + 1),
            mark,
            Message.of("quotes.stray", mark=mark),
            Severity.ERROR,
            fixes=(fix,),
            score=0.9,
        )


def with_doubled_blank(text: str, start: int, end: int) -> tuple[int, int]:
    """The range together with one of the two blanks that would meet if it were cut."""
    left = start > 0 and text[start - 1].isspace()
    right = end < len(text) and text[end].isspace()
    if left and (right or end == len(text)):
        return start - 1, end
    if right and start == 0:
        return start, end + 1
    return start, end


MISMATCHED_CHECK = BlockCheck(MISMATCHED, find_mismatched)
STRAY_CHECK = BlockCheck(STRAY, find_stray)
