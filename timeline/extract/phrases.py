"""Phrases of a language pack, matched against the words of a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import product
from typing import Any, Generic, TypeVar

from geodata.model import Span
from timeline.extract.tokens import Tokens, fold_word

Payload = TypeVar("Payload")

_MEMORY = 100_000
"""Words whose phrases are remembered."""
_GAP = "~"
_PART = re.compile(r"(?:[^\s{}]|\{[^{}]*\})+")
"""A word of a phrase with the lists in braces that it is made of."""
_GAP_WORDS = 4
"""Most words that ``~`` in a phrase stands for."""


@dataclass(frozen=True)
class PhraseMatch(Generic[Payload]):
    """A phrase found: word numbers ``start`` to ``end`` (excluded) and what the phrase stands for."""

    start: int
    end: int
    payload: Payload
    phrase: str

    def span(self, tokens: Tokens) -> Span:
        """The piece of text that the phrase covers."""
        return Span(start=tokens[self.start].span.start, end=tokens[self.end - 1].span.end)

    @property
    def gap(self) -> range:
        """Numbers of the words between what the phrase itself names before its first gap and behind its last."""
        words = self.phrase.split()
        if _GAP not in words:
            return range(0)
        return range(self.start + words.index(_GAP), self.end - words[::-1].index(_GAP))


class Phrases(Generic[Payload]):
    """A set of phrases, looked up at every word in one pass.

    A phrase is a sequence of words; ``stem*`` matches any word that begins so, ``~`` up to four words of any kind,
    ``{a,b c}`` either of what it lists.
    """

    def __init__(self, entries: Iterable[tuple[str, Payload]]) -> None:
        self._root: _Node[Payload] = _Node()
        for written, payload in entries:
            self._root.add(_elements(written), payload)
        self._seen: dict[tuple[str, ...], tuple[_Step[Payload], ...]] = {}

    def __bool__(self) -> bool:
        return bool(self._root.words or self._root.stems)

    def at(self, tokens: Tokens, number: int) -> tuple[PhraseMatch[Payload], ...]:
        """All phrases that begin at a word."""
        forms = tokens.items[number].forms
        nodes = self._seen.get(forms)
        if nodes is None:
            nodes = tuple(self._root.after(forms))
            if len(self._seen) < _MEMORY:
                self._seen[forms] = nodes
        if not nodes:
            return ()
        key = (id(self), number)
        found = tokens.asked.get(key)
        if found is None:
            found = tokens.asked[key] = tuple(self._begin(tokens, number, nodes))
        return found

    def find(
        self, tokens: Tokens, allowed: Callable[[PhraseMatch[Payload]], bool] | None = None
    ) -> list[PhraseMatch[Payload]]:
        """Phrases in order, the longest at each place, without overlap; of those that are ``allowed``, if asked."""
        if allowed:
            return list(self._find(tokens, allowed))
        key = (id(self), -1)
        found = tokens.asked.get(key)
        if found is None:
            found = tokens.asked[key] = tuple(self._find(tokens, lambda _: True))
        return list(found)

    def _begin(self, tokens: Tokens, number: int, steps: Iterable[_Step[Payload]]) -> Iterator[PhraseMatch[Payload]]:
        told: set[tuple[_Path, int]] = set()
        for word, node in steps:
            for end, payload, path in node.ends_from(tokens, number + 1, (word,)):
                if (path, id(payload)) not in told:
                    told.add((path, id(payload)))
                    yield PhraseMatch(number, end, payload, " ".join(path))

    def _find(self, tokens: Tokens, allowed: Callable[[PhraseMatch[Payload]], bool]) -> Iterator[PhraseMatch[Payload]]:
        number = 0
        while number < len(tokens):
            begin = [match for match in self.at(tokens, number) if allowed(match)]
            if begin:
                longest = max(begin, key=_weight)
                yield longest
                number = longest.end
            else:
                number += 1


_Element = str | tuple[tuple[str, ...], ...]
"""A word of a phrase, or the runs of words of which one stands there."""
_Path = tuple[str, ...]
"""The folded words of a phrase, with ``*`` and ``~``, on the way that a text took."""
_Step = tuple[str, "_Node[Payload]"]


class _Node(Generic[Payload]):
    """What may follow the words that phrases begin with: the next word, its stem, a gap, or the end of a phrase.

    What follows a list in braces is built but once: each of the listed words leads to it (``tails``).
    """

    __slots__ = ("ends", "gap", "lengths", "stems", "tails", "words")

    def __init__(self) -> None:
        self.words: dict[str, _Node[Payload]] = {}
        self.stems: dict[str, _Node[Payload]] = {}
        self.lengths: tuple[int, ...] = ()
        self.gap: _Node[Payload] | None = None
        self.ends: tuple[Payload, ...] = ()
        self.tails: list[_Node[Payload]] = []

    def add(self, elements: Sequence[_Element], payload: Payload) -> None:
        """Take a phrase whose remaining elements these are."""
        if not elements:
            self.ends += (payload,)
            return
        first, rest = elements[0], elements[1:]
        if isinstance(first, str):
            self._next(first).add(rest, payload)
            return
        tail: _Node[Payload] = _Node()
        tail.add(rest, payload)
        for run in first:
            if run:
                self._end_of(run).tails.append(tail)
            else:
                self.add(rest, payload)

    def _end_of(self, run: Sequence[str]) -> _Node[Payload]:
        return reduce(lambda node, word: node._next(word), run, self)  # noqa: SLF001 - nodes of one tree

    def _next(self, word: str) -> _Node[Payload]:
        if word == _GAP:
            self.gap = self.gap or _Node()
            return self.gap
        if not word.endswith("*"):
            return self.words.setdefault(word, _Node())
        stem = word.removesuffix("*")
        self.lengths = tuple(sorted({*self.lengths, len(stem)}))
        return self.stems.setdefault(stem, _Node())

    def after(self, forms: Iterable[str]) -> Iterator[_Step[Payload]]:
        """Where a word with these forms leads to, with the element of a phrase that it is."""
        for form in forms:
            if form in self.words:
                yield form, self.words[form]
            for length in self.lengths:
                if length > len(form):
                    break
                if form[:length] in self.stems:
                    yield f"{form[:length]}*", self.stems[form[:length]]

    def ends_from(self, tokens: Tokens, number: int, path: _Path) -> Iterator[tuple[int, Payload, _Path]]:
        """Ends of the phrases that go on at a word, the nearest first, with the way there."""
        for payload in self.ends:
            yield number, payload, path
        for tail in self.tails:
            yield from tail.ends_from(tokens, number, path)
        if number >= len(tokens) or number in tokens.breaks:
            return
        for word, node in self.after(tokens[number].forms):
            yield from node.ends_from(tokens, number + 1, (*path, word))
        if self.gap:
            for start in _gap(tokens, number):
                yield from self.gap.ends_from(tokens, start, (*path, _GAP))


def _elements(phrase: str) -> tuple[_Element, ...]:
    """The elements of a phrase, folded.

    >>> _elements("{bus,lorry} crashed")
    ((('bus',), ('lorry',)), 'crashed')
    """
    parts = _PART.findall(phrase)
    return tuple(_choices(part) if "{" in part else fold_phrase(part) for part in parts)


def _choices(part: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(map(fold_phrase, chosen.split())) for chosen in alternatives(part))


def _gap(tokens: Tokens, number: int) -> Iterator[int]:
    """Numbers of the words at which a phrase may go on behind a gap that begins at a word."""
    words = 0
    for start in range(number, len(tokens)):
        if words > _GAP_WORDS or start in tokens.breaks:
            return
        yield start
        words += start not in tokens.inside


def alternatives(phrase: str) -> Iterator[str]:
    """The phrases that one with lists in braces stands for.

    >>> list(alternatives("{bus,lorry} {crashed,has crashed}"))
    ['bus crashed', 'bus has crashed', 'lorry crashed', 'lorry has crashed']
    """
    parts = [part.split(",") if number % 2 else [part] for number, part in enumerate(re.split(r"[{}]", phrase))]
    return ("".join(chosen) for chosen in product(*parts))


def _weight(match: PhraseMatch[Any]) -> tuple[int, int, int]:
    """Most words of its own, then the narrowest gap, then the longest spelling."""
    words = [word for word in match.phrase.split() if word != _GAP]
    return len(words), match.start - match.end, len(match.phrase)


@lru_cache(maxsize=_MEMORY)
def fold_phrase(word: str) -> str:
    """One element of a phrase in its folded form; the marks ``*`` and ``~`` stay."""
    if word == _GAP:
        return word
    return fold_word(word.removesuffix("*")) + ("*" if word.endswith("*") else "")
