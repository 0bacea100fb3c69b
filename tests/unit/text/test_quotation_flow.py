"""Quotations over several paragraphs."""

from __future__ import annotations

import pytest

from reader.text.quotation_flow import Flow, LooseEnd, follow_quotations


@pytest.mark.parametrize(
    "texts",
    [
        ["“The river was empty.", "“By noon we had left.”"],
        ["“One.", "“Two.", "“Three,” he said."],
        ["‘One.", "‘Two,’ he said."],
        ['"One.', '"Two," he said.'],
        ["“She said, ‘One.", "“‘Two.’”"],
        ["“The river was empty.", "Men wait by the river", "“By noon we had left.”"],
        ["“The river was empty.", "Advertisement", "Share this article", "“By noon we had left.”"],
        ["“The river was empty,” he said.", "Nobody answered."],
    ],
)
def test_a_long_quotation_is_no_fault(texts: list[str]) -> None:
    assert follow_quotations(texts) == Flow()


def test_a_quotation_that_nothing_closes_is_a_loose_end() -> None:
    assert follow_quotations(["“One.", "Two came."]).loose == (LooseEnd(0, 0),)
    assert follow_quotations(["He said, “One."]).loose == (LooseEnd(0, 9),)


def test_a_long_quotation_must_be_closed_in_its_last_paragraph() -> None:
    assert follow_quotations(["“One.", "“Two.", "Three came."]).loose == (LooseEnd(1, 0),)


def test_a_paragraph_that_only_closes_goes_with_the_one_that_opened() -> None:
    flow = follow_quotations(["“One.", "Two.", "Three,” he said."])
    assert flow == Flow((LooseEnd(0, 0, 2),), frozenset({(2, 6)}))


def test_a_closer_behind_a_quotation_of_its_own_does_not_reach_back() -> None:
    flow = follow_quotations(["“One.", "Two said, “Yes,” and left.”"])
    assert flow == Flow((LooseEnd(0, 0),))
