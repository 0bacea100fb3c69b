"""Which words changes take from an article altogether: what no bulk act and no unattended run may do."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from reader.core.applying import apply_changes
from reader.core.article import Article
from reader.core.changes import Change, RemoveBlock, ReplaceText
from reader.core.spans import Place, Span
from reader.text.words import find_words


def words_lost(article: Article, changes: Sequence[Change]) -> tuple[str, ...]:
    """The words that removals among the changes take away and that then stand nowhere in the article, in order."""
    texts = [change.block.text for change in changes if isinstance(change, RemoveBlock)]
    texts += [change.old for change in changes if isinstance(change, ReplaceText) and not change.new.strip()]
    if not texts:
        return ()
    after = apply_changes(article, changes).article
    return words_without(texts, words_outside(after, ()))


def words_outside(article: Article, places: Iterable[Place]) -> frozenset[str]:
    """The folded words that stand anywhere but at these places."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for place in places:
        span = place.span or Span(0, len(article.block(place.block).text))
        spans.setdefault(place.block, []).append((span.start, span.end))
    return frozenset(
        word.folded
        for block in article.blocks
        for word in find_words(block.text)
        if not any(low <= word.start and word.end <= high for low, high in spans.get(block.id, ()))
    )


def words_without(texts: Iterable[str], remaining: Container[str]) -> tuple[str, ...]:
    """The words of some texts, as they stand, that are not among the remaining (folded) ones."""
    found: dict[str, str] = {}
    for text in texts:
        for word in find_words(text):
            found.setdefault(word.folded, word.text)
    return tuple(word for folded, word in found.items() if folded not in remaining)
