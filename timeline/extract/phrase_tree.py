"""The phrases of a pack as a tree of words, and the search of a text in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import chain
from typing import Generic, TypeVar

from timeline.extract.tokens import Tokens

Payload = TypeVar("Payload")

GAP = "~"
_GAP_WORDS = 4
"""Most words that ``~`` in a phrase stands for."""
Element = str | tuple[tuple[str, ...], ...]
"""A word of a phrase, or the runs of words of which one stands there."""
_Live = tuple[tuple[int, ...], dict[str, tuple[int, ...]]]
"""Numbers of the tails that may go on with any word, and those that go on with a certain one."""


class Node(Generic[Payload]):
    """What may follow the words that phrases begin with: the next word, its stem, a gap, or the end of a phrase.

    What follows a list in braces is built but once: each of the listed words leads to it (``tails``).
    """

    __slots__ = ("_live", "ends", "gap", "tails", "words")

    def __init__(self) -> None:
        self.words: dict[str, Node[Payload]] = {}
        self.gap: Node[Payload] | None = None
        self.ends: tuple[Payload, ...] = ()
        self.tails: list[Node[Payload]] = []
        self._live: _Live | None = None

    def add(self, elements: Sequence[Element], payload: Payload) -> None:
        """Take a phrase whose remaining elements these are."""
        if not elements:
            self.ends += (payload,)
            return
        first, rest = elements[0], elements[1:]
        if isinstance(first, str):
            self._next(first).add(rest, payload)
            return
        tail: Node[Payload] = Node()
        tail.add(rest, payload)
        for run in first:
            if run:
                end = self._end_of(run)
                end.tails.append(tail)
                end._live = None  # noqa: SLF001 - nodes of one tree
            else:
                self.add(rest, payload)

    def _end_of(self, run: Sequence[str]) -> Node[Payload]:
        return reduce(lambda node, word: node._next(word), run, self)  # noqa: SLF001 - nodes of one tree

    def _next(self, word: str) -> Node[Payload]:
        if word == GAP:
            self.gap = self.gap or Node()
            return self.gap
        return self.words.setdefault(word, Node())

    def going_on(self, elements: Sequence[str]) -> Sequence[Node[Payload]]:
        """Tails that may go on with a word that is these elements, in order."""
        always, by_word = self._live = self._live or self._tails_by_word()
        found = [by_word[element] for element in elements if element in by_word]
        if not found:
            return [self.tails[number] for number in always] if always else ()
        return [self.tails[number] for number in sorted({*always, *chain.from_iterable(found)})]

    def _tails_by_word(self) -> _Live:
        always, by_word = [], dict[str, tuple[int, ...]]()
        for number, tail in enumerate(self.tails):
            if tail.is_open():
                always.append(number)
            else:
                by_word |= {word: (*by_word.get(word, ()), number) for word in tail.first_words()}
        return tuple(always), by_word

    def is_open(self) -> bool:
        """Whether it has to be looked at whatever word comes next."""
        return bool(self.ends or self.gap) or any(tail.is_open() for tail in self.tails)

    def may_go_on(self, present: frozenset[str]) -> bool:
        """Whether any of the words in a text may come next, or nothing need come."""
        return not self.words.keys().isdisjoint(present) or bool(self.tails or self.ends or self.gap)

    def first_words(self) -> Iterator[str]:
        """Words that may come next."""
        yield from self.words
        for tail in self.tails:
            yield from tail.first_words()


class Search(Generic[Payload]):
    """The phrases of a tree in a text.

    Parameters
    ----------
    root : the tree.
    tokens : the words of the text.
    named : for each word which elements of the tree it is.
    """

    def __init__(self, root: Node[Payload], tokens: Tokens, named: Sequence[Sequence[str]]) -> None:
        self._root, self._named, self._inside = root, named, tokens.inside
        self._onward: list[Sequence[str]] = [*named, ()]
        for number in tokens.breaks:
            self._onward[number] = ()
        self._present = frozenset(chain.from_iterable(self._onward))
        self._stops = [*map(tokens.breaks.__contains__, range(len(named))), True]
        self._found: list[tuple[int, Payload, str]] = []

    def __iter__(self) -> Iterator[tuple[int, list[tuple[int, Payload, str]]]]:
        """Numbers of the words at which phrases begin, with their ends, the nearest first, and the phrases as found."""
        words = self._root.words
        for number, here in enumerate(self._named):
            for element in here:
                node = words.get(element)
                if node:
                    self._follow(node, number + 1, element)
            if self._found:
                yield number, self._found
                self._found = []

    def _follow(self, node: Node[Payload], number: int, phrase: str) -> None:
        for payload in node.ends:
            self._found.append((number, payload, phrase))
        here = self._onward[number]
        if node.tails:
            for tail in node.going_on(here):
                self._follow(tail, number, phrase)
        words = node.words
        for element in here:
            if element in words:
                self._follow(words[element], number + 1, f"{phrase} {element}")
        if node.gap and not self._stops[number] and node.gap.may_go_on(self._present):
            self._leap(node.gap, number, f"{phrase} {GAP}")

    def _leap(self, node: Node[Payload], number: int, phrase: str) -> None:
        """Go on behind a gap that begins at a word."""
        words = 0
        while words <= _GAP_WORDS and not self._stops[number]:
            self._follow(node, number, phrase)
            words += number not in self._inside
            number += 1
