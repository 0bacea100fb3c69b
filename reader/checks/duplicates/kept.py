"""Answers kept from one look at an article to the next; those that a look did not ask for are forgotten after it."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

Answer = TypeVar("Answer")


class Kept(Generic[Answer]):
    """Answers by what they depend on.

    A key may name objects by their `id` where the answer holds those objects: then none of them is another's.
    """

    def __init__(self) -> None:
        self._now: dict[Hashable, Answer] = {}
        self._before: dict[Hashable, Answer] = {}

    def __len__(self) -> int:
        return len(self._now.keys() | self._before.keys())

    def begin_look(self) -> None:
        """Forget what was not asked for since the last call."""
        self._before, self._now = self._now, {}

    def get(self, key: Hashable) -> Answer | None:
        """The answer, None where there is none."""
        found = self._now.get(key)
        if found is None:
            found = self._before.get(key)
            if found is not None:
                self._now[key] = found
        return found

    def put(self, key: Hashable, answer: Answer) -> Answer:
        """Keep an answer, and give it."""
        self._now[key] = answer
        return answer
