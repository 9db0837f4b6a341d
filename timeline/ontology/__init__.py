"""What can happen: one TOML file per event type, after PLOVER.

Codes and their CAMEO roots follow the PLOVER manual, draft 0.8 (Open Event Data Alliance, September 2021) and its
table ``CAMEO2PLOVER-2021``; modes are PLOVER's where it has them and refined where news of a conflict needs more.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from timeline.discover import resources
from timeline.errors import PackError


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """How types are shown: ``light`` and ``dark`` are colours (#RRGGBB) for light and dark ground."""

    code: str
    name: str
    light: str
    dark: str
    glyph: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode:
    """A refinement of an event type, such as ``artillery`` of ASSAULT."""

    code: str
    name: str
    group: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """A PLOVER event type; ``cameo`` are the CAMEO roots it stands for."""

    code: str
    name: str
    group: str
    meaning: str
    cameo: tuple[str, ...]
    modes: Mapping[str, Mode]


@cache
def groups() -> Mapping[str, Group]:
    """The groups by code, in the order of legends."""
    table = tomllib.loads(files(__name__).joinpath("groups.toml").read_text(encoding="utf-8"))
    return MappingProxyType({code: Group(code=code, **row) for code, row in table.items()})


@cache
def load() -> Mapping[str, EventType]:
    """All event types by code.

    Raises
    ------
    PackError : a type or mode names a group that does not exist.
    """
    found = resources(__name__, ".toml")
    return MappingProxyType(
        {name: _event_type(name, f.read_text("utf-8")) for name, f in found.items() if name.isupper()}
    )


def group(code: str, mode: str | None = None) -> str:
    """Code of the group that shows events of this type and mode; unknown ones are "other"."""
    event_type = load().get(code)
    if event_type is None:
        return "other"
    refined = event_type.modes.get(mode or "")
    return refined.group if refined else event_type.group


def _event_type(name: str, text: str) -> EventType:
    row = tomllib.loads(text)
    modes = {code: Mode(code=code, **mode) for code, mode in row.pop("modes", {}).items()}
    unknown = {row["group"], *(mode.group for mode in modes.values())} - set(groups())
    if unknown:
        raise PackError(f"no group {sorted(unknown)}", where=f"ontology/{name}.toml", remedy="Name one of groups.toml")
    return EventType(**{**row, "cameo": tuple(row["cameo"])}, modes=MappingProxyType(modes))
