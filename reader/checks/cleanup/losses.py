"""Which words a cut takes from the article altogether."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.core.article import Article, Block
from reader.core.spans import Span
from reader.text.folding import fold_marks
from reader.text.words import find_words


@dataclass(slots=True)
class Losses:
    """Answers for one article; its text is folded once, and a block cut into words only where a word may stand."""

    article: Article
    _folded: list[str] = field(default_factory=list)
    _words: dict[int, frozenset[str]] = field(default_factory=dict)

    def find_lost_words(self, block: Block, span: Span) -> tuple[str, ...]:
        """The words of a span that stand nowhere else in the article, as they are written in it, each once."""
        if not self._folded:
            self._folded.extend(fold_marks(one.text).casefold() for one in self.article.blocks)
        words = {word.folded: word.text for word in find_words(block.text, span.start, span.end)}
        for rest in (block.text[: span.start], block.text[span.end :]):
            _take_out(words, frozenset(word.folded for word in find_words(rest)))
        for other, folded in zip(self.article.blocks, self._folded, strict=True):
            if not words:
                break
            if other.id != block.id and any(word in folded for word in words):
                _take_out(words, self._words_of(other))
        return tuple(words.values())

    def _words_of(self, block: Block) -> frozenset[str]:
        known = self._words.get(block.id)
        if known is None:
            known = self._words[block.id] = frozenset(word.folded for word in find_words(block.text))
        return known


def _take_out(words: dict[str, str], known: frozenset[str]) -> None:
    for word in known.intersection(words):
        del words[word]
