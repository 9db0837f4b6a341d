"""The word lists of a pack's ``names.toml`` and ``triggers.toml``, compiled once per language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, cast, get_args

from geodata.recognise import fold
from timeline.errors import PackError
from timeline.extract.text.phrases import Book, Phrases, fold_phrase
from timeline.extract.text.tokens import clitics, fold_word
from timeline.languages import load
from timeline.model.mention import TollCategory

NEGATION_REACH = 4
"""Words between a negation and what it negates, where ``[grammar]`` says nothing else."""
AFFIXES = ("attached", "possessive", "suffixes", "joining", "definite", "leaving", "negating", "accusative", "owning")
"""Lists of ``[linking]`` that hold clitics and endings instead of words."""


_PARTICLE = 3
"""Letters up to which a word is a particle and no verb."""


@dataclass(frozen=True, slots=True)
class Past:
    """How verbs of the past look, as ``[tense.past]`` of ``timex.toml`` says; all folded."""

    words: frozenset[str]
    endings: tuple[str, ...]
    others: tuple[str, ...]

    def has(self, forms: Sequence[str]) -> bool:
        """Whether a word, or what is left of it without a clitic, is a verb of the past."""
        return any(form in self.words or self._is_shaped(form) for form in forms)

    def _is_shaped(self, word: str) -> bool:
        return len(word) > _PARTICLE and word.endswith(self.endings or ("\0",)) and not word.startswith(self.others)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Compiled word lists of one language; the tables of ``names.toml`` say what each holds."""

    prefixes: tuple[str, ...]
    clause_words: tuple[str, ...]
    page: Mapping[str, Any]
    speech: Phrases[str]
    offices: Phrases[str]
    generic: Phrases[str]
    linking: Phrases[str]
    halls: Phrases[str]
    small_words: frozenset[str]
    affixes: Mapping[str, tuple[str, ...]]
    nationalities: Phrases[str]
    subject_first: bool
    verb_last: bool
    owner_first: bool
    negation_reach: int
    negation_behind: bool
    stops_inside: bool
    tolls: Phrases[str]
    figures: Phrases[tuple[str, int]]
    modality: Phrases[str]
    counted: Phrases[str]
    of_before: Phrases[str]
    endings: Mapping[str, tuple[str, ...]]
    past: Past
    hearsay: Phrases[str]


@cache
def book(_: str) -> Book:
    """The book of the phrases of a language (ISO 639-1 code)."""
    return Book()


@cache
def lexicon(code: str) -> Lexicon:
    """The lexicon of a language.

    Raises
    ------
    PackError : there is no such pack.
    """
    pack = load(code)
    if pack is None:
        raise PackError(f"no language pack {code}", where="languages", remedy="Add a folder of that name")
    names = pack.names
    linking, lists = names.get("linking", {}), partial(_lists, code)
    return Lexicon(
        prefixes=clitics(pack.triggers),
        clause_words=tuple(fold_phrase(word) for word in linking.get("clause", ())),
        page=names.get("page", {}),
        speech=lists(names.get("speech", {})),
        offices=lists(names.get("speakers", {})),
        generic=lists(names.get("places", {}).get("generic", {})),
        linking=lists({kind: words for kind, words in linking.items() if kind not in (*AFFIXES, "clause")}),
        halls=lists(names.get("halls", {})),
        small_words=_small_words(names),
        affixes={kind: tuple(fold(affix) for affix in linking.get(kind, ())) for kind in AFFIXES},
        nationalities=lists(names.get("nationalities", {})),
        subject_first=names.get("grammar", {}).get("subject", "before") == "before",
        verb_last=names.get("grammar", {}).get("verb") == "last",
        negation_behind=names.get("grammar", {}).get("negation") == "around",
        stops_inside=names.get("grammar", {}).get("full_stop") == "inside",
        negation_reach=names.get("grammar", {}).get("negation_reach", NEGATION_REACH),
        owner_first=names.get("grammar", {}).get("owner") == "before",
        tolls=lists(names.get("tolls", {})),
        figures=_figures(pack.tolls),
        modality=lists(names.get("modality", {})),
        counted=lists(names.get("counted", {})),
        of_before=lists(pack.timex.get("of_before", {})),
        endings={
            kind: tuple(fold_word(ending) for ending in words) for kind, words in names.get("endings", {}).items()
        },
        hearsay=Phrases((word, "hearsay") for word in names.get("speakers", {}).get("hearsay", ())),
        past=_past(pack.timex.get("tense", {}).get("past", {})),
    )


def _past(table: Mapping[str, Any]) -> Past:
    folded = {kind: tuple(fold_word(word.removesuffix("*")) for word in words) for kind, words in table.items()}
    return Past(frozenset(folded.get("words", ())), folded.get("endings", ()), folded.get("not", ()))


def _small_words(names: Mapping[str, Any]) -> frozenset[str]:
    """The single words that put something somewhere: with a place they make an aside."""
    listed = [word for kind in ("locative", "firm") for word in names.get("linking", {}).get(kind, ())]
    return frozenset(fold_word(word) for word in listed if " " not in word and not word.endswith("*"))


def _lists(code: str, table: Mapping[str, Any]) -> Phrases[str]:
    return Phrases(((phrase, kind) for kind, phrases in table.items() for phrase in phrases), book(code))


def _figures(table: Mapping[str, Any]) -> Phrases[tuple[str, int]]:
    """How figures are said: each phrase with the list it stands in and the number that it stands for, or 0.

    A noun that is one victim without a figure is "single", or "led" in a language where an article must lead it.
    """
    single = table.get("single", {})
    said = {**table.get("said", {}), "article": single.get("article", ())}
    nouns = "led" if said["article"] else "single"
    numbers = {"counts": table.get("counts", {}), "times": table.get("times", {}), nouns: single}
    counted = (
        (phrase, (kind, int(value)))
        for kind, listed in numbers.items()
        for value, phrases in listed.items()
        if value.isdigit()
        for phrase in phrases
    )
    return Phrases((*((phrase, (kind, 0)) for kind, phrases in said.items() for phrase in phrases), *counted))


def toll_categories() -> tuple[TollCategory, ...]:
    """Categories of victims that a word list may be named after."""
    return cast("tuple[TollCategory, ...]", get_args(TollCategory))
