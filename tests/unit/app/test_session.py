"""What a session does with typing, decisions, undo and taking back."""

from __future__ import annotations

import pytest

from reader.app.session import NothingToDecide, Session
from reader.core.article import Article, Block
from reader.core.changes import ChangeRefused, RemoveBlock
from reader.core.decisions import Scope, Verdict
from reader.core.editing import replace_text, split_block
from reader.core.findings import Finding
from reader.core.fixes import Fix, Safety
from reader.core.history import Step
from reader.core.issues import IssueState
from reader.core.messages import Message
from reader.core.replay import StepTouched
from reader.core.rules import Family
from reader.core.spans import Place


class ListJournal:
    """A journal that a test can read."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, int]] = []

    def append(self, step: Step, position: int) -> None:
        self.calls.append(("append", position))

    def amend(self, step: Step, position: int) -> None:
        self.calls.append(("amend", position))

    def move(self, position: int) -> None:
        self.calls.append(("move", position))


def slip(block: Block, word: str, right: str, *, key: str = "") -> Finding:
    start = block.text.index(word)
    change = replace_text(block, start, start + len(word), right)
    place = Place.at(block.id, start, start + len(word))
    fix = Fix(Message.of("fix", right=right), (change,), Safety.REVIEW)
    return Finding("spelling.word", place, word, Message.of("slip", word=word), key=key, fixes=(fix,))


def make_session() -> Session:
    session = Session(Article.of("They recieved aid.", "Aid was recieved late.", "It was late."), clock=lambda: "now")
    for block in session.article.blocks[:2]:
        session.take_findings(Family.SPELLING, block.id, [slip(block, "recieved", "received", key="recieved")])
    return session


def texts(session: Session) -> list[str]:
    return [block.text for block in session.article.blocks]


ISSUE = ("spelling.word", "recieved")


def test_alike_findings_are_one_issue_and_one_decision_settles_all_places() -> None:
    session = make_session()
    assert [(issue.id, len(issue.findings)) for issue in session.issues] == [(ISSUE, 2)]
    session.decide(ISSUE, 0)
    assert texts(session)[:2] == ["They received aid.", "Aid was received late."]
    assert [issue.state for issue in session.issues] == [IssueState.SETTLED]
    assert len(session.history.held) == 1


def test_a_bulk_decision_is_one_step_to_undo() -> None:
    session = make_session()
    session.decide(ISSUE, 0)
    session.undo()
    assert session.article == session.opened
    assert session.decisions == ()
    session.redo()
    assert texts(session)[0] == "They received aid."
    assert len(session.decisions) == 1


def test_only_ticked_places_are_changed() -> None:
    session = make_session()
    session.decide(ISSUE, 0, only=[1])
    assert texts(session)[:2] == ["They recieved aid.", "Aid was received late."]
    assert [issue.state for issue in session.issues].count(IssueState.OPEN) == 1


def test_what_is_ignored_stays_but_is_no_longer_open() -> None:
    session = make_session()
    session.settle(ISSUE, Verdict.IGNORED, scope=Scope.ARTICLE)
    assert session.article == session.opened
    assert all(issue.state is IssueState.SETTLED for issue in session.issues)
    later = session.article.blocks[2]
    session.edit([replace_text(later, 0, 2, "Recieved")], Message.of("edit"))
    block = session.article.blocks[2]
    session.take_findings(Family.SPELLING, block.id, [slip(block, "Recieved", "Received", key="recieved")])
    assert all(issue.state is IssueState.SETTLED for issue in session.issues)


def test_ignoring_here_does_not_hold_for_text_that_comes_later() -> None:
    session = make_session()
    session.settle(ISSUE, Verdict.IGNORED)
    later = session.article.blocks[2]
    session.edit([replace_text(later, 0, 2, "Recieved")], Message.of("edit"))
    block = session.article.blocks[2]
    session.take_findings(Family.SPELLING, block.id, [slip(block, "Recieved", "Received", key="recieved")])
    assert [issue.state for issue in session.issues].count(IssueState.OPEN) == 1


def test_a_settled_issue_cannot_be_settled_again() -> None:
    session = make_session()
    session.decide(ISSUE, 0)
    with pytest.raises(NothingToDecide):
        session.decide(ISSUE, 0)


def test_a_decision_is_taken_back_out_of_order_and_later_ones_stay() -> None:
    session = make_session()
    first = session.decide(ISSUE, 0)
    block = session.article.blocks[0]
    session.edit([replace_text(block, 0, 4, "We")], Message.of("edit"))
    session.take_back(first.id)
    assert texts(session)[:2] == ["We recieved aid.", "Aid was recieved late."]
    assert session.decisions == ()
    session.undo()
    assert texts(session)[0] == "We received aid."
    assert len(session.decisions) == 1


def test_taking_back_names_the_later_step_that_rests_on_it() -> None:
    session = make_session()
    first = session.decide(ISSUE, 0)
    block = session.article.blocks[0]
    start = block.text.index("received")
    session.edit([replace_text(block, start, start + 8, "had")], Message.of("edit"))
    before = session.article
    with pytest.raises(StepTouched) as caught:
        session.take_back(first.id)
    assert caught.value.index == 0
    assert session.article is before
    assert len(session.decisions) == 1


def test_typing_is_one_step_until_it_is_sealed() -> None:
    journal = ListJournal()
    session = Session(Article.of("One"), journal=journal)
    for n, char in enumerate(" two"):
        session.type_text([replace_text(session.article.blocks[0], 3 + n, 3 + n, char)])
    assert texts(session) == ["One two"]
    assert len(session.history.held) == 1
    assert len(session.history.held[0].changes) == 1
    session.seal_typing()
    session.type_text([replace_text(session.article.blocks[0], 7, 7, "!")])
    assert len(session.history.held) == 2
    assert journal.calls == [("append", 1), ("amend", 1), ("amend", 1), ("amend", 1), ("append", 2)]
    session.undo()
    assert texts(session) == ["One two"]
    session.undo()
    assert session.article == session.opened


def test_a_newline_and_two_hundred_characters_seal_typing() -> None:
    session = Session(Article.of("One two"))
    session.type_text([split_block(session.article.blocks[0], 3, session.take_block_id())])
    session.type_text([replace_text(session.article.blocks[0], 0, 0, "x" * 200)])
    session.type_text([replace_text(session.article.blocks[0], 0, 0, "y")])
    assert len(session.history.held) == 3


def test_findings_follow_the_edit_at_once_and_go_where_their_words_are_touched() -> None:
    session = make_session()
    session.type_text([replace_text(session.article.blocks[0], 0, 4, "All of them")])
    assert [session.article.text_at(f.place) for f in session.findings] == ["recieved", "recieved"]
    block = session.article.blocks[0]
    at = block.text.index("recieved")
    session.type_text([replace_text(block, at + 3, at + 5, "ei")])
    assert len(session.findings) == 1
    assert all(session.article.text_at(f.place) == f.quote for f in session.findings)


def test_findings_whose_block_has_moved_on_are_not_taken() -> None:
    session = make_session()
    stale = slip(session.article.blocks[0], "recieved", "received", key="recieved")
    session.type_text([replace_text(session.article.blocks[0], 0, 0, "Now ")])
    session.take_findings(Family.SPELLING, 1, [stale])
    assert all(session.article.text_at(f.place) == f.quote for f in session.findings)


def test_a_query_or_checked_stands_on_any_words_and_follows_them() -> None:
    session = make_session()
    session.mark(Place.at(3, 7, 11), Verdict.QUERY, "How late?")
    session.type_text([replace_text(session.article.block(3), 0, 0, "Alas: ")])
    decision = session.decisions[0]
    assert session.article.text_at(decision.places[0]) == "late"
    assert decision.note == "How late?"


def test_a_change_that_no_longer_fits_changes_nothing() -> None:
    session = make_session()
    history = session.history
    with pytest.raises(ChangeRefused):
        session.edit([RemoveBlock(Block(9, "not there"))], Message.of("edit"))
    assert session.history is history
    assert session.article == session.opened


def test_ids_are_never_given_twice() -> None:
    session = Session(Article.of("One", "Two"))
    first = session.take_block_id()
    session.edit([split_block(session.article.blocks[0], 1, first)], Message.of("edit"))
    session.undo()
    again = Session(session.opened, history=session.history)
    assert again.take_block_id() > first
    assert session.take_block_id() > first


def test_a_session_resumes_from_its_history() -> None:
    session = make_session()
    session.decide(ISSUE, 0)
    session.type_text([replace_text(session.article.blocks[2], 0, 2, "This")])
    again = Session(session.opened, history=session.history)
    assert again.article == session.article
    assert again.decisions == session.decisions
