"""Where something happened when its own sentence doesn't say: what the article said before, and where it is set."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from geodata.capitals import capital
from geodata.gazetteer import Gazetteer
from geodata.model import Place, PlaceMatch, Span
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
_LOCAL = frozenset({"PROTEST", "COERCE", "ASSAULT", "AID"})
"""Types that happen on a spot, not in a country."""
_BY_BODIES = frozenset({"COERCE", "CONCEDE", "ACCUSE", "OTHER"})
"""Types of what a town's court, police or council does."""
_ACTING = _DOMESTIC | {"SANCTION"}
_RULED = ("region", "admin1")
"""Kinds of places that have a government of their own."""
_SETTLED = ("city", "village", "district", "feature")
_STORY_DAYS = 31
_DISTRICT = 3
"""``where_prec`` of a second-order district."""
_OBJECT = 3
"""Words between a word for an attack and the people struck."""
_SPOKEN_OF = 0.8
"""Score of a place that a sentence speaks of without its name."""
_OF_THE_ARTICLE = 0.6
"""Score of the country that an article is about, for what is told without a place."""
_CODES = {"capital": 1, "country": 6}
"""``where_prec`` of such a place."""

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
    asked = _Asked(sentence, trigger, reading, when)
    if trigger.is_statement:
        return (_item(asked) if _opens_item(sentence) else None) or (None, "a statement without a venue")
    found = (way(asked) for way in _WAYS)
    return next((one for one in found if one and _may_hold(asked, one[0])), (None, "no place told"))


def _may_hold(asked: _Asked, match: PlaceMatch) -> bool:
    """Whether a place may be meant: a town named elsewhere isn't, where the sentence has one that nobody knows."""
    outside = match.span.end <= asked.sentence.span.start
    return not (outside and match.place.kind in _SETTLED and asked.sentence.names_unknown_town)


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
    goes_on = not asked.sentence.times or asked.reading.last_paragraph == asked.reading.paragraph
    if before is None and goes_on:
        before = _of_the_same_family(asked.trigger, asked.reading)
    if before and before.where and _near_in_time(asked.when, before.when) and not _moves_on(asked, before.where):
        return before.where, "place of the sentence before"
    earlier = asked.reading.by_type.get(asked.trigger.rule.type, (0, None))[1] if asked.sentence.refers_back else None
    return (earlier.where, "place told earlier") if earlier and earlier.where else None


def _moves_on(asked: _Asked, place: PlaceMatch) -> bool:
    """Whether a sentence turns to what another country does at home; armies, guests and helpers act abroad."""
    abroad = asked.trigger.rule.type not in _ACTING or asked.sentence.refers_back
    return not abroad and place.place.country is not None and _is_elsewhere(asked.sentence, place)


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
    of_the_day = place.place.kind != "district" or _is_of_the_day(asked.reading, asked.when)
    at_home = asked.trigger.rule.type in _ACTING
    holds = of_the_day and not (at_home and _is_elsewhere(asked.sentence, place))
    return (place, "the region that the article is about") if holds else None


def _is_of_the_day(reading: Context, when: TimeInterval | None) -> bool:
    """Whether a time is near that of the report; what has none is."""
    return reading.published is None or when is None or (reading.published - when.end).days <= _STORY_DAYS


def _item(asked: _Asked) -> Found:
    """The place that opens an item of a digest, for what is told in it."""
    place = asked.sentence.item.place if asked.sentence.item else None
    if place is None or not _is_of_the_day(asked.reading, asked.when):
        return None
    return (_somewhere(place), "the place that opens the item")


def _opens_item(sentence: Sentence) -> bool:
    """Whether a sentence stands right behind the place that opens its item."""
    item, text = sentence.item, sentence.told.article.text
    return item is not None and not text[item.opening.end : sentence.span.start].strip()


def _dateline(asked: _Asked) -> Found:
    """The town that the article was written in, for what its own people do these days."""
    town = asked.sentence.told.dateline_place
    if town is None or asked.trigger.rule.type not in _DOMESTIC or not _is_of_the_day(asked.reading, asked.when):
        return None
    at_home = town.place.country == _home(asked.sentence)
    return (_somewhere(town), "the dateline") if at_home else None


def _somewhere(town: PlaceMatch) -> PlaceMatch:
    """A town for what was there or about: its district, as nothing says more."""
    return replace(town, where_prec=max(town.where_prec, _DISTRICT))


def _home(sentence: Sentence) -> str | None:
    """The one country that a sentence names; where it names none, that of its item, of the article or its dateline."""
    if not sentence.countries:
        place = sentence.item.place if sentence.item else None
        return (place.place.country if place else None) if sentence.item else sentence.told.country
    return next(iter(sentence.countries)) if len(sentence.countries) == 1 else None


def _town_told_earlier(asked: _Asked) -> Found:
    """The last town named, where a sentence speaks of "the village" or "there" and is of the same story."""
    spoken_of = asked.sentence.span_of("town") is not None and asked.trigger.rule.type in _VIOLENT
    town = asked.reading.town if spoken_of else None
    return (town, "the town named last") if town and _is_of_the_day(asked.reading, asked.when) else None


def _town_of_the_body(asked: _Asked) -> Found:
    """The town whose court or police acts ("a Gyumri court sentenced …")."""
    if asked.trigger.rule.type not in _BY_BODIES:
        return None
    acting = (v.match for v in asked.sentence.venues if v.evidence == "speaker" and v.end <= asked.trigger.start)
    town = next((match for match in acting if match.place.kind in ("city", "village")), None)
    return (town, "the town of the body that acts") if town else None


def _town_of_the_story(asked: _Asked) -> Found:
    """The town that an article names most, for what people do in the street."""
    town = asked.sentence.told.town if asked.trigger.rule.type in _LOCAL else None
    at_home = town is not None and town.place.country == _home(asked.sentence)
    return (_somewhere(town), "the town that the article is about") if town and at_home else None


def _whose(sentence: Sentence, span: Span) -> str | None:
    """The country (ISO 3166-1 alpha-2) whose people are named right beside a word ("the Iraqi capital")."""
    people = (one for one in sentence.parties if one.id.startswith("iso:"))
    beside = (one for one in people if one.span.end + 1 == span.start or span.end + 1 == one.span.start)
    return next((one.id.removeprefix("iso:") for one in beside), None)


def _region_of_the_story(asked: _Asked) -> Found:
    """The region that an article is about, for what its own people do."""
    place = asked.reading.main_place if asked.trigger.rule.type in _DOMESTIC else None
    if place is None or place.place.kind not in _RULED or _is_elsewhere(asked.sentence, place):
        return None
    return place, "the region that the article is about"


def _is_elsewhere(sentence: Sentence, place: PlaceMatch) -> bool:
    """Whether a sentence names countries, and not that of a place; people may be guests there."""
    return bool(sentence.named_countries) and place.place.country not in (None, *sentence.named_countries)


def _capital(asked: _Asked) -> Found:
    """The capital that a sentence speaks of without naming it ("in the capital", "in the Georgian capital")."""
    return _spoken_of(asked, "capital", capital) or _spoken_of(asked, "capital_of", capital)


def _country(asked: _Asked) -> Found:
    """The country that a sentence speaks of without naming it ("across the country")."""
    return _spoken_of(asked, "country", lambda home, names: names.place(f"iso:{home}"))


def _spoken_of(asked: _Asked, kind: str, look_up: Callable[[str, Gazetteer], Place | None]) -> Found:
    """A place that a word stands for; a kind in ``_of`` is none without the people whose it is."""
    span = asked.sentence.span_of(kind)
    owner = span and _whose(asked.sentence, span)
    home = owner if kind.endswith("_of") else owner or _home(asked.sentence)
    place = look_up(home, asked.sentence.told.gazetteer) if span and home else None
    if span is None or place is None:
        return None
    kind = kind.removesuffix("_of")
    reason = f"the {kind} that the sentence speaks of"
    prec = _CODES[kind]
    return PlaceMatch(span=span, place=place, where_prec=prec, score=_SPOKEN_OF, reason=reason), reason


def _country_of_the_party(asked: _Asked) -> Found:
    """The country of the party that acts, for what happens at home."""
    acts = asked.trigger.rule.type in _ACTING or asked.trigger.rule.mode == "war"
    named = asked.sentence.venues if acts else ()
    country = next((v.match for v in named if v.match.place.kind == "country"), None)
    seat = next((v.match for v in named if v.match.place.id in asked.sentence.told.seats), None)
    found = country or seat
    return (found, "country of the party that acts") if found else None


def _country_of_the_target(asked: _Asked) -> Found:
    """The country whose people or towns are struck ("an attack on Ukrainian towns")."""
    behind = (one for one in asked.sentence.parties if one.id.startswith("iso:") and one.start >= asked.trigger.end)
    struck = next((one for one in behind if one.start - asked.trigger.end <= _OBJECT), None)
    if struck is None or asked.trigger.rule.type != "ASSAULT" or asked.trigger.rule.mode == "war":
        return None
    place = asked.sentence.told.gazetteer.place(struck.id)
    reason, code = "the country whose people are struck", _CODES["country"]
    return (
        (
            PlaceMatch(
                span=struck.span, place=place, role="concerns", where_prec=code, score=_SPOKEN_OF, reason=reason
            ),
            reason,
        )
        if place
        else None
    )


def _country_of_the_article(asked: _Asked) -> Found:
    """The country that an article is about, for what its own people do."""
    home, gazetteer = _home(asked.sentence), asked.sentence.told.gazetteer
    place = gazetteer.place(f"iso:{home}") if home and asked.trigger.rule.type in _DOMESTIC else None
    if place is None:
        return None
    reason = "the country that the article is about"
    span = asked.sentence.passage.span
    return PlaceMatch(
        span=span, place=place, where_prec=_CODES["country"], score=_OF_THE_ARTICLE, role="concerns", reason=reason
    ), reason


_WAYS: tuple[Way, ...] = (
    _town_spoken_of, _capital, _country, _town_of_the_body, _town_named_before, _where_the_last_was, _item,
    _main_region, _town_told_earlier, _dateline, _town_of_the_story, _region_of_the_story,
    _country_of_the_target, _country_of_the_party, _country_of_the_article,
)  # fmt: skip
