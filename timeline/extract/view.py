"""An article and its sentences as extraction sees them: words, times, places, triggers, parties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from geodata.model import PlaceMatch, Span
from timeline.extract import actors, linking, triggers, venues
from timeline.extract.actors import Party
from timeline.extract.lexicon import Lexicon, lexicon
from timeline.extract.sentences import Passage
from timeline.extract.tokens import Phrases, Tokens
from timeline.extract.triggers import Trigger
from timeline.extract.venues import Scene, Venue
from timeline.languages import LanguagePack
from timeline.model.article import Article
from timeline.model.timex import TaggedTime


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An article with the times and places found in it."""

    article: Article
    pack: LanguagePack
    times: Sequence[TaggedTime]
    places: Sequence[PlaceMatch]
    parties: Phrases[str]
    seats: frozenset[str]
    dateline: Span | None = None

    @property
    def dateline_place(self) -> PlaceMatch | None:
        """The town that the article was written in, as its dateline says."""
        inside = (p for p in self.places if self.dateline and p.span.overlaps(self.dateline))
        return next((place for place in inside if place.place.kind in ("city", "village")), None)


class Sentence:
    """One sentence with everything found in it."""

    def __init__(self, told: Told, passage: Passage) -> None:
        self.told, self.passage = told, passage
        self.lexicon: Lexicon = lexicon(told.pack.code)
        self.span = _after_dateline(passage.span, told.dateline)
        self.tokens = Tokens(told.article.text, self.span, self.lexicon.prefixes, self.lexicon.clause_words)
        inside = [time for time in told.times if time.expression.span.overlaps(self.span)]
        self.time_spans = [time.expression.span for time in inside]
        self.spans_days = any(time.expression.type == "DURATION" for time in inside)
        self.times = linking.whens(self.tokens, inside)

    @cached_property
    def triggers(self) -> list[Trigger]:
        """Triggers in order."""
        return triggers.find(self.tokens, self.told.pack)

    @cached_property
    def venues(self) -> tuple[Venue, ...]:
        """Places with what they are there for."""
        masked = triggers.masks(self.tokens, self.told.pack)
        inside = [
            p for p in self.told.places if p.span.overlaps(self.span) and not any(p.span.overlaps(m) for m in masked)
        ]
        scene = Scene(tokens=self.tokens, triggers=self.triggers, lexicon=self.lexicon, seats=self.told.seats)
        return venues.classify(scene, inside)

    @cached_property
    def refers_back(self) -> bool:
        """Whether it speaks of a place without naming it ("there", "the enclave")."""
        found = (m for n in range(len(self.tokens)) for m in self.lexicon.linking.at(self.tokens, n))
        return any(match.payload == "anaphora" for match in found)

    @cached_property
    def parties(self) -> list[Party]:
        """Actors and nationalities."""
        return actors.find(self.tokens, self.told.parties, self.lexicon)


def _after_dateline(sentence: Span, dateline: Span | None) -> Span:
    if dateline and sentence.start <= dateline.start and dateline.end < sentence.end:
        return Span(start=dateline.end, end=sentence.end)
    return sentence
