"""A language's words about places, folded and ready to be looked up."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from geodata.fold import fold
from geodata.model import Morphology, PlaceLexicon

_SHORTEST_STEM = 3
"""Least letters of a stem of a demonym that counts."""

_LISTS = (
    "sides",
    "articles",
    "plural",
    "joining",
    "linking",
    "near",
    "locative",
    "not_places",
    "never",
    "things_before",
    "things_behind",
    "things_between",
    "of_towns",
    "titles",
    "surnames",
    "given_names",
    "said",
    "cases",
    "near_cases",
    "clitics",
    "adjectives",
)


def lexicon_from(table: Mapping[str, Any], language: str, morphology: Morphology | None = None) -> PlaceLexicon:
    """Make a lexicon from the table ``[places]`` of a language's ``names.toml``.

    Parameters
    ----------
    table : the lists of :class:`geodata.model.PlaceLexicon` by their names and a table ``generic`` of kind → words;
        what is missing is empty.
    language : its code (ISO 639-1); the shipped given names of persons in it are added.
    morphology : the language's word forms, if it has any.

    Examples
    --------
    >>> lexicon_from({"near": ["close to"], "generic": {"district": ["district", "rayon"]}}, "en").near
    ('close to',)
    """
    generic = {kind: tuple(words) for kind, words in table.get("generic", {}).items()}
    lists = {name: tuple(table[name]) for name in _LISTS if name in table}
    demonyms, abbreviations, marks = (
        {key: tuple(found) for key, found in table.get(name, {}).items()}
        for name in ("demonyms", "abbreviations", "marks")
    )
    return PlaceLexicon(
        language=language,
        generic=generic,
        persons=_persons(1).get(language, frozenset()),
        namesakes=_persons(2).get(language, frozenset()),
        demonyms=demonyms,
        abbreviations=abbreviations,
        marks=marks,
        morphology=morphology,
        **lists,
    )


@cache
def _persons(column: int) -> Mapping[str, frozenset[str]]:
    """Language → the folded given names in a column of ``given_names.tsv``: those of no place, or those of one."""
    text = files("geodata.data").joinpath("given_names.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return {row[0]: frozenset(row[column].split("|")) - {""} for row in rows}


@dataclass(frozen=True, slots=True, eq=False)
class Demonyms:
    """Words and stems for the people of a country and what is theirs, folded; ``small`` are those written small.

    ``heads`` are the first letters of the stems, by which most words are turned away.
    """

    words: Mapping[str, str]
    stems: Mapping[str, str]
    small: frozenset[str]
    heads: frozenset[str]

    @classmethod
    def of(cls, demonyms: Mapping[str, Sequence[str]]) -> Demonyms:
        """Fold the demonyms of a lexicon: country's code → words, stems with an asterisk."""
        pairs = [(word, country) for country, found in demonyms.items() for word in found]
        stems = {fold(word): country for word, country in pairs if word.endswith("*")}
        return cls(
            words={fold(word): country for word, country in pairs if not word.endswith("*")},
            stems=stems,
            heads=frozenset(stem[:_SHORTEST_STEM] for stem in stems),
            small=frozenset(fold(word) for word, _ in pairs if word[:1].islower()),
        )

    def _entry(self, key: str) -> str | None:
        if key in self.words:
            return key
        if key[:_SHORTEST_STEM] not in self.heads:
            return None
        least = max(_SHORTEST_STEM, key.rfind(" ") + 1)  # an ending holds no further word: "Saudi Arabia" is no "Saudi"
        return next((key[:end] for end in range(len(key), least - 1, -1) if key[:end] in self.stems), None)

    def country(self, key: str) -> str | None:
        """Code of the country, or id of another place, that a folded word is of, None for another word."""
        entry = self._entry(key)
        return self.words.get(entry) or self.stems.get(entry) if entry else None

    def may_be_small(self, key: str) -> bool:
        """Whether a folded word is one, and texts write it small."""
        return self._entry(key) in self.small


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """Folded words of a lexicon; phrases of several words are separated by single spaces."""

    language: str
    generic: Mapping[str, frozenset[str]]
    sides: tuple[str, ...]
    articles: tuple[str, ...]
    plural: frozenset[str]
    joining: frozenset[str]
    linking: frozenset[str]
    near: frozenset[str]
    locative: frozenset[str]
    phrases: frozenset[str]
    beginnings: frozenset[str]
    risky: frozenset[str]
    never: frozenset[str]
    things_before: Mapping[str, bool]
    things_behind: Mapping[str, bool]
    things_between: frozenset[str]
    of_towns: frozenset[str]
    titles: frozenset[str]
    surnames: tuple[str, ...]
    given_names: frozenset[str]
    persons: frozenset[str]
    namesakes: frozenset[str]
    demonyms: Demonyms
    abbreviations: Mapping[str, str]
    abbreviated: re.Pattern[str]
    marks: Mapping[str, tuple[str, ...]]
    said: tuple[str, ...]
    cases: tuple[str, ...]
    near_cases: tuple[str, ...]
    clitics: frozenset[str]
    adjectives: tuple[str, ...]
    morphology: Morphology | None

    def says_where(self, word: str) -> bool:
        """Whether a folded word has an ending that says "in" of a name."""
        return bool(self.cases) and word.endswith(self.cases)

    def kinds(self, forms: Iterable[str]) -> frozenset[str]:
        """Kinds of place that a word, in one of its forms, is the generic term of."""
        return frozenset().union(*(self.generic.get(form, frozenset()) for form in forms))


@lru_cache(maxsize=64)
def words(lexicon: PlaceLexicon | None) -> Words:
    """Fold a lexicon; no lexicon knows no words."""
    lexicon = lexicon or PlaceLexicon(language="")
    folded = [fold(phrase) for phrase in lexicon.not_places]
    phrases = frozenset(phrase for phrase in folded if " " in phrase)
    given_names, generic = _folded(lexicon.given_names), _kinds(lexicon.generic)
    demonyms = Demonyms.of(lexicon.demonyms)
    abbreviations = {word: place for place, found in lexicon.abbreviations.items() for word in found}
    return Words(
        language=lexicon.language,
        generic=generic,
        sides=lexicon.sides,
        articles=tuple(sorted(_folded(lexicon.articles))),
        plural=_folded(lexicon.plural),
        joining=_folded(lexicon.joining),
        linking=_folded(lexicon.linking),
        near=_folded(lexicon.near),
        locative=_folded(lexicon.locative),
        phrases=phrases,
        beginnings=_beginnings((*phrases, *demonyms.words)),
        risky=frozenset(phrase for phrase in folded if " " not in phrase) | given_names | frozenset(generic),
        never=_folded(lexicon.never),
        things_before=_cased(lexicon.things_before),
        things_behind=_cased(lexicon.things_behind),
        things_between=_folded(lexicon.things_between),
        of_towns=_folded(lexicon.of_towns),
        titles=_folded(lexicon.titles),
        surnames=tuple(sorted(_folded(lexicon.surnames))),
        given_names=given_names,
        namesakes=lexicon.namesakes - _folded(lexicon.never) - generic.keys(),
        persons=(lexicon.persons | given_names) - _folded(lexicon.never) - generic.keys(),
        demonyms=demonyms,
        abbreviations=abbreviations,
        abbreviated=_abbreviated(abbreviations),
        marks=lexicon.marks,
        said=lexicon.said,
        cases=tuple(sorted(_folded(lexicon.cases))),
        near_cases=tuple(sorted(_folded(lexicon.near_cases))),
        clitics=_folded(lexicon.clitics),
        adjectives=tuple(sorted(_folded(lexicon.adjectives))),
        morphology=lexicon.morphology,
    )


def _abbreviated(abbreviations: Iterable[str]) -> re.Pattern[str]:
    """A comma and one of the abbreviations, as written; nothing where a language has none."""
    written = "|".join(map(re.escape, sorted(abbreviations, key=len, reverse=True)))
    return re.compile(rf",\s?({written})(?!\w)" if written else r"(?!)")


def _folded(phrases: Sequence[str]) -> frozenset[str]:
    return frozenset(map(fold, phrases))


def _cased(phrases: Sequence[str]) -> dict[str, bool]:
    """Folded word → whether it is written with a capital."""
    return {fold(phrase): phrase[:1].isupper() for phrase in phrases}


def _kinds(generic: Mapping[str, tuple[str, ...]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for kind, terms in generic.items():
        for term in terms:
            found[fold(term)].add(kind)
    return {term: frozenset(kinds) for term, kinds in found.items()}


def _beginnings(phrases: Iterable[str]) -> frozenset[str]:
    parts = [phrase.split(" ") for phrase in phrases]
    return frozenset(" ".join(part[:length]) for part in parts for length in range(1, len(part)))
