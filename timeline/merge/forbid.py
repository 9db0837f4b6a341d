"""What no likeness overrules: tellings that can't be of one happening. Only a person's word can."""

from __future__ import annotations

from geodata.model import PlaceMatch
from timeline.merge import kinds
from timeline.merge.distance import across_border, facing, is_point, lies_in, same_place, two_settlements
from timeline.merge.nearness import announced_together, both_wide
from timeline.merge.similarity import explained_gap, overlap, same_speakers, same_toll
from timeline.merge.tellings import Telling
from timeline.model.timex import MIDNIGHT, TimeInterval


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
    return "" if one.likeness(other) or same_toll(one, other) else "different kinds"


def different_days(one: Telling, other: Telling) -> str:
    """What recurs daily is another happening every day; so is what one article dates in two ways."""
    first, second = one.first.when, other.first.when
    if first is None or second is None:
        return ""
    if one.articles & other.articles and not (_same_in_one_text(first, second) or _tells_when(one, other)):
        return "different times in one article"
    return "" if overlap(first, second) or explained_gap(one, other) else "different times"


def different_places(one: Telling, other: Telling) -> str:
    """Two towns or villages are two places, however near; in one article so are any two, and two sides' under fire."""
    first, second = one.first.where, other.first.where
    if first is None or second is None or both_wide(one, other) or announced_together(one, other):
        return ""
    known = one.happening is not None and one.happening == other.happening
    announced = known and kinds.is_announced(one.first.type)
    if one.articles & other.articles and two_settlements(first, second) and not announced:
        return "different towns or villages in one article"
    if together(first, second):
        return ""
    if _two_points(first, second):
        return "" if announced else "different towns or villages"
    if one.articles & other.articles and not known:
        return "different places in one article"
    return "fire and return fire" if _reversed(one, other) and not (known or facing(first, second)) else ""


def _two_points(one: PlaceMatch, other: PlaceMatch) -> bool:
    """Whether both are points; near one village and near another across the border are two places, too."""
    return (is_point(one) and is_point(other)) or (two_settlements(one, other) and across_border(one, other))


def together(one: PlaceMatch, other: PlaceMatch) -> bool:
    """Whether two places are one, or one lies in the other."""
    return same_place(one, other) or lies_in(one, other) or lies_in(other, one)


def _same_in_one_text(one: TimeInterval, other: TimeInterval) -> bool:
    """Whether one text would date one happening in both ways: alike, from one day on, or the one day within a month."""
    if one.precision != other.precision:
        return bool(overlap(one, other))
    return one.start == other.start and (one.end == other.end or one.open_end != other.open_end)


def _tells_when(one: Telling, other: Telling) -> bool:
    """Whether one text knows one by the day of the report alone, and the other says when it was.

    That is a night that the day ends, another word of the sentence, or a sentence that goes on with it: "A blast hurt
    five. The bomb went off on Sunday". A sentence that opens with the time tells what is new.
    """
    known, dated = sorted((one, other), key=lambda telling: telling.order)
    times = [telling.first.when for telling in (known, dated) if telling.first.when]
    if sum(when.basis == "reported" for when in times) != 1:
        return False
    if overlap(*times):
        return max(when.end - when.start for when in times) == MIDNIGHT
    goes_on = dated.opens or dated.first.sentence == known.first.sentence
    return goes_on and times[0].basis == "reported" and bool(explained_gap(one, other))


def _reversed(one: Telling, other: Telling) -> bool:
    """Whether each strikes whom the other names as struck; what both do together has no such sides."""
    return one.first.type == "ASSAULT" and bool(one.actors & other.recipients and other.actors & one.recipients)


CHECKS = (unlike, different_days, different_places)
