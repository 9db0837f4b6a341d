"""The country, the seat or the capital that a sentence without a place means: whose act, whose people, whose land."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from geodata.capitals import capital
from geodata.compounds import border
from geodata.gazetteer import Gazetteer
from geodata.model import TOWNS, Place, PlaceMatch, Span
from geodata.precision import COUNTRY, EXACT
from timeline.extract.context import Context
from timeline.extract.text.clauses import share_clause
from timeline.extract.text.phrases import PhraseMatch
from timeline.extract.view import SPOKEN_OF, Sentence
from timeline.extract.what.triggers import Trigger
from timeline.extract.where.venues import Venue
from timeline.extract.who.speaking import is_next_to_speech
from timeline.model.timex import TimeInterval

DOMESTIC = frozenset({"MOBILIZE", "PROTEST", "CONCEDE", "OTHER", "COERCE"})
"""Types that happen in the country of the party that does them, where no place is named."""
ACTING = DOMESTIC | {"SANCTION"}
_BY_ONE = frozenset({"AGREE", "COOPERATE"})
"""Types of what one state does at home, too, if the sentence names no other ("X joined …", "X ratified …")."""
_OF_TWO = frozenset({"ceasefire", "peace", "border"})
"""Modes of what no state does alone: where only one is named, it may have brokered it."""
_ACTS = frozenset({"recognition"})
"""Modes of statements that are acts of a government."""
_OF_STATE = frozenset({"martial_law", "expel", "embargo"})
"""Modes of what only a state does."""
_FIGHTS, _TRUCES = frozenset({None, "battle", "firearms", "artillery", "violation"}), frozenset({"ceasefire", "border"})
"""Modes of what happens where two neighbours meet, if nothing says where."""
_SIDES = 2
_OBJECT = 3
"""Words between a word for an attack and the people struck."""
OF_THE_ARTICLE = "the country that the article is about"
_OF_THE_ARTICLE = 0.6
"""Score of the country that an article is about, for what is told without a place."""
_CODES = {"capital": EXACT, "country": COUNTRY}
"""``where_prec`` of such a place."""

Found = tuple[PlaceMatch, str] | None
"""A place and the reason for it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Of which trigger a place is asked, and what is known of it."""

    sentence: Sentence
    trigger: Trigger
    reading: Context
    when: TimeInterval | None


def home(sentence: Sentence) -> str | None:
    """The one country that a sentence names; where it names no place, that of its item, of the article or its dateline.

    In an article about a country, people of another may live there; an item of a digest is about its own.
    """
    about = None if sentence.item else sentence.told.country
    if about and not sentence.named_countries:
        return about
    if not sentence.countries:
        place = sentence.item.place if sentence.item else None
        return place.place.country if place else None
    return next(iter(sentence.countries)) if len(sentence.countries) == 1 else None


def is_elsewhere(sentence: Sentence, place: PlaceMatch) -> bool:
    """Whether a sentence names countries, and not that of a place; people may be guests there."""
    return bool(sentence.named_countries) and place.place.country not in (None, *sentence.named_countries)


def seat(asked: Asked) -> Found:
    """The seat or country of the government whose act a statement is: recognition is more than words."""
    if asked.trigger.rule.mode not in _ACTS:
        return None
    acting = (v.match for v in asked.sentence.venues if v.evidence == "speaker" and v.end <= asked.trigger.start + 1)
    found = next((m for m in acting if m.place.kind == "country" or m.place.id in asked.sentence.told.seats), None)
    return (of_the_state(asked.sentence, asked.trigger, found), "country of the party that acts") if found else None


def capital_spoken_of(asked: Asked) -> Found:
    """The capital that a sentence speaks of without naming it ("in the capital", "in the Georgian capital").

    What is only said there ("told parliament that …") happened elsewhere.
    """
    sentence, span = asked.sentence, asked.sentence.span_of("capital")
    if span and is_next_to_speech(sentence.tokens, sentence.lexicon, sentence.tokens.range_of(span)):
        return None
    if span and not sentence.whose(span) and (town := _seat_of_the_story(sentence)):
        return _spoken(town, span, EXACT, "the capital that the sentence speaks of")
    return _spoken_of(asked, "capital", capital) or _spoken_of(asked, "capital_of", capital)


def _seat_of_the_story(sentence: Sentence) -> Place | None:
    """The chief town, named in the text, of the land that this is about; else the capital that it was written in.

    None where another capital was named since, or the sentence names another country: these may be meant.
    """
    told = sentence.told
    chief = sentence.seat(told.about.place) if told.about else None
    if chief and any(match.place.id == chief.id for match in told.places):
        town: Place | None = chief
    else:
        written_in = told.dateline_place if sentence.item is None else None
        named = [m for m in told.places if m.place.id in told.seats and m.span.end <= sentence.span.start]
        alone = written_in and all(match.place.id == written_in.place.id for match in named)
        town = written_in.place if written_in and alone and written_in.place.id in told.seats else None
    return town if town and sentence.named_countries <= {town.country} else None


def town_of_the_hall(asked: Asked) -> Found:
    """The town of a hall where something is said to be ("in the White House"), unless somebody only speaks there."""
    sentence = asked.sentence
    halls = (m for m in sentence.lexicon.halls.all(sentence.tokens) if not _is_spoken_in(sentence, m))
    hall = next(halls, None)
    place = sentence.told.gazetteer.place(hall.payload) if hall else None
    if hall is None or place is None:
        return None
    return _spoken(place, hall.span(sentence.tokens), EXACT, "the town of the hall that the sentence names")


def _spoken(place: Place, span: Span, prec: int, reason: str) -> tuple[PlaceMatch, str]:
    """A place that a sentence speaks of without its name, with the reason."""
    return PlaceMatch(span=span, place=place, where_prec=prec, score=SPOKEN_OF, reason=reason), reason


def _is_spoken_in(sentence: Sentence, hall: PhraseMatch[str]) -> bool:
    return is_next_to_speech(sentence.tokens, sentence.lexicon, range(hall.start, hall.end))


def country_spoken_of(asked: Asked) -> Found:
    """The country that a sentence speaks of without naming it ("across the country")."""
    return _spoken_of(asked, "country", lambda land, names: names.place(f"iso:{land}"))


def _spoken_of(asked: Asked, kind: str, look_up: Callable[[str, Gazetteer], Place | None]) -> Found:
    """A place that a word stands for; a kind in ``_of`` is none without the people whose it is."""
    span = asked.sentence.span_of(kind)
    owner = span and asked.sentence.whose(span)
    land = owner if kind.endswith("_of") else owner or home(asked.sentence)
    place = look_up(land, asked.sentence.told.gazetteer) if span and land else None
    if span is None or place is None:
        return None
    kind = kind.removesuffix("_of")
    return _spoken(place, span, _CODES[kind], f"the {kind} that the sentence speaks of")


def country_of_the_party(asked: Asked) -> Found:
    """The country of the party that acts, for what happens at home."""
    code, alone = asked.trigger.rule.type, len(asked.sentence.countries) == 1
    by_one = alone and code in _BY_ONE and asked.trigger.rule.mode not in _OF_TWO
    acts = code in ACTING or asked.trigger.rule.mode == "war" or by_one
    named = [v for v in _of_the_clause_first(asked) if not v.origin] if acts else []
    if asked.trigger.rule.mode == "war":  # of two sides, that which the text tells most of
        named.sort(key=lambda venue: venue.match.place.country != asked.sentence.told.country)
    country = next((v.match for v in named if v.match.place.kind == "country"), None)
    found = country or next((v.match for v in named if v.match.place.id in asked.sentence.told.seats), None)
    return (of_the_state(asked.sentence, asked.trigger, found), "country of the party that acts") if found else None


def of_the_state(sentence: Sentence, trigger: Trigger, match: PlaceMatch) -> PlaceMatch:
    """A place; a seat that stands for its government ("Ankara closed the border") tells of no more than the country.

    It keeps its position, which says more than the middle of a large country does.
    """
    stands_for = match.place.id in sentence.told.seats and trigger.rule.type != "PROTEST"
    return replace(match, where_prec=COUNTRY) if stands_for else match


def _of_the_clause_first(asked: Asked) -> list[Venue]:
    """The places that a sentence names, those in the clause of a trigger before the others."""
    tokens = asked.sentence.tokens
    return sorted(asked.sentence.venues, key=lambda venue: not share_clause(tokens, asked.trigger, venue))


def country_of_an_unknown_town(asked: Asked) -> Found:
    """The country whose town or village a sentence names that nobody knows ("the Iranian village of …")."""
    sentence = asked.sentence
    words = (m.span(sentence.tokens) for m in sentence.lexicon.generic.all(sentence.tokens) if m.payload in TOWNS)
    lands = (land for span in words if (land := sentence.whose(span)))
    land = next(lands, None)
    place = sentence.told.gazetteer.place(f"iso:{land}") if land else None
    if place is None or not sentence.names_unknown_town:  # which reads the sentence again: asked last
        return None
    return _spoken(place, sentence.passage.span, COUNTRY, "the country of a town that nobody knows")


def border_of_the_two(asked: Asked) -> Found:
    """The border of the two neighbours that a fight or a truce is between, where nothing says where."""
    rule, sentence = asked.trigger.rule, asked.sentence
    if not (rule.type == "ASSAULT" and rule.mode in _FIGHTS) and rule.mode not in _TRUCES:
        return None
    lands = [sentence.told.gazetteer.place(f"iso:{code}") for code in sorted(sentence.countries)]
    sides = [land for land in lands if land]
    line = border(sides[0], sides[1], sentence.told.gazetteer) if len(sides) == _SIDES else None
    if line is None:
        return None
    place, prec, reason = line
    span = sentence.passage.span
    return PlaceMatch(
        span=span, place=place, role="concerns", where_prec=prec, score=SPOKEN_OF, reason=reason
    ), "the border of the two sides"


def border_spoken_of(asked: Asked) -> Found:
    """The border of the two neighbours that an article is about, where a sentence speaks of "the border" alone."""
    span, told = asked.sentence.span_of("the_border"), asked.sentence.told
    if span is None or asked.sentence.named_countries:
        return None
    named = Counter(match.place.country for match in told.places if match.place.country).most_common(_SIDES)
    lands = [told.gazetteer.place(f"iso:{code}") for code, _ in named]
    sides = [land for land in lands if land]
    line = border(sides[0], sides[1], told.gazetteer) if len(sides) == _SIDES else None
    if line is None:
        return None
    place, prec, _ = line
    reason = "the border of the two neighbours that the article is about"
    return PlaceMatch(span=span, place=place, where_prec=prec, score=SPOKEN_OF, reason=reason), reason


def country_of_state(asked: Asked) -> Found:
    """The country of whoever declares an emergency or expels diplomats: a state does so for all of its land."""
    if asked.trigger.rule.mode not in _OF_STATE:
        return None
    return country_of_the_party(asked) or country_of_the_article(asked)


def country_of_the_target(asked: Asked) -> Found:
    """The country whose people or towns are struck ("an attack on Ukrainian towns").

    Where adjectives stand behind their noun, the one right behind is who struck («ضربات إسرائيلية»).
    """
    least = 0 if asked.sentence.lexicon.subject_first else 1
    behind = (one for one in asked.sentence.parties if one.id.startswith("iso:") and one.start >= asked.trigger.end)
    struck = next((one for one in behind if least <= one.start - asked.trigger.end <= _OBJECT), None)
    if struck is None or asked.trigger.rule.type != "ASSAULT" or asked.trigger.rule.mode == "war":
        return None
    place = asked.sentence.told.gazetteer.place(struck.id)
    reason, code = "the country whose people are struck", COUNTRY
    if place is None:
        return None
    match = PlaceMatch(span=struck.span, place=place, role="concerns", where_prec=code, score=SPOKEN_OF, reason=reason)
    return match, reason


def country_of_the_article(asked: Asked) -> Found:
    """The country that an article is about, for what its own people do."""
    land, gazetteer = home(asked.sentence), asked.sentence.told.gazetteer
    place = gazetteer.place(f"iso:{land}") if land and asked.trigger.rule.type in DOMESTIC else None
    if place is None:
        return None
    reason = OF_THE_ARTICLE
    span = asked.sentence.passage.span
    return PlaceMatch(
        span=span, place=place, where_prec=COUNTRY, score=_OF_THE_ARTICLE, role="concerns", reason=reason
    ), reason
