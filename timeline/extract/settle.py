"""When and where a trigger's happening was: its own sentence's word first, then what the article said before."""

from __future__ import annotations

from dataclasses import dataclass, replace

from geodata.model import PlaceMatch, PlaceRole
from timeline.extract import linking
from timeline.extract.context import Context
from timeline.extract.linking import When
from timeline.extract.triggers import Trigger
from timeline.extract.venues import Venue
from timeline.extract.view import Sentence
from timeline.model.mention import Mention
from timeline.model.timex import TimeInterval

_VIOLENT = frozenset({"ASSAULT", "COERCE", "RETREAT", "OTHER", "MOBILIZE", "AID", "PROTEST"})
_LOCAL = frozenset({"PROTEST"})
"""Types that a lead without a place tells of the town that it was written in."""
_STORY_DAYS = 31
_COMPARED = 4
"""Words around a trigger in which a superlative compares it."""
_DOMESTIC = frozenset({"MOBILIZE", "PROTEST", "CONCEDE", "OTHER", "COERCE"})
"""Types that happen in the country of the party that does them, where no place is named."""
_PLACED_BY_CONCERN = frozenset({"AGREE", "ASSAULT", "RETREAT", "COERCE", "COOPERATE", "AID"})
"""Types placed at the region they are about ("a ceasefire in the war over X") where no venue is named."""


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
    dated = date(sentence, trigger, reading)
    return [Settled(dated=dated, placed=tuple(places(sentence, trigger, reading, dated)))]


def _listed(sentence: Sentence, trigger: Trigger) -> list[tuple[When, list[Venue]]]:
    """Times and places that a sentence lists in pairs ("X on 9 May, Y on 18 May and Z in July"), if it does."""
    venues = [v for v in sentence.venues if v.evidence == "venue"]
    found = linking.pairs(sentence.tokens, trigger, sentence.times, venues, sentence.triggers)
    return found if len({when.start for when, _ in found}) > 1 else []


def date(sentence: Sentence, trigger: Trigger, reading: Context) -> Dated:
    """When a trigger's happening was, with the reason."""
    usable = [when for when in sentence.times if not _is_yardstick(sentence, trigger, when)]
    found = linking.nearest_time(sentence.tokens, trigger, usable, sentence.triggers)
    if found:
        return _own_date(sentence, trigger, found[0])
    before = reading.inherited()
    if before and before.when and not trigger.is_statement and not before.when.open_end:
        return Dated(when=replace(before.when, basis="inferred"), reason="time of the sentence before")
    reported = reading.reported()
    return Dated(when=reported, reason="day of the report" if reported else "no time told")


def _own_date(sentence: Sentence, trigger: Trigger, found: When) -> Dated:
    words = sentence.told.article.text[found.time.expression.span.start : found.time.expression.span.end]
    interval, since = found.interval, found.interval.open_end
    if since and not lasts(trigger):
        interval = replace(interval, open_end=False)
    return Dated(when=interval, reason=f"“{words}” ({found.time.expression.rule})", own=True, since=since)


def _is_yardstick(sentence: Sentence, trigger: Trigger, when: When) -> bool:
    """Whether a "since" only measures ("the worst fighting since 1994")."""
    near = range(max(0, trigger.start - _COMPARED), min(len(sentence.tokens), trigger.end + _COMPARED))
    compared = any(m.payload == "superlative" for n in near for m in sentence.lexicon.linking.at(sentence.tokens, n))
    return when.interval.open_end and compared and not lasts(trigger)


def lasts(trigger: Trigger) -> bool:
    """Whether a trigger tells of a state."""
    return trigger.rule.kind == "state"


def places(sentence: Sentence, trigger: Trigger, reading: Context, dated: Dated) -> list[Placed]:
    """Where a trigger's happening was, with the reasons; more than one place where the sentence names several."""
    usable = [v for v in sentence.venues if v.evidence == "venue"]
    if trigger.rule.type in _PLACED_BY_CONCERN:
        usable += [v for v in sentence.venues if v.evidence == "concern"]
    found = linking.nearest_row(sentence.tokens, trigger, usable, sentence.triggers)
    if found and not (sentence.refers_back and _is_aside(sentence, trigger, found[0][0], reading)):
        row = found[0][:1] if lasts(trigger) or found[0][0].between else found[0]
        return [_own_place(venue) for venue in row]
    return [_inherited_place(sentence, trigger, reading, dated)]


def _of_the_same_family(trigger: Trigger, reading: Context) -> Mention | None:
    """The mention before, if this is of its kind: violence goes on where violence was, talks where talks were."""
    before = reading.inherited()
    alike = before is not None and (before.type in _VIOLENT) == (trigger.rule.type in _VIOLENT)
    return before if alike else None


def _main_place_holds(reading: Context, dated: Dated) -> bool:
    """Whether the article's main place is where this can have been: a look back is not at the district of the day."""
    place = reading.main_place
    if place is None or place.place.kind != "district" or reading.published is None or dated.when is None:
        return place is not None
    return (reading.published - dated.when.end).days <= _STORY_DAYS


def _town_spoken_of(sentence: Sentence, trigger: Trigger) -> PlaceMatch | None:
    """The town of a body that speaks of "the town" ("authorities in X said that the town was shelled")."""
    towns = [v for v in sentence.venues if v.match.place.kind in ("city", "village") and v.end <= trigger.start]
    return next((v.match for v in reversed(towns) if v.match.place.id not in sentence.told.seats), None)


def _near_in_time(one: TimeInterval | None, other: TimeInterval | None) -> bool:
    """Whether two times are of one story: news goes on with its place, a look back does not."""
    if one is None or other is None:
        return True
    gap = max((one.start - other.end).days, (other.start - one.end).days)
    return gap <= _STORY_DAYS


def _is_aside(sentence: Sentence, trigger: Trigger, venue: Venue, reading: Context) -> bool:
    """Whether a sentence that refers back ("the enclave, which lies inside X") names a place only in passing."""
    wide = reading.main_place is not None and venue.match.place.kind == "country"
    return wide or linking.subordinate(sentence.tokens, trigger.end, venue.start)


def _own_place(venue: Venue) -> Placed:
    role: PlaceRole = "concerns" if venue.evidence == "concern" else "occurred_at"
    return Placed(where=replace(venue.match, role=role), reason=venue.match.reason or "named in the sentence", own=True)


def _inherited_place(sentence: Sentence, trigger: Trigger, reading: Context, dated: Dated) -> Placed:
    if trigger.is_statement:
        return Placed(where=None, reason="a statement without a venue")
    anaphora = sentence.refers_back
    town = _town_spoken_of(sentence, trigger) if anaphora else None
    if town:
        return Placed(where=town, reason="the town that the sentence names before")
    before = reading.same_kind(trigger.rule.type) or (None if sentence.times else _of_the_same_family(trigger, reading))
    if before and before.where and _near_in_time(dated.when, before.when):
        return Placed(where=before.where, reason="place of the sentence before")
    earlier = reading.by_type.get(trigger.rule.type, (0, None))[1] if anaphora else None
    if earlier and earlier.where:
        return Placed(where=earlier.where, reason="place told earlier")
    if _main_place_holds(reading, dated) and (anaphora or trigger.rule.type in _PLACED_BY_CONCERN):
        return Placed(where=reading.main_place, reason="the region that the article is about")
    return _place_of_the_setting(sentence, trigger, reading)


def _place_of_the_setting(sentence: Sentence, trigger: Trigger, reading: Context) -> Placed:
    """The town of the dateline or the country of the party, for what happens at home."""
    if trigger.rule.type in _LOCAL and reading.paragraph == 0 and sentence.told.dateline_place:
        return Placed(where=sentence.told.dateline_place, reason="the dateline")
    country = next((v for v in sentence.venues if v.match.place.kind == "country"), None)
    if country and (trigger.rule.type in _DOMESTIC or trigger.rule.mode == "war"):
        return Placed(where=country.match, reason="country of the party that acts")
    return Placed(where=None, reason="no place told")
