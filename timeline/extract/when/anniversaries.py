"""The year of what an anniversary is of: "the 30th anniversary of the earthquake in X", told so many years after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from timeline import languages
from timeline.extract.settle import Settled
from timeline.extract.text.phrases import PhraseMatch, fold_phrase
from timeline.extract.timex.calendar import in_year
from timeline.extract.view import Sentence
from timeline.extract.what.triggers import Trigger
from timeline.extract.when.moments import Dated
from timeline.model.timex import TimeInterval

_WORD = "anniversary"
"""Kind of the linking words for one, and of the cue that something is its cause."""
_BESIDE = 3
"""Words between an anniversary and its cause, or its number."""
_NEAR = 4
"""Words between a cause and the place that is its own, and not that of those who remember it."""
_ORDINAL = re.compile(r"(\d{1,3})(?:[-‐‑'’]?[^\W\d_]+|\.)")
"""A number with what makes it one of order, or a compound of it: "30th", «22-րդ», "32-ci", «30-летие»."""
_DIGITS, _HYPHENS = re.compile(r"(\d{1,3})"), ("-", "‐", "‑")
"""The number behind a hyphen, as in „მე-10“."""
_TENS = range(20, 100, 10)
_THESE_DAYS = timedelta(days=3)
"""Days around the report within which an anniversary is kept on its day."""
_REASON = "counted back from its anniversary"


def remembers(trigger: Trigger) -> bool:
    """Whether a trigger keeps the day of an anniversary, and is not its cause."""
    return trigger.rule.mode == "commemoration" or trigger.rule.type == "PROTEST"


def is_counted_back(dated: Dated) -> bool:
    """Whether a time is that of the cause of an anniversary, years before it is kept."""
    return dated.reason == _REASON


def counted_back(sentence: Sentence, trigger: Trigger, settled: Settled) -> tuple[Settled, frozenset[str]]:
    """What was settled, with the cue "anniversary" where a trigger is the cause of one ("the 30th anniversary of …").

    It was in the year from which the anniversary counts, if it has a place of its own; what the sentence dates stays.
    """
    published, when = sentence.told.article.published, settled.dated.when
    dated = when is not None and published is not None and when.start.year < published.year
    years = None if dated or remembers(trigger) or published is None else _number_of(sentence, trigger)
    if years is None or published is None:
        return settled, frozenset()
    if not _is_placed(sentence, trigger, settled):
        return settled, frozenset({_WORD})
    when = _kept_on(sentence, published, years) or TimeInterval(
        start=date(published.year - years, 1, 1),
        end=date(published.year - years, 12, 31),
        precision="year",
        basis="relative",
    )
    dated_back = replace(settled.dated, when=when, reason=_REASON, own=True)
    return replace(settled, dated=dated_back), frozenset({_WORD})


def _kept_on(sentence: Sentence, published: date, years: int) -> TimeInterval | None:
    """The day of a cause whose anniversary a sentence keeps on a day of these, the only time that it names."""
    days = {when.interval.start for when in sentence.times if when.interval.precision == "day"}
    if len(days) != 1 or len({when.interval for when in sentence.times}) != 1:
        return None
    (day,) = days
    if abs(day - published) > _THESE_DAYS or sentence.times[0].interval.end != day:
        return None
    back = in_year(day, day.year - years)
    return TimeInterval(start=back, end=back, precision="day", basis="relative") if back else None


def _number_of(sentence: Sentence, trigger: Trigger) -> int | None:
    """Which anniversary a trigger is the cause of; None where it is none.

    The cause stands behind the word for an anniversary, or right before its number («գրավման 22-րդ տարելիցը»).
    """
    for word in (match for match in sentence.lexicon.linking.all(sentence.tokens) if match.payload == _WORD):
        numbers = dict(_numbers_beside(sentence, word))
        behind = 0 <= trigger.start - word.end <= _BESIDE
        if numbers and (behind or trigger.end in numbers):
            return next(iter(numbers.values()))
    return None


def _numbers_beside(sentence: Sentence, word: PhraseMatch[str]) -> Iterator[tuple[int, int]]:
    """Where numbers of order begin before or in a word for an anniversary, or right behind it, and which they are."""
    tokens, text = sentence.tokens, sentence.told.article.text
    near = [*range(word.end - 1, max(-1, word.start - _BESIDE), -1), *range(word.end, min(len(tokens), word.end + 1))]
    for number, token in ((number, tokens[number]) for number in near):
        joined = number > 0 and text[tokens[number - 1].end : token.start] in _HYPHENS
        digits = _ORDINAL.match(text, token.start) or (_DIGITS.match(text, token.start) if joined else None)
        if digits:
            yield number - joined, int(digits[1])
        elif _spelt(sentence, number, "ordinals"):
            yield _in_words(sentence, number)


def _in_words(sentence: Sentence, number: int) -> tuple[int, int]:
    """Where a number of order in words begins, and what its words come to («тридцать вторая», «الثانية والثلاثين»)."""
    first, total = number, _spelt(sentence, number, "ordinals")
    for beside in (number - 1, number + 1):
        more = _spelt(sentence, beside, "numbers") or _spelt(sentence, beside, "ordinals")
        if more in _TENS and total < min(_TENS):
            first, total = min(first, beside), total + more
    return first, total


def _spelt(sentence: Sentence, number: int, table: str) -> int:
    """What a word says as a number, 0 where it says none."""
    if not 0 <= number < len(sentence.tokens):
        return 0
    known = _numbers(sentence.told.pack.code, table)
    return next((known[form] for form in sentence.tokens[number].forms if form in known), 0)


@cache
def _numbers(code: str, table: str) -> dict[str, int]:
    """Numbers of a language, or its numbers of order, by their folded words."""
    pack = languages.load(code)
    return {fold_phrase(form): number for form, number in (pack.timex if pack else {}).get(table, {}).items()}


def _is_placed(sentence: Sentence, trigger: Trigger, settled: Settled) -> bool:
    """Whether a cause has a place of its own beside it."""
    place = settled.placed[0]
    if not place.own or place.where is None:
        return False
    at = sentence.tokens.range_of(place.where.span)
    return bool(at) and max(at.start - trigger.end, trigger.start - at.stop) <= _NEAR
