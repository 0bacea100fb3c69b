"""What window and workers say to each other: rows of plain values, one JSON text a line.

To a worker: open, changes, fact, visible, close. From it: findings (at most 200 a row), fact, progress, done, missing,
failed. Every row names the article's key; results name the revision that they speak of.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, Final, TypeAlias

from reader.core.findings import Finding
from reader.core.plain import decode, encode

Row: TypeAlias = list[Any]

OPEN: Final = "open"
CHANGES: Final = "changes"
FACT: Final = "fact"
VISIBLE: Final = "visible"
CLOSE: Final = "close"
FINDINGS: Final = "findings"
PROGRESS: Final = "progress"
DONE: Final = "done"
MISSING: Final = "missing"
FAILED: Final = "failed"

MOST_FINDINGS: Final = 200
"""Findings in one row: decoding more at a time would hold up the window."""


def to_line(row: Sequence[Any]) -> bytes:
    """A row as one line of JSON."""
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def from_line(line: bytes) -> Row:
    """The row of a line."""
    row: Row = json.loads(line)
    return row


def finding_rows(key: str, revision: int, family: str, block: int | None, findings: Sequence[Finding]) -> Iterator[Row]:
    """The rows that carry a result: each says whether more follow."""
    for start in range(0, max(len(findings), 1), MOST_FINDINGS):
        part = findings[start : start + MOST_FINDINGS]
        more = start + MOST_FINDINGS < len(findings)
        yield [FINDINGS, key, revision, family, block, more, encode(tuple[Finding, ...], tuple(part))]


def decode_findings(rows: Any) -> tuple[Finding, ...]:
    """The findings of a row."""
    return decode(tuple[Finding, ...], rows)
