"""One item after the other, in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from timeline.executors import Failure, Item, Result, attempt


def run(work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result | Failure]:
    """Outcomes in order, each made when asked for."""
    return (attempt(work, item) for item in items)
