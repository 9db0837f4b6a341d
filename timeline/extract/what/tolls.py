"""Numbers of victims, as said: never summed, never averaged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import zip_longest
from typing import cast

from geodata.model import Span
from timeline.extract.text.lexicon import Lexicon, toll_categories
from timeline.extract.text.phrases import PhraseMatch
from timeline.extract.text.tokens import Tokens
from timeline.extract.what import figures
from timeline.extract.what.figures import Figure
from timeline.extract.what.triggers import ends_clause
from timeline.model.mention import Toll, TollCategory

_REACH = 5
"""Words between a number and the word that says what became of the victims."""
_FARTHEST = 8
"""The same for what counts people for sure ("two others", "13 Azerbaijani and five Armenian soldiers")."""
_NEAR = 3
_ADJACENT = 2
_UNMATCHED, _SHARED = 12, 2
"""Costs, in words apart, of a figure without a fate, and of two figures that share one."""

Fate = PhraseMatch[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """On whose word, up to which day, and whether over more than one day victims are counted."""

    claimant: str
    as_of: date | None
    cumulative: bool


def find(tokens: Tokens, times: Sequence[Span], lexicon: Lexicon, terms: Terms) -> tuple[Toll, ...]:
    """Tolls of a sentence, each with the words it rests on; numbers inside ``times`` count nobody."""
    words = [match for match in lexicon.tolls.all(tokens) if match.payload != "vague"]
    fates = [match for match in words if match.payload in toll_categories()]
    if not fates:
        return ()
    found = _with_shared_nouns(tokens, figures.find(tokens, times, lexicon), lexicon)
    fates = [match for match in fates if not _spared(tokens, match, lexicon)]
    victims = [_victims(tokens, one, words) for one in found]
    counted = [one for one, who in zip(found, victims, strict=True) if _counts(one, who, fates)]
    return tuple(
        _toll(tokens, one, fate, _who(tokens, one, _victims(tokens, one, words), lexicon), terms)
        for one, fate in _matched(tokens, counted, fates)
    )


def _toll(tokens: Tokens, figure: Figure, fate: Fate, who: range | None, terms: Terms) -> Toll:
    near = figure.risen and _distance(fate, figure) > _REACH
    ends = [figure.words, who or figure.words, figure.words if near else range(fate.start, fate.end)]
    return Toll(
        words=_said(tokens, range(min(one.start for one in ends), max(one.stop for one in ends))),
        low=figure.low,
        high=figure.high,
        category=cast("TollCategory", fate.payload),
        victims=_said(tokens, who) if who else None,
        claimant=terms.claimant,
        as_of=terms.as_of,
        cumulative=terms.cumulative or figure.whole,
    )


def _spared(tokens: Tokens, fate: Fate, lexicon: Lexicon) -> bool:
    """Whether nobody met this fate: "no one was killed"; the "no" of "no fewer than" says nothing of it."""
    bounds = [range(m.start, m.end) for kind in ("least", "most") for m in figures.beside(tokens, lexicon, kind)]
    return any(
        1 <= _apart(range(match.start, match.end), range(fate.start, fate.end)) <= _ADJACENT
        and not ends_clause(tokens, match.start, fate.start)
        and not any(match.start in bound for bound in bounds)
        for match in figures.beside(tokens, lexicon, "nobody")
    )


def _victims(tokens: Tokens, figure: Figure, words: Sequence[Fate]) -> Fate | None:
    """The word for whom a figure counts, in the same clause."""
    behind = range(figure.words.stop, figure.words.stop + _NEAR)
    near = (match for match in words if match.payload == "victims" and match.start in behind)
    return next((match for match in near if not ends_clause(tokens, figure.words.stop - 1, match.start)), None)


def _with_shared_nouns(tokens: Tokens, found: Sequence[Figure], lexicon: Lexicon) -> list[Figure]:
    """Figures, where one that a nationality follows counts what the next one counts ("13 Azerbaijani and five …")."""
    return [
        replace(one, sure=True) if other and _shares_noun(tokens, one, other, lexicon) else one
        for one, other in zip_longest(found, found[1:])
    ]


def _shares_noun(tokens: Tokens, one: Figure, other: Figure, lexicon: Lexicon) -> bool:
    at, behind = one.words.stop, other.words.start
    named = at < len(tokens) and any(True for _ in lexicon.nationalities.at(tokens, at))
    return named and 0 < behind - at <= _NEAR and not ends_clause(tokens, at, behind)


def _counts(figure: Figure, victims: Fate | None, fates: Sequence[Fate]) -> bool:
    """Whether a figure counts victims: their name stands behind it, or their fate beside it."""
    if victims or figure.named or figure.sure or figure.risen:
        return True
    return any(_distance(fate, figure) <= _ADJACENT for fate in fates)


def _matched(tokens: Tokens, counted: Sequence[Figure], fates: Sequence[Fate]) -> list[tuple[Figure, Fate]]:
    """Each figure with its fate: both in the order of the sentence, and as near each other as all can be."""

    @cache
    def best(number: int, least: int, used: int) -> tuple[int, tuple[tuple[int, int], ...]]:
        if number == len(counted):
            return 0, ()
        cost, rest = best(number + 1, least, used)
        options = [(cost + _UNMATCHED, rest)]
        for at in range(least, len(fates)):
            apart = _cost(tokens, counted[number], fates[at])
            if apart is not None:
                cost, rest = best(number + 1, at, at)
                options.append((cost + apart + _SHARED * (at == used), ((number, at), *rest)))
        return min(options, key=lambda option: option[0])

    return [(counted[number], fates[at]) for number, at in best(0, 0, -1)[1]]


def _cost(tokens: Tokens, figure: Figure, fate: Fate) -> int | None:
    """Words between a figure and a fate; None where they can't belong together."""
    apart = _distance(fate, figure)
    nearest = figure.words.start if fate.start < figure.words.start else figure.words.stop - 1
    if ends_clause(tokens, fate.start, nearest):
        return None
    if figure.risen and fate.end <= figure.words.start:
        return min(apart, _REACH)
    return apart if apart <= (_FARTHEST if figure.sure else _REACH) else None


def _who(tokens: Tokens, figure: Figure, victims: Fate | None, lexicon: Lexicon) -> range | None:
    """The victims with the nationality beside them ("12 Azerbaijani soldiers")."""
    if victims is None:
        return figure.words if figure.named else None
    before = victims.start > 0 and any(True for _ in lexicon.nationalities.at(tokens, victims.start - 1))
    after = victims.end < len(tokens) and any(True for _ in lexicon.nationalities.at(tokens, victims.end))
    return range(victims.start - before, victims.end + after)


def _said(tokens: Tokens, words: range) -> str:
    return " ".join(tokens.text[tokens[words.start].span.start : tokens[words.stop - 1].span.end].split())


def _distance(fate: Fate, figure: Figure) -> int:
    return _apart(range(fate.start, fate.end), figure.words)


def _apart(one: range, other: range) -> int:
    """How many words on one stands from another; 0 where they overlap."""
    if one.start >= other.stop:
        return one.start - other.stop + 1
    return other.start - one.stop + 1 if one.stop <= other.start else 0
