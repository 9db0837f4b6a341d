"""Small towns of another part of the world that a text has nothing to do with: a word that only spells like them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from geodata.distance import kilometres
from geodata.gazetteer import Gazetteer
from geodata.model import Place, PlaceMatch

_SETTLED = ("city", "village", "district", "admin1")
_SMALL = 150_000
"""Population below which a town needs something of the text near it."""
_ENOUGH = 3
"""Other places from which a text shows what part of the world it is about."""
_FAR_KM = 800
"""How far from all of them a town of another country is out of place."""


def strangers(found: Sequence[PlaceMatch], gazetteer: Gazetteer) -> frozenset[str]:
    """Ids of the small towns that lie far from all else that a text names, in countries that it doesn't name otherwise.

    Names of the region's own list are none. Where a text names few places there are none.
    """
    places = {match.place.id: match.place for match in found}
    spots = [place for place in places.values() if place.kind != "country"]
    countries = Counter(place.country for place in places.values())
    if len(spots) <= _ENOUGH:
        return frozenset()
    alone = (place for place in spots if countries[place.country] == 1 and _is_small(place, gazetteer))
    return frozenset(place.id for place in alone if _is_far(place, spots))


def _is_small(place: Place, gazetteer: Gazetteer) -> bool:
    return place.kind in _SETTLED and place.population < _SMALL and not gazetteer.is_curated(place)


def _is_far(place: Place, spots: Sequence[Place]) -> bool:
    return all(one.id == place.id or kilometres(place, one) > _FAR_KM for one in spots)
