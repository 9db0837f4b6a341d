"""The day that only the sentence after names: that of a lead, or of what "That was on 7 July" speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.extract.what import untyped
from timeline.extract.what.triggers import STATEMENTS
from timeline.model.mention import TOLD_AS_FACT, Mention
from timeline.model.timex import TimeInterval

if TYPE_CHECKING:
    from timeline.extract.context import Context
    from timeline.extract.view import Sentence
    from timeline.extract.when.whens import When

_DIPLOMATIC = frozenset({"AGREE", "CONSULT", "COOPERATE", "RETREAT"})
_ADOPTION_DAYS = 7
"""How long before the report the day may lie that a lead takes over from the sentence after it."""
_SOON = 3
"""Sentences behind that of a lead that may name its day."""
_AFTER = "time of the sentence after"
_WAGED, _WAR = "ASSAULT", "war"
"""What goes on since a day began before the news of it."""
_OPENING, _BESIDE, _MORE = 1, 2, 6
"""Words before "that was", between it and its time, and besides both, that a sentence which only dates has at most."""


def day_of_before(sentence: Sentence) -> TimeInterval | None:
    """The time that a sentence gives to what the one before tells ("That was on 7 July."), telling nothing itself."""
    if len(sentence.times) != 1 or sentence.asks:
        return None
    when = sentence.times[0]
    if when.interval.open_end or when.interval.open_start or not sentence.is_told(when):
        return None
    words = next(_pointing(sentence, when), frozenset[int]())
    if not words or any(one.start not in words for one in sentence.triggers):
        return None
    return when.interval if len(sentence.tokens) - len(words) <= _MORE else None


def _pointing(sentence: Sentence, when: When) -> Iterator[frozenset[int]]:
    """The words that speak of the sentence before, and of its time: "that was on …", «bu … oldu»."""
    tokens, marks = sentence.tokens, list(sentence.lexicon.of_before.all(sentence.tokens))
    own = range(when.start, when.end)
    for mark in (one for one in marks if one.start <= _OPENING and one.payload != "ends"):
        words = range(mark.start, mark.end)
        if mark.payload == "whole" and mark.start <= when.start <= mark.end + _BESIDE:
            yield frozenset((*words, *own))
        elif all(tokens[number].word in tokens.small_words for number in range(mark.end, when.start)):
            ends = (end for end in marks if end.payload == "ends" and end.end == len(tokens))
            yield from (frozenset((*words, *own, *range(end.start, end.end))) for end in ends)


def dated_by(mentions: Sequence[Mention], day: TimeInterval, reading: Context) -> list[Mention]:
    """Mentions with those of the sentence right before put on the day that this one names."""
    before = reading.read[-1][1] if reading.read else None
    return [_on(m, day) if m.sentence == before and m.status in TOLD_AS_FACT else m for m in mentions]


def _on(mention: Mention, day: TimeInterval) -> Mention:
    """A mention on a day that is named later, unless it has one of its own."""
    known = mention.when
    finer = known is not None and known.start <= day.start and day.end <= known.end and known != day
    if known is None or known.basis in ("reported", "inferred") or finer:
        return _dated(mention, day)
    return mention


def _dated(mention: Mention, day: TimeInterval) -> Mention:
    return replace(mention, when=replace(day, basis="inferred"), provenance={**mention.provenance, "time": _AFTER})


def with_later_day(mentions: Sequence[Mention], here: Sequence[Mention], reading: Context) -> list[Mention]:
    """Mentions of the lead with the day that a sentence soon after gives for their kind, or for no deed of its own.

    News often opens with what happened and says only then on which day.
    """
    if not 0 < reading.sentence <= _SOON or (reading.sentence > 1 and reading.paragraph != 0):
        return list(mentions)
    since = {day.start for day in reading.days_named if day.open_end}
    wars = {m.when.start for m in here if m.when and (m.mode == _WAR or (m.type == _WAGED and m.when.start in since))}
    uncounted = {day.start for day in reading.days_named} - wars
    days = [m for m in here if m.when and m.when.precision == "day" and m.when.basis in ("stated", "relative")]
    days = [m for m in days if m.when and m.when.start in uncounted]  # "four days earlier" is another day
    deeds = [m for m in days if _tells_a_deed(m)]
    free = reading.item is None and not deeds and not reading.dated
    named = reading.days_named[0] if len(reading.days_named) == 1 and free else None
    is_day = named is not None and named.precision == "day" and not named.open_end
    alone = named if named and is_day and named.start in uncounted else None
    near = [m for m in days if reading.sentence == 1 or m.where]
    return [_with_day(m, _later_day(m, near, alone, reading), reading) for m in mentions]


def _tells_a_deed(mention: Mention) -> bool:
    """Whether a mention tells what was done, in words that say of what kind it was."""
    return mention.type not in STATEMENTS and mention.provenance["type"] != untyped.RULE.id


def _later_day(
    mention: Mention, days: Sequence[Mention], alone: TimeInterval | None, reading: Context
) -> TimeInterval | None:
    """The day of a mention of the same kind; beyond the next sentence, of one at the same place."""
    like = (d for d in days if _alike(mention, d) and (reading.sentence == 1 or _share_place(mention, d)))
    return next((d.when for d in like), None if mention.type in STATEMENTS else alone)


def _share_place(one: Mention, other: Mention) -> bool:
    return bool(one.where and other.where and one.where.place.id == other.where.place.id)


def _with_day(mention: Mention, later: TimeInterval | None, reading: Context) -> Mention:
    reported = mention.when is not None and mention.when.basis == "reported"
    if not (later and reported and reading.published):
        return mention
    if not 0 <= (reading.published - later.end).days <= _ADOPTION_DAYS:
        return mention
    return _dated(mention, later)


def _alike(one: Mention, other: Mention) -> bool:
    return one.type == other.type or {one.type, other.type} <= _DIPLOMATIC
