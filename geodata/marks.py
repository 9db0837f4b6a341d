"""Words that say something about a place beside them: border, road, airspace, north, kilometres, ambassador.

A pattern is a word or several; an asterisk at the end of a word stands for any ending. Which patterns a language has,
and for what, stands in the table ``[places.marks]`` of its ``names.toml``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from geodata.fold import fold
from geodata.forms import Forms
from geodata.tokens import Token, fold_word

_SHORTEST_STEM, _LONGEST_STEM = 2, 24

_Pattern = tuple[str, tuple[str, ...]]
"""Kind and the words behind the first."""


class Mark(NamedTuple):
    """What the words ``first`` to before ``end`` of a text say: the names of their lists."""

    kinds: frozenset[str]
    first: int
    end: int


class Marks:
    """Finds the words of a language's lists in a text."""

    def __init__(self, lists: Mapping[str, Sequence[str]], forms: Forms, linking: frozenset[str] = frozenset()) -> None:
        """``linking`` are further words, folded, that may stand between a name and what is said of it."""
        self._forms, self._linking = forms, linking
        inner: set[str] = set()
        self._words: dict[str, list[_Pattern]] = defaultdict(list)
        self._stems: dict[str, list[_Pattern]] = defaultdict(list)
        for kind, patterns in lists.items():
            for pattern in patterns:
                first, *others = _folded(pattern)
                table = self._stems if first.endswith("*") else self._words
                table[first.rstrip("*")].append((kind, tuple(others)))
                inner.update(others)
        self._inner = frozenset(inner)
        self._inner_stems = tuple(pattern[:-1] for pattern in inner if pattern.endswith("*"))
        self._beginning = lru_cache(maxsize=65_536)(self._beginnings)
        self.links = lru_cache(maxsize=65_536)(self._links)
        self.speaks = lru_cache(maxsize=65_536)(self._speaks)

    def _links(self, word: str) -> bool:
        """Whether a word may stand between a name and what is said of it: a number, "of", "town"."""
        keys = self.keys(word)
        return keys[0].isdecimal() or not self._linking.isdisjoint(keys)

    def _speaks(self, word: str) -> bool:
        """Whether a word may be part of what is said of a place beside it; most are not."""
        inner = not self._inner.isdisjoint(self.keys(word)) or fold_word(word).startswith(self._inner_stems)
        return inner or bool(self._beginning(word)) or self.links(word)

    def keys(self, word: str) -> Sequence[str]:
        """A folded word and its other forms."""
        return tuple(dict.fromkeys((fold_word(word), *self._forms.keys(word))))

    def _beginnings(self, word: str) -> tuple[_Pattern, ...]:
        """The patterns that a word begins."""
        folded = fold_word(word)
        found = [one for key in self.keys(word) for one in self._words.get(key, ())]
        for end in range(_SHORTEST_STEM, min(len(folded), _LONGEST_STEM) + 1):
            found += self._stems.get(folded[:end], ())
        return tuple(dict.fromkeys(found))

    def _at(self, tokens: Sequence[Token], index: int, end: int) -> Mark | None:
        """The longest mark that begins at a word and ends before another."""
        patterns = self._beginning(tokens[index].text)
        fitting = [(len(others), kind) for kind, others in patterns if self._follow(tokens, index + 1, end, others)]
        if not fitting:
            return None
        longest = max(fitting)[0]
        return Mark(frozenset(kind for length, kind in fitting if length == longest), index, index + 1 + longest)

    def within(self, tokens: Sequence[Token], first: int, end: int) -> list[Mark]:
        """The marks wholly within the words ``first`` to before ``end``, the longest at each, without overlap."""
        found, index = [], first
        while index < end:
            mark = self._at(tokens, index, end)
            if mark:
                found.append(mark)
            index = mark.end if mark else index + 1
        return found

    def _follow(self, tokens: Sequence[Token], index: int, end: int, patterns: Sequence[str]) -> bool:
        if index + len(patterns) > end:
            return False
        return all(self._is(tokens[index + offset].text, pattern) for offset, pattern in enumerate(patterns))

    def _is(self, word: str, pattern: str) -> bool:
        if pattern.endswith("*"):
            return fold_word(word).startswith(pattern[:-1])
        return fold_word(word) == pattern or pattern in self._forms.keys(word)


def _folded(pattern: str) -> list[str]:
    """The words of a pattern, folded; an asterisk stays."""
    return [fold(word.rstrip("*")) + "*" * word.endswith("*") for word in pattern.split()]
