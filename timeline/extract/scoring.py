"""The extraction score: how likely date, place and type of a mention are right."""

from __future__ import annotations

from geodata.model import PlaceMatch
from timeline.extract.triggers import Trigger
from timeline.model.timex import TimeInterval

_BASE = 0.9
_NO_OWN_TIME, _REPORTED, _APPROXIMATE = 0.75, 0.85, 0.9
_NO_OWN_PLACE, _UNPLACED, _CONCERNS = 0.7, 0.6, 0.8
_UNDATED, _NO_MODE, _WEAK, _STATEMENT = 0.5, 0.95, 0.8, 0.85
"""Factors for what is missing, set from the development texts; fitting them on gold of our own is the next step."""


def score(
    trigger: Trigger, when: TimeInterval | None, *, dated_own: bool, where: PlaceMatch | None, placed_own: bool
) -> float:
    """A value in 0..1, the product of what each missing piece of evidence leaves."""
    value = _BASE * _time_factor(when, own=dated_own) * _place_factor(where, own=placed_own)
    value *= 1.0 if trigger.rule.mode else _NO_MODE
    value *= _WEAK if trigger.rule.weak else 1.0
    value *= _STATEMENT if trigger.is_statement else 1.0
    return round(value, 3)


def _time_factor(when: TimeInterval | None, *, own: bool) -> float:
    if when is None:
        return _UNDATED
    if when.basis == "reported":
        return _REPORTED
    return (1.0 if own else _NO_OWN_TIME) * (_APPROXIMATE if when.approximate else 1.0)


def _place_factor(where: PlaceMatch | None, *, own: bool) -> float:
    if where is None:
        return _UNPLACED
    sure = 0.5 + where.score / 2
    return sure * (1.0 if own else _NO_OWN_PLACE) * (_CONCERNS if where.role == "concerns" else 1.0)
