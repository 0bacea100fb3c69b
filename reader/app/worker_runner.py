"""Keeps a session's article checked by the two long-lived workers; a worker that dies is started again.

All methods are called in the window's thread; rows come from reader threads through `post`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from reader.app import rows
from reader.app.events import ArticleChanged, FactChanged, SessionEvent
from reader.app.rows import Row
from reader.app.session import Session
from reader.app.worker_process import WorkerProcess
from reader.checks.facts import FactKey, fact_keys
from reader.core.article import Article
from reader.core.changes import Change
from reader.core.findings import Finding
from reader.core.notes import Missing
from reader.core.plain import decode, encode
from reader.core.rules import Family

KINDS = ("quick", "deep")
_FAMILIES = {"quick": (Family.DUPLICATES, Family.CLEANUP, Family.SPELLING), "deep": (Family.NAMES,)}
_MOST_RESTARTS = 3
_RESTART_WINDOW = 60.0

Post = Callable[[Callable[[], None]], None]


@dataclass(frozen=True, slots=True)
class CheckingState:
    """How far the checks are: families still being read, the deep worker's share in percent, what failed or lacks."""

    reading: frozenset[Family] = frozenset(Family)
    share: int = 0
    failed: frozenset[Family] = frozenset()
    missing: tuple[Missing, ...] = ()


@dataclass(slots=True)
class _Slot:
    """One kind of worker: its process, and the moments at which it was started."""

    process: WorkerProcess | None = None
    starts: list[float] = field(default_factory=list)
    done: int = -1
    failed: bool = False


class WorkerRunner:
    """The workers of one open article; `on_state` is told of every other `CheckingState`."""

    def __init__(self, session: Session, key: str, post: Post, on_state: Callable[[CheckingState], None]) -> None:
        self.state = CheckingState()
        self._session = session
        self._key = key
        self._post = post
        self._on_state = on_state
        self._slots = {kind: _Slot() for kind in KINDS}
        self._keys: dict[str, FactKey[Any]] = {fact.name: fact for fact in fact_keys()}
        self._sources: dict[str, str] = {}
        self._changed_at: dict[int, int] = {}
        self._parts: dict[tuple[str, int | None], list[Finding]] = {}
        self._missing: dict[str, tuple[Missing, ...]] = {}
        self._visible: tuple[int, ...] = ()
        self._share = 0
        self._closed = False
        self._unsubscribe = session.subscribe(self._on_session)

    def start(self) -> None:
        """Start both workers and give them the article."""
        for kind in KINDS:
            self._start(kind)

    def retry(self) -> None:
        """Start again what failed."""
        for kind, slot in self._slots.items():
            if slot.failed:
                slot.failed = False
                slot.starts.clear()
                self._start(kind)

    def show_first(self, blocks: Sequence[int]) -> None:
        """Have these blocks, which are in sight, checked before the others."""
        if tuple(blocks) != self._visible:
            self._visible = tuple(blocks)
            self._send("quick", [rows.VISIBLE, self._key, list(blocks)])

    def pids(self) -> tuple[int, ...]:
        """The processes at work, for tests that kill one."""
        return tuple(slot.process.pid for slot in self._slots.values() if slot.process is not None)

    def close(self) -> None:
        """End both workers."""
        self._closed = True
        self._unsubscribe()
        for slot in self._slots.values():
            if slot.process is not None:
                slot.process.stop()
                slot.process = None

    # -- to the workers --------------------------------------------------------------------------------------------

    def _start(self, kind: str) -> None:
        slot = self._slots[kind]
        slot.starts.append(time.monotonic())

        def on_row(row: Row) -> None:
            self._post(lambda: self._take_row(kind, row))

        def on_end() -> None:
            self._post(lambda: self._take_end(kind))

        slot.process = WorkerProcess(kind, on_row, on_end)
        session = self._session
        self._send(kind, [rows.OPEN, self._key, session.revision, encode(Article, session.article)])
        for name in session.user_facts.names():
            self._send_fact(kind, name)
        if kind == "quick" and "names" in self._sources:
            self._send_fact(kind, "names")
        self._tell_state()

    def _send(self, kind: str, row: Row) -> None:
        process = self._slots[kind].process
        if process is not None:
            process.send(row)

    def _send_fact(self, kind: str, name: str) -> None:
        fact = self._keys[name]
        value = encode(fact.kind, self._session.facts.get(fact))
        self._send(kind, [rows.FACT, self._key, self._session.revision, name, value])

    def _on_session(self, event: SessionEvent) -> None:
        if isinstance(event, ArticleChanged):
            row = [rows.CHANGES, self._key, event.revision, encode(tuple[Change, ...], event.changes)]
            for kind in KINDS:
                self._send(kind, row)
            self._changed_at.update(dict.fromkeys(event.mapping.touched_blocks(), event.revision))
            self._tell_state()
        elif isinstance(event, FactChanged):
            for kind in KINDS:
                if self._sources.get(event.name) != kind and (kind == "quick" or event.name != "repeats"):
                    self._send_fact(kind, event.name)

    # -- from the workers ------------------------------------------------------------------------------------------

    def _take_row(self, kind: str, row: Row) -> None:
        if self._closed or (row[0] != rows.MISSING and row[1] != self._key):
            return
        match row[0]:
            case rows.FINDINGS:
                self._take_findings(row)
            case rows.FACT:
                self._sources[row[3]] = kind
                fact = self._keys[row[3]]
                if not self._session.user_facts.has(fact):
                    self._session.take_fact(fact, decode(fact.kind, row[4]))
            case rows.PROGRESS:
                self._share = row[3]
                self._tell_state()
            case rows.DONE:
                self._slots[kind].done = row[2]
                self._tell_state()
            case rows.MISSING:
                self._missing[kind] = decode(tuple[Missing, ...], row[2])
                self._tell_state()

    def _take_findings(self, row: Row) -> None:
        _, _, revision, family, block, more, plain = row
        stale = self._changed_at.get(block, 0) if block is not None else self._session.revision
        if revision < stale:
            return  # the block has moved on; the worker sends again for what stands there now
        parts = self._parts.setdefault((family, block), [])
        parts.extend(rows.decode_findings(plain))
        if not more:
            del self._parts[family, block]
            self._session.take_findings(Family(family), block, parts)

    def _take_end(self, kind: str) -> None:
        slot = self._slots[kind]
        if self._closed or slot.process is None:
            return
        slot.process.stop()
        slot.process = None
        slot.done = -1
        recent = [start for start in slot.starts if time.monotonic() - start < _RESTART_WINDOW]
        if len(recent) > _MOST_RESTARTS:
            slot.failed = True
            self._tell_state()
        else:
            self._start(kind)

    def _tell_state(self) -> None:
        reading: set[Family] = set()
        failed: set[Family] = set()
        for kind, slot in self._slots.items():
            if slot.failed:
                failed.update(_FAMILIES[kind])
            elif slot.done < self._session.revision:
                reading.update(_FAMILIES[kind])
        missing = tuple(item for items in self._missing.values() for item in items)
        state = CheckingState(frozenset(reading), self._share, frozenset(failed), missing)
        if state != self.state:
            self.state = state
            self._on_state(state)
