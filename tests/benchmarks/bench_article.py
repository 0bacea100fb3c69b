"""One article, everything analysed, warm: CPU milliseconds of Reader beside harper alone on the same text.

`python tests/benchmarks/bench_article.py [FILE] [--rounds N]`. Warm means that models and dictionaries are loaded and
the text has been analysed once; caches of results are then emptied. Harper is left out where it is not installed.
"""

from __future__ import annotations

import argparse
import itertools
import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from reader.app.inline_runner import InlineRunner
from reader.app.opening import open_in_memory


def measure(act: Callable[[], object], rounds: int) -> float:
    """The median CPU milliseconds of some runs, after one that is not counted."""
    act()
    times = []
    for _ in range(rounds):
        start = time.process_time()
        act()
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times)


def find_file() -> Path:
    """The real article where it lies beside the project, else the sample."""
    root = Path(__file__).parents[2]
    seed = root.parent / "shared" / "articles" / "seed.txt"
    return seed if seed.exists() else next((root / "resources" / "samples").glob("*.txt"))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("file", nargs="?", type=Path, default=find_file())
    parser.add_argument("--rounds", type=int, default=7)
    arguments = parser.parse_args()
    timing: dict[str, float] = {}

    def analyse() -> None:
        from reader.checks.names.recogniser import forget_results

        forget_results()
        runner = InlineRunner(open_in_memory(arguments.file))
        runner.run()
        timing.update(runner.timing)

    ours = measure(analyse, arguments.rounds)
    print(f"Reader, all families: {ours:.0f} ms CPU ({', '.join(f'{k} {v:.0f}' for k, v in timing.items())} ms wall)")
    try:
        import harper
    except ImportError:
        print("harper is not installed; no peer measured")
        return
    text = arguments.file.read_text(encoding="utf-8")
    linter = harper.Linter()
    fresh = itertools.count()

    def lint() -> None:
        # Harper keeps the results of sentences it has seen: each round gets sentences that it has not.
        linter.lint(text.replace(". ", f" {next(fresh)}. "), language=harper.Language.PLAINTEXT)

    silent = os.open(os.devnull, os.O_WRONLY)
    kept = os.dup(1)
    os.dup2(silent, 1)  # harper prints debug text
    theirs = measure(lint, arguments.rounds)
    os.dup2(kept, 1)
    print(f"harper alone: {theirs:.0f} ms CPU; ratio {ours / theirs:.2f}")


if __name__ == "__main__":
    main()
