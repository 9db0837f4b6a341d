"""A place name as found in a text, and what a list of names has in common."""

from __future__ import annotations

from dataclasses import dataclass, replace

from geodata.doubt import is_well_known
from geodata.fold import fold
from geodata.lexicon import Words
from geodata.model import Place, Span

_LONGEST_JOIN = 12
"""Most characters between two names of a list."""


@dataclass(slots=True, kw_only=True)  # not frozen: many are made
class Toponym:
    """A place name found in a text, not yet resolved.

    ``candidates`` are the bearers of the name; ``levels`` the kinds that a generic term beside it states; ``near``
    whether a word makes the position approximate; ``located`` whether a word beside it says that it is a place;
    ``lists`` is 1 before the rest of a list that its generic term is for ("the districts of A, B"), -1 behind it
    ("A and B districts"), else 0; ``linked`` is whether it stands right behind the one before ("A, B", "A in B");
    ``demonym`` whether this is a word for a country's people or what is theirs.
    """

    span: Span
    key: str
    candidates: tuple[Place, ...]
    levels: frozenset[str] = frozenset()
    near: bool = False
    located: bool = False
    lists: int = 0
    linked: bool = False
    demonym: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether a word beside the name says that it is a place, or a bearer of it is well known."""
        return bool(self.levels or self.near or self.located or self.demonym) or any(
            map(is_well_known, self.candidates)
        )


def spread(toponyms: list[Toponym], text: str, known: Words) -> list[Toponym]:
    """Give the level that a plural term states to every name of its list, or to none where that is no list."""
    for index, toponym in enumerate(toponyms):
        place, direction = index, toponym.lists
        while direction and 0 <= place + direction < len(toponyms):
            left, right = sorted((place, place + direction))
            if not _coordinated(text[toponyms[left].span.end : toponyms[right].span.start], known):
                break
            place += direction
            if toponyms[place].levels:
                break
            toponyms[place] = replace(toponyms[place], levels=toponym.levels)
        if toponym.lists and place == index and _is_wide(toponym):
            toponyms[index] = replace(toponym, levels=frozenset())
    return toponyms


def _is_wide(toponym: Toponym) -> bool:
    """Whether a bearer has districts and towns, which a plural term behind the name alone is about: "Texas cities"."""
    return any(place.kind in ("country", "admin1") for place in toponym.candidates)


def _coordinated(gap: str, known: Words) -> bool:
    """Whether nothing but commas, quotation marks and a joining word stands between two names."""
    return len(gap) <= _LONGEST_JOIN and (
        fold(gap) in known.joining or (not fold(gap) and "," in gap.replace("،", ","))
    )
