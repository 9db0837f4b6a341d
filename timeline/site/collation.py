"""The order of words in a language's own alphabet, which is data: ``[order] alphabet`` of its ``labels.toml``."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable

from timeline.languages import load

Key = Callable[[str], tuple[int, ...]]
_LETTERS, _OTHERS = 100, 100_000
"""Where letters of the alphabet begin in a key, after blanks and digits; and where all other letters do."""


def key(language: str) -> Key:
    """A sort key for texts: blanks, digits, the alphabet of ``language``, then other letters; no punctuation."""
    pack = load(language)
    alphabet = str(pack.labels.get("order", {}).get("alphabet", "")) if pack else ""
    places = {letter: _LETTERS + place for place, letter in enumerate(alphabet)}
    dotless = "ı" in places

    def of(text: str) -> tuple[int, ...]:
        plain = text.replace("I", "ı").replace("İ", "i") if dotless else text
        found = (_weight(letter, places) for letter in unicodedata.normalize("NFC", plain.lower()))
        return tuple(weight for weight in found if weight >= 0)

    return of


def _weight(letter: str, places: dict[str, int]) -> int:
    """Where a letter stands; -1 for what doesn't count. A letter with a mark of another language stands as its base."""
    if letter in places:
        return places[letter]
    base = unicodedata.normalize("NFKD", letter)[0]
    if base in places:
        return places[base]
    if base.isspace():
        return 0
    return unicodedata.digit(base, 0) + 1 if base.isdigit() else _OTHERS + ord(base) if base.isalpha() else -1


def ranks(texts: Iterable[str], language: str) -> list[int]:
    """The place of each text among them all, equal ones alike; empty texts stand last."""
    listed = list(texts)
    unique = set(listed)
    order = key(language)
    ordered = sorted(unique, key=lambda text: (not text, order(text), text))
    places = {text: place for place, text in enumerate(ordered)}
    return [places[text] for text in listed]
