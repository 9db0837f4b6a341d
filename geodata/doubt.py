"""Whether a name may be a place where it stands, or spells like one and is something else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geodata.context import NATURE, Context
from geodata.fold import HALF_SPACE
from geodata.gazetteer import Gazetteer
from geodata.lazily import lazily
from geodata.model import Place
from geodata.tokens import Token, begins_sentence, fold_word

_KNOWN_FROM = 200_000
"""Population from which an uncurated name is taken although a word beside it speaks against it."""
_LEAST_IN_CASELESS = 100_000
"""Population from which one is taken in a script without capitals, where any word may spell like it."""
_LEAST_WHERE_LIKELY, _LONG = 15_000, 5
"""Population from which one of so many letters is where a word beside it says that it is a place."""
_LEAST_OF_SHORT = 500_000
"""Population from which one of three letters is."""
_SEVERAL = 2
_ENDING = 2
"""Most letters by which a word that is a name as it stands may be longer than another word of which it is a form."""
_LARGE_KM = 60
"""Radius from which a first-order region is as well known as a large town."""
_SHORT, _ACRONYM = 3, 4
_SET_OFF = re.compile(r"\s*(?:[,،(]|[—–-]\s)")
"""What stands behind the town of a dateline."""
_WIDE = ("admin1", "region", "water", "line", "feature")
_SETTLED = ("city", "village", "district", "admin1")
"""What isn't meant beside "lake" and "river"."""


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
        if (not self.levels and self._spells_like(self.words.never)) or self._is_bound():
            return ()
        if self.found.key in self.words.locative:
            return ()  # «إلى», to, is a village of Iran
        allowed = tuple(filter(self._allowed, self._named_so_here(candidates)))
        return allowed if any(map(self._known_enough, allowed)) else ()

    def _named_so_here(self, candidates: Sequence[Place]) -> Sequence[Place]:
        """The bearers of a name, without countries if the language writes so another bearer's name and not theirs."""
        if len(candidates) < _SEVERAL or candidates[0].kind != "country":
            return candidates
        exact = [place for place in candidates if self._is_written_so(place)]
        if not exact or exact[0].kind == "country":
            return candidates
        return [place for place in candidates if place.kind != "country"]

    def _is_written_so(self, place: Place) -> bool:
        """Whether the language's name of a place is what the text has here, letter by letter."""
        start = self.found.span.start if self.found.span else 0
        names = place.names.get(self.words.language, ())
        return any(fold_word(name) == self.found.key and self._stands_at(start, name) for name in names)

    def _stands_at(self, start: int, name: str) -> bool:
        return self.page.text[start : start + len(name)].casefold() == name.casefold()

    def _allowed(self, place: Place) -> bool:
        """Whether nothing in the text says that the word is something else."""
        if place.kind == "country":
            return self.likely or self.known or self.found.key not in self.words.risky
        if self._is_something_else or (self.levels == NATURE and place.kind in _SETTLED):
            return False
        if self._is_noun_with_article(place):
            return False
        if self.likely:
            return True
        if self._is_short_for_a_district(place):
            return False
        exact = not self.found.bent and not self.found.cut and self.gazetteer.is_curated(place)
        return self.found.key not in self.words.risky if exact else not self._is_risky

    def _is_noun_with_article(self, place: Place) -> bool:
        """Whether an article stands before a name that has none, as it does before a noun («السيول», the floods)."""
        if self.levels or self.found.span is None or self.gazetteer.is_curated(place):
            return False
        token = self.page.tokens[self.found.first]
        before = fold_word(token.text[: self.found.span.start - token.start])
        return bool(self.words.articles) and before.endswith(self.words.articles)

    @lazily
    def _is_something_else(self) -> bool:
        """Whether the word names no place but a country, whichever of its bearers one thinks of."""
        if self.found.key in self.words.generic:
            return True
        return not self.likely and (self._only_begins_a_sentence or self.found.key in self.page.families)

    def _is_short_for_a_district(self, place: Place) -> bool:
        """Whether nothing asks for a place, and this is a district's name without the word for its level: "Laurel"."""
        if place.kind != "district" or self.known or self.gazetteer.is_curated(place):
            return False
        return fold_word(place.name) != self.found.key

    @lazily
    def _is_risky(self) -> bool:
        return self._spells_like(self.words.risky)

    @lazily
    def _only_begins_a_sentence(self) -> bool:
        """Whether a single word is capitalised where a sentence begins and written small elsewhere in the text."""
        token = self.page.tokens[self.found.first]
        if self.found.first != self.found.last or token.capital is not True or self.found.cut:
            return False
        return fold_word(token.text) in self.page.small and begins_sentence(self.page.text, token)

    def _is_bound(self) -> bool:
        """Whether a half-space makes the name part of a longer word."""
        end = self.page.tokens[self.found.last].end
        return self.page.text[end : end + 1] == HALF_SPACE

    def _spells_like(self, words: frozenset[str]) -> bool:
        """Whether the name is one word that the language also uses otherwise, in this or another of its forms."""
        if not words or self.found.first != self.found.last:
            return False
        word = self.page.tokens[self.found.first].text
        least = 0 if self.found.bent else len(self.found.key) - _ENDING
        forms = (key for key in self.context.forms.keys(word) if len(key) >= least)
        return any(key in words for key in (self.found.key, *forms))

    def _known_enough(self, place: Place) -> bool:
        """Whether a place is known well enough for how its name is written here."""
        if place.kind == "country" or self.gazetteer.is_curated(place):
            return True
        if self.found.bent and not (self.likely or self.known or self._stands_where(place) or self._known_here(place)):
            return False
        return self.found.first != self.found.last or self._word_is_name(place)

    def _word_is_name(self, place: Place) -> bool:
        """Whether a single word is written so that it may be the name of a place of this size."""
        token = self.page.tokens[self.found.first]
        if token.capital is None:
            opens = self._opens_dateline(token) and self._is_exact(place)
            return self._is_large(place) and (self.likely or self.shows_where or opens or self._is_long(place))
        if len(token.text) <= _ACRONYM and token.text.isupper() and not self._opens_dateline(token):
            return token.text in place.names.get(self.words.language, ())
        if self.likely or self.known or (is_well_known(place) and len(token.text) > _SHORT):
            return True
        return self._stands_as_a_name or self._stands_where(place)

    def _opens_dateline(self, token: Token) -> bool:
        """Whether a word in capitals begins a line and is set off, as the town of a dateline is ("ROME, May 3 —")."""
        return begins_sentence(self.page.text, token) and bool(_SET_OFF.match(self.page.text, token.end))

    @lazily
    def _stands_as_a_name(self) -> bool:
        """Whether the word is capitalised as a name, and as a whole one."""
        token = self.page.tokens[self.found.first]
        return self._is_capital_for_a_reason(token) and not self.context.is_inside_a_longer_name()

    def _stands_where(self, place: Place) -> bool:
        """Whether a name has the ending of where something is, and is long or what the language calls the place."""
        return self.shows_where or (self._has_case and self._is_named(place))

    @lazily
    def _has_case(self) -> bool:
        """Whether a capitalised name has such an ending («Xersonda»)."""
        token = self.page.tokens[self.found.last]
        if not token.capital or not self.found.bent or len(self.found.key) <= _SHORT + 1:
            return False
        return self.words.says_where(fold_word(token.text))

    @lazily
    def shows_where(self) -> bool:
        """Whether a long name, in a script without capitals, has the ending of where something is («ხერსონში»).

        It says so as a word like "in" does elsewhere.
        """
        token = self.page.tokens[self.found.last]
        if token.capital is not None or not self.found.bent or len(self.found.key) <= _LONG:
            return False
        return self.words.says_where(fold_word(token.text))

    def _is_long(self, place: Place) -> bool:
        """Whether a name in a script without capitals is long enough for the size of its bearer."""
        return len(self.found.key) > _SHORT or (place.population >= _LEAST_OF_SHORT and not self.found.bent)

    def _is_large(self, place: Place) -> bool:
        """Whether a place is large enough for a name in a script without capitals, or its level is stated.

        A first-order region has no people counted; one of few letters («أليه», Allier) asks for its level. A small
        place of the news («في دافوس», Davos) is taken by a long name that the language has for it.
        """
        enough = _LONG - 1 if self._is_exact(place) else _LONG
        likely = self.shows_where or (self.likely and len(self.found.key) >= enough)
        least = _LEAST_WHERE_LIKELY if likely else _LEAST_IN_CASELESS
        if place.kind == "admin1" and len(self.found.key) <= _SHORT + 1 and not self.known:
            return bool(self.levels)
        long = _LONG - 1 if place.kind == "feature" else _LONG
        named = likely and len(self.found.key) >= long and self._is_named(place)
        return bool(self.levels) or named or place.population >= least or is_well_known(place)

    def _is_exact(self, place: Place) -> bool:
        """Whether the language itself names the place so: scripts that leave out vowels have short names."""
        if fold_word(self.page.tokens[self.found.first].text) != self.found.key:
            return False  # a clitic or an ending was taken off
        return self._is_named(place)

    def _is_named(self, place: Place) -> bool:
        """Whether the name is one that the language has for the place, and not one that only folds alike."""
        return any(fold_word(name) == self.found.key for name in place.names.get(self.words.language, ()))

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


def is_well_known(place: Place) -> bool:
    """Whether a place is large enough to be meant wherever its name stands."""
    return (
        place.kind == "country"
        or place.population >= _KNOWN_FROM
        or (place.kind in _WIDE and place.radius_km >= _LARGE_KM)
    )
