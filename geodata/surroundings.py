"""The words of a text around the places found in it, as far as they speak of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from geodata.fold import APOSTROPHES
from geodata.lexicon import Words
from geodata.marks import Mark, Marks
from geodata.model import PlaceMatch
from geodata.tokens import Token

_REACH = 8
"""Most words between a name and a word that speaks of it."""
_PARTING = re.compile(r"[,،](?!\d)|[;؛:!?։؟۔。՝\n(]|\.(?!\w)")
_PAUSE = re.compile(rf"{_PARTING.pattern}|\s[-–—]\s")
LINK = "link"
"""The list of words that may stand between a name and what is said of it."""


@dataclass(frozen=True, slots=True, eq=False)
class Surroundings:
    """The words of a text, with what those of its language mean beside a place."""

    text: str
    tokens: Sequence[Token]
    words: Words
    marks: Marks

    def of(self, match: PlaceMatch) -> range:
        """Numbers of the words of a name."""
        first = bisect_left(self.tokens, match.span.start + 1, key=lambda token: token.end)
        end = bisect_left(self.tokens, match.span.end, key=lambda token: token.start)
        return range(first, max(end, first + 1))

    def before(self, start: int, most: int = _REACH) -> list[Mark]:
        """Marks that lead up to a word, the nearest first; nothing but words that link stands between."""
        first = start
        while first > max(0, start - most) and not (first < len(self.tokens) and self._pauses(first)):
            first -= 1
        ends = {mark.end: mark for mark in self.marks.within(self.tokens, first, start)}
        found, at = [], start
        while at > first:
            mark = ends.get(at)
            if mark is None and not self.links(self.tokens[at - 1]):
                break
            found += [mark] if mark else []
            at = mark.first if mark else at - 1
        return found

    def behind(self, end: int, most: int = _REACH) -> list[Mark]:
        """Marks that go on from a word, the nearest first; nothing but words that link stands between."""
        last = end
        while last < min(len(self.tokens), end + most) and not self._pauses(last):
            last += 1
        starts = {mark.first: mark for mark in self.marks.within(self.tokens, end, last)}
        found, at = [], end
        while at < last:
            mark = starts.get(at)
            if mark is None and not self.links(self.tokens[at]):
                break
            found += [mark] if mark else []
            at = mark.end if mark else at + 1
        return found

    def beside(self, words: range) -> list[Mark]:
        """Marks on the sides of a name on which the language says something of it.

        Where that is before it, what stands behind is about the next name, but for a genitive ("Iran's skies").
        """
        before = self.before(words.start)
        last = self.tokens[words.stop - 1].text
        if "behind" not in self.words.said and not any(mark in last for mark in APOSTROPHES):
            return before
        return [*before, *self.behind(words.stop)]

    def own(self, words: range) -> list[Mark]:
        """Marks on the one side where a distance from a name stands: on the other it is from the name there."""
        return self.behind(words.stop) if "behind" in self.words.said else self.beside(words)

    def around(self, first: int, end: int) -> list[Mark]:
        """Marks within some words, whatever stands between."""
        return self.marks.within(self.tokens, max(0, first), min(end, len(self.tokens)))

    def links(self, token: Token) -> bool:
        """Whether a word may stand between a name and what is said of it: a number, "of", "town"."""
        keys = self.marks.keys(token.text)
        return keys[0].isdecimal() or any(key in self.words.linking or key in self.words.generic for key in keys)

    def is_parted(self, index: int) -> bool:
        """Whether a mark that parts stands before a word."""
        if index == 0:
            return True
        return _PARTING.search(self.text, self.tokens[index - 1].end, self.tokens[index].start) is not None

    def _pauses(self, index: int) -> bool:
        """Whether such a mark or a dash stands before a word."""
        if index == 0:
            return True
        return _PAUSE.search(self.text, self.tokens[index - 1].end, self.tokens[index].start) is not None

    def gap(self, left: range, right: range) -> str:
        """The text between two names."""
        return self.text[self.tokens[left.stop - 1].end : self.tokens[right.start].start]
