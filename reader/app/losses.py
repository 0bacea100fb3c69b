"""Which words changes take from an article altogether: what no bulk act and no unattended run may do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.core.applying import apply_changes
from reader.core.article import Article
from reader.core.changes import Change, RemoveBlock, ReplaceText
from reader.text.words import find_words


def words_lost(article: Article, changes: Sequence[Change]) -> tuple[str, ...]:
    """The words that removals among the changes take away and that then stand nowhere in the article, in order."""
    return _gone(article, changes, (c.old for c in changes if isinstance(c, ReplaceText) and not c.new.strip()))


def words_dropped(article: Article, changes: Sequence[Change]) -> tuple[str, ...]:
    """The same, counting also the words that a rewritten text does not have any more: what a merge leaves behind."""
    return _gone(article, changes, (c.old for c in changes if isinstance(c, ReplaceText)))


def _gone(article: Article, changes: Sequence[Change], replaced: Iterable[str]) -> tuple[str, ...]:
    texts = [*(change.block.text for change in changes if isinstance(change, RemoveBlock)), *replaced]
    removed: dict[str, str] = {}
    for text in texts:
        for word in find_words(text):
            removed.setdefault(word.folded, word.text)
    if not removed:
        return ()
    after = apply_changes(article, changes).article
    left = {word.folded for block in after.blocks for word in find_words(block.text)}
    return tuple(word for folded, word in removed.items() if folded not in left)
