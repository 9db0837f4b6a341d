"""What no likeness overrules: tellings that can't be of one happening. Only a person's word can."""

from __future__ import annotations

from timeline.merge import kinds
from timeline.merge.distance import is_point, lies_in, same_place
from timeline.merge.similarity import explained_gap, overlap, same_speakers
from timeline.merge.tellings import Telling


def forbidden(one: Telling, other: Telling) -> str:
    """Why two tellings can't be of one happening, in words; empty where they can."""
    return next((reason for check in CHECKS if (reason := check(one, other))), "")


def unlike(one: Telling, other: Telling) -> str:
    """States and events, words and deeds, shelling and an earthquake."""
    if one.first.kind != other.first.kind:
        return "a state and an event"
    if one.is_statement != other.is_statement:
        return "a statement and a deed"
    if one.is_statement and one.speakers and other.speakers and not same_speakers(one, other):
        return "different speakers"
    return "" if kinds.likeness(one.kind, other.kind) else "different kinds"


def different_days(one: Telling, other: Telling) -> str:
    """What recurs daily is another happening every day; so is what one article dates to two days."""
    first, second = one.first.when, other.first.when
    if first is None or second is None or overlap(first, second):
        return ""
    if one.articles & other.articles:
        return "different times in one article"
    return "" if explained_gap(one, other) else "different times"


def different_villages(one: Telling, other: Telling) -> str:
    """Two towns or villages that are both named are two places, however near."""
    first, second = one.first.where, other.first.where
    if first is None or second is None or not (is_point(first) and is_point(second)):
        return ""
    return "" if same_place(first, second) else "different towns or villages"


def reciprocal(one: Telling, other: Telling) -> str:
    """Fire and return fire: each side at the other's place, unless the chronology knows it as one happening."""
    first, second = one.first.where, other.first.where
    if first is None or second is None or not _reversed(one, other):
        return ""
    together = same_place(first, second) or lies_in(first, second) or lies_in(second, first)
    known = one.happening is not None and one.happening == other.happening
    return "" if together or known else "fire and return fire"


def _reversed(one: Telling, other: Telling) -> bool:
    return bool(one.actors & other.recipients and other.actors & one.recipients)


CHECKS = (unlike, different_days, different_villages, reciprocal)
