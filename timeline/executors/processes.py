"""A small supervised pool: each process works off a batch and may be killed without harm to the others.

The standard pools don't bear a dying or hanging worker: ``multiprocessing.Pool`` waits for ever, and
``ProcessPoolExecutor`` loses the run. Here the item at hand when a process died or ran out of time is the failure, the
rest of its batch goes back to the queue, and a new process takes the place.
"""

from __future__ import annotations

import multiprocessing
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from timeline.executors import Failure, Item, Result, attempt, collect_seldom

_BATCH = 16
_LOOK_AGAIN = 1.0
_START_LIMIT = 120.0


@dataclass
class _Worker:
    """A process, its end of the pipe, the numbers of the items it still owes, in order, and since when it is at it."""

    process: BaseProcess
    pipe: Connection
    owed: deque[int] = field(default_factory=deque)
    since: float = field(default_factory=time.monotonic)
    ready: bool = False


def run(
    work: Callable[[Item], Result], items: Sequence[Item], *, workers: int, time_limit: float
) -> Iterator[Result | Failure]:
    """Outcomes in the order of ``items``; an item that takes longer than ``time_limit`` seconds fails."""
    pool = _Pool(work, items, time_limit)
    try:
        pool.start(workers)
        yield from _in_order(pool.outcomes(), len(items))
    finally:
        pool.stop()


def _in_order(outcomes: Iterable[tuple[int, Any]], count: int) -> Iterator[Any]:
    early: dict[int, Any] = {}
    following = 0
    for number, outcome in outcomes:
        early[number] = outcome
        while following in early:
            yield early.pop(following)
            following += 1
    if following != count:
        raise RuntimeError(f"{count - following} of {count} items came to no end")


class _Pool:
    """Workers, and the queue of item numbers that no worker has yet."""

    def __init__(self, work: Callable[[Any], Any], items: Sequence[Any], time_limit: float) -> None:
        self._work, self._items, self._time_limit = work, items, time_limit
        self._queue = deque(range(len(items)))
        self._missing = len(items)
        self._workers: list[_Worker] = []

    def start(self, count: int) -> None:
        """Start processes; each is given a batch as soon as it is ready."""
        for _ in range(count):
            self._workers.append(self._begin())

    def outcomes(self) -> Iterator[tuple[int, Any]]:
        """Outcomes with their items' numbers, as they come, until all are there."""
        while self._missing:
            wait([worker.pipe for worker in self._workers], min(_LOOK_AGAIN, self._time_limit))
            for place in range(len(self._workers)):
                for found in self._look_after(place):
                    self._missing -= 1
                    yield found

    def stop(self) -> None:
        """End all processes, idle or not."""
        for worker in self._workers:
            _end(worker)

    def _look_after(self, place: int) -> Iterator[tuple[int, Any]]:
        worker = self._workers[place]
        try:
            while worker.pipe.poll():
                yield from self._received(worker)
        except (EOFError, OSError):
            yield from self._replaced(place, "the process at work on it died")
        else:
            if time.monotonic() - worker.since > self._limit(worker):
                yield from self._replaced(place, f"took longer than {self._time_limit:g} seconds")

    def _received(self, worker: _Worker) -> Iterator[tuple[int, Any]]:
        outcome = worker.pipe.recv()
        worker.since = time.monotonic()
        if worker.ready:
            yield worker.owed.popleft(), outcome
        worker.ready = True
        if not worker.owed:
            self._hand_out(worker)

    def _replaced(self, place: int, what: str) -> Iterator[tuple[int, Failure]]:
        """Give up the item at hand, put the others back, start a new process."""
        worker = self._workers[place]
        _end(worker)
        if not worker.ready:
            raise RuntimeError(f"a process doesn't start (exit code {worker.process.exitcode})")
        self._queue.extendleft(reversed(list(worker.owed)[1:]))
        self._workers[place] = self._begin()
        if worker.owed:
            yield worker.owed[0], Failure(what=what)

    def _begin(self) -> _Worker:
        context = multiprocessing.get_context(
            "spawn"
        )  # a fork copies the locks of running threads, as the progress bar's
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self._work), daemon=True)
        process.start()
        theirs.close()  # the process has the only other end now, so its death is the end of the pipe
        return _Worker(process, ours)

    def _hand_out(self, worker: _Worker) -> None:
        batch = [self._queue.popleft() for _ in range(min(self._share(), len(self._queue)))]
        worker.owed.extend(batch)
        if batch:
            worker.pipe.send([self._items[number] for number in batch])

    def _share(self) -> int:
        """Items in a batch: fewer towards the end, so that no process waits for another."""
        return max(1, min(_BATCH, len(self._queue) // (2 * len(self._workers))))

    def _limit(self, worker: _Worker) -> float:
        if not worker.ready:
            return _START_LIMIT
        return self._time_limit if worker.owed else float("inf")


def _serve(pipe: Connection, work: Callable[[Any], Any]) -> None:
    """What a process does: say that it is there, then answer each batch item by item until the pipe closes."""
    collect_seldom()
    with suppress(EOFError, KeyboardInterrupt):
        pipe.send(None)
        while True:
            for item in pipe.recv():
                pipe.send(attempt(work, item))


def _end(worker: _Worker) -> None:
    worker.pipe.close()
    if worker.process.is_alive():
        worker.process.kill()
    worker.process.join()
