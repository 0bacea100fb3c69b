"""Which marks belong together, which are wrong, and what every mark is."""

from __future__ import annotations

import pytest

from reader.core.spans import Span
from reader.text.quotation_marks import Reading
from reader.text.quotations import (
    FaultKind,
    Parsed,
    closer_of,
    curly_mark,
    opener_of,
    parse_quotations,
    quoted_spans,
)


def pairs(text: str) -> list[str]:
    return [text[quotation.start : quotation.end] for quotation in parse_quotations(text).quotations]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“We kept it,” she said.", ["“We kept it,”"]),
        ("“She told me, ‘Run.’”", ["“She told me, ‘Run.’”", "‘Run.’"]),
        ("‘The neighbours’ dog was gone,’ he said.", ["‘The neighbours’ dog was gone,’"]),
        ("‘My mother’s friends’ house,’ she said, ‘is in the boys’ street.’",
         ["‘My mother’s friends’ house,’", "‘is in the boys’ street.’"]),
        ("“They took the neighbours’ tanks,” he said.", ["“They took the neighbours’ tanks,”"]),
        ("‘I like the Joneses’,’ he said.", ["‘I like the Joneses’,’"]),
        ("the ‘neighbours’ next door", ["‘neighbours’"]),
        ("He liked ‘80s music’ and left.", ["‘80s music’"]),
        ("“I was—” he began. said—“Hello”", ["“I was—”", "“Hello”"]),
        ('"We bought a 12" pipe," he said.', ['"We bought a 12" pipe,"']),
        ("„Tag“, sagte er. «Oui», dit-il. « Bonjour », dit-elle.", ["„Tag“", "«Oui»", "« Bonjour »"]),
        ("“I saw ‘One,’ ‘Two’ and ‘Three’,” he said.",
         ["“I saw ‘One,’ ‘Two’ and ‘Three’,”", "‘One,’", "‘Two’", "‘Three’"]),
        ("“He said “run” and left.”", ["“He said “run” and left.”", "“run”"]),
        ("“cafe\u0301’s ‘best🦊’ ones”", ["“cafe\u0301’s ‘best🦊’ ones”", "‘best🦊’"]),
        ('“Hello," he said.', ['“Hello,"']),
    ],
)  # fmt: skip
def test_quotations_are_found_and_no_fault_with_them(text: str, quoted: list[str]) -> None:
    assert pairs(text) == quoted
    assert parse_quotations(text).faults == ()


@pytest.mark.parametrize(
    "text",
    [
        "The neighbours’ departure was sudden and the villagers’ joy was great.",
        "In the ’90s, ’twas the boys’ life; ’em and goin’ and o’ and rock ’n’ roll.",
        "O‘ahu and Hawai‘i and Ha’aretz and Qur’an.",
        "the winter of '47, the dogs' dinner, goin' home",
    ],
)
def test_apostrophes_are_no_quotation_marks(text: str) -> None:
    parsed = parse_quotations(text)
    assert parsed.quotations == ()
    assert parsed.faults == ()
    assert {reading for _, reading in parsed.readings} == {Reading.APOSTROPHE}


@pytest.mark.parametrize(
    "text", ["He stood 6'2\" tall.", "He stood 6’2” tall.", 'a 12" pipe and a 14" one', "5' of snow"]
)
def test_feet_and_inches_are_primes(text: str) -> None:
    assert {reading for _, reading in parse_quotations(text).readings} == {Reading.PRIME}


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("It was built in the ‘90s.", 1),
        ("‘Tis late. Get ‘em. The winter of ‘47.", 3),
        ("Rock ‘n’ roll", 1),
        ("They don‘t know that it‘s late, and he‘d leave.", 3),
        ("O‘ahu, Sa‘d, Ka‘ba, Hawai‘i", 0),
        ("He called it ‘the end’.", 0),
    ],
)
def test_apostrophes_turned_the_wrong_way_are_told_from_openers_and_letters(text: str, turned: int) -> None:
    assert len(parse_quotations(text).offsets(Reading.TURNED)) == turned


@pytest.mark.parametrize(
    ("text", "kind", "at", "partner"),
    [
        ("She said, “We kept it safe.’", FaultKind.MISMATCHED, 27, 10),
        ("“It’s the dogs’ dinner,’ she said.", FaultKind.MISMATCHED, 23, 0),
        ("‘Come in,” he said.", FaultKind.MISMATCHED, 9, 0),
        ("“Hello,“ he said.", FaultKind.MISMATCHED, 7, 0),
        ("”Hello,” he said.", FaultKind.MISOPENED, 0, 7),
        ("It was “not ready.” ‘ for the winter.", FaultKind.STRAY, 20, -1),
        ("It was a long ” winter.", FaultKind.STRAY, 14, -1),
        ("Nobody came.”", FaultKind.STRAY, 12, -1),
        ("“She said, ‘Run.” and left.", FaultKind.UNCLOSED, 11, -1),
        ("“I came. “I saw.”", FaultKind.UNCLOSED, 0, -1),
    ],
)
def test_a_wrong_mark_is_named_with_its_partner(text: str, kind: FaultKind, at: int, partner: int) -> None:
    (fault,) = parse_quotations(text).faults
    assert (fault.kind, fault.at, fault.partner) == (kind, at, partner)


def test_what_is_open_at_the_end_is_no_fault_of_the_block() -> None:
    parsed = parse_quotations("“She said, ‘The river was empty.")
    assert parsed.faults == ()
    assert parsed.still_open == (0, 11)


def test_a_quotation_knows_how_many_stand_around_it() -> None:
    parsed = parse_quotations("“She said, ‘He called it “home”.’")
    assert [(quotation.start, quotation.depth) for quotation in parsed.quotations] == [(11, 1), (25, 2)]


def test_text_inside_quotation_marks_is_known_also_where_they_are_still_open() -> None:
    assert quoted_spans("He said “yes” and “no") == (Span(8, 13), Span(18, 21))
    assert quoted_spans("Nothing is quoted here.") == ()


def test_a_text_without_marks_has_nothing_to_parse() -> None:
    assert parse_quotations("Nothing.") == Parsed()


def test_marks_know_their_partners_and_their_curly_forms() -> None:
    assert [closer_of(mark) for mark in "“‘\"'«"] == [*"”’\"'»"]
    assert [opener_of(mark) for mark in "”’\"'»"] == [*"“‘\"'«"]
    assert curly_mark('"', Reading.OPENER) == "“"
    assert curly_mark("'", Reading.APOSTROPHE) == "’"
    assert curly_mark('"', Reading.PRIME) == '"'
    assert curly_mark("”", Reading.OPENER) == "”"


def test_a_text_of_nothing_but_marks_is_parsed_all_the_same() -> None:
    assert len(parse_quotations("“" * 3_000).readings) == 3_000
