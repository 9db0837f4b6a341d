"""From a language's pack to its lexicon: every word that ``calendar.toml`` and ``timex.toml`` list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from timeline.errors import PackError
from timeline.extract.text.normalise import fold, fold_phrase
from timeline.extract.timex.lexicon import Lexicon, Phrase
from timeline.extract.timex.sense import FIELDS, Sense
from timeline.languages import LanguagePack


def compile_lexicon(pack: LanguagePack) -> Lexicon:
    """The words of a pack's ``calendar.toml`` and ``timex.toml``.

    Raises
    ------
    PackError : a word says something that no rule understands.
    """
    lexicon = Lexicon(pack.code)
    _set_up(lexicon, pack)
    for kind, sense, form in _listed(pack):
        unknown = set(sense) - FIELDS
        if unknown:
            raise PackError(f"'{form}' says {sorted(unknown)}", where=_where(pack), remedy=f"known: {sorted(FIELDS)}")
        _add(lexicon, kind, sense, form)
    _set_triggers(lexicon, pack)
    return lexicon


def _where(pack: LanguagePack) -> str:
    return f"languages/{pack.code}/timex.toml"


def _set_up(lexicon: Lexicon, pack: LanguagePack) -> None:
    affixes = pack.timex.get("affixes", {})
    lexicon.prefixes = {fold(prefix): fold(instead) for prefix, instead in affixes.get("prefixes", {}).items()}
    lexicon.joining = frozenset(fold(prefix) for prefix in affixes.get("joining", ()))
    lexicon.digit_prefixes = tuple(fold(prefix) for prefix in affixes.get("digit_prefixes", ()))
    lexicon.inflected = frozenset(affixes.get("inflected", ()))
    lexicon.suffixes = _by_form(affixes.get("suffixes", {}))
    lexicon.digit_suffixes = _by_form(pack.timex.get("digits", {}))
    lexicon.capitalised = frozenset(fold(word) for word in pack.calendar.get("capitalised", ()))
    lexicon.small = frozenset(fold(word) for word in pack.calendar.get("small", ()))
    towns = pack.calendar.get("towns", {})
    lexicon.towns = {fold(town): [fold(word) for word in words] for town, words in towns.items()}
    lexicon.day_first = pack.calendar.get("numeric_order", "day first") == "day first"
    lexicon.unit_first = pack.timex.get("number_order", "") == "unit first"
    lexicon.verb_last = pack.timex.get("word_order", "") == "verb last"
    lexicon.solar = "solar_months" in pack.calendar
    for cue, signs in pack.timex.get("tense", {}).items():
        lexicon.tense[cue] = {name: [fold(sign) for sign in listed] for name, listed in signs.items()}


def _by_form(table: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {fold(suffix): case for case, suffixes in table.items() for suffix in suffixes}


def _listed(pack: LanguagePack) -> Iterator[tuple[str, Sense, str]]:
    """Every word of the pack: its kind, what it says, its spelling."""
    for table, kinds in (("months", ("month", "sure-month")), ("weak_months", ("month",))):
        for number, forms in pack.calendar.get(table, {}).items():
            yield from _each(kinds, {"month": int(number)}, forms)
    for table, kinds in (("weekdays", ("weekday", "sure-weekday")), ("weak_weekdays", ("weekday",))):
        for number, forms in pack.calendar.get(table, {}).items():
            yield from _each(kinds, {"weekday": int(number)}, forms)
    for number, forms in pack.calendar.get("hijri_months", {}).items():
        yield from _each(("hijri-month",), {"hijri_month": int(number)}, forms)
    yield from _solar_months(pack)
    for form, number in pack.timex.get("numbers", {}).items():
        yield from _number(form, number)
    for form, number in pack.timex.get("ordinals", {}).items():
        yield from _ordinal(form, number)
    for cue, signs in pack.timex.get("tense", {}).items():
        yield from _each((cue,), {}, signs.get("words", ()))
    for word in pack.timex.get("words", ()):
        yield from _worded(word, pack.timex.get("compounds", {}))


def _worded(word: Mapping[str, Any], numbers: Mapping[str, float]) -> Iterator[tuple[str, Sense, str]]:
    yield from _each((word["class"],), cast("Sense", word.get("says", {})), word["forms"])
    if "compound" in word:
        yield from _compounds(word, numbers)


def _compounds(word: Mapping[str, Any], numbers: Mapping[str, float]) -> Iterator[tuple[str, Sense, str]]:
    """A unit written in one word with its number, "трёхдневный": each is of the kind that ``compound`` names."""
    for number, count in numbers.items():
        sense = cast("Sense", {**word["says"], "n": count})
        yield from _each((word["compound"],), sense, [number + form for form in word["forms"]])


def _solar_months(pack: LanguagePack) -> Iterator[tuple[str, Sense, str]]:
    for number, forms in pack.calendar.get("solar_months", {}).items():
        yield from _each(("solar-month",), {"solar_month": int(number)}, forms)


def _each(kinds: Sequence[str], sense: Sense, forms: Sequence[str]) -> Iterator[tuple[str, Sense, str]]:
    yield from ((kind, sense, form) for kind in kinds for form in forms)


def _number(form: str, number: int) -> Iterator[tuple[str, Sense, str]]:
    yield "num", {"n": number}, form
    yield "number-word", {"n": number}, form
    if number in range(20, 100):
        yield "spoken-yy", {"yy": number}, form
    if number in range(60):
        yield "minute", {"minute": number}, form
    if number <= 24:  # noqa: PLR2004 - hours of a day
        yield "hour", {"hour": number}, form


def _ordinal(form: str, number: int) -> Iterator[tuple[str, Sense, str]]:
    yield "ord", {"ord": number}, form
    yield "ordinal-word", {}, form
    if number <= 31:  # noqa: PLR2004 - days of a month
        yield "day", {"day": number}, form
    if number <= 24:  # noqa: PLR2004 - hours of a day
        yield "hour", {"hour": number}, form


def _add(lexicon: Lexicon, kind: str, sense: Sense, form: str) -> None:
    words = fold_phrase(form)
    if len(words) == 1:
        lexicon.words[words[0]][kind] = sense
        return
    lexicon.phrase_words.update(words)
    lexicon.heads.add(words[0])
    alike = lexicon.phrases[words[0], words[1]]
    known = next((phrase for phrase in alike if phrase.words == words), None)
    if known:
        cast("dict[str, Any]", known.kinds)[kind] = sense
        return
    alike.append(Phrase(words, {kind: sense}))
    alike.sort(key=lambda phrase: -len(phrase.words))


def _set_triggers(lexicon: Lexicon, pack: LanguagePack) -> None:
    """Find the words around which rules are tried at all; a phrase of such a kind gets one word that starts it."""
    for word in pack.timex.get("words", ()):
        if word.get("trigger", bool(word.get("says"))):
            lexicon.triggers.add(word["class"])
        if "compound" in word:
            lexicon.triggers.add(word["compound"])
    for phrases in lexicon.phrases.values():
        for phrase in phrases:
            if not lexicon.triggers.isdisjoint(phrase.kinds) and not any(lexicon.starts(word) for word in phrase.words):
                lexicon.trigger_words.add(_rarest(phrase.words))


def _rarest(words: Sequence[str]) -> str:
    """The word of a phrase that stands in a text least often, as its length tells: of "a.m." the "m"."""
    return max((word for word in reversed(words) if word.isalnum()), key=len, default=words[0])
