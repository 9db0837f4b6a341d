"""Small makers of articles, places, mentions and regions, with defaults that a test overrides where it matters."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from geodata.model import Place, PlaceMatch, Span
from geodata.regions import Happening, Region, RegionActor
from timeline.model.article import Article
from timeline.model.mention import Actor, Attribution, Mention, Toll
from timeline.model.timex import TimeInterval, TimePrecision

SENTENCE = "Artillery shelled positions in the Tovuz district on Sunday."


def place(name: str, lat: float, lon: float, **values: Any) -> Place:
    """A place; its id is ``region:`` and its name in lower case."""
    given = {"id": f"region:{name.lower().replace(' ', '-')}", "kind": "village", "country": "AZ", "radius_km": 2.0}
    return Place(**{**given, **values}, name=name, lat=lat, lon=lon)


TOVUZ = place(
    "Tovuz", 40.99, 45.63, kind="district", radius_km=25.0,
    names={"ar": ("توفوز",), "ru": ("Товуз",), "tr": ("Tovuz",), "az": ("Tovuz",), "hy": ("Տովուզ",), "fa": ("تووز",), "ka": ("თოვუზი",)},
)  # fmt: skip
TAVUSH = place("Tavush", 40.95, 45.3, kind="admin1", country="AM", radius_km=50.0)
MOVSES = place("Movses", 40.9, 45.48, country="AM")
AGDAM_VILLAGE = place("Agdam village", 40.95, 45.55)
KARABAKH = place("Nagorno-Karabakh", 39.82, 46.75, kind="region", radius_km=80.0, names={"ar": ("ناغورني قره باغ",)})
AZERBAIJAN = place("Azerbaijan", 40.3, 47.7, kind="country", radius_km=250.0)
ANKARA = place("Ankara", 39.92, 32.85, kind="city", country="TR", names={"ar": ("أنقرة",)})
MOSCOW = place("Moscow", 55.75, 37.62, kind="city", country="RU")
SPITAK = place("Spitak", 40.83, 44.27, kind="city", country="AM")

ACTORS = (
    RegionActor(id="az-mod", kind="ministry", country="AZ", names={"en": ("Defence Ministry of Azerbaijan",), "ar": ("وزارة الدفاع الأذربيجانية",)}),
    RegionActor(id="am-mod", kind="ministry", country="AM", names={"en": ("Ministry of Defence of Armenia",)}),
    RegionActor(id="tr-president", kind="leader", country="TR", names={"en": ("Recep Tayyip Erdogan",)}),
    RegionActor(id="wire", kind="agency", country=None, names={"en": ("Demo Wire",), "ar": ("ديمو واير",), "ru": ("Демо Вайр",)}),
)  # fmt: skip

JULY = Happening(
    id="july-2020", start=date(2020, 7, 12), end=date(2020, 7, 16), precision="day", type="ASSAULT", mode="battle",
    place_ids=("region:tovuz", "region:tavush"), names={"en": "July 2020 clashes"}, episode="July 2020 clashes", source="",
)  # fmt: skip
CEASEFIRE = Happening(
    id="ceasefire-1994", start=date(1994, 5, 12), end=date(1994, 5, 12), precision="day", type="AGREE",
    mode="ceasefire", place_ids=("region:nagorno-karabakh",), names={"en": "Ceasefire of 1994"}, episode=None, source="",
)  # fmt: skip


def region(
    chronology: Iterable[Happening] = (), actors: Iterable[RegionActor] = ACTORS, places: Iterable[Place] = ()
) -> Region:
    """A region that knows what a test needs, and nothing else."""
    known = places or (TOVUZ, TAVUSH, MOVSES, AGDAM_VILLAGE, KARABAKH, AZERBAIJAN, ANKARA, MOSCOW, SPITAK)
    return Region(
        name="test", folder=Path(), titles={"en": "Test"}, bbox=(40, 38, 51, 42), center=(40, 46), zoom=7,
        languages=("en",), viewpoints={}, rival_order="", places=tuple(known), actors=tuple(actors), chronology=tuple(chronology),
    )  # fmt: skip


def article(name: str = "a", text: str = SENTENCE, **values: Any) -> Article:
    """An article of one sentence, published on Monday 13 July 2020 by a paper of its own name."""
    given: dict[str, Any] = {
        "source_path": f"{name}.txt",
        "publisher": f"Paper {name}",
        "published": date(2020, 7, 13),
        "language": "en",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
    }
    given |= values
    basis = "metadata" if given["published"] else "none"
    return Article(**given, published_basis=basis, id=name, text=text)


def days(start: str, end: str | None = None, **values: Any) -> TimeInterval:
    """An interval from ISO dates; one date is one day, "2020-07" a month, "2020" a year."""
    if len(start) == len("2020"):
        return _whole(start, "01-01", "12-31", "year", values)
    if len(start) == len("2020-07"):
        last = {"02": "28", "04": "30", "06": "30", "09": "30", "11": "30"}.get(start[-2:], "31")
        return _whole(start, "01", last, "month", values)
    first, last_day = date.fromisoformat(start), date.fromisoformat(end or start)
    return TimeInterval(**{"precision": "day", **values, "start": first, "end": last_day})


def _whole(prefix: str, first: str, last: str, precision: TimePrecision, values: dict[str, Any]) -> TimeInterval:
    start, end = date.fromisoformat(f"{prefix}-{first}"), date.fromisoformat(f"{prefix}-{last}")
    return TimeInterval(**{"precision": precision, **values, "start": start, "end": end})


def match(found: Place, where_prec: int | None = None, span: tuple[int, int] = (0, 4), **values: Any) -> PlaceMatch:
    """A place as an article names it; its precision follows from its kind."""
    by_kind = {"district": 3, "admin1": 4, "region": 5, "country": 6}
    prec = where_prec or by_kind.get(found.kind, 1)
    return PlaceMatch(**{"score": 0.9, **values}, span=Span(start=span[0], end=span[1]), place=found, where_prec=prec)


def actors(*parties: str) -> tuple[Actor, ...]:
    """Parties as ``az-mod>iso:AM``: the first acts, the second suffers; one alone acts."""
    pairs = [pair.partition(">") for pair in parties]
    roles = [(one, role) for left, _, right in pairs for one, role in ((left, "actor"), (right, "recipient")) if one]
    return tuple(Actor(id=one, name=one, role=role) for one, role in roles)  # type: ignore[arg-type]


def toll(low: int | None, category: str = "killed", **values: Any) -> Toll:
    """A number of victims."""
    given = {"words": str(low), "victims": "soldiers", "high": low}
    return Toll(**{**given, **values}, low=low, category=category)  # type: ignore[arg-type]


def mention(
    of: Article,
    when: TimeInterval | str | None = "2020-07-12",
    where: PlaceMatch | Place | None = TOVUZ,
    quote: str | None = None,
    **values: Any,
) -> Mention:
    """A mention told by the sentence ``quote`` of an article (its whole text without one): shelling at Tovuz on 12 July 2020."""
    start = of.text.index(quote) if quote else 0
    end = start + len(quote or of.text)
    trigger = values.pop("trigger", start)
    given: dict[str, Any] = {"type": "ASSAULT", "mode": "artillery", "score": 0.7}
    given |= values
    found = match(where) if isinstance(where, Place) else where
    time = days(when) if isinstance(when, str) else when
    label = found.place.id if found else "-"
    time_label = time.edtf() if time else "-"
    name = f"{of.id}:{start}:{trigger}:{given['type']}:{given['mode']}:{label}:{time_label}:{given.get('status', '')}"
    return Mention(
        **{"id": name, **given},
        article_id=of.id,
        sentence=Span(start=start, end=end),
        trigger=Span(start=trigger, end=trigger + 1),
        when=time,
        where=found,
    )


def said(source: str, kind: str = "claimed", actor_id: str | None = None) -> Attribution:
    """Whose word it is."""
    return Attribution(source=source, kind=kind, actor_id=actor_id)  # type: ignore[arg-type]


def by_id(*found: Article | Sequence[Article]) -> dict[str, Article]:
    """Articles by id."""
    flat = [one for item in found for one in ([item] if isinstance(item, Article) else item)]
    return {one.id: one for one in flat}
