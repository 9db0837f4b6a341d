"""Measures of extracted events against a careful reader's gold, article by article.

A told event and a gold event fit when the date does (equal starts, or days in common told as finely as the gold allows;
a date finer than the text says is a miss) and the place does (within the tolerance of the gold's place or of one of its
other places; a minor gold event without a place takes any). Pairs are one to one: the best fits first, then along
augmenting paths, so that no essential event is lost to an unlucky pick. What the reader itself marks as planned, denied
or threatened is no claim of fact: it counts neither way. A gold row that is a trap, told as a fact, is a false alarm.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from geodata.distance import great_circle
from tests.bench.matching import share

GRAINS = ("day", "month", "year", "decade")
_LONGEST = {"day": 10, "month": 62, "year": 400}
"""Days up to which a range counts as of that grain."""
PLAIN = frozenset({"happened", "ongoing", "disputed"})
_BREADTH = {"point": 0, "district": 1, "region": 2, "country": 3}
_BREADTH_OF_PREC = {1: 0, 2: 0, 3: 1, 4: 2, 5: 2, 6: 3, 7: 3}
_TOLERANCE = {"point": 30, "district": 60, "region": 150, "country": 500}
_OWN_VOICE = frozenset({"", "publisher"})

Row = Mapping[str, Any]
Pairs = dict[int, int]
"""Number of a gold event → number of the told event that it is paired with."""


@dataclass(frozen=True, slots=True)
class Fits:
    """How well each told event fits each gold event: (gold, told) → the higher the better."""

    gold: Sequence[Row]
    told: Sequence[Row]
    value: Mapping[tuple[int, int], float]

    def of_told(self, number: int) -> list[tuple[float, int]]:
        """Fits of one told event, best first."""
        found = [(value, -gold) for (gold, told), value in self.value.items() if told == number]
        return [(value, -gold) for value, gold in sorted(found, reverse=True)]


@dataclass
class Score:
    """Counts over articles; the figures, in per cent, are read from them."""

    articles: int = 0
    essential: int = 0
    essential_found: int = 0
    told: int = 0
    right: int = 0
    pairs: int = 0
    typed: int = 0
    claimed: int = 0
    claimant_named: int = 0
    placed: int = 0
    too_fine: int = 0
    traps: int = 0
    judged: list[tuple[float, bool, bool]] = field(default_factory=list)
    """Of each told event its own score, whether it is right, and whether it is essential."""
    faults: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Share of the essential events that are told with the right date and place."""
        return share(self.essential_found, self.essential)

    @property
    def precision(self) -> float:
        """Share of what is told that is in the gold, each gold event counted once."""
        return share(self.right, self.told)

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        return 2 * self.recall * self.precision / ((self.recall + self.precision) or 1)

    @property
    def type_right(self) -> float:
        """Share of the pairs with the gold's type."""
        return share(self.typed, self.pairs)

    @property
    def claimant(self) -> float:
        """Share of the pairs with a claimant in the gold that name one."""
        return share(self.claimant_named, self.claimed)

    @property
    def finer(self) -> float:
        """Share of the placed pairs that claim a finer place than the gold has."""
        return share(self.too_fine, self.placed)

    def take(self, gold: Sequence[Row], told: Sequence[Row]) -> None:
        """Count an article."""
        fits = fit(gold, told)
        trapped = {
            number: found[0][1]
            for number in range(len(told))
            if (found := fits.of_told(number)) and _is_trap(gold[found[0][1]])
        }
        matched = match(fits, without=trapped.keys())
        for one in [one for one, other in matched.items() if _is_told_worse(gold[one], told[other])]:
            trapped[matched.pop(one)] = one
        facts = [number for number, row in enumerate(told) if _is_fact(row)]
        right = {number for number in matched.values() if number in facts}
        self.articles += 1
        self.essential += sum(bool(row["essential"]) for row in gold)
        self.essential_found += sum(bool(gold[one]["essential"]) for one in matched)
        self.told, self.right = self.told + len(facts), self.right + len(right)
        self.traps += sum(number in facts for number in trapped)
        owner = {other: one for one, other in matched.items()}
        self.judged += [(told[n]["score"], n in right, n in owner and bool(gold[owner[n]]["essential"])) for n in facts]
        for one, other in matched.items():
            self._take_pair(gold[one], told[other])
        self.faults += _faults(gold, told, matched, set(facts) - right, trapped)

    def _take_pair(self, gold: Row, told: Row) -> None:
        self.pairs += 1
        self.typed += told["type"] == gold["plover"]
        if gold.get("claimed_by"):
            self.claimed += 1
            self.claimant_named += told["claimed_by"] not in _OWN_VOICE
        if told["where_prec"] is not None and points(gold):
            self.placed += 1
            self.too_fine += is_too_fine(gold, told["where_prec"])

    def add(self, other: Score) -> None:
        """Count what another score has counted."""
        for name in self.__dataclass_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


def fit(gold: Sequence[Row], told: Sequence[Row]) -> Fits:
    """Which told events fit which gold events, and how well."""
    found = {}
    for one, row in enumerate(gold):
        for other, candidate in enumerate(told):
            kept_apart = not _is_trap(row) and _is_plain(row) != _is_fact(candidate)
            nearness = None if kept_apart or not date_fits(row, candidate) else place_fit(row, candidate)
            if nearness is not None:
                found[one, other] = _quality(row, candidate, nearness)
    return Fits(gold, told, found)


def date_fits(gold: Row, told: Row) -> bool:
    """Whether the told date is right: no finer than the gold, and the same day or of the same grain and overlapping."""
    if told["start"] is None:
        return False
    start, end = days(gold)
    told_start, told_end = days(told)
    allowed = {gold["date_precision"], *gold.get("date_precisions_ok", ())}
    if not gold.get("open_end"):
        allowed.add(grain(start, end))
    told_as = told.get("precision") or grain(told_start, told_end)
    if GRAINS.index(told_as) < min(map(GRAINS.index, allowed)):
        return False
    overlaps = told_start <= end and told_end >= start
    return told_start == start or (overlaps and told_as in allowed)


def days(row: Row) -> tuple[date, date]:
    """First and last day of a row."""
    start = date.fromisoformat(row["start"])
    return start, max(start, date.fromisoformat(row["end"] or row["start"]))


def grain(start: date, end: date) -> str:
    """How finely a range tells a time."""
    length = (end - start).days + 1
    return next((name for name, most in _LONGEST.items() if length <= most), "decade")


def points(gold: Row) -> list[tuple[float, float, float]]:
    """Positions that are right, each with its tolerance in km; none for an event without a place."""
    if gold.get("lat") is None:
        return []
    rows = [gold, *gold.get("alt_places", ())]
    return [(row["lat"], row["lon"], row.get("tolerance_km") or _tolerance(row)) for row in rows]


def is_too_fine(gold: Row, where_prec: int) -> bool:
    """Whether a place is told more finely, by UCDP's code of precision, than the gold has it."""
    return _BREADTH_OF_PREC[where_prec] < _BREADTH.get(gold["place_precision"], 0)


def _tolerance(row: Row) -> float:
    return max(30, _TOLERANCE.get(row.get("place_precision") or "point", 30))


def place_fit(gold: Row, told: Row) -> float | None:
    """1 at the very place, 0 at the edge of what is right, None beyond it."""
    right = points(gold)
    if not right:
        return 0.0
    if told["lat"] is None:
        return None if gold["essential"] else 0.0
    found = (
        (1 - far / tolerance) - 0.25 * (number > 0)
        for number, (lat, lon, tolerance) in enumerate(right)
        if (far := great_circle(lat, lon, told["lat"], told["lon"])) <= tolerance
    )
    return max(found, default=None)


def _quality(gold: Row, told: Row, nearness: float) -> float:
    """What makes one of several fitting pairs the one that is meant."""
    same = told["start"] == gold["start"], told["end"] == gold["end"], told["type"] == gold["plover"]
    value = 3.0 * same[0] + 2.0 * same[1] + 1.0 * same[2] + 2.0 * nearness + 0.5 * bool(gold["essential"])
    return value + 0.25 * bool(points(gold)) + 3.0 * _quotes(gold, told)


def _quotes(gold: Row, told: Row) -> bool:
    """Whether the told event quotes the words that the gold points at."""
    hint, quote = (" ".join((row or "").split()).casefold() for row in (gold.get("hint"), told.get("quote")))
    return bool(hint and quote and (hint in quote or quote in hint))


def match(fits: Fits, *, without: Iterator[int] | Sequence[int] | Any) -> Pairs:
    """One to one: the best fits first, then along augmenting paths, for essential gold events first."""
    out = frozenset(without)
    live = {pair: v for pair, v in fits.value.items() if pair[1] not in out and not _is_trap(fits.gold[pair[0]])}
    ordered = sorted(live, key=lambda pair: (-live[pair], pair))
    near: dict[int, list[int]] = {}
    pairs: Pairs = {}
    for one, other in ordered:
        near.setdefault(one, []).append(other)
        if one not in pairs and other not in pairs.values():
            pairs[one] = other
    essential = [one for one in near if fits.gold[one]["essential"]]
    for one in (*essential, *near):
        if one not in pairs:
            _augment(one, near, pairs, set())
    for one in essential:
        if one not in pairs:
            _take_from_minor(one, near[one], pairs, fits)
    return pairs


def _augment(one: int, near: Mapping[int, Sequence[int]], pairs: Pairs, seen: set[int]) -> bool:
    """Find a told event for a gold event, moving others to their next choice where that frees one."""
    for other in near.get(one, ()):
        if other in seen:
            continue
        seen.add(other)
        owner = next((gold for gold, told in pairs.items() if told == other), None)
        if owner is None or _augment(owner, near, pairs, seen):
            pairs[one] = other
            return True
    return False


def _take_from_minor(one: int, near: Sequence[int], pairs: Pairs, fits: Fits) -> None:
    """Give an essential event what a minor one holds, unless that is quoted for the minor one alone."""
    for other in near:
        owner = next(gold for gold, told in pairs.items() if told == other)
        minor = not fits.gold[owner]["essential"]
        told = fits.told[other]
        if minor and (_quotes(fits.gold[one], told) or not _quotes(fits.gold[owner], told)):
            del pairs[owner]
            pairs[one] = other
            return


def _is_trap(gold: Row) -> bool:
    return bool(gold.get("trap"))


def _is_told_worse(gold: Row, told: Row) -> bool:
    """Whether a gold event is told as a fact of a type that makes it a false alarm (a threat as an attack)."""
    return told["type"] in (gold.get("trap_if_type") or ()) and _is_fact(told)


def _is_plain(gold: Row) -> bool:
    return (gold.get("status") or "happened") in PLAIN


def _is_fact(told: Row) -> bool:
    return told["status"] in PLAIN


def _faults(
    gold: Sequence[Row], told: Sequence[Row], matched: Pairs, wrong: set[int], trapped: Mapping[int, int]
) -> Iterator[str]:
    """What went wrong in an article, in words."""
    for one, row in enumerate(gold):
        if row["essential"] and one not in matched:
            yield f"MISS {row['id']} {row['start']}..{row['end']} {row['place']} [{row['plover']}] «{row['hint']}»"
    for other in sorted(wrong):
        row = told[other]
        head = f"TRAP {gold[trapped[other]]['id']}" if other in trapped else f"FALSE {row['article']}"
        yield f"{head} {row['start']}..{row['end']} {row['place']} [{row['type']}] «{row['quote'][:90]}»"
