"""How much of its surroundings the bare name of a town may mean in news."""

from __future__ import annotations

from dataclasses import replace

from geodata.containing import is_within
from geodata.gazetteer import Gazetteer
from geodata.model import TOWNS, Place, PlaceMatch
from geodata.precision import DISTRICT, NEAR
from geodata.weighing import LEVEL_STATED

_CITY, _ROOM_KM = 100_000, 15
"""People from which a bare name means the town and not the district called after it, and the radius up to which a
district is little more than its town."""


def as_news_means(match: PlaceMatch, gazetteer: Gazetteer) -> PlaceMatch:
    """A place, coded as its district where a name without "town" beside it may mean either ("fighting in Lachin").

    The name itself names a town (UCDP's code 1); where the happening was in its district, the text doesn't say.
    """
    if match.where_prec > NEAR or match.place.kind not in TOWNS or LEVEL_STATED in match.reason:
        return match
    rivals = (gazetteer.place(rival) for rival in match.rivals)
    either = any(rival and _is_called_after(rival, match.place) for rival in rivals)
    return replace(match, where_prec=DISTRICT) if either else match


def _is_called_after(district: Place, town: Place) -> bool:
    wide = district.kind == "district" and district.radius_km > _ROOM_KM
    return wide and town.population < _CITY and is_within(town, district)
