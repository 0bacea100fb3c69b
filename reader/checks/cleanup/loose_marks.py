"""Marks without a partner: those that neither open nor close anything, and quotations that are never closed.

Looks at the whole article, for a quotation may run over several paragraphs: an opening mark in each and a closing one
in the last alone is no fault, and a closing mark that stands alone may end what an earlier paragraph began.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from reader.checks.facts import Facts
from reader.checks.kinds import ArticleCheck
from reader.core.article import Article, Block, Role
from reader.core.editing import replace_text
from reader.core.findings import Finding, Severity
from reader.core.fixes import Fix, Safety
from reader.core.messages import Message
from reader.core.rules import Example, Family, Rule, Unit
from reader.core.spans import Place
from reader.text.quotation_flow import Flow, LooseEnd, follow_quotations
from reader.text.quotation_marks import STRAY_BETWEEN_BLANKS, Reading, read_marks
from reader.text.quotations import FaultKind, closer_of, opener_of, parse_quotations
from reader.text.sentences import find_sentences

STRAY = Rule(
    "quotes.stray",
    Family.CLEANUP,
    Unit.ARTICLE,
    version=2,
    examples=(
        Example("The army was “not ready.” ‘ for the winter.", "The army was “not ready.” for the winter."),
        Example("It was a long ” winter.", "It was a long winter."),
        Example("The mayor ‘ said so.", "The mayor said so."),
        Example("They left ’ at noon.", "They left at noon."),
        Example("“There is so much,” she said. “", "“There is so much,” she said."),
        Example("Nobody came.”", "“Nobody came.”"),
        Example("“Yes,” he said. Nobody came.”", "“Yes,” he said. “Nobody came.”"),
    ),
    fine=(
        "The army was “not ready” for the winter.",
        "The Russians’ departure was sudden.",
        "He stood 6'2\" tall.",
        "Rock ’n’ roll never dies.",
        "She said, “Yes,” and then, “No.”",
        "O‘ahu is an island, Ha’aretz a newspaper.",
        "‘The boys’ school is shut,’ he said.",
        "“The river was empty.\n\n“By noon we had left,” he said.",
    ),
)

UNCLOSED = Rule(
    "quotes.unclosed",
    Family.CLEANUP,
    Unit.ARTICLE,
    safety=Safety.SHOW,
    examples=(
        Example("“I missed you.\n\nShe went home.", "“I missed you.”\n\nShe went home."),
        Example("He said, “I missed you.", "He said, “I missed you.”"),
        Example("“I came. “I saw,” he said.", "“I came.” “I saw,” he said."),
        Example("“She told me, ‘Run.” Then she left.", "“She told me, ‘Run.’” Then she left."),
        Example(
            "“The river was empty.\n\nBy noon we had left,” he said.",
            "“The river was empty.\n\n“By noon we had left,” he said.",
        ),
        Example('"I missed you.\n\nShe went home.', '"I missed you."\n\nShe went home.'),
    ),
    fine=(
        "“The river was empty.\n\n“By noon we had left,” he said.",
        "“The river was empty.\n\nMen wait by the river\n\n“By noon we had left,” he said.",
        "“She said, ‘The river was empty.\n\n“‘By noon we had left.’”",
        "“I missed you,” she said.",
        "Rock ’n’ roll in the ’90s was the boys’ life.",
        "‘Tis the season, and she stood 5'2\" tall.",
        "“One.\n\n“Two.\n\n“Three.”",
    ),
)

_RUNNING = frozenset({Role.PARAGRAPH, Role.QUOTE, Role.LIST_ITEM, Role.STANDFIRST})
_CONTEXT_WORDS = 4


def find_stray(article: Article, facts: Facts) -> Iterator[Finding]:
    """Marks that neither open nor close a quotation."""
    del facts
    for blocks, flow in _follow(article):
        for index, block in enumerate(blocks):
            for fault in parse_quotations(block.text).wrong(FaultKind.STRAY):
                if (index, fault.at) not in flow.continued:
                    yield _make_stray(block, fault.at)


def find_unclosed(article: Article, facts: Facts) -> Iterator[Finding]:
    """Quotations that are opened and never closed."""
    del facts
    for blocks, flow in _follow(article):
        for loose in flow.loose:
            yield _make_unclosed(blocks, loose)


def _follow(article: Article) -> Iterator[tuple[list[Block], Flow]]:
    """The runs of paragraphs that follow one another, with their loose ends; other blocks each by itself."""
    running = [block for block in article.blocks if block.role in _RUNNING]
    for _, group in groupby(running, key=lambda block: block.container):
        blocks = list(group)
        yield blocks, follow_quotations([block.text for block in blocks])
    for block in article.blocks:
        if block.role not in _RUNNING and block.role is not Role.EMBED:
            yield [block], follow_quotations([block.text])


def _make_stray(block: Block, at: int) -> Finding:
    text, mark = block.text, block.text[at]
    inside = bool(text[:at].strip() and text[at + 1 :].strip())
    alone = inside and any(
        found.at == at and (Reading.STRAY, STRAY_BETWEEN_BLANKS) in found.choices for found in read_marks(text)
    )
    start, end = with_doubled_blank(text, at, at + 1)
    label = Message.of("quotes.stray.fix", mark=mark)
    remove = Fix(
        label, (replace_text(block, start, end, ""),), Safety.REVIEW if alone else Safety.SHOW, slot=1 if alone else 3
    )
    opening = None if alone else _open_before(block, at)
    fixes = (remove,) if opening is None else (opening, remove)
    message = Message.of("quotes.stray", mark=mark)
    place = Place.at(block.id, at, at + 1)
    score = 0.95 if alone else 0.85
    return Finding(STRAY.id, place, mark, message, Severity.ERROR, fixes=fixes, score=score)


def _open_before(block: Block, at: int) -> Fix | None:
    """Open the quotation that the stray mark closes, at the first sentence behind the quotation before it."""
    if not any(found.at == at and found.closing for found in read_marks(block.text)):
        return None
    parsed = parse_quotations(block.text)
    behind = max((quotation.end for quotation in parsed.quotations if quotation.end <= at), default=0)
    start = next((span.start for span in find_sentences(block.text) if behind <= span.start < at), None)
    if start is None:
        return None
    mark = opener_of(block.text[at])
    label = Message.of("quotes.stray.open", mark=mark)
    effect = Message.of("quotes.reads", words=f"{mark}{_first_words(block.text[start:at])} …")
    return Fix(label, (replace_text(block, start, start, mark),), Safety.SHOW, effect, slot=2)


def _make_unclosed(blocks: list[Block], loose: LooseEnd) -> Finding:
    block = blocks[loose.index]
    mark = block.text[loose.at]
    remove = Fix(
        Message.of("quotes.stray.fix", mark=mark),
        (replace_text(block, loose.at, loose.at + 1, ""),),
        Safety.SHOW,
        slot=3,
    )
    if loose.closed_in >= 0:
        behind = blocks[loose.index + 1 : loose.closed_in + 1]
        openers = tuple(replace_text(one, _indent(one.text), _indent(one.text), mark) for one in behind)
        start, end = with_doubled_blank(block.text, loose.at, loose.at + 1)
        changes = (*openers, replace_text(block, start, end, "")) if loose.left_behind else openers
        mend = Fix(Message.of("quotes.unclosed.open_next", mark=mark), changes, Safety.SHOW, slot=2)
        message = Message.of("quotes.unclosed.goes_on", mark=mark)
    else:
        closer, at = closer_of(mark), _find_end(block.text, loose.at)
        effect = Message.of("quotes.reads", words=f"… {_last_words(block.text[loose.at : at])}{closer}")
        change = replace_text(block, at, at, closer)
        mend = Fix(Message.of("quotes.unclosed.close", mark=closer), (change,), Safety.SHOW, effect, slot=2)
        message = Message.of("quotes.unclosed", mark=mark)
    place = Place.at(block.id, loose.at, loose.at + 1)
    return Finding(UNCLOSED.id, place, mark, message, Severity.QUERY, fixes=(mend, remove), score=0.8)


def _find_end(text: str, at: int) -> int:
    """Where the quotation opened at an offset most likely ends: before what is opened or closed next around it."""
    parsed = parse_quotations(text)
    ends = [quotation.end - 1 for quotation in parsed.quotations if quotation.start < at < quotation.end]
    same_level = {fault.at for fault in parsed.wrong(FaultKind.UNCLOSED)}
    if at in same_level:
        level = next(mark.level for mark in read_marks(text) if mark.at == at)
        ends.extend(q.start for q in parsed.quotations if q.start > at and q.level == level)
    end = min(ends, default=len(text))
    return at + 1 + len(text[at + 1 : end].rstrip())


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _first_words(text: str) -> str:
    return " ".join(text.split()[:_CONTEXT_WORDS])


def _last_words(text: str) -> str:
    return " ".join(text.split()[-_CONTEXT_WORDS:])


def with_doubled_blank(text: str, start: int, end: int) -> tuple[int, int]:
    """The range together with one of the two blanks that would meet if it were cut."""
    left = start > 0 and text[start - 1].isspace()
    right = end < len(text) and text[end].isspace()
    if left and (right or end == len(text)):
        return start - 1, end
    if right and start == 0:
        return start, end + 1
    return start, end


STRAY_CHECK = ArticleCheck(STRAY, find_stray)
UNCLOSED_CHECK = ArticleCheck(UNCLOSED, find_unclosed)
