"""Types shared by everything that says where: frozen, keyword-only, no behaviour beyond invariants."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

PlaceKind = Literal["country", "admin1", "district", "region", "city", "village", "feature", "line", "water"]
PlaceRole = Literal["occurred_at", "concerns"]
TOWNS: tuple[PlaceKind, ...] = ("city", "village")
"""Kinds of places that news calls town, city and village regardless of their size."""
_MOST_LON, _MOST_LAT = 180, 90
WHERE_PREC = range(1, 8)
"""Codes of spatial precision of the UCDP GED codebook, exact to international."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A half-open range of code points, ``text[start:end]``, of the unchanged article text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span runs forward from 0 or later, not {self.start}..{self.end}")

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of the gazetteer.

    ``id`` is ``gn:<GeoNames id>``, ``ne:<Natural Earth code>``, ``iso:<alpha-2>``, ``wide:<slug>`` or
    ``region:<slug>``; of what only a text's words make, ``line:``, ``border:``, ``part:`` or ``off:`` and what it is
    made of (geodata/compounds.py). ``country`` is the ISO 3166-1 alpha-2 code of the country de jure; who controls a
    place is separate, dated data. ``lon`` and ``lat`` (degrees, WGS 84) are the representative point; ``radius_km`` the
    radius of a circle that covers the place. ``names`` maps a language code to the names in it, the preferred first.
    """

    id: str
    name: str
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kind: PlaceKind
    country: str | None
    admin1: str | None = None
    lon: float
    lat: float
    radius_km: float
    population: int = 0

    def __post_init__(self) -> None:
        if abs(self.lon) > _MOST_LON or abs(self.lat) > _MOST_LAT:
            raise ValueError(f"{self.id}: {self.lon}, {self.lat} is no position in degrees")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMatch:
    """A place named in a text.

    ``where_prec`` is coded as UCDP GED does: 1 exact, 2 near a known point, 3 second-order district, 4 first-order
    region, 5 larger or estimated, 6 country, 7 international waters or airspace. ``score`` is in 0..1;
    ``rivals`` are ids of other places of that name; ``reason`` says in words why this one was taken. Of a name that
    only concerns what happened, ``voice`` is whether it stands for a government that speaks, acts or is addressed.
    """

    span: Span
    place: Place
    role: PlaceRole = "occurred_at"
    where_prec: int
    score: float
    rivals: tuple[str, ...] = ()
    reason: str = ""
    voice: bool = False

    def __post_init__(self) -> None:
        if self.where_prec not in WHERE_PREC:
            raise ValueError(f"where_prec is 1 to 7, not {self.where_prec}")


class Morphology(Protocol):
    """What a language tells the recogniser of its word forms."""

    def bases(self, token: str) -> Iterable[str]:
        """Forms of a folded ``token`` without affixes, most likely first, itself not among them."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLexicon:
    """What a language tells the recogniser besides names.

    ``generic`` maps a kind to the words that mark it ("district"); they stand on the ``sides`` of the name, a word of
    ``linking`` may stand between ("village of"), and those of ``plural`` ("districts") mark every name of a list joined
    by commas and words of ``joining`` ("and"); written together with one of ``articles`` a term states nothing.
    ``near`` lists words that make a position approximate; words of ``things_between`` ("national") may stand before
    one of ``things_behind``. ``not_places`` are phrases that spell like a place and aren't one ("Washington Post"); a
    single word there ("Nice") is a place only beside a word of ``generic``, ``near`` or ``locative`` ("in"), a word of
    ``never`` ("March") only beside one of ``generic``. ``things_before`` and ``things_behind`` are words beside which
    a name is part of the name of something else ("newspaper", "Street"; a capital asks for one), ``of_towns`` what is
    named behind a town that has it ("Police"): its capital letter says nothing against a place. ``titles`` ("General")
    and ``given_names`` ("Vladimir") mark their neighbours as persons, and so do family names behind, by the endings
    ``surnames`` ("ian"); ``persons`` are given names, folded, that only do so when nothing says "place", and
    ``namesakes`` those that are countries, regions or large towns as well ("Jordan").
    ``demonyms`` maps a country's code (ISO 3166-1 alpha-2), or a place's id, to words for its people and what is
    theirs ("Georgian", "российск*": a capital asks for one, an asterisk stands for any ending); ``abbreviations`` a
    place's id to what stands for it behind the comma of a name ("Gary, Ind."). ``marks`` are the words that say
    something else of a place beside them, by what they say ("border", "road"; geodata/compounds.py and
    geodata/roles.py read them) and ``said`` the sides of the name on which they and those of ``near`` stand; ``cases``
    are the endings and ``clitics`` the prefixes that say "in" of a name, ``near_cases`` endings for "near".
    ``adjectives`` are endings of a word that may stand between one of ``locative`` and the name ("в мирном Харькове").
    """

    language: str
    generic: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sides: tuple[str, ...] = ("behind", "before")
    articles: tuple[str, ...] = ()
    plural: tuple[str, ...] = ()
    joining: tuple[str, ...] = ()
    linking: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    locative: tuple[str, ...] = ()
    not_places: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    things_before: tuple[str, ...] = ()
    things_behind: tuple[str, ...] = ()
    things_between: tuple[str, ...] = ()
    of_towns: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    surnames: tuple[str, ...] = ()
    given_names: tuple[str, ...] = ()
    persons: frozenset[str] = field(default=frozenset(), repr=False)
    namesakes: frozenset[str] = field(default=frozenset(), repr=False)
    demonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    abbreviations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    marks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    said: tuple[str, ...] = ("before", "behind")
    cases: tuple[str, ...] = ()
    near_cases: tuple[str, ...] = ()
    clitics: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    morphology: Morphology | None = None

    def __hash__(self) -> int:
        """By the language alone: caches ask for it with each text, and it has thousands of words."""
        return hash(self.language)
