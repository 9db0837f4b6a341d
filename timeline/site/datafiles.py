"""The data files of a site: columns, details, words, outlines, names; loaded by script tags."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from timeline.model.article import Article
from timeline.rows import Row
from timeline.site import basemap, columns, details, facets, pages, ranks, reports, words
from timeline.site.charts import map as map_chart
from timeline.site.charts import timeline as timeline_chart
from timeline.site.input import SiteInput
from timeline.site.output import Output
from timeline.site.payload import pack, script, to_json


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFiles:
    """Hashed names of the files that pages link themselves; details are named in the header of the columns."""

    shared: tuple[str, ...]
    map: tuple[str, ...]
    timeline: tuple[str, ...]


def add(output: Output, site: SiteInput, rows: Sequence[Row]) -> DataFiles:
    """Plan all data files of a site."""
    articles = {article.id: article for article in site.articles}
    rest = details.rest(site.rest, articles)
    settings = {
        "languages": list(site.languages),
        "asOf": site.as_of.isoformat() if site.as_of else None,
        "map": map_chart.settings(site.region, site.tiles),
        "rest": {"count": len(rest["mentions"]), "file": _add(output, "rest", rest)},
    }
    shared = (
        _add(output, "words", _words(site)),
        _add(output, "settings", settings),
        _events(output, site, rows, articles),
    )
    outlines = _add(output, "outlines", basemap.packed(basemap.outlines(site.region)))
    places = _add(output, "places", basemap.labels(site.region, site.languages))
    return DataFiles(shared=shared, map=(outlines, places), timeline=(_add(output, "figure", timeline_chart.figure()),))


def _words(site: SiteInput) -> dict[str, Any]:
    found = words.tables(site.languages)
    return {code: {**tables, "site": {"title": pages.title(site, code)}} for code, tables in found.items()}


def _add(output: Output, name: str, *values: object) -> str:
    return output.add_hashed(f"data/{name}.js", script(name, *values))


def _events(output: Output, site: SiteInput, rows: Sequence[Row], articles: Mapping[str, Article]) -> str:
    """The columns, whose header names the files that are loaded when they are asked for."""
    encoded = columns.encode(rows)
    later = {
        "chunks": _chunks(output, site, rows, articles),
        "ids": _ids(output, site, rows),
        "facets": _columns(output, "facets", facets.encode(rows, articles, site.region.actors, site.languages)),
        "search": _search(output, rows, site.languages),
        "ranks": _columns(output, "ranks", ranks.common(rows)),
        "reports": _columns(output, "reports", reports.encode(rows, articles)),
        "named": {code: _named(output, rows, code) for code in site.languages},
    }
    return _columns(output, "events", columns.Columns(header={**encoded.header, **later}, raw=encoded.raw))


def _named(output: Output, rows: Sequence[Row], language: str) -> str:
    """The order of names in one language; the path to a file of its own, since a reader sorts in one."""
    encoded = ranks.named(rows, language)
    content = script(f"ranks/{language}", encoded.header, pack(encoded.raw))
    return output.add_hashed(f"data/ranks-{language}.js", content)


def _search(output: Output, rows: Sequence[Row], languages: Sequence[str]) -> str:
    """The texts are many: they are packed too."""
    encoded = facets.search(rows, languages)
    return _add(output, "search", pack(to_json(encoded.header).encode()), pack(encoded.raw))


def _columns(output: Output, name: str, encoded: columns.Columns) -> str:
    return _add(output, name, encoded.header, pack(encoded.raw))


def _chunks(output: Output, site: SiteInput, rows: Sequence[Row], articles: Mapping[str, Article]) -> list[str]:
    names = []
    kin = details.kin(rows)
    for number, start in enumerate(range(0, len(rows), columns.CHUNK)):
        part = slice(start, start + columns.CHUNK)
        chunk = details.chunk(rows[part], articles, site.region.actors, kin[part], site.languages)
        content = script(f"detail/{number}", pack(to_json(chunk).encode()))
        names.append(output.add_hashed(f"data/detail-{number}.js", content))
    return names


def _ids(output: Output, site: SiteInput, rows: Sequence[Row]) -> str:
    """Ids in the order of rows, for links to one event, and what merged ids became."""
    ids = "\n".join(str(row["event_id"]) for row in rows)
    return _add(output, "ids", pack(ids.encode()), dict(sorted(site.redirects.items())))
