"""One line of a shipped table and the place that it stands for."""

from __future__ import annotations

from typing import cast

from geodata.model import Place, PlaceKind

_FIELDS = 10


def encode(place: Place) -> str:
    """Write a place as one tab-separated line without its end."""
    names = ";".join(f"{code}={'|'.join(found)}" for code, found in sorted(place.names.items()) if found)
    position = (f"{place.lat:.5f}", f"{place.lon:.5f}", f"{place.radius_km:g}")
    head = (place.id, place.name, place.kind, place.country or "", place.admin1 or "")
    return "\t".join((*head, *position, str(place.population), names))


def decode(line: str) -> Place:
    """Read the line that :func:`encode` wrote.

    Raises
    ------
    ValueError : the line has another number of fields.
    """
    fields = line.rstrip("\n").split("\t")
    if len(fields) != _FIELDS:
        raise ValueError(f"a place has {_FIELDS} fields, not {len(fields)}")
    pairs = (entry.split("=", 1) for entry in fields[9].split(";") if entry)
    return Place(
        id=fields[0],
        name=fields[1],
        kind=cast("PlaceKind", fields[2]),
        country=fields[3] or None,
        admin1=fields[4] or None,
        lat=float(fields[5]),
        lon=float(fields[6]),
        radius_km=float(fields[7]),
        population=int(fields[8]),
        names={code: tuple(found.split("|")) for code, found in pairs},
    )
