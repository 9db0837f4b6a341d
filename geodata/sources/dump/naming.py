"""The names of a dump's place by language: the preferred first, those without a language where they can be trusted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from operator import attrgetter

from geodata.fold import fold
from geodata.sources.dump.reading import NameRow, PlaceRow
from geodata.sources.geonames import FAMOUS, LIKENESS, is_name, is_short_abroad
from geodata.sources.scripts import alike, language

_OWN = 1
"""Rank of the name in a place's own line: behind the preferred ones, before others in use."""
_OWN_LANGUAGE = "en"
_MARKS = frozenset(";=|\t")
"""What parts names in a line of a table."""
_LONGEST = 150
"""Letters of the longest name that a text may hold."""

Spellings = Mapping[str, Mapping[str, str]]
"""Language → folded name → the name as it is written."""


def spellings(row: PlaceRow, others: Iterable[NameRow]) -> Spellings:
    """Choose the names of a place.

    Parameters
    ----------
    row : the place's own line, whose names are Latin and count as English.
    others : its alternate names; one without language counts for the language of its letters, if it sounds like the
        place's own name or the place is famous: GeoNames has wrong bearers of such names.
    """
    people = int(row.population)
    own = (NameRow(row.number, _OWN_LANGUAGE, _OWN, name) for name in dict.fromkeys((row.name, row.plain)))
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for other in sorted([*own, *others, *_untagged(row)], key=_by_rank):
        key = fold(other.name)
        if not key or len(key) > _LONGEST or not _MARKS.isdisjoint(other.name):
            continue
        code = other.language or _language(other.name, row.name, people)
        if code and (people >= FAMOUS or not is_short_abroad(other.name, code, row.country)):
            found[code].setdefault(key, other.name)
    return found


_by_rank = attrgetter("rank")


def _untagged(row: PlaceRow) -> Iterable[NameRow]:
    """The names in a place's own line, which have no language."""
    return (NameRow(row.number, "", _OWN + 1, name) for name in row.others.split(",") if name)


def _language(name: str, own: str, people: int) -> str | None:
    """The language that a name without one counts for, None where it isn't to be trusted."""
    code = language(name)
    if code is None or not is_name(name, code):
        return None
    trusted = people >= FAMOUS and code != _OWN_LANGUAGE
    return code if trusted or alike(name, own, LIKENESS[code == _OWN_LANGUAGE]) else None
