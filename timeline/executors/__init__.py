"""Running one function over many items: here and now, or side by side in processes that may be killed.

Every executor is a function ``run(work, items, ...)`` that yields one :data:`Outcome` an item, in the items' order.
A fault with one item is its :class:`Failure`; the others go on.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

WORTH_PROCESSES = 64
"""Items from which the start of processes (about a second each) pays."""

_SELDOM = 50_000, 20, 100
"""Objects made, and searches of the younger, after which each generation is searched for cycles (else 700, 10, 10)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """What went wrong with one item, in words."""

    what: str


Outcome: TypeAlias = Result | Failure


def run(
    work: Callable[[Item], Result], items: Sequence[Item], *, workers: int, time_limit: float
) -> Iterator[Result | Failure]:
    """Outcomes in order; few items are worked off here, many by ``workers`` processes.

    Parameters
    ----------
    work : a function that pickles.
    items : its arguments, which pickle too.
    workers : processes at most.
    time_limit : seconds after which an item is given up, where processes are used.
    """
    if workers < 2 or len(items) < WORTH_PROCESSES:  # noqa: PLR2004  # one worker is no pool
        from timeline.executors import serial

        return serial.run(work, items)
    from timeline.executors import processes

    return processes.run(work, items, workers=min(workers, len(items)), time_limit=time_limit)


def collect_seldom() -> None:
    """Let this process look for cycles of garbage seldom, as it makes few: a process of our own calls it at its start.

    Packs, gazetteer and findings stay to the end; to look through them again and again takes a third of a build.
    """
    gc.set_threshold(*_SELDOM)


def attempt(work: Callable[[Item], Result], item: Item) -> Result | Failure:
    """What ``work`` gives, or what went wrong."""
    try:
        return work(item)
    except Exception as error:  # noqa: BLE001  # whatever fails on one item is reported with it and must not end the run
        return Failure(what=f"{type(error).__name__}: {error}")
