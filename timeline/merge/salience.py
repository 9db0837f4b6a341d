"""How prominent an event is: it orders events, and says nothing of whether they are true."""

from __future__ import annotations

from timeline.merge.kinds import weight
from timeline.model.event import Event

KIND, ORIGINS, DAY, PLACE, TOLLS, KNOWN = 0.5, 0.2, 0.1, 0.1, 0.05, 0.05
"""Shares of what is told: the kind of happening, independent origins, day, place finer than a region, tolls, fame."""
DISTRICT = 3
"""``where_prec`` up to which a place is finer than a region."""


def salience(event: Event) -> float:
    """A number from 0 to 1 that orders events: agreements and battles told by many first, statements last."""
    day = event.when is not None and event.when.precision == "day"
    placed = event.where is not None and event.where.where_prec <= DISTRICT
    found = (
        KIND * weight(event.type, event.mode)
        + ORIGINS * (1 - 1 / max(1, len(event.origins)))
        + DAY * day
        + PLACE * placed
        + TOLLS * bool(event.tolls)
        + KNOWN * bool(event.episode)
    )
    return round(found, 3)
