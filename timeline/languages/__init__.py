"""Languages: each is a folder of data beside this file; the folder's presence is its registration.

A language may be read, shown or both: ``calendar.toml`` makes a folder one that is read, ``labels.toml`` one that is
shown.
"""

from __future__ import annotations

import importlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any

from geodata.model import Morphology
from timeline.discover import folders
from timeline.errors import PackError

TABLES = ("calendar", "timex", "triggers", "names", "parties", "tolls", "labels", "papers", "examples")
"""The TOML files of a pack: ``calendar``, ``timex`` and ``triggers`` make a language readable, ``labels`` shows it.

``parties`` says how a sentence shows who acts and who is acted upon, ``tolls`` how numbers of victims are told,
``papers`` holds the words of the pages that are read: methods, build report, sources.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguagePack:
    """One language's knowledge, as read from its folder; each stage compiles its own table."""

    code: str
    calendar: Mapping[str, Any]
    timex: Mapping[str, Any]
    triggers: Mapping[str, Any]
    names: Mapping[str, Any]
    parties: Mapping[str, Any]
    tolls: Mapping[str, Any]
    labels: Mapping[str, Any]
    papers: Mapping[str, Any]
    examples: Mapping[str, Any]
    morphology: Morphology | None = None

    @property
    def extracts(self) -> bool:
        """Whether events can be found in this language (it has calendar, time and trigger rules)."""
        return bool(self.calendar and self.timex and self.triggers)


_MARKERS = ("calendar.toml", "labels.toml")
"""A folder with either file is a language."""


def available() -> tuple[str, ...]:
    """Codes of all language folders, sorted."""
    return tuple(sorted(_folders()))


def shown() -> tuple[str, ...]:
    """Codes of the languages that the page can be shown in, sorted."""
    return tuple(code for code in available() if (pack := load(code)) and pack.labels.get("interface"))


def _folders() -> dict[str, Traversable]:
    return {code: folder for marker in _MARKERS for code, folder in folders(__name__, marker).items()}


@cache
def load(code: str) -> LanguagePack | None:
    """The pack of a language (ISO 639-1 code), None where there is none.

    Raises
    ------
    PackError : a file of the pack is not TOML.
    """
    folder = _folders().get(code)
    if folder is None:
        return None
    tables = {name: MappingProxyType(_table(folder, name)) for name in TABLES}
    return LanguagePack(code=code, morphology=_morphology(code, folder), **tables)


def _table(folder: Traversable, name: str) -> dict[str, Any]:
    file = folder.joinpath(f"{name}.toml")
    if not file.is_file():
        return {}
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"not TOML: {error}", where=f"languages/{folder.name}/{name}.toml") from error


def _morphology(code: str, folder: Traversable) -> Morphology | None:
    if not folder.joinpath("morphology.py").is_file():
        return None
    module = importlib.import_module(f"{__name__}.{code}.morphology")
    found: Morphology = module.MORPHOLOGY
    return found
