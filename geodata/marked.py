"""Letters that folding makes one with others, though they tell words of some languages apart: ö and ü."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from unicodedata import normalize

from geodata.fold import fold
from geodata.model import Place

_TELLING = frozenset("öü")


def marked(name: str) -> str:
    """The ö and ü of a name, in their order.

    >>> marked("Görüşdə"), marked("Gorusda")
    ('öü', '')
    """
    written = normalize("NFC", name).lower()
    return "" if _TELLING.isdisjoint(written) else "".join(letter for letter in written if letter in _TELLING)


def spellings(place: Place, *, key: str) -> AbstractSet[str]:
    """The ö and ü of the names of a place that fold to a key, but for English ones: these leave such marks out."""
    names = (name for code, found in place.names.items() if code != "en" for name in found)
    return {marked(name) for name in names if fold(name) == key}
