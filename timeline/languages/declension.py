"""Names in the form that a sentence asks of them: "in Tovuz" is "Tovuz'da", "в Товузе", "თოვუზში".

Each language's ``labels.toml`` says how, under ``[cases]``: ``script`` (a pattern of names that have forms), ``heads``
(words that, where a name begins with them, take the ending instead of its last word), and a table for each case with
lists of [pattern, replacement], the first that fits counting: ``whole`` (of a whole name, before all others), ``word``
(of the word that takes the ending) and ``before`` (of the words that stand before it and agree with it).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from timeline.languages import load

BOTH_NAMES = " / "
"""Between two names of one place."""
NOMINATIVE = "place"
"""The form of a name that stands as it is."""
REMEMBERED = 50_000
Rules = Sequence[tuple[re.Pattern[str], str]]


@lru_cache(maxsize=REMEMBERED)
def decline(name: str, case: str, language: str) -> str | None:
    """A name in a case of a language.

    Parameters
    ----------
    name : of a place, a country or a year.
    case : a table of ``[cases]``, or :data:`NOMINATIVE`.
    language : code of a language with ``labels.toml``.

    Returns
    -------
    str or None : None where the language doesn't know how: a name in another script has no forms.

    Examples
    --------
    >>> decline("Лачинский коридор", "locative", "ru")
    'Лачинском коридоре'
    >>> decline("Khoy", "locative", "ru")
    """
    if case == NOMINATIVE:
        return name
    forms = [_one(part, case, language) for part in name.split(BOTH_NAMES)]
    known = [form for form in forms if form]
    return BOTH_NAMES.join(known) if len(known) == len(forms) else None


def _one(name: str, case: str, language: str) -> str | None:
    script, heads = _script(language)
    if not script.search(name):
        return None
    whole = _first(name, _rules(language, case, "whole"))
    if whole:
        return whole
    words = name.split(" ")
    at = 0 if words[0] in heads else len(words) - 1
    agreeing = [_first(word, _rules(language, case, "before")) or word for word in words[:at]]
    return " ".join((*agreeing, _first(words[at], _rules(language, case, "word")) or words[at], *words[at + 1 :]))


def _first(text: str, rules: Rules) -> str:
    """The text as the first rule that fits changes it; empty where none does."""
    fitting = ((pattern, changed) for pattern, changed in rules if pattern.search(text))
    return next((pattern.sub(changed, text, count=1) for pattern, changed in fitting), "")


@cache
def _script(language: str) -> tuple[re.Pattern[str], frozenset[str]]:
    cases = _cases(language)
    return re.compile(str(cases.get("script", ""))), frozenset(cases.get("heads", ()))


@cache
def _rules(language: str, case: str, table: str) -> Rules:
    listed = _cases(language).get(case, {}).get(table, ())
    return [(re.compile(pattern), changed) for pattern, changed in listed]


def _cases(language: str) -> Mapping[str, Any]:
    pack = load(language)
    return dict(pack.labels.get("cases", {})) if pack else {}
