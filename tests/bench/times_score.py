"""Measures of TempEval-3 (UzZaman and others 2013) for times found in documents.

An expression is found strictly if both ends are right, outer punctuation aside, and relaxedly if it overlaps; its value
is right if it overlaps and is the same string. Figures are F1 in per cent over all expressions of a corpus.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tests.bench.corpora.documents import Document, Time, trimmed

Reader = Callable[[Document], list[Time]]
ROUNDS = 3
"""Times that a corpus is read for the speed, of which the fastest counts: other work disturbs the rest."""
LONG = 20.0
"""Seconds of a reading after which there is no second one: who is that slow is little disturbed."""


@dataclass(frozen=True)
class Score:
    """F1 in per cent, and the speed in KB (1,024 bytes of UTF-8) a second of processor time."""

    strict: float
    relaxed: float
    value: float
    speed: float


def worked() -> float:
    """Seconds of processor time of this process and of those that it started."""
    children = os.times()
    return time.process_time() + children.children_user + children.children_system


def score(documents: Sequence[Document], read: Reader, *, clock: Callable[[], float] = worked) -> Score:
    read(documents[0])  # rules are compiled, tables loaded
    answers, seconds = timed(documents, read, clock)
    for _ in range(ROUNDS - 1 if seconds < LONG else 0):
        seconds = min(seconds, timed(documents, read, clock)[1])
    strict = relaxed = value = total = 0
    for document, answer in zip(documents, answers, strict=True):
        found = trimmed(document.text, answer)
        total += len(document.gold) + len(found)
        for one, other in pairs(document.gold, found):
            strict += same_ends(one, other)
            relaxed += 1
            value += one.value == other.value
    size = sum(len(document.text.encode()) for document in documents) / 1024
    return Score(*(200 * right / total if total else 0.0 for right in (strict, relaxed, value)), size / seconds)


def timed(documents: Sequence[Document], read: Reader, clock: Callable[[], float]) -> tuple[list[list[Time]], float]:
    begin = clock()
    return [read(document) for document in documents], clock() - begin


def pairs(gold: Sequence[Time], found: Sequence[Time]) -> Iterator[tuple[Time, Time]]:
    """One to one: exact matches first, then those that overlap most, then those that begin nearest."""
    both = [(one, other) for one in gold for other in found if one.overlap(other) > 0]
    both.sort(key=lambda pair: (not same_ends(*pair), -pair[0].overlap(pair[1]), abs(pair[0].start - pair[1].start)))
    taken: set[int] = set()
    for one, other in both:
        if taken.isdisjoint((id(one), id(other))):
            taken |= {id(one), id(other)}
            yield one, other


def same_ends(one: Time, other: Time) -> bool:
    return (one.start, one.end) == (other.start, other.end)
