"""Law: taking a decision back gives what the log gives without it.

The model is independent of the core: characters are objects in lists, intentions name characters. The log with the
step is made by carrying out all intentions; what must come out is made by carrying out all but that one.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.applying import apply_changes
from reader.core.article import Article
from reader.core.changes import Change
from reader.core.editing import cut_passage, replace_text
from reader.core.history import History, StepKind, changes_without, make_step
from reader.core.messages import Message
from reader.core.replay import StepTouched

LABEL = Message.of("edit")


@dataclass(eq=False)
class Char:
    """One character with an identity; `born` is the intention that wrote it (-1: it was there)."""

    text: str
    born: int = -1


@dataclass(frozen=True)
class Intention:
    """Delete these neighbouring characters of a block and write others in their place.

    An insertion stands behind `left`, where that is there, else before `right`, else alone.
    """

    block: int
    gone: tuple[Char, ...]
    left: Char | None
    right: Char | None
    new: tuple[Char, ...]
    cut: bool = False


@dataclass
class Model:
    """Blocks as lists of characters."""

    blocks: dict[int, list[Char]] = field(default_factory=dict)

    def texts(self) -> list[str]:
        return ["".join(char.text for char in chars) for chars in self.blocks.values()]

    def carry_out(self, intention: Intention) -> None:
        if intention.cut:
            del self.blocks[intention.block]
            return
        chars = self.blocks[intention.block]
        at = chars.index(intention.gone[0]) if intention.gone else self.seam(chars, intention)
        kept = [char for char in chars if char not in intention.gone]
        kept[at:at] = intention.new
        self.blocks[intention.block] = kept

    @staticmethod
    def seam(chars: list[Char], intention: Intention) -> int:
        if intention.left in chars:
            return chars.index(intention.left) + 1
        return chars.index(intention.right) if intention.right in chars else 0

    def to_change(self, intention: Intention, article: Article) -> Change:
        block = article.block(intention.block)
        if intention.cut:
            return cut_passage(block, None)
        chars = self.blocks[intention.block]
        start = chars.index(intention.gone[0]) if intention.gone else self.seam(chars, intention)
        new = "".join(char.text for char in intention.new)
        return replace_text(block, start, start + len(intention.gone), new)


def random_intention(chance: random.Random, model: Model, number: int) -> Intention:
    block = chance.choice(list(model.blocks))
    chars = model.blocks[block]
    if chance.random() < 0.1 and len(model.blocks) > 2:
        return Intention(block, tuple(chars), None, None, (), cut=True)
    start = chance.randint(0, len(chars))
    end = min(len(chars), start + chance.choice([0, 0, 1, 3]))
    new = tuple(Char(text, number) for text in chance.choice(["", "x", "yz", "😀"]))
    left, right = chars[start - 1] if start else None, chars[end] if end < len(chars) else None
    return Intention(block, tuple(chars[start:end]), left, right, new)


def rests_on(later: Intention, number: int, withdrawn: Intention) -> bool:
    """Whether an intention names a character that the withdrawn one wrote, or stands beside one, or cuts its block."""
    if later.cut:
        return later.block == withdrawn.block
    beside = (*later.gone, later.left, later.right)
    if not any(beside):  # typed into a block that the withdrawn one had emptied: where in its old text is that?
        return later.block == withdrawn.block
    return any(char is not None and char.born == number for char in beside)


def spans_a_seam(later: Intention, without: Model) -> bool:
    """Whether an intention replaces characters as neighbours that, without the withdrawn one, others stand between."""
    chars = without.blocks[later.block]
    if not later.gone or any(char not in chars for char in later.gone):
        return False
    return chars.index(later.gone[-1]) - chars.index(later.gone[0]) != len(later.gone) - 1


@settings(max_examples=300)
@given(st.randoms(use_true_random=False))
def test_taking_back_gives_what_the_log_gives_without_the_step(chance: random.Random) -> None:
    texts = ["".join(chance.choices("abc😀", k=chance.randint(0, 6))) for _ in range(3)]
    start = {n: [Char(text) for text in block] for n, block in enumerate(texts, 1)}
    model = Model({n: list(chars) for n, chars in start.items()})
    article = Article.of(*texts)
    history = History()
    intentions: list[Intention] = []
    for number in range(chance.randint(1, 8)):
        intention = random_intention(chance, model, number)
        step, article, _ = make_step(article, StepKind.EDIT, LABEL, [model.to_change(intention, article)])
        history = history.appended(step)
        model.carry_out(intention)
        intentions.append(intention)
        assert [block.text for block in article.blocks] == model.texts()

    number = chance.randrange(len(intentions))
    withdrawn = intentions[number]
    later = intentions[number + 1 :]
    try:
        changes = changes_without(history, article, number)
    except StepTouched as touched:
        refused: int | None = touched.index
    else:
        refused = None
    held = later if refused is None else later[:refused]
    without = Model({n: list(chars) for n, chars in start.items()})
    for intention in (*intentions[:number], *held):
        without.carry_out(intention)
    if refused is not None:
        assert rests_on(later[refused], number, withdrawn) or spans_a_seam(later[refused], without)
        return
    result = apply_changes(article, changes).article
    assert [block.text for block in result.blocks] == without.texts()


def test_a_later_step_that_spans_the_seam_of_a_cut_is_named() -> None:
    article = Article.of("one two three")
    first, article, _ = make_step(article, StepKind.EDIT, LABEL, [replace_text(article.blocks[0], 4, 8, "")])
    second, article, _ = make_step(article, StepKind.EDIT, LABEL, [replace_text(article.blocks[0], 2, 6, "")])
    with pytest.raises(StepTouched) as caught:
        changes_without(History().appended(first).appended(second), article, 0)
    assert caught.value.index == 0


def test_a_step_that_nothing_rests_on_is_simply_undone() -> None:
    article = Article.of("one two")
    step, article, _ = make_step(article, StepKind.EDIT, LABEL, [replace_text(article.blocks[0], 4, 7, "2")])
    changes = changes_without(History().appended(step), article, 0)
    assert apply_changes(article, changes).article.blocks[0].text == "one two"


def test_a_later_step_that_deletes_what_it_wrote_is_named() -> None:
    article = Article.of("one two")
    first, article, _ = make_step(article, StepKind.EDIT, LABEL, [replace_text(article.blocks[0], 4, 7, "twenty")])
    second, article, _ = make_step(article, StepKind.EDIT, LABEL, [replace_text(article.blocks[0], 5, 6, "")])
    with pytest.raises(StepTouched) as caught:
        changes_without(History().appended(first).appended(second), article, 0)
    assert caught.value.index == 0
