"""How alike two tellings are by where they happen: one place, one within the other, or two names of one stretch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from geodata.distance import kilometres
from geodata.model import PlaceMatch
from timeline.merge import kinds
from timeline.merge.distance import DISTRICT_KM, across_border, facing, lies_in, reach, same_place
from timeline.merge.likeness import NOTHING, Likeness
from timeline.merge.tellings import Telling

NEIGHBOURS_KM = 60.0
"""Places of one known happening that lie so near are the two sides of it."""
FELT_KM = 100.0
"""How far apart places may lie at which one earthquake is told to be felt."""
DISTRICT = 3
"""``where_prec`` up to which a place is a district or finer."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two tellings with their places, how far these lie apart and how far each reaches."""

    one: Telling
    other: Telling
    first: PlaceMatch
    second: PlaceMatch
    far: float
    reaches: tuple[float, float]

    @property
    def fine(self) -> bool:
        """Whether neither place is wider than a district."""
        return max(self.first.where_prec, self.second.where_prec) <= DISTRICT


def place_likeness(one: Telling, other: Telling) -> Likeness:
    """Places by identity, containment, distance and the chronology; a statement needs none if its speaker is known."""
    first, second = one.first.where, other.first.where
    if first is None or second is None:
        needs_none = one.is_statement or translated(one, other) or _same_deed(one, other)
        return Likeness(0.9, "no place told") if first is second and needs_none else Likeness(NOTHING)
    if same_place(first, second):
        return Likeness(1.0, f"same place {first.place.name}")
    pair = _Pair(one, other, first, second, kilometres(first.place, second.place), (reach(first), reach(second)))
    value, why = next(((value, why) for holds, value, why in RULES if holds(pair)), (NOTHING, ""))
    told = why.format(known=one.happening, far=pair.far)
    return Likeness(value, f"{first.place.name} and {second.place.name}, {told}" if told else "")


def translated(one: Telling, other: Telling) -> bool:
    """Whether one source tells both, each in an article of its own."""
    return bool(one.origins & other.origins) and not one.articles & other.articles


def announced_together(one: Telling, other: Telling) -> bool:
    """Whether one word tells both, of what parties make known each in its own capital."""
    return one.word == other.word and kinds.is_announced(one.first.type)


def both_wide(one: Telling, other: Telling) -> bool:
    """Whether both are of kinds that are felt far around."""
    return kinds.is_wide(*one.kind) and kinds.is_wide(*other.kind)


def _same_deed(one: Telling, other: Telling) -> bool:
    """Whether the same parties do what they hardly do twice within days."""
    return bool(one.parties & other.parties) and kinds.is_singular(*one.kind) and kinds.is_singular(*other.kind)


def _one_word(pair: _Pair) -> bool:
    return announced_together(pair.one, pair.other)


def _nested(pair: _Pair) -> bool:
    """One within the other, and neither so wide that it holds too much."""
    nested = lies_in(pair.first, pair.second) or lies_in(pair.second, pair.first)
    return nested and (pair.fine or max(pair.reaches) <= 2 * DISTRICT_KM)


def _known(pair: _Pair) -> bool:
    known = pair.one.happening is not None and pair.one.happening == pair.other.happening
    return known and (pair.far <= NEIGHBOURS_KM or kinds.is_announced(pair.one.first.type))


def _felt(pair: _Pair) -> bool:
    return pair.far <= FELT_KM and both_wide(pair.one, pair.other)


def _two_sides(pair: _Pair) -> bool:
    """Each side names what lies on its own side: where they face each other, or of what both do together."""
    both_do = kinds.is_mutual(pair.one.first.type) and kinds.is_mutual(pair.other.first.type)
    at_border = across_border(pair.first, pair.second) and pair.far <= sum(pair.reaches)
    near = pair.fine or max(pair.reaches) <= DISTRICT_KM
    return facing(pair.first, pair.second) or (both_do and at_border and near)


def _next_to(pair: _Pair) -> bool:
    return pair.far <= sum(pair.reaches) <= DISTRICT_KM


RULES: tuple[tuple[Callable[[_Pair], bool], float, str], ...] = (
    (_one_word, 0.9, "both told by one word"),
    (_nested, 0.8, "one within the other"),
    (_felt, 0.8, "{far:.0f} km apart, where one such thing was felt"),
    (_known, 0.75, "both fitting {known} in the chronology"),
    (_two_sides, 0.75, "two sides of one border {far:.0f} km apart"),
    (_next_to, 0.7, "{far:.0f} km apart"),
)
"""What makes two places one happening's, the likeliest first: a rule, the likeness it gives, and why in words."""
