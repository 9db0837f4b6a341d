"""When and where a trigger's happening was: its own sentence's word first, then what the article said before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from geodata.model import TOWNS, PlaceMatch, PlaceRole
from geodata.precision import INTERNATIONAL
from timeline.extract import counted, linking
from timeline.extract.context import TIME_BEFORE, Context
from timeline.extract.counted import Counted
from timeline.extract.setting import PLACED_BY_CONCERN, inherited
from timeline.extract.telltimes import of_own_clause
from timeline.extract.triggers import Trigger, ends_half
from timeline.extract.venues import Venue
from timeline.extract.view import Sentence
from timeline.extract.whens import When, days_in_row
from timeline.model.mention import TOLD_AS_FACT
from timeline.model.timex import TimeInterval

_REPORTED = "day of the report"
_COMPARED = 4
"""Words around a trigger in which a superlative compares it."""
_SEVERAL = 2
_TOGETHER = ("AGREE", "COOPERATE")
_NEAR_STATEMENT = 20
"""Cost up to which a town is where a statement was made."""
_ANEW = frozenset({"ASSAULT", "PROTEST"})
"""Types that happen anew each day of a row; talks on two days are one happening."""
_SETTING_OUT = frozenset({"ASSAULT", "MOBILIZE", "PROTEST"})
"""Types that begin where forces or marchers come from, if nothing says where they go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A trigger's time with the reason for it; ``own`` where its own sentence says it.

    ``moved`` says that it is that of another happening and a length of time.
    """

    when: TimeInterval | None
    reason: str
    own: bool = False
    since: bool = False
    moved: bool = False


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
    alone = trigger.is_statement or lasts(trigger) or bool(sentence.counted)
    listed = [] if alone else _listed(sentence, trigger)
    if listed:
        return [
            Settled(dated=_own_date(sentence, trigger, when), placed=tuple(map(_own_place, row)))
            for when, row in listed
        ]
    shared = [] if alone else _shared(sentence, trigger)
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
    """The days of a row ("on 12, 13 and 14 July"), or those of two subjects that share one verb."""
    if len(sentence.times) < _SEVERAL:
        return []
    usable = [when for when in sentence.times if sentence.is_told(when, trigger)]
    found = linking.nearest_time(sentence.tokens, trigger, usable, sentence.triggers)
    row = days_in_row(sentence.tokens, found[0], usable) if found else []
    if len(row) < _SEVERAL:
        said = (m.start >= trigger.end for m in sentence.lexicon.speech.all(sentence.tokens))
        if sentence.tokens.verb_last and any(said):
            return []
        return linking.sharing(sentence.tokens, trigger, sentence.times, sentence.triggers)
    first, last = row[0], row[-1]
    if trigger.rule.type in _ANEW or (last.interval.end - first.interval.start).days != len(row) - 1:
        return row
    return [replace(first, interval=replace(first.interval, end=last.interval.end))]


def date(sentence: Sentence, trigger: Trigger, reading: Context) -> Dated:
    """When a trigger's happening was, with the reason."""
    usable = [when for when in sentence.times if not _is_yardstick(sentence, trigger, when)]
    usable = [when for when in usable if sentence.is_told(when, trigger)]
    usable = [when for when in usable if lasts(trigger) or when.time.signal != "until"]  # how long, not when
    telling = list(sentence.lexicon.speech.all(sentence.tokens)) if len(usable) > 1 else []
    usable = list(of_own_clause(sentence.tokens, trigger, usable, telling)) if telling else usable
    length = _length_of(sentence, trigger)
    if length:
        return _counted_date(sentence, trigger, length, usable, reading)
    found = linking.nearest_time(sentence.tokens, trigger, usable, sentence.triggers)
    if found and not (reading.heading and linking.is_beside_the_point(sentence.tokens, trigger, found[0])):
        return _own_date(sentence, trigger, found[0])
    taken = _up_to(_taken_over(trigger, reading), sentence)
    if reading.heading or trigger.is_statement or not (taken.when is None or taken.reason == _REPORTED):
        return taken
    past = [when for when in usable if not (reading.published and when.interval.start > reading.published)]
    alone = linking.only_time(sentence.tokens, trigger, past, sentence.triggers if taken.when else [])
    if alone is None or (taken.when and alone.interval.precision != "day"):
        return taken
    return _own_date(sentence, trigger, alone)


def _length_of(sentence: Sentence, trigger: Trigger) -> Counted | None:
    """The length that is counted from a trigger's happening, or to it."""
    holding = next((one for one in sentence.counted if one.holds(trigger.start)), None)
    beside = (one for one in sentence.counted if not ends_half(sentence.tokens, one.words.start, trigger.start))
    return holding or next(beside, None)


def _counted_date(
    sentence: Sentence, trigger: Trigger, length: Counted, usable: Sequence[When], reading: Context
) -> Dated:
    """The time on the trigger's own side of a length; else that of the other side, so much earlier or later."""
    inside = length.holds(trigger.start)
    mine = [when for when in usable if length.holds(when.start) == inside]
    found = linking.nearest_time(sentence.tokens, trigger, mine, sentence.triggers)
    if found:
        return _own_date(sentence, trigger, found[0])
    other = counted.beside(length, [when for when in usable if when not in mine])
    if other is None and (told := _told_before(sentence, length, reading)):
        return _moved(told, length, 0 if inside else length.way)
    itself = None if other or _is_ahead(sentence, length) else length.when
    if itself and not inside:  # "two days after the attack", which the sentence before told
        return _own_date(sentence, trigger, itself)
    told = _own_date(sentence, trigger, other) if other else _taken_over(trigger, reading)
    if itself or not (other or inside):
        return told
    moved = _moved(told, length, -length.way if inside else length.way)
    return replace(moved, when=_as_told(moved.when, trigger, reading)) if inside and moved.when else moved


def _moved(told: Dated, length: Counted, way: int) -> Dated:
    """A time so much later, or earlier."""
    if told.when is None or not way:
        return told
    when = counted.shifted(replace(told.when, open_end=False), length.length, way, exact=length.exact)
    return replace(told, when=when, reason=f"{told.reason}, counted from it", moved=True)


def _told_before(sentence: Sentence, length: Counted, reading: Context) -> Dated | None:
    """The day of what a length is counted from, where it was told before ("three days before the meeting")."""
    types = {one.rule.type for one in sentence.triggers if length.holds(one.start)}
    known = (m.when for m in reversed(reading.mentions) if m.type in types and m.when and m.status in TOLD_AS_FACT)
    when = next((one for one in known if one.precision == "day" and one.basis != "reported"), None)
    return Dated(when=replace(when, basis="inferred"), reason="time of what is counted from") if when else None


def _is_ahead(sentence: Sentence, length: Counted) -> bool:
    published = sentence.told.article.published
    return bool(published and length.when and length.when.interval.start > published)


def _as_told(when: TimeInterval, trigger: Trigger, reading: Context) -> TimeInterval:
    """A counted time as it was told before of the same kind, where that lies in it."""
    known = (m.when for m in reversed(reading.mentions) if m.type == trigger.rule.type and m.when)
    return next((one for one in known if when.start <= one.start and one.end <= when.end), when)


def _up_to(taken: Dated, sentence: Sentence) -> Dated:
    """A time of the sentence before, and what a length allows behind it ("within a month they had taken …")."""
    if taken.when is None or taken.reason != TIME_BEFORE or sentence.counted:
        return taken
    by = counted.bounded(sentence.tokens, sentence.told.times_in(sentence.span), sentence.lexicon)
    return replace(taken, when=counted.stretched(taken.when, by)) if by else taken


def _taken_over(trigger: Trigger, reading: Context) -> Dated:
    """The time that the sentence goes on with, else the day of the report."""
    before = reading.time_of_statement() if trigger.is_statement else reading.time_before()
    if before:
        return Dated(when=replace(before[0], basis="inferred"), reason=before[1])
    reported = reading.reported()
    return Dated(when=reported, reason=_REPORTED if reported else "no time told")


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
    state = _sanctioning(sentence, trigger) if _acts_at_home(trigger) else None
    if state:
        return [Placed(where=replace(state.match, role="occurred_at"), reason="the state that acts", own=True)]
    usable = [v for v in named if v.evidence == "venue" and (leaves or not v.origin)]
    if trigger.rule.type in PLACED_BY_CONCERN:
        usable += [v for v in named if v.evidence == "concern" and not _is_partner(sentence, trigger, v)]
    found = linking.nearest_row(sentence.tokens, trigger, usable, sentence.triggers)
    if found is None and trigger.rule.type in _SETTING_OUT:
        origins = [v for v in sentence.venues if v.origin and v.evidence == "venue" and v.match.place.kind != "country"]
        found = linking.nearest_row(sentence.tokens, trigger, origins, sentence.triggers)
    if found and not (sentence.refers_back and _is_aside(sentence, trigger, found[0][0], reading)):
        # what is said or broken off is one happening, whatever places it is about
        once = lasts(trigger) or trigger.is_statement or trigger.rule.type == "SANCTION"
        row = found[0][:1] if once or found[0][0].between else found[0]
        return [_own_place(venue) for venue in row]
    spoken = _where_spoken(sentence, trigger) if trigger.is_statement else None
    if spoken:
        return [_own_place(spoken)]
    where, reason = inherited(sentence, trigger, reading, dated.when)
    return [Placed(where=where, reason=reason)]


def _is_partner(sentence: Sentence, trigger: Trigger, venue: Venue) -> bool:
    """Whether a country is only whom another one agrees with ("X ratified the treaty with Y")."""
    others = sentence.countries - {venue.match.place.country}
    return trigger.rule.type in _TOGETHER and venue.match.place.kind == "country" and bool(others)


def _acts_at_home(trigger: Trigger) -> bool:
    """Whether a trigger tells what a state does by decree: it cuts ties, or closes its sky."""
    return trigger.rule.type == "SANCTION" or trigger.rule.mode == "airspace"


def _sanctioning(sentence: Sentence, trigger: Trigger) -> Venue | None:
    """The state, by its name or its seat, that cuts ties or imposes sanctions: where it does so, and not at whom."""
    tokens = sentence.tokens
    mine = [venue for venue in sentence.venues if linking.share_clause(tokens, trigger, venue)]
    if any(v.firm and v.evidence == "venue" and (v.match.place.kind in TOWNS or _is_sky(v)) for v in mine):
        return None
    acting = [v for v in mine if v.evidence == "speaker" and not v.firm]
    return next((v for v in acting if v.match.place.kind == "country" or v.match.place.id in sentence.told.seats), None)


def _is_sky(venue: Venue) -> bool:
    return venue.match.where_prec == INTERNATIONAL


def _where_spoken(sentence: Sentence, trigger: Trigger) -> Venue | None:
    """The town, no capital, where somebody is said to have made a statement ("said in X that it would …")."""
    said = [v for v in sentence.venues if v.evidence == "speaker" and v.firm and v.match.place.kind in TOWNS]
    towns = [venue for venue in said if venue.match.place.id not in sentence.told.seats]
    found = linking.nearest_row(sentence.tokens, trigger, towns, sentence.triggers)
    return found[0][0] if found and found[1] <= _NEAR_STATEMENT else None


def _is_aside(sentence: Sentence, trigger: Trigger, venue: Venue, reading: Context) -> bool:
    """Whether a sentence that refers back ("the enclave, which lies inside X") names a place only in passing."""
    wide = reading.main_place is not None and venue.match.place.kind == "country"
    return wide or linking.subordinate(sentence.tokens, trigger.end, venue.start)


def _own_place(venue: Venue) -> Placed:
    role: PlaceRole = "concerns" if venue.evidence == "concern" else "occurred_at"
    where = venue.match if venue.match.role == role else replace(venue.match, role=role)
    return Placed(where=where, reason=where.reason or "named in the sentence", own=True)
