"""The tables of place names: sound as data, and looked up without regard to capitals and accents."""

from __future__ import annotations

import pytest

from reader.lexicon.place_names import (
    Reason,
    find_place,
    fold_phrase,
    fold_place,
    is_people,
    place_variants,
)


def test_the_table_holds_at_least_forty_names_with_a_source_each() -> None:
    variants = place_variants().values()
    assert len({variant.preferred for variant in variants}) >= 40
    assert all(variant.source for variant in variants)


def test_no_form_is_a_preferred_name_too() -> None:
    preferred = {fold_phrase(variant.preferred) for variant in place_variants().values()}
    assert not preferred & place_variants().keys()


def test_every_exception_holds_a_form_of_its_entry() -> None:
    forms: dict[str, list[tuple[str, ...]]] = {}
    for words, variant in place_variants().items():
        forms.setdefault(variant.preferred, []).append(words)
    for variant in place_variants().values():
        for phrase in variant.unless:
            text = " ".join(phrase)
            assert any(" ".join(words) in text for words in forms[variant.preferred]), phrase


def test_kiev_is_kyiv_always_and_odessa_only_near_ukraine() -> None:
    kiev, odessa = place_variants()["kiev",], place_variants()["odessa",]
    assert (kiev.preferred, kiev.reason, kiev.always, kiev.near) == ("Kyiv", Reason.LANGUAGE, True, ())
    assert odessa.preferred == "Odesa"
    assert "ukrain" in odessa.near


@pytest.mark.parametrize("name", ["Burma", "Izyum", "Severodonetsk", "Czechia"])
def test_disputed_names_are_reported_only_where_both_occur(name: str) -> None:
    assert not place_variants()[fold_phrase(name)].always


def test_the_gazetteer_knows_one_place_by_several_names() -> None:
    kharkiv, kharkov = find_place("Kharkiv"), find_place("KHARKOV")
    assert kharkiv is not None
    assert kharkiv == kharkov
    assert (kharkiv.name, kharkiv.country, kharkiv.is_large) == ("Kharkiv", "UA", True)


def test_countries_and_states_come_before_cities() -> None:
    georgia, small = find_place("Georgia"), find_place("Lysychansk")
    assert georgia is not None
    assert georgia.population == 0
    assert small is not None
    assert not small.is_large


def test_accents_and_capitals_make_no_difference() -> None:
    assert find_place("sao paulo") == find_place("São Paulo") is not None
    assert fold_place("São") == "sao"
    assert fold_phrase("Nur-Sultan’s") == ("nur", "sultan's")


def test_an_invented_name_is_no_place() -> None:
    assert find_place("Brzotopolis") is None


@pytest.mark.parametrize(("word", "expected"), [("Russian", True), ("russians", True), ("Russia", False), ("s", False)])
def test_peoples_are_known_in_singular_and_plural(word: str, *, expected: bool) -> None:
    assert is_people(word) is expected
