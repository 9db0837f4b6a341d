"""When a trigger's happening was: its own sentence's word first, then what the article said before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from timeline.extract.context import TIME_BEFORE, Context
from timeline.extract.text.clauses import share_clause
from timeline.extract.view import Sentence
from timeline.extract.what import modality
from timeline.extract.what.scope import is_past
from timeline.extract.what.triggers import Trigger, ends_half
from timeline.extract.when import counted
from timeline.extract.when.counted import Counted
from timeline.extract.when.telltimes import from_story, of_own_clause
from timeline.extract.when.whens import When
from timeline.extract.where import linking
from timeline.model.mention import TOLD_AS_FACT
from timeline.model.timex import TimeInterval

_REPORTED = "day of the report"
_WEEK = timedelta(days=7)
_COMPARED = 4
"""Words around a trigger in which a superlative compares it."""


@dataclass(slots=True, kw_only=True)  # not frozen: many are made
class Dated:
    """A trigger's time with the reason for it; ``own`` where its own sentence says it.

    ``moved`` says that it is that of another happening and a length of time.
    """

    when: TimeInterval | None
    reason: str
    own: bool = False
    since: bool = False
    moved: bool = False


def date(sentence: Sentence, trigger: Trigger, reading: Context) -> Dated:
    """When a trigger's happening was, with the reason."""
    usable = [when for when in sentence.times if not _is_yardstick(sentence, trigger, when)]
    usable = [when for when in usable if sentence.is_told(when, trigger)]
    usable = [when for when in usable if lasts(trigger) or when.time.signal != "until"]  # how long, not when
    usable = _past_of_telling(trigger, usable, reading) if trigger.is_statement else usable
    telling = list(sentence.lexicon.speech.all(sentence.tokens)) if len(usable) > 1 else []
    usable = list(of_own_clause(sentence.tokens, trigger, usable, telling)) if telling else usable
    length = _length_of(sentence, trigger)
    if length:
        return _counted_date(sentence, trigger, length, usable, reading)
    usable = [from_story(when, reading.mentions, reading.spoken) for when in usable]
    found = linking.nearest_time(sentence.tokens, trigger, usable, sentence.triggers)
    if found and not (reading.heading and linking.is_beside_the_point(sentence.tokens, trigger, found[0])):
        return own_date(sentence, trigger, found[0])
    taken = _up_to(_taken_over(sentence, trigger, reading), sentence)
    if reading.heading or not (taken.when is None or taken.reason == _REPORTED):
        return taken
    past = [when for when in usable if not (reading.published and when.interval.start > reading.published)]
    rivals = sentence.triggers if taken.when and not trigger.is_statement else []
    alone = linking.only_time(sentence.tokens, trigger, past, rivals)
    if alone is None or (taken.when and alone.interval.precision != "day"):
        return taken
    if trigger.is_statement and not _is_of_statement(sentence, trigger, alone):
        return taken
    return own_date(sentence, trigger, alone)


def _past_of_telling(trigger: Trigger, times: Sequence[When], reading: Context) -> list[When]:
    """Times of a statement: what is asked for or threatened is to come, but it was said on a weekday that is over."""
    now = reading.published
    if now is None:
        return list(times)
    told = [_last_week(when) if when.interval.start > now and when.end <= trigger.start else when for when in times]
    past = [when for when in told if when.interval.start <= now]
    return past or list(times)


def _last_week(when: When) -> When:
    """A weekday that was taken for the next one, a week before."""
    next_one = when.interval
    if not when.time.weekday:
        return when
    return replace(when, interval=replace(next_one, start=next_one.start - _WEEK, end=next_one.end - _WEEK))


def _is_of_statement(sentence: Sentence, trigger: Trigger, when: When) -> bool:
    """Whether a time is that of a statement before ("condemned the attack on Friday and asked for …")."""
    before = (one for one in sentence.triggers if one.is_statement and one.end <= trigger.start)
    return any(share_clause(sentence.tokens, one, when) for one in before)


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
        return own_date(sentence, trigger, found[0])
    other = counted.beside(length, [when for when in usable if when not in mine])
    if other is None and (told := _told_before(sentence, length, reading)):
        return _moved(told, length, 0 if inside else length.way)
    itself = None if other or _is_ahead(sentence, length) else length.when
    if itself and not inside:  # "two days after the attack", which the sentence before told
        return own_date(sentence, trigger, itself)
    told = own_date(sentence, trigger, other) if other else _taken_over(sentence, trigger, reading)
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


def _taken_over(sentence: Sentence, trigger: Trigger, reading: Context) -> Dated:
    """The time that the sentence goes on with, else the day of the report."""
    before = reading.time_of_statement() if trigger.is_statement else reading.time_before()
    if before and not (_is_plan(before[0], reading) and _is_real(sentence, trigger)):
        return Dated(when=replace(before[0], basis="inferred"), reason=before[1])
    reported = reading.reported()
    return Dated(when=reported, reason=_REPORTED if reported else "no time told")


def _is_plan(when: TimeInterval, reading: Context) -> bool:
    """Whether a time lies behind the report."""
    return reading.published is not None and when.start > reading.published


def _is_real(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a verb of the past tells, and nothing says that a trigger's happening is to come or might."""
    past = is_past(sentence.tokens, range(len(sentence.tokens)), sentence.lexicon)
    return past and modality.UNREAL.isdisjoint(modality.cues(sentence.tokens, trigger, sentence.lexicon))


def own_date(sentence: Sentence, trigger: Trigger, found: When) -> Dated:
    """A time of the trigger's own sentence, which names it as the reason."""
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
    past = when.time.signal in ("since", "after")
    behind = (m for m in compares if 0 <= m.start - when.end <= 1)
    if past and any(share_clause(sentence.tokens, when, m) for m in behind):  # «2009 წლის შემდეგ ყველაზე დიდი»
        return True
    near = range(max(0, trigger.start - _COMPARED), trigger.end + _COMPARED)
    return when.interval.open_end and any(m.start in near for m in compares)


def lasts(trigger: Trigger) -> bool:
    """Whether a trigger tells of a state."""
    return trigger.rule.kind == "state"
