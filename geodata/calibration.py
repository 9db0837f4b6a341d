"""What a score means: how often matches that had it were right in texts whose places are known.

``data/calibration.tsv`` holds a line per step, a score and the share that was right; it never falls. Between steps it
is read in proportion, beyond the first and the last it stays as there.
``tests/bench/places_calibration.py`` measures it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

Step = tuple[float, float]
"""A score and the probability that it stands for."""


@cache
def steps() -> tuple[Step, ...]:
    """The shipped steps, by score."""
    lines = files("geodata.data").joinpath("calibration.tsv").read_text(encoding="utf-8").splitlines()
    return tuple((float(score), float(share)) for score, share in (line.split("\t") for line in lines))


def calibrated(score: float, known: Sequence[Step] | None = None) -> float:
    """Turn a score into the probability that it stands for, by the shipped steps or by others.

    Examples
    --------
    >>> calibrated(0.3, [(0.2, 0.1), (0.4, 0.5)])
    0.3
    """
    known = known or steps()
    behind = bisect_right(known, score, key=lambda step: step[0])
    if behind in (0, len(known)):
        return known[min(behind, len(known) - 1)][1]
    (left, low), (right, high) = known[behind - 1], known[behind]
    return round(low + (high - low) * (score - left) / (right - left), 3)
