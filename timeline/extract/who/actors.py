"""Parties named in a sentence: the region's actors and nationalities."""

from __future__ import annotations

from dataclasses import dataclass

from geodata.model import Span
from geodata.regions import Region
from timeline.extract.text.lexicon import Lexicon
from timeline.extract.text.phrases import Phrases
from timeline.extract.text.tokens import Tokens

_FALLBACK = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """An actor named in a sentence: word numbers ``start`` to ``end`` (excluded)."""

    id: str
    name: str
    start: int
    end: int
    span: Span


def index(region: Region, language: str) -> Phrases[str]:
    """Names of the region's actors in a language, English ones where it has none."""
    return Phrases(
        (name, actor.id)
        for actor in region.actors
        for name in actor.names.get(language) or actor.names.get(_FALLBACK, ())
    )


def find(tokens: Tokens, names: Phrases[str], lexicon: Lexicon) -> list[Party]:
    """Parties of a sentence in order; an actor's own name counts before a nationality inside it."""
    found = [
        Party(id=m.payload, name=_text(tokens, m.span(tokens)), start=m.start, end=m.end, span=m.span(tokens))
        for m in names.find(tokens)
    ]
    taken = {number for party in found for number in range(party.start, party.end)}
    found += [
        Party(id=f"iso:{m.payload}", name=_text(tokens, m.span(tokens)), start=m.start, end=m.end, span=m.span(tokens))
        for m in lexicon.nationalities.find(tokens)
        if m.start not in taken
    ]
    return sorted(found, key=lambda party: party.start)


def _text(tokens: Tokens, span: Span) -> str:
    return tokens.text[span.start : span.end]
