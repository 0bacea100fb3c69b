"""Where something stands: spans inside a block, places inside an article, passages over several blocks.

All offsets are code points, half-open, relative to their block: an edit in another block never moves them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points; `ValueError` where it would run backwards."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if self.start < 0 or self.start > self.end:
            raise ValueError(f"a span cannot run from {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        # An empty span is a place all the same: `place.span or …` must not take it for none.
        return True

    def shifted(self, by: int) -> Span:
        """The same range `by` code points further on."""
        return Span(self.start + by, self.end + by)

    def contains(self, other: Span) -> bool:
        """Whether every code point of `other` lies in this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def touches(self, other: Span) -> bool:
        """Whether the two overlap or stand directly beside each other."""
        return self.start <= other.end and other.start <= self.end


@dataclass(frozen=True, slots=True)
class Place:
    """A span of one block, or the whole block where `span` is None."""

    block: int
    span: Span | None = None

    @classmethod
    def at(cls, block: int, start: int, end: int) -> Place:
        """The place from `start` to `end` in a block."""
        return cls(block, Span(start, end))


@dataclass(frozen=True, slots=True)
class Passage:
    """Consecutive places of one article: what copies of a duplicate and related passages are made of.

    `article` is the key of another article, or empty for the one in hand.
    """

    places: tuple[Place, ...]
    article: str = ""

    def __post_init__(self) -> None:
        if not self.places:
            raise ValueError("a passage has at least one place")

    @classmethod
    def of(cls, place: Place) -> Passage:
        """The passage that is this one place."""
        return cls((place,))
