"""What the sentence around a mention makes doubtful: places and times that other verbs are nearer to, and rivals."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from geodata.compounds import PART
from geodata.resolve import NO_OTHER
from timeline.extract.settle import Placed, Settled
from timeline.extract.view import Sentence
from timeline.extract.what.scope import is_past
from timeline.extract.what.triggers import Trigger
from timeline.extract.when.moments import Dated
from timeline.extract.when.whens import Stretch, When
from timeline.extract.where.linking import cost
from timeline.extract.where.setting import TOWN_NAMED_LAST
from timeline.extract.where.venues import Venue

_AS_NEAR = 2
"""Costs up to which another time is as near."""
_NEAR = 10
"""Costs up to which another verb is almost as near to a time."""
_LONG = 15
"""Words from which on a sentence is long."""
_MENTIONED = frozenset({"accident", "election", "declaration"})
"""Modes whose words are often only mentioned beside what is told."""
_LONG_AGO = timedelta(days=31)
"""Time before a report from which on what it tells is background."""
_INHERITED = {
    "place of the sentence before": "place of what was told before",
    "the place that opens the item": "place that opens the item",
    TOWN_NAMED_LAST: TOWN_NAMED_LAST,
}
"""Reasons of places that no sentence of theirs names → what is doubtful then."""
_NAMED = {NO_OTHER: "only its name speaks for the place", PART: "only a part of the place"}
"""Reasons of places by which they were found → what is doubtful then."""


def doubtful(sentence: Sentence, trigger: Trigger, settled: Settled, placed: Placed) -> Iterator[str]:
    """What is doubtful about one of the places of a trigger, at the time that it was settled to."""
    yield from _of_words(sentence, trigger, settled)
    yield from _of_place(sentence, trigger, placed)
    yield from _of_time(sentence, trigger, settled.dated)


def _of_words(sentence: Sentence, trigger: Trigger, settled: Settled) -> Iterator[str]:
    if trigger.end - trigger.start == 1:
        yield "one word tells it"
    if trigger.rule.mode in _MENTIONED:
        yield "a kind that is often only mentioned"
    if trigger.rule.mode == "commemoration":
        yield "a commemoration"
    if not is_past(sentence.tokens, range(trigger.start, trigger.end), sentence.lexicon):
        yield "no verb of the past tells it"
    if len(settled.placed) > 1:
        yield "one of several places"
    if sentence.told.is_of_one_place:
        yield "the only place of the text"


def _of_place(sentence: Sentence, trigger: Trigger, placed: Placed) -> Iterator[str]:
    if placed.where is None and not trigger.is_statement:
        yield "a deed without a place"
    if placed.reason in _INHERITED and not placed.own:
        yield _INHERITED[placed.reason]
    venue = next((one for one in sentence.venues if placed.where and one.match.span == placed.where.span), None)
    if not placed.own or venue is None:
        return
    if venue.match.reason in _NAMED:
        yield _NAMED[venue.match.reason]
    if _lead(sentence, trigger, venue) < 0:
        yield "another verb is nearer to the place"
    between = range(*sorted((min(venue.end, trigger.end), max(venue.start, trigger.start))))
    if any(_is_rival(other, venue) and other.start in between for other in sentence.venues):
        yield "another place between"


def _is_rival(other: Venue, venue: Venue) -> bool:
    return other.row != venue.row and other.evidence == "venue"


def _of_time(sentence: Sentence, trigger: Trigger, dated: Dated) -> Iterator[str]:
    if not dated.own and len(sentence.tokens) > _LONG:
        yield "no time of its own in a long sentence"
    published = sentence.told.article.published
    if published and dated.when and published - dated.when.start > _LONG_AGO:
        yield "more than a month before the report"
    when = _time(sentence, trigger, dated)
    if when is None:
        return
    lead = _lead(sentence, trigger, when)
    if lead < 0:
        yield "another verb is nearer to the time"
    elif lead <= _NEAR:
        yield "another verb is almost as near to the time"
    tokens, mine = sentence.tokens, cost(sentence.tokens, trigger, when, sentence.triggers)
    others = (one for one in sentence.times if one is not when)
    if any(cost(tokens, trigger, other, sentence.triggers) - mine <= _AS_NEAR for other in others):
        yield "another time is as near"


def _time(sentence: Sentence, trigger: Trigger, dated: Dated) -> When | None:
    """The time of the sentence that a trigger was dated by."""
    if not dated.own or dated.when is None:
        return None
    start = dated.when.start
    same = (when for when in sentence.times if when.interval.start == start)
    return min(same, key=lambda when: abs(when.start - trigger.start), default=None)


def _lead(sentence: Sentence, trigger: Trigger, what: Stretch) -> int:
    """How much nearer a trigger is to something than the nearest other one; beyond all where there is no other."""
    tokens, triggers = sentence.tokens, sentence.triggers
    rivals = (other for other in triggers if other is not trigger and not other.rule.consequence)
    others = [cost(tokens, other, what, triggers) for other in rivals]
    own = cost(tokens, trigger, what, triggers)
    return min(others, default=own + _NEAR + 1) - own
