"""Times counted from another happening of the sentence: "on Sunday, three days after opponents stormed …".

Neither "three days" nor the day beside it is the day of the happening that is counted from: that is so much earlier.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from timeline.extract.text.lexicon import Lexicon
from timeline.extract.text.phrases import PhraseMatch
from timeline.extract.text.tokens import Tokens
from timeline.extract.timex.units import moved, stretch
from timeline.extract.what.triggers import Trigger, ends_clause
from timeline.extract.when.whens import When
from timeline.model.timex import TaggedTime, TimeInterval, TimePrecision

_LENGTH = re.compile(r"(\d+(?:\.\d+)?|X)([A-Z]+)")
_UNITS = {
    "D": "day",
    "WE": "week",
    "W": "week",
    "M": "month",
    "Q": "quarter",
    "Y": "year",
    "DE": "decade",
    "CE": "century",
}
_ONE_DAY = "P1D"
_SEVERAL = (2, 9)
"""What "several" stands for."""
_WAYS = {"after": 1, "after_clause": 1, "before": -1, "before_clause": -1, "next": 1, "eve": -1}
_BY_ITSELF = ("next", "eve")
"""Kinds of words that are a length themselves: "the day after", "on the eve of"."""
_BOUNDS = ("within", "following")
"""Kinds of words that say within what length something came."""
_BEFORE_COMMA = ("after_clause", "before_clause")
"""Kinds of words between which and their clause a comma stands: "через день после того, как …"."""
_FULL_DAY = ("24H", "23H")
"""Hours that make a day."""
_SOON = 7
"""Days that "the following days" are."""
_GRAINS: tuple[tuple[int, TimePrecision], ...] = ((10, "day"), (62, "month"), (400, "year"))
"""Days up to which a stretch of days is told as finely."""
_OPENING = 2
"""Words up to the length that opens a sentence."""
_NEAR = 2
"""Words before a length among which stands what it is counted from ("… imzalanmasından tam iki gün sonra")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A length of time counted from a happening: the words of both, and which way from it what is dated lies.

    ``when`` is what the length says by itself, where it is counted from a time told before.
    """

    words: range
    inside: range
    length: str
    exact: bool
    way: int
    when: When | None = None

    def holds(self, number: int) -> bool:
        """Whether a word is of the happening that is counted from."""
        return number in self.inside


def find(tokens: Tokens, times: Sequence[TaggedTime], triggers: Sequence[Trigger], lexicon: Lexicon) -> list[Counted]:
    """Lengths that are counted from something told in the sentence, in order."""
    found: list[Counted] = []
    marks = list(lexicon.counted.all(tokens))
    if not marks:
        return found
    lengths = [(tokens.range_of(time.expression.span), time) for time in times]
    reached = 0
    for mark in sorted(marks, key=lambda match: (match.start, -match.end)):
        counted = _counted(mark, lengths) if mark.start >= reached else None
        if mark.payload == "length":  # "after three days of the siege"
            reached = max(reached, mark.end)
        elif counted and (inside := _inside(tokens, counted.words, mark, triggers, lexicon)):
            found.append(replace(counted, inside=inside))
            reached = max(counted.words.stop, mark.end)
    return [one for one in found if _is_told(one, lengths, triggers)]


def _is_told(counted: Counted, lengths: Sequence[tuple[range, TaggedTime]], triggers: Sequence[Trigger]) -> bool:
    """Whether the sentence says when either happening was, or tells of the one that is counted from.

    "Three days before the meeting" alone is counted from what was told before, and a time itself.
    """
    whole = counted.words
    apart = (
        words for words, time in lengths if time.interval and (words.start >= whole.stop or words.stop <= whole.start)
    )
    return any(apart) or any(counted.holds(trigger.start) for trigger in triggers)


def _counted(mark: PhraseMatch[str], lengths: Sequence[tuple[range, TaggedTime]]) -> Counted | None:
    """What a mark ("after") counts with the length beside it; None where no length is there."""
    way = _WAYS.get(mark.payload)
    if way is None:
        return None
    if mark.payload in _BY_ITSELF:
        over = [words for words, _ in lengths if words.start < mark.end and mark.start < words.stop]
        if any(words.stop > mark.end for words in over):  # "the day before yesterday"
            return None
        words = range(min([mark.start, *(one.start for one in over)]), mark.end)
        return Counted(words=words, inside=range(0), length=_ONE_DAY, exact=True, way=way)
    words, time = next(((w, t) for w, t in lengths if t.length and w and _is_beside(mark, w)), (range(0), None))
    if time is None or time.length is None:
        return None
    whole = range(min(words.start, mark.start), max(words.stop, mark.end))
    when = None
    if time.anaphoric and time.interval:
        when = When(time=time, interval=time.interval, start=words.start, end=words.stop)
    return Counted(words=whole, inside=range(0), length=time.length, exact=time.exact, way=way, when=when)


def _is_beside(mark: PhraseMatch[str], words: range) -> bool:
    """Whether a mark stands right behind a length, ends it, or has it in its gap."""
    if mark.gap:
        return mark.gap.stop == words.stop
    return mark.start <= words.stop <= mark.end and mark.end > words.start


def _inside(
    tokens: Tokens, words: range, mark: PhraseMatch[str], triggers: Sequence[Trigger], lexicon: Lexicon
) -> range | None:
    """The words of the happening that is counted from; None where there is none."""
    owned = mark.payload in _BY_ITSELF
    kind = "counted_of" if owned else "counted_from"
    if "counted_from" not in lexicon.endings:
        return _behind(tokens, words, triggers, skipped=mark.payload in _BEFORE_COMMA)
    near = range(max(0, words.start - _NEAR), words.start)
    ends = [n for n in near if tokens[n].word.endswith(lexicon.endings.get(kind, ("\0",)))]
    told = {match.start for match in lexicon.counted.all(tokens) if match.payload == "length"}
    ends = [n for n in ends if n not in tokens.times and n not in told and not ends_clause(tokens, n, words.start)]
    ends = [n for n in ends if not owned or any(trigger.end == n + 1 for trigger in triggers)]
    return _before(tokens, ends[-1] + 1, lexicon) if ends else None


def _behind(tokens: Tokens, words: range, triggers: Sequence[Trigger], *, skipped: bool) -> range | None:
    """The clause behind a length: up to its mark, or half-way to the main verb where that comes without one."""
    start, first = words.stop, words.stop + skipped
    end = next((n for n in range(first, len(tokens)) if ends_clause(tokens, n - 1, n)), len(tokens))
    held = [trigger for trigger in triggers if start <= trigger.start < end]
    alone = end == len(tokens) and words.start <= _OPENING
    if held and alone and (len(held) == 1 or held[0].is_statement):  # that is the main verb
        end = held[0].start
    elif len(held) > 1 and all(trigger in held for trigger in triggers):
        end = (held[0].end + held[1].start + 1) // 2
    return range(start, end) if end > start < len(tokens) else None


def _before(tokens: Tokens, end: int, lexicon: Lexicon) -> range | None:
    """The clause that ends at a word, but for a time that its subject parts from it ("Police on Friday, …")."""
    start = next((n for n in range(end - 1, 0, -1) if ends_clause(tokens, n - 1, n)), 0)
    owners = lexicon.endings.get("counted_of", ("\0",))
    for number in range(end - 1, start, -1):
        if number in tokens.times and number - 1 not in tokens.times and not tokens[number - 1].word.endswith(owners):
            after = next((n for n in range(number, end) if n not in tokens.times), end)
            if after == end - 1 and tokens[after - 1].word.endswith(owners):  # "from the fighting of September"
                continue
            return range(after, end) if after < end else None
    return range(start, end)


def shifted(interval: TimeInterval, length: str, way: int, *, exact: bool) -> TimeInterval | None:
    """A time moved by a length; None beyond the calendar. Weeks, months and years are no finer than they are told."""
    days = _LENGTH.findall(length.split("T", maxsplit=1)[0][1:])
    told = [(number, _UNITS[unit]) for number, unit in days if unit in _UNITS]
    if not told:  # hours later is the same day
        return replace(interval, basis="relative", approximate=True)
    number, unit = told[0]
    try:
        if number == "X":
            ends = sorted(moved(interval.start, unit, way * count) for count in _SEVERAL)
            return _spanning(interval, ends[0], ends[1])
        start, end = interval.start, interval.end
        for count, of in told:
            start, end = (moved(day, of, way * float(count)) for day in (start, end))
    except (OverflowError, ValueError):
        return None
    if exact or unit == "day" or interval.precision not in ("day", unit):
        return replace(interval, start=start, end=end, basis="relative")
    whole = stretch(start, unit)
    if whole.start is None or whole.end is None:
        return None
    return replace(
        interval, start=whole.start, end=whole.end, precision=whole.precision, basis="relative", approximate=True
    )


def _spanning(interval: TimeInterval, start: date, end: date) -> TimeInterval:
    longest = timedelta(days=31)
    precision = interval.precision if end - start <= longest else "year"
    return replace(interval, start=start, end=end, precision=precision, basis="relative", approximate=True)


def beside(counted: Counted, whens: Sequence[When]) -> When | None:
    """The time nearest to a length."""
    far = ((max(when.start - counted.words.stop, counted.words.start - when.end), when) for when in whens)
    return min(far, key=lambda item: item[0], default=(0, None))[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounded:
    """A length within which something came after what was told before; ``later`` where not on the same day."""

    length: str
    later: bool = False


def bounded(tokens: Tokens, times: Sequence[TaggedTime], lexicon: Lexicon) -> Bounded | None:
    """The length that bounds what a sentence tells ("within a month", "in the next days"); None where none does."""
    lengths = [(tokens.range_of(time.expression.span), time.length) for time in times if time.length]
    for mark in lexicon.counted.all(tokens):
        if mark.payload not in _BOUNDS:
            continue
        later = mark.payload == "following"
        beside = (length for words, length in lengths if words and words.start <= mark.end and mark.start <= words.stop)
        length = next(beside, "PXD" if later else None)
        if length:
            return Bounded(length=length, later=later)
    return None


def stretched(told: TimeInterval, by: Bounded) -> TimeInterval:
    """From a time on, up to a length from it: no finer than that says."""
    dates, _, clock = by.length[1:].partition("T")
    if not dates:
        return replace(told, end=told.end + timedelta(days=clock in _FULL_DAY))
    (number, letter), *_ = _LENGTH.findall(dates)
    unit = _UNITS[letter]
    count = (_SOON if unit == "day" else _SEVERAL[1]) if number == "X" else float(number)
    start = told.end + timedelta(days=1) if by.later else told.start
    try:
        end = moved(told.end, unit, count)
    except (OverflowError, ValueError):
        return told
    days = (end - start).days + 1
    grain: TimePrecision = next((name for most, name in _GRAINS if days <= most), "decade")
    precision = told.precision if told.precision not in ("day", "month") else grain
    return replace(told, start=start, end=end, precision=precision, approximate=True)
