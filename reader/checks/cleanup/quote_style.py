"""The article's style of quotation marks, and marks that leave it: straight ones, and speech in the other kind.

Each is one decision an article, never taken without a person or `--fix all`.
"""

from __future__ import annotations

import re
from collections import Counter
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
from reader.text.quotation_marks import STRAIGHT as STRAIGHT_MARKS
from reader.text.quotations import Parsed, Quotation, curly_mark, parse_quotations
from reader.text.words import count_words

STRAIGHT_SET = frozenset(STRAIGHT_MARKS)
_SPEECH_WORDS = 4
_STOPS = ".,!?…"
_REACH = 48
"""Code points beside a quotation in which a verb of saying is looked for."""
_TWO_SENTENCES = re.compile(r"[.!?…]\s+\S")
_VERB = (
    r"\b(?:said|says?|told|tells?|ask(?:s|ed)?|repl(?:y|ies|ied)|add(?:s|ed)?|wrote|writes?|insist(?:s|ed)?|shout(?:s|ed)?"
    r"|cr(?:y|ies|ied)|explain(?:s|ed)?|recall(?:s|ed)?|warn(?:s|ed)?|whisper(?:s|ed)?|answer(?:s|ed)?|continue[sd]?"
    r"|joke[sd]?|admit(?:s|ted)?|argue[sd]?|claim(?:s|ed)?)\b"
)
_SAYS_BEFORE = re.compile(rf"{_VERB}[^.!?“”‘]*$", re.IGNORECASE)
_SAYS_AFTER = re.compile(rf"[^.!?“”‘]*{_VERB}", re.IGNORECASE)
_OTHER = {"double": "single", "single": "double"}
_CURLY = {"double": ("“", "”"), "single": ("‘", "’")}
_STRAIGHT = {"double": '"', "single": "'"}

_CURLY_LEAD = "“We know it’s late,” she said. “It’s all right.”"

STRAIGHT = Rule(
    "quotes.straight",
    Family.CLEANUP,
    Unit.BLOCK,
    reads=(STRAIGHT_QUOTES.name,),
    version=2,
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
        f'{_CURLY_LEAD}\n\nThe board was 12" by 9" and hung 5\'6" high.',
    ),
)

STYLE = Rule(
    "quotes.style",
    Family.CLEANUP,
    Unit.BLOCK,
    reads=(QUOTE_STYLE.name,),
    version=2,
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
        Example(
            '"One," he said. "Two," she said.\n\n\'They told me "wait" again,\' she said.',
            '"One," he said. "Two," she said.\n\n"They told me \'wait\' again," she said.',
        ),
    ),
    fine=(
        "“One,” he said. “Two,” she said. It was the so-called ‘land bridge’.",
        "“One,” he said. “She told me, ‘Run for your life, now!’ and I ran.”",
        "‘They told me to wait,’ she said.",
        "“They told me to wait,” she said.",
        "“One,” he said. “Two,” she said. They had seen ‘Who’s Afraid of the Dark?’ before.",
        "The Russians’ departure was sudden and the villagers’ joy was great.",
    ),
)


def survey_style(article: Article, facts: Facts) -> str:
    """The level ("double", "single") of most speech that is not inside other speech; empty where nothing is quoted.

    Quotations that end with a stop inside their marks count as speech; where there are none, all count.
    """
    del facts
    speech, words = Counter[str](), Counter[str]()
    for block in article.blocks:
        parsed = parse_quotations(block.text)
        wrong = {at for fault in parsed.faults for at in (fault.at, fault.partner)}
        for quotation in parsed.quotations:
            if quotation.depth == 0 and quotation.start not in wrong:
                is_speech = block.text[quotation.end - 2] in _STOPS
                (speech if is_speech else words)[quotation.level] += 1
        if parsed.still_open:
            speech["single" if block.text[parsed.still_open[0]] in "‘'" else "double"] += 1
    counts = speech or words
    if not counts:
        return ""
    return "double" if counts["double"] >= counts["single"] else "single"


def survey_straightness(article: Article, facts: Facts) -> bool:
    """Whether straight marks are the article's style: at least as many as curly ones."""
    del facts
    straight = sum(block.text.count("'") + block.text.count('"') for block in article.blocks)
    curly = sum(block.text.count(mark) for block in article.blocks for mark in "“”‘’")
    return straight >= curly and straight > 0


def find_straight(block: Block, facts: Facts) -> Iterator[Finding]:
    """Straight marks in an article with curly ones; primes, and marks that belong to nothing, are not meant."""
    if facts.get(STRAIGHT_QUOTES) or STRAIGHT_SET.isdisjoint(block.text):
        return
    label, message = Message.of("quotes.straight.fix"), Message.of("quotes.straight")
    for at, reading in parse_quotations(block.text).readings:
        char = block.text[at]
        right = curly_mark(char, reading)
        if right == char:
            continue
        fix = Fix(label, (replace_text(block, at, at + 1, right),), Safety.REVIEW, slot=1)
        place = Place.at(block.id, at, at + 1)
        yield Finding(STRAIGHT.id, place, char, message, Severity.INFO, key="straight", fixes=(fix,), score=0.95)


def find_other_style(block: Block, facts: Facts) -> Iterator[Finding]:
    """Speech in the marks that the article keeps for quotations inside quotations; the place is the opening mark."""
    style = facts.get(QUOTE_STYLE)
    if not style:
        return
    parsed = parse_quotations(block.text)
    wrong = {at for fault in parsed.faults for at in (fault.at, fault.partner)}
    for quotation in parsed.quotations:
        if quotation.level == style or quotation.depth or quotation.start in wrong:
            continue
        if not _is_speech(block.text, quotation):
            continue
        changes = tuple(_turned(block, quotation, parsed, style))
        fix = Fix(Message.of(f"quotes.style.fix.{style}"), changes, Safety.REVIEW, slot=1)
        start = quotation.start
        place, message = Place.at(block.id, start, start + 1), Message.of(f"quotes.style.{style}")
        yield Finding(
            STYLE.id, place, block.text[start], message, Severity.WARNING, key="style", fixes=(fix,), score=0.85
        )


def _is_speech(text: str, quotation: Quotation) -> bool:
    """Whether what is quoted was said by somebody, and is not a title or a few words held at a distance."""
    inner = text[quotation.start + 1 : quotation.end - 1].strip()
    if count_words(inner) < _SPEECH_WORDS or inner[-1] not in _STOPS or not inner[0].isupper():
        return False
    before, after = text[: quotation.start].rstrip(), text[quotation.end : quotation.end + _REACH]
    if inner[-1] == "," or _TWO_SENTENCES.search(inner) or before.endswith((":", ",")):
        return True
    if not before and not after.strip():
        return True
    return bool(_SAYS_BEFORE.search(before[-_REACH:]) or _SAYS_AFTER.match(after))


def _turned(block: Block, quotation: Quotation, parsed: Parsed, style: str) -> Iterator[Change]:
    """The marks of a quotation and of those inside it, each turned into the other kind; from the end to the start."""
    marks: list[tuple[int, str]] = []
    for other in parsed.quotations:
        if not (quotation.start <= other.start and other.end <= quotation.end):
            continue
        level = style if (other.depth - quotation.depth) % 2 == 0 else _OTHER[style]
        for at, curly in zip((other.start, other.end - 1), _CURLY[level], strict=True):
            marks.append((at, _STRAIGHT[level] if block.text[at] in STRAIGHT_MARKS else curly))
    for at, mark in sorted(marks, reverse=True):
        if block.text[at] != mark:
            yield replace_text(block, at, at + 1, mark)


STRAIGHT_CHECK = BlockCheck(STRAIGHT, find_straight)
STYLE_CHECK = BlockCheck(STYLE, find_other_style)
STYLE_PROVIDER = Provider(QUOTE_STYLE, survey_style)
STRAIGHT_PROVIDER = Provider(STRAIGHT_QUOTES, survey_straightness)
