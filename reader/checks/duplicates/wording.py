"""What is said about a repeat: keys and values of its verdict, evidence, labels and effects."""

from __future__ import annotations

from collections.abc import Sequence

from reader.checks.duplicates.word_forms import WordClass, form_of
from reader.core.article import Article
from reader.core.duplicates import AlignedWord, CaptionGuess, Copy, DuplicateKind, Run, WordState
from reader.core.messages import Message
from reader.core.spans import Passage, Place
from reader.text.words import count_words

_BETWEEN = " … "
_LONGEST_LIST = 120


def number_of(article: Article, place: Place) -> int:
    """The ¶ number of a place in the opened article; that of the nearest block before it for one made later."""
    return article.block(place.block).origin.number or article.number_of(place.block)


def say_verdict(rule: str, article: Article, reference: Passage, copy: Copy) -> Message:
    """The verdict in one sentence: what it repeats, how many words differ, what has moved, what it adds."""
    number = number_of(article, reference.places[0])
    if copy.kind is DuplicateKind.EXACT:
        return Message.of(f"{rule}.exact", number=number)
    part = copy.kind is DuplicateKind.CONTAINED and len(copy.words) < len(copy.reference_words)
    text = _text_of(article, copy)
    moved = _phrases(text, copy.words, WordState.MOVED)
    differing = count_differing(article, copy)
    flags = [flag for flag, holds in (("differs", differing), ("moved", moved), ("adds", copy.adds)) if holds]
    values: dict[str, str | int] = {"number": number}
    if differing:
        values["count"] = differing
    if moved:
        values["moved"] = _join(moved)
    if copy.adds:
        values["adds"] = _join(copy.adds)
    return Message.of(".".join((rule, "part" if part else "whole", *flags)), **values)


def say_run(article: Article, run: Run) -> Message:
    """Which paragraphs repeat which."""
    return Message.of(
        "duplicates.run.found",
        first=number_of(article, run.copy.places[0]),
        last=number_of(article, run.copy.places[-1]),
        there=number_of(article, run.reference.places[0]),
        end=number_of(article, run.reference.places[-1]),
    )


def say_evidence(copy: Copy) -> Message:
    """How many words are the same, whether in the same order, and which stand nowhere else."""
    moved = "moved" if any(word.state is WordState.MOVED for word in copy.words) else "order"
    news = "only" if copy.only_here else "adds" if copy.adds else "nothing"
    same = sum(word.state in (WordState.SAME, WordState.MOVED) for word in copy.words)
    values: dict[str, str | int] = {"same": same, "count": len(copy.words)}
    if copy.only_here:
        values["words"] = ", ".join(copy.only_here)
    return Message.of(f"duplicates.evidence.{moved}.{news}", **values)


def say_clash(article: Article, reference: Passage, copy: Copy) -> Message:
    """Which words of the two copies contradict each other."""
    there, here = (_join([pair[side] for pair in copy.clash]) for side in (0, 1))
    return Message.of("duplicates.clash.found", number=number_of(article, reference.places[0]), here=here, there=there)


def say_cues(guess: CaptionGuess) -> Message:
    """What makes a paragraph read like a caption, the three strongest signs."""
    signs = ".".join(cue.replace(" ", "_") for cue in guess.cues[:3])
    return Message.of(f"captions.evidence.{signs}")


def label_cut(article: Article, place: Place, *, instead: bool = False) -> Message:
    """The label of a cut: the paragraph, or the sentence in it, or that of the other copy `instead`."""
    what = f"{'block' if place.span is None else 'part'}{'_instead' if instead else ''}"
    return Message.of(f"duplicates.fix.cut_{what}", number=number_of(article, place))


def say_effect(kept: int, loses: Sequence[str]) -> Message:
    """What a cut keeps (a ¶ number, 0 where nothing says the same) and which words it takes from the article."""
    key = f"duplicates.effect.{'keeps' if kept else 'cuts'}_{'loses' if loses else 'all'}"
    values: dict[str, str | int] = {"number": kept} if kept else {}
    if loses:
        values["words"] = ", ".join(loses)
    return Message.of(key, **values)


def count_differing(article: Article, copy: Copy) -> int:
    """The number of words that differ: swapped ones, and function words that the copy puts in."""
    text = _text_of(article, copy)
    swapped = sum(max(count_words(here), count_words(there)) for there, here in copy.changed)
    return swapped + sum(
        1
        for phrase in _phrases(text, copy.words, WordState.ADDS)
        if all(form_of(word).klass is WordClass.FUNCTION for word in phrase.split())
        for _ in phrase.split()
    )


def _text_of(article: Article, copy: Copy) -> str:
    return article.block(copy.passage.places[0].block).text


def _phrases(text: str, words: Sequence[AlignedWord], state: WordState) -> list[str]:
    """The runs of words in one state, as they stand."""
    found: list[str] = []
    start: int | None = None
    for n, word in enumerate(words):
        if word.state is not state:
            continue
        if start is None:
            start = word.start
        if n + 1 == len(words) or words[n + 1].state is not state:
            found.append(text[start : word.end])
            start = None
    return found


def _join(phrases: Sequence[str]) -> str:
    joined = _BETWEEN.join(phrases)
    return joined if len(joined) <= _LONGEST_LIST else joined[:_LONGEST_LIST].rpartition(" ")[0] + " …"
