"""A worker process with two one-way pipes, a writer and a reader thread, so that the window never waits for it."""

from __future__ import annotations

import contextlib
import queue
import subprocess
import sys
import threading
from collections.abc import Callable

from reader.app.rows import Row, from_line, to_line


def worker_command(kind: str) -> list[str]:
    """The command that starts a worker, from a checkout or a frozen program."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--worker", kind]
    return [sys.executable, "-m", "reader.worker", kind]


class WorkerProcess:
    """One running worker. `on_row` and `on_end` are called in the reader thread; `on_end` once, however it ends."""

    def __init__(self, kind: str, on_row: Callable[[Row], None], on_end: Callable[[], None]) -> None:
        self.kind = kind
        self._on_row = on_row
        self._on_end = on_end
        self._outbox: queue.SimpleQueue[Row | None] = queue.SimpleQueue()
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            worker_command(kind), stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._threads = [threading.Thread(target=target, daemon=True) for target in (self._write, self._read)]
        for thread in self._threads:
            thread.start()

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def send(self, row: Row) -> None:
        """Send a row; returns at once."""
        self._outbox.put(row)

    def stop(self) -> None:
        """End the process; `on_end` is not called."""
        self._on_end = lambda: None
        self._on_row = lambda _row: None
        self._outbox.put(None)
        self._process.terminate()
        self._process.wait()
        for thread in self._threads:
            thread.join(timeout=2)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()

    def _write(self) -> None:
        pipe = self._process.stdin
        if pipe is None:
            return
        with contextlib.suppress(OSError, ValueError):  # a worker that died is the reader thread's news
            while (row := self._outbox.get()) is not None:
                pipe.write(to_line(row))
                if self._outbox.empty():
                    pipe.flush()

    def _read(self) -> None:
        pipe = self._process.stdout
        if pipe is not None:
            with contextlib.suppress(OSError, ValueError):
                for line in pipe:
                    self._on_row(from_line(line))
        self._outbox.put(None)
        self._on_end()
