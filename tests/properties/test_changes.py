"""Changes are closed under inverse, refused where they do not fit, and carry places with their text."""

from __future__ import annotations

import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.applying import apply_changes
from reader.core.article import Article, Block, Container, ContainerKind, Mark, MarkKind, Meta, Role
from reader.core.changes import (
    END,
    START,
    Change,
    ChangeRefused,
    InsertBlock,
    MoveBlock,
    RemoveBlock,
    SetMarks,
    SetMeta,
    SetRole,
)
from reader.core.editing import difference, keep_as_caption, merge_blocks, replace_text, split_block
from reader.core.fixes import Fix, join_fixes
from reader.core.history import History, Step, StepKind, make_step, replay, rewind
from reader.core.marks import normal_marks
from reader.core.messages import Message
from reader.core.plain import decode, encode
from reader.core.spans import Place, Span

PIECES = ["mayor", " ", "😀", "e\u0301", "\u00a0", "\u2028", "“so”", "Kyiv", "\t", "中"]
LABEL = Message.of("edit")


def random_text(chance: random.Random) -> str:
    return "".join(chance.choices(PIECES, k=chance.choice([0, 0, 1, 4, 9])))


def random_marks(chance: random.Random, length: int) -> tuple[Mark, ...]:
    marks = []
    for _ in range(chance.choice([0, 0, 1, 3])):
        low, high = sorted((chance.randint(0, length), chance.randint(0, length)))
        kind = chance.choice([MarkKind.BOLD, MarkKind.ITALIC, MarkKind.LINK])
        marks.append(Mark(Span(low, high), kind, "x" if kind is MarkKind.LINK else ""))
    return normal_marks(marks)


def random_block(chance: random.Random, ident: int, container: Container | None = None) -> Block:
    text = random_text(chance)
    marks = random_marks(chance, len(text))
    editable = chance.random() > 0.05
    role = chance.choice([Role.PARAGRAPH, Role.CAPTION, Role.CROSSHEAD])
    return Block(ident, text, role, 0, marks, container=container or Container(), editable=editable)


def random_article(chance: random.Random) -> Article:
    blocks = [random_block(chance, n) for n in range(1, chance.randint(2, 8))]
    if chance.random() < 0.4:
        cells = [Container(ContainerKind.CELL, (1, 0, column)) for column in (0, 1)]
        at = chance.randint(0, len(blocks))
        blocks[at:at] = [random_block(chance, 50 + n, cell) for n, cell in enumerate(cells)]
    return Article(tuple(blocks), Meta("Title"))


def random_change(chance: random.Random, article: Article, fresh: int) -> Change:
    block = chance.choice(article.blocks)
    low, high = sorted((chance.randint(0, len(block.text)), chance.randint(0, len(block.text))))
    n = article.position(block.id)
    after = chance.choice([START, END, chance.choice(article.blocks).id])
    match chance.randrange(10):
        case 0 | 1 | 2:
            return replace_text(block, low, high, random_text(chance))
        case 3:
            return split_block(block, low, fresh)
        case 4:
            return merge_blocks(block, article.blocks[(n + 1) % len(article.blocks)])
        case 5:
            return InsertBlock(random_block(chance, fresh), after)
        case 6:
            return RemoveBlock(block)
        case 7:
            return MoveBlock(block.id, after)
        case 8:
            return SetRole(block.id, block.role, chance.choice(list(Role)), block.level, chance.randint(0, 3))
        case _:
            if chance.random() < 0.5:
                return SetMeta(article.meta, Meta(random_text(chance)))
            return SetMarks(block.id, block.marks, random_marks(chance, len(block.text)))


def random_steps(chance: random.Random, article: Article, count: int) -> list[tuple[Article, Change, Article]]:
    """Valid changes one after the other, each with the article before and after it."""
    steps = []
    for n in range(count * 3):
        change = random_change(chance, article, 1000 + n)
        try:
            after = apply_changes(article, [change]).article
        except ChangeRefused:
            continue
        steps.append((article, change, after))
        article = after
    return steps[:count]


@given(st.randoms(use_true_random=False))
def test_a_change_and_its_inverse_give_the_same_article(chance: random.Random) -> None:
    for before, change, after in random_steps(chance, random_article(chance), 12):
        applied = apply_changes(before, [change])
        assert applied.article == after
        assert apply_changes(after, applied.inverse).article == before


@given(st.randoms(use_true_random=False))
def test_many_changes_and_their_inverse_give_the_same_article(chance: random.Random) -> None:
    article = random_article(chance)
    changes = [change for _, change, _ in random_steps(chance, article, 12)]
    applied = apply_changes(article, changes)
    back = apply_changes(applied.article, applied.inverse)
    assert back.article == article
    assert apply_changes(back.article, back.inverse).article == applied.article


@given(st.randoms(use_true_random=False))
def test_a_refused_change_leaves_nothing_done(chance: random.Random) -> None:
    article = random_article(chance)
    block = article.blocks[0]
    wrong = replace_text(Block(block.id, f"{block.text}?"), 0, len(block.text) + 1, "x")
    with pytest.raises(ChangeRefused):
        apply_changes(article, [SetMeta(article.meta, Meta("other")), wrong])
    assert article.meta == Meta("Title")


@given(st.randoms(use_true_random=False))
def test_a_place_keeps_its_text_and_places_elsewhere_are_never_lost(chance: random.Random) -> None:
    for before, change, after in random_steps(chance, random_article(chance), 12):
        mapping = apply_changes(before, [change]).mapping
        touched = mapping.touched_blocks()
        for block in before.blocks:
            low, high = sorted((chance.randint(0, len(block.text)), chance.randint(0, len(block.text))))
            place = Place.at(block.id, low, high)
            now = mapping.place(place)
            if block.id not in touched:
                assert now == place
            elif now is not None and not (isinstance(change, InsertBlock | RemoveBlock) or rewrites(change, low, high)):
                assert after.text_at(now) == before.text_at(place)


def rewrites(change: Change, low: int, high: int) -> bool:
    """Whether a replacement lies inside a place: then the place grows with it."""
    span = getattr(change, "span", None)
    return isinstance(span, Span) and low <= span.start and span.end <= high


@given(st.randoms(use_true_random=False))
def test_the_difference_of_two_articles_turns_one_into_the_other(chance: random.Random) -> None:
    article = random_article(chance)
    steps = [s for s in random_steps(chance, article, 10) if all(b.container == Container() for b in s[2].blocks)]
    if not steps or any(block.container != Container() or not block.editable for block in article.blocks):
        return
    other = steps[-1][2]
    if all(block.editable for block in other.blocks):
        assert apply_changes(article, difference(article, other)).article == other


@given(st.randoms(use_true_random=False))
def test_undo_of_everything_is_the_article_as_opened_and_any_prefix_replays(chance: random.Random) -> None:
    opened = article = random_article(chance)
    history, states = History(), [opened]
    for _, change, _ in random_steps(chance, opened, 10):
        step, article, _ = make_step(article, StepKind.EDIT, LABEL, [change])
        history = history.appended(step)
        states.append(article)
    for n, state in enumerate(states):
        assert replay(opened, history.steps[:n]) == state
        assert rewind(article, history.steps[n:]) == state


@given(st.randoms(use_true_random=False))
def test_articles_and_steps_survive_their_plain_form(chance: random.Random) -> None:
    article = random_article(chance)
    assert decode(Article, json.loads(json.dumps(encode(Article, article)))) == article
    for before, change, _ in random_steps(chance, article, 8):
        step, _, _ = make_step(before, StepKind.DECISION, LABEL, [change])
        assert decode(Step, json.loads(json.dumps(encode(Step, step)))) == step


@settings(max_examples=60)
@given(st.randoms(use_true_random=False))
def test_joined_fixes_never_overlap_and_lose_none(chance: random.Random) -> None:
    article = random_article(chance)
    fixes = []
    for _ in range(chance.randint(1, 8)):
        block = chance.choice(article.blocks)
        low, high = sorted((chance.randint(0, len(block.text)), chance.randint(0, len(block.text))))
        changes: tuple[Change, ...] = (replace_text(block, low, high, "x"),)
        if chance.random() < 0.3:
            changes = (RemoveBlock(block),)
        elif chance.random() < 0.2:
            changes = keep_as_caption(block)
        fixes.append(Fix(LABEL, changes))
    joint = join_fixes(article, fixes)
    assert sorted((*joint.taken, *joint.skipped)) == list(range(len(fixes)))
    apply_changes(article, joint.changes)


def random_run(chance: random.Random, article: Article, kind: int) -> list[Change]:
    """Changes of one kind in a row, most of which fit: what is applied together."""
    changes: list[Change] = []
    for n in range(chance.randint(2, 6)):
        block = chance.choice(article.blocks)
        after = chance.choice([START, END, chance.choice(article.blocks).id, 2000 + n - 1])
        low, high = sorted((chance.randint(0, len(block.text)), chance.randint(0, len(block.text))))
        made: tuple[Change, ...] = (
            RemoveBlock(block),
            InsertBlock(random_block(chance, 2000 + n), after),
            MoveBlock(block.id, after),
            replace_text(block, low, high, random_text(chance)),
            SetRole(block.id, block.role, chance.choice(list(Role)), block.level, 1),
        )
        changes.append(made[kind])
    return changes


@given(st.randoms(use_true_random=False), st.integers(0, 4))
def test_changes_applied_together_are_those_applied_one_by_one(chance: random.Random, kind: int) -> None:
    article = random_article(chance)
    changes = random_run(chance, article, kind)
    inverse: list[Change] = []
    plain: Article | None = article
    for change in changes:
        try:
            applied = apply_changes(plain or article, [change])
        except ChangeRefused:
            plain = None
            break
        plain, inverse = applied.article, [*applied.inverse, *inverse]
    if plain is None:
        with pytest.raises(ChangeRefused):
            apply_changes(article, changes)
        return
    together = apply_changes(article, changes)
    assert together.article == plain
    assert list(together.inverse) == inverse
    assert apply_changes(plain, together.inverse).article == article


@given(st.randoms(use_true_random=False))
def test_a_place_is_carried_as_by_each_change_in_turn(chance: random.Random) -> None:
    article = random_article(chance)
    steps = random_steps(chance, article, 15)
    mapping = apply_changes(article, [change for _, change, _ in steps]).mapping
    for block in article.blocks:
        low, high = sorted((chance.randint(0, len(block.text)), chance.randint(0, len(block.text))))
        here: Place | None = Place.at(block.id, low, high)
        place = here
        for _, change, _ in steps:
            here = change.carry(here) if here is not None else None
        assert place is not None
        assert mapping.place(place) == here
