"""How much speaks for each bearer of a name: its standing in any text, the words beside it, the rest of the text."""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from geodata.capitals import capitals
from geodata.containing import Beside
from geodata.gazetteer import Gazetteer
from geodata.model import TOWNS, Place
from geodata.toponym import Toponym
from geodata.votes import AROUND, CLOSE, Area, Ballot, areas

_COMPACT_KM = 250
"""Most radius of a first-order region that a town of its name stands for."""
_METROPOLIS = 500_000
"""Population from which a town stands for a wider one too (New York, São Paulo)."""
_NATURAL = ("line", "feature", "water")
"""Kinds of rivers, lakes and seas."""
_LEAST_SHARE = 0.05
"""Probability from which a bearer of a name has a vote."""


@dataclass(frozen=True, slots=True)
class _Weights:
    """What each kind of evidence adds to the logarithm of a candidate's odds."""

    country: float = 8.0
    curated: float = 4.5
    people: float = 0.6
    wide: float = 5.0
    land: float = 8.0
    level: float = 8.0
    settled: float = 7.0
    container: float = 8.0
    vote: float = 6.0
    neighbours: float = 7.0
    around: float = 0.5
    close: float = 2.0
    region: float = 2.0
    plain_district: float = -2.5
    plain_admin1: float = -1.0
    named_by_town: float = -2.0
    capital: float = 2.0


WEIGHTS = _Weights()


class Choice(NamedTuple):
    """A candidate with the logarithm of its odds and the reasons that spoke for it.

    ``stated`` is whether the text says so beside the name, ``known`` whether this is a place that news often names.
    """

    place: Place
    weight: float
    reasons: tuple[str, ...]
    stated: bool
    known: bool


def sure(toponyms: Sequence[Toponym], gazetteer: Gazetteer) -> Ballot:
    """Votes for what a name surely lies in: all its bearers do, or all curated ones."""
    ballot = Ballot()
    for toponym in toponyms:
        curated = [place for place in toponym.candidates if gazetteer.is_curated(place)]
        ballot.cast(toponym.key, _shared(curated or toponym.candidates), 1.0)
    return ballot


def _shared(places: Sequence[Place]) -> set[Area]:
    """What all of some places lie in; of many it is soon clear that they share nothing."""
    found = set(areas(places[0]))
    for place in places[1:]:
        if not found:
            break
        found.intersection_update(areas(place))
    return found


def _shares(choices: Sequence[Choice]) -> list[float]:
    """Probability of each choice, the likeliest first, if one of them is meant."""
    odds = [math.exp(choice.weight - choices[0].weight) for choice in choices]
    total = sum(odds)
    return [one / total for one in odds]


def likely(toponyms: Sequence[Toponym], ranked: Sequence[Sequence[Choice]]) -> Ballot:
    """Votes for what a name probably lies in, by the odds of its bearers."""
    ballot = Ballot()
    for toponym, choices in zip(toponyms, ranked, strict=True):
        for choice, share in zip(choices, _shares(choices), strict=True):
            if share >= _LEAST_SHARE:
                ballot.cast(toponym.key, areas(choice.place), share)
    return ballot


class Judge:
    """Weighs the candidates of names in one document; ``ballot`` has the votes, which may be taken again."""

    def __init__(self, gazetteer: Gazetteer, ballot: Ballot) -> None:
        self.gazetteer, self.ballot = gazetteer, ballot
        self._unvoted: dict[Hashable, list[Choice]] = {}

    def rank_all(self, toponyms: Sequence[Toponym], linked: Sequence[Sequence[Toponym]]) -> list[list[Choice]]:
        """Candidates of each toponym, the likeliest first; names that stand alike are weighed once.

        A sole candidate is not voted for: it is chosen anyway.
        """
        ranked: dict[Hashable, list[Choice]] = {}
        cases = [_case(toponym, others) for toponym, others in zip(toponyms, linked, strict=True)]
        for case, toponym, others in zip(cases, toponyms, linked, strict=True):
            if case not in ranked:
                if case not in self._unvoted:
                    self._unvoted[case] = self._without_votes(toponym, others)
                choices = self._unvoted[case]
                ranked[case] = self._voted(choices, toponym.key) if len(choices) > 1 else choices
        return [ranked[case] for case in cases]

    def _voted(self, choices: Sequence[Choice], name: str) -> list[Choice]:
        return sorted((self._with_votes(choice, name) for choice in choices), key=lambda choice: -choice.weight)

    def with_reasons(self, toponyms: Sequence[Toponym], ranked: Sequence[list[Choice]]) -> list[list[Choice]]:
        """The choices with what the votes say of sole candidates, too."""
        found = {id(choices): (choices, toponym.key) for toponym, choices in zip(toponyms, ranked, strict=True)}
        told = {
            number: self._voted(choices, name) if len(choices) == 1 else choices
            for number, (choices, name) in found.items()
        }
        return [told[id(choices)] for choices in ranked]

    def _without_votes(self, toponym: Toponym, linked: Sequence[Toponym]) -> list[Choice]:
        """Candidates as they stand before any vote, which is worked out but once."""
        beside = Beside(other for neighbour in linked for other in neighbour.candidates)
        return [self._weigh(place, toponym, beside) for place in toponym.candidates]

    def _weigh(self, place: Place, toponym: Toponym, beside: Beside) -> Choice:
        found = [*self._standing(place), *self._by_level(place, toponym)]
        if beside.contains(place) or beside.lies_in(place):
            found.append((_CONTAINER, WEIGHTS.container))
        stated = any(reason in (LEVEL_STATED, _CONTAINER) for reason, _ in found)
        known = place.kind == "country" or self.gazetteer.is_curated(place)
        return Choice(place, sum(weight for _, weight in found), _reasons(found), stated, known)

    def _with_votes(self, choice: Choice, name: str) -> Choice:
        """A choice with what the other names of the text add to it."""
        place, weight, reasons = choice.place, choice.weight, choice.reasons
        if share := self.ballot.country_share(place, name):
            weight, reasons = weight + WEIGHTS.vote * share, (*reasons, _COUNTRY)
        if share := self.ballot.region_share(place, name):
            weight, reasons = weight + WEIGHTS.neighbours * share, (*reasons, _REGION)
        around, close = (self.ballot.neighbours(place, name, side) for side in (AROUND, CLOSE))
        if around or close:
            weight += WEIGHTS.around * math.log1p(around)
            weight, reasons = weight + WEIGHTS.close * math.log1p(close), (*reasons, _NEIGHBOURS)
        return choice if weight == choice.weight else choice._replace(weight=weight, reasons=reasons)

    def _standing(self, place: Place) -> list[tuple[str, float]]:
        """What speaks for a place in any text: its kind, its size, the region."""
        found = [("", WEIGHTS.people * math.log10(place.population + 1))]
        if place.kind == "country":
            found.append(("the name of a country", WEIGHTS.country))
        elif place.id in capitals():
            found.append(("the capital of a country", WEIGHTS.capital))
        elif place.kind == "region":
            found.append(("", WEIGHTS.land))
        elif place.kind == "admin1" or (place.kind in _NATURAL and not self.gazetteer.is_curated(place)):
            found.append(("", WEIGHTS.wide * min(1.0, place.radius_km / 60)))
        if self.gazetteer.is_curated(place):
            found.append(("a place that the region's list names", WEIGHTS.curated))
        region = self.gazetteer.region
        if region and region.contains(place.lat, place.lon):
            found.append(("it lies in the region", WEIGHTS.region))
        return found

    def _by_level(self, place: Place, toponym: Toponym) -> list[tuple[str, float]]:
        """What the level that the text states, or leaves out, says of a place."""
        if place.kind in toponym.levels:
            return [(LEVEL_STATED, WEIGHTS.level)]
        if place.kind in TOWNS and not toponym.levels.isdisjoint(TOWNS) and not self.gazetteer.is_curated(place):
            return [(LEVEL_STATED, WEIGHTS.settled)]
        if toponym.levels or place.kind not in ("district", "admin1"):
            return []
        return [("", WEIGHTS.plain_district if place.kind == "district" else _plain_admin1(place, toponym))]


def _reasons(found: Sequence[tuple[str, float]]) -> tuple[str, ...]:
    """What spoke for a place, each once."""
    return tuple(dict.fromkeys(reason for reason, weight in found if reason and weight > 0))


def _plain_admin1(place: Place, toponym: Toponym) -> float:
    """What speaks against a first-order region whose level isn't stated: more so if a town of it gave it the name."""
    people = [town.population for town in toponym.candidates if town.kind == "city" and town.admin1 == place.id]
    by_town = bool(people) and (place.radius_km <= _COMPACT_KM or max(people) >= _METROPOLIS)
    return WEIGHTS.plain_admin1 + (WEIGHTS.named_by_town if by_town else 0.0)


def _case(toponym: Toponym, linked: Sequence[Toponym]) -> Hashable:
    """What a toponym's weights hang on beside the text as a whole."""
    bearers = [tuple(place.id for place in one.candidates) for one in (toponym, *linked)]
    return toponym.key, toponym.levels, *bearers


LEVEL_STATED = "the word beside it states the level"
_CONTAINER = "the name beside it contains it, or lies in it"
_COUNTRY = "the text names other places of its country"
_REGION = "the text names other places of its region"
_NEIGHBOURS = "the text names other places near it"
