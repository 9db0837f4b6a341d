"""When and where a trigger's happening was: its own sentence's word first, then what the article said before."""

from __future__ import annotations

from dataclasses import dataclass, replace

from geodata.model import PlaceMatch, PlaceRole
from timeline.extract import linking
from timeline.extract.context import Context
from timeline.extract.setting import PLACED_BY_CONCERN, inherited
from timeline.extract.triggers import Trigger
from timeline.extract.venues import Venue
from timeline.extract.view import Sentence
from timeline.extract.whens import When
from timeline.model.timex import TimeInterval

_COMPARED = 4
"""Words around a trigger in which a superlative compares it."""
_SEVERAL = 2
_SETTING_OUT = frozenset({"ASSAULT", "MOBILIZE", "PROTEST"})
"""Types that begin where forces or marchers come from, if nothing says where they go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A trigger's time with the reason for it; ``own`` where its own sentence says it."""

    when: TimeInterval | None
    reason: str
    own: bool = False
    since: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A trigger's place with the reason for it."""

    where: PlaceMatch | None
    reason: str
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """One time and the places that a trigger happened at then."""

    dated: Dated
    placed: tuple[Placed, ...]


def settle(sentence: Sentence, trigger: Trigger, reading: Context) -> list[Settled]:
    """When and where a trigger's happenings were: one time with its places, or a list of times each with its place."""
    listed = [] if trigger.is_statement or lasts(trigger) else _listed(sentence, trigger)
    if listed:
        return [
            Settled(dated=_own_date(sentence, trigger, when), placed=tuple(map(_own_place, row)))
            for when, row in listed
        ]
    shared = [] if trigger.is_statement or lasts(trigger) else _shared(sentence, trigger)
    if shared:
        dates = [_own_date(sentence, trigger, when) for when in shared]
        return [Settled(dated=day, placed=tuple(places(sentence, trigger, reading, day))) for day in dates]
    dated = date(sentence, trigger, reading)
    return [Settled(dated=dated, placed=tuple(places(sentence, trigger, reading, dated)))]


def _listed(sentence: Sentence, trigger: Trigger) -> list[tuple[When, list[Venue]]]:
    """Times and places that a sentence lists in pairs ("X on 9 May, Y on 18 May and Z in July"), if it does."""
    if len(sentence.times) < _SEVERAL:
        return []
    venues = [v for v in sentence.venues if v.evidence == "venue"]
    found = linking.pairs(sentence.tokens, trigger, sentence.times, venues, sentence.triggers)
    return found if len({when.start for when, _ in found}) > 1 else []


def _shared(sentence: Sentence, trigger: Trigger) -> list[When]:
    return linking.sharing(sentence.tokens, trigger, sentence.times, sentence.triggers)


def date(sentence: Sentence, trigger: Trigger, reading: Context) -> Dated:
    """When a trigger's happening was, with the reason."""
    usable = [when for when in sentence.times if not _is_yardstick(sentence, trigger, when)]
    usable = [when for when in usable if sentence.is_told(when, trigger)]
    usable = [when for when in usable if lasts(trigger) or when.time.signal != "until"]  # how long, not when
    found = linking.nearest_time(sentence.tokens, trigger, usable, sentence.triggers)
    if found and not (reading.heading and linking.is_beside_the_point(sentence.tokens, trigger, found[0])):
        return _own_date(sentence, trigger, found[0])
    before = reading.time_of_statement() if trigger.is_statement else reading.time_before()
    if before:
        return Dated(when=replace(before[0], basis="inferred"), reason=before[1])
    reported = reading.reported()
    return Dated(when=reported, reason="day of the report" if reported else "no time told")


def _own_date(sentence: Sentence, trigger: Trigger, found: When) -> Dated:
    words = sentence.told.article.text[found.time.expression.span.start : found.time.expression.span.end]
    interval, since = found.interval, found.interval.open_end
    if since and not lasts(trigger):
        interval = replace(interval, open_end=False)
    return Dated(when=interval, reason=f"“{words}” ({found.time.expression.rule})", own=True, since=since)


def _is_yardstick(sentence: Sentence, trigger: Trigger, when: When) -> bool:
    """Whether a time only measures ("the worst fighting since 1994", "for the first time in three decades")."""
    if lasts(trigger):
        return False
    compares = [m for m in sentence.lexicon.linking.all(sentence.tokens) if m.payload == "superlative"]
    counted = when.interval.open_end or when.interval.basis == "relative"
    if counted and any(0 <= when.start - m.end <= 1 for m in compares):
        return True
    near = range(max(0, trigger.start - _COMPARED), trigger.end + _COMPARED)
    return when.interval.open_end and any(m.start in near for m in compares)


def lasts(trigger: Trigger) -> bool:
    """Whether a trigger tells of a state."""
    return trigger.rule.kind == "state"


def places(sentence: Sentence, trigger: Trigger, reading: Context, dated: Dated) -> list[Placed]:
    """Where a trigger's happening was, with the reasons; more than one place where the sentence names several."""
    leaves = trigger.rule.type == "RETREAT" or trigger.rule.mode == "displacement"
    sides = {v.row for v in sentence.venues if v.between}
    named = [v for v in sentence.venues if not (v.row in sides and v.match.place.kind == "country")]
    usable = [v for v in named if v.evidence == "venue" and (leaves or not v.origin)]
    if trigger.rule.type in PLACED_BY_CONCERN:
        usable += [v for v in named if v.evidence == "concern"]
    found = linking.nearest_row(sentence.tokens, trigger, usable, sentence.triggers)
    if found is None and trigger.rule.type in _SETTING_OUT:
        origins = [v for v in sentence.venues if v.origin and v.evidence == "venue" and v.match.place.kind != "country"]
        found = linking.nearest_row(sentence.tokens, trigger, origins, sentence.triggers)
    if found and not (sentence.refers_back and _is_aside(sentence, trigger, found[0][0], reading)):
        row = found[0][:1] if lasts(trigger) or found[0][0].between else found[0]
        return [_own_place(venue) for venue in row]
    where, reason = inherited(sentence, trigger, reading, dated.when)
    return [Placed(where=where, reason=reason)]


def _is_aside(sentence: Sentence, trigger: Trigger, venue: Venue, reading: Context) -> bool:
    """Whether a sentence that refers back ("the enclave, which lies inside X") names a place only in passing."""
    wide = reading.main_place is not None and venue.match.place.kind == "country"
    return wide or linking.subordinate(sentence.tokens, trigger.end, venue.start)


def _own_place(venue: Venue) -> Placed:
    role: PlaceRole = "concerns" if venue.evidence == "concern" else "occurred_at"
    where = venue.match if venue.match.role == role else replace(venue.match, role=role)
    return Placed(where=where, reason=where.reason or "named in the sentence", own=True)
