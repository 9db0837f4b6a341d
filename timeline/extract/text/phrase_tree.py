"""The phrases of a pack as a tree of words, and the search of a text in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, Generic, TypeVar

from geodata.lazily import lazily
from timeline.extract.text.tokens import Tokens

Payload = TypeVar("Payload")

GAP = "~"
_GAP_WORDS = 4
"""Most words that ``~`` in a phrase stands for."""
_MOST = 1_000
"""Sets of elements for which a node remembers the ways on."""
Element = str | tuple[tuple[str, ...], ...]
"""A word of a phrase, or the runs of words of which one stands there."""
_Step = tuple[str, Any]
"""An element that a phrase goes on with and the node behind it; an empty one with what the phrase stands for."""
_Steps = Sequence[_Step]
_Reach = tuple[Sequence[int], frozenset[str]]
_NOTHING = frozenset[str]()
_UNKNOWN: dict[tuple[tuple[str, ...], frozenset[str]], _Steps] = {}
"""What a node knows before it is first asked."""


class Node(Generic[Payload]):
    """What may follow the words that phrases begin with: the next word, its stem, a gap, or the end of a phrase.

    What follows a list in braces is built but once: each of the listed words leads to it (``tails``). A node that was
    asked knows which words are ``coming``, which may stand ``beyond`` a gap, and whether it ``is_open``: whether a
    phrase may end here or, behind gaps, with none of these words. ``final`` are the phrases that end here, None where
    one may end behind a gap whatever stands there.
    """

    __slots__ = ("_known", "beyond", "coming", "ends", "final", "gap", "is_known", "is_open", "tails", "words")

    def __init__(self) -> None:
        self.words: dict[str, Node[Payload]] = {}
        self.gap: Node[Payload] | None = None
        self.ends: tuple[Payload, ...] = ()
        self.tails: list[Node[Payload]] = []
        self.beyond: frozenset[str] = _NOTHING
        self.is_known = False
        self.coming: frozenset[str] = _NOTHING
        self.is_open = True
        self.final: Sequence[Payload] | None = None
        self._known: dict[tuple[tuple[str, ...], frozenset[str]], _Steps] = _UNKNOWN

    def add(self, elements: Sequence[Element], payload: Payload) -> None:
        """Take a phrase whose remaining elements these are."""
        self.is_known = False  # there will be more ways on
        if not elements:
            self.ends += (payload,)
            return
        first, rest = elements[0], elements[1:]
        if isinstance(first, str):
            self._to(first).add(rest, payload)
            return
        tail: Node[Payload] = Node()
        tail.add(rest, payload)
        for run in first:
            if run:
                end = self._end_of(run)
                end.tails.append(tail)
                end.is_known = False
            else:
                self.add(rest, payload)

    def _end_of(self, run: Sequence[str]) -> Node[Payload]:
        node = self
        for word in run:
            node = node._to(word)
        return node

    def _to(self, word: str) -> Node[Payload]:
        self.is_known = False
        if word == GAP:
            self.gap = self.gap or Node()
            return self.gap
        node = self.words.get(word)
        if node is None:
            node = self.words[word] = Node()
        return node

    def steps(self, here: Sequence[str], ahead: frozenset[str]) -> _Steps:
        """Ways on with a word that is some elements, or over a gap to one of those ahead, in order.

        They are worked out once for each set of elements that lead on.
        """
        fitting = () if self.coming.isdisjoint(here) else tuple([one for one in here if one in self.coming])
        key = fitting, self.beyond & ahead
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _MOST:
                self._known.clear()
            found = self._known[key] = tuple(self._ways(*key))
        return found

    def learn(self) -> None:
        """Find out what may come next, and behind a gap."""
        nodes = (self, *self.tails)
        self.coming, self._known = frozenset(chain.from_iterable(node.words for node in nodes)), {}
        gaps = [node.gap.learnt() for node in nodes if node.gap]
        self.beyond = frozenset(chain.from_iterable(gap.coming | gap.beyond for gap in gaps))
        self.is_open = any(gap.is_open for gap in gaps) or any(node.ends for node in nodes)
        ends = [end for element, end in self._ways((), _NOTHING) if not element]
        self.final = None if any(gap.is_open or gap.beyond for gap in gaps) else ends
        self.is_known = True

    def learnt(self) -> Node[Payload]:
        """The node itself, knowing what may come next."""
        if not self.is_known:
            self.learn()
        return self

    def _ways(self, here: Sequence[str], ahead: frozenset[str]) -> Iterator[_Step]:
        yield from (("", payload) for payload in self.ends)
        for tail in self.tails:
            yield from tail._ways(here, ahead)  # noqa: SLF001 - nodes of one tree
        yield from ((element, self.words[element]) for element in here if element in self.words)
        gap = self.gap.learnt() if self.gap else None
        if gap and (gap.is_open or gap.beyond or not gap.coming.isdisjoint(ahead)):
            yield GAP, gap


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
        self._reached: dict[int, _Reach] = {}
        self._stops = tokens.breaks | {len(named)}
        self._found: list[tuple[int, Payload, str]] = []

    @lazily
    def _present(self) -> frozenset[str]:
        """Elements that some word is."""
        return frozenset(chain.from_iterable(self._onward))

    def __iter__(self) -> Iterator[tuple[int, list[tuple[int, Payload, str]]]]:
        """Numbers of the words at which phrases begin, with their ends, the nearest first, and the phrases as found."""
        words = self._root.words
        for number, here in enumerate(self._named):
            for element in here:
                if element in words:
                    self._go_on(words[element], number + 1, element)
            if self._found:
                yield number, self._found
                self._found = []

    def _go_on(self, node: Node[Payload], number: int, phrase: str) -> None:
        if not node.is_known:
            node.learn()
        here = self._onward[number]
        ahead = (self._reached.get(number) or self._behind_gap(number))[1] if node.beyond else _NOTHING
        if node.final is not None and node.coming.isdisjoint(here) and node.beyond.isdisjoint(ahead):
            self._found += [(number, end, phrase) for end in node.final]  # as nearly all, for nothing leads on
            return
        for element, end in node.steps(here, ahead):
            if not element:
                self._found.append((number, end, phrase))
            elif element != GAP:
                self._go_on(end, number + 1, f"{phrase} {element}")
            else:
                self._leap(end, number, f"{phrase} {GAP}")

    def _leap(self, node: Node[Payload], number: int, phrase: str) -> None:
        anywhere = node.is_open or not node.beyond.isdisjoint(self._present)
        for start in self._behind_gap(number)[0]:
            if anywhere or not node.coming.isdisjoint(self._onward[start]):
                self._go_on(node, start, phrase)

    def _behind_gap(self, number: int) -> _Reach:
        """Words at which a phrase may go on behind a gap that begins at a word, and the elements that they are."""
        found = self._reached.get(number)
        if found is None:
            starts = list(self._starts(number))
            ahead = frozenset(chain.from_iterable(self._onward[start] for start in starts))
            found = self._reached[number] = starts, ahead
        return found

    def _starts(self, number: int) -> Iterator[int]:
        words = 0
        while words <= _GAP_WORDS and number not in self._stops:
            yield number
            words += number not in self._inside
            number += 1
