"""Figures that may count people: in digits, in words, at least, at most, from one to another, or a noun alone.

How figures are said is data, ``tolls.toml`` of each language.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from geodata.model import Span
from timeline.extract.text.lexicon import Lexicon
from timeline.extract.text.phrases import PhraseMatch
from timeline.extract.text.tokens import Tokens
from timeline.extract.what.triggers import ends_clause

_NUMBER = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f ٬]\d{3})+(?!\d)|\d+(?:[.,]\d{1,2}(?=\s))?")
_DASH = re.compile(r"\s?[-‐‑–—]\s?")
_NOUN_REACH = 3
"""Words between a figure or an article and the noun that it belongs to."""
_BESIDE = 2
"""Words between a figure and what says that it is the whole."""
_TEN, _TENS, _HUNDRED = 10, range(20, 100, 10), 100
_PARTS = 5
"""Among so many figures are the thousands, hundreds, tens and units of one number."""

Said = PhraseMatch[tuple[str, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number of something, as said: ``low`` and ``high`` are None where it is open, both for "dozens".

    ``words`` are the numbers of its words. ``whole`` says that it counts all up to now, ``risen`` that a count has come
    to it, ``named`` that its own words name the victims ("a soldier"), ``sure`` that only people are told so ("two
    others").
    """

    words: range
    low: int | None
    high: int | None
    whole: bool = False
    risen: bool = False
    named: bool = False
    sure: bool = False


def find(tokens: Tokens, times: Sequence[Span], lexicon: Lexicon) -> list[Figure]:
    """Figures of a sentence in order; what ``times`` cover and what counts years, miles or tanks is left out."""
    said = list(lexicon.figures.all(tokens))
    plain = _without_overlaps([*_digits(tokens), *_spelt(said), *_vague(tokens, lexicon)])
    joined = list(_ranges(tokens, list(_composed(plain, said, tokens)), said))
    counted = [one for one in joined if not (_is_other(one, said) or _in_time(tokens, one, times))]
    figures = [*counted, *_singles(tokens, counted, said)]
    return sorted((_bounded(one, said) for one in figures), key=lambda one: one.words.start)


def beside(tokens: Tokens, lexicon: Lexicon, kind: str) -> list[Said]:
    """What a sentence says of one of the lists of ``tolls.toml``."""
    return [match for match in lexicon.figures.all(tokens) if match.payload[0] == kind]


def _digits(tokens: Tokens) -> Iterator[Figure]:
    for match in _NUMBER.finditer(tokens.text, tokens.span.start, tokens.span.end):
        text, (start, end) = match.group(), match.span()
        is_mark = start == tokens.span.start and tokens.text[end : end + 1] in {".", ")"}
        if text[-3:-2] not in {".", ","} and not is_mark and not _is_share(tokens.text, end):
            value = int(re.sub(r"\D", "", text))
            yield Figure(words=range(tokens.number_at(start), tokens.number_at(end - 1) + 1), low=value, high=value)


def _is_share(text: str, end: int) -> bool:
    return text[end : end + 2].lstrip()[:1] in ("%", "٪") if end < len(text) else False


def _spelt(said: Iterable[Said]) -> Iterator[Figure]:
    for match in said:
        kind, value = match.payload
        if kind == "counts":
            yield Figure(words=range(match.start, match.end), low=value, high=value)


def _vague(tokens: Tokens, lexicon: Lexicon) -> Iterator[Figure]:
    for match in lexicon.tolls.all(tokens):
        if match.payload == "vague":
            yield Figure(words=range(match.start, match.end), low=None, high=None)


def _without_overlaps(figures: Iterable[Figure]) -> list[Figure]:
    """The longest figure at each word, in order."""
    kept: list[Figure] = []
    for one in sorted(figures, key=lambda figure: (figure.words.start, -len(figure.words))):
        if not kept or kept[-1].words.stop <= one.words.start:
            kept.append(one)
    return kept


def _composed(figures: Sequence[Figure], said: Sequence[Said], tokens: Tokens) -> Iterator[Figure]:
    """Figures with the thousands that follow them, and tens with their units ("twenty-five", "several hundred")."""
    times = {match.start: match for match in said if match.payload[0] == "times"}
    links = {match.start for match in said if match.payload[0] == "and"}
    reached = 0
    for number, one in enumerate(figures):
        if one.words.start < reached:
            continue
        found = _multiplied(one, times)
        for behind in figures[number + 1 : number + _PARTS]:
            more = _multiplied(behind, times)
            if more.words.start >= found.words.stop and _adds(found, more, tokens, links):
                found = _grown(found, more.words.stop, (found.low or 0) + (more.low or 0))
        reached = found.words.stop
        yield found


def _multiplied(figure: Figure, times: Mapping[int, Said]) -> Figure:
    """A figure with the hundreds or thousands that stand right behind it, if any do."""
    multiple = times.get(figure.words.stop)
    if multiple is None:
        return figure
    return _grown(figure, multiple.end, None if figure.low is None else figure.low * multiple.payload[1])


def _adds(one: Figure, behind: Figure, tokens: Tokens, links: Container[int]) -> bool:
    """Whether two figures in words are one: hundreds, tens and units in this order, or units before tens."""
    first, second = one.low or 0, behind.low or 0
    gap = range(one.words.stop, behind.words.start)
    words = [tokens[number].word for number in (*one.words, *behind.words)]
    if len(gap) > 1 or any(number not in links for number in gap) or any(word.isdigit() for word in words):
        return False
    if not first or not second or ends_clause(tokens, one.words.start, behind.words.start):
        return False
    ordered = (first % _HUNDRED == 0 and second < first) or (first % _HUNDRED in _TENS and second < _TEN)
    return ordered or (not gap and first < _TEN and second in _TENS)


def _grown(figure: Figure, stop: int, value: int | None) -> Figure:
    return replace(figure, words=range(figure.words.start, stop), low=value, high=value)


def _ranges(tokens: Tokens, figures: Sequence[Figure], said: Sequence[Said]) -> Iterator[Figure]:
    """Two figures that are the ends of one range become one."""
    taken = False
    for one, other in pairwise([*figures, None]):
        if one is None or taken:
            taken = False
        elif other and one.low and other.low and one.low < other.low and _joined(tokens, one, other, said):
            taken = True
            yield replace(one, words=range(one.words.start, other.words.stop), high=other.high)
        else:
            yield one


def _joined(tokens: Tokens, one: Figure, other: Figure, said: Sequence[Said]) -> bool:
    gap = range(one.words.stop, other.words.start)
    if not gap and _DASH.fullmatch(tokens.between(one.words.stop - 1, other.words.start)):
        return True
    is_between = any(match.payload[0] == "between" and match.end == one.words.start for match in said)
    kinds = {match.payload[0] for match in said if range(match.start, match.end) == gap}
    return "range" in kinds or (is_between and ("and" in kinds or not gap))


def _is_other(figure: Figure, said: Sequence[Said]) -> bool:
    """Whether a figure counts years, miles, tanks, or all of whom only some were hurt."""
    behind = any(match.payload[0] == "other_counts" and match.start == figure.words.stop for match in said)
    return behind or any(match.payload[0] == "out_of" and match.end == figure.words.start for match in said)


def _in_time(tokens: Tokens, figure: Figure, times: Sequence[Span]) -> bool:
    words = Span(start=tokens[figure.words.start].start, end=tokens[figure.words.stop - 1].end)
    return any(words.overlaps(time) for time in times)


def _singles(tokens: Tokens, figures: Sequence[Figure], said: Sequence[Said]) -> Iterator[Figure]:
    """Victims that are one, or two, without a figure: "a soldier", «جنديان»."""
    articles = [match.start for match in said if match.payload[0] == "article"]
    for match in said:
        kind, value = match.payload
        if kind not in ("single", "led") or tokens[match.start].word != match.phrase.split()[0]:
            continue
        before = range(match.start - _NOUN_REACH - 1, match.start)
        counted = any(one.words.stop - 1 in before for one in figures)
        led = any(at in before and not ends_clause(tokens, at, match.start) for at in articles)
        if not counted and (led or kind == "single"):
            yield Figure(words=range(match.start, match.end), low=value, high=value, named=True)


def _bounded(figure: Figure, said: Sequence[Said]) -> Figure:
    """A figure with what is said beside it: at least, at most, the whole, others."""
    start, stop = figure.words.start, figure.words.stop
    near = [m for m in said if start - _BESIDE <= m.end <= start or stop <= m.start < stop + _BESIDE]
    wholes = [match for match in near if match.payload[0] in ("whole", "risen")]
    sure = any(match.payload[0] == "others" and match.start == stop for match in near)
    risen = any(match.payload[0] == "risen" for match in wholes)
    figure = replace(figure, whole=bool(wholes), risen=risen, sure=sure)
    beside = [match for match in near if _is_bound(match, figure, wholes)]
    if not beside or figure.low is None or figure.low != figure.high:
        return figure
    words = range(min(start, *(one.start for one in beside)), stop)
    is_least = any(match.payload[0] == "least" for match in beside)
    return replace(figure, words=words, low=figure.low if is_least else None, high=None if is_least else figure.high)


def _is_bound(match: Said, figure: Figure, wholes: Sequence[Said]) -> bool:
    """Whether a phrase right beside a figure says that it is the least or the most, and isn't part of another."""
    touches = match.end == figure.words.start or match.start == figure.words.stop
    inside = any(match.start in range(one.start, one.end) for one in wholes)
    return match.payload[0] in ("least", "most") and touches and not inside
