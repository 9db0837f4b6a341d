"""Which tellings are worth comparing: those that share a block of kind, time and place. Cost is near linear.

A telling stands in few blocks, and a block holds few tellings, because mentions that say the same are one telling.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations, product
from math import floor

from geodata.model import PlaceMatch
from timeline.merge import kinds
from timeline.merge.similarity import REPORTED_BEFORE
from timeline.merge.tellings import Telling
from timeline.model.timex import MIDNIGHT, TimeInterval

DAYS_APART = 7
"""A range of up to so many days is looked up day by day, a longer one by month."""
LONG_RANGE = 4
"""From so many days on a range is looked up by month (too)."""
FINE = 3
"""``where_prec`` up to which a place is looked up by its position: district or finer."""
HALF_CELLS = (0.0, 0.5)


def pairs(tellings: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Pairs of tellings that share a block, each once, in order."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for number, telling in enumerate(tellings):
        for key in keys(telling):
            blocks[key].append(number)
    found = {pair for numbers in blocks.values() for pair in combinations(numbers, 2)}
    yield from ((tellings[one], tellings[other]) for one, other in sorted(found))


def keys(telling: Telling) -> frozenset[Hashable]:
    """The blocks in which a telling stands; none for the undated, which is compared within its article only.

    Its article is one, however finely each sentence of it tells the place.
    """
    first = telling.first
    if first.when is None:
        return frozenset()
    types = kinds.types_alike(first.type, first.mode)
    times = tuple(_time_keys(first.when, singular=kinds.is_singular(first.type, first.mode)))
    in_one_text = kinds.types_alike(first.type, first.mode, in_one_text=True)
    found = (*product(types, times, _place_keys(telling)), *product(in_one_text, times, telling.articles))
    return frozenset((first.kind, *key) for key in found)


def _time_keys(when: TimeInterval, *, singular: bool) -> Iterator[Hashable]:
    if when.precision != "day":
        yield when.precision, when.start, when.end
        return
    slack = REPORTED_BEFORE if when.basis == "reported" else MIDNIGHT if singular else timedelta()
    length = (when.end - when.start).days + 1
    if length <= DAYS_APART:
        yield from _days(when.start - slack, when.end)
    if length >= LONG_RANGE:
        yield from _months(when.start, when.end)
    if when.open_end:
        yield when.start


def _days(start: date, end: date) -> Iterator[date]:
    return (start + timedelta(days=number) for number in range((end - start).days + 1))


def _months(start: date, end: date) -> Iterator[tuple[int, int]]:
    numbers = range(start.year * 12 + start.month - 1, end.year * 12 + end.month)
    return (divmod(number, 12) for number in numbers)


def _place_keys(telling: Telling) -> tuple[Hashable, ...]:
    """Where to look: cells of the place, the known happening, the one word for what two capitals announce.

    What has no place is looked up by its speakers and sources.
    """
    where = telling.first.where
    if where is None:
        return (*sorted(telling.actors), *sorted(telling.origins))
    known = (telling.happening,) if telling.happening else ()
    word = (telling.word,) if kinds.is_announced(telling.first.type) else ()
    return (*cells(where), *known, *word)


def cells(where: PlaceMatch) -> tuple[Hashable, ...]:
    """Cells of one degree on four grids half a cell apart, so that near places always share one; wide ones by id."""
    if where.where_prec > FINE and where.place.kind != "line":
        return (where.place.id,)
    place = where.place
    return tuple((north, east, floor(place.lat + north), floor(place.lon + east)) for north, east in _grids())


def _grids() -> Iterable[tuple[float, float]]:
    return product(HALF_CELLS, HALF_CELLS)
