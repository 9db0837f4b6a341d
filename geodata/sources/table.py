"""The form in which the shipped tables are written: tab-separated lines, sorted, UTF-8, LF."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from geodata.model import Place
from geodata.record import encode

DATA = Path(__file__).parent.parent / "data"


def write_places(path: Path, places: Iterable[Place]) -> int:
    """Write one line per place, sorted by id, and return how many; same places, same bytes."""
    lines = [encode(place) for place in sorted(places, key=lambda place: place.id)]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
    return len(lines)
