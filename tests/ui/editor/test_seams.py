"""The margin says where paragraphs of the opened article were cut."""

from __future__ import annotations

from reader.core.applying import apply_changes
from reader.core.article import Article
from reader.core.changes import RemoveBlock
from reader.core.editing import keep_as_caption, split_block
from reader.ui.editor.margin import find_seams

ARTICLE = Article.of("1", "2", "3", "4", "5", "6")


def without(*numbers: int) -> Article:
    return apply_changes(ARTICLE, [RemoveBlock(ARTICLE.block(n)) for n in numbers]).article


def test_cut_paragraphs_are_named_before_the_next_one() -> None:
    assert find_seams(ARTICLE) == {}
    assert find_seams(without(2)) == {3: "¶2"}
    assert find_seams(without(2, 3, 5)) == {4: "¶2–3", 6: "¶5"}


def test_what_moved_to_the_end_is_not_cut() -> None:
    moved = apply_changes(ARTICLE, keep_as_caption(ARTICLE.block(2))).article
    assert find_seams(moved) == {}


def test_a_new_paragraph_has_no_number_and_opens_no_seam() -> None:
    split = apply_changes(ARTICLE, [split_block(ARTICLE.block(3), 1, 9)]).article
    assert find_seams(split) == {}
