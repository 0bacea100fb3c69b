"""The article's style of quotation marks, and marks that leave it: straight ones, and speech in the other kind.

Each is one decision an article, never taken without a person or `--fix all`.
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.checks.facts import QUOTE_STYLE, STRAIGHT_QUOTES, Facts, Provider
from reader.checks.kinds import BlockCheck
from reader.core.article import Article, Block
from reader.core.changes import Change
from reader.core.editing import replace_text
from reader.core.findings import Finding, Severity
from reader.core.fixes import Fix, Safety
from reader.core.messages import Message
from reader.core.rules import Example, Family, Rule, Unit
from reader.core.spans import Place
from reader.text.quotations import Parsed, Quotation, curly_for, parse_quotations
from reader.text.words import count_words

_SPEECH_WORDS = 4

_CURLY_LEAD = "“We know it’s late,” she said. “It’s all right.”"

STRAIGHT = Rule(
    "quotes.straight",
    Family.CLEANUP,
    Unit.BLOCK,
    reads=("straight quotes",),
    examples=(
        Example(f'{_CURLY_LEAD}\n\n"Yes," he said.', f"{_CURLY_LEAD}\n\n“Yes,” he said."),
        Example(f"{_CURLY_LEAD}\n\nThe mayor's car.", f"{_CURLY_LEAD}\n\nThe mayor’s car."),
        Example(f"{_CURLY_LEAD}\n\nThe dogs' dinner.", f"{_CURLY_LEAD}\n\nThe dogs’ dinner."),
        Example(f"{_CURLY_LEAD}\n\nHe called it 'the end'.", f"{_CURLY_LEAD}\n\nHe called it ‘the end’."),
        Example(f"{_CURLY_LEAD}\n\nThe winter of '47.", f"{_CURLY_LEAD}\n\nThe winter of ’47."),
    ),
    fine=(
        '"Yes," he said. "It\'s late."',
        _CURLY_LEAD,
        f"{_CURLY_LEAD}\n\nHe stood 6'2\" tall.",
        "Nothing is quoted here.",
    ),
)

STYLE = Rule(
    "quotes.style",
    Family.CLEANUP,
    Unit.BLOCK,
    reads=("quote style",),
    examples=(
        Example(
            "“One,” he said. “Two,” she said.\n\nHe says: ‘I knew you would come back!’",
            "“One,” he said. “Two,” she said.\n\nHe says: “I knew you would come back!”",
        ),
        Example(
            "“One,” he said. “Two,” she said.\n\n‘They told me to wait,’ she said.",
            "“One,” he said. “Two,” she said.\n\n“They told me to wait,” she said.",
        ),
        Example(
            "“One,” he said. “Two,” she said.\n\n‘He said “run” and we ran,’ she said.",
            "“One,” he said. “Two,” she said.\n\n“He said ‘run’ and we ran,” she said.",
        ),
        Example(
            "‘One,’ he said. ‘Two is enough for me,’ she said. ‘Three,’ I said.\n\n“They told me to wait,” she said.",
            "‘One,’ he said. ‘Two is enough for me,’ she said. ‘Three,’ I said.\n\n‘They told me to wait,’ she said.",
        ),
    ),
    fine=(
        "“One,” he said. “Two,” she said. It was the so-called ‘land bridge’.",
        "“One,” he said. “She told me, ‘Run for your life, now!’ and I ran.”",
        "‘They told me to wait,’ she said.",
        "“They told me to wait,” she said.",
        "The Russians’ departure was sudden and the villagers’ joy was great.",
    ),
)


def survey_style(article: Article, facts: Facts) -> str:
    """The level ("double", "single") of most quotations that are not inside others; empty where there are none."""
    del facts
    counts = {"double": 0, "single": 0}
    for block in article.blocks:
        parsed = parse_quotations(block.text)
        for quotation in parsed.quotations:
            if _is_outer(quotation, parsed):
                counts[quotation.level] += 1
        counts["double"] += parsed.open_at_end >= 0
    if not any(counts.values()):
        return ""
    return "double" if counts["double"] >= counts["single"] else "single"


def survey_straightness(article: Article, facts: Facts) -> bool:
    """Whether straight marks are the article's style: at least as many as curly ones."""
    del facts
    straight = sum(block.text.count("'") + block.text.count('"') for block in article.blocks)
    curly = sum(block.text.count(mark) for block in article.blocks for mark in "“”‘’")
    return straight >= curly and straight > 0


def find_straight(block: Block, facts: Facts) -> Iterator[Finding]:
    """Straight marks in an article with curly ones."""
    if facts.get(STRAIGHT_QUOTES) or not ("'" in block.text or '"' in block.text):
        return
    parsed = parse_quotations(block.text)
    for at, char in enumerate(block.text):
        if char not in "'\"":
            continue
        right = curly_for(block.text, at, parsed)
        if right == char or (at and block.text[at - 1].isdigit()):
            continue  # a prime stays
        label = Message.of("quotes.straight.fix")
        fix = Fix(label, (replace_text(block, at, at + 1, right),), Safety.REVIEW, slot=1)
        message = Message.of("quotes.straight")
        place = Place.at(block.id, at, at + 1)
        yield Finding(STRAIGHT.id, place, char, message, Severity.INFO, key="straight", fixes=(fix,), score=0.95)


def find_other_style(block: Block, facts: Facts) -> Iterator[Finding]:
    """Speech in the marks that the article keeps for quotations inside quotations."""
    style = facts.get(QUOTE_STYLE)
    if not style:
        return
    parsed = parse_quotations(block.text)
    for quotation in parsed.quotations:
        inner = block.text[quotation.start + 1 : quotation.end - 1]
        if quotation.level == style or not _is_outer(quotation, parsed) or count_words(inner) < _SPEECH_WORDS:
            continue
        if not (inner and inner[-1] in ".,!?…" and inner[0].isupper()):
            continue  # quoted words, not speech
        changes = tuple(_turned(block, quotation, parsed, style))
        label = Message.of("quotes.style.fix", style=style)
        fix = Fix(label, changes, Safety.REVIEW, slot=1)
        place = Place(block.id, quotation.span)
        message = Message.of(f"quotes.style.{style}")
        quote = block.text[quotation.start : quotation.end]
        yield Finding(STYLE.id, place, quote, message, Severity.WARNING, key="style", fixes=(fix,), score=0.85)


def _is_outer(quotation: Quotation, parsed: Parsed) -> bool:
    inside = any(o.start < quotation.start and quotation.end < o.end for o in parsed.quotations)
    return not inside and not 0 <= parsed.open_at_end < quotation.start


def _turned(block: Block, quotation: Quotation, parsed: Parsed, style: str) -> Iterator[Change]:
    """The marks of a quotation and of those inside it, each turned into the other kind."""
    outer, inner = (("“", "”"), ("‘", "’")) if style == "double" else (("‘", "’"), ("“", "”"))
    for other in parsed.quotations:
        if quotation.start <= other.start and other.end <= quotation.end:
            left, right = outer if other == quotation else inner
            yield replace_text(block, other.start, other.start + 1, left)
            yield replace_text(block, other.end - 1, other.end, right)


STRAIGHT_CHECK = BlockCheck(STRAIGHT, find_straight)
STYLE_CHECK = BlockCheck(STYLE, find_other_style)
STYLE_PROVIDER = Provider(QUOTE_STYLE, survey_style)
STRAIGHT_PROVIDER = Provider(STRAIGHT_QUOTES, survey_straightness)
