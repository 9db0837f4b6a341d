"""A cluster of tellings becomes one event: the best supported values, all claims, all sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from timeline.languages.titles import titles
from timeline.merge import choose
from timeline.merge.chronology import named
from timeline.merge.claims import claims, contested
from timeline.merge.cluster import Cluster
from timeline.merge.salience import salience
from timeline.merge.tellings import Background
from timeline.merge.tolls import tolls
from timeline.model.event import Event
from timeline.model.mention import Actor, ActorRole, Mention, Status


def fuse(cluster: Cluster, denials: Sequence[Mention], background: Background) -> Event:
    """Make an event of a cluster.

    Parameters
    ----------
    cluster : tellings of one happening.
    denials : mentions by which others deny it; they are claims, not mentions of the event.
    background : their articles, origins and the region's chronology.
    """
    mentions = tuple(sorted((one for told in cluster.tellings for one in told.mentions), key=background.order))
    heard = (*mentions, *denials)
    is_contested = contested(heard, background)
    event_type, mode = choose.kind(mentions, background)
    when = choose.when(mentions, background)
    where = choose.where(mentions, background, is_contested=is_contested)
    known = background.chronology.of((event_type, mode), when, where)
    event = Event(
        id=mentions[0].id,
        kind=mentions[0].kind,
        type=event_type,
        mode=mode,
        when=when,
        where=where,
        as_of=_as_of(mentions, background),
        actors=_actors(mentions, is_contested=is_contested),
        mentions=mentions,
        claims=claims(heard, background),
        tolls=tolls(mentions, background),
        origins=tuple({background.origin(one).key: background.origin(one).name for one in heard}.values()),
        clarity="contested" if is_contested else "agreed",
        status="disputed" if is_contested else _status(mentions),
        score=max(mention.score for mention in mentions),
        episode=background.chronology.episode((event_type, mode), when, where),
        why_merged=_why(cluster, mentions, background),
    )
    name = named(event, known)
    if name and known and where and where.place.id not in known.place_ids:
        event = replace(event, where=choose.of_known(mentions, known.place_ids) or where)
    return replace(
        event,
        titles=titles(event, name=name, speaker=_speaker(event, background)),
        salience=salience(event),
    )


def _speaker(event: Event, background: Background) -> str | None:
    """The side whose words these are, where all claims come from one side."""
    sides = {background.bodies.side(claim.attribution.actor_id or "") for claim in event.claims}
    return sides.pop() if len(sides) == 1 else None


def _as_of(mentions: Sequence[Mention], background: Background) -> date | None:
    """The last day on which a state was reported to last."""
    if mentions[0].kind != "state":
        return None
    return max((day for one in mentions if (day := background.articles[one.article_id].published)), default=None)


def _actors(mentions: Sequence[Mention], *, is_contested: bool) -> tuple[Actor, ...]:
    """All parties, each once, without spans; where accounts differ on who did what, all are only named."""
    first: dict[str, Actor] = {}
    parts: dict[str, set[ActorRole]] = defaultdict(set)
    for actor in (actor for mention in mentions for actor in mention.actors):
        first.setdefault(actor.id, actor)
        parts[actor.id] |= {actor.role} - {"named"}
    return tuple(
        replace(first[name], span=None, role=_only(parts[name]) if not is_contested else "named")
        for name in sorted(first)
    )


def _only(parts: Collection[ActorRole]) -> ActorRole:
    """The one part that all accounts give a party."""
    return next(iter(parts)) if len(parts) == 1 else "named"


def _status(mentions: Sequence[Mention]) -> Status:
    """Disputed where any account says so, else as the last told."""
    return "disputed" if any(one.status == "disputed" for one in mentions) else mentions[-1].status


def _why(cluster: Cluster, mentions: Sequence[Mention], background: Background) -> str:
    """Why several mentions are one event, in words; empty for a single one."""
    if len(mentions) == 1:
        return ""
    articles = [background.articles[name] for name in dict.fromkeys(one.article_id for one in mentions)]
    languages = ", ".join(dict.fromkeys(article.language for article in articles))
    plural = "s" if len(articles) > 1 else ""
    alike = (
        ("the same kind, day and place told alike",) if any(len(one.mentions) > 1 for one in cluster.tellings) else ()
    )
    reasons = "; ".join(dict.fromkeys((*alike, *cluster.reasons)))
    return f"{len(mentions)} mentions in {len(articles)} article{plural} ({languages}): {reasons}"
