"""Whose account an article is: copies and translations of one agency story are one origin, not three witnesses."""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
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
    """Agencies, ministries and other bodies of a region, known by their names in every language."""

    def __init__(self, actors: Iterable[RegionActor]) -> None:
        self._known: dict[str, RegionActor] = {}
        self._agencies: list[tuple[str, RegionActor]] = []
        self._countries: dict[str, str] = {}
        for actor in actors:
            if actor.country:
                self._countries[actor.id] = f"{COUNTRY}{actor.country}"
            for name in {fold(name) for names in actor.names.values() for name in names}:
                self._known.setdefault(name, actor)
                if actor.kind == "agency":
                    self._agencies.append((f" {name} ", actor))

    def origin(self, name: str) -> Origin:
        """The origin of that name; the names that one body has in several languages are one origin."""
        actor = self._known.get(fold(name))
        if actor is None:
            return Origin(key=fold(name) or name, name=name.strip())
        return Origin(key=actor.id, name=_plain_name(actor), actor_id=actor.id)

    def side(self, actor_id: str) -> str:
        """The country (``iso:XX``) of an actor, the actor itself where it has none."""
        return self._countries.get(actor_id, actor_id)

    def agency_in(self, line: str) -> Origin | None:
        """The agency that a source line names first."""
        folded = f" {fold(line)} "
        found = [(folded.find(name), -len(name), actor) for name, actor in self._agencies if name in folded]
        if not found:
            return None
        actor = min(found, key=lambda one: one[:2])[2]
        return Origin(key=actor.id, name=_plain_name(actor), actor_id=actor.id)


def _plain_name(actor: RegionActor) -> str:
    return (actor.names.get("en") or next(iter(actor.names.values())))[0]


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
            return bodies.agency_in(source) or (bodies.origin(name) if fold(name) else None)
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
