"""Pairs of what annotators and readers found in a text, as the scorers of times and places count them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar


def share(part: int, whole: int) -> float:
    """Per cent; 0 of nothing."""
    return 100 * part / whole if whole else 0.0


class Marked(Protocol):
    """Something at ``start``..``end`` of a text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Mark = TypeVar("Mark", bound=Marked)


def overlap(one: Marked, other: Marked) -> int:
    """Characters that two share; none or fewer where they don't meet."""
    return min(one.end, other.end) - max(one.start, other.start)


def same_ends(one: Marked, other: Marked) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def pairs(
    gold: Sequence[Mark], found: Sequence[Mark], *, tie: Callable[[Mark, Mark], float] = lambda _one, _other: 0
) -> Iterator[tuple[Mark, Mark]]:
    """One to one: exact matches first, then those that overlap most, then those of the least ``tie``."""
    both = [(one, other) for one in gold for other in found if overlap(one, other) > 0]
    both.sort(key=lambda pair: (not same_ends(*pair), -overlap(*pair), tie(*pair)))
    taken: set[int] = set()
    for one, other in both:
        if taken.isdisjoint((id(one), id(other))):
            taken |= {id(one), id(other)}
            yield one, other
