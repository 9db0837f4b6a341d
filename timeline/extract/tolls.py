"""Numbers of victims, as said: never summed, never averaged."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from geodata.model import Span
from timeline.extract.lexicon import Lexicon, toll_categories
from timeline.extract.phrases import PhraseMatch
from timeline.extract.tokens import Tokens
from timeline.extract.triggers import ends_clause
from timeline.model.mention import Toll, TollCategory

_NUMBER = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f ٬]\d{3})+(?!\d)|\d+")
_REACH = 5
"""Words between a number and the word that says what became of the victims."""
_NEAR = 3
_ADJACENT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """On whose word, up to which day, and whether over more than one day victims are counted."""

    claimant: str
    as_of: date | None
    cumulative: bool


def find(tokens: Tokens, times: Sequence[Span], lexicon: Lexicon, terms: Terms) -> tuple[Toll, ...]:
    """Tolls of a sentence, each with the words it rests on; numbers inside ``times`` count nobody."""
    words = list(lexicon.tolls.all(tokens))
    found = (_toll(tokens, span, figure, words, lexicon) for span, figure in _figures(tokens, times, words))
    return tuple(
        Toll(words=said, low=figure, high=figure, category=category, victims=victims,
             claimant=terms.claimant, as_of=terms.as_of, cumulative=terms.cumulative)
        for said, figure, category, victims in (toll for toll in found if toll)
    )  # fmt: skip


def _figures(tokens: Tokens, times: Sequence[Span], words: Sequence[PhraseMatch[str]]) -> list[tuple[Span, int | None]]:
    found: list[tuple[Span, int | None]] = []
    for match in _NUMBER.finditer(tokens.text, tokens.span.start, tokens.span.end):
        span = Span(start=match.start(), end=match.end())
        if not any(span.overlaps(time) for time in times) and not _is_share(tokens.text, span):
            found.append((span, int(re.sub(r"\D", "", match.group()))))
    found += [(span, None) for span in dict.fromkeys(m.span(tokens) for m in words if m.payload == "vague")]
    return sorted(found, key=lambda item: item[0].start)


def _is_share(text: str, span: Span) -> bool:
    return text[span.end : span.end + 2].lstrip()[:1] in ("%", "٪") if span.end < len(text) else False


def _toll(
    tokens: Tokens, span: Span, figure: int | None, words: Sequence[PhraseMatch[str]], lexicon: Lexicon
) -> tuple[str, int | None, TollCategory, str | None] | None:
    number = tokens.number_at(span.start)
    end = tokens.number_at(span.end - 1)
    fates = [
        m
        for m in words
        if m.payload in toll_categories()
        and _distance(m, number, end) <= _REACH
        and not ends_clause(tokens, m.start, number)
    ]
    victims = [m for m in words if m.payload == "victims" and 0 < m.start - end <= _NEAR]
    fate = min(fates, key=lambda m: _distance(m, number, end), default=None)
    if fate is None or not (victims or _distance(fate, number, end) <= _ADJACENT):
        return None
    category: TollCategory = next(c for c in toll_categories() if c == fate.payload)
    who = _who(tokens, victims[0], lexicon) if victims else None
    last = max(end, fate.end - 1, who.stop - 1 if who else end)
    return (
        _said(tokens, range(min(number, fate.start), last + 1)),
        figure,
        category,
        _said(tokens, who) if who else None,
    )


def _who(tokens: Tokens, victims: PhraseMatch[str], lexicon: Lexicon) -> range:
    """The victims with the nationality beside them ("12 Azerbaijani soldiers")."""
    before = victims.start > 0 and any(True for _ in lexicon.nationalities.at(tokens, victims.start - 1))
    after = victims.end < len(tokens) and any(True for _ in lexicon.nationalities.at(tokens, victims.end))
    return range(victims.start - before, victims.end + after)


def _said(tokens: Tokens, words: range) -> str:
    return " ".join(tokens.text[tokens[words.start].start : tokens[words.stop - 1].end].split())


def _distance(match: PhraseMatch[str], number: int, end: int) -> int:
    if match.start > end:
        return match.start - end
    return number - match.end + 1 if match.end <= number else 0
