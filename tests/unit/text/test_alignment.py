"""Words of two rows are aligned as a reader sees them."""

from __future__ import annotations

from reader.text.alignment import Gap, Run, align_words


def test_equal_rows_are_one_run() -> None:
    alignment = align_words("the old bridge".split(), "the old bridge".split())
    assert alignment.runs == (Run(0, 0, 3),)
    assert not alignment.gaps
    assert not alignment.moved


def test_a_swapped_word_is_a_gap_between_two_runs() -> None:
    alignment = align_words("a typical maternal manner she said".split(), "a typical maternal way she said".split())
    assert alignment.runs == (Run(0, 0, 3), Run(4, 4, 2))
    assert alignment.gaps == (Gap(3, 4, 3, 4),)


def test_a_phrase_that_moved_is_found_and_lies_in_gaps() -> None:
    left = "a lot of soup a main course for him and bread".split()
    right = "a lot of soup for him a main course and bread".split()
    alignment = align_words(left, right)
    assert [(left[run.left : run.left + run.size]) for run in alignment.moved] == [["for", "him"]]
    assert {(left[i], right[j]) for i, j in alignment.pairs()} == {(word, word) for word in left}


def test_a_light_word_alone_between_gaps_is_no_anchor() -> None:
    left = "mayors the rain".split()
    right = "doctors the sun".split()
    assert align_words(left, right, [1.0, 0.15, 1.0]).runs == ()
    assert align_words(left, right).runs == (Run(1, 1, 1),)


def test_a_light_word_alone_has_not_moved() -> None:
    alignment = align_words("the rain fell".split(), "fell hard the".split(), [0.15, 1.0, 1.0])
    assert all("the rain fell".split()[run.left] != "the" for run in alignment.moved)


def test_rows_without_words_align() -> None:
    assert align_words([], []).gaps == ()
    assert align_words([], ["word"]).gaps == (Gap(0, 0, 0, 1),)


def test_no_word_is_used_twice() -> None:
    alignment = align_words("go go go stop".split(), "stop go stop go go go".split())
    pairs = list(alignment.pairs())
    assert len({i for i, _ in pairs}) == len(pairs) == len({j for _, j in pairs})


def test_a_single_word_far_from_all_that_is_shared_is_chance() -> None:
    left = "he stood a minute in silence before he thanked the men for their victory".split()
    right = (
        "he stood a minute in silence while the flag rose amid hopes that a victory over all of them is near".split()
    )
    assert "victory" not in {left[i] for run in align_words(left, right).runs for i, _ in run.pairs()}
