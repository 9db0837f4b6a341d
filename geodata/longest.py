"""The longest name or phrase that begins with a word of a text, each word in any of its forms."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from geodata.forms import Form, Forms
from geodata.gazetteer import Gazetteer
from geodata.lexicon import Words
from geodata.marked import marked, spellings
from geodata.model import Span
from geodata.page import Found, Page
from geodata.remembered import remembered
from geodata.tokens import Token, fold_word, is_capital, joined

_SHORTEST_BEHIND_PREFIX = 3
"""Least length of a name from which a prefix was taken off."""
_SEVERAL = 2
_HEAD = 3
"""Letters by which a word is turned away that no name or phrase begins with; a stem of a demonym has no fewer."""

Reading = tuple[str, int, Form]
"""A name as read so far: its key, where it starts in the text, the form of its last word."""


class Names:
    """The names of a gazetteer as a language writes them; remembers which words may begin one."""

    def __init__(self, gazetteer: Gazetteer, words: Words) -> None:
        self.gazetteer, self.words = gazetteer, words
        self.forms = Forms(words.morphology)
        self._small = gazetteer.common_beginnings | words.beginnings
        self._small_heads = _heads([*self._small, *gazetteer.common_nouns, *words.demonyms.small])
        self._opening = remembered(self._openings)
        self._lengths = remembered(self._lengths_from)
        self._begins = remembered(self._is_beginning)
        self._is_whole = remembered(self._is_name_or_phrase)

    def openings(self, page: Page) -> list[int]:
        """Where the words stand with which a name or a phrase may begin."""
        opening = frozenset(filter(self._opening, page.distinct))
        return [index for index, word in enumerate(page.written) if word in opening]

    def _openings(self, word: str) -> tuple[Form, ...]:
        """Forms of a word with which a name or a phrase begins; most words of a text have none."""
        if is_capital(word) is False:
            return tuple(form for form in self.forms.of(word) if self._may_begin_small(form.key))
        return tuple(form for form in self.forms.of(word) if self._is_name(form.key) or self._begins(form.key))

    def _may_begin_small(self, key: str) -> bool:
        """Whether one begins with a word that a text may write small; most words fail by their first letters."""
        return key[:_HEAD] in self._small_heads and (key in self._small or self._is_small(key))

    def _is_name(self, key: str) -> bool:
        return self.gazetteer.knows(key) or self.words.demonyms.country(key) is not None

    def _is_small(self, key: str) -> bool:
        """Whether a text may write a name small."""
        return self.gazetteer.is_common_noun(key) or self.words.demonyms.may_be_small(key)

    def _is_beginning(self, key: str) -> bool:
        return self.gazetteer.begins(key) or key in self.words.beginnings

    def _is_name_or_phrase(self, key: str) -> bool:
        return key in self.words.phrases or self._is_name(key)

    def longest(self, page: Page, first: int) -> Found | None:
        """The longest name or phrase from a word on; a phrase (without span) wins over a name of its length."""
        token, last = page.tokens[first], first
        is_whole, goes_on = self._lengths(token.text)
        readings = [(form.key, token.start + form.start, form) for form in self._opening(token.text)]
        best = self._taken(page, first, last, readings) if is_whole else None
        while goes_on and last + 1 < len(page.tokens) and joined(page.text, *page.tokens[last : last + 2]):
            last += 1
            readings = self._longer(readings, page.tokens[last])
            best = (self._taken(page, first, last, readings) if readings else None) or best
            goes_on = any(self._begins(key) for key, _, _ in readings)
        return best

    def _lengths_from(self, word: str) -> tuple[bool, bool]:
        """Whether a word may be a whole name or phrase, and whether one of several words may begin with it."""
        keys = [form.key for form in self._opening(word)]
        return any(map(self._is_whole, keys)), any(map(self._begins, keys))

    def _longer(self, readings: Sequence[Reading], token: Token) -> list[Reading]:
        return [
            (f"{key} {form.key}", start, form)
            for key, start, _ in readings
            if self._begins(key)
            for form in self.forms.of(token.text)
        ]

    def _taken(self, page: Page, first: int, last: int, readings: Sequence[Reading]) -> Found | None:
        readings = [reading for reading in readings if self._is_whole(reading[0])]
        if not readings:
            return None
        if any(key in self.words.phrases for key, _, _ in readings):
            return Found(first, last, "", None)
        token = page.tokens[first]
        found = [
            _found(page, first, last, reading)
            for reading in readings
            if not _is_rest(token, reading)
            and self._is_written_as_name(token, reading[0])
            and self._has_letters(page.text, reading)
        ]
        if len(found) < _SEVERAL or not found[0].bent:
            return found[0] if found else None
        return max(found, key=lambda one: self._size(one.key))

    def _size(self, key: str) -> float:
        """Most people in a bearer of a name; one that a region curates, a country and its people outdo any."""
        bearers = self.gazetteer.lookup(key)
        known = not bearers or any(place.kind == "country" or self.gazetteer.is_curated(place) for place in bearers)
        return math.inf if known else max(place.population for place in bearers)

    def _is_written_as_name(self, token: Token, key: str) -> bool:
        return token.capital is not False or self._is_small(key)

    def _has_letters(self, text: str, reading: Reading) -> bool:
        """Whether a name has the ö and ü with which the text writes it: "Görüş", meeting, is no "Gorus"."""
        key, start, _ = reading
        told = marked(text[start : start + len(key)])
        if not told or self.words.demonyms.country(key):
            return True
        return any(told in spelt or not spelt for spelt in map(partial(spellings, key=key), self.gazetteer.lookup(key)))

    def parts(self, page: Page, first: int, end: int) -> Iterator[Found]:
        """Every row of the words ``first`` to before ``end`` in each of its forms, the longest first."""
        for length in range(end - first, 0, -1):
            for start in range(first, end - length + 1):
                words = page.tokens[start : start + length]
                for key in self._keys(words):
                    yield Found(start, start + length - 1, key, Span(start=words[0].start, end=words[-1].end))

    def _keys(self, words: Sequence[Token]) -> list[str]:
        """Names that some words may be, each word in each of its forms."""
        keys = list(self.forms.keys(words[0].text))
        for word in words[1:]:
            keys = [f"{key} {form}" for key in keys if self._begins(key) for form in self.forms.keys(word.text)]
        return keys


def _heads(keys: Iterable[str]) -> frozenset[str]:
    return frozenset(key[:_HEAD] for key in keys)


def _is_rest(token: Token, reading: Reading) -> bool:
    """Whether a name is but what a prefix leaves of a short word; such a rest may only begin a longer name."""
    return len(reading[0]) < _SHORTEST_BEHIND_PREFIX and reading[1] > token.start


def _found(page: Page, first: int, last: int, reading: Reading) -> Found:
    key, start, form = reading
    token = page.tokens[last]
    cut = form.end < len(token.text)
    bent = not cut and not fold_word(token.text).endswith(form.key)
    return Found(first, last, key, Span(start=start, end=token.start + form.end), bent, cut, form.inflected)
