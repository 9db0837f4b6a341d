"""What the reader sees of one event, in files of :data:`timeline.site.columns.CHUNK` events, loaded on demand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from geodata.regions import RegionActor
from timeline.model.article import Article
from timeline.model.mention import Mention
from timeline.model.timex import TimeInterval
from timeline.rows import Row
from timeline.site.pages import source_name
from timeline.site.words import FALLBACK

_KEPT = (
    "titles", "type", "mode", "kind", "start", "end", "precision", "time_basis", "as_of",
    "open_start", "open_end", "approximate",
    "place_name", "place_names", "place_kind", "country", "where_prec", "radius_km",
    "actors", "tolls", "claims", "origins", "clarity", "status", "score", "episode", "reviewed",
    "why_merged", "reason_time", "reason_place",
)  # fmt: skip
KIN = 4
CONTEXT = 80
"""Code points of the text before and after a quote that are shown; never more of an article."""


def chunk(
    rows: Sequence[Row],
    articles: Mapping[str, Article],
    actors: Sequence[RegionActor] = (),
    kin: Sequence[Sequence[int]] = (),
    languages: Sequence[str] = (),
) -> dict[str, Any]:
    """The details of some events, the articles that they cite, the names of ``actors`` in them, and their ``kin``.

    Titles and names are those of the interface's ``languages`` (none given: all); a place keeps its name in the
    languages of its sources as well.
    """
    cited = {str(claim["article_id"]) for row in rows for claim in row["claims"] or ()}
    cited |= {str(name) for row in rows for name in row["articles"] or ()}
    named = {str(actor["id"]) for row in rows for actor in row["actors"] or ()}
    named |= {str(claim.get("actor_id")) for row in rows for claim in row["claims"] or ()}
    names = {actor.id: {code: forms[0] for code, forms in actor.names.items() if forms} for actor in actors}
    known = {one: names[one] for one in sorted(named) if one in names}
    told = [{**_event(row, languages), **({"kin": list(near)} if near else {})} for row, near in zip_longest(rows, kin)]
    return {"events": told, "articles": sources(articles, cited), "actors": known}


def kin(rows: Sequence[Row]) -> list[tuple[int, ...]]:
    """Of every row, the rows of the same happening that stand next to it in time, :data:`KIN` on each side."""
    members: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        if row["episode"]:
            members.setdefault(row["episode"], []).append(number)
    found: list[tuple[int, ...]] = [()] * len(rows)
    for same in members.values():
        for at, number in enumerate(same):
            found[number] = (*same[max(0, at - KIN) : at], *same[at + 1 : at + 1 + KIN])
    return found


def rest(mentions: Iterable[Mention], articles: Mapping[str, Article]) -> dict[str, Any]:
    """Mentions that are not told as fact, with their sentences and articles, by day."""
    known = [mention for mention in mentions if mention.article_id in articles]
    listed = [_mention(mention, articles[mention.article_id]) for mention in known]
    listed.sort(key=lambda row: (row.get("start") or "9999", row["id"]))
    return {"mentions": listed, "articles": sources(articles, {mention.article_id for mention in known})}


def sources(articles: Mapping[str, Article], names: Iterable[str]) -> dict[str, Any]:
    """Metadata of the named articles; their text is never among it."""
    return {name: _article(articles[name]) for name in sorted(names) if name in articles}


def _event(row: Row, languages: Sequence[str]) -> dict[str, Any]:
    kept = {name: row.get(name) for name in _KEPT}
    kept["titles"] = _spoken(row["titles"] or {}, languages)
    spoken = [*languages, *(str(claim["language"]) for claim in row["claims"] or ())] if languages else ()
    kept["place_names"] = {code: names[:1] for code, names in _spoken(row["place_names"] or {}, spoken).items()}
    kept["claims"] = [_claim(claim) for claim in row.get("claims") or ()]
    kept["score"] = None if kept["score"] is None else round(kept["score"], 3)
    return {"id": row["event_id"], **_filled(kept)}


def _spoken(said: Mapping[str, Any], languages: Sequence[str]) -> dict[str, Any]:
    """What is said in some languages and the one that stands in for all."""
    return {code: value for code, value in said.items() if not languages or code in languages or code == FALLBACK}


def _claim(claim: Mapping[str, Any]) -> dict[str, Any]:
    before, after = str(claim.get("prefix") or ""), str(claim.get("suffix") or "")
    shown = {name: value for name, value in claim.items() if name != "mention_id"}
    return _filled({**shown, "prefix": before[-CONTEXT:], "suffix": after[:CONTEXT]})


def _article(article: Article) -> dict[str, Any]:
    shown = {
        "title": article.title,
        "publisher": article.publisher,
        "origin": article.origin,
        "url": article.url,
        "published": article.published.isoformat() if article.published else None,
        "basis": article.published_basis,
        "note": article.published_note,
        "language": article.language,
        "page": source_name(article.id),
    }
    return _filled(shown)


def _mention(mention: Mention, article: Article) -> dict[str, Any]:
    place = mention.where.place if mention.where else None
    shown = {
        "id": mention.id,
        "status": mention.status,
        "type": mention.type,
        "mode": mention.mode,
        "quote": article.text[mention.sentence.start : mention.sentence.end],
        "language": article.language,
        "article_id": article.id,
        "claimed_by": mention.attribution.source,
        "place_name": place.name if place else None,
        "place_names": {code: list(names) for code, names in place.names.items()} if place else None,
        **_when(mention.when),
    }
    return _filled(shown)


def _when(when: TimeInterval | None) -> dict[str, Any]:
    if when is None:
        return {}
    return {
        "start": when.start.isoformat(),
        "end": when.end.isoformat(),
        "precision": when.precision,
        "open_start": when.open_start,
        "open_end": when.open_end,
        "approximate": when.approximate,
    }


def _filled(values: Mapping[str, Any]) -> dict[str, Any]:
    """Without what says nothing; a zero says something."""
    return {key: value for key, value in values.items() if value or (value == 0 and value is not False)}
