"""Finds planted copies among 100,000 paragraphs: CPU seconds, peak memory and recall, beside MinHash (datasketch).

Run: python tests/benchmarks/bench_many.py [--paragraphs N]. Each method runs in a process of its own on the same
paragraphs, made up, of which one in fifty stands again, word for word or with a tenth of its words changed. datasketch
is measured where it is installed (`make bench` sees to that). Also: what one article more costs. The bounds hold for
100,000 paragraphs; the program ends with an error where one is broken.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from itertools import accumulate
from statistics import median
from typing import Any

from reader.checks.duplicates.across import Collection
from reader.checks.duplicates.sieve import Sieve
from reader.core.article import Article
from reader.lexicon.word_list import load_word_list

Pairs = set[tuple[int, int]]
EDITED = 0.1
COUNT = 100_000
MOST_SECONDS, MOST_MEGABYTES, LEAST_RECALL = 10.0, 250.0, 0.995
MOST_MILLISECONDS = 20.0


def make_paragraphs(count: int) -> tuple[list[str], Pairs]:
    """Paragraphs of 20 to 50 words as frequent as in running copy, and which of them were planted as copies."""
    chance = random.Random(11)
    ranked = sorted(load_word_list().items(), key=lambda item: -item[1])[:20_000]
    words, cumulated = [word for word, _ in ranked], list(accumulate(10**zipf for _, zipf in ranked))
    paragraphs: list[str] = []
    planted: Pairs = set()
    for number in range(count):
        if number and chance.random() < 0.02:
            source = chance.randrange(number)
            row = paragraphs[source].removesuffix(".").lower().split()
            if chance.random() < 0.5:
                for n in chance.sample(range(len(row)), round(EDITED * len(row))):
                    row[n] = chance.choice(words)
            planted.add((source, number))
        else:
            row = chance.choices(words, cum_weights=cumulated, k=chance.randint(20, 50))
        paragraphs.append(f"{' '.join(row).capitalize()}.")
    return paragraphs, planted


def find_with_sieve(paragraphs: list[str]) -> Iterator[tuple[int, int]]:
    """Pairs of paragraphs that Reader's sieve lets through."""
    sieve: Sieve[int] = Sieve()
    for number, text in enumerate(paragraphs):
        for other in sieve.add(number, text):
            yield other, number


def find_whole(paragraphs: list[str]) -> Iterator[tuple[int, int]]:
    """Pairs that Reader reports: sieved, then compared in full; articles of 40 paragraphs."""
    size = 40
    keys = [str(n) for n in range(0, len(paragraphs), size)]
    articles = {key: Article.of("Headline", *paragraphs[int(key) : int(key) + size]) for key in keys}
    found = Collection.of(articles).find_repeats()
    for group in found.groups:
        members = [group.reference, *(copy.passage for copy in group.copies)]
        numbers = [int(passage.article) + passage.places[0].block - 2 for passage in members]
        yield from ((min(one, other), max(one, other)) for one in numbers for other in numbers if one != other)
    for pair in found.also:
        numbers = sorted(int(one.article) + one.places[0].block - 2 for one in (pair.kept, pair.copy))
        yield numbers[0], numbers[1]


def find_with_minhash(paragraphs: list[str]) -> Iterator[tuple[int, int]]:
    """Pairs of paragraphs that datasketch's MinHash LSH gives: rows of three words, 128 permutations, its default.

    A tenth of the words changed leaves rows of a Jaccard similarity of .57 on average; the threshold lies below it.
    """
    datasketch: Any = import_module("datasketch")
    index = datasketch.MinHashLSH(threshold=0.45, num_perm=128)
    for number, text in enumerate(paragraphs):
        words = text.split()
        sketch = datasketch.MinHash(num_perm=128)
        sketch.update_batch([" ".join(row).encode() for row in zip(words, words[1:], words[2:], strict=False)])
        for other in index.query(sketch):
            yield other, number
        index.insert(number, sketch)


METHODS: dict[str, Callable[[list[str]], Iterator[tuple[int, int]]]] = {
    "sieve": find_with_sieve,
    "reader": find_whole,
    "datasketch": find_with_minhash,
}


def measure(method: str, count: int) -> bool:
    """Print CPU, peak memory, recall of planted copies and pairs found besides; whether Reader is within its bounds."""
    paragraphs, planted = make_paragraphs(count)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    found = set(METHODS[method](paragraphs))
    spent = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    chains = _join(planted)
    hit = sum(1 for pair in planted if pair in found)
    besides = sum(1 for one, other in found if chains.get(one, -1) != chains.get(other, -2))
    recall = hit / max(1, len(planted))
    print(
        f"{method:>10}: {spent:5.1f} s CPU, peak {peak / 1024:.0f} MB ({before / 1024:.0f} of them before),"
        f" recall {recall:.4f} ({hit} of {len(planted)}), {besides} other pairs",
        flush=True,
    )
    if method != "reader" or count != COUNT:
        return True
    return spent <= MOST_SECONDS and peak / 1024 <= MOST_MEGABYTES and recall >= LEAST_RECALL and not besides


def _join(planted: Pairs) -> dict[int, int]:
    """A number for each family of copies of copies."""
    family: dict[int, int] = {}
    for source, copy in sorted(planted, key=lambda pair: pair[1]):
        family[copy] = family.setdefault(source, source)
    return family


def time_one_more(articles: int = 2_000) -> tuple[float, float]:
    """Median CPU milliseconds of taking one article more into a collection, and of telling all repeats again."""
    paragraphs, _ = make_paragraphs(articles * 20 + 200)
    collection = Collection()
    for n in range(articles):
        collection.add(str(n), Article.of(*paragraphs[n * 20 : n * 20 + 20]))
    collection.find_repeats()
    adding, telling = [], []
    for n in range(articles, articles + 10):
        article = Article.of(*paragraphs[n * 20 : n * 20 + 20])
        start = time.process_time()
        collection.add(str(n), article)
        added = time.process_time()
        collection.find_repeats()
        adding.append(added - start)
        telling.append(time.process_time() - added)
    return median(adding) * 1000, median(telling) * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--paragraphs", type=int, default=COUNT)
    parser.add_argument("--only", choices=METHODS, help="measure one method in this process")
    options = parser.parse_args()
    if options.only:
        if not measure(options.only, options.paragraphs):
            raise SystemExit("That is out of bounds.")
        return
    print(f"{options.paragraphs} paragraphs", flush=True)
    broken = False
    for method in METHODS:
        if method == "datasketch" and find_spec("datasketch") is None:
            print("datasketch is not installed: packaging/set-up bench installs it")
            continue
        command = [sys.executable, __file__, "--only", method, "--paragraphs", str(options.paragraphs)]
        broken = broken or subprocess.run(command, check=False).returncode != 0
    added, told = time_one_more()
    print(f"one article of 20 paragraphs more, among 2,000: {added:.1f} ms CPU, all repeats again {told:.1f} ms")
    if broken or added > MOST_MILLISECONDS:
        raise SystemExit("Bounds are broken.")


if __name__ == "__main__":
    main()
