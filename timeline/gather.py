"""Many files read and many articles understood, side by side where that pays, with progress, and nothing done twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from geodata.store import MANIFEST
from timeline import executors, readers
from timeline.account import Report, Step
from timeline.cache import Cache, fingerprint, key
from timeline.config import FILE_NAME, Config
from timeline.executors import Failure
from timeline.model.article import RawArticle, Unreadable
from timeline.understand import Understood, understand

_ROWS_FROM = 20_000_000
"""Bytes from which a file is read here, not by a process with a time limit: it rightly takes its time."""


def read_all(config: Config, paths: Iterable[Path], cache: Cache, report: Report) -> list[RawArticle | Unreadable]:
    """What the files under ``paths`` give, each article with an id of its own."""
    sources = list(readers.sources(paths, exclude=_not_articles(config)))
    small = [source for source in sources if _size(source.path) < _ROWS_FROM]
    keys = {source: named for source in small if (named := _key(source))}
    known = {source: cache.get(keys[source]) for source in keys}
    missing = [source for source in small if not known.get(source)]
    fresh = dict(zip(missing, _run("reading", readers.read_source, missing, config, report), strict=True))
    cache.put((keys[source], found) for source, found in fresh.items() if source in keys and _is_whole(found))
    found = (_of(source, known.get(source) or fresh.get(source)) for source in sources)
    return list(readers.with_own_ids(one for several in found for one in several))


def understand_all(
    raw: Sequence[RawArticle], config: Config, cache: Cache, report: Report
) -> list[Understood | Failure]:
    """What each article tells, in order; what an earlier build found is not sought again."""
    ground = _ground(config)
    keys = {one.id: key(one, *ground) for one in raw}
    known = {one.id: cache.get(keys[one.id]) for one in raw}
    missing = [one for one in raw if known[one.id] is None]
    work = partial(understand, ground=config.ground, option=config.date)
    fresh = dict(zip((one.id for one in missing), _run("extracting", work, missing, config, report), strict=True))
    cache.put((keys[name], found) for name, found in fresh.items() if not isinstance(found, Failure))
    return [known[one.id] or fresh[one.id] for one in raw]


def _ground(config: Config) -> tuple[object, ...]:
    """What findings hang on besides the article: the region, the date, the gazetteer with its online additions."""
    region = Path(config.region)
    ground = (fingerprint(region) if region.is_dir() else config.region, config.date)
    more = (config.gazetteer / MANIFEST if config.gazetteer else None, config.ground.answers)
    return (*ground, *(fingerprint(file) for file in more if file))


def _run(
    stage: str,
    work: Callable[[executors.Item], executors.Result],
    items: Sequence[executors.Item],
    config: Config,
    report: Report,
) -> Iterable[executors.Result | Failure]:
    outcomes = executors.run(work, items, workers=config.workers, time_limit=config.time_limit)
    for done, outcome in enumerate(outcomes, start=1):
        report(Step(stage=stage, done=done, total=len(items)))
        yield outcome


def _key(source: readers.Source) -> str | None:
    """The key of what a file gives; None where it can't be opened, of which its reader will tell."""
    try:
        return key(source.name, fingerprint(source.path)) if source.path.is_file() else None
    except OSError:
        return None


def _is_whole(found: tuple[RawArticle | Unreadable, ...] | Failure) -> bool:
    return not isinstance(found, Failure) and all(isinstance(one, RawArticle) for one in found)


def _of(
    source: readers.Source, outcome: tuple[RawArticle | Unreadable, ...] | Failure | None
) -> tuple[RawArticle | Unreadable, ...]:
    if isinstance(outcome, Failure):
        return (Unreadable(path=source.name, what=outcome.what, remedy="Save its text as a .txt file in UTF-8"),)
    return readers.read_source(source) if outcome is None else outcome


def _not_articles(config: Config) -> tuple[Path, ...]:
    """Our own files, which may stand where articles are looked for."""
    ours = (
        config.output,
        config.registry,
        config.corrections,
        config.cache.parent,
        config.answers,
        config.base / FILE_NAME,
    )
    return (*ours, *([config.file] if config.file else []))


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0
