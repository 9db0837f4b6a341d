"""Reading articles: one module per input format, in use by standing here.

Each has ``identify(path) -> bool`` and ``read(path)``, which yields a :class:`RawArticle` per article and an
:class:`Unreadable` per broken row, or raises :class:`ReadError`. Nothing is guessed here: metadata stay as written.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from timeline.discover import modules
from timeline.model.article import RawArticle, Unreadable
from timeline.readers._raw import unreadable

_NOT_ARTICLES = ("readme", "license")


class Source(NamedTuple):
    """A file to read, and the name under which reports and the site speak of it: free of the machine's own folders."""

    path: Path
    name: str


def read(path: Path) -> Iterator[RawArticle | Unreadable]:
    """What one file gives: articles, and a report for each that can't be read.

    A file of a kind that no reader knows gives one report with ``skipped`` set.
    """
    try:
        reader = next((module for module in modules(__name__) if module.identify(path)), None)
        if reader is None:
            yield Unreadable(path=str(path), what=f'no reader for "{path.suffix or path.name}" files', skipped=True)
        else:
            yield from reader.read(path)
    except Exception as error:  # noqa: BLE001  # one bad file is reported and counted, whatever its parser raises
        yield unreadable(str(path), error)


def read_all(paths: Iterable[Path], *, exclude: Collection[Path] = ()) -> Iterator[RawArticle | Unreadable]:
    """The articles of all files under ``paths``, each with an id of its own, in the order of :func:`sources`."""
    return with_own_ids(found for source in sources(paths, exclude=exclude) for found in read_source(source))


def read_source(source: Source) -> tuple[RawArticle | Unreadable, ...]:
    """As :func:`read`, under the source's name."""
    return tuple(_renamed(found, source) for found in read(source.path))


def with_own_ids(found: Iterable[RawArticle | Unreadable]) -> Iterator[RawArticle | Unreadable]:
    """The same, where an article whose id is taken goes by its path: a later file never changes an earlier one's id."""
    taken: set[str] = set()
    for one in found:
        if isinstance(one, Unreadable):
            yield one
        else:
            article = _with_own_id(one, taken)
            taken.add(article.id)
            yield article


def sources(paths: Iterable[Path], *, exclude: Collection[Path] = ()) -> Iterator[Source]:
    """Files under ``paths``, each once; ``exclude``, hidden ones and READMEs are no articles.

    A folder's own files come first, by name, then those of its folders.
    """
    seen = {path.resolve() for path in exclude}
    for root in paths:
        for path in _files(root, seen):
            real = path.resolve()
            if real not in seen:
                seen.add(real)
                yield Source(path, _name(path, root))


def _files(root: Path, excluded: Collection[Path]) -> Iterator[Path]:
    if not root.is_dir():
        yield root
        return
    visited: set[Path] = set()
    for folder, folders, names in os.walk(root, followlinks=True):
        here = Path(folder)
        visited.add(here.resolve())  # a link back to a folder above would lead round for ever
        folders[:] = sorted(name for name in folders if _wanted(here / name) and _new(here / name, visited, excluded))
        yield from (here / name for name in sorted(names) if _wanted(here / name))


def _wanted(path: Path) -> bool:
    return not path.name.startswith((".", "__")) and path.stem.casefold() not in _NOT_ARTICLES


def _new(folder: Path, visited: Collection[Path], excluded: Collection[Path]) -> bool:
    real = folder.resolve()
    return real not in visited and real not in excluded


def _name(path: Path, root: Path) -> str:
    if path == root:
        return path.name
    return (Path(root.resolve().name) / path.relative_to(root)).as_posix()


def _renamed(found: RawArticle | Unreadable, source: Source) -> RawArticle | Unreadable:
    if isinstance(found, Unreadable):
        return replace(found, path=source.name + found.path.removeprefix(str(source.path)))
    return replace(found, source_path=source.name + found.source_path.removeprefix(str(source.path)))


def _with_own_id(article: RawArticle, taken: Collection[str]) -> RawArticle:
    candidate, number = article.id, 1
    while candidate in taken:
        candidate = article.source_path if number == 1 else f"{article.source_path}~{number}"
        number += 1
    return replace(article, id=candidate)
