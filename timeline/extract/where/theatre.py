"""The land of a war that is only mentioned: a town told of elsewhere is but one place that it struck."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from geodata.containing import is_within
from geodata.distance import kilometres
from geodata.model import Place, PlaceMatch
from geodata.precision import COUNTRY, FIRST_ORDER
from timeline.extract.where.home import Asked, Found
from timeline.model.timex import MIDNIGHT

_WAGED = "ASSAULT"
_WAR, _TRUCE = "war", "ceasefire"
_FIGHTS = frozenset({"battle", "offensive", _WAR})
"""Modes of fighting that may last."""
_NEWS = timedelta(days=3)
"""Days before the report from which on fighting is its background."""
_THEATRE_KM = 120
"""How far from the middle of its land rockets of a war fall, as those on Ganja and Barda did."""
_WIDE = ("region", "admin1", "line")
_THEN, _ABOUT, _OF_THE_WAR = "the land of the war that began then", "the region of the war", "the country of the war"
REASONS = (_THEN, _ABOUT, _OF_THE_WAR)
"""Why such a land was taken."""


def land_of_a_known_war(asked: Asked) -> Found:
    """The land of a war or truce of the past that the region's chronology knows ("the war of 2020")."""
    if asked.trigger.rule.mode not in (_WAR, _TRUCE) or not _is_background(asked):
        return None
    near = asked.sentence.told.places
    lands = {land.id: land for land in _begun(asked, asked.trigger.rule.mode) if any(_reaches(land, m) for m in near)}
    if len(lands) != 1:
        return None
    (land,) = lands.values()
    return replace(near[0], place=land, where_prec=FIRST_ORDER, role="concerns", reason=_THEN), _THEN


def land_of_the_war(asked: Asked, match: PlaceMatch | None) -> Found:
    """The land of a war or of fighting that began before the days of the report, for a town that was named elsewhere.

    That is where the war was that the region's chronology has begin that day, the region that the text is about if it
    holds the town, else the country. None for what a report is news of.
    """
    rule = asked.trigger.rule
    if rule.type != _WAGED or not _is_background(asked):
        return None
    near = match or next(iter(asked.sentence.told.places), None)
    dated = asked.when is not None and asked.when.precision == "day" and (rule.mode in _FIGHTS or asked.when.open_end)
    known = next((land for land in _begun(asked) if near and _reaches(land, near)), None) if dated else None
    if near and known:
        return replace(near, place=known, where_prec=FIRST_ORDER, role="concerns"), _THEN
    if match is None or rule.mode != _WAR:
        return None
    region = asked.reading.main_place
    if region and region.place.kind in _WIDE and is_within(match.place, region.place):
        return region, _ABOUT
    land = asked.sentence.told.gazetteer.place(f"iso:{match.place.country}")
    return (replace(match, place=land, where_prec=COUNTRY, role="concerns"), _OF_THE_WAR) if land else None


def _is_background(asked: Asked) -> bool:
    """Whether something began before the days of the report."""
    published, when = asked.sentence.told.article.published, asked.when
    return published is not None and when is not None and published - when.start >= _NEWS


def _begun(asked: Asked, mode: str | None = None) -> Iterator[Place]:
    """Lands of the wars or truces that began in the time told, of a mode if one is asked for."""
    region, when = asked.sentence.told.gazetteer.region, asked.when
    if region is None or when is None:
        return
    lands = {place.id: place for place in region.places if place.kind in _WIDE}
    for one in region.chronology:
        alike = one.mode == mode if mode else one.type == _WAGED and one.end > one.start
        if alike and when.start - MIDNIGHT <= one.start <= when.end + MIDNIGHT:
            yield from (lands[name] for name in one.place_ids[:1] if name in lands)


def _reaches(land: Place, match: PlaceMatch) -> bool:
    """Whether a war in a land may strike a place."""
    return kilometres(match.place, land) - land.radius_km <= _THEATRE_KM
