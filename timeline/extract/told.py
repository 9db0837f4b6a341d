"""An article as extraction sees it: its times, places, parties, and what it is about."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from geodata.gazetteer import Gazetteer
from geodata.lazily import lazily
from geodata.model import TOWNS, PlaceLexicon, PlaceMatch, Span
from geodata.remembered import remembered
from timeline.extract.text.headings import Item
from timeline.extract.text.phrases import Phrases
from timeline.extract.text.tokens import fold_word
from timeline.extract.where.about import IN_THE_TITLE, may_be_about
from timeline.languages import LanguagePack
from timeline.model.article import Article
from timeline.model.timex import TaggedTime

Piece = TypeVar("Piece")
Bounds = tuple[list[int], list[int]]
"""Where items start and where they end."""

_WORD_INSIDE = re.compile(r"(?<=\w )[^\W\d_]{2,}")
"""Words that stand inside a sentence: another is right before them."""
_folded = remembered(fold_word)


@dataclass(frozen=True, kw_only=True)  # no slots: what is worked out lazily needs a __dict__
class Told:
    """An article with the times and places found in it; ``today`` is the day behind which it tells of plans."""

    article: Article
    pack: LanguagePack
    times: Sequence[TaggedTime]
    places: Sequence[PlaceMatch]
    parties: Phrases[str]
    seats: frozenset[str]
    gazetteer: Gazetteer
    lesser_seats: frozenset[str] = frozenset()
    today: date | None = None
    dateline: Span | None = None
    items: Mapping[int, Item] = field(default_factory=dict)
    titled: frozenset[str] = frozenset()
    about: PlaceMatch | None = None
    place_words: PlaceLexicon | None = None
    strangers: frozenset[Span] = frozenset()

    def times_in(self, span: Span) -> Sequence[TaggedTime]:
        """Times that a piece of the text holds or cuts."""
        return within(self.times, self._time_bounds, span)

    def places_in(self, span: Span) -> Sequence[PlaceMatch]:
        """Places that a piece of the text holds or cuts."""
        return within(self.places, self._place_bounds, span)

    @lazily
    def _time_bounds(self) -> Bounds:
        return bounds([time.expression.span for time in self.times])

    @lazily
    def _place_bounds(self) -> Bounds:
        return bounds([place.span for place in self.places])

    @lazily
    def is_of_one_place(self) -> bool:
        """Whether it names one place at most."""
        return len({match.place.id for match in self.places}) <= 1

    @lazily
    def names(self) -> frozenset[str]:
        """Folded words that the text writes with a capital inside its sentences, in scripts that have capitals."""
        found = frozenset(_WORD_INSIDE.findall(self.article.text))
        return frozenset(_folded(word) for word in found if word[0].isupper())

    @property
    def dateline_place(self) -> PlaceMatch | None:
        """The town that the article was written in, as its dateline says."""
        inside = (p for p in self.places if self.dateline and p.span.overlaps(self.dateline))
        return next((place for place in inside if place.place.kind in TOWNS), None)

    @lazily
    def town(self) -> PlaceMatch | None:
        """The town or village that it names most, of equals the one that is no capital; None of others and digests."""
        if self.items:
            return None
        towns = [match for match in self.places if match.place.kind in TOWNS and may_be_about(match, self.about)]
        counts = Counter(match.place.id for match in towns)
        counts.update({name: IN_THE_TITLE for name in counts if name in self.titled})
        ranks = sorted(((count, name not in self.seats, name) for name, count in counts.items()), reverse=True)
        if not ranks or (len(ranks) > 1 and ranks[0][:2] == ranks[1][:2]) or ranks[0][:2] == (1, False):
            return None  # a capital that is named but once is seldom what an article is about
        return next(replace(match, role="concerns") for match in towns if match.place.id == ranks[0][2])

    @lazily
    def country(self) -> str | None:
        """The country (ISO 3166-1 alpha-2) that most of its places lie in; of equals, that which it was written in."""
        outside = (p for p in self.places if not (self.dateline and p.span.overlaps(self.dateline)))
        counts = Counter(match.place.country for match in outside if match.place.country)
        most = [country for country, count in counts.items() if count == max(counts.values())]
        written_in = self.dateline_place.place.country if self.dateline_place else None
        if len(most) == 1:
            return most[0]
        return written_in if not most or written_in in most else None


def bounds(spans: Sequence[Span]) -> Bounds:
    """Starts and ends of pieces of a text that stand in order and side by side."""
    return [span.start for span in spans], [span.end for span in spans]


def within(items: Sequence[Piece], bounds: Bounds, span: Span) -> Sequence[Piece]:
    """Those of several items, in order and side by side, that a piece of text holds or cuts."""
    starts, ends = bounds
    return items[bisect_right(ends, span.start) : bisect_left(starts, span.end)]
