"""A message for the user as a key with values; `app.messages` turns it into a sentence in the user's language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Value: TypeAlias = str | int


@dataclass(frozen=True, slots=True)
class Message:
    """A key of the catalogue with its values, sorted by name so that equal messages are equal."""

    key: str
    values: tuple[tuple[str, Value], ...] = ()

    @classmethod
    def of(cls, key: str, **values: Value) -> Message:
        """The message with this key and these values."""
        return cls(key, tuple(sorted(values.items())))

    def value(self, name: str) -> Value | None:
        """One of the values, None where the message has no such value."""
        return dict(self.values).get(name)
