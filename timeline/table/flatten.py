"""An event as one row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from geodata.model import PlaceMatch
from geodata.precision import acled
from timeline.model.article import Article
from timeline.model.event import Claim, Event
from timeline.model.mention import Mention
from timeline.model.timex import TimeInterval
from timeline.ontology import group
from timeline.table.plain import encode

Row = dict[str, Any]

AROUND = 80
"""Code points of the text before and after a quote; no more of an article leaves it."""


def row(event: Event, articles: Mapping[str, Article]) -> Row:
    """The event's values by column, all plain."""
    told = {mention.id: mention for mention in event.mentions}
    return {
        "event_id": event.id,
        **{name: getattr(event, name) for name in ("kind", "type", "mode", "clarity", "status", "score", "salience")},
        **{name: getattr(event, name) for name in ("episode", "reviewed", "why_merged")},
        "group": group(event.type, event.mode),
        "titles": dict(event.titles),
        "as_of": event.as_of.isoformat() if event.as_of else None,
        "actors": [{"id": actor.id, "name": actor.name, "role": actor.role} for actor in event.actors],
        "claims": [_claim(claim, told, articles) for claim in event.claims],
        "tolls": encode(event.tolls),
        "articles": _articles(event),
        "origins": list(event.origins),
        "corrections": list(event.corrections),
        "mentions": encode(event.mentions),
        **_time(event.when),
        **_place(event.where),
        **_reasons(event),
    }


def _time(when: TimeInterval | None) -> Row:
    return {
        "start": when.start.isoformat() if when else None,
        "end": when.end.isoformat() if when else None,
        "precision": when.precision if when else None,
        "date_prec": when.date_prec if when else None,
        "open_start": bool(when and when.open_start),
        "open_end": bool(when and when.open_end),
        "approximate": bool(when and when.approximate),
        "time_basis": when.basis if when else None,
        "edtf": when.edtf() if when else None,
    }


def _place(where: PlaceMatch | None) -> Row:
    place = where.place if where else None
    return {
        "place_id": place.id if place else None,
        "place_name": place.name if place else None,
        "place_names": encode(place.names) if place else None,
        "place_kind": place.kind if place else None,
        "country": place.country if place else None,
        "where_prec": where.where_prec if where else None,
        "geo_precision": acled(where.where_prec) if where else None,
        "radius_km": place.radius_km if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "place_match": _match(where) if where else None,
    }


def _match(where: PlaceMatch) -> Row:
    kept = {name: encode(getattr(where, name)) for name in ("span", "role", "score", "rivals", "reason")}
    return {**kept, "admin1": where.place.admin1, "population": where.place.population}


def _reasons(event: Event) -> Row:
    """How time and place were read, of the mentions whose time and place the event has."""
    timely = next((one for one in event.mentions if one.when and one.when == event.when), None)
    found = event.where.place.id if event.where else None
    placed = next((one for one in event.mentions if one.where and one.where.place.id == found), None)
    own_place = event.where.reason if event.where else None
    return {
        "reason_time": timely.provenance.get("time") if timely else None,
        "reason_place": placed.provenance.get("place", own_place) if placed else own_place,
    }


def _articles(event: Event) -> list[str]:
    told = (*(mention.article_id for mention in event.mentions), *(claim.article_id for claim in event.claims))
    return list(dict.fromkeys(told))


def _claim(claim: Claim, told: Mapping[str, Mention], articles: Mapping[str, Article]) -> Row:
    text = articles[claim.article_id].text
    mention = told.get(claim.mention_id)
    start = mention.sentence.start if mention else text.find(claim.quote)
    also = (told[name] for name in claim.also if name in told)
    return {
        "article_id": claim.article_id,
        "quote": claim.quote,
        "language": claim.language,
        "claimed_by": claim.attribution.source,
        "kind": claim.attribution.kind,
        **_around(text, start, start + len(claim.quote)),
        "also": [_quote(one, articles[one.article_id]) for one in also],
        "also_ids": list(claim.also),
        "mention_id": claim.mention_id,
        "actor_id": claim.attribution.actor_id,
        "span": encode(claim.attribution.span),
    }


def _quote(mention: Mention, article: Article) -> Row:
    start, end = mention.sentence.start, mention.sentence.end
    said = {"article_id": article.id, "quote": article.text[start:end], "language": article.language}
    return {**said, **_around(article.text, start, end)}


def _around(text: str, start: int, end: int) -> Row:
    return {"prefix": text[max(0, start - AROUND) : start], "suffix": text[end : end + AROUND]}
