"""What a site is built from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from timeline.config import Publish, TileLayer
from timeline.model.article import Article
from timeline.model.mention import Mention

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

    from geodata.regions import Region


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteInput:
    """Everything that a site shows.

    Parameters
    ----------
    frame : one row an event, columns as :data:`timeline.table.COLUMNS`.
    articles : all articles read, also those without events.
    rest : mentions that are not told as fact (planned, denied, threatened …); listed apart, never drawn.
    report : the account of the build, as :mod:`timeline.site.report` shows it.
    region : where the map stands, its outlines and place names.
    title : the site's own name; empty for the region's.
    languages : interface languages offered, the first is the default.
    as_of : the day up to which articles were read; None where none is dated.
    tiles : optional online layers, none by default.
    publish : ``confirmed`` shows only events that a person has confirmed.
    downloads : further files by name (exports), offered on the page.
    redirects : ids of events that were merged, to the ids they became; links to them keep working.
    """

    frame: GeoDataFrame
    articles: tuple[Article, ...]
    rest: tuple[Mention, ...] = ()
    report: Mapping[str, Any] = field(default_factory=dict)
    region: Region
    title: str = ""
    languages: tuple[str, ...] = ("en", "ar")
    as_of: date | None = None
    tiles: tuple[TileLayer, ...] = ()
    publish: Publish = "all"
    downloads: Mapping[str, bytes] = field(default_factory=dict)
    redirects: Mapping[str, str] = field(default_factory=dict)
