"""Times the search for repeats: one article, and the re-check after an edit of one paragraph.

Run: python tests/benchmarks/bench_duplicates.py [--prototype PATH] [--text FILE]. CPU milliseconds, best of several
rounds. The article is made up of our own words, with repeats planted; a text of your own may be given. `--prototype`
names a program with `find(text)` to time beside it on the same text.
"""

from __future__ import annotations

import argparse
import importlib.util
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

from reader.checks.duplicates.provider import find_repeats, find_repeats_in
from reader.checks.duplicates.registry import CHECKS
from reader.checks.duplicates.survey import Survey
from reader.checks.duplicates.surveys import SURVEYS
from reader.checks.duplicates.units import _cached_units
from reader.checks.facts import REPEATS, Facts
from reader.checks.kinds import ArticleCheck
from reader.core.applying import apply_changes
from reader.core.article import Article
from reader.core.editing import replace_text
from reader.lexicon.word_list import load_word_list

ROUNDS = 9
PLANTED = 0.02


def make_text(words: int, seed: int = 3) -> list[str]:
    """Paragraphs of common and rare words as in running copy; some stand again, lightly changed."""
    chance = random.Random(seed)
    ranked = sorted(load_word_list().items(), key=lambda item: -item[1])
    vocabulary, weights = [word for word, _ in ranked[:20_000]], [10**zipf for _, zipf in ranked[:20_000]]
    paragraphs: list[str] = []
    made = 0
    while made < words:
        if paragraphs and chance.random() < PLANTED:
            copy = chance.choice(paragraphs).split()
            copy[chance.randrange(len(copy))] = chance.choice(vocabulary[:2000])
            paragraphs.append(" ".join(copy))
        else:
            sentences = []
            for _ in range(chance.randint(1, 3)):
                row = chance.choices(vocabulary, weights, k=chance.randint(9, 26))
                sentences.append(f"{' '.join(row).capitalize()}.")
            paragraphs.append(" ".join(sentences))
        made += len(paragraphs[-1].split())
    return paragraphs


def best_of(act: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The least CPU milliseconds of one call."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        act()
        times.append(time.process_time() - start)
    return min(times) * 1000


def check(article: Article, facts: Facts) -> Facts:
    """Take the repeats of an article into the facts and make the findings, as the worker does."""
    facts = facts.with_fact(REPEATS, find_repeats(article))
    for one in CHECKS:
        if isinstance(one, ArticleCheck):
            list(one.find(article, facts))
    return facts


def find_afresh(article: Article) -> None:
    """Repeats of an article that was never seen before."""
    _cached_units.cache_clear()
    find_repeats_in(Survey.of(article), article)


def time_edits(article: Article) -> float:
    """The median CPU milliseconds of a re-check after an edit of one paragraph."""
    facts = check(article, Facts())
    chance = random.Random(1)
    times = []
    for n in range(40):
        block = chance.choice(article.blocks)
        at = chance.randrange(len(block.text))
        article = apply_changes(article, (replace_text(block, at, at, f" word{n} "),)).article
        start = time.process_time()
        facts = check(article, facts)
        times.append(time.process_time() - start)
    SURVEYS.of(Article.of("done"))
    return sorted(times)[len(times) // 2] * 1000


def load_prototype(path: Path) -> Callable[[str], object]:
    """The function `find` of a program."""
    sys.path.insert(0, str(path.parent))
    spec = importlib.util.spec_from_file_location("prototype", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is no Python program")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    find: Callable[[str], object] = module.find
    return find


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--prototype", type=Path)
    parser.add_argument("--text", type=Path)
    options = parser.parse_args()
    if options.text:
        paragraphs = [block for block in options.text.read_text(encoding="utf-8").split("\n\n") if block.strip()]
    else:
        paragraphs = make_text(1_000)
    article, words = Article.of(*paragraphs), sum(len(one.split()) for one in paragraphs)
    find_afresh(article)
    whole = best_of(lambda: find_afresh(article))
    print(f"one article, {words} words: {whole:.1f} ms CPU ({whole / words * 1000:.1f} a thousand words)")
    if options.prototype:
        find = load_prototype(options.prototype)
        text = "\n\n".join(paragraphs)
        other = best_of(lambda: find(text))
        print(f"prototype on the same text: {other:.1f} ms CPU; ratio {whole / other:.2f}")
    long = Article.of(*make_text(20_000))
    first = best_of(lambda: find_afresh(long), 3)
    print(f"20,000 words, {len(long.blocks)} paragraphs: {first:.0f} ms CPU the first time")
    print(f"re-check after an edit of one paragraph: {time_edits(long):.2f} ms CPU (median of 40)")


if __name__ == "__main__":
    main()
