"""How likely two tellings are of one happening, and why.

Each view (kind, time, place, parties, figures) is a function of two tellings that gives a likeness from 0 to 1 with its
reason in words; :func:`compare` multiplies them. What no likeness overrules stands in :mod:`timeline.merge.forbid`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from geodata.distance import kilometres
from geodata.model import PlaceMatch
from timeline.merge import kinds
from timeline.merge.distance import DISTRICT_KM, across_border, facing, lies_in, reach, same_place
from timeline.merge.origins import COUNTRY
from timeline.merge.tellings import Telling
from timeline.model.timex import TimeInterval

LINKED = 0.5
"""Likeness from which on two tellings are of one happening, if nothing forbids it."""
REPORTED_BEFORE = timedelta(days=3)
"""A happening known only by the day of its report lies at most so long before it."""
MIDNIGHT = timedelta(days=1)
"""What sources of several time zones may differ by."""
NEIGHBOURS_KM = 60.0
"""Places of one known happening that lie so near are the two sides of it."""
FELT_KM = 100.0
"""How far apart places may lie at which one earthquake is told to be felt."""
DISTRICT = 3
"""``where_prec`` up to which a place is a district or finer."""
COMPARABLE = 0.5
"""Share of days in common from which on two ranges of days may be one happening."""
SAME_TOLL = 0.7
"""Likeness of modes of one type that are not alike, where the toll is the same."""
NOTHING = 0.0


@dataclass(frozen=True, slots=True)
class Likeness:
    """A likeness from 0 to 1 (a little above where it speaks strongly) and its reason, empty where it has none."""

    value: float
    why: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How likely two tellings are of one happening, and the reasons for it."""

    score: float
    reasons: tuple[str, ...]


def compare(one: Telling, other: Telling) -> Comparison | None:
    """Compare two tellings of the same grain; None where they are clearly not of one happening."""
    score, reasons = 1.0, []
    for view in VIEWS:
        found = view(one, other)
        score *= found.value
        if not score:
            return None
        reasons.append(found.why)
    return Comparison(min(1.0, score), tuple(reason for reason in reasons if reason))


def kind_likeness(one: Telling, other: Telling) -> Likeness:
    """Types and modes as which one happening may be told; the same toll makes up for modes that differ."""
    value = kinds.likeness(one.kind, other.kind) or SAME_TOLL * same_toll(one, other)
    told = sorted({kinds.code(*one.kind), kinds.code(*other.kind)})
    return Likeness(value, f"told as {' and '.join(told)}" if value and len(told) > 1 else "")


def same_toll(one: Telling, other: Telling) -> bool:
    """Whether both are of one type and tell the same number of victims, and more than one: that is hardly chance."""
    shared = one.figures & other.figures
    return one.first.type == other.first.type and any((low or 0) > 1 for _, low, _ in shared)


def time_likeness(one: Telling, other: Telling) -> Likeness:
    """Times of the same grain: equal, sharing most of their days, or apart by what reports and time zones explain."""
    first, second = one.first.when, other.first.when
    if first is None or second is None or first.precision != second.precision:
        return Likeness(NOTHING)
    if (first.start, first.end) == (second.start, second.end):
        return Likeness(1.0, f"same time {first.edtf()}")
    if first.start == second.start and first.open_end != second.open_end:
        return Likeness(0.9, f"both begin {first.start}")
    shared = overlap(first, second)
    if first.precision == "day" and shared >= COMPARABLE:
        return Likeness(0.6 + 0.4 * shared, f"days {first.edtf()} and {second.edtf()} overlap")
    return Likeness(0.85, gap) if (gap := explained_gap(one, other)) else Likeness(NOTHING)


def overlap(first: TimeInterval, second: TimeInterval) -> float:
    """Days in common as a share of all days of both."""
    common = (min(first.end, second.end) - max(first.start, second.start)).days + 1
    whole = (max(first.end, second.end) - min(first.start, second.start)).days + 1
    return max(0, common) / whole


def explained_gap(one: Telling, other: Telling) -> str:
    """Why two tellings of different days may still be of one happening; empty where nothing explains it."""
    times = [when for when in (one.first.when, other.first.when) if when and when.precision == "day"]
    if len(times) < 2:  # noqa: PLR2004 - both
        return ""
    early, late = sorted(times, key=lambda when: (when.start, when.end))
    apart = late.start - early.end
    if (late.basis, early.basis != "reported") == ("reported", True) and timedelta() < apart <= REPORTED_BEFORE:
        return f"{early.edtf()}, reported {late.edtf()}"
    singular = kinds.is_singular(*one.kind) and kinds.is_singular(*other.kind)
    return f"{early.edtf()} and {late.edtf()}, midnight between them" if singular and apart == MIDNIGHT else ""


def place_likeness(one: Telling, other: Telling) -> Likeness:
    """Places by identity, containment, distance and the chronology; a statement needs none if its speaker is known."""
    first, second = one.first.where, other.first.where
    if first is None or second is None:
        needs_none = one.is_statement or _translated(one, other) or _same_deed(one, other)
        return Likeness(0.9, "no place told") if first is second and needs_none else Likeness(NOTHING)
    if same_place(first, second):
        return Likeness(1.0, f"same place {first.place.name}")
    return _near(one, other, first, second)


def _translated(one: Telling, other: Telling) -> bool:
    """Whether one source tells both, each in an article of its own."""
    return bool(one.origins & other.origins) and not one.articles & other.articles


def _same_deed(one: Telling, other: Telling) -> bool:
    """Whether the same parties do what they hardly do twice within days."""
    return bool(one.parties & other.parties) and kinds.is_singular(*one.kind) and kinds.is_singular(*other.kind)


def _near(one: Telling, other: Telling, first: PlaceMatch, second: PlaceMatch) -> Likeness:
    """Two places that aren't one: one within the other, both of a known happening, or next to each other."""
    named = f"{first.place.name} and {second.place.name}"
    if announced_together(one, other):
        return Likeness(0.9, f"{named}, both told by one word")
    reaches = reach(first), reach(second)
    far = kilometres(first.place, second.place)
    nested = lies_in(first, second) or lies_in(second, first)
    districts = max(first.where_prec, second.where_prec) <= DISTRICT
    if nested and (districts or max(reaches) <= 2 * DISTRICT_KM):
        return Likeness(0.8, f"{named}, one within the other")
    if one.happening and one.happening == other.happening and _fit_one(one, far):
        return Likeness(0.75, f"{named}, both fitting {one.happening} in the chronology")
    if far <= FELT_KM and both_wide(one, other):
        return Likeness(0.8, f"{named}, {far:.0f} km apart, where one such thing was felt")
    if facing(first, second) or _shared_border(one, other, first, second):
        return Likeness(0.75, f"{named}, two sides of one border {far:.0f} km apart")
    return Likeness(0.7, f"{named}, {far:.0f} km apart") if far <= sum(reaches) <= DISTRICT_KM else Likeness(NOTHING)


def announced_together(one: Telling, other: Telling) -> bool:
    """Whether one word tells both, of what parties make known each in its own capital."""
    return one.word == other.word and kinds.is_announced(one.first.type)


def both_wide(one: Telling, other: Telling) -> bool:
    """Whether both are of kinds that are felt far around."""
    return kinds.is_wide(*one.kind) and kinds.is_wide(*other.kind)


def _fit_one(telling: Telling, far: float) -> bool:
    return far <= NEIGHBOURS_KM or kinds.is_announced(telling.first.type)


def _shared_border(one: Telling, other: Telling, first: PlaceMatch, second: PlaceMatch) -> bool:
    """Whether what two sides do together is told from either side of the border on which they do it."""
    together = kinds.is_mutual(one.first.type) and kinds.is_mutual(other.first.type)
    reaches = reach(first), reach(second)
    fine = max(first.where_prec, second.where_prec) <= DISTRICT or max(reaches) <= DISTRICT_KM
    return together and fine and across_border(first, second) and kilometres(first.place, second.place) <= sum(reaches)


def party_likeness(one: Telling, other: Telling) -> Likeness:
    """Parties named: other ones tell little of shelling or of what happens once, part meetings and all statements."""
    if one.is_statement:
        return _voice_likeness(one, other)
    if one.parties & other.parties:
        return Likeness(1.0, "shared parties")
    if not one.parties - _hosts(one) or not other.parties - _hosts(other):
        return Likeness(0.95)
    if one.first.type == "ASSAULT":
        return Likeness(0.9)
    once = kinds.is_singular(*one.kind) and kinds.is_singular(*other.kind)
    return Likeness(0.75 if once else 0.45 if kinds.is_mutual(one.first.type) else 0.6)


def _hosts(telling: Telling) -> frozenset[str]:
    """The country in which it happens: that it is named as a party tells nothing of who else took part."""
    where = telling.first.where
    return frozenset({f"{COUNTRY}{where.place.country}"} if where else ())


def _voice_likeness(one: Telling, other: Telling) -> Likeness:
    if same_speakers(one, other):
        return Likeness(1.0, "same speaker")
    if _translated(one, other) and not (one.speakers and other.speakers):
        return Likeness(0.9, "told by one source in several articles")
    return Likeness(NOTHING)


def same_speakers(one: Telling, other: Telling) -> bool:
    """Whether the same body speaks; a country's name stands for any of its bodies."""
    if one.speakers & other.speakers:
        return True
    named_by_country = any(name.startswith(COUNTRY) for name in one.speakers ^ other.speakers)
    return named_by_country and bool(one.actors & other.actors)


def figure_likeness(one: Telling, other: Telling) -> Likeness:
    """Equal tolls speak for one happening; different ones don't speak against it, for parties count differently."""
    shared = sorted(one.figures & other.figures, key=str)
    return Likeness(1.2, f"same toll, {shared[0][1]} {shared[0][0]}") if shared else Likeness(1.0)


VIEWS = (kind_likeness, time_likeness, place_likeness, party_likeness, figure_likeness)
