"""Scores pairs that a program found against labelled ones: precision, recall, kinds, which side goes, decoys.

A pair found hits a labelled pair where each of its passages covers most of one labelled passage and is not much longer,
or lies within one and is no small part of it: sentences, clauses and paragraphs can all be scored so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reader.core.duplicates import DuplicateKind
from tests.quality.labelled import Bounds, LabelledArticle, LabelledPair

_COVERS = 0.6
_TIMES_AS_LONG = 3
_INSIDE = 0.9
_NO_SMALL_PART = 0.35
_OTHER_SIDE = {"a": "b", "b": "a"}


@dataclass(slots=True)
class Tally:
    """What was counted; `errors` say what went wrong, in words."""

    labelled: int = 0
    found: int = 0
    right: int = 0
    wrong: int = 0
    kinds_right: int = 0
    sides_right: int = 0
    decoys: int = 0
    decoys_called_duplicates: int = 0
    decoys_called_conflicts: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of the pairs found that are wanted; those that are neither wanted nor errors do not count."""
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of the wanted pairs that were found."""
        return _share(self.found, self.labelled)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return _share(2 * self.precision * self.recall, self.precision + self.recall)

    def figures(self) -> dict[str, float]:
        """The figures by their names, rounded as they are printed."""
        found = {
            "precision": self.precision,
            "recall": self.recall,
            "f1": self.f1,
            "kind": _share(self.kinds_right, self.right),
            "redundant": _share(self.sides_right, self.right),
        }
        if self.decoys:
            found["decoys_spared"] = 1 - self.decoys_called_duplicates / self.decoys
            found["decoys_as_conflicts"] = self.decoys_called_conflicts / self.decoys
        return {name: round(value, 3) for name, value in found.items()}


def score(articles: Iterable[LabelledArticle], predictions: Iterable[Sequence[LabelledPair]]) -> Tally:
    """The tally of the pairs found in each article."""
    tally = Tally()
    for article, found in zip(articles, predictions, strict=True):
        _score_article(tally, article, found)
    return tally


def _score_article(tally: Tally, article: LabelledArticle, found: Sequence[LabelledPair]) -> None:
    duplicates = [pair for pair in found if pair.kind != DuplicateKind.CONFLICT]
    conflicts = [pair for pair in found if pair.kind == DuplicateKind.CONFLICT]
    hit: set[int] = set()
    for pair in duplicates:
        hits = [n for n, wanted in enumerate(article.wanted) if sides_of_hit(pair, wanted)]
        if hits:
            _count_right(tally, pair, article.wanted[hits[0]])
            hit.update(hits)
        elif not any(sides_of_hit(pair, ignored) for ignored in article.ignored):
            tally.wrong += 1
            tally.errors.append(_say("wrong", article, pair))
    for n, wanted in enumerate(article.wanted):
        if n not in hit:
            tally.errors.append(_say(f"missed {wanted.kind}", article, wanted))
    tally.labelled += len(article.wanted)
    tally.found += len(hit)
    tally.decoys += len(article.decoys)
    for decoy in article.decoys:
        tally.decoys_called_duplicates += any(sides_of_hit(pair, decoy) for pair in duplicates)
        told = any(sides_of_hit(pair, decoy) for pair in conflicts)
        tally.decoys_called_conflicts += told
        if not told:
            tally.errors.append(_say("decoy not told", article, decoy))


def sides_of_hit(found: LabelledPair, labelled: LabelledPair) -> str:
    """Which side of the labelled pair `a` of the found pair is, "a" or "b"; empty where it does not hit."""
    if _covers(found.a, labelled.a) and _covers(found.b, labelled.b):
        return "a"
    if _covers(found.a, labelled.b) and _covers(found.b, labelled.a):
        return "b"
    return ""


def _count_right(tally: Tally, pair: LabelledPair, wanted: LabelledPair) -> None:
    tally.right += 1
    tally.kinds_right += pair.kind == wanted.kind
    same_way_round = sides_of_hit(pair, wanted) == "a"
    goes = pair.redundant if same_way_round else _OTHER_SIDE[pair.redundant]
    right = goes == wanted.redundant
    tally.sides_right += right
    if pair.kind != wanted.kind:
        tally.errors.append(f"{pair.kind} is no {wanted.kind}")


def _covers(found: Bounds, labelled: Bounds) -> bool:
    shared = min(found[1], labelled[1]) - max(found[0], labelled[0])
    if shared <= 0:
        return False
    size, its = found[1] - found[0], labelled[1] - labelled[0]
    whole = shared >= _COVERS * its and size <= _TIMES_AS_LONG * its
    return whole or (shared >= _INSIDE * size and shared >= _NO_SMALL_PART * its)


def _say(what: str, article: LabelledArticle, pair: LabelledPair) -> str:
    return f"{what} ({article.name}): {article.text[slice(*pair.a)]!r} / {article.text[slice(*pair.b)]!r}"


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 1.0
