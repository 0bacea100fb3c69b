"""Facts that disagree in the same slot are clashes; other words, spellings and round figures are not."""

from __future__ import annotations

import pytest

from reader.checks.duplicates.clashes import find_clashes
from reader.checks.duplicates.units import units_of_text
from reader.text.alignment import align_words


def clashes(left: str, right: str) -> list[tuple[str, str]]:
    (one,), (other,) = units_of_text(left), units_of_text(right)
    alignment = align_words(one.keys, other.keys, one.weights)
    return [(one.words[i], other.words[j]) for i, j in find_clashes(one, other, alignment)]


FRAME = "The storm killed {} people in the harbour of {} on {} before the boats came in."


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        (("12", "Velm", "Monday"), ("21", "Velm", "Monday"), [("12", "21")]),
        (("twelve", "Velm", "Monday"), ("fourteen", "Velm", "Monday"), [("twelve", "fourteen")]),
        (("12", "Velm", "Monday"), ("12", "Velm", "Thursday"), [("Monday", "Thursday")]),
        (("12", "Velm", "Monday"), ("12", "Orsk", "Monday"), [("Velm", "Orsk")]),
        (("12", "Velm", "3 May"), ("12", "Velm", "3 June"), [("May", "June")]),
        (("1,250", "Velm", "Monday"), ("1,520", "Velm", "Monday"), [("1,250", "1,520")]),
    ],
)
def test_other_facts_in_the_same_slot_clash(
    left: tuple[str, ...], right: tuple[str, ...], found: list[tuple[str, str]]
) -> None:
    assert clashes(FRAME.format(*left), FRAME.format(*right)) == found


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("twelve", "Velm", "Monday"), ("12", "Velm", "Monday")),
        (("12", "Kiev", "Monday"), ("12", "Kyiv", "Monday")),
        (("about 1,200", "Velm", "Monday"), ("1,187", "Velm", "Monday")),
        (("over 1 million", "Velm", "Monday"), ("1,148,000", "Velm", "Monday")),
        (("12", "Velm", "Monday"), ("12", "the old town", "Monday")),
        (("12", "Velm", "Monday"), ("12", "Port Velm", "Monday")),
        (("12", "Mayor Calder", "Monday"), ("12", "Ines Calder", "Monday")),
    ],
)
def test_the_same_fact_said_otherwise_does_not_clash(left: tuple[str, ...], right: tuple[str, ...]) -> None:
    assert clashes(FRAME.format(*left), FRAME.format(*right)) == []


def test_exact_figures_are_not_taken_for_round_ones() -> None:
    assert clashes(FRAME.format("40", "Velm", "Monday"), FRAME.format("38", "Velm", "Monday")) == [("40", "38")]


def test_a_name_that_stands_elsewhere_too_clashes_where_it_took_anothers_place() -> None:
    left = "They said that Velm had gained from the new road and that Orsk had lost a market."
    right = "They said that Holt had gained from the new road and that Velm had lost a market."
    assert clashes(left, right) == [("Velm", "Holt"), ("Orsk", "Velm")]
    assert (
        clashes(
            "The bell was cast for Velm, Orsk and Holt by one founder.", "The bell was cast for Holt, Orsk and Velm."
        )
        == []
    )


SALE = "The council said on Friday that it {} the old bridge to the railway company."


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        ("would sell", "would not sell", [("sell", "not")]),
        ("never sold", "sold", [("never", "sold")]),
        ("will sell", "won't sell", [("will", "won't")]),
        ("sold", "bought", [("sold", "bought")]),
    ],
)
def test_a_denial_and_an_opposite_clash(left: str, right: str, found: list[tuple[str, str]]) -> None:
    assert clashes(SALE.format(left), SALE.format(right)) == found


@pytest.mark.parametrize(
    ("left", "right"),
    [("would sell", "would not only sell"), ("would sell", "did not want to give away"), ("sold", "has sold")],
)
def test_other_words_around_a_not_do_not_clash(left: str, right: str) -> None:
    assert clashes(SALE.format(left), SALE.format(right)) == []


def test_ordinals_clash() -> None:
    frame = "It was the {} time that the river had reached the mark on the quay."
    assert clashes(frame.format("second"), frame.format("third")) == [("second", "third")]


def test_names_that_only_begin_alike_clash() -> None:
    frame = "The new head of the ward is {}, who came from the hospital in Velm."
    assert clashes(frame.format("Annegret Sommerkamp"), frame.format("Annegret Sommerfeld")) == [
        ("Sommerkamp", "Sommerfeld")
    ]


def test_two_facts_that_change_together_clash_both() -> None:
    frame = "A packet boat for passengers ran between {} and {} from {} to {}; the fare was two shillings."
    assert clashes(frame.format("Holt", "Velm", "1809", "1846"), frame.format("Orsk", "Carn", "1811", "1853")) == [
        ("1809", "1811"),
        ("1846", "1853"),
        ("Holt", "Orsk"),
        ("Velm", "Carn"),
    ]


def test_a_figure_that_stands_elsewhere_too_clashes_where_it_took_anothers_place() -> None:
    frame = "Curing takes {} hours for most brands and {} for some of the cheap ones."
    assert clashes(frame.format("24", "48"), frame.format("26", "24")) == [("24", "26"), ("48", "24")]


def test_as_many_denials_do_not_clash() -> None:
    frame = "The authority had {} of the three offers that the firms had made for new pumps."
    assert clashes(frame.format("not replied to any"), frame.format("replied to none")) == []


def test_a_name_in_anothers_place_clashes_though_it_stands_in_both() -> None:
    frame = (
        "A war goes on in southern {}, along with one in the new state of Orsk, which {} has been suspected of feeding."
    )
    assert clashes(frame.format("Velm", "Velm"), frame.format("Velm", "Carn")) == [("Velm", "Carn")]
