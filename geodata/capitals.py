"""Capitals: towns that stand for a government when nothing says that something happened there."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def capitals() -> frozenset[str]:
    """Ids of the world's capitals, as ``geodata.sources.capitals`` wrote them."""
    text = files("geodata.data").joinpath("capitals.txt").read_text(encoding="utf-8")
    return frozenset(text.split())
