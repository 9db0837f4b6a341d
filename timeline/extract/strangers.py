"""Small towns of another part of the world that a text has nothing to do with: a word that only spells like them."""

from __future__ import annotations

from collections.abc import Sequence

from geodata.distance import kilometres
from geodata.gazetteer import Gazetteer
from geodata.model import PlaceMatch

_SETTLED = ("city", "village", "district", "admin1")
_SMALL = 150_000
"""Population below which a town needs something of the text near it."""
_ENOUGH = 3
"""Other places from which a text shows what part of the world it is about."""
_FAR_KM = 800
"""How far from all of them a town of another country is out of place."""


def without_strangers(found: Sequence[PlaceMatch], gazetteer: Gazetteer) -> list[PlaceMatch]:
    """The places of a text but small towns, far from all others, in countries that it doesn't name otherwise.

    Names of the region's own list stay. Where a text names few places nothing is left out.
    """
    return [match for match in found if not _is_stranger(match, found, gazetteer)]


def _is_stranger(match: PlaceMatch, found: Sequence[PlaceMatch], gazetteer: Gazetteer) -> bool:
    place = match.place
    if place.kind not in _SETTLED or place.population >= _SMALL or gazetteer.is_curated(place):
        return False
    others = {one.place.id: one.place for one in found if one.place.id != place.id}
    spots = [one for one in others.values() if one.kind != "country"]
    if len(spots) < _ENOUGH or any(one.country == place.country for one in others.values()):
        return False
    return all(kilometres(place, one) > _FAR_KM for one in spots)
