"""Place names in running text: the longest name at each word, with what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from geodata.context import Context, Doubt, Found, Page, is_well_known
from geodata.fold import fold
from geodata.forms import Form, Forms
from geodata.gazetteer import Gazetteer
from geodata.lexicon import Words, words
from geodata.model import Place, PlaceLexicon, Span
from geodata.tokens import Token, fold_word, is_capital, joined, tokenise

__all__ = ["Toponym", "fold", "recognise"]

_LONGEST_JOIN, _LONGEST_LINK = 12, 24
"""Most characters between two names of a list, and between a place and the one that it lies in."""
_PARTING = re.compile(r"[.;:!?\n]|[-–—]")

Reading = tuple[str, int, Form]
"""A name as read so far: its key, where it starts in the text, the form of its last word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A place name found in a text, not yet resolved.

    ``candidates`` are the bearers of the name; ``levels`` the kinds that a generic term beside it states; ``near``
    whether a word makes the position approximate; ``located`` whether a word beside it says that it is a place;
    ``lists`` is 1 before the rest of a list that its generic term is for ("the districts of A, B"), -1 behind it
    ("A and B districts"), else 0; ``linked`` is whether it stands right behind the one before ("A, B", "A in B");
    ``demonym`` whether this is a word for a country's people or what is theirs.
    """

    span: Span
    key: str
    candidates: tuple[Place, ...]
    levels: frozenset[str] = frozenset()
    near: bool = False
    located: bool = False
    lists: int = 0
    linked: bool = False
    demonym: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether a word beside the name says that it is a place, or a bearer of it is well known."""
        return bool(self.levels or self.near or self.located or self.demonym) or any(
            map(is_well_known, self.candidates)
        )


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
    return tuple(_spread(_link(found, text, reader), text, reader.words))


class _Reader:
    """Reads texts with one gazetteer and one lexicon; remembers with which forms of words a name may begin."""

    def __init__(self, gazetteer: Gazetteer, lexicon: PlaceLexicon | None) -> None:
        self.gazetteer = gazetteer
        self.words: Words = words(lexicon)
        self.forms = Forms(self.words.morphology)
        self._small = gazetteer.common_beginnings | self.words.beginnings
        self._opening = lru_cache(maxsize=65_536)(self._openings)

    def _openings(self, word: str) -> tuple[Form, ...]:
        """Forms of a word with which a name or a phrase begins; most words of a text have none."""
        if is_capital(word) is False:
            return tuple(form for form in self.forms.of(word) if form.key in self._small or self._is_small(form.key))
        return tuple(form for form in self.forms.of(word) if self._is_name(form.key) or self._begins(form.key))

    def _is_name(self, key: str) -> bool:
        return self.gazetteer.knows(key) or self.words.demonyms.country(key) is not None

    def _is_small(self, key: str) -> bool:
        """Whether a text may write a name small."""
        return self.gazetteer.is_common_noun(key) or self.words.demonyms.may_be_small(key)

    def _begins(self, key: str) -> bool:
        return self.gazetteer.begins(key) or key in self.words.beginnings

    def read(self, text: str) -> list[Toponym]:
        """The toponyms of a text in order; a name that is a place somewhere counts where nothing shows it, too."""
        page = Page(text, self.words)
        taken, left = self._first_reading(page)
        sure = frozenset(toponym.key for toponym in taken if toponym.is_sure)
        doubtful = {found.key for found in left} - sure
        taken = [toponym for toponym in taken if toponym.key not in doubtful]
        known = frozenset(toponym.key for toponym in taken)
        again = [self._judge(page, found, known) for found in left if found.key in known]
        spans = [toponym.span for toponym in taken]
        found_again = [new for new in again if new and not any(map(new.span.overlaps, spans))]
        return sorted([*taken, *found_again], key=lambda toponym: toponym.span)

    def _first_reading(self, page: Page) -> tuple[list[Toponym], list[Found]]:
        """The toponyms that show as such where they stand, and the names left."""
        taken, left = [], []
        index = 0
        while (index := self._next(page.tokens, index)) < len(page.tokens):
            found = self._longest(page, index)
            toponym = self._judge(page, found) if found and found.span else None
            if toponym:
                taken.append(toponym)
            elif found and found.span:
                left.append(found)
            index = found.last + 1 if found and (toponym or not found.span) else index + 1
        return taken, left

    def _next(self, tokens: Sequence[Token], index: int) -> int:
        """The next word from an index on with which a name may begin, else the end."""
        return next((here for here in range(index, len(tokens)) if self._opening(tokens[here].text)), len(tokens))

    def _longest(self, page: Page, first: int) -> Found | None:
        """The longest name or phrase from a word on; a phrase (without span) wins over a name of its length."""
        token = page.tokens[first]
        best: Found | None = None
        readings = [(form.key, token.start + form.start, form) for form in self._opening(token.text)]
        last = first
        while readings:
            best = self._taken(page, first, last, readings) or best
            if last + 1 == len(page.tokens) or not joined(page.text, page.tokens[last], page.tokens[last + 1]):
                break
            last += 1
            readings = self._longer(readings, page.tokens[last])
        return best

    def _longer(self, readings: Sequence[Reading], token: Token) -> list[Reading]:
        return [
            (f"{key} {form.key}", start, form)
            for key, start, _ in readings
            if self._begins(key)
            for form in self.forms.of(token.text)
        ]

    def _taken(self, page: Page, first: int, last: int, readings: Sequence[Reading]) -> Found | None:
        if any(key in self.words.phrases for key, _, _ in readings):
            return Found(first, last, "", None)
        token = page.tokens[first]
        for reading in readings:
            if self._is_name(reading[0]) and self._is_written_as_name(token, reading[0]):
                return _found(page, first, last, reading)
        return None

    def _is_written_as_name(self, token: Token, key: str) -> bool:
        return token.capital is not False or self._is_small(key)

    def _judge(self, page: Page, found: Found, known: frozenset[str] = frozenset()) -> Toponym | None:
        """The toponym with what stands beside it, None where that speaks against a place; ``known`` are places here."""
        span = found.span
        country = self.words.demonyms.country(found.key)
        if span is None or country:
            return self._demonym(found.key, country, span) if span and country else None
        context = Context(page, found, self.words, self.forms)
        levels, lists = context.levels()
        near, located = context.near(), context.located()
        doubt = Doubt(self.gazetteer, context, levels, likely=bool(levels or near or located), known=found.key in known)
        candidates = doubt.bearers(self.gazetteer.lookup(found.key))
        if not candidates or (candidates[0].kind != "country" and context.is_person()):
            return None
        return Toponym(
            span=span,
            key=found.key,
            candidates=candidates,
            levels=levels,
            near=near,
            located=located,
            lists=lists,
        )

    def _demonym(self, key: str, code: str, span: Span) -> Toponym | None:
        country = self.gazetteer.place(f"iso:{code}")
        return Toponym(span=span, key=key, candidates=(country,), demonym=True) if country else None

    def abbreviation(self, text: str, start: int) -> Toponym | None:
        """The place whose abbreviation stands behind the comma at an offset."""
        found = self.words.abbreviated.match(text, start)
        place = self.gazetteer.place(self.words.abbreviations[found[1]]) if found else None
        if found is None or place is None:
            return None
        span = Span(start=found.start(1), end=found.end(1))
        return Toponym(span=span, key=fold(place.name), candidates=(place,), located=True)

    def links(self, gap: str) -> bool:
        """Whether what stands between two names says that one lies in the other."""
        if len(gap) > _LONGEST_LINK or _PARTING.search(gap):
            return False
        known = self.words.locative | self.words.linking | self.words.generic.keys()
        return all(any(key in known for key in self.forms.keys(token.text)) for token in tokenise(gap))


def _found(page: Page, first: int, last: int, reading: Reading) -> Found:
    key, start, form = reading
    token = page.tokens[last]
    cut = form.end < len(token.text)
    bent = not cut and not fold_word(token.text).endswith(form.key)
    return Found(first, last, key, Span(start=start, end=token.start + form.end), bent, cut, form.inflected)


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
        replace(toponym, linked=reader.links(gap)) for toponym, gap in zip(toponyms[1:], gaps, strict=True)
    ]


def _spread(toponyms: list[Toponym], text: str, known: Words) -> list[Toponym]:
    """Give the level that a plural term states to every name of its list."""
    for index, toponym in enumerate(toponyms):
        place, direction = index, toponym.lists
        while direction and 0 <= place + direction < len(toponyms):
            left, right = sorted((place, place + direction))
            if not _coordinated(text[toponyms[left].span.end : toponyms[right].span.start], known):
                break
            place += direction
            if toponyms[place].levels:
                break
            toponyms[place] = replace(toponyms[place], levels=toponym.levels)
    return toponyms


def _coordinated(gap: str, known: Words) -> bool:
    """Whether nothing but commas, quotation marks and a joining word stands between two names."""
    return len(gap) <= _LONGEST_JOIN and (
        fold(gap) in known.joining or (not fold(gap) and "," in gap.replace("،", ","))
    )
