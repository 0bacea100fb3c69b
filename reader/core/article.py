"""The article as a value: blocks with roles and marks, metadata, and where it came from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from reader.core.spans import Place, Span


class Role(StrEnum):
    """What a block is in its story (the words of the desk)."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    CROSSHEAD = "crosshead"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    CAPTION = "caption"
    CREDIT = "credit"
    LIST_ITEM = "list item"
    BOILERPLATE = "boilerplate"
    EMBED = "embed"


class MarkKind(StrEnum):
    """How characters are set off; a link's value is its address."""

    BOLD = "bold"
    ITALIC = "italic"
    UNDERLINE = "underline"
    LINK = "link"


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A mark over a span of its block's text."""

    span: Span
    kind: MarkKind
    value: str = ""


class ContainerKind(StrEnum):
    """What a block stands in."""

    STORY = "story"
    CELL = "cell"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Container:
    """The story, or one table cell (path: table, row, column), or one note (path: number)."""

    kind: ContainerKind = ContainerKind.STORY
    path: tuple[int, ...] = ()

    @property
    def group(self) -> tuple[ContainerKind, int]:
        """What no other block may come between: one table, one note; the story is one group."""
        return (self.kind, self.path[0] if self.path else 0)


STORY = Container()


@dataclass(frozen=True, slots=True)
class Origin:
    """What the opened file held here.

    `number`: the ¶ number of the opened article, 0 for a block made later. `start`: code points into the decoded
    file (-1 where the format has no such offset). `line_ends`: the stored line end for each U+2028 in the text,
    in order. `after`: the line ends and blank lines that followed the block; `before`: those before the first one.
    """

    number: int = 0
    start: int = -1
    line_ends: tuple[str, ...] = ()
    after: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph-like piece of an article; its text keeps to the alphabet of `text.alphabet`."""

    id: int
    text: str
    role: Role = Role.PARAGRAPH
    level: int = 0
    marks: tuple[Mark, ...] = ()
    language: str = ""
    container: Container = STORY
    editable: bool = True
    origin: Origin = Origin()


@dataclass(frozen=True, slots=True)
class Meta:
    """What is known about the article as a whole; empty where unknown."""

    title: str = ""
    byline: str = ""
    date: str = ""
    language: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """The file or clipboard that the article was read from; `digest` is the SHA-256 of its bytes in hex."""

    name: str = ""
    format: str = "txt"
    digest: str = ""
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """At least one block, with metadata and source; `ValueError` where there is none or an id stands twice."""

    blocks: tuple[Block, ...]
    meta: Meta = Meta()
    source: Source = Source()
    _positions: dict[int, int] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        if not self.blocks:
            raise ValueError("an article has at least one block")
        if not self._positions:
            self._positions.update((block.id, n) for n, block in enumerate(self.blocks))
            if len(self._positions) != len(self.blocks):
                raise ValueError("a block id stands twice in the article")

    @classmethod
    def of(cls, *texts: str, role: Role = Role.PARAGRAPH) -> Article:
        """An article of plain blocks with ids and ¶ numbers from 1: for samples, examples and tests."""
        return cls(tuple(Block(n, text, role, origin=Origin(n)) for n, text in enumerate(texts, 1)))

    def __contains__(self, block_id: int) -> bool:
        return block_id in self._positions

    def position(self, block_id: int) -> int:
        """The index of a block in `blocks`; `KeyError` where the article has no such block."""
        return self._positions[block_id]

    def block(self, block_id: int) -> Block:
        """The block with this id; `KeyError` where the article has none."""
        return self.blocks[self._positions[block_id]]

    def text_at(self, place: Place) -> str:
        """The text that stands at a place; `KeyError` or `IndexError` where there is no such place."""
        text = self.block(place.block).text
        if place.span is None:
            return text
        if place.span.end > len(text):
            raise IndexError(f"block {place.block} has {len(text)} code points, not {place.span.end}")
        return text[place.span.start : place.span.end]

    def with_block(self, block: Block) -> Article:
        """The article with the block of the same id replaced; costs one copy of the tuple of references."""
        n = self._positions[block.id]
        blocks = (*self.blocks[:n], block, *self.blocks[n + 1 :])
        return Article(blocks, self.meta, self.source, self._positions)

    def with_blocks(self, blocks: Iterable[Block]) -> Article:
        """The article made of other blocks."""
        return Article(tuple(blocks), self.meta, self.source)

    def with_meta(self, meta: Meta) -> Article:
        """The article with other metadata."""
        return replace(self, meta=meta, _positions=self._positions)

    def number_of(self, block_id: int) -> int:
        """The ¶ number of the opened article for a block; for one made later, that of the nearest block before it."""
        for n in range(self._positions[block_id], -1, -1):
            if self.blocks[n].origin.number:
                return self.blocks[n].origin.number
        return 0

    def highest_id(self) -> int:
        """The highest block id in use."""
        return max(self._positions)
