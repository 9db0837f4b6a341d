"""Places told by way of others: the road X–Y, between X and Y, the border of A and B, 20 km north of X, southern A.

Each name keeps its span; its match gets the place that is meant: a line or a part with an honest radius, never the
point of a capital or the middle of a country. Which words say so is each language's own list, ``[places.marks]``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from geodata import stretches
from geodata.capitals import capitals
from geodata.distance import halfway, kilometres, shifted
from geodata.fold import fold
from geodata.gazetteer import Gazetteer
from geodata.marks import Mark
from geodata.model import Place, PlaceMatch
from geodata.precision import ESTIMATED, INTERNATIONAL, NEAR, NEAR_KM
from geodata.stretches import Stretch
from geodata.surroundings import LINK, Surroundings
from geodata.tokens import Token, fold_word

POINTS = ("city", "village", "feature", "district")
_BEARINGS = {"n": 0, "ne": 45, "e": 90, "se": 135, "s": 180, "sw": 225, "w": 270, "nw": 315}
_KILOMETRES = {"km": 1.0, "mile": 1.609, "metre": 0.001}
_GAP = 4
"""Most words between the two names of a pair."""
_FARTHEST_KM = 400
"""Most kilometres between two ends of a road."""
_MOST_SHIFT_KM = 150
_DOUBT = 0.3
"""Share of a distance by which "20 km north of" may be off."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?(?=[ \u00a0-]?$)")
_FULL_STOP = re.compile(r"[.!?։؟۔]\s|\n")
_LONGEST_NUMBER = 8
_NOTHING = frozenset[str]()
_DASH = re.compile(r"[-‐‑–—]")
_BORDER, _LINE = "on the border of the two", "on the line between the two"
_AIR, _SEA = "in the air above it", "off its coast"
PART = "a part of it, as the word beside it says"
"""Reason of a place of which a word beside it names a part ("the north of X")."""
_FAR = "so far from it, as the words beside it say"


def compounds(matches: Sequence[PlaceMatch], around: Surroundings, gazetteer: Gazetteer) -> list[PlaceMatch]:
    """The matches of one text with what is said of each; the two of a pair stand for one line."""
    found = [_alone(match, around) for match in matches]
    taken = -1
    for index, (one, other) in enumerate(pairwise(matches)):
        line = _line(one, other, around, gazetteer) if index > taken else None
        if line:
            found[index], found[taken := index + 1] = (_placed(match, *line) for match in (one, other))
    for index, match in enumerate(found):
        side = _one_sided(index, matches, around, gazetteer) if match is matches[index] else None
        found[index] = _placed(match, *side) if side else match
    return found


Line = tuple[Place, int, str]
"""A place, its code of precision, and why it was taken."""


def _line(one: PlaceMatch, other: PlaceMatch, around: Surroundings, gazetteer: Gazetteer) -> Line | None:
    """The line that two neighbouring names are the ends or the sides of."""
    left, right = around.of(one), around.of(other)
    if not 0 <= right.start - left.stop <= _GAP or around.is_parted(right.start):
        return None
    gap = around.around(left.stop, right.start)
    if not _are_beside(left, right, gap, around):
        return None
    behind = around.behind(right.stop) if _is_told_behind(other, left, right, around) else []
    before = around.before(left.start)
    kinds = _kinds((*before, *gap, *behind))
    if "border" in kinds and _are_states(one.place, other.place):
        return border(one.place, other.place, gazetteer)
    is_road = bool(kinds & {"road", "border"})
    is_named_so = "road" in _kinds(before[:1]) and left.stop == right.start
    if "between" not in kinds and not (is_road and (is_named_so or _are_joined(left, right, gap, around))):
        return None
    return _between(one.place, other.place, is_road=is_road)


def _one_sided(index: int, matches: Sequence[PlaceMatch], around: Surroundings, gazetteer: Gazetteer) -> Line | None:
    """The border of a state that alone is named beside the word, with a neighbour that the text names."""
    match, words = matches[index], around.of(matches[index])
    if match.place.kind != "country":
        return None
    marks = (
        around.beside(words)
        if match.role == "occurred_at"
        else (*around.before(words.start), *around.behind(words.stop))
    )
    if "border" not in _kinds(marks):
        return None
    codes = _named_beside(index, matches, around)
    neighbours = (code for code in codes if stretches.border(match.place.country or "", code))
    other = next((place for code in neighbours if (place := gazetteer.place(f"iso:{code}"))), None)
    return border(match.place, other, gazetteer) if other else None


def _named_beside(index: int, matches: Sequence[PlaceMatch], around: Surroundings) -> list[str]:
    """Countries of the places beside another: the nearest of its sentence first, then the text's commonest."""
    nearest = sorted(range(len(matches)), key=lambda other: abs(other - index))
    here = [other for other in nearest if not _is_sentence_apart(matches[index], matches[other], around)]
    most = Counter(code for other in nearest if (code := matches[other].place.country)).most_common()
    codes = [*(matches[other].place.country for other in here), *(code for code, _ in most)]
    return [code for code in dict.fromkeys(codes) if code]


def _is_sentence_apart(one: PlaceMatch, other: PlaceMatch, around: Surroundings) -> bool:
    """Whether a sentence ends between two names."""
    first, second = sorted((one.span, other.span))
    return _FULL_STOP.search(around.text, first.end, second.start) is not None


def _kinds(marks: Sequence[Mark]) -> frozenset[str]:
    return frozenset().union(*(mark.kinds for mark in marks)) if marks else _NOTHING


def _are_beside(left: range, right: range, gap: Sequence[Mark], around: Surroundings) -> bool:
    """Whether every word between two names, if any, joins or links them."""
    spoken = {at for mark in gap if mark.kinds & {"pair", "border", "road", LINK} for at in range(mark.first, mark.end)}
    words = ((at, around.tokens[at]) for at in range(left.stop, right.start))
    return all(at in spoken or _joins(token, around) or around.marks.links(token.text) for at, token in words)


def _are_joined(left: range, right: range, gap: Sequence[Mark], around: Surroundings) -> bool:
    """Whether a word between two names, a dash, a clitic or the case of "from" makes a pair of them."""
    before, behind = around.tokens[left.stop - 1], around.tokens[right.start]
    return (
        any(_joins(around.tokens[at], around) for at in range(left.stop, right.start))
        or "pair" in _kinds(gap)
        or _DASH.search(around.gap(left, right)) is not None
        or (not gap and around.words.says_where(fold_word(before.text)))
        or fold_word(behind.text[0]) in around.words.joining
    )


def _is_told_behind(other: PlaceMatch, left: range, right: range, around: Surroundings) -> bool:
    """Whether what stands behind two names may be of both: "the X–Y road", but not "X and Y border Z"."""
    has_no_clitic = around.tokens[right.start].start == other.span.start
    return "behind" in around.words.said or (left.stop == right.start and has_no_clitic)


def _joins(token: Token, around: Surroundings) -> bool:
    return fold_word(token.text) in around.words.joining


def _are_states(one: Place, other: Place) -> bool:
    return one.kind == other.kind == "country" and one.id != other.id


def border(one: Place, other: Place, gazetteer: Gazetteer) -> Line | None:
    """The border of two states with its code and a reason: as the region's list has it, else as their outlines show.

    None of states that are no neighbours.
    """
    for left, right in ((one, other), (other, one)):
        if listed := gazetteer.lookup(fold(f"{left.name}-{right.name} border")):
            return listed[0], ESTIMATED, _BORDER
    codes = sorted((one.country or "", other.country or ""))
    at = stretches.border(*codes)
    return (_joined(f"border:{'-'.join(codes)}", one, other, at), ESTIMATED, _BORDER) if at else None


def _between(one: Place, other: Place, *, is_road: bool) -> Line | None:
    """The line between two places; capitals without a road have to do with each other, no more."""
    if one.kind not in POINTS or other.kind not in POINTS:
        return None
    far = kilometres(one, other)
    if not 1 <= far <= _FARTHEST_KM or ({one.id, other.id} <= capitals() and not is_road):
        return None
    number = "~".join(sorted((one.id, other.id)))
    at = Stretch(*halfway(one, other), round(far / 2 + 1, 1))
    return _joined(f"line:{number}", one, other, at), NEAR if far <= NEAR_KM else ESTIMATED, _LINE


def _joined(number: str, one: Place, other: Place, at: Stretch) -> Place:
    """A line named by its two ends."""
    languages = sorted(one.names.keys() & other.names.keys())
    return Place(
        id=number,
        name=f"{one.name} – {other.name}",
        names={code: (f"{one.names[code][0]} – {other.names[code][0]}",) for code in languages},
        kind="line",
        country=one.country if one.country == other.country else None,
        admin1=one.admin1 if one.admin1 == other.admin1 else None,
        lat=round(at.lat, 5),
        lon=round(at.lon, 5),
        radius_km=at.radius_km,
    )


def _placed(match: PlaceMatch, place: Place, code: int, reason: str) -> PlaceMatch:
    return replace(match, place=place, where_prec=code, reason=reason, role="occurred_at")


def _alone(match: PlaceMatch, around: Surroundings) -> PlaceMatch:
    """What is said of one name: a distance and a direction, a part, the air above it, the sea before it."""
    marks = around.beside(around.of(match))
    kinds = _kinds(marks)
    if "airspace" in kinds:
        return _placed(match, match.place, INTERNATIONAL, _AIR)
    if match.role == "concerns":
        return match
    if match.place.kind in POINTS:
        own = around.own(around.of(match))
        return _at_distance(match, own, around) or _beside(match, _kinds(own), around)
    if match.place.kind != "country":
        return match
    return _placed(match, match.place, INTERNATIONAL, _SEA) if "coast" in kinds else _part(match, marks)


def _beside(match: PlaceMatch, kinds: frozenset[str], around: Surroundings) -> PlaceMatch:
    """A town's outskirts, its coast, or what lies to one side of it."""
    token = around.tokens[around.of(match).stop - 1]
    by_case = match.place.id not in capitals() and fold_word(token.text).endswith(around.words.near_cases or (" ",))
    if not (by_case or kinds & {"coast", "near", *_BEARINGS, *_KILOMETRES}):
        return match
    return replace(match, where_prec=max(NEAR, match.where_prec))


def _part(match: PlaceMatch, marks: Sequence[Mark]) -> PlaceMatch:
    """A country as the part of it that a word of direction beside it means; a distance from it is none."""
    nearest = next((mark.kinds for mark in marks if LINK not in mark.kinds), frozenset())
    side = next((kind for kind in (*_BEARINGS, "c") if kind in nearest), None)
    at = stretches.part(match.place.country or "", side) if side and not _kinds(marks) & _KILOMETRES.keys() else None
    if at is None:
        return match
    place = replace(match.place, id=f"part:{match.place.country}.{side}", kind="region", **at._asdict())
    return _placed(match, place, ESTIMATED, PART)


def _at_distance(match: PlaceMatch, marks: Sequence[Mark], around: Surroundings) -> PlaceMatch | None:
    """A point so far from a place into a direction, or a ring of that radius around it."""
    unit = next((mark for mark in marks if mark.kinds & _KILOMETRES.keys()), None)
    far = _amount(unit, around) if unit else 0.0
    side = next((kind for kind in _BEARINGS if kind in _kinds(marks)), None)
    return _shifted(match, far, side) if far >= 1 else None


def _amount(unit: Mark, around: Surroundings) -> float:
    """Kilometres that the number before a unit says; 0 without one."""
    start = around.tokens[unit.first].start
    number = _NUMBER.search(around.text, max(0, start - _LONGEST_NUMBER), start)
    per = next(_KILOMETRES[kind] for kind in unit.kinds if kind in _KILOMETRES)
    return float(number[0].replace(",", ".")) * per if number else 0.0


def _shifted(match: PlaceMatch, far: float, side: str | None) -> PlaceMatch:
    place, code = match.place, NEAR if far <= NEAR_KM else ESTIMATED
    if side is None or far > _MOST_SHIFT_KM:
        ring = replace(place, radius_km=max(far, place.radius_km))
        return _placed(match, ring, max(code, match.where_prec), _FAR)
    lat, lon = shifted(place.lat, place.lon, far, _BEARINGS[side])
    radius = round(max(1.0, _DOUBT * far + place.radius_km), 1)
    number = f"off:{place.id}:{far:g}{side}"
    point = replace(place, id=number, kind="feature", population=0, lat=lat, lon=lon, radius_km=radius)
    return _placed(match, point, code, _FAR)
