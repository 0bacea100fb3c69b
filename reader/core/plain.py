"""Frozen values as plain tuples of numbers and strings, and back: for the workers' pipes and the library's JSON.

The shape follows the dataclass's field types: a dataclass becomes a tuple of its fields, a union of dataclasses a
tuple led by the class's name, an enum its value. `decode` reads tuples and lists alike.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin

T = TypeVar("T")
Coder = Callable[[Any], Any]
_ATOMS = (int, str, float, bool, type(None))


def encode(kind: Any, value: object) -> Any:
    """The value, of the type `kind`, as tuples, strings, numbers, booleans and None."""
    return _coders(kind)[0](value)


def decode(kind: type[T], data: Any) -> T:
    """The value of the type `kind` that `encode` made this of; `ValueError` or `TypeError` where it is none."""
    return typing.cast(T, _coders(typing.cast(Any, kind))[1](data))


@cache
def _coders(kind: Any) -> tuple[Coder, Coder]:
    origin = get_origin(kind)
    if kind in _ATOMS:
        return _same, _same
    if origin is tuple:
        return _tuple_coders(get_args(kind))
    if origin in (Union, types.UnionType):
        return _union_coders(get_args(kind))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return (lambda value: value.value), kind
    if dataclasses.is_dataclass(kind):
        return _dataclass_coders(kind)
    raise TypeError(f"no plain form for {kind}")


def _same(value: Any) -> Any:
    return value


def _tuple_coders(args: tuple[Any, ...]) -> tuple[Coder, Coder]:
    if len(args) == 2 and args[1] is Ellipsis:
        to_plain, to_value = _coders(args[0])
        if to_plain is _same:
            return tuple, tuple
        return (lambda value: tuple(map(to_plain, value))), (lambda data: tuple(map(to_value, data)))
    parts = [_coders(arg) for arg in args]
    return (
        lambda value: tuple(part[0](item) for part, item in zip(parts, value, strict=True)),
        lambda data: tuple(part[1](item) for part, item in zip(parts, data, strict=True)),
    )


def _union_coders(args: tuple[Any, ...]) -> tuple[Coder, Coder]:
    rest = [arg for arg in args if arg is not type(None)]
    if all(arg in _ATOMS for arg in rest):
        return _same, _same
    if len(rest) == 1:
        to_plain, to_value = _coders(rest[0])
        return (
            lambda value: None if value is None else to_plain(value),
            lambda data: None if data is None else to_value(data),
        )
    by_name = {arg.__name__: _coders(arg) for arg in rest}

    def to_tagged(value: Any) -> Any:
        name = type(value).__name__
        return None if value is None else (name, by_name[name][0](value))

    def to_member(data: Any) -> Any:
        if data is None:
            return None
        if data[0] not in by_name:
            raise ValueError(f"{data[0]} is none of {', '.join(by_name)}")
        return by_name[data[0]][1](data[1])

    return to_tagged, to_member


def _dataclass_coders(kind: Any) -> tuple[Coder, Coder]:
    hints = typing.get_type_hints(kind)
    names = [field.name for field in dataclasses.fields(kind) if not field.name.startswith("_")]
    parts = [(name, *_coders(hints[name])) for name in names]

    def to_plain(value: Any) -> Any:
        return tuple(part[1](getattr(value, part[0])) for part in parts)

    def to_value(data: Any) -> Any:
        return kind(*[part[2](item) for part, item in zip(parts, data, strict=True)])

    return to_plain, to_value
