"""When two words can be two spellings of one name."""

from __future__ import annotations

import pytest

from reader.checks.names.closeness import Closeness, close_pairs, closeness, sound_of


@pytest.mark.parametrize(
    ("one", "other"),
    [("mahmud", "mahmoud"), ("zelensky", "zelenskiy"), ("ekaterina", "yekaterina"), ("kadyrov", "kadirov"),
     ("abdelmajid", "abdelmadjid"), ("mohamed", "mohammed"), ("prigozhin", "prigojin")],
)  # fmt: skip
def test_two_transliterations_sound_the_same(one: str, other: str) -> None:
    assert closeness(one, other) is Closeness.SOUND
    assert sound_of(one) == sound_of(other)


@pytest.mark.parametrize(
    ("one", "other"), [("marchetti", "marcheti"), ("villarruel", "villarroel"), ("smith", "smiht")]
)
def test_one_letter_is_a_slip_or_a_doubled_sound(one: str, other: str) -> None:
    assert closeness(one, other) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("vladimir", "volodymyr"),
        ("chonhar", "honchar"),
        ("lysychansk", "luhansk"),
        ("russia", "russian"),
        ("solovyov", "solovyova"),
        ("mario", "maria"),
        ("roberts", "robert"),
        ("anna", "anna"),
        ("ann", "anm"),
        ("zambia", "gambia"),
    ],
)
def test_two_names_are_not_close(one: str, other: str) -> None:
    assert closeness(one, other) is None


def test_pairs_are_named_once_in_order() -> None:
    words = frozenset({"mahmoud", "mahmud", "oslo", "bergen"})
    assert close_pairs(words) == (("mahmoud", "mahmud", Closeness.SOUND),)
