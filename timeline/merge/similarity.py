"""How likely two tellings are of one happening, and why.

Each view (kind, time, place, parties, figures) is a function of two tellings that gives a likeness from 0 to 1 with its
reason in words; :func:`compare` multiplies them. What no likeness overrules stands in :mod:`timeline.merge.forbid`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from timeline.merge import kinds
from timeline.merge.likeness import NOTHING, Likeness
from timeline.merge.nearness import place_likeness, translated
from timeline.merge.origins import COUNTRY
from timeline.merge.tellings import Telling
from timeline.model.timex import MIDNIGHT, TimeInterval

LINKED = 0.5
"""Likeness from which on two tellings are of one happening, if nothing forbids it."""
REPORTED_BEFORE = timedelta(days=3)
"""A happening known only by the day of its report lies at most so long before it."""
COMPARABLE = 0.5
"""Share of days in common from which on two ranges of days may be one happening."""
SAME_TOLL = 0.7
"""Likeness of modes of one type that are not alike, where the toll is the same."""


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
    value = one.likeness(other) or SAME_TOLL * same_toll(one, other)
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
    if translated(one, other) and not (one.speakers and other.speakers):
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
