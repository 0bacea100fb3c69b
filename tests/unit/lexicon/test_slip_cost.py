"""The price of slips."""

from __future__ import annotations

import pytest

from reader.lexicon.slip_cost import keys_beside, slip_cost


def test_equal_words_cost_nothing() -> None:
    assert slip_cost("village", "village") == 0


@pytest.mark.parametrize(
    ("likely", "unlikely", "meant"),
    [
        ("recieve", "reqeive", "receive"),  # exchanged before replaced
        ("seperate", "seqarate", "separate"),  # vowel for vowel before any letter
        ("acommodate", "accommoate", "accommodate"),  # a doubled letter before any letter left out
        ("villahe", "villaxe", "village"),  # the key beside before a far one
        ("dont", "do't", "don't"),  # the apostrophe before a letter
        ("villave", "billage", "village"),  # the middle before the first letter
    ],
)
def test_what_is_often_done_costs_less(likely: str, unlikely: str, meant: str) -> None:
    assert slip_cost(likely, meant) < slip_cost(unlikely, meant)


def test_neighbouring_keys_are_neighbours_both_ways() -> None:
    assert ("g", "h") in keys_beside()
    assert ("q", "p") not in keys_beside()
    assert all((b, a) in keys_beside() for a, b in keys_beside())
