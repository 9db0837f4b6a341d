"""Place names in running text: the longest name at each word, judged by what stands beside it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from geodata.context import Context
from geodata.doubt import Doubt
from geodata.ellipsis import complete
from geodata.fold import fold
from geodata.gazetteer import Gazetteer
from geodata.lexicon import Words, words
from geodata.longest import Names
from geodata.model import PlaceLexicon, Span
from geodata.page import Found, Page
from geodata.tokens import tokenise
from geodata.toponym import Toponym, spread

__all__ = ["Toponym", "fold", "recognise", "recognise_given"]

_LONGEST_LINK = 24
"""Most characters between a place and the one that it lies in."""
_PARTING = re.compile(r"[.;:!?\n]|[-–—]")


def recognise(text: str, *, gazetteer: Gazetteer, lexicon: PlaceLexicon | None = None) -> tuple[Toponym, ...]:
    """Find the place names of a text, in order and without overlap.

    Parameters
    ----------
    text : the article's text; spans point into it.
    gazetteer : the names to look for.
    lexicon : the language's words about places and its word forms; without it names are found as they are listed.
    """
    reader = _reader(gazetteer, lexicon)
    found = _abbreviated(reader.read(text), text, reader)
    return tuple(spread(_link(found, text, reader), text, reader.words))


def recognise_given(
    text: str, spans: Iterable[Span], *, gazetteer: Gazetteer, lexicon: PlaceLexicon | None = None
) -> tuple[Toponym, ...]:
    """Find the bearers of names that are known to stand at some spans, whatever speaks against a place.

    Parameters
    ----------
    text : the article's text.
    spans : where its names stand, without overlap.
    gazetteer : who bears the names; a span of whose words it knows none is left out.
    lexicon : the language's words about places and its word forms.
    """
    reader = _reader(gazetteer, lexicon)
    page = Page(text, reader.words)
    found = [toponym for span in sorted(spans) if (toponym := reader.given(page, span))]
    return tuple(spread(_link(found, text, reader), text, reader.words))


class _Reader:
    """Reads texts with one gazetteer and one lexicon."""

    def __init__(self, gazetteer: Gazetteer, lexicon: PlaceLexicon | None) -> None:
        self.gazetteer = gazetteer
        self.words: Words = words(lexicon)
        self.names = Names(gazetteer, self.words)
        self.forms = self.names.forms

    def read(self, text: str) -> list[Toponym]:
        """The toponyms of a text in order; a name that is a place somewhere counts where nothing shows it, too."""
        page = Page(text, self.words)
        taken, left = self._first_reading(page)
        sure = frozenset(toponym.key for toponym in taken if toponym.is_sure)
        doubtful = {found.key for found in left} - sure
        taken = [toponym for toponym in taken if toponym.key not in doubtful]
        found = sorted([*taken, *self._second_reading(page, taken, left)], key=lambda toponym: toponym.span)
        return complete(found, page, gazetteer=self.gazetteer, words=self.words, forms=self.forms)

    def _second_reading(self, page: Page, taken: Sequence[Toponym], left: Sequence[Found]) -> Iterator[Toponym]:
        """The names left that are places elsewhere in the text, or that lists join to a sure one."""
        known, spans = frozenset(toponym.key for toponym in taken), [toponym.span for toponym in taken]
        sure = [toponym.span for toponym in taken if toponym.is_sure]
        for found in left:
            listed = self._is_listed(page, found, sure)
            toponym = self._judge(page, found, known, listed=listed) if listed or found.key in known else None
            if toponym and not any(map(toponym.span.overlaps, spans)):
                insort(sure, toponym.span)
                yield toponym

    def _is_listed(self, page: Page, found: Found, places: Sequence[Span]) -> bool:
        """Whether "and", or a comma before a capital, joins a name other than a person's to a place beside it."""
        if found.span is None or found.key in self.words.persons:
            return False
        index = bisect_left(places, found.span)
        gaps = [page.text[place.end : found.span.start] for place in places[index - 1 : index] if index]
        gaps += [page.text[found.span.end : place.start] for place in places[index : index + 1]]
        cased = page.tokens[found.first].capital is True
        near = [gap for gap in gaps if len(gap) <= _LONGEST_LINK]
        return any(fold(gap) in self.words.joining or (cased and gap == ", ") for gap in near)

    def _first_reading(self, page: Page) -> tuple[list[Toponym], list[Found]]:
        """The toponyms that show as such where they stand, and the names left."""
        taken, left = [], []
        behind = 0
        for index in self.names.openings(page):
            found = self.names.longest(page, index) if index >= behind else None
            toponym = self._judge(page, found) if found and found.span else None
            if toponym:
                taken.append(toponym)
            elif found and found.span:
                left.append(found)
            if found and (toponym or not found.span):
                behind = found.last + 1
        return taken, left

    def _judge(
        self, page: Page, found: Found, known: frozenset[str] = frozenset(), *, listed: bool = False
    ) -> Toponym | None:
        """The toponym with what stands beside it, None where that speaks against a place.

        ``known`` are places here, ``listed`` is whether the name is joined to one.
        """
        span = found.span
        country = self.words.demonyms.country(found.key)
        if span is None or country:
            return self._demonym(found.key, country, span) if span and country else None
        context = Context(page, found, self.words, self.forms)
        levels, lists = context.levels()
        near, located = context.near(), context.located()
        likely = bool(levels or near or located or (listed and not context.is_inside_a_longer_name()))
        doubt = Doubt(self.gazetteer, context, levels, likely=likely, known=found.key in known)
        candidates = doubt.bearers(self.gazetteer.lookup(found.key))
        if not candidates or context.is_part_of_a_name():
            return None
        is_country = candidates[0].kind == "country"
        if not levels and context.is_first_name():
            return None  # "a letter to Vladimir Putin"
        if not located and (context.is_given_name() if is_country else context.is_person()):
            return None
        return Toponym(
            span=span,
            key=found.key,
            candidates=candidates,
            levels=levels,
            near=near,
            located=located or doubt.shows_where,
            lists=lists,
        )

    def given(self, page: Page, span: Span) -> Toponym | None:
        """The toponym at a span: its abbreviation or the longest name among its words, None where none is known."""
        short = self.words.abbreviations.get(page.text[span.start : span.end])
        if short:
            return self._abbreviation(short, span)
        first = bisect_right(page.tokens, span.start, key=lambda token: token.end)
        end = bisect_left(page.tokens, span.end, key=lambda token: token.start)
        for found in self.names.parts(page, first, end):
            if country := self.words.demonyms.country(found.key):
                return self._demonym(found.key, country, span)
            if candidates := self.gazetteer.lookup(found.key):
                levels, lists = Context(page, found, self.words, self.forms).levels()
                return Toponym(
                    span=span, key=found.key, candidates=candidates, levels=levels, lists=lists, located=True
                )
        return None

    def _demonym(self, key: str, code: str, span: Span) -> Toponym | None:
        place = self.gazetteer.place(code if ":" in code else f"iso:{code}")
        return Toponym(span=span, key=key, candidates=(place,), demonym=True) if place else None

    def abbreviation(self, text: str, start: int) -> Toponym | None:
        """The place whose abbreviation stands behind the comma at an offset."""
        found = self.words.abbreviated.match(text, start)
        if found is None:
            return None
        return self._abbreviation(self.words.abbreviations[found[1]], Span(start=found.start(1), end=found.end(1)))

    def _abbreviation(self, code: str, span: Span) -> Toponym | None:
        place = self.gazetteer.place(code)
        return Toponym(span=span, key=fold(place.name), candidates=(place,), located=True) if place else None

    def links(self, gap: str) -> bool:
        """Whether what stands between two names says that one lies in the other."""
        if len(gap) > _LONGEST_LINK or _PARTING.search(gap):
            return False
        known = self.words.locative | self.words.linking | self.words.generic.keys()
        return all(any(key in known for key in self.forms.keys(token.text)) for token in tokenise(gap))


@lru_cache(maxsize=32)
def _reader(gazetteer: Gazetteer, lexicon: PlaceLexicon | None) -> _Reader:
    return _Reader(gazetteer, lexicon)


def _abbreviated(toponyms: Sequence[Toponym], text: str, reader: _Reader) -> list[Toponym]:
    """Put the abbreviated places behind the names that they contain ("Gary, Ind."), in place of other readings."""
    found: list[Toponym] = []
    for toponym in toponyms:
        if found and toponym.span.start < found[-1].span.end:
            continue
        found.append(toponym)
        if behind := reader.abbreviation(text, toponym.span.end):
            found.append(behind)
    return found


def _link(toponyms: list[Toponym], text: str, reader: _Reader) -> list[Toponym]:
    """Mark each toponym that a comma, a bracket or a word of place alone parts from the one before it."""
    gaps = [text[left.span.end : right.span.start] for left, right in pairwise(toponyms)]
    return toponyms[:1] + [
        replace(toponym, linked=True) if reader.links(gap) else toponym
        for toponym, gap in zip(toponyms[1:], gaps, strict=True)
    ]
