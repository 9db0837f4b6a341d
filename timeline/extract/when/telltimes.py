"""Whose a time is: that of what is told, or of its telling; and which day a story is at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from timeline.extract.text.clauses import share_clause, subordinate
from timeline.extract.text.tokens import Tokens
from timeline.extract.what.triggers import STATEMENTS, Trigger
from timeline.extract.when.whens import Stretch, When
from timeline.model.mention import TOLD_AS_FACT, Mention

if TYPE_CHECKING:
    from timeline.extract.who.attribution import Speech

_NIGHT = timedelta(days=1)
_BESIDE_WORDS = 3
"""Words between a word of telling and its time."""


def of_own_clause(
    tokens: Tokens, trigger: Trigger, times: Sequence[When], telling: Sequence[Stretch]
) -> Sequence[When]:
    """Times but those beside a word of telling before the word that opens a trigger's clause, if that has one, too.

    "Said on Friday that gunmen attacked on Monday".
    """
    apart = []
    for when in times:
        near = [m for m in telling if max(m.start - when.end, when.start - m.end) <= _BESIDE_WORDS]
        told = max((m.end for m in near), default=len(tokens))
        if max(told, when.end) <= trigger.start and subordinate(tokens, max(told, when.end), trigger.start):
            apart.append(when)
    own = [when for when in times if when not in apart and share_clause(tokens, when, trigger)]
    own = [when for when in own if when.end <= trigger.start or not subordinate(tokens, trigger.end, when.start)]
    return [when for when in times if when not in apart] if own else times


def goes_on(told: Sequence[Mention]) -> Mention:
    """The mention that a story goes on with: the last one, but none of years ago beside one of a day."""
    last = told[-1].when
    days = [mention for mention in told if last and mention.when and mention.when.start > last.end]
    return days[-1] if days and last and last.precision != "day" else told[-1]


def of_the_story(times: Sequence[When], triggers: Sequence[Trigger], said: Sequence[Speech]) -> list[When]:
    """The times of a sentence that are of what happened, and not of its telling ("said on Friday that …")."""
    telling = [speech.at for speech in said if speech.timed] + [one.start for one in triggers if one.is_statement]
    deeds = [one.start for one in triggers if not one.is_statement]
    if not telling:
        return list(times)
    return [when for when in times if _far(when, deeds) <= _far(when, telling)] if deeds else []


def _far(when: When, words: Sequence[int]) -> int:
    return min(abs(when.start - word) for word in words)


def spoken(before: Mapping[date, bool], times: Sequence[When], story: Sequence[When]) -> Mapping[date, bool]:
    """The days told so far, and whether on each somebody only said something; with the times of a sentence.

    Parameters
    ----------
    story : those of the times that are of what happened.
    """
    if not times:
        return before
    own = [when for when in times if not before.get(when.time.anchor or when.interval.start)]
    only = {when.interval.start: when not in story for when in own}
    return {**before, **{day: said and before.get(day, True) for day, said in only.items()}}


def from_story(when: When, mentions: Sequence[Mention], spoken_on: Mapping[date, bool]) -> When:
    """A time counted from a day told before ("the day before") as counted from the day that the story is at.

    "Hours earlier" goes with whatever was told last, an announcement too.

    Parameters
    ----------
    spoken_on : the days told so far, and whether on each somebody only said something: that the story isn't at.
    """
    anchor, told = when.time.anchor, when.interval
    if anchor is None or not spoken_on.get(anchor) or told.precision != "day" or told.approximate:
        return when
    at = next((one.when.start for one in reversed(mentions) if _is_of_story(one) and one.when), None)
    if at is None:
        return when
    moved = at - anchor
    return replace(when, interval=replace(told, start=told.start + moved, end=told.end + moved))


def _is_of_story(mention: Mention) -> bool:
    """Whether a mention tells, as a fact, of a deed on a day that the text names."""
    when = mention.when
    if when is None or when.precision != "day" or when.end - when.start > _NIGHT or when.basis == "reported":
        return False
    return mention.status in TOLD_AS_FACT and mention.type not in STATEMENTS
