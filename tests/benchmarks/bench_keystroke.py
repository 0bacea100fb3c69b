"""A keystroke in 200,000 words: CPU milliseconds in this process, beside a bare QPlainTextEdit.

`python tests/benchmarks/bench_keystroke.py [--words N] [--keys N]`. Marks are shown at both ends first, and the
workers' replicas are fed as in the window (their rows are made, not sent). Printed are p50 and p99 at the beginning,
the middle and the end, and what the refresh of panel and marks costs that follows a pause in typing.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from reader.app.desk import Desk
from reader.app.events import ArticleChanged, SessionEvent
from reader.app.messages.rendering import Renderer
from reader.app.rows import to_line
from reader.app.session import Session
from reader.core.article import Article
from reader.core.changes import Change
from reader.core.findings import Finding
from reader.core.messages import Message
from reader.core.plain import encode
from reader.core.rules import Family
from reader.core.spans import Place
from reader.ui.theme.following import apply_theme
from reader.ui.theme.fonts import load_fonts
from reader.ui.theme.theme import load_theme
from reader.ui.views.read_view import ReadView

PARAGRAPH = (
    "The harbour master wrote that editors clean the copy of an article and export it, line after line, until all "
    "of the town has read what the ferry did in the winter of the great storm, and nobody asks again why it left."
)


def measure(act: Callable[[], None], keys: int) -> tuple[float, float]:
    """p50 and p99 of an act in CPU milliseconds."""
    times = []
    for _ in range(keys):
        start = time.process_time()
        act()
        times.append((time.process_time() - start) * 1000)
    times.sort()
    return statistics.median(times), times[int(len(times) * 0.99) - 1]


def make_findings(session: Session) -> None:
    """One finding in every other block of the first and the last five hundred."""
    blocks = session.article.blocks
    for block in (*blocks[:500:2], *blocks[-500::2]):
        at = block.text.index("copy")
        place = Place.at(block.id, at, at + 4)
        finding = Finding("spelling.word", place, "copy", Message.of("spelling.error", word="copy"), klass="error")
        session.take_findings(Family.SPELLING, block.id, [finding])


def open_view(session: Session) -> tuple[ReadView, Desk]:
    """The copy wired as in the window: typing goes into the session, marks follow, rows for the workers are made."""
    view = ReadView(load_theme("light"), 19, "ruler", "cut")
    view.resize(1000, 800)
    view.show_source(session, read_only=False)
    view.editor.edited.connect(session.type_text)

    def on_event(event: SessionEvent) -> None:
        if isinstance(event, ArticleChanged):
            to_line([event.revision, encode(tuple[Change, ...], event.changes)])
            view.carry_marks(event.mapping)

    session.subscribe(on_event)
    desk = Desk(session, Renderer(), lambda: None)
    make_findings(session)
    view.show()
    view.show_marks(desk.marks())
    return view, desk


def measure_keys(edit: QPlainTextEdit, share: float, keys: int) -> tuple[float, float]:
    """p50 and p99 of a key typed at a share of the document."""
    cursor = edit.textCursor()
    cursor.setPosition(round((edit.document().characterCount() - 1) * share))
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()
    QApplication.processEvents()

    def key() -> None:
        QTest.keyClicks(edit, "x")
        QApplication.processEvents()

    return measure(key, keys)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--words", type=int, default=200_000)
    parser.add_argument("--keys", type=int, default=300)
    arguments = parser.parse_args()
    application = QApplication([])
    load_fonts()
    apply_theme(application, load_theme("light"))
    texts = [PARAGRAPH] * (arguments.words // len(PARAGRAPH.split()))
    bare = QPlainTextEdit()
    bare.resize(1000, 800)
    bare.setPlainText("\n".join(texts))
    bare.show()
    session = Session(Article.of(*texts))
    view, desk = open_view(session)
    for edit in (view.editor, bare):  # marks are then shown at both ends
        edit.moveCursor(QTextCursor.MoveOperation.End)
        application.processEvents()
    print(f"{arguments.words:,} words, {len(texts):,} blocks, {len(session.findings)} marks; CPU ms p50 / p99")
    worst: dict[str, float] = {"bare": 0.0, "ours": 0.0}
    for name, share in (("beginning", 0.0), ("middle", 0.5), ("end", 1.0)):
        found = {"bare": measure_keys(bare, share, arguments.keys)}
        found["ours"] = measure_keys(view.editor, share, arguments.keys)
        worst = {which: max(worst[which], found[which][1]) for which in worst}
        shown = ", ".join(f"{which} {p50:.2f} / {p99:.2f}" for which, (p50, p99) in found.items())
        print(f"{name:>10}: {shown}")
    ratio = worst["ours"] / worst["bare"]
    print(f"worst p99: bare {worst['bare']:.2f}, Reader {worst['ours']:.2f}, ratio {ratio:.2f} (bound 8 ms)")

    def refresh() -> None:
        desk.marks()
        desk.queue()
        desk.card()

    p50, p99 = measure(refresh, 20)
    print(f"refresh of panel and marks after a pause in typing: {p50:.1f} / {p99:.1f}")


if __name__ == "__main__":
    main()
