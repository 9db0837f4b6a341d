"""Names that no gazetteer knows, asked of an online geocoder (Nominatim) by hand, once, and kept for ever.

Reading never asks: an editor lets the names be asked, at most one a second, and the answers stand in a file of JSON
Lines, one name a line, that can be read, mended and shared. What is found by an answer is marked and scores low.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, get_args
from urllib.parse import urlsplit

from geodata.distance import EARTH_KM
from geodata.errors import GeodataError
from geodata.fold import fold
from geodata.model import Place, PlaceKind, PlaceMatch

NOMINATIM = "https://nominatim.openstreetmap.org"
SECONDS_APART = 1.0
"""Nominatim's usage policy allows one request a second."""
_PATIENCE = 10
"""Seconds to wait for an answer."""
_PREFIX = "osm:"
_TRUST = 0.3
"""What is left of a match's score where the place is known from an answer alone."""
_REASON = "known from an online geocoder alone"
_LEAST_KM, _MOST_KM = 1.0, 500.0

_KINDS: Mapping[str, PlaceKind] = {
    "state": "admin1",
    "province": "admin1",
    "county": "district",
    "district": "district",
    "municipality": "district",
    "city": "city",
    "town": "city",
    "village": "village",
    "hamlet": "village",
    "region": "region",
    "country": "region",
    "river": "line",
    "road": "line",
    "railway": "line",
    "sea": "water",
    "ocean": "water",
}
"""Nominatim's ``addresstype`` → kind; what isn't listed is a feature. Countries that we don't know are none."""


class OnlineError(GeodataError):
    """The online geocoder doesn't answer, or its answers can't be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Geocoder:
    """Whom to ask: ``user_agent`` says who asks, as Nominatim's policy demands; ``address`` is that of the service."""

    user_agent: str
    address: str = NOMINATIM

    def ask(self, names: Iterable[str], answers: Path) -> Iterator[tuple[str, Place | None]]:
        """Ask for names that have no answer yet, and keep each answer as it comes, also that there is none.

        Raises
        ------
        OnlineError : the service fails or geopy isn't installed; answers that came before are kept.
        """
        known = load(answers)
        look_up = _asking(self)
        for name in names:
            if fold(name) in known:
                continue
            found = _place(look_up(name))
            known = {**known, fold(name): found}
            with answers.open("a", encoding="utf-8", newline="\n") as file:
                file.write(json.dumps(_row(name, found), ensure_ascii=False) + "\n")
            yield name, found


def load(answers: Path) -> dict[str, Place | None]:
    """Folded name → the place that was answered; no file, no answers.

    Raises
    ------
    OnlineError : a line can't be read.
    """
    found: dict[str, Place | None] = {}
    lines = answers.read_text(encoding="utf-8").splitlines() if answers.is_file() else []
    for number, line in enumerate(lines, start=1):
        try:
            row = json.loads(line)
            found[fold(row["name"])] = _kept(row["found"]) if row["found"] else None
        except (ValueError, TypeError, KeyError) as error:
            remedy = "Mend the line, or remove it to have the name asked again"
            raise OnlineError(f"is no answer ({error})", where=f"{answers}:{number}", remedy=remedy) from error
    return found


def _kept(fields: Mapping[str, Any]) -> Place:
    if fields["kind"] not in get_args(PlaceKind):
        raise ValueError(f"{fields['kind']} is no kind of place")
    return Place(**fields)


def doubted(match: PlaceMatch) -> PlaceMatch:
    """The match as it is, or marked and doubted if its place is known from an answer alone."""
    if not match.place.id.startswith(_PREFIX):
        return match
    return replace(match, score=round(match.score * _TRUST, 3), reason=f"{match.reason}; {_REASON}")


@cache
def _asking(geocoder: Geocoder) -> Any:  # noqa: ANN401 - geopy has no types
    """A function from a name to Nominatim's answer or None, called at most once a second."""
    try:
        from geopy.exc import GeopyError
        from geopy.extra.rate_limiter import RateLimiter
        from geopy.geocoders import Nominatim
    except ImportError as error:
        remedy = "Install it with `pip install chronotope[online]`"
        raise OnlineError("asking needs the package geopy", remedy=remedy) from error
    url = urlsplit(geocoder.address)
    service = Nominatim(
        user_agent=geocoder.user_agent, domain=url.netloc, scheme=url.scheme or "https", timeout=_PATIENCE
    )
    slowly = RateLimiter(service.geocode, min_delay_seconds=SECONDS_APART, max_retries=0, swallow_exceptions=False)

    def look_up(name: str) -> Mapping[str, Any] | None:
        try:
            location = slowly(name, addressdetails=True)
        except GeopyError as error:
            remedy = "Try again later: answers so far are kept, and nothing else needs it"
            raise OnlineError(f"doesn't answer ({error})", where=geocoder.address, remedy=remedy) from error
        return location.raw if location else None

    return look_up


def _place(answer: Mapping[str, Any] | None) -> Place | None:
    if answer is None:
        return None
    country = str(answer.get("address", {}).get("country_code", "")).upper()
    return Place(
        id=f"{_PREFIX}{answer['osm_type']}/{answer['osm_id']}",
        name=answer.get("name") or answer["display_name"].partition(",")[0],
        kind=_KINDS.get(answer.get("addresstype", ""), "feature"),
        country=country or None,
        lat=float(answer["lat"]),
        lon=float(answer["lon"]),
        radius_km=_radius_km(*map(float, answer["boundingbox"])),
    )


def _radius_km(south: float, north: float, *_: float) -> float:
    """Half the height of its box, which doesn't hang on the latitude."""
    half = (north - south) / 2 / 180 * EARTH_KM * 3.1416
    return round(min(_MOST_KM, max(_LEAST_KM, half)), 1)


def _row(name: str, found: Place | None) -> dict[str, Any]:
    fields = ("id", "name", "kind", "country", "lat", "lon", "radius_km")
    return {"name": name, "found": {field: getattr(found, field) for field in fields} if found else None}
