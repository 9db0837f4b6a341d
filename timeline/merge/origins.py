"""Whose account an article is: copies and translations of one agency story are one origin, not three witnesses."""

from __future__ import annotations

import re
import tomllib
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import combinations, pairwise
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from geodata.fold import fold
from timeline.languages import load
from timeline.model.article import Article

if TYPE_CHECKING:
    from geodata.regions import RegionActor

SHINGLE = 5
"""Words in a shingle."""
SKETCH = 48
"""Shingles of an article, those of smallest hash, by which its copies are looked up."""
COPIED = 0.6
"""Share of the shorter text's shingles found in the longer one, from which on the two are copies."""
MIN_SHINGLES = 15
"""A text with fewer is too short to be recognised as a copy."""
COMMONPLACE = 40
"""A shingle in more articles than this is boilerplate, or a story copied everywhere: only neighbours are compared."""
CLOSING_LINES = 3
CLOSING_WORDS = 8
"""A source line stands among the last lines and names its source in a few words."""

COUNTRY = "iso:"
"""Prefix of the ids of countries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Who an account comes from. ``key`` tells origins apart; ``actor_id`` is set where the region knows the body."""

    key: str
    name: str
    actor_id: str | None = None


class Bodies:
    """Ministries and other bodies of a region, and news agencies, known by their names in every language."""

    def __init__(self, actors: Iterable[RegionActor]) -> None:
        known = list(actors)
        self._countries = {actor.id: f"{COUNTRY}{actor.country}" for actor in known if actor.country}
        self._origins: dict[str, Origin] = {}
        self._credited: list[tuple[str, Origin]] = []
        for names, origin in (*_agencies(), *_named(known)):
            for name in {fold(name) for name in names}:
                self._origins.setdefault(name, origin)
                if origin.actor_id is None or not origin.actor_id.startswith(COUNTRY):
                    self._credited.append((f" {name} ", origin))

    def origin(self, name: str) -> Origin:
        """The origin of that name; the names that one body has in several languages are one origin."""
        folded = fold(name)
        return self._origins.get(folded) or Origin(key=folded or name, name=name.strip())

    def side(self, actor_id: str) -> str:
        """The country (``iso:XX``) of an actor, the actor itself where it has none."""
        return self._countries.get(actor_id, actor_id)

    def credited(self, line: str) -> Origin | None:
        """The body or agency that a source line names first; countries write nothing."""
        folded = f" {fold(line)} "
        found = [
            (folded.find(name), -len(name), number) for number, (name, _) in enumerate(self._credited) if name in folded
        ]
        return self._credited[min(found)[2]][1] if found else None


def _named(actors: Iterable[RegionActor]) -> Iterator[tuple[list[str], Origin]]:
    for actor in actors:
        names = [name for found in actor.names.values() for name in found]
        shown = (actor.names.get("en") or actor.names[min(actor.names)])[0]
        yield names, Origin(key=actor.id, name=shown, actor_id=actor.id)


@cache
def _agencies() -> tuple[tuple[list[str], Origin], ...]:
    table = tomllib.loads(files(__package__).joinpath("agencies.toml").read_text(encoding="utf-8"))
    return tuple((row["names"], Origin(key=f"agency:{code}", name=row["names"][0])) for code, row in table.items())


def find(articles: Mapping[str, Article], bodies: Bodies) -> dict[str, Origin]:
    """The origin of each article by its id.

    Parameters
    ----------
    articles : all articles by id.
    bodies : those that the region knows, among them its agencies.

    Returns
    -------
    dict : for each article what its metadata names, else its closing source line, else the origin of the first
        article it is a copy of, else its publisher, the host of its address, or itself.
    """
    found: dict[str, Origin] = {}
    for group in copies(articles):
        ordered = sorted((articles[name] for name in group), key=lambda one: (str(one.published or "9999"), one.id))
        stated = {article.id: _stated(article, bodies) for article in ordered}
        first = next((origin for origin in stated.values() if origin), None) or _apparent(ordered[0], bodies)
        found.update({article.id: stated[article.id] or first for article in ordered})
    return found


def _stated(article: Article, bodies: Bodies) -> Origin | None:
    return bodies.origin(article.origin) if article.origin else _closing(article, bodies)


def _apparent(article: Article, bodies: Bodies) -> Origin:
    name = article.publisher or urlsplit(article.url or "").hostname or ""
    return bodies.origin(name) if fold(name) else Origin(key=f"article:{article.id}", name=article.title or article.id)


def _closing(article: Article, bodies: Bodies) -> Origin | None:
    """What a line like "Source: X" at the end of the text names."""
    pack = load(article.language)
    markers = {fold(marker) for marker in pack.labels.get("origin", {}).get("closing", ())} if pack else set()
    lines = [line.strip() for line in article.text.splitlines() if line.strip()]
    for line in reversed(lines[-CLOSING_LINES:]):
        marker, colon, source = line.partition(":")
        if colon and fold(marker) in markers and len(source.split()) <= CLOSING_WORDS:
            name = re.split(r"[+,;/&،]", source)[0].strip(" .()")
            return bodies.credited(source) or (bodies.origin(name) if fold(name) else None)
    return None


def copies(articles: Mapping[str, Article]) -> tuple[tuple[str, ...], ...]:
    """Groups of articles that are copies of one text in one language; an article without copies is its own group.

    Cost is near linear: only articles that share a shingle of their sketches are compared.
    """
    shingled = {name: _shingles(article.text) for name, article in sorted(articles.items())}
    holders: dict[tuple[str, int], list[str]] = defaultdict(list)
    for name, shingles in shingled.items():
        for shingle in sorted(shingles)[:SKETCH]:
            holders[articles[name].language, shingle].append(name)
    groups = {name: {name} for name in shingled}
    for one, other in _candidates(holders.values()):
        if groups[one] is not groups[other] and _is_copy(shingled[one], shingled[other]):
            _join(groups, one, other)
    return tuple(dict.fromkeys(tuple(sorted(group)) for group in groups.values()))


def _candidates(holders: Iterable[Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Pairs of articles by the number of shingles that their sketches share, most first."""
    shared = Counter(
        pair for names in holders for pair in (combinations(names, 2) if len(names) <= COMMONPLACE else pairwise(names))
    )
    yield from (pair for pair, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0])))


def _is_copy(one: frozenset[int], other: frozenset[int]) -> bool:
    shorter = min(len(one), len(other))
    return shorter >= MIN_SHINGLES and len(one & other) >= COPIED * shorter


def _join(groups: dict[str, set[str]], one: str, other: str) -> None:
    joined = groups[one] | groups[other]
    groups.update(dict.fromkeys(joined, joined))


def _shingles(text: str) -> frozenset[int]:
    words = fold(text).split()
    pieces = (" ".join(words[start : start + SHINGLE]) for start in range(len(words) - SHINGLE + 1))
    return frozenset(zlib.crc32(piece.encode()) for piece in pieces)
