"""The program is killed while it works: every step that was taken is found, and what was typed up to the last call."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader.app.session import Session
from reader.storage.library import Library

WORK = """
import sys
from pathlib import Path
from reader.app.session import Session
from reader.core.article import Article
from reader.core.editing import replace_text
from reader.core.messages import Message
from reader.storage.library import Library, LibraryJournal
library = Library(Path(sys.argv[1]))
stored = library.add_article("/a.txt", Article.of("start"), b"start", "now")
session = Session(stored.opened, journal=LibraryJournal(library, stored.key))
print("ready", flush=True)
n = 0
while True:
    n += 1
    block = session.article.blocks[0]
    change = replace_text(block, len(block.text), len(block.text), f" {n}")
    if n % 5:
        session.type_text([change])
    else:
        session.edit([change], Message.of("edit"))
    print(n, flush=True)
"""


@pytest.mark.parametrize("seed", range(4))
def test_nothing_that_was_kept_is_lost(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "library.sqlite"
    child = subprocess.Popen([sys.executable, "-c", WORK, str(path)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    time.sleep(random.Random(seed).uniform(0.05, 0.6))
    child.send_signal(signal.SIGKILL)
    told = [int(line) for line in child.stdout.read().split() if line.strip()]
    child.wait()
    child.stdout.close()
    library = Library(path)
    stored = library.find_article("/a.txt")
    assert stored is not None
    session = Session(stored.opened, history=library.load_history(stored.key))
    kept = [int(word) for word in session.article.blocks[0].text.split()[1:]]
    assert kept == list(range(1, len(kept) + 1))
    assert len(kept) >= (told[-1] if told else 0)
    library.close()
