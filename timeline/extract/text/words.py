"""The words of a piece of text as its language has them."""

from __future__ import annotations

from collections.abc import Sequence

from geodata.model import Span
from timeline.extract.text.lexicon import Lexicon
from timeline.extract.text.tokens import CLAUSE_MARK, CLAUSE_MARK_OR_STOP, Tokens


def words(text: str, span: Span, lexicon: Lexicon, times: Sequence[Span] = (), places: Sequence[Span] = ()) -> Tokens:
    """The words of a piece of text as its language has them, with the times and places among them."""
    tokens = Tokens(text, span, lexicon.prefixes, lexicon.clause_words, verb_last=lexicon.verb_last)
    tokens.clause_mark = CLAUSE_MARK_OR_STOP if lexicon.stops_inside else CLAUSE_MARK
    tokens.asides, tokens.places, tokens.small_words = [*times, *places], places, lexicon.small_words
    tokens.participles = lexicon.endings.get("participle", ())
    tokens.apposed = lexicon.endings.get("apposed", ())
    tokens.attributes = lexicon.endings.get("attribute", ())
    tokens.copulas = lexicon.endings.get("copula", ())
    tokens.times = frozenset(number for time in times for number in tokens.range_of(time))  # before what asks for gaps
    tokens.ands = frozenset(match.start for match in lexicon.linking.all(tokens) if match.payload == "and")
    return tokens
