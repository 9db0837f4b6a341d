"""What a region knows: places, actors, well-known happenings and the viewpoint on disputed areas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from geodata.model import Place

ActorKind = Literal["state", "armed_forces", "ministry", "leader", "mediator", "party", "organisation", "agency"]
HappeningPrecision = Literal["day", "month", "year"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionActor:
    """Somebody who acts or speaks in the region; ``since`` and ``until`` bound a term of office."""

    id: str
    kind: ActorKind
    country: str | None
    names: Mapping[str, tuple[str, ...]]
    since: date | None = None
    until: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """A well-known happening.

    ``type`` is a PLOVER code; ``place_ids`` begins with the place that says where; days are inclusive.
    """

    id: str
    start: date
    end: date
    precision: HappeningPrecision
    type: str
    mode: str | None
    place_ids: tuple[str, ...]
    names: Mapping[str, str]
    episode: str | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """Who controlled a place from one day to another, as a source says; no statement of whose it is by right.

    ``place`` and ``controller`` are ids of the region's places and actors; ``precision`` is how exactly the source
    dates ``since``; ``until`` is the last day, None where the source knows of no end. ``claim`` says in words what the
    source states where that isn't simply control.
    """

    place: str
    controller: str
    since: date
    precision: HappeningPrecision
    until: date | None
    claim: str
    source: str

    @property
    def id(self) -> str:
        """What no other row may say again."""
        return f"{self.place} {self.controller} {self.since}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A part of the world with curated knowledge.

    ``bbox`` is west, south, east, north and ``center`` latitude, longitude in degrees; ``zoom`` a web map's level.
    ``borders`` is None where the region states no disputed area; ``viewpoints`` says by language how such areas are
    shown, ``rival_order`` in which order rival names of a place are given; ``hidden`` are ids of places that say
    the same as a curated one, or say it wrongly; no name leads there. ``seats`` are the towns from which lands that are
    no country are governed, by the id of the land ("the Abkhaz capital").
    """

    name: str
    folder: Path
    titles: Mapping[str, str]
    bbox: tuple[float, float, float, float]
    center: tuple[float, float]
    zoom: int
    languages: tuple[str, ...]
    viewpoints: Mapping[str, str]
    rival_order: str = ""
    hidden: tuple[str, ...] = ()
    seats: Mapping[str, str] = field(default_factory=dict, hash=False)
    places: tuple[Place, ...] = field(repr=False)
    actors: tuple[RegionActor, ...] = field(default=(), repr=False)
    chronology: tuple[Happening, ...] = field(default=(), repr=False)
    control: tuple[Control, ...] = field(default=(), repr=False)
    borders: Path | None = None

    @property
    def viewpoint(self) -> str:
        """The statement on disputed areas, in English or in the first language that has one."""
        return self.viewpoints.get("en") or next(iter(self.viewpoints.values()), "")

    def controllers(self, place_id: str, day: date) -> tuple[Control, ...]:
        """What sources say of who controlled a place on a day: none, one, or several that contradict each other."""
        return tuple(
            one
            for one in self.control
            if one.place == place_id and one.since <= day and (one.until is None or day <= one.until)
        )

    def contains(self, lat: float, lon: float) -> bool:
        """Whether a position lies in the region's box."""
        west, south, east, north = self.bbox
        return west <= lon <= east and south <= lat <= north
