"""Phrases of a language pack, matched against the words of a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import chain, product
from typing import Any, Generic, NamedTuple, TypeVar

from geodata.model import Span
from geodata.remembered import remembered
from timeline.extract.text.phrase_tree import GAP, Element, Node, Search
from timeline.extract.text.tokens import Tokens, fold_word

Payload = TypeVar("Payload")

_MEMORY = 100_000
"""Words whose phrases are remembered."""
_PART = re.compile(r"(?:[^\s{}]|\{[^{}]*\})+")
"""A word of a phrase with the lists in braces that it is made of."""


class PhraseMatch(NamedTuple, Generic[Payload]):
    """A phrase found: word numbers ``start`` to ``end`` (excluded) and what the phrase stands for."""

    start: int
    end: int
    payload: Payload
    phrase: str

    def span(self, tokens: Tokens) -> Span:
        """The piece of text that the phrase covers."""
        return Span(start=tokens[self.start].start, end=tokens[self.end - 1].end)

    @property
    def gap(self) -> range:
        """Numbers of the words between what the phrase itself names before its first gap and behind its last."""
        words = self.phrase.split()
        if GAP not in words:
            return range(0)
        return range(self.start + words.index(GAP), self.end - words[::-1].index(GAP))


_match = partial(tuple.__new__, PhraseMatch)
"""Makes a match without a call of Python."""
_ByWord = dict[int, list[PhraseMatch[Payload]]]
"""Phrases by the number of the word that they begin with."""
_Entry = tuple[int, Any]
"""The number of a set in its book, and what a phrase of it stands for."""


class Book:
    """Sets of phrases that are looked up together: a text is gone through once for all of them."""

    def __init__(self) -> None:
        self._root: Node[_Entry] = Node()
        self._words: set[str] = set()
        self._stems: Sequence[int] = ()
        self._named = remembered(self._elements_of, _MEMORY)
        self._sets = 0

    def take(self, entries: Iterable[tuple[str, Any]]) -> int:
        """Add a set of phrases; the number that it has here."""
        for written, payload in entries:
            elements = _elements(written)
            self._root.add(elements, (self._sets, payload))
            self._words.update(*([one] if isinstance(one, str) else chain.from_iterable(one) for one in elements))
        self._stems = sorted({len(word) - 1 for word in self._words if word.endswith("*")})
        self._named = remembered(self._elements_of, _MEMORY)
        self._sets += 1
        return self._sets - 1

    def read(self, tokens: Tokens) -> Sequence[_ByWord[Any]]:
        """For each set its phrases in a text, by the number of the word that they begin with."""
        found: list[_ByWord[Any]] = [{} for _ in range(self._sets)]
        named = [self._named(token.forms) for token in tokens]
        for start, ends in Search(self._root, tokens, named) if any(named) else ():
            if len(ends) == 1:
                end, (number, payload), phrase = ends[0]
                found[number][start] = [_match((start, end, payload, phrase))]
                continue
            told = set()
            for end, (number, payload), phrase in ends:
                key = number, phrase, id(payload)
                if key not in told:  # behind a gap the nearest end counts
                    told.add(key)
                    found[number].setdefault(start, []).append(_match((start, end, payload, phrase)))
        return found

    def _elements_of(self, forms: tuple[str, ...]) -> tuple[str, ...]:
        """Elements of phrases that a word with these forms is; of most words there are none."""
        found: list[str] = []
        for form in forms:
            stems = (f"{form[:length]}*" for length in self._stems if length <= len(form))
            found += [element for element in (form, *stems) if element in self._words]
        return tuple(found)


class Phrases(Generic[Payload]):
    """A set of phrases, looked up at every word in one pass.

    A phrase is a sequence of words; ``stem*`` matches any word that begins so, ``~`` up to four words of any kind,
    ``{a,b c}`` either of what it lists.

    Parameters
    ----------
    entries : phrases with what they stand for.
    book : where the set stands with others that are asked of the same texts.
    """

    def __init__(self, entries: Iterable[tuple[str, Payload]], book: Book | None = None) -> None:
        self._book = book or Book()
        self._number = self._book.take(entries)

    def at(self, tokens: Tokens, number: int) -> Sequence[PhraseMatch[Payload]]:
        """All phrases that begin at a word."""
        return self.by_word(tokens).get(number, ())

    def all(self, tokens: Tokens) -> Iterator[PhraseMatch[Payload]]:
        """All phrases, in the order of the words that they begin with."""
        return chain.from_iterable(self.by_word(tokens).values())

    def find(
        self, tokens: Tokens, allowed: Callable[[PhraseMatch[Payload]], bool] | None = None
    ) -> list[PhraseMatch[Payload]]:
        """Phrases in order, the longest at each place, without overlap; of those that are ``allowed``, if asked."""
        found: list[PhraseMatch[Payload]] = []
        reached = 0
        for number, begin in self.by_word(tokens).items():
            if number < reached:
                continue
            here = [match for match in begin if allowed(match)] if allowed else begin
            if here:
                found.append(max(here, key=_weight) if len(here) > 1 else here[0])
                reached = found[-1].end
        return found

    def by_word(self, tokens: Tokens) -> _ByWord[Payload]:
        """All phrases by the number of the word that they begin with, in order; looked up once for each text."""
        read: Sequence[_ByWord[Payload]] = tokens.asked.get(self._book, ())
        if len(read) <= self._number:
            read = tokens.asked[self._book] = self._book.read(tokens)
        return read[self._number]


def _elements(phrase: str) -> tuple[Element, ...]:
    """The elements of a phrase, folded.

    >>> _elements("{bus,lorry} crashed")
    ((('bus',), ('lorry',)), 'crashed')
    """
    parts = _PART.findall(phrase)
    return tuple(_choices(part) if "{" in part else fold_phrase(part) for part in parts)


def _choices(part: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(map(fold_phrase, chosen.split())) for chosen in alternatives(part))


def alternatives(phrase: str) -> Iterator[str]:
    """The phrases that one with lists in braces stands for.

    >>> list(alternatives("{bus,lorry} {crashed,has crashed}"))
    ['bus crashed', 'bus has crashed', 'lorry crashed', 'lorry has crashed']
    """
    parts = [part.split(",") if number % 2 else [part] for number, part in enumerate(re.split(r"[{}]", phrase))]
    return ("".join(chosen) for chosen in product(*parts))


def _weight(match: PhraseMatch[Any]) -> tuple[int, int, int]:
    """Most words of its own, then the narrowest gap, then the longest spelling."""
    return _words_in(match.phrase), match.start - match.end, len(match.phrase)


@remembered
def _words_in(phrase: str) -> int:
    """How many words of its own a phrase has."""
    return sum(word != GAP for word in phrase.split())


@lru_cache(maxsize=_MEMORY)
def fold_phrase(word: str) -> str:
    """One element of a phrase in its folded form; the marks ``*`` and ``~`` stay."""
    if word == GAP:
        return word
    return fold_word(word.removesuffix("*")) + ("*" if word.endswith("*") else "")
