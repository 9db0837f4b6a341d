"""Where something happened when its own sentence doesn't say: what the article said before, and where it is set."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from geodata.model import PlaceMatch
from timeline.extract.context import Context
from timeline.extract.triggers import Trigger
from timeline.extract.view import Sentence
from timeline.model.mention import Mention
from timeline.model.timex import TimeInterval

PLACED_BY_CONCERN = frozenset({"AGREE", "ASSAULT", "RETREAT", "COERCE", "COOPERATE", "AID"})
"""Types placed at the region they are about ("a ceasefire in the war over X") where no venue is named."""
_VIOLENT = frozenset({"ASSAULT", "COERCE", "RETREAT", "OTHER", "MOBILIZE", "AID", "PROTEST"})
_DOMESTIC = frozenset({"MOBILIZE", "PROTEST", "CONCEDE", "OTHER", "COERCE"})
"""Types that happen in the country of the party that does them, where no place is named."""
_STORY_DAYS = 31

Found = tuple[PlaceMatch, str] | None
"""A place and the reason for it."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """Of which trigger a place is asked, and what is known of it."""

    sentence: Sentence
    trigger: Trigger
    reading: Context
    when: TimeInterval | None


Way = Callable[[_Asked], Found]


def inherited(
    sentence: Sentence, trigger: Trigger, reading: Context, when: TimeInterval | None
) -> tuple[PlaceMatch | None, str]:
    """The place of a trigger whose sentence names none, with the reason; None where nothing says it."""
    if trigger.is_statement:
        return None, "a statement without a venue"
    asked = _Asked(sentence, trigger, reading, when)
    found = (way(asked) for way in _WAYS)
    return next((one for one in found if one), (None, "no place told"))


def _town_spoken_of(asked: _Asked) -> Found:
    """The town of a body that speaks of "the town" ("authorities in X said that the town was shelled")."""
    if not asked.sentence.refers_back:
        return None
    named = (v for v in reversed(asked.sentence.venues) if v.end <= asked.trigger.start)
    towns = (v.match for v in named if v.match.place.kind in ("city", "village"))
    town = next((match for match in towns if match.place.id not in asked.sentence.told.seats), None)
    return (town, "the town that the sentence names before") if town else None


def _town_named_before(asked: _Asked) -> Found:
    """The town that the sentence before named and told nothing of."""
    named = asked.reading.place_before()
    return (named, "the town that the sentence before names") if named else None


def _where_the_last_was(asked: _Asked) -> Found:
    """The place of what was told before: of the same type, or of its kind where the sentence has no time of its own."""
    before = asked.reading.same_kind(asked.trigger.rule.type)
    if before is None and not asked.sentence.times:
        before = _of_the_same_family(asked.trigger, asked.reading)
    if before and before.where and _near_in_time(asked.when, before.when):
        return before.where, "place of the sentence before"
    earlier = asked.reading.by_type.get(asked.trigger.rule.type, (0, None))[1] if asked.sentence.refers_back else None
    return (earlier.where, "place told earlier") if earlier and earlier.where else None


def _of_the_same_family(trigger: Trigger, reading: Context) -> Mention | None:
    """The mention before, if this is of its kind: violence goes on where violence was, talks where talks were."""
    before = reading.inherited()
    alike = before is not None and (before.type in _VIOLENT) == (trigger.rule.type in _VIOLENT)
    return before if alike else None


def _near_in_time(one: TimeInterval | None, other: TimeInterval | None) -> bool:
    """Whether two times are of one story: news goes on with its place, a look back does not."""
    if one is None or other is None:
        return True
    gap = max((one.start - other.end).days, (other.start - one.end).days)
    return gap <= _STORY_DAYS


def _main_region(asked: _Asked) -> Found:
    """The region that the article is about; a look back is not at the district of the day."""
    place = asked.reading.main_place
    told_of = asked.sentence.refers_back or asked.trigger.rule.type in PLACED_BY_CONCERN
    if place is None or not told_of:
        return None
    holds = place.place.kind != "district" or _is_of_the_day(asked.reading, asked.when)
    return (place, "the region that the article is about") if holds else None


def _is_of_the_day(reading: Context, when: TimeInterval | None) -> bool:
    """Whether a time is near that of the report; what has none is."""
    return reading.published is None or when is None or (reading.published - when.end).days <= _STORY_DAYS


def _dateline(asked: _Asked) -> Found:
    """The town that the article was written in, for what its own people do these days."""
    town = asked.sentence.told.dateline_place
    if town is None or asked.trigger.rule.type not in _DOMESTIC or not _is_of_the_day(asked.reading, asked.when):
        return None
    at_home = all(country == town.place.country for country in _countries(asked.sentence))
    return (town, "the dateline") if at_home else None


def _countries(sentence: Sentence) -> set[str]:
    """Countries that a sentence names, as places or by their people."""
    named = {v.match.place.country for v in sentence.venues if v.match.place.country}
    return named | {party.id.removeprefix("iso:") for party in sentence.parties if party.id.startswith("iso:")}


def _country_of_the_party(asked: _Asked) -> Found:
    """The country of the party that acts, for what happens at home."""
    country = next((v.match for v in asked.sentence.venues if v.match.place.kind == "country"), None)
    at_home = asked.trigger.rule.type in _DOMESTIC or asked.trigger.rule.mode == "war"
    return (country, "country of the party that acts") if country and at_home else None


_WAYS: tuple[Way, ...] = (
    _town_spoken_of, _town_named_before, _where_the_last_was, _main_region, _dateline, _country_of_the_party,
)  # fmt: skip
