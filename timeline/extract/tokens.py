"""Words with offsets and their folded forms."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any
from unicodedata import normalize

from geodata.model import Span
from geodata.recognise import fold

_WORD = re.compile(r"[^\W_]+(?:[\u064b-\u065f\u0670\u0640\u200c]+[^\W_]*)*")
_BREAK = re.compile(r"[,;:،؛.!?؟։]")
_TELLING = ("ö", "ü")
_LETTERS = re.compile("([öü])")
CLAUSE_MARK = re.compile(r"[,;،؛:()]|\s[—–]|[—–]\s")
"""What ends a clause; a dash without spaces joins two names."""
CLAUSE_MARK_OR_STOP = re.compile(rf"{CLAUSE_MARK.pattern}|\.\s")
"""The same where sentences end with another mark than a full stop."""
_MEMORY = 100_000
"""Words whose forms are remembered."""
_ROOT = 3
"""Fewest letters of a word without its clitic: a root has three."""


@dataclass(frozen=True)
class Token:
    """A word: where it stands, its folded form and the forms without the language's clitics."""

    span: Span
    word: str
    forms: tuple[str, ...]


class Tokens:
    """The words of a piece of text.

    Parameters
    ----------
    text : the whole text.
    span : the piece to take words from; offsets stay those of the whole text.
    prefixes : folded clitics that may stand before a word, longest first.
    clause_words : folded words that begin a clause ("which", «الذي»), ``stem*`` for all that begin so.
    verb_last : whether verbs end their clauses, so that what stands behind one belongs to the next.

    Attributes
    ----------
    asides : pieces of text whose words count as one in the gap of a phrase: times and places.
    ands : numbers of the words for "and".
    clause_mark : what ends a clause inside a sentence.
    times : numbers of the words of time expressions.
    places : pieces of text that name places.
    asked : what sets of phrases answered: (set, word) → the phrases that begin there.
    """

    def __init__(
        self,
        text: str,
        span: Span,
        prefixes: tuple[str, ...] = (),
        clause_words: tuple[str, ...] = (),
        *,
        verb_last: bool = False,
    ) -> None:
        self.text, self.span, self.clause_words, self.verb_last = text, span, clause_words, verb_last
        self.asides: Sequence[Span] = ()
        self.places: Sequence[Span] = ()
        self.ands: frozenset[int] = frozenset()
        self.clause_mark = CLAUSE_MARK
        self.times: frozenset[int] = frozenset()
        self.asked: dict[tuple[int, int], tuple[Any, ...]] = {}
        self.items = tuple(_token(match, prefixes) for match in _WORD.finditer(text, span.start, span.end))

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, number: int) -> Token:
        return self.items[number]

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Offsets at which the words start."""
        return tuple(token.span.start for token in self.items)

    @cached_property
    def inside(self) -> frozenset[int]:
        """Numbers of the words, but the first, of each time or place: in a gap they count for nothing."""
        return frozenset(number for span in self.asides for number in self.range_of(span)[1:])

    @cached_property
    def breaks(self) -> frozenset[int]:
        """Numbers of words with a clause mark before them: no phrase goes on over it."""
        ends = ((number, self.items[number - 1].span.end, self.starts[number]) for number in range(1, len(self)))
        return frozenset(number for number, end, start in ends if _BREAK.search(self.text, end, start))

    def begins_clause(self, number: int) -> bool:
        """Whether a word begins a subordinate clause."""
        token = self.items[number]
        return any(_begins_as(token, word) for word in self.clause_words)

    def number_at(self, offset: int) -> int:
        """Number of the first word that ends after ``offset``."""
        from bisect import bisect_right

        found = bisect_right(self.starts, offset)
        inside = found and self.items[found - 1].span.end > offset
        return found - 1 if inside else found

    def range_of(self, span: Span) -> range:
        """Numbers of the words that a span covers or cuts."""
        first = self.number_at(span.start)
        last = first
        while last < len(self.items) and self.items[last].span.start < span.end:
            last += 1
        return range(first, last)

    def between(self, start: int, end: int) -> str:
        """Text between the end of word ``start`` and the beginning of word ``end``."""
        return self.text[self.items[start].span.end : self.items[end].span.start]


def _begins_as(token: Token, word: str) -> bool:
    if word.endswith("*"):
        return any(form.startswith(word[:-1]) for form in token.forms)
    return word in token.forms


def fold_word(word: str) -> str:
    """The key of a word: as names are folded, but with ö and ü, which tell Turkic words apart.

    >>> fold_word("Öldü"), fold_word("oldu"), fold_word("saldırı")
    ('öldü', 'oldu', 'saldiri')
    """
    return "".join(part if part in _TELLING else fold(part) for part in _LETTERS.split(normalize("NFC", word).lower()))


def _token(match: re.Match[str], prefixes: tuple[str, ...]) -> Token:
    forms = _forms(match.group(), prefixes)
    return Token(Span(start=match.start(), end=match.end()), forms[0], forms)


@lru_cache(maxsize=_MEMORY)
def _forms(written: str, prefixes: tuple[str, ...]) -> tuple[str, ...]:
    """The folded word, then what is left of it without each clitic that it may begin with."""
    word = fold_word(written)
    bare = (word[len(p) :] for p in prefixes if word.startswith(p) and len(word) - len(p) >= _ROOT)
    return (word, *dict.fromkeys(bare))


def clitics(table: Mapping[str, Any]) -> tuple[str, ...]:
    """The folded clitics that a pack's ``triggers.toml`` lists, longest first."""
    return tuple(sorted((fold_word(prefix) for prefix in table.get("prefixes", ())), key=len, reverse=True))
