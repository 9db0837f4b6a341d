"""What an article is about: the land that it names and whose towns it tells of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from geodata.capitals import capitals
from geodata.containing import is_within, lies_in
from geodata.distance import kilometres
from geodata.model import TOWNS, Place, PlaceMatch

IN_THE_TITLE = 3
"""How many mentions of a place in the text its mention in the title is worth."""
_ROAD = "line:"
"""Ids of lines that a text's words make of their two ends ("the X–Y road"): no article is about one."""
_CERTAIN = 0.7
"""Score of a place that is believed though it is named but once."""
_SHARE, _BEYOND, _CLOSE_KM = 0.4, 1.3, 40
"""Share of the places named that a main region holds, up to so many of its radii, or kilometres, from its middle."""
_KINDS = ("region", "admin1", "district", "line")
_RULED = ("region", "admin1")
"""Kinds of lands with a government, of which there are few; others are districts and lines."""
_WIDEST_KM = 200
"""Radius beyond which a land holds so many towns that these say nothing of it."""
_TOWN = 0.45
"""What the mention of a town says for its land, beside a mention of the land itself."""


def main_place(places: Sequence[PlaceMatch], titled: frozenset[str] = frozenset()) -> PlaceMatch | None:
    """The land that an article is about: the one that it names, and names towns of, most often; of equals the wider.

    Several named once, without their towns, are none, and one that is named once must be certain. ``titled`` are ids of
    places that the title names, which counts for more than a mention in the text.
    """
    lands = [match for match in places if match.place.kind in _KINDS and not match.place.id.startswith(_ROAD)]
    named = Counter(match.place.id for match in lands)
    known = {match.place.id: match.place for match in lands}
    said = {name: times + IN_THE_TITLE * (name in titled) for name, times in named.items()}
    points = {name: own + _TOWN * _of_its_towns(known[name], places, titled) for name, own in said.items()}
    ranks = sorted(((points[name], known[name].kind in _RULED, name) for name in points), reverse=True)
    if not ranks or (len(ranks) > 1 and ranks[0][0] == 1 and ranks[0][:2] == ranks[1][:2]):
        return None
    found = max((match for match in lands if match.place.id == ranks[0][2]), key=lambda match: match.score)
    if (ranks[0][0] == 1 and found.score < _CERTAIN) or not _holds_enough(found.place, places):
        return None
    return replace(found, role="concerns")


def may_be_about(town: PlaceMatch, land: PlaceMatch | None) -> bool:
    """Whether an article about a land may be about a town, too: of a capital elsewhere, only the government acts."""
    return land is None or town.place.id not in capitals() or is_within(town.place, land.place)


def _of_its_towns(land: Place, places: Sequence[PlaceMatch], titled: frozenset[str]) -> int:
    """How often towns of a land are named, in the title for more; of a land too wide to tell anything, none."""
    whole = f"iso:{land.country}" in titled and land.id not in titled  # a story of the country, not of the land
    if land.kind not in _RULED or land.radius_km > _WIDEST_KM or whole:
        return 0
    towns = (match.place for match in places if match.place.kind in TOWNS and match.place.id not in capitals())
    inside = [town.id for town in towns if lies_in(town, land)]
    return len(inside) + IN_THE_TITLE * len(titled.intersection(inside))


def _holds_enough(region: Place, places: Sequence[PlaceMatch]) -> bool:
    """Whether enough of what a text names lies in a region, or close to it, for the text to be about it.

    Capitals stand for their governments, whatever a text is about.
    """
    named = (match.place for match in places if match.place.kind != "country")
    spots = [place for place in named if place.id not in capitals()]
    inside = sum(place.id == region.id or kilometres(place, region) <= _reach(region) for place in spots)
    return inside >= _SHARE * len(spots)


def _reach(land: Place) -> float:
    """How far from its middle, in kilometres, what is told may belong to a land."""
    return max(land.radius_km * _BEYOND, _CLOSE_KM)
