"""Dates in words, for pages that are written when the site is built: as CLDR writes them in each language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from timeline.rows import Row

if TYPE_CHECKING:
    from babel import Locale

_ZERO = {"arab": 0x0660, "arabext": 0x06F0}
"""Code point of the digit zero, by CLDR's numbering system; others are written with European digits."""


def day(when: date, language: str) -> str:
    """A civil day: "12 July 2020"."""
    from babel.dates import format_date

    return digits(format_date(when, "long", locale=language), language)


def span(row: Row, words: Mapping[str, str], language: str) -> str:
    """The time of an event as far as it is known, open ends in words; what it says without a date."""
    if row["start"] is None:
        return words["undated"]
    told = _range(date.fromisoformat(row["start"]), date.fromisoformat(row["end"]), str(row["precision"]), language)
    form = "since" if row["open_end"] else "until" if row["open_start"] else "about" if row["approximate"] else ""
    return words[form].replace("{date}", told) if form else told


def digits(text: str, language: str) -> str:
    """European digits as the language writes them."""
    zero = _ZERO.get(_locale(language).default_numbering_system)
    return text.translate({ord("0") + n: zero + n for n in range(10)}) if zero else text


def language_name(code: str, language: str) -> str:
    """What a language is called in another, its code where CLDR doesn't know it."""
    return str(_locale(language).languages.get(code, code))


def _range(first: date, last: date, precision: str, language: str) -> str:
    """What is known of the days: of a whole year only the year."""
    from babel.dates import format_interval

    known = {"year": "y", "decade": "y", "month": "yMMMM"}.get(precision, "")
    if not known and (first == last or (first.year, first.month) != (last.year, last.month)):
        return " – ".join(dict.fromkeys((day(first, language), day(last, language))))
    told: str = format_interval(first, last, known or "yMMMMd", locale=language)
    return digits(told, language)


@cache
def _locale(language: str) -> Locale:
    from babel import Locale

    return Locale.parse(language)
