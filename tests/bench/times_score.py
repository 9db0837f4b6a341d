"""Measures of TempEval-3 (UzZaman and others 2013) for times found in documents.

An expression is found strictly if both ends are right, outer punctuation aside, and relaxedly if it overlaps; its value
is right if it overlaps and is the same string. Figures are F1 in per cent over all expressions of a corpus.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.bench.corpora.documents import Document, Time, trimmed
from tests.bench.matching import pairs, same_ends

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
        for one, other in pairs(document.gold, found, tie=begins_off):
            strict += same_ends(one, other)
            relaxed += 1
            value += one.value == other.value
    size = sum(len(document.text.encode()) for document in documents) / 1024
    return Score(*(200 * right / total if total else 0.0 for right in (strict, relaxed, value)), size / seconds)


def timed(documents: Sequence[Document], read: Reader, clock: Callable[[], float]) -> tuple[list[list[Time]], float]:
    begin = clock()
    return [read(document) for document in documents], clock() - begin


def begins_off(one: Time, other: Time) -> int:
    """How far two begin from each other: of two that overlap alike, the nearer is meant."""
    return abs(one.start - other.start)
