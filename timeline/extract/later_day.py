"""The day of a lead that only the sentence after it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.extract.triggers import STATEMENTS
from timeline.model.mention import Mention
from timeline.model.timex import TimeInterval

if TYPE_CHECKING:
    from timeline.extract.context import Context

_DIPLOMATIC = frozenset({"AGREE", "CONSULT", "COOPERATE", "RETREAT"})
_ADOPTION_DAYS = 7
"""How long before the report the day may lie that a lead takes over from the sentence after it."""


def with_later_day(mentions: Sequence[Mention], here: Sequence[Mention], reading: Context) -> list[Mention]:
    """Mentions of the lead with the day that the next sentence gives for their kind, or for no deed of its own.

    News often opens with what happened and says only then on which day.
    """
    uncounted = {day.start for day in reading.days_named}
    days = [m for m in here if m.when and m.when.precision == "day" and m.when.basis in ("stated", "relative")]
    days = [m for m in days if m.when and m.when.start in uncounted]  # "four days earlier" is another day
    if reading.sentence != 1:
        return list(mentions)
    named = reading.days_named[0] if len(reading.days_named) == 1 and not days and reading.item is None else None
    alone = named if named and named.precision == "day" and not named.open_end else None
    day = {
        m.id: next((d.when for d in days if _alike(m, d)), None if m.type in STATEMENTS else alone) for m in mentions
    }
    return [_with_day(mention, day[mention.id], reading) for mention in mentions]


def _with_day(mention: Mention, later: TimeInterval | None, reading: Context) -> Mention:
    reported = mention.when is not None and mention.when.basis == "reported"
    if not (later and reported and reading.published):
        return mention
    if not 0 <= (reading.published - later.end).days <= _ADOPTION_DAYS:
        return mention
    provenance = {**mention.provenance, "time": "time of the sentence after"}
    return replace(mention, when=replace(later, basis="inferred"), provenance=provenance)


def _alike(one: Mention, other: Mention) -> bool:
    return one.type == other.type or {one.type, other.type} <= _DIPLOMATIC
