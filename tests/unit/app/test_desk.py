"""What the keys of the review do: accepting goes on, taking back returns to the card, the issue in hand never jumps."""

from __future__ import annotations

from reader.app.desk import Desk
from reader.app.messages.rendering import Renderer
from reader.app.presenters.queue import find_issue_at
from reader.app.session import Session
from reader.app.worker_runner import CheckingState
from reader.core.article import Article, Block
from reader.core.decisions import Verdict
from reader.core.editing import cut_passage, replace_text
from reader.core.findings import Finding
from reader.core.fixes import Fix
from reader.core.issues import IssueState
from reader.core.messages import Message
from reader.core.rules import Family
from reader.core.spans import Place

DONE = CheckingState(reading=frozenset())


def slip(block: Block, word: str, right: str) -> Finding:
    start = block.text.index(word)
    fix = Fix(Message.of("fix"), (replace_text(block, start, start + len(word), right),), slot=1)
    keep = Fix(Message.of("keep"), (), slot=3)
    place = Place.at(block.id, start, start + len(word))
    return Finding("spelling.word", place, word, Message.of("slip", word=word), key=word, fixes=(fix, keep))


def repeat(block: Block) -> Finding:
    cut = Fix(Message.of("cut"), (cut_passage(block, None),), slot=1)
    return Finding("duplicates.repeat", Place(block.id), block.text, Message.of("again"), key="again", fixes=(cut,))


def make_desk() -> Desk:
    session = Session(Article.of("They recieved aid.", "Then it begann.", "They recieved aid."))
    desk = Desk(session, Renderer(), lambda: None)
    desk.take_checking(DONE)
    check(desk)
    return desk


def check(desk: Desk) -> None:
    """What the workers would find in the article as it stands."""
    session = desk.session
    blocks = session.article.blocks
    for block in blocks:
        found = [
            slip(block, *pair) for pair in (("recieved", "received"), ("begann", "began")) if pair[0] in block.text
        ]
        session.take_findings(Family.SPELLING, block.id, found)
    twins = [block for block in blocks[1:] if block.text == blocks[0].text]
    session.take_findings(Family.DUPLICATES, None, [repeat(block) for block in twins])
    desk.follow()


def current_rule(desk: Desk) -> str:
    return desk.issue.rule if desk.issue else ""


def test_the_first_issue_of_the_queue_is_taken_in_hand() -> None:
    assert make_desk().current == ("duplicates.repeat", "again")


def test_accepting_goes_on_to_the_next_issue() -> None:
    desk = make_desk()
    desk.accept()
    check(desk)
    assert desk.current == ("spelling.word", "recieved")
    assert len(desk.session.article.blocks) == 2
    desk.accept()
    check(desk)
    assert desk.current == ("spelling.word", "begann")
    desk.accept()
    check(desk)
    assert desk.issue is None
    assert all(issue.state is IssueState.SETTLED for issue in desk.session.issues)


def test_undo_takes_a_decision_back_as_one_step_and_returns_to_its_card() -> None:
    desk = make_desk()
    desk.accept()
    check(desk)
    desk.undo()
    assert desk.session.article == desk.session.opened
    check(desk)
    assert desk.current == ("duplicates.repeat", "again")


def test_the_last_decision_is_taken_back_although_something_was_typed_since() -> None:
    desk = make_desk()
    desk.accept()
    check(desk)
    block = desk.session.article.blocks[1]
    desk.session.type_text([replace_text(block, 0, 4, "Now")])
    check(desk)
    desk.take_back_last()
    check(desk)
    assert [b.text for b in desk.session.article.blocks] == [
        "They recieved aid.",
        "Now it begann.",
        "They recieved aid.",
    ]
    assert desk.current == ("duplicates.repeat", "again")


def test_the_issue_in_hand_stays_when_checks_run_again_and_others_come() -> None:
    desk = make_desk()
    desk.select(("spelling.word", "begann"))
    desk.session.take_findings(Family.DUPLICATES, None, [])
    desk.follow()
    assert desk.current == ("spelling.word", "begann")


def test_a_view_is_a_lens_and_does_not_change_the_issue_in_hand() -> None:
    desk = make_desk()
    desk.select(("spelling.word", "begann"))
    desk.show_view("duplicates")
    assert desk.current == ("spelling.word", "begann")
    assert [row.id for row in desk.queue().rows] == [("duplicates.repeat", "again")]
    desk.go(1)
    assert desk.current == ("duplicates.repeat", "again")


def test_a_choice_that_is_not_on_the_card_says_so_and_does_nothing() -> None:
    desk = make_desk()
    desk.choose("7")
    assert desk.notice
    assert desk.session.article == desk.session.opened


def test_next_and_previous_go_round_the_queue() -> None:
    desk = make_desk()
    seen = [desk.current]
    for _ in range(3):
        desk.go(1)
        seen.append(desk.current)
    assert seen[0] == seen[3]
    assert len(set(seen)) == 3
    desk.go(-1)
    assert desk.current == seen[2]


def test_an_issue_mended_by_hand_is_settled_when_the_editor_comes_back() -> None:
    desk = make_desk()
    desk.select(("spelling.word", "begann"))
    place = desk.begin_edit()
    assert place is not None
    assert place.span is not None
    block = desk.session.article.block(place.block)
    desk.session.type_text([replace_text(block, place.span.start, place.span.end, "started")])
    check(desk)
    desk.end_edit()
    settled = [d for d in desk.session.decisions if d.verdict is Verdict.EDITED]
    assert [d.subject.key for d in settled if d.subject] == ["begann"]


def test_an_issue_looked_at_but_not_mended_stays_open() -> None:
    desk = make_desk()
    desk.select(("spelling.word", "begann"))
    desk.begin_edit()
    desk.end_edit()
    assert desk.current == ("spelling.word", "begann")
    assert desk.session.decisions == ()


def test_the_card_shows_choices_with_their_keys_and_what_is_proposed() -> None:
    desk = make_desk()
    desk.select(("spelling.word", "recieved"))
    card = desk.card()
    assert card is not None
    assert [(choice.key, choice.proposed) for choice in card.choices] == [("a", True), ("3", False)]
    assert [place.change for place in card.places] == ["recieved → received"] * 2


def test_the_list_counts_what_is_decided_and_keeps_settled_rows() -> None:
    desk = make_desk()
    total = desk.queue().total
    desk.accept()
    check(desk)
    queue = desk.queue()
    assert queue.decided == 1
    assert queue.total == total
    assert queue.rows[0].settled
    assert queue.rows[0].place == "¶3"


def test_the_issue_at_the_caret_is_the_shortest_one_there() -> None:
    desk = make_desk()
    found = find_issue_at(desk.session.issues, 3, 7)
    assert found is not None
    assert found.rule == "spelling.word"
    whole = find_issue_at(desk.session.issues, 3, 0)
    assert whole is not None
    assert whole.rule == "duplicates.repeat"
    assert find_issue_at(desk.session.issues, 2, 0) is None
