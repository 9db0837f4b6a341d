"""Numbers of a text: what digits can be (a day, a year, an hour), and number words put together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import cast

from timeline.extract.text.normalise import APOSTROPHES, HYPHENS, fold
from timeline.extract.timex.sense import Item, Kinds, Sense

_DIGITS = re.compile(rf"(\d+)[{APOSTROPHES}{HYPHENS}]?(.*)", re.DOTALL)
_FIELDS = re.compile(r"\d+")
_DOTTED = re.compile(r"\d{1,2}\.\d\d")
"""A number that may be a clock time: "18.45"."""
_YEARS = range(1900, 2100)
_OLD_YEARS = range(1000, 1900)
_ROUND = 50
"""A number of this many that could be an old year is as likely a count."""
_SOLAR_YEARS = range(1200, 1600)
_SPOKEN = (18, 19, 20)
"""What years read in pairs begin with: "nineteen ninety-six"."""
_HOURS = range(25)
_DAYS = range(1, 32)
_MONTHS = range(1, 13)
_LARGEST_PART = 9
"""Below which the number under the line of a fraction is: halves to eighths."""
_MINUTES = range(60)
_PARTS = {
    "hour": ("hour", _HOURS),
    "day": ("day", _DAYS),
    "minute": ("minute", _MINUTES),
    "month-number": ("month", _MONTHS),
    "tiny-year": ("year", range(1, 100)),
}
"""Kind of what one or two digits can be, with the field of a sense and the numbers that it may have."""


def digits(token: str, kind: str, suffixes: Mapping[str, str], *, day_first: bool) -> Kinds | None:
    """What a token that begins with a digit can be; None where letters behind the digits are no suffix of the language.

    Parameters
    ----------
    kind : the token's group in :data:`timeline.extract.text.normalise.TOKEN`.
    suffixes : suffix written to digits → the case or the kind of number that it makes.
    day_first : whether 7/12/2020 is of December.
    """
    if kind == "date":
        return _numeric_date([int(part) for part in _FIELDS.findall(token)], token, day_first=day_first)
    if kind == "clock":
        return _clock([int(part) for part in _FIELDS.findall(token)], kind)
    if kind == "quantity":
        clock = _clock([int(part) for part in token.split(".")], kind) if _DOTTED.fullmatch(token) else {"quantity": {}}
        return {**clock, "decimal": {"n": _decimal(token)}}
    match = _DIGITS.match(token)
    if match is None:
        return None
    value, suffix = match.group(1), fold(match.group(2))
    if suffix and suffix not in suffixes:
        return None
    return _number(value, suffixes.get(suffix, ""))


def _numeric_date(parts: Sequence[int], token: str, *, day_first: bool) -> Kinds:
    clock: Sense = {"hour": parts[3], "minute": parts[4]} if len(parts) > 4 else {}  # noqa: PLR2004 - "…T10:30"
    if len(_FIELDS.findall(token)[0]) == 4:  # noqa: PLR2004 - year first
        year, month, day = parts[:3]
    elif parts[1] > 12 or not (day_first or "/" not in token or parts[0] > 12):  # noqa: PLR2004 - months
        month, day, year = parts[:3]
    else:
        day, month, year = parts[:3]
    if month not in _MONTHS or day not in _DAYS:
        return {"quantity": {}}
    stated: Sense = {"month": month, "day": day, **clock}
    if year < 100:  # noqa: PLR2004 - two digits
        return {"numeric-date": {**stated, "yy": year}}
    plausible = year in _YEARS or year in _OLD_YEARS
    return {"numeric-date": {**stated, "year": year}} if plausible else {"quantity": {}}


def in_solar(kinds: Kinds) -> Kinds:
    """What digits say where years are of the Solar Hijri calendar if they can be: 1400/11/22, the 1360s."""
    tens = kinds.get("tens", {})
    if tens.get("decade", _SOLAR_YEARS.stop) * 10 in _SOLAR_YEARS:
        return {**kinds, "tens": {**tens, "solar": True}}
    sense = kinds.get("numeric-date", {})
    if sense.get("year", 0) not in _SOLAR_YEARS:
        return kinds
    moved = cast("Sense", {("solar_month" if name == "month" else name): value for name, value in sense.items()})
    return {"numeric-date": moved}


def _clock(parts: Sequence[int], kind: str) -> Kinds:
    hour, minute = parts[0], parts[1]
    if hour not in _HOURS or minute not in _MINUTES:
        return {"quantity": {}}
    name = "clock" if kind == "clock" else "dotted-clock"
    return {name: {"hour": hour, "minute": minute}, "quantity": {}}


def _decimal(token: str) -> float:
    """What "2.5" or "1,500" counts: three digits behind a mark are thousands."""
    *whole, last = _FIELDS.findall(token)
    thousands = len(last) == 3  # noqa: PLR2004 - a group of digits
    return float("".join((*whole, last)) if thousands else f"{''.join(whole)}.{last}")


def _number(value: str, case: str) -> Kinds:
    number, short = int(value), len(value) <= 2  # noqa: PLR2004 - a day, an hour, a year without its century
    kinds: dict[str, Sense] = {}
    if case == "decade" and not (short and number % 10):  # "3-х" is a number: its suffix is that of decades too
        if number % 10 == 0:
            return {"decade-number": _decade(number, short=short)}
        case = ""  # "2011's" is a year's
    if case == "ordinal":
        kinds["ord"] = {"ord": number}
    elif len(value) <= 3:  # noqa: PLR2004 - four digits count no days or years
        kinds["num"] = {"n": number}
        kinds["rank"] = {"ord": number}  # "20. yüzyıl": where the language writes ordinals with a full stop
    if short:
        kinds.update(_short(number))
    kinds.update(_year(number, len(value)))
    if len(value) == 4 and number // 100 in range(24) and number % 100 in range(60):  # noqa: PLR2004 - "1430"
        kinds["hhmm"] = {"hour": number // 100, "minute": number % 100}
    if number % 10 == 0:
        kinds["tens"] = _decade(number, short=short)
    return {**kinds, **{f"{kind}.{case}": sense for kind, sense in kinds.items()}} if case else kinds


def _short(number: int) -> Kinds:
    """What a number of one or two digits can be besides a year without its century."""
    return {kind: cast("Sense", {name: number}) for kind, (name, known) in _PARTS.items() if number in known}


def _year(number: int, length: int) -> Kinds:
    """What year a number can be.

    "short-year" is one of three digits, "late-yy" of two that are no day, "uneven-year" an old one that is no round
    count.
    """
    if length <= 2:  # noqa: PLR2004 - two digits
        return {kind: {"yy": number} for kind in (("yy",) if number in _DAYS else ("yy", "late-yy"))}
    if length == 3:  # noqa: PLR2004 - of the first millennium
        return {"short-year": {"year": number}}
    if length == 4 and number in _YEARS:  # noqa: PLR2004 - of today
        return {"year": {"year": number}}
    if length != 4 or number not in _OLD_YEARS:  # noqa: PLR2004 - before those
        return {}
    kinds: Kinds = {"old-year": {"year": number}}
    return {**kinds, "uneven-year": {"year": number}} if number % _ROUND else kinds


def _decade(number: int, *, short: bool) -> Sense:
    return {"tens": number // 10} if short else {"decade": number // 10}


def compose(items: Sequence[Item], *, unit_first: bool) -> list[Item]:
    """Number words put together: "twenty five", "خمسة وعشرين", "two hundred".

    Parameters
    ----------
    unit_first : whether the language says "five and twenty".
    """
    out: list[Item] = []
    for item in items:
        if "num" in item.kinds and _fraction(out, item):
            continue
        if _hyphenated(out, item):
            out.pop()
        kinds = _sum(out[-1].kinds, item, unit_first=unit_first) if out else None
        if kinds is None:
            out.append(item)
        else:
            left = out.pop()
            out.append(Item(left.start, item.end, left.first, item.last, kinds, joined=left.joined))
    return out


def _fraction(out: list[Item], item: Item) -> bool:
    """Whether the item ends a mixed number, "2 1/2" or "2-1/2", which is then put in place of its parts."""
    if len(out) < 3 or "slash" not in out[-1].kinds or out[-2].end != out[-1].start:  # noqa: PLR2004 - "2", "1", "/"
        return False
    first = -4 if "dash" in out[-3].kinds and len(out) > 3 else -3  # noqa: PLR2004 - "2-1/2"
    whole, over, under = (digit.kinds.get("num", {}).get("n", 0) for digit in (out[first], out[-2], item))
    if not whole or not 0 < over < under < _LARGEST_PART:
        return False
    left = out[first]
    out[first:] = [Item(left.start, item.end, left.first, item.last, {"num": {"n": whole + over / under}})]
    return True


def _hyphenated(out: Sequence[Item], item: Item) -> bool:
    """Whether the item is the "five" of "twenty-five"."""
    if len(out) < 2 or "dash" not in out[-1].kinds or out[-2].end != out[-1].start or out[-1].end != item.start:  # noqa: PLR2004 - "twenty" and "-"
        return False
    return _word_value(out[-2].kinds) % 100 in range(20, 100, 10) and _word_value(item.kinds) in range(1, 10)


def _word_value(kinds: Kinds) -> float:
    """What a number word says, 0 for what is none."""
    if "spoken-year" in kinds:
        return kinds["spoken-year"]["year"]
    if "number-word" in kinds:
        return kinds["number-word"]["n"]
    return kinds["ord"]["ord"] if "ordinal-word" in kinds else 0


def _sum(left: Kinds, item: Item, *, unit_first: bool) -> Kinds | None:
    """The reading of two number words as one number, None where they are two."""
    right = item.kinds
    field = "ord" if "ord" in left or "ord" in right else "n"
    first, second = _word_value(left), _word_value(right)
    if not first or not second or ("ordinal-word" in left and not item.joined):
        return None
    year = _spoken_year(int(first), int(second), more="spoken-year" in left) if field == "n" else None
    if year or "spoken-year" in left:
        return {"spoken-year": {"year": year}, "year": {"year": year}} if year else None
    total = _together(int(first), int(second), and_unit_first=unit_first and item.joined)
    return _word_kinds(total, field) if total else None


def _spoken_year(first: int, second: int, *, more: bool) -> int | None:
    """A year read in pairs, "nineteen ninety"; ``more`` tells that the first is one already, which a digit may end."""
    if more:
        return first + second if first % 100 in range(20, 100, 10) and second in range(1, 10) else None
    return first * 100 + second if first in _SPOKEN and second in range(10, 100) else None


def _together(first: int, second: int, *, and_unit_first: bool) -> int | None:
    if second in range(1, 10) and (first == 10 or first % 100 in range(20, 100, 10)):  # noqa: PLR2004 - tens and units
        return first + second
    if and_unit_first and first % 100 in range(1, 10) and second in range(20, 100, 10):
        return first + second
    if second in (100, 1000) and first < second:
        return first * second
    if first >= 100 and first % 100 == 0 and second < 100:  # noqa: PLR2004 - hundreds and the rest
        return first + second
    if first >= 1000 and first % 1000 == 0 and second < 1000:  # noqa: PLR2004 - thousands and the rest
        return first + second
    return None


def _word_kinds(total: int, field: str) -> Kinds:
    if field == "ord":
        kinds: dict[str, Sense] = {"ord": {"ord": total}, "ordinal-word": {}}
        if total in _DAYS:
            kinds["day"] = {"day": total}
        return {**kinds, **_spelt_year(total)}
    return {"num": {"n": total}, "number-word": {"n": total}, **_spelt_year(total)}


def _spelt_year(total: int) -> Kinds:
    """What year a number in words can be."""
    if total in _YEARS:
        return {"year": {"year": total}}
    if total in _OLD_YEARS:
        return {"old-year": {"year": total}}
    return {"spoken-yy": {"yy": total}} if total in range(20, 100) else {}
