"""Times the search for repeats: one article beside the prototype, and the re-check after edits of a long one.

Run: python tests/benchmarks/bench_duplicates.py [--prototype PATH] [--text FILE]. CPU milliseconds, best of several
rounds. The articles are made up of our own words, with repeats planted; a text of your own may be given. `--prototype`
names a program with `find(text)` to time beside it on the same text: that of the project's workplace, where it is
there. Also: whether keystrokes leave memory behind in the process that checks. The program ends with an error where a
bound is broken.
"""

from __future__ import annotations

import argparse
import gc
import importlib.util
import json
import random
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median, quantiles

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
PROTOTYPE = Path(__file__).resolve().parents[3] / "shared" / "prototypes" / "dedup_proto.py"
MOST_MILLISECONDS = 5.0
MOST_KILOBYTES = 0.5
"""A table of hashes made anew now and then is no growth; an article or a text kept would be more a keystroke."""
PLANTED = 0.02


def make_text(words: int, seed: int = 3, *, planted: float = PLANTED) -> list[str]:
    """Paragraphs of common and rare words as in running copy; some stand again, lightly changed."""
    chance = random.Random(seed)
    ranked = sorted(load_word_list().items(), key=lambda item: -item[1])
    vocabulary, weights = [word for word, _ in ranked[:20_000]], [10**zipf for _, zipf in ranked[:20_000]]
    paragraphs: list[str] = []
    made = 0
    while made < words:
        if paragraphs and chance.random() < planted:
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


def time_edits(article: Article, *, repeated: bool = False) -> tuple[float, float]:
    """Median and 9th decile of the CPU milliseconds of a re-check after edits of a paragraph, as the worker does it.

    The edits put a word into any paragraph, or (`repeated`) into one that has a copy.
    """
    facts = check(article, Facts())
    blocks = list(find_repeated_blocks(facts)) if repeated else [block.id for block in article.blocks]
    chance = random.Random(1)
    times = []
    for n in range(60):
        block = article.block(chance.choice(blocks))
        at = chance.randrange(len(block.text))
        article = apply_changes(article, (replace_text(block, at, at, f" word{n} "),)).article
        start = time.process_time()
        facts = check(article, facts)
        times.append((time.process_time() - start) * 1000)
    SURVEYS.of(Article.of("done"))
    return median(times), quantiles(times, n=10)[-1]


def find_repeated_blocks(facts: Facts) -> Iterator[int]:
    """The blocks that have a copy or are one."""
    for group in facts.get(REPEATS).groups:
        for passage in (group.reference, *(copy.passage for copy in group.copies)):
            yield from (place.block for place in passage.places)


def time_memory(article: Article, keystrokes: int = 2_000) -> float:
    """Kilobytes that a keystroke leaves behind in the process that checks."""
    facts = check(article, Facts())

    def type_words(count: int) -> None:
        nonlocal article, facts
        for n in range(count):
            block = article.blocks[n // 20 % 20]
            new = "" if n % 2 else "x"
            change = replace_text(block, 0, 1 - len(new), new)
            article = apply_changes(article, (change,)).article
            facts = check(article, facts)

    type_words(keystrokes // 4)
    gc.collect()
    tracemalloc.start()
    type_words(keystrokes)
    gc.collect()
    left, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return left / 1024 / keystrokes


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


def compare_with_prototype(path: Path, paragraphs: list[str], spent: float) -> bool:
    """Print what the prototype takes for the same text; whether Reader takes no longer."""
    if not path.exists():
        print(f"the prototype is not here ({path}): nothing to compare with")
        return True
    find = load_prototype(path)
    text = "\n\n".join(paragraphs)
    other = best_of(lambda: find(text))
    print(f"  the prototype on the same text: {other:.1f} ms CPU; ratio {spent / other:.2f}")
    return spent <= other


def compare_real_articles(path: Path) -> bool:
    """Print what both take for the articles that lie beside the project, together; whether Reader takes no longer."""
    folder = path.parents[1]
    labels = [
        json.loads(file.read_text(encoding="utf-8")) for file in sorted((folder / "gold").glob("duplicates-*.json"))
    ]
    texts = [item["text"] for items in labels for item in items]
    texts += [file.read_text(encoding="utf-8") for file in sorted((folder / "articles").rglob("*.txt"))]
    if not path.exists() or not texts:
        return True
    find = load_prototype(path)
    ours, theirs = [], []
    for text in texts:
        article = Article.of(*[block for block in text.split("\n\n") if block.strip()])
        ours.append(best_of(lambda article=article: find_afresh(article), 3))  # type: ignore[misc] # bound at once
        theirs.append(best_of(lambda text=text: find(text), 3))  # type: ignore[misc] # bound at once
    slower = sum(one > other for one, other in zip(ours, theirs, strict=True))
    print(f"{len(texts)} real articles: {sum(ours):.0f} ms CPU, the prototype {sum(theirs):.0f}; ", end="")
    print(f"ratio {sum(ours) / sum(theirs):.2f}, {slower} single ones above 1")
    return sum(ours) <= sum(theirs)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--prototype", type=Path, default=PROTOTYPE)
    parser.add_argument("--text", type=Path)
    options = parser.parse_args()
    kept = True
    texts = [make_text(1_000), make_text(1_000, planted=0.2)]
    if options.text:
        texts = [[block for block in options.text.read_text(encoding="utf-8").split("\n\n") if block.strip()]]
    for paragraphs in texts:
        article, words = Article.of(*paragraphs), sum(len(one.split()) for one in paragraphs)
        find_afresh(article)
        whole = best_of(lambda article=article: find_afresh(article))  # type: ignore[misc] # bound at once
        print(f"one article, {words} words: {whole:.1f} ms CPU ({whole / words * 1000:.1f} a thousand words)")
        kept &= compare_with_prototype(options.prototype, paragraphs, whole)
    kept &= compare_real_articles(options.prototype)
    for planted in (PLANTED, 0.1):
        long = Article.of(*make_text(20_000, planted=planted))
        copies = sum(len(group.copies) for group in find_repeats_in(Survey.of(long), long).groups)
        first = best_of(lambda long=long: find_afresh(long), 3)  # type: ignore[misc] # bound at once
        print(f"20,000 words, {len(long.blocks)} paragraphs, {copies} copies: {first:.0f} ms CPU the first time")
        for where, repeated in (("any paragraph", False), ("a paragraph that has a copy", True)):
            typical, slow = time_edits(long, repeated=repeated)
            print(f"  re-check after an edit of {where}: {typical:.2f} ms CPU (median), {slow:.2f} (9th decile)")
            kept &= repeated or typical <= MOST_MILLISECONDS
    left = time_memory(Article.of(*make_text(4_000, planted=0.1)))
    print(f"left behind by a keystroke: {left:.2f} KB")
    if not kept or left > MOST_KILOBYTES:
        raise SystemExit("Bounds are broken.")


if __name__ == "__main__":
    main()
