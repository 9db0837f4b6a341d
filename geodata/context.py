"""What stands beside a name in a text, and whether that speaks for a place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from geodata.forms import Forms
from geodata.gazetteer import Gazetteer
from geodata.lexicon import Words
from geodata.model import Place, Span
from geodata.tokens import (
    Token,
    begins_sentence,
    beside,
    continues_person,
    fold_word,
    is_capital,
    is_dateline,
    tokenise,
)

_KNOWN_FROM = 200_000
"""Population from which an uncurated name is taken although a word beside it speaks against it."""
_LEAST_IN_CASELESS = 100_000
"""Population from which one is taken in a script without capitals, where any word may spell like it."""
_LARGE_KM = 60
"""Radius from which a first-order region is as well known as a large town."""
_SHORT, _ACRONYM = 3, 4
_LONGEST_PHRASE = 4
_WIDE = ("admin1", "region", "water")
_NATURE, _SETTLED = frozenset({"feature"}), ("city", "village", "district", "admin1")
"""What "lake" and "river" state, and what isn't meant then."""


@dataclass(frozen=True, slots=True)
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


class Page:
    """A text with its words, and which of them it writes small or, inside a sentence, with a capital letter."""

    def __init__(self, text: str, words: Words) -> None:
        self.text, self.tokens = text, tokenise(text)
        self._first_names = words.persons | words.titles

    @cached_property
    def small(self) -> frozenset[str]:
        """Folded words that are written small somewhere."""
        written = {token.text for token in self.tokens}
        return frozenset(fold_word(word) for word in written if is_capital(word) is False)

    @cached_property
    def names(self) -> frozenset[str]:
        """Folded words that are capitalised where no sentence begins."""
        capitals = (token for token in self.tokens if token.capital)
        return frozenset(fold_word(token.text) for token in capitals if not begins_sentence(self.text, token))

    @cached_property
    def families(self) -> frozenset[str]:
        """Folded words that stand somewhere behind a given name or a title: names of persons all through the text."""
        found, follows = set(), False
        for left, right in pairwise(self.tokens):
            opens = follows or (left.capital is True and fold_word(left.text) in self._first_names)
            follows = opens and continues_person(self.text, left, right)
            if follows:
                found.add(fold_word(right.text))
        return frozenset(found)


class Context:
    """The words around a name."""

    def __init__(self, page: Page, found: Found, words: Words, forms: Forms) -> None:
        self.page, self.found, self.words, self.forms = page, found, words, forms

    def _neighbour(self, index: int) -> Token | None:
        """The word at an index, None beyond the text or behind a mark that parts."""
        tokens = self.page.tokens
        if not 0 <= index < len(tokens):
            return None
        left, right = (index - 1, index) if index > self.found.last else (index, index + 1)
        return tokens[index] if beside(self.page.text, tokens[left], tokens[right]) else None

    def _keys(self, token: Token | None) -> tuple[str, ...]:
        return self.forms.keys(token.text) if token else ()

    def _generic(self, index: int) -> int | None:
        """Where the generic term at an index stands, past a linking word before the name, None without one."""
        linking = self.words.linking
        if linking and index < self.found.first and any(key in linking for key in self._keys(self._neighbour(index))):
            return index - 1 if self.words.kinds(self._keys(self._neighbour(index - 1))) else None
        term = self._neighbour(index)
        if term is None or (index < self.found.first and self._opens_a_name(term)):
            return None
        return index if self.words.kinds(self._keys(term)) else None

    def _opens_a_name(self, term: Token) -> bool:
        """Whether a generic term before the name is capitalised with it, as in "City Council", and states nothing."""
        if term.capital is not True or begins_sentence(self.page.text, term):
            return False
        return not _NATURE & self.words.kinds(self._keys(term))

    def levels(self) -> tuple[frozenset[str], int]:
        """Kinds that the generic term behind or before states, and the direction of the list that it is for."""
        steps = {"behind": (self.found.last + 1, -1), "before": (self.found.first - 1, 1)}
        for index, direction in (steps[side] for side in self.words.sides):
            place = self._generic(index)
            if place is not None:
                return self._level(self.page.tokens[place], direction)
        inside = self._level(self.page.tokens[self.found.last], -1)
        return inside if self.found.first < self.found.last and inside[1] else (frozenset(), 0)

    def _level(self, term: Token, direction: int) -> tuple[frozenset[str], int]:
        keys = self._keys(term)
        return self.words.kinds(keys), direction if any(key in self.words.plural for key in keys) else 0

    def near(self) -> bool:
        """Whether a word before or behind, past a generic term, makes the position approximate."""
        near = self.words.near
        return bool(near) and (self._ends(self._before, near) or self._starts(self._behind, near))

    def located(self) -> bool:
        """Whether a word before the name, or a suffix behind its apostrophe, says that it is a place."""
        if self.found.inflected and self.found.key not in self.words.given_names:
            return True
        if self.words.abbreviated.match(self.page.text, self.page.tokens[self.found.last].end) or self._is_dateline():
            return True
        return bool(self.words.locative) and self._ends(self._before, self.words.locative)

    def _is_dateline(self) -> bool:
        """Whether the name stands in capitals before a dash where a sentence begins ("GYUMRI (Reuters) —")."""
        first, last = self.page.tokens[self.found.first], self.page.tokens[self.found.last]
        name = self.page.text[first.start : last.end]
        return name.isupper() and begins_sentence(self.page.text, first) and is_dateline(self.page.text, last)

    @cached_property
    def _before(self) -> list[Token]:
        """The words before the name and its generic term, in order."""
        generic = self._generic(self.found.first - 1)
        end = self.found.first if generic is None else generic
        return self._row(range(end - 1, end - 1 - _LONGEST_PHRASE, -1))[::-1]

    @cached_property
    def _behind(self) -> list[Token]:
        """The words behind the name and its generic term, in order."""
        generic = self._generic(self.found.last + 1)
        first = (self.found.last if generic is None else generic) + 1
        return self._row(range(first, first + _LONGEST_PHRASE))

    def _row(self, indexes: range) -> list[Token]:
        """The words at some indexes up to a mark that parts."""
        row = []
        for index in indexes:
            if not (token := self._neighbour(index)):
                break
            row.append(token)
        return row

    def _ends(self, tokens: Sequence[Token], phrases: frozenset[str]) -> bool:
        """Whether some words end with a phrase."""
        return any(self._is_phrase(tokens[start:], phrases) for start in range(len(tokens)))

    def _starts(self, tokens: Sequence[Token], phrases: frozenset[str]) -> bool:
        """Whether some words start with a phrase."""
        return any(self._is_phrase(tokens[:end], phrases) for end in range(1, len(tokens) + 1))

    def _is_phrase(self, tokens: Sequence[Token], phrases: frozenset[str]) -> bool:
        if len(tokens) == 1:
            return any(key in phrases for key in self._keys(tokens[0]))
        return " ".join(fold_word(token.text) for token in tokens) in phrases

    def is_person(self) -> bool:
        """Whether a title or a given name before, or a family name behind a given name, makes it a person's name."""
        before, behind = self._neighbour(self.found.first - 1), self._neighbour(self.found.last + 1)
        if any(key in self.words.titles or key in self.words.given_names for key in self._keys(before)):
            return True
        if before is not None and before.capital and fold_word(before.text) in self.words.persons:
            return True
        return self.found.key in self.words.given_names and behind is not None and behind.capital is not False


class Doubt:
    """Whether a bearer of a name may be meant, or the word is something else."""

    def __init__(
        self, gazetteer: Gazetteer, context: Context, levels: frozenset[str], *, likely: bool, known: bool = False
    ) -> None:
        """Weigh the words beside a name.

        ``levels``: kinds that a generic term states; ``likely``: that, or a word like "in", says that it is a place;
        ``known``: it is one elsewhere in the text.
        """
        self.gazetteer, self.context, self.levels, self.likely, self.known = gazetteer, context, levels, likely, known
        self.found, self.page, self.words = context.found, context.page, context.words

    def bearers(self, candidates: Sequence[Place]) -> tuple[Place, ...]:
        """The places that may be meant: all that the words beside the name allow, if one is known well enough."""
        allowed = tuple(filter(self._allowed, candidates))
        return allowed if any(map(self._known_enough, allowed)) else ()

    def _allowed(self, place: Place) -> bool:
        """Whether nothing in the text says that the word is something else."""
        if not self.levels and self._spells_like(self.words.never):
            return False
        if place.kind == "country":
            return True
        if self.found.key in self.words.generic or (self.levels == _NATURE and place.kind in _SETTLED):
            return False
        if not self.likely and self.found.key in self.page.families:
            return False
        exact = self.gazetteer.is_curated(place) and not self.found.bent and not self.found.cut
        risky = self.found.key in self.words.risky if exact else self._spells_like(self.words.risky)
        return self.likely or not risky

    def _spells_like(self, words: frozenset[str]) -> bool:
        """Whether the name is one word that the language also uses otherwise, in this or another of its forms."""
        if not words or self.found.first != self.found.last:
            return False
        word = self.page.tokens[self.found.first].text
        return any(key in words for key in (self.found.key, *self.context.forms.keys(word)))

    def _known_enough(self, place: Place) -> bool:
        """Whether a place is known well enough for how its name is written here."""
        if place.kind == "country" or self.gazetteer.is_curated(place):
            return True
        if self.found.bent and not self._known_here(place):
            return False
        return self.found.first != self.found.last or self._word_is_name(place)

    def _word_is_name(self, place: Place) -> bool:
        """Whether a single word is written so that it may be the name of a place of this size."""
        token = self.page.tokens[self.found.first]
        if token.capital is None:
            return len(self.found.key) > _SHORT and (bool(self.levels) or place.population >= _LEAST_IN_CASELESS)
        if len(token.text) <= _ACRONYM and token.text.isupper():
            return False
        if self.likely or self.known or (is_well_known(place) and len(token.text) > _SHORT):
            return True
        return self._is_capital_for_a_reason(token) and not self._inside_a_longer_name(token)

    def _is_capital_for_a_reason(self, token: Token) -> bool:
        """Whether the word is capitalised as a name, and not because a sentence begins."""
        word = fold_word(token.text)
        if self.found.key in self.page.small or word in self.page.small:
            return False
        return word in self.page.names or not begins_sentence(self.page.text, token)

    def _known_here(self, place: Place) -> bool:
        """Whether a place is well known, or lies in the region under a name that is long enough."""
        region = self.gazetteer.region
        near = region is not None and region.contains(place.lat, place.lon)
        return is_well_known(place) or (near and len(self.found.key) > _SHORT + 1)

    def _inside_a_longer_name(self, token: Token) -> bool:
        """Whether an unknown capitalised word stands right before or behind: the name is then part of another."""
        text, tokens = self.page.text, self.page.tokens
        behind = tokens[self.found.last + 1] if self.found.last + 1 < len(tokens) else None
        if behind and behind.capital and text[token.end : behind.start] == " ":
            return True
        before = tokens[self.found.first - 1] if self.found.first else None
        if before is None or not before.capital or text[before.end : token.start] != " ":
            return False
        return not begins_sentence(text, before)


def is_well_known(place: Place) -> bool:
    """Whether a place is large enough to be meant wherever its name stands."""
    return (
        place.kind == "country"
        or place.population >= _KNOWN_FROM
        or (place.kind in _WIDE and place.radius_km >= _LARGE_KM)
    )
