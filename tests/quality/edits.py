"""What is done to a sentence to make a copy of it: nothing, words edited, a part taken, words swapped, facts changed.

Every operation takes the sentence and a source of chance and gives the copy, or None where it cannot be done to it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from functools import partial

Operation = Callable[[str, random.Random, "Vocabulary"], str | None]

_SHORTEST_PART = 7
_LARGEST_PART = 0.8
_FEWEST_SWAPS = 2
_FEWEST_FACTS = 2
_MOST_FACTS = 4
_CLAUSES = re.compile(r"(?<=,) | (?=(?:who|which|as|and|after|while|because|but) )")
_WORD = re.compile(r"(?<![\w-])[a-z]+(?![\w-])")
_NOT = re.compile(r"\b(?:not|never|cannot)\b|n['’]t\b")
_FIGURE = re.compile(r"\b\d[\d,.]*\b")
_NAME = re.compile(r"(?<=[a-z] )[A-Z][a-z]{3,}\b")
_LABELS = ("Pictured: ", "Moment: ", "Proud: ", "")
_MARKS = (" (pictured)", " (left)", ", above", " (file photo)")
_SYNONYMS = {
    one: other
    for pair in (
        "said/stated told/informed began/started begin/start show/display showed/revealed asked/requested big/large"
        " small/little near/close new/fresh old/ancient help/assist helped/assisted bought/purchased buy/purchase"
        " made/produced make/produce took/grabbed got/received used/employed found/discovered built/constructed"
        " people/residents children/youngsters house/home houses/homes road/route car/vehicle cars/vehicles"
        " work/labour money/cash plan/scheme plans/schemes town/settlement river/stream shop/store shops/stores"
        " many/numerous about/roughly during/throughout before/ahead_of after/following because/since while/whereas"
        " often/frequently quickly/rapidly ended/finished kept/retained wanted/wished needs/requires need/require"
        " week/seven_days think/believe thought/believed year/twelvemonth job/post company/firm group/party"
    ).split()
    for one, other in [pair.replace("_", " ").split("/")]
}


class Vocabulary:
    """Words and names to put in the place of others, taken from the texts themselves."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.words: tuple[str, ...] = tuple(
            sorted({word for text in texts for word in re.findall(r"\b[a-z]{3,}\b", text)})
        )
        self.names: tuple[str, ...] = tuple(sorted({name for text in texts for name in _NAME.findall(text)}))


def repeat(sentence: str, chance: random.Random, words: Vocabulary) -> str:
    """The sentence."""
    return sentence


def edit(share: float, sentence: str, chance: random.Random, words: Vocabulary) -> str:
    """The sentence with a share of its words left out, put in or exchanged, at random; a "not" stays."""
    copy = sentence.split(" ")
    for _ in range(max(1, round(share * len(copy)))):
        at = chance.randrange(len(copy))
        if _NOT.search(copy[at]):
            continue
        act = chance.choice(("leave out", "put in", "exchange"))
        if act == "leave out" and len(copy) > _SHORTEST_PART:
            del copy[at]
        elif act == "put in":
            copy.insert(at, chance.choice(words.words))
        else:
            copy[at] = chance.choice(words.words)
    return " ".join(copy)


def take_part(*, head: bool, sentence: str, chance: random.Random, words: Vocabulary) -> str | None:
    """The first clauses of a sentence, or the last ones: as few as have some length."""
    clauses = [clause.strip() for clause in _CLAUSES.split(sentence)]
    for size in range(1, len(clauses)):
        part = " ".join(clauses[:size] if head else clauses[-size:]).strip(" ,")
        if len(part.split()) >= _SHORTEST_PART:
            return part if len(part.split()) < _LARGEST_PART * len(sentence.split()) else None
    return None


def swap_synonyms(sentence: str, chance: random.Random, words: Vocabulary) -> str | None:
    """The sentence with every word exchanged that has a synonym; None where hardly any has."""
    swapped = sum(word in _SYNONYMS for word in _WORD.findall(sentence))
    return _WORD.sub(lambda found: _SYNONYMS.get(found[0], found[0]), sentence) if swapped >= _FEWEST_SWAPS else None


def reorder(sentence: str, chance: random.Random, words: Vocabulary) -> str | None:
    """The sentence with the parts around its first comma exchanged."""
    first, comma, rest = sentence.rstrip(".").partition(", ")
    if not comma or min(len(first.split()), len(rest.split())) < 4:
        return None
    return f"{rest[0].upper()}{rest[1:]}, {first}"


def caption(sentence: str, chance: random.Random, words: Vocabulary) -> str:
    """The sentence decorated as captions are."""
    return chance.choice(_LABELS) + sentence.rstrip(".") + chance.choice(_MARKS)


def change_facts(sentence: str, chance: random.Random, words: Vocabulary) -> str | None:
    """A decoy: the sentence with other figures and names; None where it has too few."""
    facts = sorted([*_FIGURE.finditer(sentence), *_NAME.finditer(sentence)], key=re.Match.start)
    if len(facts) < _FEWEST_FACTS:
        return None
    for fact in reversed(facts[-_MOST_FACTS:]):
        sentence = sentence[: fact.start()] + _other_fact(fact.group(), chance, words) + sentence[fact.end() :]
    return sentence


def _other_fact(fact: str, chance: random.Random, words: Vocabulary) -> str:
    if fact[0].isdigit():
        return str(chance.choice([n for n in range(2, 98) if str(n) != fact]))
    return chance.choice([name for name in words.names if name != fact])


OPERATIONS: tuple[tuple[str, str, Operation], ...] = (
    ("exact", "exact", repeat),
    ("5 % edited", "near", partial(edit, 0.05)),
    ("10 % edited", "near", partial(edit, 0.1)),
    ("20 % edited", "near", partial(edit, 0.2)),
    ("40 % edited", "paraphrase", partial(edit, 0.4)),
    ("first clause", "contained", lambda *row: take_part(head=True, sentence=row[0], chance=row[1], words=row[2])),
    ("last clause", "contained", lambda *row: take_part(head=False, sentence=row[0], chance=row[1], words=row[2])),
    ("synonyms", "paraphrase", swap_synonyms),
    ("reordered", "paraphrase", reorder),
    ("caption", "near", caption),
)
"""Name, kind of duplicate that it makes, and operation."""
DECOYS: tuple[Operation, ...] = (change_facts, change_facts)
