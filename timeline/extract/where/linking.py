"""Which of the times and places of a sentence belong to which trigger.

The nearest one wins, where a clause mark and another trigger in between each count as a long way; what opens the
sentence ("On Sunday, …") is near to everything in it.
"""

from __future__ import annotations

from collections.abc import Sequence

from geodata.containing import is_within
from timeline.extract.text.clauses import is_embedded, share_clause, subordinate
from timeline.extract.text.tokens import Tokens
from timeline.extract.what.triggers import Trigger, ends_clause, ends_half
from timeline.extract.when.participles import is_of_aside, of_own_participle
from timeline.extract.when.whens import Stretch, When
from timeline.extract.where.belonging import (
    AND_COST,
    LANDS,
    is_agreed_about,
    is_of_later_verb,
    is_told_before_and,
    remoteness,
)
from timeline.extract.where.venues import Venue
from timeline.extract.who.speaking import TARGETING

_CLAUSE_COST, _TRIGGER_COST, _SENTENCE_HALF_COST = 6, 5, 14
_OPENING_WORDS, _OPENING_COST = 3, 5
_PAIR = 2
_SUBJECT_WORDS = 7
"""Most words of a second subject between two days that share a verb."""
_BESIDE_WORDS = 3
"""Words between a place and the time that belongs to it in a list."""
_AND_WORDS = 3
"""Words behind "and" within which a time opens a clause of its own."""
_MOST_TIME, _MOST_TIME_BEFORE, _MOST_TIME_OF_STATEMENT = 30, 60, 20
_BEYOND_REACH = _MOST_TIME_BEFORE + 1
_OF_WHAT_IS_TO_COME, _MOST_TIME_ASKED_FOR = frozenset({"REQUEST", "THREATEN"}), 6
"""A time far behind a verb of asking is that of what is asked for, not of the asking."""
_MOST_PLACE, _MOST_PLACE_OF_STATEMENT = 48, 8
"""Costs from which a time or a place is too far away to belong to a trigger; a time said first reaches farther."""
_OBJECT_PREFERENCE = 8
"""How much nearer the bare name right behind a verb of attack counts: it is what was struck."""
_CITY_PREFERENCE = 6
"""How much nearer a town counts than a country for a meeting: people meet in towns."""


_ABOUT_COST = 18
"""How much farther a land counts that something is agreed about in a town."""


def nearest_time(
    tokens: Tokens, trigger: Trigger, times: Sequence[When], triggers: Sequence[Trigger]
) -> tuple[When, int] | None:
    """The time of a trigger and its cost, None where none is near enough."""
    mine = [when for when in times if not _belongs_elsewhere(tokens, trigger, when, triggers)]
    if (told := of_own_participle(tokens, trigger, mine, triggers)) is not None:
        return told, 0
    if len(mine) > 1:
        mine = [when for when in mine if not _is_of_next_clause(tokens, trigger, when, triggers)]
        mine = [when for when in mine if not ends_half(tokens, when.start, trigger.start)] or mine
    beside = any(when.start >= trigger.end and not ends_clause(tokens, trigger.end - 1, when.start) for when in mine)
    costs = [(when, cost(tokens, trigger, when, triggers)) for when in mine]
    if not beside:
        costs = [(w, far if _is_overtaken(tokens, trigger, w, mine) else min(far, _opening(w))) for w, far in costs]
    if beside:
        costs = [(w, far + (AND_COST if is_told_before_and(tokens, trigger, w, triggers) else 0)) for w, far in costs]
    near = [(when, far) for when, far in costs if far <= _most(trigger, when)]
    return min(near, key=lambda item: (item[1], item[0].start < trigger.start, item[0].start), default=None)


def only_time(tokens: Tokens, trigger: Trigger, times: Sequence[When], rivals: Sequence[Trigger]) -> When | None:
    """The one time of a sentence, however far, where no rival is nearer to it; None where there are more times."""
    if len({when.interval for when in times}) != 1:
        return None
    near = not _belongs_elsewhere(tokens, trigger, times[0], rivals)
    return times[0] if near and _is_nearest(tokens, trigger, times[0], rivals) else None


def _most(trigger: Trigger, when: When) -> int:
    if trigger.is_statement:
        asked_for = trigger.rule.type in _OF_WHAT_IS_TO_COME and when.start >= trigger.end
        return _MOST_TIME_ASKED_FOR if asked_for else _MOST_TIME_OF_STATEMENT
    return _MOST_TIME_BEFORE if when.start < trigger.start else _MOST_TIME


def nearest_row(
    tokens: Tokens, trigger: Trigger, venues: Sequence[Venue], triggers: Sequence[Trigger]
) -> tuple[list[Venue], int] | None:
    """The place of a trigger, with those named in one row with it, and its cost."""
    mine = [venue for venue in venues if not _is_of_next_clause(tokens, trigger, venue, triggers)]
    mine = [venue for venue in mine if not is_embedded(tokens, venue, trigger.start)]
    mine = [venue for venue in mine if not is_of_later_verb(tokens, trigger, venue, triggers)]
    mine = _opening_its_half(tokens, trigger, mine) or mine
    told = {v.row: _is_told_of(trigger, v, triggers) or _is_narrowed(tokens, trigger, v, mine) for v in mine}
    opening = {v.row: _BEYOND_REACH if told[v.row] else _opening(v) for v in mine}
    costs = [(v, min(cost(tokens, trigger, v, triggers), opening[v.row]) + _taste(trigger, v)) for v in mine]
    costs = [(v, far + remoteness(tokens, trigger, v, mine, triggers)) for v, far in costs]
    if trigger.rule.type == "AGREE":
        costs = [(v, far + _ABOUT_COST * is_agreed_about(tokens, v, mine)) for v, far in costs]
    best = min(costs, key=lambda item: (item[1], item[0].start), default=None)
    if best is None or best[1] > (_MOST_PLACE_OF_STATEMENT if trigger.is_statement else _MOST_PLACE):
        return None
    return [venue for venue in venues if venue.row == best[0].row], best[1]


def pairs(
    tokens: Tokens, trigger: Trigger, times: Sequence[When], venues: Sequence[Venue], triggers: Sequence[Trigger]
) -> list[tuple[When, list[Venue]]]:
    """Times and rows of places that stand side by side, for those rows that no other trigger is nearer to."""
    rows = {venue.row: [v for v in venues if v.row == venue.row] for venue in venues}
    halves = {tokens.halves[one.start] for one in triggers} - {tokens.halves[trigger.start]}
    near = [row for row in rows.values() if tokens.halves[row[0].start] not in halves]
    mine = [row for row in near if _is_nearest(tokens, trigger, row[0], triggers)]
    if not mine or not times:
        return []
    time_first = times[0].start < mine[0][0].start
    found = [(when, row) for row in mine if (when := _beside(row, times, time_first=time_first))]
    return found if len(found) == len(mine) else []


def sharing(tokens: Tokens, trigger: Trigger, times: Sequence[When], triggers: Sequence[Trigger]) -> list[When]:
    """Two days that share one verb ("X resigned on 7 June and speaker Y on 13 June"), none where there are not two."""
    days = [when for when in times if when.interval.precision == "day" and not when.interval.open_end]
    beside = [w for w in days if (w.end < trigger.end if tokens.verb_last else w.start >= trigger.end)]
    pair = beside[-2:] if tokens.verb_last else beside[:2]
    if len(pair) < _PAIR or pair[0].interval.start == pair[1].interval.start:
        return []
    first, second = pair
    near = trigger.start - second.end if tokens.verb_last else first.start - trigger.end
    between = range(first.end, second.start)
    told = any(other is not trigger and other.start in between for other in triggers)
    if not tokens.verb_last:  # behind the second day stands what was on it
        rest = (other.start for other in triggers if other.start >= second.end)
        told = told or any(not ends_clause(tokens, second.end - 1, start) for start in rest)
    return [first, second] if near <= _BESIDE_WORDS and not told and _parts(tokens, between) else []


def _parts(tokens: Tokens, between: range) -> bool:
    """Whether the words between two times are "and" and, at most, another subject by its name."""
    if not between:
        return False
    joined = not tokens.ands.isdisjoint(between) or (
        tokens.verb_last and ends_clause(tokens, between[0] - 1, between[0])
    )
    named = any(tokens.text[tokens[number].start].isupper() for number in between)
    return joined and (len(between) <= _AND_WORDS - 1 or (named and len(between) <= _SUBJECT_WORDS))


def _is_nearest(tokens: Tokens, trigger: Trigger, venue: Stretch, triggers: Sequence[Trigger]) -> bool:
    own = cost(tokens, trigger, venue, triggers)
    return all(own <= cost(tokens, other, venue, triggers) for other in triggers)


def _beside(row: Sequence[Venue], times: Sequence[When], *, time_first: bool) -> When | None:
    """The time right before a row of places, or right behind it where the list names places first."""
    gaps = ((row[0].start - when.end if time_first else when.start - row[-1].end, when) for when in times)
    near = [(gap, when) for gap, when in gaps if 0 <= gap <= _BESIDE_WORDS]
    return min(near, key=lambda item: item[0])[1] if near else None


def cost(tokens: Tokens, trigger: Trigger, other: Stretch, triggers: Sequence[Trigger]) -> int:
    """How far a time or place is from a trigger, in words and what stands between."""
    if other.start < trigger.end and trigger.start < other.end:
        return 0
    low, high = (trigger.end, other.start) if other.start >= trigger.end else (other.end, trigger.start)
    halves = tokens.halves[high] - tokens.halves[low - 1]
    clauses = tokens.pauses[high] - tokens.pauses[low - 1]
    clauses += tokens.verb_last and other.start >= trigger.end
    rivals = sum(low <= rival.start < high for rival in triggers if rival is not trigger)
    return high - low + _CLAUSE_COST * clauses + _SENTENCE_HALF_COST * halves + _TRIGGER_COST * rivals


def _belongs_elsewhere(tokens: Tokens, trigger: Trigger, when: When, triggers: Sequence[Trigger]) -> bool:
    """Whether a time stands in a later clause with a trigger of its own ("… that it had seized in 1993")."""
    if is_embedded(tokens, when, trigger.start) or _is_of_attribute(tokens, trigger, when, triggers):
        return True
    if is_of_aside(tokens, trigger, when, triggers):
        return True
    if not subordinate(tokens, trigger.end, when.start):
        return False
    behind = (other for other in triggers if other.start >= trigger.end)
    near = (other for other in behind if other.end <= when.start or share_clause(tokens, other, when))
    return any(not subordinate(tokens, other.end, when.start) for other in near)


def _is_of_attribute(tokens: Tokens, trigger: Trigger, when: When, triggers: Sequence[Trigger]) -> bool:
    """Whether a month or year is that of a participle before its noun, which ends before a trigger.

    "1993'te ele geçirilen kenti …": where that noun is the trigger, it has the time of its participle.
    """
    if not tokens.attributes or when.end > trigger.start or when.interval.precision == "day":
        return False
    between = (one for one in triggers if when.end <= one.start and one.end < trigger.start)
    found = next((one for one in between if tokens.is_attribute(one.end - 1)), None)
    return found is not None and not ends_clause(tokens, when.end - 1, found.start)


def _is_told_of(trigger: Trigger, what: Stretch, triggers: Sequence[Trigger]) -> bool:
    """Whether another trigger stands before what opens a sentence ("After the shelling of X, …"): it is of that."""
    return any(other.end <= what.start and other.end <= trigger.start for other in triggers if other is not trigger)


def _is_narrowed(tokens: Tokens, trigger: Trigger, venue: Venue, venues: Sequence[Venue]) -> bool:
    """Whether a finer place is put between a land that opens the sentence and a trigger ("In X …, people in Y").

    Or behind the trigger, in its clause, if it lies in that land.
    """
    if venue.match.place.kind not in LANDS or venue.end > trigger.start:
        return False
    finer = [v for v in venues if venue.end <= v.start and v.firm and v.match.place.kind not in LANDS]
    return any(
        v.end <= trigger.start or (is_within(v.match.place, venue.match.place) and share_clause(tokens, trigger, v))
        for v in finer
    )


def _is_overtaken(tokens: Tokens, trigger: Trigger, when: When, times: Sequence[When]) -> bool:
    """Whether another time, behind "and" or in the trigger's clause, stands between the opening one and a trigger."""
    between = [other for other in times if when.end <= other.start and other.end <= trigger.start]
    if any(_is_joined(tokens, other) for other in between):
        return True
    return not share_clause(tokens, when, trigger) and any(share_clause(tokens, o, trigger) for o in between)


def _is_joined(tokens: Tokens, when: When) -> bool:
    """Whether "and" stands before a time, as a word or written together with it («وبعد يومين»)."""
    attached = tokens[when.start].start < when.time.expression.span.start
    before = [number for number in range(when.start) if number not in tokens.times]  # "and a year later, in May, …"
    return attached or not tokens.ands.isdisjoint(before[-_AND_WORDS:])


def _is_of_next_clause(tokens: Tokens, trigger: Trigger, what: Stretch, triggers: Sequence[Trigger]) -> bool:
    """Whether something behind a trigger stands in a clause with its own trigger: behind ";", or ", and on Monday"."""
    if what.start >= trigger.end and ends_half(tokens, trigger.end - 1, what.start):
        return any(o.start >= trigger.end and not ends_half(tokens, o.start, what.start) for o in triggers)
    begins = [
        n
        for n in range(trigger.end, what.start)
        if n in tokens.ands and ends_clause(tokens, n - 1, n) and not tokens.times.isdisjoint(range(n, n + _AND_WORDS))
    ]
    return bool(begins) and any(other.start > begins[-1] for other in triggers)


def is_beside_the_point(tokens: Tokens, trigger: Trigger, when: When) -> bool:
    """Whether a time behind a trigger stands in a subordinate clause or the other half of the sentence."""
    if when.start < trigger.end:
        return False
    return subordinate(tokens, trigger.end, when.start) or ends_half(tokens, trigger.end - 1, when.start)


def _opening(what: Stretch) -> int:
    """The cost of what opens a sentence ("On Sunday, …", "In Vienna, …"), beyond reach for the rest."""
    firm = not isinstance(what, Venue) or what.firm
    return _OPENING_COST if firm and what.start <= _OPENING_WORDS else _BEYOND_REACH


def _opening_its_half(tokens: Tokens, trigger: Trigger, venues: Sequence[Venue]) -> list[Venue]:
    """The places that are put right behind the semicolon before a trigger ("…; in Vienna, on the same day, …")."""
    half = tokens.halves[trigger.start]
    if not half:
        return []
    begins = tokens.halves.index(half)
    return [v for v in venues if v.firm and v.end <= trigger.start and 0 <= v.start - begins <= _OPENING_WORDS]


def _taste(trigger: Trigger, venue: Venue) -> int:
    country = venue.match.place.kind == "country"
    concern = 0 if venue.evidence == "venue" else _CITY_PREFERENCE
    bare = 0 if venue.firm or venue.origin or trigger.rule.type in TARGETING else _CITY_PREFERENCE
    struck = trigger.rule.type in TARGETING and venue.start == trigger.end and not (venue.firm or country)
    object_ = -_OBJECT_PREFERENCE if struck else 0
    return object_ + concern + bare + (_CITY_PREFERENCE if country and trigger.rule.type == "CONSULT" else 0)
