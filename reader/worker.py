"""What a worker process runs: `python -m reader.worker quick | deep | file`.

Rows come on standard input and go to what was standard output; anything a library prints goes to standard error.
"""

from __future__ import annotations

import os
import queue
import sys
import threading
from collections.abc import Callable
from typing import BinaryIO

from reader.app.rows import Row, from_line, to_line

_NICENESS = 5


def main(arguments: list[str]) -> int:
    """Run the worker named by the first argument until standard input ends; the exit code."""
    send, source = _take_pipes()
    if arguments and arguments[0] == "file":
        from reader.app.file_work import serve_file

        return serve_file(source, send)
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    from reader.app.check_worker import CheckWorker
    from reader.app.worker_kinds import make_kind

    inbox: queue.SimpleQueue[Row | None] = queue.SimpleQueue()
    threading.Thread(target=_read_rows, args=(source, inbox), daemon=True).start()
    worker = CheckWorker(make_kind(arguments[0]), send)
    busy = True
    while True:
        try:
            row = inbox.get(block=not busy)
        except queue.Empty:
            busy = worker.work()
            continue
        if row is None:
            return 0
        worker.receive(row)
        busy = True


def _take_pipes() -> tuple[Callable[[Row], None], BinaryIO]:
    """A function that sends rows, and the source of rows; standard output then is standard error."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)

    def send(row: Row) -> None:
        out.write(to_line(row))
        out.flush()

    return send, sys.stdin.buffer


def _read_rows(source: BinaryIO, inbox: queue.SimpleQueue[Row | None]) -> None:
    for line in source:
        inbox.put(from_line(line))
    inbox.put(None)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
