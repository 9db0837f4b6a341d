"""Mentions of one happening, across sentences, articles and languages, become one event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from geodata.regions import Region
from timeline.merge import origins
from timeline.merge.adopt import adopt
from timeline.merge.chronology import Chronology
from timeline.merge.claimants import denies
from timeline.merge.cluster import cluster
from timeline.merge.denials import attach
from timeline.merge.fuse import fuse
from timeline.merge.tellings import Background, gather
from timeline.model.article import Article
from timeline.model.correction import NONE, Constraints
from timeline.model.event import Event
from timeline.model.mention import TOLD_AS_FACT, Mention

__all__ = ["NONE", "Constraints", "merge"]


def merge(
    mentions: Sequence[Mention],
    articles: Mapping[str, Article],
    *,
    region: Region,
    constraints: Constraints = NONE,
) -> tuple[Event, ...]:
    """Join mentions of one happening.

    Parameters
    ----------
    mentions : of all articles, in any order. Those told as fact become events; denials become claims of what they deny;
        the rest makes nothing.
    articles : by id; every mention's article is among them.
    region : its bodies, places and known happenings.
    constraints : what people say belongs together or apart; it overrules every rule.

    Returns
    -------
    tuple of Event : by day, the undated last. Ids are provisional, the registry gives lasting ones.
    """
    bodies = origins.Bodies(region.actors)
    background = Background(
        articles=articles,
        origins=origins.find(articles, bodies),
        chronology=Chronology(region),
        bodies=bodies,
    )
    denied = gather((one for one in mentions if denies(one)), background, constraints)
    told = gather((one for one in mentions if one.status in TOLD_AS_FACT and not denies(one)), background, constraints)
    clusters = cluster(told, constraints)
    adopt(clusters, told)
    denials = attach(denied, told, clusters)
    return tuple(sorted((fuse(one, denials.get(one, ()), background) for one in clusters), key=_by_day))


def _by_day(event: Event) -> tuple[date, float, str]:
    return event.when.start if event.when else date.max, -event.salience, event.id
