"""Start to the first frame that shows the text: Reader beside a bare PySide6 window with the same text, interleaved.

`python tests/benchmarks/bench_start.py [FILE] [--rounds N]` prints median and least wall and CPU time of processes that
quit after their first paint, and the ratio. It also prints which analysers were imported before it: none may be.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit
class Edit(QPlainTextEdit):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, QApplication.quit)
app = QApplication([])
window = QMainWindow()
edit = Edit()
edit.setPlainText(open(sys.argv[1], encoding="utf-8").read())
window.setCentralWidget(edit)
window.resize(1360, 860)
window.show()
app.exec()
"""
READER = """
import json, sys
from reader.ui.main import run_window
run_window([sys.argv[1]], quit_after_first_paint=True)
heavy = ("spacy", "enchant", "docx", "lxml", "ftfy", "chardet", "rich", "markdown_it")
print(json.dumps([name for name in heavy if name in sys.modules]))
"""


def run(source: str, file: Path) -> tuple[float, float, str]:
    """Wall and CPU milliseconds of one run, and what it printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", source, str(file)], check=True, capture_output=True, text=True, env=environment()
    )
    wall = (time.perf_counter() - start) * 1000
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000
    return wall, cpu, done.stdout.strip()


def environment() -> dict[str, str]:
    """The environment with the offscreen platform where there is no display."""
    given = dict(os.environ)
    if not (given.get("DISPLAY") or given.get("WAYLAND_DISPLAY")):
        given.setdefault("QT_QPA_PLATFORM", "offscreen")
    return given


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    default = next((Path(__file__).parents[2] / "resources" / "samples").glob("*.txt"))
    parser.add_argument("file", nargs="?", type=Path, default=default)
    parser.add_argument("--rounds", type=int, default=9)
    arguments = parser.parse_args()
    bare: list[tuple[float, float]] = []
    ours: list[tuple[float, float]] = []
    heavy: set[str] = set()
    for n in range(arguments.rounds + 1):
        one = run(BARE, arguments.file)
        two = run(READER, arguments.file)
        heavy.update(json.loads(two[2].splitlines()[-1]))
        if n:  # the first round warms the caches of the disk
            bare.append(one[:2])
            ours.append(two[:2])
    for name, index in (("wall", 0), ("cpu", 1)):
        for kind, pick in (("median", statistics.median), ("least", min)):
            theirs = pick([pair[index] for pair in bare])
            mine = pick([pair[index] for pair in ours])
            print(f"{name} {kind}: bare window {theirs:.0f} ms, Reader {mine:.0f} ms, ratio {mine / theirs:.2f}")
    print(f"analysers imported before the first paint: {', '.join(sorted(heavy)) or 'none'}")


if __name__ == "__main__":
    main()
