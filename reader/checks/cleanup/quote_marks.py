"""Quotations closed, or opened, with another mark than the one that belongs there.

Which of the two marks is wrong is told by the article's style: speech in double marks that opens with ‘ and closes with
” was opened wrongly. Where the article has no style of its own, the opener counts and both choices are offered.
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.checks.facts import QUOTE_STYLE, STRAIGHT_QUOTES, Facts
from reader.checks.kinds import BlockCheck
from reader.core.article import Block
from reader.core.editing import replace_text
from reader.core.findings import Finding, Related, Relation, Severity
from reader.core.fixes import Fix, Safety
from reader.core.messages import Message
from reader.core.rules import Example, Family, Rule, Unit
from reader.core.spans import Passage, Place
from reader.text.quotation_marks import STRAIGHT
from reader.text.quotations import Parsed, Quotation, closer_of, opener_of, parse_quotations

_DOUBLE_LEAD = "“We know,” she said. “It is late.”"

MISMATCHED = Rule(
    "quotes.mismatched",
    Family.CLEANUP,
    Unit.BLOCK,
    reads=(QUOTE_STYLE.name, STRAIGHT_QUOTES.name),
    version=2,
    examples=(
        Example("She said, “We kept it all safe.’", "She said, “We kept it all safe.”"),
        Example("“Come in,’ he said.", "“Come in,” he said."),
        Example("He asked: “Is it far?’ Nobody knew.", "He asked: “Is it far?” Nobody knew."),
        Example("‘Come in,” he said.", "‘Come in,’ he said."),
        Example(f"{_DOUBLE_LEAD}\n\n‘Come in,” he said.", f"{_DOUBLE_LEAD}\n\n“Come in,” he said."),
        Example("“It’s the dogs’ dinner,’ she said.", "“It’s the dogs’ dinner,” she said."),
        Example("“Hello,“ he said.", "“Hello,” he said."),
        Example("”Hello,” he said.", "“Hello,” he said."),
        Example('"It\'s late," he said.\n\n“It\'s not," she said.', '"It\'s late," he said.\n\n"It\'s not," she said.'),
    ),
    fine=(
        "“We kept it all safe,” she said.",
        "“She told me, ‘Run.’”",
        "“They took the Russians’ tanks,” he said.",
        "‘The Russians’ departure was sudden,’ he said.",
        "He called it ‘the end’ and left.",
        "“The river was empty.",
        "In the ’90s the band’s “best” years were over.",
        "„Guten Tag“, he said, and then, «bonjour».",
        "She was 5’2” and he was 6'3\".",
        "“I saw ‘Hamlet,’ ‘Lear’ and ‘Macbeth’,” he said.",
    ),
)


def find_mismatched(block: Block, facts: Facts) -> Iterator[Finding]:
    """Pairs of marks that do not belong together."""
    parsed = parse_quotations(block.text)
    style = facts.get(QUOTE_STYLE)
    partners = {fault.partner for fault in parsed.faults} | {fault.at for fault in parsed.faults}
    for quotation in parsed.quotations:
        if quotation.start in partners and quotation.end - 1 in partners and _is_faulty(parsed, quotation):
            yield _make_finding(block, quotation, style)
        elif facts.get(STRAIGHT_QUOTES) and _is_half_straight(block.text, quotation):
            yield _make_straight(block, quotation)


def _is_faulty(parsed: Parsed, quotation: Quotation) -> bool:
    pair = {quotation.start, quotation.end - 1}
    return any({fault.at, fault.partner} == pair for fault in parsed.faults)


def _make_finding(block: Block, quotation: Quotation, style: str) -> Finding:
    """The finding on a pair: the closer is wrong unless the opener shows that it is."""
    opener, closer = block.text[quotation.start], block.text[quotation.end - 1]
    if _opener_is_wrong(quotation, opener, closer, style):
        return _finding(block, quotation, quotation.start, (_open_with(block, quotation, closer, 1),))
    other = None if style else _open_with(block, quotation, closer, 2)
    fixes = (_close_with(block, quotation, opener, 1), other)
    return _finding(block, quotation, quotation.end - 1, fixes)


def _opener_is_wrong(quotation: Quotation, opener: str, closer: str, style: str) -> bool:
    if opener in "”’":
        return True
    if not style or opener == closer:
        return False
    wanted = style if quotation.depth % 2 == 0 else ("single" if style == "double" else "double")
    return quotation.level != wanted


def _close_with(block: Block, quotation: Quotation, opener: str, slot: int) -> Fix | None:
    right = closer_of(opener)
    return _replace(block, quotation.end - 1, right, Message.of("quotes.mismatched.close", right=right), slot)


def _open_with(block: Block, quotation: Quotation, closer: str, slot: int) -> Fix | None:
    right = opener_of(closer)
    return _replace(block, quotation.start, right, Message.of("quotes.mismatched.open", right=right), slot)


def _replace(block: Block, at: int, right: str, label: Message, slot: int) -> Fix | None:
    if block.text[at] == right:
        return None
    return Fix(label, (replace_text(block, at, at + 1, right),), Safety.REVIEW, slot=slot)


def _finding(block: Block, quotation: Quotation, at: int, fixes: tuple[Fix | None, ...]) -> Finding:
    opener, closer = block.text[quotation.start], block.text[quotation.end - 1]
    related: tuple[Related, ...] = ()
    if at != quotation.start:
        opened = Passage.of(Place.at(block.id, quotation.start, quotation.start + 1))
        related = (Related(opened, Relation.OPENED_HERE),)
    return Finding(
        MISMATCHED.id,
        Place.at(block.id, at, at + 1),
        block.text[at],
        Message.of("quotes.mismatched", opener=opener, closer=closer),
        Severity.ERROR,
        related=related,
        fixes=tuple(fix for fix in fixes if fix is not None),
        score=0.98,
    )


def _is_half_straight(text: str, quotation: Quotation) -> bool:
    return (text[quotation.start] in STRAIGHT) is not (text[quotation.end - 1] in STRAIGHT)


def _make_straight(block: Block, quotation: Quotation) -> Finding:
    """In an article with straight marks the curly one of a pair is the wrong one."""
    opener, closer = block.text[quotation.start], block.text[quotation.end - 1]
    if opener in STRAIGHT:
        fix = _replace(block, quotation.end - 1, opener, Message.of("quotes.mismatched.close", right=opener), 1)
        return _finding(block, quotation, quotation.end - 1, (fix,))
    fix = _replace(block, quotation.start, closer, Message.of("quotes.mismatched.open", right=closer), 1)
    return _finding(block, quotation, quotation.start, (fix,))


MISMATCHED_CHECK = BlockCheck(MISMATCHED, find_mismatched)
