"""What one look at an article finds of repeats and captions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.checks.duplicates.provider import find_repeats
from reader.core.article import Article, Block, Container, ContainerKind, Role
from reader.core.duplicates import DuplicateKind, WordState
from reader.core.spans import Place

TOWER = "The clock on the tower of Saint Brannock stopped at noon when lightning struck the weathercock."
SEXTON = "The sexton, Amos Yelland, climbed the ninety steps to wind it up again by hand."
CHILDREN = "Children from the village school drew pictures of the storm and hung them in the porch."
BISHOP = "The bishop sent a letter in which he thanked everybody who had helped to save the roof."


def test_a_paragraph_pasted_twice_is_one_exact_copy_of_the_first() -> None:
    (group,) = find_repeats(Article.of(TOWER, SEXTON, TOWER)).groups
    assert group.reference.places == (Place(1),)
    assert [(copy.passage.places[0], copy.kind, copy.score) for copy in group.copies] == [
        (Place(3), DuplicateKind.EXACT, 1.0)
    ]


def test_a_full_stop_and_a_capital_are_no_difference() -> None:
    (group,) = find_repeats(Article.of(TOWER, SEXTON, TOWER.removesuffix(".").upper())).groups
    assert group.copies[0].kind is DuplicateKind.EXACT


def test_a_sentence_inside_a_paragraph_is_placed_exactly() -> None:
    article = Article.of(TOWER, f"{SEXTON} {TOWER}", BISHOP)
    (group,) = find_repeats(article).groups
    assert article.text_at(group.copies[0].passage.places[0]) == TOWER
    assert group.copies[0].passage.places[0].span is not None


def test_two_sentences_running_are_one_passage() -> None:
    article = Article.of(f"{TOWER} {SEXTON}", CHILDREN, f"{BISHOP} {TOWER} {SEXTON}")
    (group,) = find_repeats(article).groups
    assert article.text_at(group.copies[0].passage.places[0]) == f"{TOWER} {SEXTON}"


def test_words_that_differ_have_moved_and_are_added_are_told_apart() -> None:
    changed = (
        "At noon the clock on the tower of Saint Brannock halted when bright blue lightning struck the weathercock."
    )
    article = Article.of(TOWER, SEXTON, changed)
    (copy,) = find_repeats(article).groups[0].copies
    states = {changed[word.start : word.end]: word.state for word in copy.words}
    assert states["noon"] is WordState.MOVED
    assert states["halted"] is WordState.DIFFERS
    assert states["bright"] is WordState.ADDS
    assert ("stopped", "halted") in copy.changed
    assert copy.adds == ("bright blue",)
    assert copy.only_here == ("halted", "bright", "blue")


@pytest.mark.parametrize(
    ("old", "new"),
    [("ninety", "seventy"), ("Yelland", "Trevose")],
)
def test_a_figure_or_name_swapped_is_a_conflict(old: str, new: str) -> None:
    (group,) = find_repeats(Article.of(TOWER, SEXTON, CHILDREN, SEXTON.replace(old, new))).groups
    assert group.copies[0].kind is DuplicateKind.CONFLICT
    assert group.copies[0].clash == ((old, new),)


def test_a_denial_is_shown_with_what_it_denies() -> None:
    denied = BISHOP.replace("had helped", "had not helped")
    (group,) = find_repeats(Article.of(TOWER, BISHOP, SEXTON, CHILDREN, denied)).groups
    assert group.copies[0].kind is DuplicateKind.CONFLICT
    assert group.copies[0].clash == (("helped", "not helped"),)


def test_a_name_spelt_two_ways_is_no_conflict() -> None:
    (group,) = find_repeats(Article.of(TOWER, SEXTON, CHILDREN, SEXTON.replace("Yelland", "Yeland"))).groups
    assert group.copies[0].kind is DuplicateKind.NEAR


def test_copies_of_copies_hang_on_one_reference() -> None:
    near = TOWER.replace("noon", "midday")
    (group,) = find_repeats(Article.of(TOWER, SEXTON, near, CHILDREN, TOWER, BISHOP, near)).groups
    assert group.reference.places == (Place(1),)
    assert {copy.passage.places[0].block for copy in group.copies} == {3, 5, 7}


def test_the_copy_is_kept_rather_than_the_caption_before_it() -> None:
    article = Article.of(SEXTON, TOWER.removesuffix("."), CHILDREN, TOWER, BISHOP)
    repeats = find_repeats(article)
    assert repeats.groups[0].reference.places == (Place(4),)
    assert [(guess.place.block, guess.repeats is not None) for guess in repeats.captions] == [(2, True)]


def test_two_cuts_together_lose_no_word() -> None:
    extra = TOWER.replace("lightning", "splendid lightning")
    repeats = find_repeats(Article.of(TOWER, SEXTON, extra, CHILDREN, extra))
    losing = [copy for group in repeats.groups for copy in group.copies if copy.only_here]
    assert [copy.only_here for copy in losing] == [("splendid",)]


@pytest.mark.parametrize(
    "role", [Role.QUOTE, Role.HEADLINE, Role.CROSSHEAD, Role.CAPTION, Role.CREDIT, Role.STANDFIRST]
)
def test_display_and_captions_in_their_place_may_repeat_the_copy(role: Role) -> None:
    article = Article.of(TOWER, SEXTON, TOWER)
    assert not find_repeats(article.with_block(replace(article.block(3), role=role))).groups


def test_table_cells_may_repeat_the_story() -> None:
    cell = Block(3, TOWER, container=Container(ContainerKind.CELL, (1, 1, 1)))
    assert not find_repeats(Article((*Article.of(TOWER, SEXTON).blocks, cell))).groups


@pytest.mark.parametrize("line", ["Image: Getty Images", "(Photo by Ada Quill/Getty Images)", "What we know so far"])
def test_credits_and_headings_may_stand_twice(line: str) -> None:
    assert not find_repeats(Article.of(TOWER, line, SEXTON, line, BISHOP)).groups


def test_a_label_of_a_picture_may_say_what_is_seen() -> None:
    caption = f"Picture: {SEXTON}"
    assert len(find_repeats(Article.of(TOWER, SEXTON, BISHOP, caption)).groups) == 1


def test_a_refrain_in_quotation_marks_may_stand_twice() -> None:
    first = "“Wind her up, wind her up, let the hours come round again,” sang the boys outside the porch."
    second = "By evening all had learnt it: “Wind her up, wind her up, let the hours come round again.”"
    assert not find_repeats(Article.of(TOWER, first, SEXTON, second)).groups


def test_a_verse_may_stand_twice() -> None:
    verse = "Wind her up and let her go\u2028over stubble, over snow\u2028let the hours come round again"
    assert not find_repeats(Article.of(TOWER, verse, SEXTON, verse)).groups


def test_ten_thousand_equal_lines_are_one_group() -> None:
    (group,) = find_repeats(Article.of(*["The same line."] * 10_000)).groups
    assert len(group.copies) == 9_999


@pytest.mark.parametrize(
    "texts",
    [("",), ("word",), ("—", "…", "!!!"), ("word " * 200_000,), ("Mr. " * 100_000,), (". " * 200_000,), ("x" * 10**6,)],
    ids=["empty", "one word", "no words", "one word again", "abbreviations", "stops", "one long word"],
)
def test_odd_texts_are_read_without_a_crash_or_a_stall(texts: tuple[str, ...]) -> None:
    find_repeats(Article.of(*texts))


def test_chinese_text_is_compared_by_characters() -> None:
    text = "今天的天气非常好，人们在湖边的公园里散步，孩子们在草地上玩耍。"
    (group,) = find_repeats(Article.of(text, "另外一段文字在这里，说的是完全不同的事情。", text)).groups
    assert group.copies[0].passage.places == (Place(3),)


def test_a_caption_without_a_twin_is_known_by_two_signs() -> None:
    caption = "Amos Yelland (left) and his grandson with the broken weathercock"
    guesses = find_repeats(Article.of(TOWER, SEXTON, caption, CHILDREN, BISHOP)).captions
    assert [(guess.place, guess.cues, guess.repeats) for guess in guesses] == [
        (Place(3), ("no final stop", "left or right"), None)
    ]


def test_a_missing_stop_is_no_sign_where_stops_are_rare() -> None:
    lines = [text.removesuffix(".") for text in (TOWER, SEXTON, CHILDREN, BISHOP)]
    assert not find_repeats(Article.of(*lines, "A heron stands on the tower and looks over the valley")).captions
