"""The words of a text around the places found in it, as far as they speak of them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

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
    _starts: list[int] = field(init=False)
    _ends: list[int] = field(init=False)
    _words: dict[tuple[int, int], range] = field(default_factory=dict)
    _before: dict[int, list[Mark]] = field(default_factory=dict)
    _behind: dict[int, list[Mark]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", [token.start for token in self.tokens])
        object.__setattr__(self, "_ends", [token.end for token in self.tokens])

    def of(self, match: PlaceMatch) -> range:
        """Numbers of the words of a name; asked for each again and again."""
        start, end = match.span.start, match.span.end
        found = self._words.get((start, end))
        if found is None:
            first = bisect_right(self._ends, start)
            last = bisect_left(self._starts, end)
            found = self._words[start, end] = range(first, max(last, first + 1))
        return found

    def before(self, start: int) -> list[Mark]:
        """Marks that lead up to a word, the nearest first; nothing but words that link stands between."""
        if start not in self._before:
            self._before[start] = self._leading(start)
        return self._before[start]

    def behind(self, end: int) -> list[Mark]:
        """Marks that go on from a word, the nearest first; nothing but words that link stands between."""
        if end not in self._behind:
            self._behind[end] = self._following(end)
        return self._behind[end]

    def _leading(self, start: int) -> list[Mark]:
        first = start
        while first > max(0, start - _REACH) and self._speaks(first - 1) and not self._pauses(first):
            first -= 1
        ends = {mark.end: mark for mark in self.marks.within(self.tokens, first, start)}
        found, at = [], start
        while at > first:
            mark = ends.get(at)
            if mark is None and not self.marks.links(self.tokens[at - 1].text):
                break
            found += [mark] if mark else []
            at = mark.first if mark else at - 1
        return found

    def _following(self, end: int) -> list[Mark]:
        last = end
        while last < min(len(self.tokens), end + _REACH) and self._speaks(last) and not self._pauses(last):
            last += 1
        starts = {mark.first: mark for mark in self.marks.within(self.tokens, end, last)}
        found, at = [], end
        while at < last:
            mark = starts.get(at)
            if mark is None and not self.marks.links(self.tokens[at].text):
                break
            found += [mark] if mark else []
            at = mark.end if mark else at + 1
        return found

    def _speaks(self, index: int) -> bool:
        return self.marks.speaks(self.tokens[index].text)

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

    def is_parted(self, index: int) -> bool:
        """Whether a mark that parts stands before a word."""
        return self._is_marked(_PARTING, index)

    def _pauses(self, index: int) -> bool:
        """Whether such a mark or a dash stands before a word."""
        return self._is_marked(_PAUSE, index)

    def _is_marked(self, marking: re.Pattern[str], index: int) -> bool:
        if not 0 < index < len(self.tokens):
            return True
        gap = self.text[self.tokens[index - 1].end : self.tokens[index].start]
        return gap != " " and marking.search(gap) is not None

    def gap(self, left: range, right: range) -> str:
        """The text between two names."""
        return self.text[self.tokens[left.stop - 1].end : self.tokens[right.start].start]
