"""The fields of an event that people can set: how each is written, set and compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from geodata.gazetteer import Gazetteer
from geodata.model import Span
from timeline.corrections import values
from timeline.model.correction import Correction
from timeline.model.event import Event
from timeline.model.timex import TimeInterval

_NOWHERE = Span(start=0, end=1)
"""Stands for a place's words where an event has no place named in a text."""


def put(event: Event, correction: Correction, gazetteer: Gazetteer) -> Event:
    """The event with one field as a person says it is; its titles are left as they are.

    Raises
    ------
    CorrectionError : the gazetteer does not know the place.
    """
    new = correction.new
    if correction.field == "when":
        return replace(event, when=values.when(new))
    if correction.field == "type":
        event_type, mode = values.kind(new)
        return replace(event, type=event_type, mode=mode)
    if correction.field == "status":
        return replace(event, status=values.status(new))
    if correction.field == "place":
        span = event.where.span if event.where else event.mentions[0].trigger if event.mentions else _NOWHERE
        return replace(event, where=values.place(new, gazetteer=gazetteer, span=span))
    return event


def plain(event: Event, name: str) -> Any:  # noqa: ANN401 - whatever a field holds
    """A field as people write it."""
    if name == "when":
        return event.when.edtf() if event.when else None
    if name == "place":
        return event.where.place.name if event.where else None
    if name == "type":
        return f"{event.type}.{event.mode}" if event.mode else event.type
    return event.status if name == "status" else dict(event.titles)


def same(name: str, before: Event, after: Event) -> bool:
    """Whether two versions of an event say the same in a field."""
    if name == "when":
        precisions = {event.when.precision for event in (before, after) if event.when}
        return _days(before.when) == _days(after.when) and len(precisions) < 2  # noqa: PLR2004 - the same
    if name == "place":
        return (before.where and before.where.place.id) == (after.where and after.where.place.id)
    return bool(plain(before, name) == plain(after, name))


def is_old(correction: Correction, event: Event) -> bool:
    """Whether an event has the value that the correction was made against."""
    name, old = str(correction.field), correction.old
    if name == "place":
        known = (event.where.place.id, event.where.place.name) if event.where else ()
        return (old.get("name") if isinstance(old, dict) else old) in known
    if name == "when":
        return _days(values.when(old)) == _days(event.when)  # precision aside, which EDTF can't tell of a decade
    return bool(plain(event, name) == old)


def with_old_value(correction: Correction, found: Sequence[Event]) -> list[Event]:
    """Of several events those that have the value to be replaced; all where none has."""
    return [event for event in found if correction.old is not None and is_old(correction, event)] or list(found)


def _days(when: TimeInterval | None) -> tuple[Any, ...] | None:
    return (when.start, when.end, when.open_start, when.open_end) if when else None
