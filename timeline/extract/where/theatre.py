"""The land of a war that is only mentioned: a town told of elsewhere is but one place that it struck."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from geodata.containing import is_within
from geodata.distance import kilometres
from geodata.model import Place, PlaceMatch
from geodata.precision import COUNTRY, FIRST_ORDER
from timeline.extract.where.home import Asked

_WAGED = "ASSAULT"
_WAR = "war"
_FIGHTS = frozenset({"battle", "offensive", _WAR})
"""Modes of fighting that may last."""
_NEWS = timedelta(days=3)
"""Days before the report from which on fighting is its background."""
_MIDNIGHT = timedelta(days=1)
"""Reports differ by so much on when a night's fighting began."""
_THEATRE_KM = 120
"""How far from the middle of its land rockets of a war fall, as those on Ganja and Barda did."""
_WIDE = ("region", "admin1", "line")
_THEN, _ABOUT, _OF_THE_WAR = "the land of the war that began then", "the region of the war", "the country of the war"
REASONS = (_THEN, _ABOUT, _OF_THE_WAR)
"""Why such a land was taken."""


def land_of_the_war(asked: Asked, match: PlaceMatch | None) -> tuple[PlaceMatch, str] | None:
    """The land of a war or of fighting that began before the days of the report, for a town that was named elsewhere.

    That is where the war was that the region's chronology has begin then, the region that the text is about if it holds
    the town, else the country. None for what a report is news of.
    """
    if not _is_background_of_war(asked):
        return None
    near = match or next(iter(asked.sentence.told.places), None)
    known = next(_begun(asked, near), None) if near else None
    if near and known:
        return replace(near, place=known, where_prec=FIRST_ORDER, role="concerns"), _THEN
    if match is None or asked.trigger.rule.mode != _WAR:
        return None
    region = asked.reading.main_place
    if region and region.place.kind in _WIDE and is_within(match.place, region.place):
        return region, _ABOUT
    land = asked.sentence.told.gazetteer.place(f"iso:{match.place.country}")
    return (replace(match, place=land, where_prec=COUNTRY, role="concerns"), _OF_THE_WAR) if land else None


def _is_background_of_war(asked: Asked) -> bool:
    """Whether fighting that lasts began before the days of the report."""
    published, when, rule = asked.sentence.told.article.published, asked.when, asked.trigger.rule
    if published is None or when is None or rule.type != _WAGED or published - when.start < _NEWS:
        return False
    return rule.mode in _FIGHTS or when.open_end


def _begun(asked: Asked, match: PlaceMatch) -> Iterator[Place]:
    """Lands of the wars that began on the day told, near a place."""
    region, when = asked.sentence.told.gazetteer.region, asked.when
    if region is None or when is None or when.precision != "day":
        return
    lands = {place.id: place for place in region.places if place.kind in _WIDE}
    for one in region.chronology:
        begins = one.type == _WAGED and one.end > one.start and abs(one.start - when.start) <= _MIDNIGHT
        for land in (lands[name] for name in one.place_ids if begins and name in lands):
            if kilometres(match.place, land) - land.radius_km <= _THEATRE_KM:
                yield land
