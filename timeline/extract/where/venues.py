"""Which of the places named in a sentence are venues, and which only speak or are spoken about.

A capital that speaks is no venue, a country after "on" or "against" is a concern, a place after "in" or "near" is where
something happened. Evidence comes from the words around the name, listed in ``[linking]`` and ``[speakers]`` of
``names.toml``; places in a row ("Goris, Sotk and Jermuk") share it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal, NamedTuple

from geodata.distance import kilometres
from geodata.model import TOWNS, PlaceMatch
from geodata.precision import DISTRICT, INTERNATIONAL
from timeline.extract.text.endings import attached, is_where, suffix
from timeline.extract.text.tokens import Tokens
from timeline.extract.what.triggers import ends_clause
from timeline.extract.where.governing import PHRASE, governing, housed, is_left_out
from timeline.extract.who.speaking import (
    OF,
    REACH,
    Scene,
    hosts,
    is_accusative,
    is_cited,
    is_object,
    is_office,
    is_where_spoken,
    speaks,
    tells_of_another,
)

Evidence = Literal["venue", "concern", "speaker"]

_DISTRICT_KM = 60
"""How far from a town that stands for its district the villages of that may lie."""
_PROVINCE_KM = 90
"""How far from the chief town of a province its towns may lie ("Sadarak in Nakhchivan")."""
_POLITIES = ("region", "admin1")
"""Kinds of places that may act as countries do ("ministers of X and Y")."""
_BOUNDED = ("country", *_POLITIES, "district")
"""Kinds of places that one is in or not in; outside a town is near it."""
_BREADTH = {
    "country": 4,
    "region": 3,
    "line": 3,
    "water": 3,
    "admin1": 3,
    "district": 2,
    "feature": 1,
    "city": 1,
    "village": 0,
}


@dataclass(slots=True, kw_only=True)  # not frozen: many are made
class Venue:
    """A place in its sentence: word numbers ``start`` to ``end`` (excluded), what it is there for, and its row.

    ``firm`` says that a preposition or case puts something there, ``between`` that the row names two ends of one
    place ("on the border between X and Y"), ``origin`` that something comes from there.
    """

    match: PlaceMatch
    start: int
    end: int
    evidence: Evidence
    row: int
    between: bool = False
    firm: bool = False
    origin: bool = False


def classify(scene: Scene, places: Sequence[PlaceMatch]) -> tuple[Venue, ...]:
    """Places of a sentence with their evidence, containers of a more precise neighbour left out."""
    named = [_Named(match, words) for match in places if (words := scene.tokens.range_of(match.span))]
    ashore = [one for one in named if not _is_of_a_port(scene, one)]
    kept = _without_containers(scene, _without_the_left_out(scene, ashore))
    containers = frozenset(number for one in named if one not in kept for number in one.words)
    found: list[Venue] = []
    for one in kept:
        found.append(_venue(scene, one, found[-1] if found else None, containers))
    return tuple(_in_row(found) if scene.lexicon.affixes.get("suffixes") else found)


def _without_the_left_out(scene: Scene, named: list[_Named]) -> list[_Named]:
    """Places without the lands that something is said to be outside of ("most Armenians outside X fled")."""
    if all(match.payload != "outside" for match in scene.lexicon.linking.all(scene.tokens)):
        return named
    left: list[_Named] = []
    for one in named:
        between = range(left[-1].words.stop, one.words.start) if left else range(0)
        joined = bool(between) and scene.tokens.ands.issuperset(between)
        bounded = one.match.place.kind in _BOUNDED or _is_district(one.match)
        if bounded and (joined or is_left_out(scene, one.match, one.words)):
            left.append(one)
    return [one for one in named if one not in left]


def _in_row(found: Sequence[Venue]) -> Iterator[Venue]:
    """Venues of a language whose rows of names carry their case at the end: the last says it of all."""
    last = {venue.row: venue for venue in found}
    for venue in found:
        end = last[venue.row]
        says = end is not venue and end.evidence == "venue" and venue.evidence == "speaker"
        yield replace(venue, evidence="venue", firm=end.firm) if says else venue


class _Named(NamedTuple):
    """A place match and the numbers of its words."""

    match: PlaceMatch
    words: range


def _venue(scene: Scene, named: _Named, last: Venue | None, containers: frozenset[int]) -> Venue:
    match, words = named
    governed = governing(scene, words.start) | housed(scene, words.stop)
    puts = is_where if match.place.kind == "country" else attached  # "Russia's officers" may be elsewhere
    acted_on = _is_acted_on(scene, match, words)
    firm = "firm" in governed or (puts(scene.tokens, scene.lexicon, match, words) and not acted_on)
    both = last is not None and last.firm and firm
    joined = last if last and _coordinated(scene, last, words.start, containers, both=both) else None
    if joined and (_acts_beside(scene, joined, match, words) or is_cited(scene, range(joined.start, joined.end))):
        joined = None
    evidence = _evidence(scene, match, words, governed)
    beside_speaker = joined is not None and joined.evidence == "speaker" and match.place.kind in _POLITIES and not firm
    if joined and (evidence != "venue" or joined.evidence == "concern" or beside_speaker):
        evidence = joined.evidence
    return Venue(
        match=match,
        start=words.start,
        end=words.stop,
        evidence=evidence,
        row=joined.row if joined else words.start,
        between="between" in governed or _stands_between(scene, words.stop),
        firm=firm or bool(joined and joined.firm),
        origin=_comes_from(scene, match, governed) or bool(joined and joined.origin and "firm" not in governed),
    )


def _is_acted_on(scene: Scene, match: PlaceMatch, words: range) -> bool:
    """Whether a government is the object of a verb that takes no place («Bakını … günahlandırıb»)."""
    political = match.place.kind == "country" or match.place.id in scene.seats
    object_ = suffix(scene.tokens.text, match) in scene.lexicon.affixes.get("accusative", ())
    return political and object_ and not is_accusative(scene, match, words)


def _acts_beside(scene: Scene, joined: Venue, match: PlaceMatch, words: range) -> bool:
    """Whether a name behind another goes on with who acts ("in X the ministers of Y and Z", "… of X, Ankara …")."""
    if match.place.kind == "country" and joined.match.place.kind != "country":
        return True
    if match.place.id not in scene.seats or joined.match.place.id in scene.seats:
        return False
    around = range(joined.end, min(len(scene.tokens), words.stop + OF))
    return joined.match.place.kind != "country" and scene.tokens.ands.isdisjoint(around)


def _stands_between(scene: Scene, number: int) -> bool:
    """Whether "between" stands right behind a row of names, as postpositions do («X-ის და Y-ს შორის»)."""
    return number < len(scene.tokens) and any(
        match.payload == "between" for match in scene.lexicon.linking.at(scene.tokens, number)
    )


def _comes_from(scene: Scene, match: PlaceMatch, governed: set[str]) -> bool:
    """Whether a word or a case says that something comes from there."""
    return "origin" in governed or suffix(scene.tokens.text, match) in scene.lexicon.affixes.get("leaving", ())


def _evidence(scene: Scene, match: PlaceMatch, words: range, governed: set[str]) -> Evidence:
    place = match.place
    firm = "firm" in governed
    owned = "origin" not in governed and is_office(scene, words, match, firm=firm)  # "forces from X" are there no more
    if owned or "whose" in governed or is_cited(scene, words) or (firm and is_where_spoken(scene, words)):
        return "speaker"
    political = place.kind == "country" or place.id in scene.seats
    if political and (hosts(scene, words) or is_object(scene, match, words) or is_accusative(scene, match, words)):
        return "venue"
    lesser = place.id in scene.lesser_seats and tells_of_another(scene, words)
    if not firm and ((political and speaks(scene, words)) or lesser):
        return "speaker"
    if firm or (attached(scene.tokens, scene.lexicon, match, words) and not _is_acted_on(scene, match, words)):
        return "venue"
    if political:
        return "concern" if governed & {"concerning", "locative"} else "speaker"
    return "concern" if "concerning" in governed and "locative" not in governed else "venue"


def _coordinated(scene: Scene, last: Venue, number: int, containers: frozenset[int], *, both: bool) -> bool:
    """Whether only commas, "and", words such as "village" and the container of the second stand between two names.

    ``both``: something is put at each of them ("in X and at a post in Y"), so that more words may.
    """
    tokens = scene.tokens
    between = [n for n in range(last.end, number) if n not in containers]
    if any(trigger.start in between and trigger.end <= number for trigger in scene.triggers):
        return False
    ands = [n for n in between if n in tokens.ands]
    if ands and both and _is_phrase(tokens, between):
        return True
    plain = [n for n in between if not (n + 1 in containers and tokens[n].word in tokens.small_words)]
    if any(n not in ands and not any(True for _ in scene.lexicon.generic.at(tokens, n)) for n in plain):
        return bool(ands) and len(between) <= OF
    gap = tokens.text[tokens[last.end - 1].end : tokens[number].start]
    clitic = any(tokens[number].word.startswith(affix) for affix in scene.lexicon.affixes.get("joining", ()))
    return bool(ands) or any(mark in gap for mark in ",،/") or (clitic and not between)


def _is_phrase(tokens: Tokens, between: Sequence[int]) -> bool:
    """Whether the words between two places are few, tell no time and go on with the clause."""
    if len(between) > PHRASE or not tokens.times.isdisjoint(between):
        return False
    return not ends_clause(tokens, between[0] - 1, between[-1] + 1)


def _without_containers(scene: Scene, named: Sequence[_Named]) -> list[_Named]:
    dropped = set()
    for number, (one, other) in enumerate(pairwise(named)):
        gap = other.words.start - one.words.stop
        lands = "country" in (one.match.place.kind, other.match.place.kind)
        joined = not lands and not scene.tokens.ands.isdisjoint(range(one.words.stop, other.words.start))
        acts = one.match.place.kind == "country" != other.match.place.kind and _is_parted(scene, one, other)
        if joined or acts or _is_listed(scene, one, other, named[number + 2 : number + 3]):
            continue
        if gap <= OF + 1 and _contains(one.match, other.match):
            dropped.add(number)
        elif gap <= REACH and _is_water(one.match) != _is_water(other.match):
            dropped.add(number if _is_water(one.match) else number + 1)
        elif gap <= REACH and (_contains(other.match, one.match) or _lies_in(scene, one, other)):
            dropped.add(number + 1)
    return [one for number, one in enumerate(named) if number not in dropped]


def _is_parted(scene: Scene, one: _Named, other: _Named) -> bool:
    """Whether a time stands between a bare name and another, at which the first acts («Ermənistan dünən X-da …»)."""
    times = scene.tokens.times & set(range(one.words.stop, other.words.start))
    return bool(times) and not attached(scene.tokens, scene.lexicon, one.match, one.words)


def _is_water(match: PlaceMatch) -> bool:
    """Whether this is a sea, which beside a town only says where that lies ("the Black Sea port of X")."""
    return match.where_prec == INTERNATIONAL and match.place.kind not in ("city", "village", "country")


def _is_of_a_port(scene: Scene, named: _Named) -> bool:
    """Whether a sea only says which town is spoken of ("the riot in the Black Sea port")."""
    if not _is_water(named.match) or named.words.stop >= len(scene.tokens):
        return False
    return any(match.payload in TOWNS for match in scene.lexicon.generic.at(scene.tokens, named.words.stop))


def _is_listed(scene: Scene, one: _Named, other: _Named, third: Sequence[_Named]) -> bool:
    """Whether a comma and then an "and" make three names a list ("X, Y and Z"), none of which holds another."""
    comma = scene.tokens.between(one.words.stop - 1, other.words.start).strip() in (",", "،")
    behind = range(other.words.stop, third[0].words.start) if third else range(0)
    return comma and 0 < len(behind) <= OF and not scene.tokens.ands.isdisjoint(behind)


def _contains(wide: PlaceMatch, narrow: PlaceMatch) -> bool:
    one, other = wide.place, narrow.place
    if _breadth(wide) <= _breadth(narrow) or one.country != other.country:
        return False
    reach = _DISTRICT_KM if _is_district(wide) else one.radius_km * 1.5
    return one.kind == "country" or kilometres(one, other) <= reach


def _lies_in(scene: Scene, one: _Named, other: _Named) -> bool:
    """Whether only "in" or "near" stands between a town and another close by ("the town of X in Y")."""
    towns = one.match.place.kind in TOWNS and other.match.place.kind == "city"
    if not towns or other.words.start - one.words.stop != 1:
        return False
    put = any(m.payload == "firm" for m in scene.lexicon.linking.at(scene.tokens, one.words.stop))
    near = kilometres(one.match.place, other.match.place) <= _PROVINCE_KM
    return put and near and one.match.place.country == other.match.place.country


def _breadth(match: PlaceMatch) -> int:
    return _BREADTH["district" if _is_district(match) else match.place.kind]


def _is_district(match: PlaceMatch) -> bool:
    """Whether a town stands for its district ("Berd district")."""
    return match.place.kind == "city" and match.where_prec == DISTRICT
