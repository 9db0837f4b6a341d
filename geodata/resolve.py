"""Which place of a name is meant: evidence beside the name, then the document, then the region, then size."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace

from geodata.calibration import calibrated
from geodata.capitals import capitals
from geodata.distance import kilometres
from geodata.gazetteer import Gazetteer
from geodata.lexicon import lexicon_from
from geodata.model import Place, PlaceLexicon, PlaceMatch, Span
from geodata.online import doubted
from geodata.recognise import recognise, recognise_given
from geodata.toponym import Toponym
from geodata.votes import Ballot, areas

__all__ = ["given", "lexicon_from", "places", "resolve"]

_PRECISION = {
    "city": 1,
    "village": 1,
    "feature": 1,
    "district": 3,
    "admin1": 4,
    "region": 4,
    "line": 5,
    "country": 6,
    "water": 7,
}
"""Kind of a place → ``where_prec``."""
_NEAR, _LARGER = 2, 5
_DOUBTED_KM = 5
"""Radius from which a place without people counted is no exact point: its position is in doubt, or it is wide."""
_LARGE_REGION_KM = 160
"""Radius from which a region is larger than a first-order one."""
_WIDEST_KM = 500
"""Radius of a region, not curated, beyond which it is none where something happens."""
_COMPACT_KM = 250
"""Most radius of a first-order region that a town of its name stands for."""
_METROPOLIS = 1_000_000
"""Population from which a town stands for a wider one too (New York, São Paulo)."""
_RIVALS = 5
_KNOWN, _UNKNOWN, _LOCATED = 0.95, 0.6, 0.2
"""Certainty that a name is a place at all: a well-known one, another, and what a word beside it adds."""
_POINTS = ("city", "village", "feature")
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
    level: float = 8.0
    container: float = 8.0
    vote: float = 6.0
    neighbours: float = 8.0
    near: float = 0.5
    region: float = 2.0
    plain_district: float = -2.5
    plain_admin1: float = -1.0
    named_by_town: float = -2.0
    capital: float = 3.0


_WEIGHTS = _Weights()


@dataclass(frozen=True, slots=True)
class _Choice:
    """A candidate with the logarithm of its odds and the reasons that spoke for it.

    ``stated`` is whether the text says so beside the name, ``known`` whether this is a place that news often names.
    """

    place: Place
    weight: float
    reasons: tuple[str, ...]
    stated: bool
    known: bool


def places(text: str, *, gazetteer: Gazetteer, lexicon: PlaceLexicon | None = None) -> tuple[PlaceMatch, ...]:
    """Find the places that a text names, in order and without overlap.

    Parameters
    ----------
    text : one document; what it says elsewhere helps to tell places of one name apart.
    gazetteer : the names to look for, with the region's curated layer.
    lexicon : the language's words about places and its word forms.

    Returns
    -------
    tuple[PlaceMatch, ...] : spans into the unchanged text, without suffixes behind an apostrophe and Arabic clitics.
    """
    return resolve(recognise(text, gazetteer=gazetteer, lexicon=lexicon), gazetteer=gazetteer)


def given(
    text: str, spans: Iterable[Span], *, gazetteer: Gazetteer, lexicon: PlaceLexicon | None = None
) -> tuple[PlaceMatch, ...]:
    """Choose a place for each name at some spans, found by a person or by another recogniser.

    Parameters
    ----------
    text : one document; its words beside a name, and its other names, help to choose.
    spans : where the names stand, without overlap.
    gazetteer : the bearers of names, with the region's curated layer.
    lexicon : the language's words about places and its word forms.

    Returns
    -------
    tuple[PlaceMatch, ...] : a match per span in order; a name that the gazetteer doesn't know has none.
    """
    return resolve(recognise_given(text, spans, gazetteer=gazetteer, lexicon=lexicon), gazetteer=gazetteer)


def resolve(
    toponyms: Sequence[Toponym], *, gazetteer: Gazetteer, calibrate: Callable[[float], float] = calibrated
) -> tuple[PlaceMatch, ...]:
    """Choose one place for each toponym of one document: one sense a name unless the text says otherwise.

    ``calibrate`` makes a probability of a match's score.
    """
    linked = [_linked(index, toponyms) for index in range(len(toponyms))]
    ranked = _Judge(gazetteer, _sure(toponyms, gazetteer)).rank_all(toponyms, linked)
    ranked = _Judge(gazetteer, _likely(toponyms, ranked)).rank_all(toponyms, linked)
    senses = _senses(toponyms, ranked)
    pairs = zip(toponyms, ranked, strict=True)
    matches = (_match(toponym, _in_sense(toponym, choices, senses)) for toponym, choices in pairs)
    return tuple(doubted(replace(match, score=round(calibrate(match.score), 3))) for match in matches)


def _linked(index: int, toponyms: Sequence[Toponym]) -> list[Toponym]:
    """The toponyms right before and behind one that may contain it, or that it may contain ("Aghdam, Tovuz").

    What stands before the name of a country contains nothing of that name: "the United States, Russia" is a list.
    """
    is_country = any(place.kind == "country" for place in toponyms[index].candidates)
    before = [toponyms[index - 1]] if toponyms[index].linked and not is_country else []
    behind = [toponym for toponym in toponyms[index + 1 : index + 2] if toponym.linked]
    return before + behind


def _sure(toponyms: Sequence[Toponym], gazetteer: Gazetteer) -> Ballot:
    """Votes for what a name surely lies in: all its bearers do, or all curated ones."""
    ballot = Ballot()
    for toponym in toponyms:
        curated = [place for place in toponym.candidates if gazetteer.is_curated(place)]
        found = [set(areas(place)) for place in curated or toponym.candidates]
        ballot.cast(toponym.key, set.intersection(*found), 1.0)
    return ballot


def _shares(choices: Sequence[_Choice]) -> list[float]:
    """Probability of each choice, the likeliest first, if one of them is meant."""
    odds = [math.exp(choice.weight - choices[0].weight) for choice in choices]
    return [one / sum(odds) for one in odds]


def _likely(toponyms: Sequence[Toponym], ranked: Sequence[Sequence[_Choice]]) -> Ballot:
    """Votes for what a name probably lies in, by the odds of its bearers."""
    ballot = Ballot()
    for toponym, choices in zip(toponyms, ranked, strict=True):
        for choice, share in zip(choices, _shares(choices), strict=True):
            if share >= _LEAST_SHARE:
                ballot.cast(toponym.key, areas(choice.place), share)
    return ballot


class _Judge:
    """Weighs the candidates of names in one document."""

    def __init__(self, gazetteer: Gazetteer, ballot: Ballot) -> None:
        self.gazetteer, self.ballot = gazetteer, ballot

    def rank_all(self, toponyms: Sequence[Toponym], linked: Sequence[Sequence[Toponym]]) -> list[list[_Choice]]:
        """Candidates of each toponym, the likeliest first; names that stand alike are weighed once."""
        ranked: dict[Hashable, list[_Choice]] = {}
        for toponym, others in zip(toponyms, linked, strict=True):
            case = _case(toponym, others)
            if case not in ranked:
                ranked[case] = self.rank(toponym, others)
        return [ranked[_case(toponym, others)] for toponym, others in zip(toponyms, linked, strict=True)]

    def rank(self, toponym: Toponym, linked: Sequence[Toponym]) -> list[_Choice]:
        """Candidates, the likeliest first."""
        choices = [self._weigh(place, toponym, linked) for place in toponym.candidates]
        return sorted(choices, key=lambda choice: -choice.weight)

    def _weigh(self, place: Place, toponym: Toponym, linked: Sequence[Toponym]) -> _Choice:
        found = [*self._standing(place), *self._evidence(place, toponym, linked)]
        stated = any(reason in (_LEVEL, _CONTAINER) for reason, _ in found)
        reasons = tuple(reason for reason, weight in found if reason and weight > 0)
        known = place.kind == "country" or self.gazetteer.is_curated(place)
        return _Choice(place, sum(weight for _, weight in found), reasons, stated, known)

    def _standing(self, place: Place) -> list[tuple[str, float]]:
        """What speaks for a place in any text: its kind, its size, the region."""
        found = [("", _WEIGHTS.people * math.log10(place.population + 1))]
        if place.kind == "country":
            found.append(("the name of a country", _WEIGHTS.country))
        elif place.id in capitals():
            found.append(("the capital of a country", _WEIGHTS.capital))
        elif place.kind in ("admin1", "region") or (place.kind in _NATURAL and not self.gazetteer.is_curated(place)):
            found.append(("", _WEIGHTS.wide * (1.0 if place.kind == "region" else min(1.0, place.radius_km / 60))))
        if self.gazetteer.is_curated(place):
            found.append(("a place that the region's list names", _WEIGHTS.curated))
        region = self.gazetteer.region
        if region and region.contains(place.lat, place.lon):
            found.append(("it lies in the region", _WEIGHTS.region))
        return found

    def _evidence(self, place: Place, toponym: Toponym, linked: Sequence[Toponym]) -> list[tuple[str, float]]:
        """What speaks for a place in this text."""
        found = []
        if place.kind in toponym.levels:
            found.append((_LEVEL, _WEIGHTS.level))
        elif not toponym.levels and place.kind in ("district", "admin1"):
            found.append(("", _WEIGHTS.plain_district if place.kind == "district" else _plain_admin1(place, toponym)))
        others = [other for neighbour in linked for other in neighbour.candidates]
        if any(_lies_in(place, other) or _lies_in(other, place) for other in others):
            found.append((_CONTAINER, _WEIGHTS.container))
        if share := self.ballot.country_share(place, toponym.key):
            found.append(("the text names other places of its country", _WEIGHTS.vote * share))
        if share := self.ballot.region_share(place, toponym.key):
            found.append(("the text names other places of its region", _WEIGHTS.neighbours * share))
        if near := self.ballot.neighbours(place, toponym.key):
            found.append(("the text names other places near it", _WEIGHTS.near * math.log1p(near)))
        return found


def _plain_admin1(place: Place, toponym: Toponym) -> float:
    """What speaks against a first-order region whose level isn't stated: more so if a town of it gave it the name."""
    people = [town.population for town in toponym.candidates if town.kind == "city" and town.admin1 == place.id]
    by_town = bool(people) and (place.radius_km <= _COMPACT_KM or max(people) >= _METROPOLIS)
    return _WEIGHTS.plain_admin1 + (_WEIGHTS.named_by_town if by_town else 0.0)


def _case(toponym: Toponym, linked: Sequence[Toponym]) -> Hashable:
    """What a toponym's weights hang on beside the text as a whole."""
    bearers = [tuple(place.id for place in one.candidates) for one in (toponym, *linked)]
    return toponym.key, toponym.levels, *bearers


_LEVEL = "the word beside it states the level"
_CONTAINER = "the name beside it contains it, or lies in it"
_ELSEWHERE = "the text says so elsewhere"


def _lies_in(place: Place, other: Place) -> bool:
    if place.id == other.id:
        return False
    if other.kind == "country":
        return place.country == other.country and place.kind != "country"
    if other.kind == "region" and other.radius_km <= _WIDEST_KM and other.country in (None, place.country):
        return place.kind in _POINTS and kilometres(place, other) <= other.radius_km
    return place.admin1 is not None and place.admin1 == other.id


def _senses(toponyms: Sequence[Toponym], ranked: Sequence[Sequence[_Choice]]) -> dict[str, Place]:
    """Folded name → the place that the text itself states somewhere, by a generic term or a container."""
    found: dict[str, Place] = {}
    for toponym, choices in zip(toponyms, ranked, strict=True):
        if choices[0].stated:
            found.setdefault(toponym.key, choices[0].place)
    return found


def _in_sense(toponym: Toponym, choices: Sequence[_Choice], senses: dict[str, Place]) -> list[_Choice]:
    """The choices with the sense first that the text states elsewhere, unless this mention states its own."""
    sense = senses.get(toponym.key)
    if sense is None or choices[0].stated or toponym.near:
        return list(choices)
    weight = choices[0].weight + _WEIGHTS.level
    meant = [replace(choice, weight=weight, reasons=(_ELSEWHERE,)) for choice in choices if choice.place == sense]
    return meant + [choice for choice in choices if choice.place != sense]


def _match(toponym: Toponym, choices: Sequence[_Choice]) -> PlaceMatch:
    best = choices[0]
    return PlaceMatch(
        span=toponym.span,
        place=best.place,
        role="concerns" if toponym.demonym or _is_too_wide(best) else "occurred_at",
        where_prec=_where_prec(best.place, toponym),
        score=_score(toponym, choices),
        rivals=tuple(choice.place.id for choice in choices[1 : _RIVALS + 1]),
        reason=_reason(toponym, choices),
    )


def _is_too_wide(choice: _Choice) -> bool:
    """Whether a place is a part of the world or a state of the past, which says nothing of where something happened."""
    return choice.place.kind == "region" and choice.place.radius_km > _WIDEST_KM and not choice.known


def _reason(toponym: Toponym, choices: Sequence[_Choice]) -> str:
    if toponym.demonym:
        return "a word for the people of the country, or for what is theirs"
    plain = "the largest of its name" if len(choices) > 1 else "the only place of its name"
    return "; ".join(choices[0].reasons) or plain


def _where_prec(place: Place, toponym: Toponym) -> int:
    """UCDP's code for a place as this mention means it."""
    if place.kind == "region" and place.radius_km > _LARGE_REGION_KM:
        return _LARGER
    if place.kind not in _POINTS:
        return _PRECISION[place.kind]
    if toponym.near:
        return _NEAR
    stated = [_PRECISION[level] for level in toponym.levels if level not in ("region", "country")]
    doubted = not place.population and place.radius_km >= _DOUBTED_KM
    return max(min(stated, default=_PRECISION[place.kind]), _NEAR if doubted else 1)


def _score(toponym: Toponym, choices: Sequence[_Choice]) -> float:
    """How much speaks for this being a place, and this one, 0 to 1; calibration makes a probability of it."""
    top = choices[0]
    share = 1 / sum(math.exp(min(0.0, choice.weight - top.weight)) for choice in choices)
    supported = toponym.located or toponym.levels or toponym.near or top.stated
    certainty = _KNOWN if top.known else _UNKNOWN + (_LOCATED if supported else 0.0)
    return round(share * certainty, 3)
