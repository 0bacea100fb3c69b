"""A number is true or absent: what is not known, missing or failed is said so."""

from __future__ import annotations

from reader.app.messages.rendering import Renderer
from reader.app.presenters.frame import present_status, present_tabs, present_words
from reader.app.presenters.queue import present_queue
from reader.app.presenters.states import describe_state, describe_view
from reader.app.session import Session
from reader.app.worker_runner import CheckingState
from reader.core.article import Article
from reader.core.messages import Message
from reader.core.notes import Missing
from reader.core.rules import Family

RENDER = Renderer()
NOTHING = frozenset[Family]()
NO_ENCHANT = Missing("enchant", Message.of("test.enchant"), Message.of("test.enchant.remedy"))  # keys show as they are
NO_MODEL = Missing("language model", Message.of("test.model"), Message.of("test.model.remedy"))


def counts(checking: CheckingState) -> dict[str, str]:
    return {tab.key: tab.count for tab in present_tabs((), checking, RENDER)}


def test_counts_are_dots_while_they_are_not_known() -> None:
    shown = counts(CheckingState(frozenset({Family.NAMES})))
    assert shown["names"] == "…"
    assert shown["duplicates"] == "0 ✓"


def test_a_family_that_could_not_be_checked_has_no_number() -> None:
    shown = counts(CheckingState(NOTHING, missing=(NO_ENCHANT, NO_MODEL)))
    assert (shown["spelling"], shown["names"], shown["cleanup"]) == ("–", "–", "0 ✓")
    assert counts(CheckingState(NOTHING, failed=frozenset({Family.NAMES})))["names"] == "–"


def test_what_is_missing_stands_in_its_view_with_the_remedy() -> None:
    session = Session(Article.of("One"))
    sentence, _ = describe_view("spelling", session, CheckingState(NOTHING, missing=(NO_ENCHANT,)), RENDER)
    assert sentence == "test.enchant test.enchant.remedy"
    sentence, _ = describe_view("names", session, CheckingState(NOTHING, missing=(NO_ENCHANT,)), RENDER)
    assert sentence == RENDER.text("state.no_names")


def test_a_view_that_failed_says_that_the_text_is_untouched() -> None:
    session = Session(Article.of("One"))
    checking = CheckingState(NOTHING, failed=frozenset({Family.NAMES}))
    assert "untouched" in describe_view("names", session, checking, RENDER)[0]


def test_nothing_found_is_said_once_everything_was_read() -> None:
    article = Article.of("One")
    queue = present_queue(article, (), RENDER)
    head, remark, sentence = describe_state(queue, 0, CheckingState(frozenset({Family.NAMES})), RENDER)
    assert (head, remark, sentence) == ("…", "names still being read", RENDER.text("state.reading"))
    head, remark, sentence = describe_state(queue, 0, CheckingState(NOTHING), RENDER)
    assert head == "Nothing to decide"
    assert "Nothing found" in sentence


def test_words_and_status_are_said_plainly() -> None:
    assert present_words(1197, 1094, RENDER) == "1,197 → 1,094 words"
    assert present_words(1, 1, RENDER) == "1 word"
    checking = CheckingState(frozenset({Family.NAMES}), share=60)
    left, right = present_status(checking, RENDER, language="English (US)", number=14, total=43)
    assert left == "All changes kept · English (US) · ¶14 of 43"
    assert right == "Reading names 60 %   Works offline"
