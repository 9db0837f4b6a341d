"""A text that is searched for names, its words, and the names found over them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from geodata.lazily import lazily
from geodata.lexicon import Words
from geodata.model import Span
from geodata.tokens import begins_sentence, continues_person, fold_word, is_capital, tokenise


@dataclass(slots=True)  # not frozen: many are made
class Found:
    """A name over the words ``first``..``last``; a phrase that is no place has no span.

    ``bent`` is whether an ending of its last word was undone to find it, ``cut`` whether something behind an apostrophe
    was left out, ``inflected`` whether that is an ending of names.
    """

    first: int
    last: int
    key: str
    span: Span | None
    bent: bool = False
    cut: bool = False
    inflected: bool = False


tokens_of = lru_cache(maxsize=1)(tokenise)
"""The words of the text that is being read: what is said beside its places is looked for in them, too."""


class Page:
    """A text with its words, and which of them it writes small or, inside a sentence, with a capital letter."""

    def __init__(self, text: str, words: Words) -> None:
        self.text, self.tokens = text, tokens_of(text)
        self.written = [token.text for token in self.tokens]
        self.distinct = frozenset(self.written)
        self._words = words

    @lazily
    def _capital(self) -> Mapping[str, bool | None]:
        """Each word as written → whether it begins with a capital letter."""
        return dict(zip(self.distinct, map(is_capital, self.distinct), strict=True))

    @lazily
    def small(self) -> frozenset[str]:
        """Folded words that are written small somewhere."""
        return frozenset(map(fold_word, [word for word, capital in self._capital.items() if capital is False]))

    @lazily
    def names(self) -> frozenset[str]:
        """Folded words that are capitalised where no sentence begins."""
        found: set[str] = set()
        for token in [token for token in self.tokens if self._capital[token.text]]:
            if token.text not in found and not begins_sentence(self.text, token):
                found.add(token.text)
        return frozenset(map(fold_word, found))

    @lazily
    def families(self) -> frozenset[str]:
        """Folded words that stand somewhere behind a given name or a title: names of persons all through the text."""
        first = self._first_names
        starts = [index for index, word in enumerate(self.written) if word in first] if first else []
        return frozenset(fold_word(word) for index in starts for word in self._persons_behind(index))

    def _persons_behind(self, index: int) -> Iterator[str]:
        """The words that go on with the name of a person whose first word stands at an index."""
        while index + 1 < len(self.tokens) and continues_person(self.text, *self.tokens[index : index + 2]):
            index += 1
            yield self.written[index]

    @lazily
    def _first_names(self) -> frozenset[str]:
        """Capitalised words, as written, that are given names or titles."""
        persons, titles = self._words.persons, self._words.titles
        capitals = (word for word, capital in self._capital.items() if capital)
        return frozenset(word for word in capitals if fold_word(word) in persons or fold_word(word) in titles)
