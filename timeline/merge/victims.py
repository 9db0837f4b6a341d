"""Who is counted: soldiers, civilians or people at all, in whatever language they are named."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from geodata.fold import fold
from timeline.languages import load

PEOPLE = "people"
"""Who is counted where nothing says that it is some of them only."""


def kind(words: str, language: str) -> str:
    """The kind of victims that words name: a list of ``[kinds]`` of ``tolls.toml``; else the folded words themselves.

    Examples
    --------
    >>> kind("Azerbaijani soldiers", "en"), kind("военнослужащих", "ru"), kind("", "en")
    ('military', 'military', 'people')
    """
    named = [fold(word) for word in words.split()]
    found = {key for word in named for phrase, key in _kinds(language).items() if _is(word, phrase)}
    some = found - {PEOPLE}
    if len(some) == 1:
        return some.pop()
    return PEOPLE if not named or found == {PEOPLE} else " ".join(named)


def _is(word: str, phrase: str) -> bool:
    return word.startswith(phrase[:-1]) if phrase.endswith("*") else word == phrase


@cache
def _kinds(language: str) -> Mapping[str, str]:
    """The kind of each single word for victims, folded; a star stands for any ending."""
    pack = load(language)
    table = pack.tolls.get("kinds", {}) if pack else {}
    return {
        fold(phrase.removesuffix("*")) + "*" * phrase.endswith("*"): name
        for name, phrases in table.items()
        for phrase in phrases
    }
