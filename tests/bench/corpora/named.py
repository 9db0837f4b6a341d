"""What a corpus of places is read into: texts with the names that annotators found in them, and where those lie."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Name:
    """A name at ``start``..``end`` and the point in degrees that it stands for, None where nobody said or knew."""

    start: int
    end: int
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True)
class NamedText:
    """A text and the names in it, in order."""

    text: str
    gold: tuple[Name, ...]
