"""Whether a text tells of years long past, so that none of its times hangs on its publication."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from timeline.extract.timex.sense import Sense

_PAST = 3
"""Years before its publication from which on a year that a text names is of history."""
_FEWEST, _OUTWEIGHED = 5, 4
"""Years that a text must name to be told as history, at all and for each time that hangs on its publication."""


def tells_history(senses: Iterable[Sense], published: date) -> bool:
    """Whether a text tells of years long past rather than of its own days, so that nothing hangs on its publication.

    Years named outright are weighed against whatever hangs on the publication date: "yesterday", "on Friday". The year
    of publication weighs nothing, as the story of a war may reach it, unless a dateline names the day.
    """
    past = present = 0
    for sense in senses:
        year = sense.get("year")
        if year is not None or "era" in sense:
            past += year is None or year <= published.year - _PAST
            present += year is not None and (year > published.year or _is_day(sense, published))
        else:
            present += _hangs_on_publication(sense)
    return past >= _FEWEST and past > _OUTWEIGHED * present


def _is_day(sense: Sense, when: date) -> bool:
    return (sense.get("year"), sense.get("month"), sense.get("day")) == (when.year, when.month, when.day)


def _hangs_on_publication(sense: Sense) -> bool:
    return (
        sense.get("anchor") != "narrative"
        and "at_hand" not in sense
        and ("weekday" in sense or ("unit" in sense and not {"shift", "way"}.isdisjoint(sense)))
    )
