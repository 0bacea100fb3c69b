"""What a check worker does, without process or pipe: keeps replicas of articles and checks them in small batches.

Order of work: cheap facts, blocks just touched and blocks in sight, then what needs the whole article, then all
other blocks. Between batches of about 30 ms the caller looks for new rows, so the block being typed in is answered
soon and cancelling works.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

from reader.app import rows
from reader.app.rows import Row
from reader.checks.engine import Engine, ResultCache
from reader.checks.facts import FactKey, Facts, Provider, fact_keys
from reader.checks.kinds import Check
from reader.core.applying import apply_changes
from reader.core.article import Article
from reader.core.changes import Change
from reader.core.notes import Missing
from reader.core.plain import decode, encode

BATCH_SECONDS = 0.03


class WorkerKind(Protocol):
    """What a kind of worker runs; `prepare` does slow work block by block ahead of the providers."""

    name: str

    def checks(self) -> tuple[Check, ...]:
        """The checks of this worker."""

    def providers(self) -> tuple[Provider[Any], ...]:
        """The providers of this worker, cheap ones first."""

    def prepare(self, article: Article) -> Iterator[None]:
        """Slow work on an article, in small pieces; its results are cached for the providers."""

    def missing(self) -> tuple[Missing, ...]:
        """What this worker needs and does not find."""


@dataclass(slots=True)
class _Replica:
    article: Article
    revision: int
    given: Facts
    facts: Facts
    touched: dict[int, None] = field(default_factory=dict)
    waiting: dict[int, None] = field(default_factory=dict)
    visible: tuple[int, ...] = ()
    plan: Iterator[None] | None = None


class CheckWorker:
    """Takes rows, works in batches, sends rows."""

    def __init__(self, kind: WorkerKind, send: Callable[[Row], None]) -> None:
        self._kind = kind
        self._send = send
        self._engine = Engine(kind.checks(), ResultCache())
        self._replicas: dict[str, _Replica] = {}
        self._keys: dict[str, FactKey[Any]] = {key.name: key for key in fact_keys()}
        missing = kind.missing()
        if missing:
            send([rows.MISSING, "", encode(tuple[Missing, ...], missing)])

    def receive(self, row: Row) -> None:
        """Take one row from the window."""
        key = row[1]
        match row[0]:
            case rows.OPEN:
                article = decode(Article, row[3])
                replica = _Replica(article, row[2], Facts(), Facts())
                replica.waiting = dict.fromkeys(block.id for block in article.blocks)
                replica.plan = self._plan(key, replica)
                self._replicas[key] = replica
            case rows.CLOSE:
                self._replicas.pop(key, None)
            case _ if key in self._replicas:
                self._update(key, self._replicas[key], row)
            case _:
                pass  # a late row for an article that was closed

    def work(self) -> bool:
        """One batch; whether there is more to do."""
        for replica in self._replicas.values():
            if replica.plan is None:
                continue
            end = time.monotonic() + BATCH_SECONDS
            while time.monotonic() < end:
                if next(replica.plan, self) is self:
                    replica.plan = None
                    break
            return True
        return False

    def _update(self, key: str, replica: _Replica, row: Row) -> None:
        match row[0]:
            case rows.CHANGES:
                changes = decode(tuple[Change, ...], row[3])
                applied = apply_changes(replica.article, changes)
                replica.article, replica.revision = applied.article, row[2]
                touched = applied.mapping.touched_blocks()
                replica.touched.update(dict.fromkeys(block for block in touched if block in applied.article))
            case rows.FACT:
                fact = self._keys[row[3]]
                replica.given = replica.given.with_fact(fact, decode(fact.kind, row[4]))
                replica.facts = replica.facts.with_fact(fact, replica.given.get(fact))
                replica.waiting.update(dict.fromkeys(block.id for block in replica.article.blocks))
            case rows.VISIBLE:
                replica.visible = tuple(row[2])
                return
            case _:
                raise ValueError(f"a worker knows no row {row[0]}")
        replica.plan = self._plan(key, replica)

    def _plan(self, key: str, replica: _Replica) -> Iterator[None]:
        *cheap, costly = self._kind.providers()
        yield from self._check_blocks(key, replica, replica.touched)
        for provider in cheap:
            self._provide(key, replica, provider)
            yield
        for block in replica.visible:
            if replica.waiting.pop(block, self) is not self:
                self._check_block(key, replica, block)
                yield
        for n, _ in enumerate(self._kind.prepare(replica.article)):
            self._send([rows.PROGRESS, key, self._kind.name, n * 100 // len(replica.article.blocks)])
            yield
        self._provide(key, replica, costly)
        yield
        for result in self._engine.check_article(replica.article, replica.facts):
            self._send_all(key, replica, result.family.value, None, result.findings)
            yield
        yield from self._check_blocks(key, replica, replica.waiting)
        self._send([rows.DONE, key, replica.revision, self._kind.name])

    def _provide(self, key: str, replica: _Replica, provider: Provider[Any]) -> None:
        fact = provider.key
        if replica.given.has(fact):
            return
        value = provider.provide(replica.article, replica.facts)
        if replica.facts.get(fact) == value:
            return
        replica.facts = replica.facts.with_fact(fact, value)
        replica.waiting.update(dict.fromkeys(block.id for block in replica.article.blocks))
        self._send([rows.FACT, key, replica.revision, fact.name, encode(fact.kind, value)])

    def _check_blocks(self, key: str, replica: _Replica, blocks: dict[int, None]) -> Iterator[None]:
        while blocks:
            block = next(iter(blocks))
            del blocks[block]
            self._check_block(key, replica, block)
            yield

    def _check_block(self, key: str, replica: _Replica, block: int) -> None:
        if block not in replica.article:
            return
        for result in self._engine.check_block(replica.article.block(block), replica.facts):
            self._send_all(key, replica, result.family.value, block, result.findings)

    def _send_all(self, key: str, replica: _Replica, family: str, block: int | None, findings: Any) -> None:
        for row in rows.finding_rows(key, replica.revision, family, block, findings):
            self._send(row)
