"""Where something happened when its own sentence doesn't say: what the article said before, and where it is set."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from geodata.containing import is_within
from geodata.model import TOWNS, PlaceMatch
from geodata.precision import COUNTRY, DISTRICT, NEAR
from timeline.extract.context import Context
from timeline.extract.text.clauses import is_apposition, share_clause
from timeline.extract.view import Sentence
from timeline.extract.what.triggers import Trigger
from timeline.extract.where.home import (
    ACTING,
    DOMESTIC,
    OF_THE_ARTICLE,
    Asked,
    Found,
    border_of_the_two,
    border_spoken_of,
    capital_spoken_of,
    country_of_an_unknown_town,
    country_of_state,
    country_of_the_article,
    country_of_the_party,
    country_of_the_target,
    country_spoken_of,
    home,
    is_elsewhere,
    seat,
    town_of_the_hall,
)
from timeline.extract.where.pointing import place_before
from timeline.extract.where.theatre import land_of_a_known_war, land_of_the_war
from timeline.model.mention import Mention
from timeline.model.timex import TimeInterval

PLACED_BY_CONCERN = frozenset({"AGREE", "ASSAULT", "RETREAT", "COERCE", "COOPERATE", "AID"})
"""Types placed at the region they are about ("a ceasefire in the war over X") where no venue is named."""
_VIOLENT = frozenset({"ASSAULT", "COERCE", "RETREAT", "OTHER", "MOBILIZE", "AID", "PROTEST"})
_LOCAL = frozenset({"PROTEST", "COERCE", "ASSAULT", "AID"})
"""Types that happen on a spot, not in a country."""
_BY_BODIES = frozenset({"COERCE", "CONCEDE", "ACCUSE", "OTHER", "ASSAULT"})
"""Types of what a town's court, police or council does, or suffers."""
_MET = frozenset({"AGREE", "CONSULT"})
"""Types of what people come together for."""
_IN_THE_STREET = frozenset({"PROTEST", "COERCE"})  # what crowds and police do
_FROM_AFAR = frozenset({"phone", "ceasefire"})
"""Modes of what two sides may settle without coming together."""
_TRUCE = frozenset({"ceasefire", "peace"})
_FIGHTING = frozenset({"ASSAULT", "MOBILIZE"})
_TWO = 2
_RULED = ("region", "admin1")
"""Kinds of places that have a government of their own."""
_SETTLED = ("city", "village", "district", "feature")
_STORY_DAYS = 31
TOWN_NAMED_LAST = "the town named last"
"""Reason of the place of what happened in "the village", where that is the last town named."""
NATIONAL = frozenset({"election", "referendum", "ban", "embargo", "expel", "martial_law", "commemoration"})
"""Modes of what mostly concerns a whole country, if no place is told."""


Way = Callable[[Asked], Found]


def inherited(
    sentence: Sentence, trigger: Trigger, reading: Context, when: TimeInterval | None
) -> tuple[PlaceMatch | None, str]:
    """The place of a trigger whose sentence names none, with the reason; None where nothing says it."""
    asked = Asked(sentence, trigger, reading, when)
    if trigger.is_statement:
        found = (_item(asked) if _opens_item(sentence) else None) or seat(asked) or town_of_the_hall(asked)
        return found or (None, "a statement without a venue")
    ways = (way(asked) for way in _WAYS)
    place = next((one for one in ways if one and may_hold(asked, one[0])), None)
    found = _of_its_width(asked, place) if place else land_of_the_war(asked, None)
    return found or (None, "no place told")


def _of_its_width(asked: Asked, found: tuple[PlaceMatch, str]) -> tuple[PlaceMatch, str]:
    """A place that a sentence takes from elsewhere, or its land where a whole people does what it tells, or wages war.

    That is the region that the text is about if the place lies in it, else the country.
    """
    match, reason = found
    named_before = match.span.end <= asked.sentence.span.start
    if match.place.kind not in _SETTLED or not named_before:
        return found
    if asked.trigger.rule.mode not in NATIONAL:
        return land_of_the_war(asked, match) or found
    region = asked.reading.main_place
    if region and region.place.kind in _RULED and is_within(match.place, region.place):
        return region, f"{reason}, as its region"
    land = asked.sentence.told.gazetteer.place(f"iso:{match.place.country}")
    if land is None:
        return found
    return replace(match, place=land, where_prec=COUNTRY, role="concerns"), f"{reason}, as its country"


def may_hold(asked: Asked, match: PlaceMatch) -> bool:
    """Whether a place may be meant: a town named elsewhere isn't, where the sentence has one that nobody knows."""
    outside = match.span.end <= asked.sentence.span.start
    return not (outside and match.place.kind in _SETTLED and asked.sentence.names_unknown_town)


def _town_spoken_of(asked: Asked) -> Found:
    """The town of a body that speaks of "the town" ("authorities in X said that the town was shelled")."""
    if not asked.sentence.refers_back:
        return None
    named = (v for v in reversed(asked.sentence.venues) if v.end <= asked.trigger.start)
    towns = (v.match for v in named if v.match.place.kind in TOWNS)
    town = next((match for match in towns if match.place.id not in asked.sentence.told.seats), None)
    return (town, "the town that the sentence names before") if town else None


def _town_named_before(asked: Asked) -> Found:
    """The town that the sentence before named and told nothing of."""
    named = asked.reading.place_before()
    return (named, "the town that the sentence before names") if named else None


def _where_the_last_was(asked: Asked) -> Found:
    """The place of what was told before: of the same type, or of its kind where the sentence has no time of its own."""
    before = asked.reading.same_kind(asked.trigger.rule.type)
    goes_on = not asked.sentence.times or asked.reading.last_paragraph == asked.reading.paragraph
    if before is None and goes_on:
        before = _of_the_same_family(asked.trigger, asked.reading)
    if before and before.provenance.get("place") == OF_THE_ARTICLE:
        before = None  # a guess, which is made anew
    if before and before.where and _near_in_time(asked.when, before.when) and not _moves_on(asked, before.where):
        wide = asked.sentence.span_of("town") is not None and before.where.place.kind not in TOWNS
        return (_town_told_earlier(asked) if wide else None) or (_around(before.where), "place of the sentence before")
    earlier = asked.reading.by_type.get(asked.trigger.rule.type, (0, None))[1] if asked.sentence.refers_back else None
    return (earlier.where, "place told earlier") if earlier and earlier.where else None


def _where_they_fought(asked: Asked) -> Found:
    """The place of the fighting that a truce ends, told right before it and outside the land that the text is about."""
    before, about = asked.reading.inherited(), asked.reading.main_place
    if asked.trigger.rule.mode not in _TRUCE or before is None or before.type not in _FIGHTING or not before.where:
        return None
    goes_on = asked.reading.last_paragraph == asked.reading.paragraph and _near_in_time(asked.when, before.when)
    inside = about is None or is_within(before.where.place, about.place)
    return (_somewhere(before.where), "where the fighting was that it ends") if goes_on and not inside else None


def _moves_on(asked: Asked, place: PlaceMatch) -> bool:
    """Whether a sentence turns to what another country does at home; armies, guests and helpers act abroad."""
    abroad = asked.trigger.rule.type not in ACTING or asked.sentence.refers_back
    return not abroad and place.place.country is not None and is_elsewhere(asked.sentence, place)


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


def _main_region(asked: Asked) -> Found:
    """The region that the article is about; a look back is not at the district of the day."""
    place = asked.reading.main_place
    told_of = asked.sentence.refers_back or asked.trigger.rule.type in PLACED_BY_CONCERN
    if place is None or not told_of:
        return None
    of_the_day = place.place.kind != "district" or is_of_the_day(asked.reading, asked.when)
    at_home = asked.trigger.rule.type in ACTING
    holds = of_the_day and not (at_home and is_elsewhere(asked.sentence, place))
    return (place, "the region that the article is about") if holds else None


def is_of_the_day(reading: Context, when: TimeInterval | None) -> bool:
    """Whether a time is near that of the report; what has none is."""
    return reading.published is None or when is None or (reading.published - when.end).days <= _STORY_DAYS


def _item(asked: Asked) -> Found:
    """The place that opens an item of a digest, for what is told in it."""
    place = asked.sentence.item.place if asked.sentence.item else None
    if place is None or not is_of_the_day(asked.reading, asked.when) or _acts_elsewhere(asked, place):
        return None
    return (_somewhere(place), "the place that opens the item")


def _acts_elsewhere(asked: Asked, place: PlaceMatch) -> bool:
    """Whether a sentence tells what another country than that of a place does at home."""
    return asked.trigger.rule.type in ACTING and is_elsewhere(asked.sentence, place)


def _opens_item(sentence: Sentence) -> bool:
    """Whether a sentence stands right behind the place that opens its item."""
    item, text = sentence.item, sentence.told.article.text
    return item is not None and not text[item.opening.end : sentence.span.start].strip()


def _dateline(asked: Asked) -> Found:
    """The town that the article was written in, for what its own people do these days."""
    town = asked.sentence.told.dateline_place
    if town is None or asked.trigger.rule.type not in DOMESTIC or not is_of_the_day(asked.reading, asked.when):
        return None
    at_home = town.place.country == home(asked.sentence)
    return (_somewhere(town), "the dateline") if at_home else None


def _dateline_town(asked: Asked) -> Found:
    """The town that an article was written in: a small one is where its news is, of a capital what is met and signed.

    Of a capital only what the lead tells.
    """
    town = asked.sentence.told.dateline_place
    if town is None or not is_of_the_day(asked.reading, asked.when):
        return None
    if is_elsewhere(asked.sentence, town):
        return (_somewhere(town), "the dateline") if _are_guests(asked, town) else None
    most, rule, lead = asked.sentence.told.town, asked.trigger.rule, asked.reading.paragraph == 0
    done_there = rule.type in _IN_THE_STREET or (rule.type in _MET and rule.mode != "ceasefire")
    alone = most.place.id == town.place.id if most else asked.reading.main_place is None
    local = (lead and done_there) or (alone and town.place.id not in asked.sentence.told.seats)
    return (_somewhere(town), "the dateline") if local else None


def _are_guests(asked: Asked, town: PlaceMatch) -> bool:
    """Whether the lead tells that people of two other countries met: they did so in the town that it was written in."""
    rule, others = asked.trigger.rule, asked.sentence.countries - {town.place.country}
    met = rule.type in _MET and rule.mode not in _FROM_AFAR and asked.trigger is asked.sentence.triggers[0]
    return met and len(others) >= _TWO and asked.reading.paragraph == 0


def _somewhere(town: PlaceMatch) -> PlaceMatch:
    """A town for what was there or about: its district, as nothing says more."""
    return replace(town, where_prec=max(town.where_prec, DISTRICT))


def _around(match: PlaceMatch) -> PlaceMatch:
    """A place for what went on there: what was near a town may go on somewhere else in its district."""
    return _somewhere(match) if match.where_prec == NEAR else match


def _there(asked: Asked) -> Found:
    """The place of what was told last, where a sentence says "there"."""
    place = place_before(asked.sentence, asked.trigger, asked.reading)
    return (place, "the place that the sentence calls there") if place else None


def _town_told_earlier(asked: Asked) -> Found:
    """The last town named, where a sentence speaks of "the village" or "there" and is of the same story."""
    spoken_of = asked.sentence.span_of("town") is not None and asked.trigger.rule.type in _VIOLENT
    here = [v.match for v in asked.sentence.venues if v.evidence == "venue" and v.end <= asked.trigger.start]
    named = [match for match in here if match.place.kind in TOWNS]
    town = (named[-1] if named else asked.reading.town) if spoken_of else None
    return (town, TOWN_NAMED_LAST) if town else None


def _town_of_the_body(asked: Asked) -> Found:
    """The town whose court acts or police is struck ("a Gyumri court sentenced …", "attacked the Nalchik police")."""
    if asked.trigger.rule.type not in _BY_BODIES:
        return None
    venues, tokens, start = asked.sentence.venues, asked.sentence.tokens, asked.trigger.start
    before = (v for v in venues if v.evidence == "speaker" and v.end <= start)
    acting = (v.match for v in before if not is_apposition(tokens, v, start))
    if asked.trigger.rule.type == "ASSAULT":  # capitals act from afar, other towns are where they are
        seats = asked.sentence.told.seats
        clause = (v for v in venues if v.evidence == "speaker" and share_clause(tokens, v, asked.trigger))
        acting = (v.match for v in clause if v.match.place.id not in seats)
    town = next((match for match in acting if match.place.kind in TOWNS), None)
    return (town, "the town of the body that acts") if town else None


def _town_of_the_story(asked: Asked) -> Found:
    """The town that an article names most, for what people do in the street."""
    town = asked.sentence.told.town if asked.trigger.rule.type in _LOCAL else None
    at_home = town is not None and town.place.country == home(asked.sentence)
    return (_somewhere(town), "the town that the article is about") if town and at_home else None


def _region_of_the_story(asked: Asked) -> Found:
    """The region that an article is about, for what its own people do."""
    place = asked.reading.main_place if asked.trigger.rule.type in DOMESTIC else None
    if place is None or place.place.kind not in _RULED or is_elsewhere(asked.sentence, place):
        return None
    return place, "the region that the article is about"


_WAYS: tuple[Way, ...] = (
    country_of_an_unknown_town, _there, land_of_a_known_war, border_spoken_of, _town_spoken_of, town_of_the_hall,
    capital_spoken_of, country_spoken_of, _town_of_the_body, country_of_state, _town_named_before, _where_the_last_was,
    _where_they_fought, _item, _town_told_earlier,
    _dateline_town, _main_region, _dateline, _town_of_the_story, _region_of_the_story,
    border_of_the_two, country_of_the_target, country_of_the_party, country_of_the_article,
)  # fmt: skip
