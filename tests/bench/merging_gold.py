"""Gold of merging: which happenings the sample articles and the reports of ``tests/gold/merging`` tell, and how.

A gold event is matched one to one with a mention as ``events_score`` does it: date and place are right, and of several
that fit the one that stands nearest to the words that the gold points at. A mention of another type tells the gold event
only where it stands among these very words; elsewhere it tells of something beside it.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import cast

from geodata.model import Place, PlaceKind, PlaceMatch, Span
from geodata.regions import Region
from tests.bench.events_score import Fits, Row, fit, match
from timeline import readers
from timeline.config import Ground
from timeline.merge import merge
from timeline.model.article import Article, RawArticle
from timeline.model.event import Event
from timeline.model.mention import TOLD_AS_FACT, Attribution, Mention, Status
from timeline.model.timex import TimeInterval, TimePrecision
from timeline.understand import understand

ROOT = Path(__file__).parents[2]
REPORTS = ROOT / "tests" / "gold" / "merging" / "articles.jsonl"
REGION = "caucasus"
FAR = 100
"""Code points from which on a mention no longer stands near the words of a gold event."""
_PLACES: Mapping[str, tuple[PlaceKind, int]] = {
    "point": ("city", 1),
    "district": ("district", 3),
    "region": ("region", 5),
    "country": ("country", 6),
}


@dataclass(frozen=True, kw_only=True)  # no slots: cached properties need a __dict__
class Gold:
    """Gold events told as fact by id, each with its ``article``; the happening of those that count; what is found."""

    events: Mapping[str, Row]
    happenings: Mapping[str, str]
    articles: Mapping[str, Article]
    mentions: Sequence[Mention]

    @cached_property
    def pairs(self) -> dict[str, Mention]:
        """The mention of each gold event that was found."""
        return {name: found for article in self.articles for name, found in self._pairs(article)}

    def _pairs(self, article: str) -> Iterator[tuple[str, Mention]]:
        names = [name for name, event in self.events.items() if event["article"] == article]
        mentions = [one for one in self.mentions if one.article_id == article and one.status in TOLD_AS_FACT]
        text = self.articles[article].text
        fits = fit([self.events[name] for name in names], [_row(one, text) for one in mentions])
        nearer = {}
        for (one, other), value in fits.value.items():
            event, mention = self.events[names[one]], mentions[other]
            apart = _apart(mention, event, text)
            if apart == 0 or mention.type == event["plover"]:
                nearer[one, other] = value + 1 - 2 * min(1.0, apart / FAR)
        found = match(Fits(fits.gold, fits.told, nearer), without=())
        yield from ((names[one], mentions[other]) for one, other in found.items())

    def as_found(self, region: Region) -> dict[str, str]:
        """Where merging what extraction found puts each gold event that was found."""
        ours = clusters(merge(self.mentions, self.articles, region=region))
        return {name: ours[one.id] for name, one in self.pairs.items() if name in self.happenings and one.id in ours}

    def as_told(self, region: Region) -> dict[str, str]:
        """Where merging puts the gold's own times, places and types, so that only merging is judged."""
        told = [self._told(name, event) for name, event in self.events.items()]
        ours = clusters(merge(told, self.articles, region=region))
        return {name: ours[name] for name in self.happenings}

    def _told(self, name: str, event: Row) -> Mention:
        """A gold event as a mention; of what the gold is silent (mode, parties, tolls) it is as found."""
        start = self.articles[event["article"]].text.find(event["hint"])
        span = Span(start=start, end=start + len(event["hint"]))
        claimed = Attribution(source=event["claimed_by"], kind="claimed") if event["claimed_by"] else Attribution()
        blank = Mention(id=name, article_id=event["article"], sentence=span, trigger=span, type=event["plover"])
        found = self.pairs.get(name, blank)
        same = found.type == event["plover"]
        return replace(
            blank, sentence=found.sentence, trigger=found.trigger, mode=found.mode if same else None,
            status=cast("Status", event["status"]), when=_time(event), where=_place(event, span), attribution=claimed,
            actors=found.actors if same else (), tolls=found.tolls,
        )  # fmt: skip


def _row(mention: Mention, text: str) -> Row:
    """A mention as ``events_score`` reads it."""
    when, where = mention.when, mention.where
    return {
        "start": when.start.isoformat() if when else None,
        "end": when.end.isoformat() if when else None,
        "precision": when.precision if when else None,
        "lat": where.place.lat if where else None,
        "lon": where.place.lon if where else None,
        "type": mention.type,
        "status": mention.status,
        "quote": text[mention.sentence.start : mention.sentence.end],
    }


def _apart(mention: Mention, event: Row, text: str) -> int:
    """Code points between a trigger and the words that the gold points at; 0 among them."""
    start = text.find(event["hint"])
    return max(0, mention.trigger.start - start - len(event["hint"]), start - mention.trigger.end)


def _time(event: Row) -> TimeInterval:
    return TimeInterval(
        start=date.fromisoformat(event["start"]),
        end=date.fromisoformat(event["end"]),
        precision=cast("TimePrecision", event["date_precision"]),
        open_end=bool(event.get("open_end")),
    )


def _place(event: Row, span: Span) -> PlaceMatch | None:
    if event["lat"] is None:
        return None
    kind, where_prec = _PLACES[event["place_precision"]]
    place = Place(
        id=f"gold:{event['place']}", name=event["place"], kind=kind, country=event["country"], lon=event["lon"], lat=event["lat"],
        radius_km=float(event["tolerance_km"]),
    )  # fmt: skip
    return PlaceMatch(span=span, place=place, where_prec=where_prec, score=1.0)


def clusters(events: Iterable[Event]) -> dict[str, str]:
    """The event of each mention."""
    return {mention.id: event.id for event in events for mention in event.mentions}


@cache
def samples() -> Gold:
    """The sample articles with their gold; the happenings of their events stand in a table."""
    events = _facts(_rows(ROOT / "tests" / "gold" / "articles.gold.jsonl"))
    return _gold(events, _joined(events), [ROOT / "articles"])


@cache
def reports(half: str) -> Gold:
    """The reports of a half; what is only planned tells of no happening."""
    rows = [row for row in _rows(REPORTS) if row["half"] == half]
    events = _facts(rows)
    happenings = {name: event["happening"] for name, event in events.items()}
    return _gold(events, happenings, [REPORTS], only={row["id"] for row in rows})


def _rows(file: Path) -> list[Row]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def _facts(rows: Iterable[Row]) -> dict[str, Row]:
    told = ((row["id"], event) for row in rows for event in row["events"])
    return {
        event["id"]: {**event, "article": name}
        for name, event in told
        if event["status"] in TOLD_AS_FACT and not event.get("trap")
    }


def _joined(events: Mapping[str, Row]) -> dict[str, str]:
    """The happening of each event of the samples; events of which it is unclear are left out."""
    table = tomllib.loads((ROOT / "tests" / "gold" / "happenings.toml").read_text(encoding="utf-8"))
    unknown = {name for names in (*table["same"], table["unclear"]) for name in names} - events.keys()
    if unknown:
        raise SystemExit(f"tests/gold/happenings.toml names events that the gold lacks: {sorted(unknown)}")
    joined = {name: names[0] for names in table["same"] for name in names}
    return {name: joined.get(name, name) for name in events if name not in table["unclear"]}


def _gold(
    events: Mapping[str, Row], happenings: Mapping[str, str], paths: Iterable[Path], only: set[str] | None = None
) -> Gold:
    articles: dict[str, Article] = {}
    mentions: list[Mention] = []
    for raw in readers.read_all(paths):
        if isinstance(raw, RawArticle) and (only is None or raw.id in only):
            found = understand(raw, ground=Ground(region=REGION), option=None)
            articles[found.article.id] = found.article
            mentions += found.extraction.mentions if found.extraction else ()
    return Gold(events=events, happenings=happenings, articles=articles, mentions=mentions)
