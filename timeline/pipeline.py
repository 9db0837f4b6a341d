"""The order of the work: :data:`STAGES`, each a function from what is known so far to more of it.

This is the only file that knows the order, so it stands above all stages, the table and the site included.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from timeline import account, gather
from timeline.account import Entry, Note, Report, Step
from timeline.cache import Cache, key
from timeline.config import Config
from timeline.discover import modules
from timeline.errors import BuildError, CorrectionError
from timeline.executors import Failure
from timeline.model.article import Article, RawArticle, Unreadable
from timeline.model.correction import Correction
from timeline.model.event import Event
from timeline.model.mention import TOLD_AS_FACT, Mention
from timeline.understand import Understood, knowledge

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

    from timeline.corrections import Outcome
    from timeline.site.input import SiteInput


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What is known so far; each stage fills in its part."""

    config: Config
    paths: tuple[Path, ...]
    report: Report
    cache: Cache
    inputs: int = 0
    entries: tuple[Entry, ...] = ()
    raw: tuple[RawArticle, ...] = ()
    articles: tuple[Article, ...] = ()
    without_pack: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    corrections: tuple[Correction, ...] = ()
    faults: tuple[str, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    redirects: Mapping[str, str] = field(default_factory=dict)
    frame: GeoDataFrame | None = None
    changes: Mapping[str, Any] = field(default_factory=dict)


Stage: TypeAlias = Callable[[Work], Work]


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build made, and its account of itself."""

    events: tuple[Event, ...]
    articles: tuple[Article, ...]
    mentions: tuple[Mention, ...]
    report: Mapping[str, Any]

    @property
    def warnings(self) -> int:
        """Inputs that gave nothing and corrections that could not be carried out, as ``--strict`` counts them."""
        counts = self.report["counts"]
        unsettled = sum(1 for outcome in self.report["corrections"] if outcome["state"] in ("conflict", "orphan"))
        return int(counts["skipped"] + counts["failed"]) + unsettled + len(self.report["faults"])


def run(config: Config, paths: Sequence[Path], report: Report) -> Built:
    """Build the site.

    Parameters
    ----------
    config : the settings.
    paths : files and folders to read; none for those of the settings.
    report : told of progress and of everything a person should know.

    Raises
    ------
    TimelineError, GeodataError : nothing could be used, or the site can't be written; the standing site is as it was.
    """
    with Cache(config.cache) as cache:
        work = Work(config=config, paths=tuple(paths) or config.articles, report=report, cache=cache)
        for stage in STAGES:
            work = stage(work)
        for note in cache.notes:
            report(Note(text=note, level="warning"))
    summary = {**_summary(work), "changes": work.changes}
    return Built(events=work.events, articles=work.articles, mentions=work.mentions, report=summary)


def read(work: Work) -> Work:
    """Files to raw articles; what can't be read is accounted for."""
    found = gather.read_all(work.config, work.paths, work.cache, work.report)
    if not found:
        where = ", ".join(map(str, work.paths))
        raise BuildError("no articles found", where=where, remedy="Put .txt, .md, .html or .jsonl files there")
    unread = [_unread_entry(one) for one in found if isinstance(one, Unreadable)]
    raw, twice = _told_apart([one for one in found if isinstance(one, RawArticle)])
    return replace(work, inputs=len(found), raw=raw, entries=(*unread, *twice))


def understand_each(work: Work) -> Work:
    """Raw articles to dated articles and mentions, each by itself; what an earlier build found is not sought again."""
    knowledge(work.config.ground)  # an unknown region is no fault of the first article
    outcomes = gather.understand_all(work.raw, work.config, work.cache, work.report)
    entries = (*work.entries, *map(_entry, work.raw, outcomes))
    read = [one for one in outcomes if isinstance(one, Understood)]
    used = [(one.article, one.extraction) for one in read if one.extraction is not None]
    if not used:
        faults = "".join(f"\n  {entry}" for entry in entries)
        raise BuildError(f"none of the {work.inputs} inputs could be used:{faults}")
    return replace(
        work,
        entries=entries,
        articles=tuple(article for article, _ in used),
        mentions=tuple(mention for _, extraction in used for mention in extraction.mentions),
        without_pack=tuple(one.article.language for one in read if one.no_pack),
    )


def hear(work: Work) -> Work:
    """People's corrections, each once; a line that can't be understood is told and the others hold."""
    from timeline.corrections import load

    faults: list[CorrectionError] = []
    corrections = load(work.config.corrections, on_fault=faults.append)
    for fault in faults:
        work.report(Note(text=str(fault), level="warning"))
    return replace(work, corrections=corrections, faults=tuple(map(str, faults)))


def merge(work: Work) -> Work:
    """Mentions to events, under the constraints that corrections give."""
    from timeline.corrections import constraints
    from timeline.merge import merge as merged

    by_id = _by_id(work.articles)
    bound = constraints(work.corrections, work.mentions, by_id)
    region = knowledge(work.config.ground).region
    return replace(work, events=merged(work.mentions, by_id, region=region, constraints=bound))


def name(work: Work) -> Work:
    """Give events the ids they had, and new ones new ids; the registry is saved before any id is published."""
    from timeline.registry import Registry

    registry = Registry.load(work.config.registry)
    events = registry.assign(work.events, _by_id(work.articles))
    with _writing(work.config.registry):
        registry.save(work.config.registry)
    return replace(work, events=events, redirects=registry.redirects)


def correct(work: Work) -> Work:
    """Lay people's corrections over the events; what they redact is not told elsewhere either."""
    from timeline.corrections import apply

    gazetteer = knowledge(work.config.ground).gazetteer
    corrected = apply(work.events, work.corrections, _by_id(work.articles), gazetteer, work.redirects)
    return replace(
        work,
        events=corrected.events,
        outcomes=corrected.outcomes,
        mentions=tuple(mention for mention in work.mentions if not corrected.redacts(mention)),
        articles=tuple(corrected.masked(article) for article in work.articles),
    )


def tabulate(work: Work) -> Work:
    """Events to the table that the site and the exports are made from."""
    from timeline.table import to_frame

    return replace(work, frame=to_frame(work.events, _by_id(work.articles)))


def publish(work: Work) -> Work:
    """The table to the site."""
    from timeline.site.build import build

    work.report(Step(stage="site", done=0, total=1))
    with _writing(work.config.output):
        build(_site_input(work), work.config.output)
    work.report(Step(stage="site", done=1, total=1))
    return work


def compare(work: Work) -> Work:
    """What is new, changed and gone since the last build into this folder."""
    now = {
        "articles": {article.id: article.sha256 for article in work.articles},
        "events": {event.id: key(event) for event in work.events},
    }
    before = work.cache.last_build(work.config.output)
    work.cache.keep_build(work.config.output, now)
    if before is None:
        return work
    return replace(work, changes={kind: account.compare(before.get(kind), now[kind]) for kind in now})


STAGES: tuple[Stage, ...] = (read, understand_each, hear, merge, name, correct, tabulate, publish, compare)


def _told_apart(found: Iterable[RawArticle]) -> tuple[tuple[RawArticle, ...], tuple[Entry, ...]]:
    """Articles without copies, and the entries of the copies; another publisher's reprint is a source of its own."""
    first: dict[tuple[str, str | None], RawArticle] = {}
    copies = []
    for raw in found:
        kept = first.setdefault((raw.text.strip(), raw.publisher), raw)
        if kept is not raw:
            reason = f"the same text as {kept.source_path}"
            copies.append(Entry(path=raw.source_path, article=raw.id, state="duplicate", reason=reason))
    return tuple(first.values()), tuple(copies)


def _unread_entry(found: Unreadable) -> Entry:
    return Entry(
        path=found.path, state="skipped" if found.skipped else "failed", reason=found.what, remedy=found.remedy
    )


def _entry(raw: RawArticle, outcome: Understood | Failure) -> Entry:
    named = partial(Entry, path=raw.source_path, article=raw.id)
    if isinstance(outcome, Failure):
        return named(state="failed", reason=outcome.what, remedy="Remove the article, or report the fault")
    if outcome.extraction is None:
        return named(state="skipped", reason=outcome.skipped, remedy=outcome.remedy)
    return named(state="used")


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        where = str(error.filename or path)
        remedy = "Check its permissions and the space left, or choose another folder with --output or --config"
        raise BuildError(f"can't be written ({error.strerror})", where=where, remedy=remedy) from error


def _by_id(articles: Iterable[Article]) -> dict[str, Article]:
    return {article.id: article for article in articles}


def _site_input(work: Work) -> SiteInput:
    from timeline.site.input import SiteInput

    config = work.config
    return SiteInput(
        frame=_table(work),
        articles=work.articles,
        rest=tuple(mention for mention in work.mentions if mention.status not in TOLD_AS_FACT),
        report=_summary(work),
        region=knowledge(config.ground).region,
        title=config.title,
        languages=config.languages,
        as_of=max((article.published for article in work.articles if article.published), default=None),
        tiles=config.tiles,
        publish=config.publish,
        downloads=_downloads(work),
        redirects=work.redirects,
    )


def _downloads(work: Work) -> dict[str, bytes]:
    """The table in every export format, by file name; what is not published is in none."""
    frame = _table(work)
    published = frame[frame["reviewed"].astype(bool)] if work.config.publish == "confirmed" else frame
    return {module.NAME: module.content(published) for module in modules("timeline.exports")}


def _table(work: Work) -> GeoDataFrame:
    if work.frame is None:
        raise BuildError("the site was asked for before its table", remedy="This is a fault of ours: report it")
    return work.frame


def _summary(work: Work) -> dict[str, Any]:
    """The account of the build as plain values: nothing in it depends on the machine or the hour."""
    return {
        "counts": account.count(work.entries, work.inputs),
        "inputs": account.as_table(work.entries),
        "languages_without_pack": dict(sorted(Counter(work.without_pack).items())),
        "undated": sorted(article.id for article in work.articles if article.published is None),
        "events": len(work.events),
        "mentions": len(work.mentions),
        "faults": list(work.faults),
        "corrections": [asdict(outcome) for outcome in work.outcomes],
    }
