"""What a cut takes besides its words is said beside the choice."""

from __future__ import annotations

import pytest

from reader.app.inline_runner import InlineRunner
from reader.app.messages.rendering import render_english
from reader.app.session import Session
from reader.core.article import Article
from reader.core.fixes import Fix
from reader.core.rules import Family

HEAD = "Bridge closes"
BRIDGE = "The old bridge over the Tamble will close to lorries on Monday while masons repair its northern arch."
FERRY = "A small ferry will carry cyclists across the river free of charge until the work is done."
MAYOR = "Ines Calder asked all the drivers of lorries to take the long road through Holt instead."


def find_cut(*texts: str, block: int) -> Fix:
    """The choice that cuts a block or a part of it."""
    session = Session(Article.of(HEAD, *texts))
    InlineRunner(session, only=(Family.DUPLICATES,)).run()
    return next(
        fix
        for finding in session.findings
        for fix in finding.fixes
        if fix.changes and fix.label.value("number") == block and "cut" in fix.label.key
    )


def warnings(*texts: str, block: int) -> list[str]:
    return [render_english(message) for message in find_cut(*texts, block=block).warnings]


def test_a_plain_repeat_has_no_warning() -> None:
    assert warnings(BRIDGE, FERRY, BRIDGE, block=4) == []


def test_the_first_full_name_is_warned_of_when_the_first_copy_would_go() -> None:
    texts = (MAYOR, FERRY, "Calder spoke on Friday.", MAYOR)
    assert warnings(*texts, block=2) == ["Takes the first full mention of Ines Calder; the surname alone stays."]
    assert warnings(*texts, block=5) == []


def test_the_only_place_of_a_figure_is_warned_of() -> None:
    with_figure = BRIDGE.replace("lorries", "lorries over 7 tonnes")
    assert warnings(BRIDGE, FERRY, with_figure, block=4) == ["The only place of 7."]


@pytest.mark.parametrize("pronoun", ["He", "She", "They"])
def test_whom_a_pronoun_means_is_warned_of(pronoun: str) -> None:
    after = f"{pronoun} would not say how long the repair of the arch would take."
    found = warnings(MAYOR, FERRY, "The river was high.", MAYOR, after, block=5)
    assert found == [f"The next sentence begins with “{pronoun}”, and this says who that is."]


def test_a_pronoun_is_no_matter_where_the_sentence_before_names_the_same_person() -> None:
    texts = (MAYOR, FERRY, "It was Calder who spoke first.", MAYOR, "She would not say how long it would take.")
    assert warnings(*texts, block=5) == []


def test_one_end_of_a_quotation_is_warned_of() -> None:
    opened = f"“{BRIDGE}"
    texts = (BRIDGE, FERRY, opened, "“And it will open again in the spring, if the river lets us,” she said.")
    assert warnings(*texts, block=4) == ["Takes one end of a quotation that goes on."]


def test_a_second_full_mention_is_no_first_one() -> None:
    texts = (MAYOR, "The river was high.", "Calder would not say how long it takes.", MAYOR)
    assert warnings(*texts, block=5) == []


def test_another_person_of_the_same_surname_is_not_the_short_mention() -> None:
    owner = "The ferry belongs to Martin Calder, who charges two pounds a head."
    assert warnings(MAYOR, owner, "The river was high.", MAYOR, block=2) == []


def test_whom_he_means_is_a_name_that_the_sentence_begins_with() -> None:
    plea = "Sign the petition to keep the baths on Mill Lane open and tell your friends about it."
    texts = (plea, "The river was high.", plea, "He would not say how long it takes.")
    assert warnings(*texts, block=4) == []
