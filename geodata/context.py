"""What stands beside a name in a text, and whether that speaks for a place."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from geodata.forms import Forms
from geodata.lazily import lazily
from geodata.lexicon import Words
from geodata.page import Found, Page
from geodata.quoted import is_title
from geodata.tokens import (
    Token,
    begins_sentence,
    beside,
    fold_word,
    is_dateline,
)

_LONGEST_PHRASE = 4
_SHORTEST_SURNAME = 6
NATURE = frozenset({"feature"})
"""What "lake" and "river" state."""
_ADMINISTERED = frozenset({"admin1", "district"})
"""What the last word of a name itself states: "Воронежская область" is no town, whatever else is called so."""


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
        term = self._neighbour(index)
        if term is None:
            return None
        if index < self.found.first:
            if any(key in self.words.linking for key in self._keys(term)):
                return index - 1 if self._kinds(self._neighbour(index - 1)) else None
            if self._opens_a_name(term):
                return None
        return index if self._kinds(term) else None

    @lazily
    def _generic_before(self) -> int | None:
        return self._generic(self.found.first - 1)

    @lazily
    def _generic_behind(self) -> int | None:
        return self._generic(self.found.last + 1)

    def _kinds(self, term: Token | None) -> frozenset[str]:
        """Kinds that a word states, unless it has an article: then it is about no name behind it."""
        return _kinds(term.text, self.words, self.forms) if term else frozenset()

    def _opens_a_name(self, term: Token) -> bool:
        """Whether a generic term before the name is capitalised with it, as in "City Council", and states nothing."""
        if term.capital is not True or begins_sentence(self.page.text, term):
            return False
        return not NATURE & self._kinds(term)

    def levels(self) -> tuple[frozenset[str], int]:
        """Kinds that the generic term behind or before states, and the direction of the list that it is for."""
        for side in self.words.sides:
            place, direction = (self._generic_behind, -1) if side == "behind" else (self._generic_before, 1)
            if place is not None and not (direction < 0 and self._goes_on(self.page.tokens[place])):
                return self._level(self.page.tokens[place], direction)
        if self.found.first == self.found.last:
            return frozenset(), 0
        inside = self._level(self.page.tokens[self.found.last], -1)
        return inside if inside[1] else (inside[0] & _ADMINISTERED, 0)

    def _goes_on(self, term: Token) -> bool:
        """Whether a word for a river behind the name is not of it ("в Дербенте река вышла из берегов").

        In a language that says what is meant before a name, it stands there, or is capitalised ("Araks River").
        """
        return "behind" not in self.words.said and term.capital is False and self._kinds(term) == NATURE

    def _level(self, term: Token, direction: int) -> tuple[frozenset[str], int]:
        is_plural = any(key in self.words.plural for key in self._keys(term))
        return self._kinds(term), direction if is_plural else 0

    def near(self) -> bool:
        """Whether a word before or behind, past a generic term, makes the position approximate."""
        near = self.words.near
        if not near:
            return False
        return not near.isdisjoint(self._phrases_before) or (
            "behind" in self.words.said and not near.isdisjoint(self._phrases_behind)
        )

    def located(self) -> bool:
        """Whether a word before the name, or a suffix behind its apostrophe, says that it is a place."""
        if self.found.inflected and self.found.key not in self.words.given_names:
            return True
        if self.words.abbreviated.match(self.page.text, self.page.tokens[self.found.last].end) or self._is_dateline():
            return True
        if not self.words.locative:
            return False
        return not self.words.locative.isdisjoint(self._phrases_before) or self._is_described()

    def _is_described(self) -> bool:
        """Whether an adjective stands between a word like "in" and the name ("в осаждённом Мариуполе")."""
        word = self._neighbour(self.found.first - 1)
        if word is None or word.capital is not False or not self.words.adjectives:
            return False
        if not fold_word(word.text).endswith(self.words.adjectives):
            return False
        return not self.words.locative.isdisjoint(self._keys(self._neighbour(self.found.first - 2)))

    def _is_dateline(self) -> bool:
        """Whether the name stands in capitals before a dash where a sentence begins ("GYUMRI (Reuters) —")."""
        first, last = self.page.tokens[self.found.first], self.page.tokens[self.found.last]
        name = self.page.text[first.start : last.end]
        return name.isupper() and begins_sentence(self.page.text, first) and is_dateline(self.page.text, last)

    @lazily
    def _phrases_before(self) -> list[str]:
        """Phrases that end right before the name and its generic term; a single word in each of its forms."""
        end = self.found.first if self._generic_before is None else self._generic_before
        row = self._row(range(end - 1, end - 1 - _LONGEST_PHRASE, -1))
        words = [fold_word(token.text) for token in reversed(row)]
        return [*(" ".join(words[start:]) for start in range(len(words) - 1)), *self._keys(row[0] if row else None)]

    @lazily
    def _phrases_behind(self) -> list[str]:
        """Phrases that begin right behind the name and its generic term; a single word in each of its forms."""
        first = (self.found.last if self._generic_behind is None else self._generic_behind) + 1
        row = self._row(range(first, first + _LONGEST_PHRASE))
        words = [fold_word(token.text) for token in row]
        return [*(" ".join(words[:end]) for end in range(2, len(words) + 1)), *self._keys(row[0] if row else None)]

    def _row(self, indexes: range) -> list[Token]:
        """The words at some indexes up to a mark that parts."""
        row = []
        for index in indexes:
            if not (token := self._neighbour(index)):
                break
            row.append(token)
        return row

    def is_part_of_a_name(self) -> bool:
        """Whether a word beside it ("newspaper", "Street") makes it part of the name of something else."""
        before, behind = self._neighbour(self.found.first - 1), self._behind_what_lies_between()
        owned = self._is_thing(behind, self.words.things_behind) and not self._says_where()
        if owned or self._is_thing(before, self.words.things_before):
            return True
        return is_title(self.page.text, self.page.tokens, self.found.first, self.found.last)

    def _says_where(self) -> bool:
        """Whether the name has the ending of where something is: nothing behind it is called so («Գորիսում բանկ …»)."""
        return self.found.bent and self.words.says_where(fold_word(self.page.tokens[self.found.last].text))

    def _behind_what_lies_between(self) -> Token | None:
        """The word behind the name and a few words that may stand between it and what it is part of."""
        between, first = self.words.things_between, self.found.last + 1
        for index in range(first, first + _LONGEST_PHRASE):
            token = self._neighbour(index)
            if token is None or not between or between.isdisjoint(self._keys(token)):
                return token
        return None

    def _is_thing(self, token: Token | None, things: Mapping[str, bool]) -> bool:
        return token is not None and any(
            key in things and (token.capital is not False or not things[key]) for key in self._keys(token)
        )

    def _is_surname(self, token: Token) -> bool:
        """Whether a word is a family name by its ending, a capitalised one where the script has capitals."""
        if not self.words.surnames or token.capital is False:
            return False
        return any(key.endswith(self.words.surnames) and len(key) >= _SHORTEST_SURNAME for key in self._keys(token))

    def is_given_name(self) -> bool:
        """Whether the name, in its plain form, stands before a family name."""
        behind = self._neighbour(self.found.last + 1)
        if behind is None or self.found.bent or self.found.cut:
            return False
        return self._is_surname(behind) or (self.found.key in self.words.namesakes and self._ends_a_person(behind))

    def _ends_a_person(self, word: Token) -> bool:
        """Whether a word behind a given name is capitalised, the last one so, and no known or common word."""
        first, last = self.page.tokens[self.found.first], self.page.tokens[self.found.last]
        if not word.capital or word.text.isupper() or self.page.text[last.end : word.start] != " ":
            return False
        after = self._neighbour(self.found.last + 2)
        if after is not None and (after.capital or not self.words.linking.isdisjoint(self._keys(after))):
            return False
        known = self.words.generic.keys() | self.words.titles | self.words.never | self.words.locative
        is_common = fold_word(word.text) in self.page.small or not known.isdisjoint(self._keys(word))
        return first is last and not is_common

    def is_first_name(self) -> bool:
        """Whether a given name stands right before a capitalised word, as a first name does, whatever stands before."""
        first, last = self.page.tokens[self.found.first], self.page.tokens[self.found.last]
        behind = self._neighbour(self.found.last + 1)
        if self.found.key not in self.words.given_names or first.capital is not True or behind is None:
            return False
        return bool(behind.capital) and self.page.text[last.end : behind.start] == " "

    def is_person(self) -> bool:
        """Whether a title or a given name before, or a family name behind a given name, makes it a person's name."""
        before, behind = self._neighbour(self.found.first - 1), self._neighbour(self.found.last + 1)
        if self.is_given_name():
            return True
        if any(key in self.words.titles or key in self.words.given_names for key in self._keys(before)):
            return True
        if before is not None and before.capital and fold_word(before.text) in self.words.persons:
            return True
        return self.found.key in self.words.given_names and behind is not None and behind.capital is not False

    def is_inside_a_longer_name(self) -> bool:
        """Whether a capitalised word, behind it none of what towns have, stands beside: it is then part of a name."""
        text, tokens = self.page.text, self.page.tokens
        token = tokens[self.found.first]
        behind = tokens[self.found.last + 1] if self.found.last + 1 < len(tokens) else None
        parted = behind is None or text[tokens[self.found.last].end : behind.start] != " "
        if behind and behind.capital and not parted and self.words.of_towns.isdisjoint(self._keys(behind)):
            return True
        before = tokens[self.found.first - 1] if self.found.first else None
        if before is None or not before.capital or text[before.end : token.start] != " ":
            return False
        return not begins_sentence(text, before)


@lru_cache(maxsize=65_536)
def _kinds(word: str, words: Words, forms: Forms) -> frozenset[str]:
    """Kinds that a word states in one of its forms, but for those behind an article."""
    plain = (form for form in forms.of(word) if not words.articles or not _has_article(word[: form.start], words))
    return words.kinds(form.key for form in plain)


def _has_article(prefix: str, words: Words) -> bool:
    return fold_word(prefix).endswith(words.articles)
