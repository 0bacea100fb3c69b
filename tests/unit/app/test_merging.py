"""Merging: which words can be taken over, how the passage reads then, and that it is one step which undo takes back."""

from __future__ import annotations

import pytest

from reader.app.desk import Desk
from reader.app.inline_runner import InlineRunner
from reader.app.merging import Chip, ChipKind, MergeDraft, retake
from reader.app.messages.rendering import Renderer
from reader.app.session import Session
from reader.app.worker_runner import CheckingState
from reader.core.article import Article
from reader.core.decisions import Verdict
from reader.core.editing import replace_text
from reader.core.rules import Family
from reader.core.spans import Place

BRIDGE = "The old bridge over the Tamble will close to lorries on Monday while masons repair its northern arch."
CAPTION = "The old bridge over the Tamble closes to lorries on Monday as masons repair its mossy northern arch"
FERRY = "A small ferry will carry cyclists across the river free of charge until the work is done."
LONE = "Schoolchildren wave at the first lorry of the day (left)"


def open_desk(*texts: str, families: tuple[Family, ...] = (Family.DUPLICATES,)) -> Desk:
    desk = Desk(Session(Article.of("Bridge closes", *texts)), Renderer(), lambda: None)
    desk.take_checking(CheckingState(reading=frozenset()))
    InlineRunner(desk.session, only=families).run()
    desk.follow()
    return desk


def begin_merge(desk: Desk) -> list[Chip]:
    desk.choose("4")
    assert desk.repeats.merge.merging is not None
    return list(desk.repeats.merge.merging.draft.chips)


def line_of(desk: Desk) -> str:
    assert desk.repeats.merge.merging is not None
    return desk.repeats.merge.merging.line


def test_what_the_copy_adds_is_taken_and_what_differs_is_offered() -> None:
    desk = open_desk(BRIDGE, FERRY, CAPTION)
    chips = begin_merge(desk)
    assert ("mossy", ChipKind.ADDS, "") in [(chip.words, chip.kind, chip.instead) for chip in chips]
    assert ("as", ChipKind.DIFFERS, "while") in [(chip.words, chip.kind, chip.instead) for chip in chips]
    assert line_of(desk) == BRIDGE.replace("northern", "mossy northern")


def test_a_chip_that_differs_takes_the_place_of_the_other_words_and_gives_it_back() -> None:
    desk = open_desk(BRIDGE, FERRY, CAPTION)
    number = [chip.words for chip in begin_merge(desk)].index("as")
    desk.repeats.on_merge(lambda merge: merge.toggle_chip(number))
    assert " as masons repair its mossy northern arch." in line_of(desk)
    desk.repeats.on_merge(lambda merge: merge.toggle_chip(number))
    assert " while masons repair its mossy northern arch." in line_of(desk)


def test_a_merge_is_one_step_that_undo_takes_back() -> None:
    desk = open_desk(BRIDGE, FERRY, CAPTION)
    before = desk.session.article
    begin_merge(desk)
    desk.repeats.finish_merge()
    merged = BRIDGE.replace("northern", "mossy northern")
    assert [block.text for block in desk.session.article.blocks] == ["Bridge closes", merged, FERRY]
    assert desk.session.decisions[-1].choice == 4
    assert desk.session.decisions[-1].verdict is Verdict.APPLIED
    desk.undo()
    assert desk.session.article == before


def test_the_line_is_taken_as_it_was_typed() -> None:
    desk = open_desk(BRIDGE, FERRY, CAPTION)
    begin_merge(desk)
    desk.repeats.on_merge(lambda merge: merge.type_line("The mossy bridge closes on Monday."))
    assert desk.repeats.merge.merging is not None
    assert "Tamble" in desk.repeats.merge.merging.lost
    desk.repeats.finish_merge()
    assert desk.session.article.blocks[1].text == "The mossy bridge closes on Monday."


def test_a_typed_line_keeps_its_words_when_a_chip_is_taken_or_left() -> None:
    desk = open_desk(BRIDGE, FERRY, CAPTION)
    number = [chip.words for chip in begin_merge(desk)].index("mossy")
    desk.repeats.on_merge(lambda merge: merge.type_line(line_of(desk).replace("Monday", "Tuesday")))
    desk.repeats.on_merge(lambda merge: merge.toggle_chip(number))
    assert line_of(desk) == BRIDGE.replace("Monday", "Tuesday")
    desk.repeats.on_merge(lambda merge: merge.toggle_chip(number))
    assert line_of(desk).startswith(BRIDGE.replace("Monday", "Tuesday")[:-1])
    assert "mossy" in line_of(desk)


def test_leaving_a_merge_changes_nothing() -> None:
    desk = open_desk(BRIDGE, FERRY, CAPTION)
    before, issue = desk.session.article, desk.issue
    begin_merge(desk)
    desk.repeats.on_merge(lambda merge: merge.leave())
    assert (desk.session.article, desk.issue, desk.repeats.merge.merging) == (before, issue, None)


def test_a_merge_is_given_up_when_the_copy_changes_under_it() -> None:
    desk = open_desk(BRIDGE, FERRY, CAPTION)
    begin_merge(desk)
    block = desk.session.article.blocks[1]
    desk.session.type_text([replace_text(block, 0, 3, "That")])
    assert desk.repeats.merge.merging is None
    desk.repeats.finish_merge()
    assert desk.notice == "There is no such choice on this card."


def test_a_passage_of_a_paragraph_is_merged_in_its_place() -> None:
    desk = open_desk(f"Nobody was surprised. {BRIDGE} The mayor sighed.", FERRY, CAPTION)
    begin_merge(desk)
    desk.repeats.finish_merge()
    merged = BRIDGE.replace("northern", "mossy northern")
    assert desk.session.article.blocks[1].text == f"Nobody was surprised. {merged} The mayor sighed."
    assert len(desk.session.article.blocks) == 3


def test_both_copies_in_one_paragraph_are_merged_too() -> None:
    filler = "Nobody was surprised at that, least of all the mayor. It rained for a week before Easter that year."
    desk = open_desk(f"{BRIDGE} {filler} {FERRY} {CAPTION}.", FERRY[:30] + "?")
    begin_merge(desk)
    desk.repeats.finish_merge()
    text = desk.session.article.blocks[1].text
    assert text.startswith(BRIDGE.replace("northern", "mossy northern"))
    assert text.endswith(FERRY)


def test_a_caption_without_a_twin_goes_as_a_sentence_into_the_paragraph_one_chooses() -> None:
    desk = open_desk(BRIDGE, FERRY, LONE, "Nobody could say on Friday how long the repair would take.")
    assert desk.issue is not None
    assert desk.issue.rule == "captions.fallen"
    begin_merge(desk)
    assert line_of(desk) == f"{FERRY} Schoolchildren wave at the first lorry of the day."
    assert desk.repeats.merge.merging is not None
    assert desk.repeats.merge.merging.targets == (1, 2, 3, 5)
    desk.repeats.on_merge(lambda merge: merge.choose_target(2))
    assert line_of(desk) == f"{BRIDGE} Schoolchildren wave at the first lorry of the day."
    desk.repeats.finish_merge()
    assert [block.id for block in desk.session.article.blocks] == [1, 2, 3, 5]
    assert desk.session.article.block(2).text.endswith("Schoolchildren wave at the first lorry of the day.")


def test_what_was_decided_everywhere_holds_for_words_merged_in_later() -> None:
    desk = open_desk(
        "The bus from Kiev to the old bridge over the Tamble will stop running on Monday.",
        FERRY,
        "The bus from Kiev to the old bridge over the Tamble will stop running on Monday, the Kiev-based owner said.",
        families=(Family.DUPLICATES, Family.NAMES),
    )
    (names,) = (issue for issue in desk.session.issues if issue.rule == "names.variant")
    # One place is left out, as a user may: it is the copy that is merged later.
    desk.session.decide(names.id, 0, only=[0])
    InlineRunner(desk.session, only=(Family.DUPLICATES,)).run()
    desk.show_view("duplicates")
    begin_merge(desk)
    desk.repeats.finish_merge()
    text = " ".join(block.text for block in desk.session.article.blocks)
    assert "Kyiv-based owner said" in text
    assert "Kiev" not in text


@pytest.mark.parametrize(
    ("line", "taken", "result"),
    [
        ("A red door.", True, "A red door old."),
        ("A red door", True, "A red door old"),
        ("A red old door.", False, "A red door."),
        ("Old door, old.", False, "Old door,."),
    ],
)
def test_a_chip_in_a_line_that_was_typed_in(line: str, taken: bool, result: str) -> None:
    chip = Chip("old", ChipKind.ADDS, 1, 1)
    assert retake(line, "composed before", "composed after", chip, taken=taken) == result


def test_chips_at_one_place_keep_their_order() -> None:
    chips = (Chip("old", ChipKind.ADDS, 1, 1), Chip("red", ChipKind.ADDS, 1, 1))
    draft = MergeDraft(Place(1), Place(2), "A door.", chips)
    assert draft.compose({0, 1}) == "A old red door."
    assert draft.compose({1}) == "A red door."
    assert draft.compose(()) == "A door."
