"""A sentence as extraction sees it: words, times, places, triggers, parties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from geodata.capitals import capital
from geodata.lazily import lazily
from geodata.model import Place, PlaceMatch, Span
from geodata.unknown import unknown_settlements
from timeline.extract.text.lexicon import Lexicon, lexicon
from timeline.extract.text.phrases import PhraseMatch
from timeline.extract.text.quotations import quotation_at
from timeline.extract.text.sentences import Passage
from timeline.extract.text.words import words
from timeline.extract.told import Told
from timeline.extract.what import modality, triggers
from timeline.extract.what.triggers import Trigger
from timeline.extract.when import counted
from timeline.extract.when.background import is_background
from timeline.extract.when.counted import Counted
from timeline.extract.when.whens import When, is_of_birth, is_of_paper, whens
from timeline.extract.where import venues
from timeline.extract.where.levels import lands_spoken_of
from timeline.extract.where.venues import Venue
from timeline.extract.who import actors
from timeline.extract.who.actors import Party
from timeline.extract.who.speaking import Scene, is_next_to_speech

_CAPITAL = ("capital", "capital_of")
"""Kinds of linking words for a capital."""
SPOKEN_OF = 0.8
"""Score of a place that a sentence speaks of without its name."""
_THE_CAPITAL = "the capital that the sentence speaks of"
_QUESTION = ("?", "؟")
_ASKED_WORD = "՞"
"""The mark that a question carries in its word that asks, where it ends as any other sentence."""


class Sentence:
    """One sentence with everything found in it."""

    def __init__(self, told: Told, passage: Passage) -> None:
        self.told, self.passage = told, passage
        self.lexicon: Lexicon = lexicon(told.pack.code)
        self.item = told.items.get(passage.paragraph)
        self.span = _after(_after(passage.span, told.dateline), self.item.opening if self.item else None)
        inside, self.places = told.times_in(self.span), told.places_in(self.span)
        self.time_spans = [time.expression.span for time in inside]
        self.tokens = words(told.article.text, self.span, self.lexicon, self.time_spans, [p.span for p in self.places])
        self.spans_days = any(time.expression.type == "DURATION" for time in inside)
        self._tagged = inside

    @lazily
    def counted(self) -> list[Counted]:
        """Lengths that are counted from something it tells ("three days after …")."""
        return counted.find(self.tokens, self._tagged, self.triggers, self.lexicon)

    def is_aside(self, span: Span) -> bool:
        """Whether a piece of it is told of another time, and no story goes on there."""
        return any(one.holds(self.tokens.number_at(span.start)) for one in self.counted)

    @lazily
    def times(self) -> list[When]:
        """Times that may be those of what it tells."""
        lengths = frozenset(number for one in self.counted for number in one.words)
        return [when for when in whens(self.tokens, self._tagged) if lengths.isdisjoint(range(when.start, when.end))]

    @lazily
    def background(self) -> list[When]:
        """Times of clauses that only say more of somebody or something."""
        opens = {m.start for m in self.lexicon.linking.all(self.tokens) if m.payload == "says_more"}
        return [when for when in self.times if is_background(self.tokens, when, self.triggers, opens)]

    @lazily
    def triggers(self) -> list[Trigger]:
        """Triggers in order."""
        found = triggers.find(self.tokens, self.told.pack)
        return triggers.reduced(found, self.tokens, self._is_unreal)

    def _is_unreal(self, trigger: Trigger) -> bool:
        return not modality.UNREAL.isdisjoint(modality.cues(self.tokens, trigger, self.lexicon))

    @lazily
    def venues(self) -> tuple[Venue, ...]:
        """Places with what they are there for."""
        masked = triggers.masks(self.tokens, self.told.pack)
        inside = [place for place in self.places if not any(place.span.overlaps(mask) for mask in masked)]
        spots = frozenset(n for p in inside if p.place.kind != "country" for n in self.tokens.range_of(p.span))
        seats, lesser, lexicon = self.told.seats, self.told.lesser_seats, self.lexicon
        found, tokens = self.triggers, self.tokens
        scene = Scene(tokens=tokens, triggers=found, lexicon=lexicon, seats=seats, spots=spots, lesser_seats=lesser)
        spoken_of = lands_spoken_of(self.tokens, self.lexicon, self.told.places, self.told.about)
        named = map(self._as_capital, venues.classify(scene, inside))
        return tuple(sorted((*named, *self._capitals_of_peoples(), *spoken_of), key=lambda venue: venue.start))

    def _capitals_of_peoples(self) -> Iterator[Venue]:
        """The capitals that it speaks of with whose they are ("outside the Georgian capital"), as places in it."""
        for said in (m for m in self.lexicon.linking.all(self.tokens) if m.payload in _CAPITAL):
            span = said.span(self.tokens)
            land = self.whose(span)
            place = capital(land, self.told.gazetteer) if land else None
            if place and not is_next_to_speech(self.tokens, self.lexicon, range(said.start, said.end)):
                match = PlaceMatch(span=span, place=place, where_prec=1, score=SPOKEN_OF, reason=_THE_CAPITAL)
                yield Venue(match=match, start=said.start, end=said.end, evidence="venue", row=said.start, firm=True)

    def whose(self, span: Span) -> str | None:
        """The country (ISO 3166-1 alpha-2) whose people are named right beside a word ("the Iraqi capital")."""
        people = (one for one in self.parties if one.id.startswith("iso:"))
        beside = (one for one in people if one.span.end + 1 == span.start or span.end + 1 == one.span.start)
        return next((one.id.removeprefix("iso:") for one in beside), None)

    def _as_capital(self, venue: Venue) -> Venue:
        """A land as its capital where the word for one stands beside it ("in the capital of X")."""
        seat = self.seat(venue.match.place)
        if seat is None or any(match.place.id == seat.id for match in self.places):
            return venue
        words = (m for m in self.lexicon.linking.all(self.tokens) if m.payload in _CAPITAL)
        if not any(m.end <= venue.start <= m.end + 1 or venue.end <= m.start <= venue.end + 1 for m in words):
            return venue
        match = replace(venue.match, place=seat, where_prec=1, reason=_THE_CAPITAL)
        return replace(venue, match=match, evidence="venue", firm=True)

    def seat(self, land: Place) -> Place | None:
        """The capital of a country, or of another land that the region knows."""
        names = self.told.gazetteer
        if land.kind == "country":
            return capital(land.country, names) if land.country else None
        seat = names.region.seats.get(land.id) if names.region else None
        return names.place(seat) if seat else None

    @lazily
    def refers_back(self) -> bool:
        """Whether it speaks of a place without naming it ("there", "the enclave")."""
        span = self.span_of("anaphora")
        return span is not None and not any(v.firm and v.match.span.end <= span.start for v in self.venues)

    @lazily
    def names_unknown_town(self) -> bool:
        """Whether it speaks of a town or village whose name nobody knows."""
        if any(span.overlaps(self.span) for span in self.told.strangers):
            return True
        text, known = self.told.article.text[self.span.start : self.span.end], self.told.place_words
        return known is not None and bool(unknown_settlements(text, gazetteer=self.told.gazetteer, lexicon=known))

    def span_of(self, kind: str) -> Span | None:
        """Where a linking word of a kind stands ("the capital"), None where none does."""
        found = self._linked.get(kind)
        return found.span(self.tokens) if found else None

    @lazily
    def _linked(self) -> Mapping[str, PhraseMatch[str]]:
        """The first linking phrase of each kind."""
        return {match.payload: match for match in reversed(list(self.lexicon.linking.all(self.tokens)))}

    def is_told(self, when: When, trigger: Trigger | None = None) -> bool:
        """Whether a time is that of a happening, or of a trigger, and not only the year of a law or treaty."""
        if is_of_birth(self.tokens, when, self._words_for("born")):
            return False
        paper = is_of_paper(self.tokens, when, self._papers)
        return paper is None or (trigger is not None and trigger.start < paper.stop and paper.start < trigger.end)

    @lazily
    def _papers(self) -> list[range]:
        """The words for laws and treaties."""
        return self._words_for("papers")

    def _words_for(self, kind: str) -> list[range]:
        return [range(m.start, m.end) for m in self.lexicon.linking.all(self.tokens) if m.payload == kind]

    @lazily
    def asks(self) -> bool:
        """Whether it is a question, which tells of nothing."""
        text, start = self.told.article.text, self.span.start
        inside = text[start : self.span.end]
        if _ASKED_WORD not in inside:
            return inside.rstrip("\"'”’»“ ").endswith(_QUESTION)
        quoted = quotation_at(text, start + inside.index(_ASKED_WORD))
        return quoted is None or (quoted.start <= self.tokens[0].start and self.tokens[-1].end <= quoted.end)

    @lazily
    def named_countries(self) -> frozenset[str]:
        """Countries that it names, or names places of."""
        return frozenset(venue.match.place.country for venue in self.venues if venue.match.place.country)

    @lazily
    def countries(self) -> frozenset[str]:
        """Countries that it names, as places or by their people."""
        people = {one.id.removeprefix("iso:") for one in self.parties if one.id.startswith("iso:")}
        return self.named_countries | people

    @lazily
    def parties(self) -> list[Party]:
        """Actors and nationalities."""
        return actors.find(self.tokens, self.told.parties, self.lexicon)


def _after(sentence: Span, opening: Span | None) -> Span:
    """A sentence without the dateline or the place that opens it."""
    if opening and sentence.start <= opening.start and opening.end < sentence.end:
        return Span(start=opening.end, end=sentence.end)
    return sentence
