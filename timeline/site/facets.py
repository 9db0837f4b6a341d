"""What events are filtered and searched by: who acts, who publishes, who claims, how sure; names once, numbers per row.

A facet is a list of entries, the most frequent first, and for every row the numbers of its entries: how many, then
which, as byte planes like those of :mod:`timeline.site.columns`. `facets.js` and `search.js` read the same layout.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from geodata.fold import fold
from geodata.regions import RegionActor
from timeline.model.article import Article
from timeline.rows import Row
from timeline.site.columns import Columns, planes

OWN_VOICE = "publisher"
"""The claimant that stands for the publisher's own voice, as in :class:`timeline.model.mention.Attribution`."""
UNKNOWN = "unknown"
"""The key of articles whose publisher isn't known."""
NO_SCORE = 255


@dataclass(frozen=True, slots=True)
class Name:
    """One entry of a facet as a row has it: the key that addresses carry, and how the source writes it."""

    key: str
    text: str


def encode(
    rows: Sequence[Row], articles: Mapping[str, Article], actors: Sequence[RegionActor], languages: Sequence[str]
) -> Columns:
    """Actors, publishers, claimants and extraction scores of ``rows``, which are in the order of the columns."""
    known = {actor.id: {code: forms[0] for code, forms in actor.names.items() if forms} for actor in actors}
    facets = {
        "actors": _facet([_actors(row) for row in rows], {**_countries(languages), **known}),
        "sources": _facet([_sources(row, articles) for row in rows], {}),
        "claimants": _facet([_claimants(row, known) for row in rows], known),
    }
    return Columns(
        header={"facets": [{"name": name, **facet.header} for name, facet in facets.items()]},
        raw=b"".join([*(facet.raw for facet in facets.values()), bytes(map(_percent, rows))]),
    )


def search(rows: Sequence[Row], languages: Sequence[str]) -> Columns:
    """Titles, names of places and of countries in all languages, each text once, with the number of each row's."""
    countries = {key: "\n".join(dict.fromkeys(names.values())) for key, names in _countries(languages).items()}
    named = (countries.get(f"iso:{row['country']}", "") for row in rows)
    tables = [_texts(map(_title, rows)), _texts(map(_place, rows)), _texts(named)]
    return Columns(header={"tables": [table.header for table in tables]}, raw=b"".join(table.raw for table in tables))


def _actors(row: Row) -> list[Name]:
    written = ((str(actor.get("id") or ""), str(actor["name"])) for actor in row["actors"] or ())
    return [Name(key or _written(name), name) for key, name in written]


def _sources(row: Row, articles: Mapping[str, Article]) -> list[Name]:
    """The publishers of all articles that tell of the event."""
    names = [str(name) for name in row["articles"] or ()]
    names += [str(claim["article_id"]) for claim in row["claims"] or ()]
    found = (articles[name] for name in dict.fromkeys(names) if name in articles)
    return [Name(text or UNKNOWN, text) for text in (article.publisher or article.origin or "" for article in found)]


def _claimants(row: Row, known: Mapping[str, Mapping[str, str]]) -> list[Name]:
    """Who claims something of the event, bodies that the region knows under their id however they are written."""
    spoken = [(str(claim.get("actor_id") or ""), str(claim["claimed_by"])) for claim in row["claims"] or ()]
    ids = {text: key for key, text in spoken}
    spoken += [(ids.get(str(toll["claimant"]), ""), str(toll["claimant"])) for toll in _claimed(row)]
    return [Name(key if _stands_for(key, text, known) else _written(text), text) for key, text in spoken]


def _stands_for(key: str, text: str, known: Mapping[str, Mapping[str, str]]) -> bool:
    """Whether an id says who claims. A state's id also comes with towns and bodies in it, which don't speak for it."""
    if text == OWN_VOICE or key not in known:
        return False
    return not key.startswith("iso:") or fold(text) in map(fold, known[key].values())


def _countries(languages: Sequence[str]) -> dict[str, dict[str, str]]:
    """Names of states as CLDR has them: browsers don't know them in all languages."""
    from babel import Locale

    names = {code: Locale.parse(code).territories for code in dict.fromkeys((*languages, "en"))}
    return {
        f"iso:{country}": {code: str(listed[country]) for code, listed in names.items() if country in listed}
        for country in names["en"]
    }


def _claimed(row: Row) -> Iterable[Mapping[str, Any]]:
    """Numbers of victims that somebody claims; those of an article's own voice are its claims already."""
    said = {str(claim["claimed_by"]) for claim in row["claims"] or ()}
    return (toll for toll in row["tolls"] or () if toll.get("claimant") in said)


def _written(text: str) -> str:
    """The key of what is only known by its name: one for spellings that differ by case or signs."""
    return text if text == OWN_VOICE else fold(text)


def _facet(named: Sequence[Sequence[Name]], known: Mapping[str, Mapping[str, str]]) -> Columns:
    """Entries with their names, and each row's numbers."""
    import numpy as np

    written: dict[str, Counter[str]] = defaultdict(Counter)
    keys = [list(dict.fromkeys(name.key for name in names)) for names in named]
    for name in (name for names in named for name in names):
        written[name.key][name.text] += 1
    often = Counter(key for row in keys for key in row)
    order = sorted(often, key=lambda key: (-often[key], key))
    number = {key: index for index, key in enumerate(order)}
    numbers = np.array([number[key] for row in keys for key in row], dtype=np.int64)
    lengths = np.array([len(row) for row in keys], dtype=np.int64)
    widths = _width(int(lengths.max(initial=0))), _width(len(order))
    header = {
        "entries": [_entry(key, written[key], known.get(key)) for key in order],
        "total": len(numbers),
        "bytes": widths,
    }
    return Columns(header=header, raw=planes(lengths, widths[0]) + planes(numbers, widths[1]))


def _entry(key: str, written: Counter[str], names: Mapping[str, str] | None) -> dict[str, Any]:
    """An entry under the way that most write it, the first in the alphabet where several are as frequent."""
    text = min(written, key=lambda form: (-written[form], form))
    return {"key": key, "text": text, **({"names": dict(sorted(names.items()))} if names else {})}


def _texts(texts: Iterable[str]) -> Columns:
    import numpy as np

    number: dict[str, int] = {}
    numbers = np.array([number.setdefault(text, len(number)) for text in texts], dtype=np.int64)
    width = _width(len(number))
    return Columns(header={"texts": list(number), "bytes": width}, raw=planes(numbers, width))


def _title(row: Row) -> str:
    return "\n".join(dict.fromkeys(map(str, (row["titles"] or {}).values())))


def _place(row: Row) -> str:
    """All forms of the place's name."""
    forms = [form for names in (row["place_names"] or {}).values() for form in names]
    return "\n".join(dict.fromkeys((row["place_name"] or "", *map(str, forms))))


def _percent(row: Row) -> int:
    """The extraction score in whole percent, rounded down, so that no event passes a threshold that it misses."""
    return NO_SCORE if row["score"] is None else int(row["score"] * 100 + 1e-9)


def _width(largest: int) -> int:
    return max(1, (largest.bit_length() + 7) // 8)
