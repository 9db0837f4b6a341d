"""Words with offsets and their folded forms."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache, partial
from itertools import accumulate, pairwise
from typing import Any, NamedTuple
from unicodedata import normalize

from geodata.lazily import lazily
from geodata.model import Span
from geodata.recognise import fold
from geodata.remembered import remembered

_WORD = re.compile(r"([^\W_]+(?:[\u064b-\u065f\u0670\u0640\u200c]+[^\W_]*)*)")
_BREAK = re.compile(r"[,;:،؛.!?؟։]")
_COMMAS = (",", "،")
_TELLING = ("ö", "ü")
_LETTERS = re.compile("([öü])")
CLAUSE_MARK = re.compile(r"[,;،؛:()]|\s[—–]|[—–]\s")
"""What ends a clause; a dash without spaces joins two names."""
CLAUSE_MARK_OR_STOP = re.compile(rf"{CLAUSE_MARK.pattern}|\.\s")
"""The same where sentences end with another mark than a full stop."""
_IN_FIGURES = frozenset(",.:٬")
"""What parts the digits of a figure or an hour."""
_ROOT = 3
"""Fewest letters of a word without its clitic: a root has three."""
_Known = tuple[str, tuple[str, ...], bool]
"""A folded word, its forms, and whether it begins a clause."""


class Token(NamedTuple):
    """A word: where it stands, its folded form and the forms without the language's clitics.

    ``opens`` says that it begins a subordinate clause. A tuple, because a text has many.
    """

    start: int
    end: int
    word: str
    forms: tuple[str, ...]
    opens: bool

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(start=self.start, end=self.end)


class Tokens(list[Token]):
    """The words of a piece of text, in order.

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
    small_words : folded words that may stand beside them in an aside.
    participles : folded endings of words that open a clause behind a comma.
    apposed : folded endings of participles that say between commas who somebody is, if they look like the past, too.
    attributes : folded endings of participles of telling verbs that stand before their noun and end their clause.
    copulas : folded words behind which a participle is a finite verb.
    asked : what sets of phrases answered: set → number of a word → the phrases that begin there.
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
        parts = _WORD.split(text[span.start : span.end])
        offsets = list(accumulate(map(len, parts), initial=span.start))
        known = map(_known(prefixes, clause_words), parts[1::2])
        words = zip(known, offsets[1::2], offsets[2::2], strict=False)  # behind the last word is but a gap
        super().__init__([_token((start, end, *word)) for word, start, end in words])
        self._between = parts[2:-1:2]
        self.text, self.span, self.verb_last = text, span, verb_last
        self.asides: Sequence[Span] = ()
        self.places: Sequence[Span] = ()
        self.ands: frozenset[int] = frozenset()
        self.clause_mark = CLAUSE_MARK
        self.times: frozenset[int] = frozenset()
        self.small_words: frozenset[str] = frozenset()
        self.participles: tuple[str, ...] = ()
        self.apposed: tuple[str, ...] = ()
        self.attributes: tuple[str, ...] = ()
        self.copulas: tuple[str, ...] = ()
        self.asked: dict[object, Any] = {}

    @lazily
    def starts(self) -> list[int]:
        """Offsets at which the words start."""
        return [token.start for token in self]

    @lazily
    def inside(self) -> frozenset[int]:
        """Numbers of the words, but the first, of each time or place: in a gap they count for nothing."""
        return frozenset(number for span in self.asides for number in self.range_of(span)[1:])

    @lazily
    def gaps(self) -> list[tuple[int, str]]:
        """What stands before each word but the first, with its number, where it is more than a space.

        Nor is it what parts the digits of a figure or an hour ("2,000", "16:30").
        """
        more = ((number, gap) for number, gap in enumerate(self._between, start=1) if gap != " ")
        return [(number, gap) for number, gap in more if not (gap in _IN_FIGURES and self._in_figure(number))]

    def _in_figure(self, number: int) -> bool:
        return self[number - 1].word[-1:].isdigit() and self[number].word[:1].isdigit()

    def _asides_of(self, gaps: Sequence[tuple[int, str]]) -> set[int]:
        """Numbers of words behind the two commas that hold nothing but when or where («…، أمس الثلاثاء، …»): no marks.

        A place by itself stays between its commas: it is one of a list.
        """
        commas = [number for number, gap in gaps if gap.strip() in _COMMAS]
        told = self.times | {number for span in self.places for number in self.range_of(span)} if commas else ()
        pairs = [pair for pair in pairwise(commas) if self._is_aside(range(*pair), told)]
        return {number for pair in pairs for number in pair}

    def _is_aside(self, words: range, told: Collection[int]) -> bool:
        small = [n for n in words if n not in told]
        if len(small) == len(words) or not (small or self.times.issuperset(words)):
            return False
        return all(not self.small_words.isdisjoint(self[n].forms) for n in small)

    @lazily
    def breaks(self) -> frozenset[int]:
        """Numbers of words with a clause mark before them: no phrase goes on over it, but past an aside."""
        marks = frozenset(number for number, gap in self.gaps if _BREAK.search(gap))
        return marks - self._asides_of(self.gaps)

    @lazily
    def clauses(self) -> list[int]:
        """For each word how many of the gaps before it hold a clause mark."""
        return self._sums((number, self.clause_mark.search(gap) is not None) for number, gap in self.gaps)

    @lazily
    def halves(self) -> list[int]:
        """For each word how many semicolons stand before it."""
        return self._sums((number, gap.count(";") + gap.count("؛")) for number, gap in self.gaps)

    @lazily
    def pauses(self) -> list[int]:
        """For each word how many clause marks stand before it that are no semicolons or brackets."""
        marks = ((number, self.clause_mark.findall(gap)) for number, gap in self.gaps)
        return self._sums((number, sum(mark not in ";؛()" for mark in found)) for number, found in marks)

    def _sums(self, amounts: Iterable[tuple[int, int]]) -> list[int]:
        """For each word the sum of the amounts of all up to it."""
        steps = [0] * len(self)
        for number, amount in amounts:
            steps[number] = amount
        return list(accumulate(steps))

    def begins_clause(self, number: int) -> bool:
        """Whether a word begins a subordinate clause, as a participle behind a comma does ("…, signed in X, …")."""
        if self[number].opens:
            return True
        marked = number > 0 and self.clauses[number] > self.clauses[number - 1]
        return marked and bool(self.participles) and self[number].word.endswith(self.participles)

    def is_attribute(self, number: int) -> bool:
        """Whether the word of a telling verb is a participle before its noun ("ele geçirilen kent")."""
        if not self.attributes or number + 1 >= len(self) or not self[number].word.endswith(self.attributes):
            return False
        apart = self.clauses[number + 1] > self.clauses[number]
        return not apart and self[number + 1].word not in self.copulas and self.text[self[number].start].islower()

    def number_at(self, offset: int) -> int:
        """Number of the first word that ends after ``offset``."""
        found = bisect_right(self.starts, offset)
        inside = found and self[found - 1].end > offset
        return found - 1 if inside else found

    def range_of(self, span: Span) -> range:
        """Numbers of the words that a span covers or cuts."""
        first = self.number_at(span.start)
        return range(first, bisect_left(self.starts, span.end, first))

    def between(self, start: int, end: int) -> str:
        """Text between the end of word ``start`` and the beginning of word ``end``."""
        return self.text[self[start].end : self[end].start]


_token = partial(tuple.__new__, Token)
"""Makes a word without a call of Python."""


@cache
def _known(prefixes: tuple[str, ...], clause_words: tuple[str, ...]) -> Callable[[str], _Known]:
    """What is known of words wherever they stand: the folded word, its forms, whether it begins a clause."""
    whole = frozenset(word for word in clause_words if not word.endswith("*"))
    stems = tuple(word[:-1] for word in clause_words if word.endswith("*"))

    def known(written: str) -> _Known:
        forms = _forms(written, prefixes)
        return forms[0], forms, any(form in whole or form.startswith(stems) for form in forms)

    return remembered(known)


def _forms(written: str, prefixes: tuple[str, ...]) -> tuple[str, ...]:
    """The folded word, then what is left of it without each clitic that it may begin with."""
    word = fold_word(written)
    bare = (word[len(p) :] for p in prefixes if word.startswith(p) and len(word) - len(p) >= _ROOT)
    return (word, *dict.fromkeys(bare))


def fold_word(word: str) -> str:
    """The key of a word: as names are folded, but with ö and ü, which tell Turkic words apart.

    >>> fold_word("Öldü"), fold_word("oldu"), fold_word("saldırı")
    ('öldü', 'oldu', 'saldiri')
    """
    return "".join(part if part in _TELLING else fold(part) for part in _LETTERS.split(normalize("NFC", word).lower()))


def clitics(table: Mapping[str, Any]) -> tuple[str, ...]:
    """The folded clitics that a pack's ``triggers.toml`` lists, longest first."""
    return tuple(sorted((fold_word(prefix) for prefix in table.get("prefixes", ())), key=len, reverse=True))
