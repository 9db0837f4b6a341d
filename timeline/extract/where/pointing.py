"""What "where" and "there" point at: the place named right before, in the same sentence or in the one before."""

from __future__ import annotations

from collections.abc import Sequence

from geodata.model import PlaceMatch
from timeline.extract.context import Context
from timeline.extract.text.clauses import share_clause
from timeline.extract.view import Sentence
from timeline.extract.what.triggers import Trigger, ends_clause
from timeline.extract.where.venues import Venue

_RIGHT_BEFORE = 2
"""Words between a place and the "where" that goes on with it."""
_POINTING = frozenset({"where", "there"})


def pointed_at(sentence: Sentence, trigger: Trigger, venues: Sequence[Venue]) -> Venue | None:
    """The place before "where" or "there" in a sentence, for what its clause tells without a place of its own."""
    tokens = sentence.tokens
    words = [m for m in sentence.lexicon.linking.all(tokens) if m.payload in _POINTING and m.start < trigger.start]
    if not words or ends_clause(tokens, words[-1].start, trigger.start):
        return None
    word = words[-1]
    own = (v for v in venues if v.start > word.start and v.firm)
    if any(share_clause(tokens, trigger, venue) for venue in own):
        return None
    before = [venue for venue in sentence.venues if venue.end <= word.start]
    if word.payload == "there":
        before = [venue for venue in before if venue.evidence == "venue"]
    elif before and word.start - before[-1].end > _RIGHT_BEFORE:
        return None
    return before[-1] if before else None


def place_before(sentence: Sentence, trigger: Trigger, reading: Context) -> PlaceMatch | None:
    """The place that "there" means in a sentence that names none before it: that of what was told last."""
    words = (m for m in sentence.lexicon.linking.all(sentence.tokens) if m.payload == "there")
    if not any(share_clause(sentence.tokens, word, trigger) for word in words):
        return None
    told = reading.inherited()
    where = told.where if told else None
    return where if where and where.place.kind != "country" else reading.town
