"""How alike two tellings look in one view, and why."""

from __future__ import annotations

from dataclasses import dataclass

NOTHING = 0.0


@dataclass(frozen=True, slots=True)
class Likeness:
    """A likeness from 0 to 1 (a little above where it speaks strongly) and its reason, empty where it has none."""

    value: float
    why: str = ""
