"""Lands that a sentence speaks of by their level alone ("in the republic"), and which of those named is meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geodata.model import PlaceMatch, Span
from timeline.extract.text.lexicon import Lexicon
from timeline.extract.text.tokens import Tokens
from timeline.extract.where.venues import Venue
from timeline.extract.who.speaking import is_next_to_speech

_KINDS = {"the_region": ("region", "admin1"), "the_district": ("district",)}
"""Linking words for a level → kinds of places that they may mean."""
_REASON = "the land that the sentence speaks of"


def lands_spoken_of(
    tokens: Tokens, lexicon: Lexicon, places: Sequence[PlaceMatch], about: PlaceMatch | None
) -> Iterator[Venue]:
    """The land that each word of level stands for, as a venue: what the article is about, else the only one named.

    Parameters
    ----------
    tokens : the words of the sentence.
    lexicon : of its language, which lists the words of level with the case or preposition that puts something there.
    places : of the whole article, in order.
    about : the land that the article is about.
    """
    for found in (match for match in lexicon.linking.all(tokens) if match.payload in _KINDS):
        kinds, span = _KINDS[found.payload], found.span(tokens)
        named = {number for place in tokens.places for number in tokens.range_of(place)}
        if not named.isdisjoint(range(found.start - 1, found.end + 1)):
            continue
        land = about if about and about.place.kind in kinds else _only(places, kinds, span)
        if land is None or is_next_to_speech(tokens, lexicon, range(found.start, found.end)):
            continue
        match = PlaceMatch(span=span, place=land.place, where_prec=land.where_prec, score=land.score, reason=_REASON)
        yield Venue(match=match, start=found.start, end=found.end, evidence="venue", row=found.start, firm=True)


def _only(places: Sequence[PlaceMatch], kinds: Sequence[str], span: Span) -> PlaceMatch | None:
    """The one place of some kinds that the text has named so far, None of several."""
    before = {m.place.id: m for m in places if m.span.end <= span.start and m.place.kind in kinds}
    return next(iter(before.values())) if len(before) == 1 else None
