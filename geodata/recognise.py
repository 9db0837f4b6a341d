"""Place names in running text: the longest name at each word, with what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from geodata.fold import APOSTROPHES, fold
from geodata.gazetteer import Gazetteer
from geodata.lexicon import Words, words
from geodata.model import Place, PlaceLexicon, Span
from geodata.tokens import Token, begins_sentence, beside, fold_word, joined, tokenise

__all__ = ["Toponym", "fold", "recognise"]

_KNOWN_FROM = 200_000
"""Population from which a name that the region doesn't curate is taken although a word beside it speaks against it."""
_LEAST_IN_CASELESS = 100_000
"""Population from which such a name is taken in a script without capitals, where any word may spell like it."""
_SHORT = 3
_LONGEST_JOIN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A place name found in a text, not yet resolved.

    ``candidates`` are the bearers of the name; ``levels`` the kinds that a generic term beside it states; ``near``
    whether a word makes the position approximate; ``located`` whether a word beside it says that it is a place;
    ``lists`` is 1 before the rest of a list that its generic term is for ("the districts of A, B"), -1 behind it
    ("A and B districts"), else 0.
    """

    span: Span
    key: str
    candidates: tuple[Place, ...]
    levels: frozenset[str] = frozenset()
    near: bool = False
    located: bool = False
    lists: int = 0


@dataclass(frozen=True, slots=True)
class _Form:
    """A word as it may stand in the gazetteer, and the part of the text's word that it is."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Found:
    """A name over the words ``first``..``last``, starting and ending inside them at the given offsets."""

    first: int
    last: int
    key: str
    span: Span | None


class _Reader:
    """Reads texts with one gazetteer and one lexicon; remembers the forms of words."""

    def __init__(self, gazetteer: Gazetteer, lexicon: PlaceLexicon | None) -> None:
        self.gazetteer = gazetteer
        self.words: Words = words(lexicon)
        self.forms = lru_cache(maxsize=65_536)(self._forms)
        self.opens = lru_cache(maxsize=65_536)(self._opens)

    def _forms(self, word: str) -> tuple[_Form, ...]:
        """The word itself, the part before its apostrophe, and what morphology makes of it; each key once."""
        folded = fold_word(word)
        found = {folded: _Form(folded, 0, len(word))}
        cut = max(map(word.rfind, APOSTROPHES))
        if cut > 0:
            head = fold_word(word[:cut])
            found.setdefault(head, _Form(head, 0, cut))
        if self.words.morphology:
            for base in self.words.morphology.bases(folded):
                found.setdefault(base, _Form(base, _start(word, base), len(word)))
        return tuple(found.values())

    def _opens(self, word: str) -> tuple[_Form, ...]:
        """Forms of a word with which a name or a phrase begins."""
        known = self.gazetteer
        return tuple(
            form
            for form in self.forms(word)
            if known.lookup(form.key) or known.begins(form.key) or form.key in self.words.beginnings
        )

    def read(self, text: str) -> Iterator[Toponym]:
        """The toponyms of a text in order."""
        page = _Page(text, tokenise(text))
        index = 0
        while index < len(page.tokens):
            found = self._longest(page, index)
            if found is None:
                index += 1
                continue
            toponym = self._judge(page, found, found.span) if found.span else None
            if toponym:
                yield toponym
            index = found.last + 1 if toponym or not found.span else index + 1

    def _longest(self, page: _Page, first: int) -> _Found | None:
        """The longest name or phrase from a word on; a phrase (without span) wins over a name of its length."""
        token = page.tokens[first]
        best: _Found | None = None
        frontier = [(form.key, token.start + form.start, form) for form in self.opens(token.text)]
        last = first
        while frontier:
            best = self._taken(page, first, last, frontier) or best
            if last + 1 == len(page.tokens) or not joined(page.text, page.tokens[last], page.tokens[last + 1]):
                break
            last += 1
            frontier = self._longer(frontier, page.tokens[last])
        return best

    def _longer(self, frontier: Sequence[tuple[str, int, _Form]], token: Token) -> list[tuple[str, int, _Form]]:
        return [
            (f"{key} {form.key}", start, form)
            for key, start, _ in frontier
            if self.gazetteer.begins(key) or key in self.words.beginnings
            for form in self.forms(token.text)
        ]

    def _taken(self, page: _Page, first: int, last: int, frontier: Sequence[tuple[str, int, _Form]]) -> _Found | None:
        if any(key in self.words.phrases for key, _, _ in frontier):
            return _Found(first, last, "", None)
        for key, start, form in frontier:
            if self.gazetteer.lookup(key) and self._is_written_as_name(page.tokens[first], key):
                return _Found(first, last, key, Span(start=start, end=page.tokens[last].start + form.end))
        return None

    def _is_written_as_name(self, token: Token, key: str) -> bool:
        return token.capital is not False or self.gazetteer.is_common_noun(key)

    def _judge(self, page: _Page, found: _Found, span: Span) -> Toponym | None:
        """The toponym with what stands beside it, None where that speaks against a place."""
        context = _Context(self, page, found)
        levels, lists = context.levels()
        near, located = context.near(), context.located()
        sure, likely = bool(levels), bool(levels or near or located)
        candidates = tuple(
            place for place in self.gazetteer.lookup(found.key) if context.plausible(place, sure=sure, likely=likely)
        )
        if not candidates or context.is_person():
            return None
        return Toponym(
            span=span,
            key=found.key,
            candidates=candidates,
            levels=levels,
            near=near,
            located=located,
            lists=lists,
        )


def _start(word: str, base: str) -> int:
    """Where in a word its ending ``base`` begins, 0 if the base isn't its ending."""
    return next((cut for cut in range(1, len(word)) if fold_word(word[cut:]) == base), 0)


class _Page:
    """A text with its words, and the words that it writes small."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.text, self.tokens = text, tokens
        self.small = frozenset(fold_word(token.text) for token in tokens if token.capital is False)


class _Context:
    """The words around a name."""

    def __init__(self, reader: _Reader, page: _Page, found: _Found) -> None:
        self.reader, self.words, self.page, self.found = reader, reader.words, page, found

    def _neighbour(self, index: int) -> Token | None:
        """The word at an index, None beyond the text or behind a mark that parts."""
        tokens = self.page.tokens
        if not 0 <= index < len(tokens):
            return None
        step = 1 if index > self.found.last else -1
        left, right = (index - step, index) if step > 0 else (index, index - step)
        return tokens[index] if beside(self.page.text, tokens[left], tokens[right]) else None

    def _keys(self, token: Token | None) -> tuple[str, ...]:
        return tuple(form.key for form in self.reader.forms(token.text)) if token else ()

    def _generic(self, index: int) -> int | None:
        """Where the generic term at an index stands, past a linking word before the name, None without one."""
        if index < self.found.first and any(key in self.words.linking for key in self._keys(self._neighbour(index))):
            index -= 1
        return index if self.words.kinds(self._keys(self._neighbour(index))) else None

    def levels(self) -> tuple[frozenset[str], int]:
        """Kinds that the generic term behind or before states, and the direction of the list that it is for."""
        steps = {"behind": (self.found.last + 1, -1), "before": (self.found.first - 1, 1)}
        for index, direction in (steps[side] for side in self.words.sides):
            place = self._generic(index)
            if place is not None:
                keys = self._keys(self._neighbour(place))
                return self.words.kinds(keys), direction if any(key in self.words.plural for key in keys) else 0
        return frozenset(), 0

    def near(self) -> bool:
        """Whether a word before or behind, past a generic term, makes the position approximate."""
        return bool(self.words.near) and (self._before(self.words.near) or self._behind(self.words.near))

    def located(self) -> bool:
        """Whether a word before the name says that a place follows."""
        return bool(self.words.locative) and self._before(self.words.locative)

    def _before(self, phrases: frozenset[str]) -> bool:
        generic = self._generic(self.found.first - 1)
        last = self.found.first - 1 if generic is None else generic - 1
        return any(self._phrase(range(last - length + 1, last + 1), phrases) for length in (1, 2, 3, 4))

    def _behind(self, phrases: frozenset[str]) -> bool:
        generic = self._generic(self.found.last + 1)
        first = self.found.last + 1 if generic is None else generic + 1
        return any(self._phrase(range(first, first + length), phrases) for length in (1, 2, 3, 4))

    def _phrase(self, indexes: range, phrases: frozenset[str]) -> bool:
        tokens = [self._neighbour(index) for index in indexes]
        if None in tokens:
            return False
        spoken = " ".join(fold_word(token.text) for token in tokens if token)
        return spoken in phrases or (len(tokens) == 1 and any(key in phrases for key in self._keys(tokens[0])))

    def is_person(self) -> bool:
        """Whether a title or a given name before, or a family name behind a given name, makes it a person."""
        before, behind = self._neighbour(self.found.first - 1), self._neighbour(self.found.last + 1)
        if before and any(key in self.words.titles or key in self.words.given_names for key in self._keys(before)):
            return True
        return self.found.key in self.words.given_names and behind is not None and behind.capital is not False

    def plausible(self, place: Place, *, sure: bool, likely: bool) -> bool:
        """Whether a bearer of the name may be meant.

        ``sure``: a generic term says that a place is; ``likely``: that, or a word like "near" or "in" does.
        """
        if place.kind == "country" or (self.found.key in self.words.risky and not likely):
            return place.kind == "country"
        if self.reader.gazetteer.is_curated(place) or self.found.first != self.found.last:
            return True
        token = self.page.tokens[self.found.first]
        if token.capital is None:
            return len(self.found.key) > _SHORT and (sure or place.population >= _LEAST_IN_CASELESS)
        if likely or place.population >= _KNOWN_FROM:
            return True
        return self.found.key not in self.page.small and not self._inside_a_longer_name(token)

    def _inside_a_longer_name(self, token: Token) -> bool:
        """Whether an unknown capitalised word stands right before or behind: the name is then part of another."""
        text, tokens = self.page.text, self.page.tokens
        behind = tokens[self.found.last + 1] if self.found.last + 1 < len(tokens) else None
        if behind and behind.capital and text[token.end : behind.start] == " ":
            return True
        before = tokens[self.found.first - 1] if self.found.first else None
        adjacent = before is not None and before.capital and text[before.end : token.start] == " "
        return bool(adjacent and before and not begins_sentence(text, before))


@lru_cache(maxsize=32)
def _reader(gazetteer: Gazetteer, lexicon: PlaceLexicon | None) -> _Reader:
    return _Reader(gazetteer, lexicon)


def recognise(text: str, *, gazetteer: Gazetteer, lexicon: PlaceLexicon | None = None) -> tuple[Toponym, ...]:
    """Find the place names of a text, in order and without overlap.

    Parameters
    ----------
    text : the article's text; spans point into it.
    gazetteer : the names to look for.
    lexicon : the language's words about places and its word forms; without it names are found as they are listed.
    """
    return tuple(_spread(list(_reader(gazetteer, lexicon).read(text)), text, words(lexicon)))


def _spread(toponyms: list[Toponym], text: str, known: Words) -> list[Toponym]:
    """Give the level that a plural term states to every name of its list."""
    for index, toponym in enumerate(toponyms):
        place, direction = index, toponym.lists
        while direction and 0 <= place + direction < len(toponyms):
            left, right = sorted((place, place + direction))
            if not _coordinated(text[toponyms[left].span.end : toponyms[right].span.start], known):
                break
            place += direction
            if toponyms[place].levels:
                break
            toponyms[place] = replace(toponyms[place], levels=toponym.levels)
    return toponyms


def _coordinated(gap: str, known: Words) -> bool:
    """Whether nothing but commas, quotation marks and a joining word stands between two names."""
    return len(gap) <= _LONGEST_JOIN and (
        fold(gap) in known.joining or (not fold(gap) and "," in gap.replace("،", ","))
    )
