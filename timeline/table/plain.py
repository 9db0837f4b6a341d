"""Frozen dataclasses as plain values (dicts, lists, texts, numbers) and back, by their annotations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints


def encode(value: Any) -> Any:  # noqa: ANN401 - any field of the model
    """A value of the model as JSON could hold it."""
    if is_dataclass(value):
        return {field.name: encode(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [encode(one) for one in value]
    if isinstance(value, Mapping):
        return {str(key): encode(one) for key, one in value.items()}
    return value.isoformat() if isinstance(value, date) else value


def decode(hint: Any, value: Any) -> Any:  # noqa: ANN401 - whatever the annotation says
    """A value of the annotated type from what :func:`encode` made of it."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return None if value is None else decode(next(one for one in arguments if one is not NoneType), value)
    if origin is tuple:
        return tuple(decode(arguments[0], one) for one in value)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {key: decode(arguments[1], one) for key, one in value.items() if one is not None}
    if hint is date:
        return date.fromisoformat(value)
    if isinstance(hint, type) and is_dataclass(hint):
        hints = _hints(hint)
        return hint(**{name: decode(hints[name], one) for name, one in value.items() if name in hints})
    return value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
