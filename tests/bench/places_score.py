"""Measures of geoparsing, as EUPEG and shared practice have them.

A name is found exactly if both ends are right, and overlapping if it shares a character; pairs are one to one, exact
ones first, then those that overlap most. Recognition counts all names; resolution counts those whose point the
annotators knew: right is within 161 km (100 miles). The area under the curve is that of the logarithm of the error over
the names found, from 0 (all right) to 1 (all on the other side of the globe). Figures are per cent but for that area.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from geodata.distance import great_circle
from tests.bench.corpora.named import Name, NamedText
from tests.bench.matching import pairs, same_ends, share

NEAR_KM, FARTHEST_KM = 161.0, 20_039.0


@dataclass
class Score:
    """Counts over a corpus; the figures are read from them."""

    gold: int = 0
    found: int = 0
    exact: int = 0
    overlapping: int = 0
    placed: int = 0
    """Gold names with a point, and below how far the found ones of these are off; infinity where they have no point."""
    errors: list[float] = field(default_factory=list)

    def take(self, gold: Sequence[Name], found: Sequence[Name]) -> None:
        """Count a text."""
        self.gold, self.found = self.gold + len(gold), self.found + len(found)
        self.placed += sum(name.lat is not None for name in gold)
        for one, other in pairs(gold, found):
            self.overlapping += 1
            self.exact += same_ends(one, other)
            if one.lat is not None:
                self.errors.append(kilometres(one, other))

    @property
    def precision(self) -> float:
        return share(self.overlapping, self.found)

    @property
    def recall(self) -> float:
        return share(self.overlapping, self.gold)

    @property
    def f1(self) -> float:
        return share(2 * self.overlapping, self.gold + self.found)

    @property
    def exact_f1(self) -> float:
        return share(2 * self.exact, self.gold + self.found)

    @property
    def right(self) -> float:
        """Names within 161 km, of all with a point."""
        return share(sum(error <= NEAR_KM for error in self.errors), self.placed)

    @property
    def right_of_found(self) -> float:
        """Names within 161 km, of those with a point that were found."""
        return share(sum(error <= NEAR_KM for error in self.errors), len(self.errors))

    @property
    def area(self) -> float:
        known = [min(error, FARTHEST_KM) for error in self.errors if math.isfinite(error)]
        return sum(map(math.log1p, known)) / (max(1, len(known)) * math.log1p(FARTHEST_KM))


def score(texts: Sequence[NamedText], answers: Sequence[Sequence[Name]]) -> Score:
    """Count what was found in texts."""
    counts = Score()
    for text, found in zip(texts, answers, strict=True):
        counts.take(text.gold, found)
    return counts


def kilometres(one: Name, other: Name) -> float:
    """How far two points are apart, infinitely where one is not known."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    return great_circle(one.lat, one.lon, other.lat, other.lon)
