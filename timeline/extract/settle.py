"""When and where a trigger's happening was: its own sentence's word first, then what the article said before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise

from geodata.distance import kilometres
from geodata.model import TOWNS, PlaceMatch, PlaceRole
from geodata.precision import INTERNATIONAL
from timeline.extract.context import Context
from timeline.extract.text.clauses import share_clause, subordinate
from timeline.extract.text.endings import suffix
from timeline.extract.view import Sentence
from timeline.extract.what.triggers import Trigger, ends_clause
from timeline.extract.when import moments
from timeline.extract.when.moments import Dated, lasts
from timeline.extract.when.whens import When, days_in_row
from timeline.extract.where import linking
from timeline.extract.where.home import Asked, of_the_state, town_of_the_hall
from timeline.extract.where.pointing import pointed_at
from timeline.extract.where.setting import PLACED_BY_CONCERN, inherited
from timeline.extract.where.venues import Venue

_SEVERAL = 2
_TOGETHER = ("AGREE", "COOPERATE")
_BY_DECREE = frozenset({"airspace", "recognition"})
"""Modes of what a state does at home by decree, whomever it is about."""
_ABOUT_DEEDS = frozenset({"ACCUSE", "REJECT"})
"""Types of statements about what others did."""
_NEAR_STATEMENT = 20
"""Cost up to which a town is where a statement was made."""
_ANEW = frozenset({"ASSAULT", "PROTEST"})
"""Types that happen anew each day of a row; talks on two days are one happening."""
_BESIDE_LINE = 8
"""Words behind a border or a road among which a town says where along it."""
_BESIDE_KM = 30
"""How far beyond its reach such a town may lie."""
_SETTING_OUT = frozenset({"ASSAULT", "MOBILIZE", "PROTEST"})
"""Types that begin where forces or marchers come from, if nothing says where they go."""


@dataclass(slots=True, kw_only=True)  # not frozen: many are made
class Placed:
    """A trigger's place with the reason for it."""

    where: PlaceMatch | None
    reason: str
    own: bool = False


@dataclass(slots=True, kw_only=True)  # not frozen: many are made
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
            Settled(dated=moments.own_date(sentence, trigger, when), placed=tuple(map(_own_place, row)))
            for when, row in listed
        ]
    shared = [] if alone else _shared(sentence, trigger)
    if shared:
        dates = [moments.own_date(sentence, trigger, when) for when in shared]
        return [Settled(dated=day, placed=tuple(places(sentence, trigger, reading, day))) for day in dates]
    dated = moments.date(sentence, trigger, reading)
    return [Settled(dated=dated, placed=tuple(places(sentence, trigger, reading, dated)))]


def _listed(sentence: Sentence, trigger: Trigger) -> list[tuple[When, list[Venue]]]:
    """Times and places that a sentence lists in pairs ("X on 9 May, Y on 18 May and Z in July"), if it does."""
    if len(sentence.times) < _SEVERAL:
        return []
    venues = [v for v in sentence.venues if v.evidence == "venue"]
    said = [m.start for m in sentence.lexicon.speech.all(sentence.tokens)]
    found = linking.pairs(sentence.tokens, trigger, sentence.times, venues, sentence.triggers)
    if any(found[0][0].start < at < found[-1][0].start for at in said if found):  # that of telling is not the deed's
        return []
    return found if len({when.start for when, _ in found}) > 1 else []


def _shared(sentence: Sentence, trigger: Trigger) -> list[When]:
    """The days of a row ("on 12, 13 and 14 July"), or those of two subjects that share one verb."""
    if len(sentence.times) < _SEVERAL:
        return []
    usable = [when for when in sentence.times if sentence.is_told(when, trigger)]
    found = linking.nearest_time(sentence.tokens, trigger, usable, sentence.triggers)
    row = days_in_row(sentence.tokens, found[0], usable) if found else []
    if len(row) == _SEVERAL and _are_of_two_clauses(sentence, row[0], row[1]):
        return []
    if len(row) < _SEVERAL:
        said = (m.start >= trigger.end for m in sentence.lexicon.speech.all(sentence.tokens))
        if sentence.tokens.verb_last and any(said):
            return []
        return linking.sharing(sentence.tokens, trigger, sentence.times, sentence.triggers)
    first, last = row[0], row[-1]
    by_day = first.interval.precision == "day"
    if (trigger.rule.type in _ANEW and by_day) or not _is_unbroken(row):
        return row
    return [replace(first, interval=replace(first.interval, end=last.interval.end))]


def _are_of_two_clauses(sentence: Sentence, first: When, second: When) -> bool:
    """Whether a comma parts two times with a trigger before and one behind ("X on Sunday, and the next morning Y")."""
    starts = [one.start for one in sentence.triggers]
    around = any(start < first.start for start in starts) and any(start >= second.end for start in starts)
    return around and ends_clause(sentence.tokens, first.end - 1, second.start)


def _is_unbroken(row: Sequence[When]) -> bool:
    """Whether each time of a row begins right after the one before."""
    return all(one.interval.end + timedelta(days=1) == other.interval.start for one, other in pairwise(row))


def places(sentence: Sentence, trigger: Trigger, reading: Context, dated: Dated) -> list[Placed]:
    """Where a trigger's happening was, with the reasons; more than one place where the sentence names several."""
    leaves = trigger.rule.type == "RETREAT" or trigger.rule.mode == "displacement"
    sides = {v.row for v in sentence.venues if v.between}
    named = [v for v in sentence.venues if not (v.row in sides and v.match.place.kind == "country")]
    state = _sanctioning(sentence, trigger) if _acts_at_home(trigger) else None
    if state:
        at_home = replace(of_the_state(sentence, trigger, state.match), role="occurred_at")
        return [Placed(where=at_home, reason="the state that acts", own=True)]
    usable = [v for v in named if v.evidence == "venue" and (leaves or not v.origin)]
    if trigger.rule.type in PLACED_BY_CONCERN:
        about = (v for v in named if v.evidence == "concern" and (leaves or not v.origin))
        usable += [venue for venue in about if not _is_partner(sentence, trigger, venue)]
    usable = _without_takers(sentence, trigger, usable)
    if trigger.is_statement and trigger.rule.type in _ABOUT_DEEDS:
        usable = [venue for venue in usable if _may_be_said_at(sentence, trigger, venue)]
    pointed = pointed_at(sentence, trigger, usable)
    if pointed:
        return [_own_place(replace(pointed, evidence="venue"))]
    found = linking.nearest_row(sentence.tokens, trigger, usable, sentence.triggers)
    if found is None and trigger.rule.type in _SETTING_OUT:
        origins = [v for v in sentence.venues if v.origin and v.evidence == "venue" and v.match.place.kind != "country"]
        found = linking.nearest_row(sentence.tokens, trigger, origins, sentence.triggers)
    hall = _own_hall(sentence, trigger, reading, dated, found[0]) if found else None
    if hall:
        return [hall]
    if found and not (sentence.refers_back and _is_aside(sentence, trigger, found[0][0], reading)):
        # what is said or broken off is one happening, whatever places it is about
        once = lasts(trigger) or trigger.is_statement or trigger.rule.type == "SANCTION"
        row = found[0][:1] if once or found[0][0].between else found[0]
        row = _spot_at_the_border(sentence, row, usable) or row
        return [_own_place(venue) for venue in row]
    spoken = _where_spoken(sentence, trigger) if trigger.is_statement else None
    if spoken:
        return [_own_place(spoken)]
    where, reason = inherited(sentence, trigger, reading, dated.when)
    return [Placed(where=where, reason=reason)]


def _spot_at_the_border(sentence: Sentence, row: Sequence[Venue], venues: Sequence[Venue]) -> list[Venue]:
    """The town beside the border of two countries that a clause names: it says where along it."""
    line = row[0]
    if line.match.place.kind != "line":
        return []
    towns = (v for v in venues if v.firm and v.match.place.kind in TOWNS and 0 <= v.start - line.end <= _BESIDE_LINE)
    reach = line.match.place.radius_km + _BESIDE_KM
    near = [v for v in towns if kilometres(v.match.place, line.match.place) <= reach]
    beside = (v for v in near if v.row == line.row or share_clause(sentence.tokens, line, v))
    return [v for v in beside if v.match.place.country in sentence.countries][:1]


def _own_hall(
    sentence: Sentence, trigger: Trigger, reading: Context, dated: Dated, row: Sequence[Venue]
) -> Placed | None:
    """The town of a hall in a trigger's clause, where the nearest place stands in another behind it ("…: he …")."""
    announced = trigger.rule.type in _TOGETHER  # in a hall that may be far from where it was agreed
    if announced or row[0].start < trigger.end or share_clause(sentence.tokens, trigger, row[0]):
        return None
    halls = sentence.lexicon.halls.all(sentence.tokens)
    if not any(share_clause(sentence.tokens, trigger, hall) for hall in halls):
        return None
    found = town_of_the_hall(Asked(sentence, trigger, reading, dated.when))
    return Placed(where=found[0], reason=found[1]) if found else None


def _is_partner(sentence: Sentence, trigger: Trigger, venue: Venue) -> bool:
    """Whether a country is only whom another one agrees with ("X ratified the treaty with Y")."""
    others = sentence.countries - {venue.match.place.country}
    return trigger.rule.type in _TOGETHER and venue.match.place.kind == "country" and bool(others)


def _without_takers(sentence: Sentence, trigger: Trigger, venues: list[Venue]) -> list[Venue]:
    """Places without the governments that something is given back to, where the sentence names what it is."""
    if trigger.rule.mode != "return":
        return venues
    seats = sentence.told.seats
    given = [v for v in venues if v.match.place.kind != "country" and v.match.place.id not in seats]
    return given or venues


def _may_be_said_at(sentence: Sentence, trigger: Trigger, venue: Venue) -> bool:
    """Whether a statement may have been made at a place, and is not only about what was done to it or was there."""
    ending, affixes = suffix(sentence.tokens.text, venue.match), sentence.lexicon.affixes
    taken = bool(ending) and ending in (*affixes.get("accusative", ()), *affixes.get("possessive", ()))
    deeds = (one for one in sentence.triggers if not one.is_statement)
    of_deed = any(trigger.end <= one.end <= venue.start and share_clause(sentence.tokens, one, venue) for one in deeds)
    return not (of_deed or (taken and trigger.rule.type == "REJECT"))


def _acts_at_home(trigger: Trigger) -> bool:
    """Whether a trigger tells what a state does by decree: it cuts ties, closes its sky or recognises another."""
    return trigger.rule.type == "SANCTION" or trigger.rule.mode in _BY_DECREE


def _sanctioning(sentence: Sentence, trigger: Trigger) -> Venue | None:
    """The state, by its name or its seat, that cuts ties or imposes sanctions: where it does so, and not at whom."""
    tokens = sentence.tokens
    mine = [venue for venue in sentence.venues if share_clause(tokens, trigger, venue)]
    if any(v.firm and v.evidence == "venue" and (v.match.place.kind in TOWNS or _is_sky(v)) for v in mine):
        return None
    acting = [v for v in mine if v.evidence == "speaker" and not v.firm]
    if trigger.rule.mode == "recognition":  # beside it stands who recognises: whom others followed is told, too
        acting.sort(key=lambda venue: max(trigger.start - venue.end, venue.start - trigger.end))
        acting = [venue for venue in acting if acting[0].row == venue.row]
        acting.sort(key=lambda venue: venue.start)
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
    return wide or subordinate(sentence.tokens, trigger.end, venue.start)


def _own_place(venue: Venue) -> Placed:
    role: PlaceRole = "concerns" if venue.evidence == "concern" else "occurred_at"
    where = venue.match if venue.match.role == role else replace(venue.match, role=role)
    return Placed(where=where, reason=where.reason or "named in the sentence", own=True)
