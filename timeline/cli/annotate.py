"""``annotate``: what is found in each article, as JSON Lines; nothing is built."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import click

from timeline.cli._options import paths, settings
from timeline.config import Config

if TYPE_CHECKING:
    from timeline.model.article import Article, RawArticle, Unreadable
    from timeline.model.event import Event
    from timeline.model.mention import Mention
    from timeline.understand import Understood

Row: TypeAlias = Mapping[str, Any]
Lines: TypeAlias = "Callable[[RawArticle, Config], Iterator[str]]"
Layer: TypeAlias = "Callable[[RawArticle, Config], Iterator[Row]]"
_EXTRACTED = ("mentions", "events")


@click.command("annotate")
@paths(required=True)
@click.option(
    "--layer", type=click.Choice(["times", "places", "mentions", "events"]), default="events", show_default=True
)
@click.option("--explain", is_flag=True, help="With events: tell in words why each sentence is one or is not.")
@settings
def command(  # noqa: PLR0913 - one argument for each option
    *, paths: tuple[Path, ...], layer: str, explain: bool, file: Path | None, region: str | None, day: datetime | None
) -> None:
    """Print what is found in each article as JSON Lines, one object a line, and build nothing.

    events has one row per article and happening, before articles are merged, whatever its status.
    """
    from timeline.readers import read_all
    from timeline.understand import knowledge

    if explain and layer != "events":
        raise click.UsageError("--explain goes with --layer events")
    config = Config.load(file, {"region": region, "date": day.date() if day else None})
    knowledge(config.ground)  # an unknown region is no fault of the first article
    rows = _explained if explain else _as_json(LAYERS[layer])
    faults = [_print(found, rows, config) for found in read_all(paths)]
    if any(faults):
        raise click.exceptions.Exit(1)


def _as_json(layer: Layer) -> Lines:
    return lambda raw, config: (json.dumps(row, ensure_ascii=False) for row in layer(raw, config))


def _print(found: RawArticle | Unreadable, lines: Lines, config: Config) -> bool:
    """Print the lines of one input; whether it failed."""
    from timeline.executors import Failure, attempt
    from timeline.model.article import Unreadable

    if isinstance(found, Unreadable):
        _warn(found.path, found.what, found.remedy)
        return not found.skipped
    told = attempt(lambda raw: list(lines(raw, config)), found)
    if isinstance(told, Failure):
        _warn(found.source_path, told.what)
        return True
    for line in told:
        click.echo(line)
    return False


def _times(raw: RawArticle, config: Config) -> Iterator[Row]:
    from timeline import languages
    from timeline.extract.timex.tagging import tag
    from timeline.understand import dated

    article = dated(raw, ground=config.ground, option=config.date)
    pack = languages.load(article.language)
    if pack is None:
        _warn(raw.source_path, f"no pack for {article.language} yet")
        return
    for tagged in tag(article.text, pack, published=article.published):
        time = tagged.expression
        span = {"doc": article.id, "start": time.span.start, "end": time.span.end}
        words = article.text[time.span.start : time.span.end]
        yield {**span, "text": words, "type": time.type, "value": time.value, "mod": time.mod, "rule": time.rule}


def _places(raw: RawArticle, config: Config) -> Iterator[Row]:
    from timeline.understand import places, spoken

    for match in places(raw.text, language=spoken(raw), ground=config.ground):
        place, span = match.place, match.span
        yield {
            "doc": raw.id,
            "start": span.start,
            "end": span.end,
            "text": raw.text[span.start : span.end],
            "name": place.name,
            "lat": place.lat,
            "lon": place.lon,
            "geonameid": int(place.id.removeprefix("gn:")) if place.id.startswith("gn:") else None,
            "country": place.country,
            "where_prec": match.where_prec,
            "radius_km": match.place.radius_km,
            "role": match.role,
            "score": match.score,
        }


def _mentions(raw: RawArticle, config: Config) -> Iterator[Row]:
    for article, mention in _extracted(raw, config):
        yield {
            **_row(article, mention, mention),
            "mention": mention.id,
            "kind": mention.kind,
            "mode": mention.mode,
            "sentence": [mention.sentence.start, mention.sentence.end],
            "trigger": [mention.trigger.start, mention.trigger.end],
            "attribution": mention.attribution.kind,
            "actors": [{"id": actor.id, "name": actor.name, "role": actor.role} for actor in mention.actors],
            "tolls": [_toll(toll) for toll in mention.tolls],
            "provenance": dict(mention.provenance),
        }


def _events(raw: RawArticle, config: Config) -> Iterator[Row]:
    """One row a happening: mentions told as fact joined within the article, the others as they are."""
    from timeline.merge import merge
    from timeline.understand import knowledge

    told = list(_extracted(raw, config))
    articles = {article.id: article for article, _ in told}
    events = merge([mention for _, mention in told], articles, region=knowledge(config.ground).region)
    first = {event.mentions[0].id: event for event in events if event.mentions}
    joined = {mention.id for event in events for mention in event.mentions}
    for article, mention in told:
        if mention.id in first:
            yield _row(article, mention, first[mention.id])
        elif mention.id not in joined:
            yield _row(article, mention, mention)


def _explained(raw: RawArticle, config: Config) -> Iterator[str]:
    from timeline.cli._explain import explain

    for understood in _understood(raw, config):
        if understood.extraction is not None:
            yield from explain(understood.article, understood.extraction)


def _extracted(raw: RawArticle, config: Config) -> Iterator[tuple[Article, Mention]]:
    for understood in _understood(raw, config):
        mentions = understood.extraction.mentions if understood.extraction else ()
        yield from ((understood.article, mention) for mention in mentions)


def _understood(raw: RawArticle, config: Config) -> Iterator[Understood]:
    """The article with what was found in it, or a warning that it could not be read for events."""
    from timeline.understand import understand

    understood = understand(raw, ground=config.ground, option=config.date)
    if understood.extraction is None:
        _warn(raw.source_path, understood.skipped, understood.remedy)
        return
    yield understood


def _row(article: Article, mention: Mention, told: Mention | Event) -> Row:
    """A row of a mention, or of the event whose first mention it is."""
    when, where = told.when, told.where
    return {
        "article": article.id,
        "id": mention.id,
        "start": when.start.isoformat() if when else None,
        "end": when.end.isoformat() if when else None,
        "date_prec": when.date_prec if when else None,
        "precision": when.precision if when else None,
        "place": where.place.name if where else None,
        "lat": where.place.lat if where else None,
        "lon": where.place.lon if where else None,
        "where_prec": where.where_prec if where else None,
        "type": told.type,
        "status": told.status,
        "quote": article.text[mention.sentence.start : mention.sentence.end],
        "claimed_by": _claimant(mention, told),
        "score": told.score,
    }


def _claimant(mention: Mention, told: Mention | Event) -> str:
    """Who says so: whom the sentence names, else the only one whom others of the same happening name."""
    from timeline.model.event import Event
    from timeline.model.mention import OWN_VOICE

    if mention.attribution.source != OWN_VOICE or not isinstance(told, Event):
        return mention.attribution.source
    said = [one.attribution for one in told.mentions if one.article_id == mention.article_id]
    sources = {one.source for one in said if one.source != OWN_VOICE}
    return sources.pop() if len(sources) == 1 else OWN_VOICE


def _toll(toll: Any) -> Row:  # noqa: ANN401
    return {"words": toll.words, "low": toll.low, "high": toll.high, "category": toll.category, "victims": toll.victims}


def _warn(where: str, what: str, remedy: str = "") -> None:
    click.echo(f"warning: {where}: {what}" + (f". {remedy}" if remedy else ""), err=True)


LAYERS: Mapping[str, Layer] = {"times": _times, "places": _places, "mentions": _mentions, "events": _events}
