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
from reader.text.quotations import parse_quotations

BLANKS = Rule(
    "blanks.runs",
    Family.CLEANUP,
    Unit.BLOCK,
    safety=Safety.AUTO,
    version=2,
    examples=(
        Example("The vote was close.  Turnout was low.", "The vote was close. Turnout was low."),
        Example("He waited , then left.", "He waited, then left."),
        Example(" The vote was close.", "The vote was close."),
        Example("The vote was close. ", "The vote was close."),
        Example("the\u00a0vote was close", "the vote was close"),
        Example("( founded in 1990 )", "(founded in 1990)"),
        Example("“ I know ” , he said.", "“I know”, he said."),
        Example("He said : “Yes.”", "He said: “Yes.”"),
        Example("First line \u2028 second line.", "First line\u2028second line."),
    ),
    fine=(
        "The vote was close. Turnout was low.",
        "It weighed 5\u00a0kg and cost 3\u00a0million.",
        "J.\u00a0K. Rowling met Mr\u00a0Jones.",
        "She wrote it in .NET, at a .45 calibre pace.",
        "He waited … then left ...",
        "First line\u2028second line.",
        "The score was 3 : 1, and he smiled ;-) at it.",
        "« Oui », dit-il, « bonjour ! »",
        "One\u2003column, another\tcolumn.",
    ),
)

_BLANK = " \u00a0\u2000-\u200a\u202f\u205f\u3000"
_RUN = re.compile(rf"(?<=\S)[{_BLANK}]{{2,}}(?=\S)")
_ENDS = re.compile(rf"^[{_BLANK}\t]+|[{_BLANK}\t]+$|[{_BLANK}\t]+(?=\u2028)|(?<=\u2028)[{_BLANK}\t]+")
_BEFORE_STOP = re.compile(rf"(?<=[\w\u0300-\u036f”’)])[{_BLANK}]+(?=[,;.](?:[\s”’]|$)|[!?]+(?:[\s”’]|$))")
_BEFORE_COLON = re.compile(rf"(?<=[^\W\d_])[{_BLANK}]+(?=:[{_BLANK}]+(?:[^\W\d_]|[“‘\"]))")
_IN_BRACKETS = re.compile(rf"(?<=\()[{_BLANK}]+(?=\w)|(?<=\w)[{_BLANK}]+(?=\))")
_SCATTERED = re.compile(r"(?<=[^\W\d_A-Z])\u00a0(?=[a-z])")
_NEAR_MARK = re.compile(r"“[ \u00a0]|[ \u00a0]”")
_FRENCH = re.compile(r"[«»]")
_PATTERNS = ((_ENDS, ""), (_BEFORE_STOP, ""), (_BEFORE_COLON, ""), (_IN_BRACKETS, ""), (_RUN, " "), (_SCATTERED, " "))


def find_blanks(block: Block, facts: Facts) -> Iterator[Finding]:
    """All blanks that go or become one plain space."""
    del facts
    text = block.text
    taken: set[int] = set()
    for start, end, right in _find_ranges(text):
        if text[start:end] == right or not taken.isdisjoint(range(start, end)):
            continue
        taken.update(range(start, end))
        yield _finding(block, start, end, right)


def _find_ranges(text: str) -> Iterator[tuple[int, int, str]]:
    french = _FRENCH.search(text)
    for pattern, right in _PATTERNS:
        if french and pattern in (_BEFORE_STOP, _BEFORE_COLON):
            continue  # French sets blanks before its stops
        for match in pattern.finditer(text):
            yield match.start(), match.end(), right
    yield from _find_inside_marks(text)


def _find_inside_marks(text: str) -> Iterator[tuple[int, int, str]]:
    """Blanks behind “ and before ” of one quotation."""
    if "“" not in text or not _NEAR_MARK.search(text):
        return
    for quotation in parse_quotations(text).quotations:
        start, end = quotation.start + 1, quotation.end - 1
        if text[start - 1] != "“" or text[end] != "”":
            continue
        inner = text[start:end]
        if inner.strip():
            lead, tail = len(inner) - len(inner.lstrip(" \u00a0")), len(inner) - len(inner.rstrip(" \u00a0"))
            if lead:
                yield start, start + lead, ""
            if tail:
                yield end - tail, end, ""


def _finding(block: Block, start: int, end: int, right: str) -> Finding:
    fix = Fix(Message.of("blanks.fix"), (replace_text(block, start, end, right),), Safety.AUTO, slot=1)
    place, quote = Place.at(block.id, start, end), block.text[start:end]
    message = Message.of("blanks.runs")
    return Finding(BLANKS.id, place, quote, message, Severity.INFO, key="blanks", fixes=(fix,), score=0.99)


BLANKS_CHECK = BlockCheck(BLANKS, find_blanks)
