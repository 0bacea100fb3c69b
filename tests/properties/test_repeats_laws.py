"""Laws of deciding repeats: no proposal and no bulk act loses a word, whatever is ticked, and each is one step."""

from __future__ import annotations

import random
from functools import partial

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.app.bulk import BULK_ACTS
from reader.app.desk import Desk
from reader.app.inline_runner import InlineRunner
from reader.app.merge_desk import MergeDesk
from reader.app.messages.rendering import Renderer
from reader.app.presenters.queue import open_issues
from reader.app.session import Session
from reader.app.worker_runner import CheckingState
from reader.checks.duplicates.word_forms import WordClass, form_of
from reader.core.article import Article
from reader.core.messages import Message
from reader.core.rules import Family
from reader.text.words import find_words

SENTENCES = (
    "The old bridge over the Tamble will close to lorries on Monday while masons repair its northern arch.",
    "A small ferry will carry cyclists across the river free of charge until the work is done.",
    "Ines Calder, the mayor, asked drivers on Friday to take the long road through Holt instead of the bridge.",
    "Nobody could say how long the repair of the northern arch would take, nor who would pay for it in the end.",
    "At least 12 people were hurt when part of the ceiling of the baths fell in March, the county said.",
    "“We have run out of ways to patch it,” said Martin Prowse, who has kept the keys of the baths since 1998.",
    "Calder was elected in 2019 and had promised to keep both the bridge and the baths open for good.",
    "Campaigners who gathered outside the town hall with placards said they would ask the High Court to look at it.",
)
WORDS = ("mossy", "Sunday", "21", "perhaps", "county", "Prowse", "quietly", "northern")


def make_variant(chance: random.Random, sentence: str) -> str:
    """The sentence again: as it is, as a caption, shortened, or with a word put in, left out or swapped."""
    words = sentence.split()
    match chance.randrange(6):
        case 0 | 1:
            return sentence
        case 2:
            return sentence.rstrip(".")
        case 3:
            return " ".join(words[: chance.randint(7, len(words))]).rstrip(".,")
        case 4:
            words.insert(chance.randrange(1, len(words)), chance.choice(WORDS))
        case _:
            words[chance.randrange(1, len(words))] = chance.choice(WORDS)
    return " ".join(words)


def make_desk(chance: random.Random) -> Desk:
    """An article in which most sentences stand several times, one way or another, with its repeats found."""
    texts = [chance.choice(SENTENCES) for _ in range(chance.randint(3, 8))]
    texts += [make_variant(chance, chance.choice(texts)) for _ in range(chance.randint(1, 7))]
    if chance.random() < 0.5:
        chance.shuffle(texts)
    if chance.random() < 0.3:
        texts[0] = " ".join(texts[:3])
    desk = Desk(Session(Article.of("Trouble at Holt", *texts)), Renderer(), lambda: None)
    desk.take_checking(CheckingState(reading=frozenset()))
    InlineRunner(desk.session, only=(Family.DUPLICATES,)).run()
    desk.show_view("duplicates")
    return desk


def said(article: Article) -> set[str]:
    """The words that say something, an inflected form being the same word."""
    forms = (form_of(word.text) for block in article.blocks for word in find_words(block.text))
    return {form.key for form in forms if form.klass is not WordClass.FUNCTION}


@given(st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_no_bulk_act_loses_a_word_and_each_is_one_step(chance: random.Random) -> None:
    desk = make_desk(chance)
    opened = desk.session.article
    for act in BULK_ACTS:
        places = [place for place in desk.repeats.find_places(act) if not place.loses]
        ticked = [place for place in places if chance.random() < 0.8]
        before, steps = said(desk.session.article), len(desk.session.history.held)
        desk.repeats.settle_places(ticked, Message.of(f"step.all_{act}", count=len(ticked)))
        assert said(desk.session.article) >= before
        assert len(desk.session.history.held) == steps + bool(ticked)
        InlineRunner(desk.session, only=(Family.DUPLICATES,)).run()
        desk.follow()
    while desk.session.history.can_undo:
        desk.session.undo()
    assert desk.session.article == opened


@given(st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_no_proposal_loses_a_word_whatever_is_ticked(chance: random.Random) -> None:
    desk = make_desk(chance)
    for _ in range(8):
        issue, card = desk.issue, desk.card()
        if issue is None or card is None:
            break
        for number in range(len(issue.findings)):
            if len(issue.findings) > 1 and chance.random() < 0.3:
                desk.repeats.toggle((number,))
        card = desk.card()
        before = said(desk.session.article)
        if card is not None and any(choice.proposed for choice in card.choices):
            desk.accept()
            assert said(desk.session.article) >= before
            InlineRunner(desk.session, only=(Family.DUPLICATES,)).run()
            desk.follow()
        else:
            desk.choose("3")


@given(st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_a_merge_that_takes_every_chip_loses_nothing_that_it_does_not_name(chance: random.Random) -> None:
    desk = make_desk(chance)
    for issue in open_issues(desk.session.issues, "duplicates"):
        desk.select(issue.id)
        before = said(desk.session.article)
        desk.choose("4")
        merging = desk.repeats.merge.merging
        if merging is None:
            continue
        for n in range(len(merging.draft.chips)):
            if n not in merging.taken:
                desk.repeats.on_merge(partial(MergeDesk.toggle_chip, number=n))
        merging = desk.repeats.merge.merging
        assert merging is not None
        named = {form_of(word).key for word in merging.lost}
        desk.repeats.finish_merge()
        assert before - said(desk.session.article) <= named
        return
