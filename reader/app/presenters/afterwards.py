"""How the copy reads after a choice, around the place in hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.app.messages.rendering import Renderer
from reader.app.presenters.places import paragraph_sign
from reader.core.applying import apply_changes
from reader.core.article import Article, Block
from reader.core.changes import ChangeRefused
from reader.core.fixes import Fix
from reader.core.spans import Place
from reader.text.words import count_words

_LONGEST_LINE = 420


@dataclass(frozen=True, slots=True)
class AfterwardsLine:
    """One line of how it reads afterwards; `cut` lines name what is gone."""

    text: str
    cut: bool = False


def present_afterwards(article: Article, fix: Fix, place: Place, render: Renderer) -> tuple[AfterwardsLine, ...]:
    """The paragraphs around a place after a fix; neighbours that are cut fold into one line. Empty where it is none."""
    try:
        after = apply_changes(article, fix.changes).article
    except ChangeRefused:
        return ()
    here = article.position(place.block)
    low = _first_kept(article, after, here, -1)
    high = _first_kept(article, after, here, 1)
    return tuple(_lines(article, after, article.blocks[max(low, 0) : high + 1], render))


def _first_kept(article: Article, after: Article, here: int, step: int) -> int:
    """The position of the nearest block beside that stays where it is."""
    at = here + step
    while 0 <= at < len(article.blocks) and _is_gone(article, after, article.blocks[at]):
        at += step
    return at


def _is_gone(article: Article, after: Article, block: Block) -> bool:
    return block.id not in after or _goes_to_the_end(article, after, block)


def _goes_to_the_end(article: Article, after: Article, block: Block) -> bool:
    behind = len(after.blocks) - after.position(block.id)
    return behind < len(article.blocks) - article.position(block.id) and block.role is not after.block(block.id).role


def _lines(article: Article, after: Article, blocks: Sequence[Block], render: Renderer) -> Iterator[AfterwardsLine]:
    cut: list[Block] = []
    for block in blocks:
        if block.id not in after:
            cut.append(block)
            continue
        if cut:
            yield _say_cut(article, cut, render)
            cut = []
        if _goes_to_the_end(article, after, block):
            sign = paragraph_sign(article, block.id)
            yield AfterwardsLine(render.text("compare.moved_to_end", place=sign), cut=True)
        else:
            yield AfterwardsLine(_shorten(after.block(block.id).text))
    if cut:
        yield _say_cut(article, cut, render)


def _say_cut(article: Article, cut: Sequence[Block], render: Renderer) -> AfterwardsLine:
    words = sum(count_words(block.text) for block in cut)
    first, last = (paragraph_sign(article, block.id) for block in (cut[0], cut[-1]))
    place = first if first == last else f"{first}–{last.removeprefix('¶')}"
    return AfterwardsLine(render.text("compare.cut", place=place, count=words), cut=True)


def _shorten(text: str) -> str:
    """The beginning and the end of a long paragraph: the seam is at one of them, or in between."""
    if len(text) <= _LONGEST_LINE:
        return text
    half = _LONGEST_LINE // 2
    return f"{text[:half].rpartition(' ')[0]} … {text[-half:].partition(' ')[2]}"
