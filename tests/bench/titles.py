"""How many titles a careful sub-editor would accept: ``python tests/bench/titles.py [--wrong]``, a row for each language.

The gold, ``tests/gold/titles/titles.toml``, holds events by their structure, each with what may be said in eight languages.
``--wrong`` lists what was not accepted, never of the half ``test``: it is there to measure.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from geodata import regions  # noqa: E402 - run as a script from anywhere
from geodata.distance import halfway  # noqa: E402
from geodata.gazetteer import Gazetteer  # noqa: E402
from geodata.model import Place, PlaceMatch, Span  # noqa: E402
from timeline.languages.titles import titles  # noqa: E402
from timeline.merge.chronology import named  # noqa: E402
from timeline.model.event import Event  # noqa: E402
from timeline.model.mention import Actor  # noqa: E402
from timeline.model.timex import TimeInterval  # noqa: E402

GOLD = ROOT / "tests/gold/titles/titles.toml"
REGION = "caucasus"
HALVES = ("dev", "test")
LANGUAGES = ("en", "ar", "ru", "tr", "az", "hy", "fa", "ka")
WHERE_FIRST = frozenset({"tr", "az"})
EITHER = frozenset({"hy", "ka"})
"""Languages in which the place may stand before or behind what happened."""


def rows(half: str) -> list[Mapping[str, Any]]:
    """The events of a half."""
    return [row for row in tomllib.loads(GOLD.read_text(encoding="utf-8"))["event"] if row["half"] == half]


def accepted(text: str, language: str) -> frozenset[str]:
    """Every title that a row takes in a language, its first letter large."""
    return frozenset(whole[:1].title() + whole[1:] for part in text.split(";;") for whole in _wholes(part, language))


def _wholes(part: str, language: str) -> Iterator[str]:
    what, _, where = (side.strip() for side in part.partition(" @ "))
    for pair in product(what.split("|"), where.split("|")) if where else ():
        orders = (pair, pair[::-1]) if language in EITHER else (pair[::-1],) if language in WHERE_FIRST else (pair,)
        yield from (" ".join(order) for order in orders)
    if not where:
        yield what


def event(row: Mapping[str, Any]) -> Event:
    """The event that a row describes."""
    kind, _, mode = row["kind"].partition(".")
    parties = (text.split(" ") for text in row.get("parties", ()))
    return Event(
        id=row["id"],
        kind="state" if "state" in row else "event",
        type=kind,
        mode=mode or None,
        when=_when(row),
        where=_where(row),
        actors=tuple(Actor(id=name, name=name, role=role) for name, role in parties),
        clarity=row.get("clarity", "agreed"),
        status=row.get("status", "happened"),
    )


def _when(row: Mapping[str, Any]) -> TimeInterval | None:
    if "state" in row:
        year = int(row["state"])
        return TimeInterval(start=date(year, 1, 1), end=date(year, 12, 31), precision="year", open_end=True)
    day = date.fromisoformat(row["day"]) if "day" in row else None
    return TimeInterval(start=day, end=day, precision="day") if day else None


def _where(row: Mapping[str, Any]) -> PlaceMatch | None:
    if "between" in row:
        one, other = (_place(name) for name in row["between"])
        place = _line(one, other)
    elif "place" in row:
        place = _place(row["place"])
    else:
        return None
    return PlaceMatch(span=Span(start=0, end=1), place=place, where_prec=row["where_prec"], score=1.0)


def _line(one: Place, other: Place) -> Place:
    """What a text that says "between" two places is read as."""
    lat, lon = halfway(one, other)
    names = {
        code: (f"{one.names[code][0]} – {other.names[code][0]}",) for code in one.names.keys() & other.names.keys()
    }
    name = f"{one.name} – {other.name}"
    number = f"line:{one.id}~{other.id}"
    return Place(id=number, name=name, names=names, kind="line", country=None, lat=lat, lon=lon, radius_km=20.0)


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer.open(regions.load(REGION))


def _place(name: str) -> Place:
    place = _gazetteer().place(name)
    if place is None:
        raise LookupError(f"{name} stands in no gazetteer")
    return place


def made(row: Mapping[str, Any]) -> Mapping[str, str]:
    """The titles that Chronotope gives to the event of a row."""
    happening = next((one for one in regions.load(REGION).chronology if one.id == row.get("happening")), None)
    return titles(event(row), name=named(event(row), happening))


def faults(half: str) -> Iterator[tuple[str, str, str]]:
    """Id, language and title of what is not accepted."""
    for row in rows(half):
        found = made(row)
        for language in LANGUAGES:
            if found.get(language) not in accepted(row[language], language):
                yield row["id"], language, found.get(language, "")


def lines(*, wrong: bool = False) -> Iterator[str]:
    """The table of titles, a line at a time."""
    yield f"| half | events | {' | '.join(LANGUAGES)} | all |"
    yield "|---" * (len(LANGUAGES) + 3) + "|"
    for half in HALVES:
        found, count = list(faults(half)), len(rows(half))
        shares = [1 - sum(one[1] == language for one in found) / count for language in LANGUAGES]
        figures = " | ".join(f"{100 * share:.1f}" for share in (*shares, sum(shares) / len(shares)))
        yield f"| {half} | {count} | {figures} |"
        if wrong and half != "test":
            yield from (f"  {name} {language}: {title}" for name, language, title in found)


def main() -> None:
    """Measure titles."""
    sys.stdout.writelines(f"{line}\n" for line in lines(wrong="--wrong" in sys.argv))


if __name__ == "__main__":
    main()
