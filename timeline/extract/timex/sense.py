"""What words say of time before anything is resolved, and the items that carry it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypedDict, cast


class Sense(TypedDict, total=False):
    """What a word, or several words together, say of time; each word gives its part, a rule unites them.

    ``weekday`` is the ISO number (1 Monday). ``hijri_month`` and ``solar_month`` are months of the Islamic calendar and
    of the Solar Hijri one (Iran, Afghanistan), to which ``solar`` gives years before 1600. ``yy`` and ``tens`` are a
    year and a decade without their century; ``decade`` and ``century`` are as TIMEX3 writes them (199, 19); ``era`` is
    "BC" for what lies before ours, whose year is ``n`` or ``year``, "AH" for years and centuries of the Islamic
    calendar. ``shift`` counts units from the anchor (last -1, this 0, next 1), ``way`` says whether ``n`` ``unit`` lie
    back (-1) or ahead (1). ``anchor`` is "narrative" for what hangs on the time told before, "beside" if that is at
    most a sentence off. ``part`` is a part of day as TIMEX3 writes it (MO, NI), ``mod`` START, MID or END. ``across``
    tells of a night whether it runs on into the "next" day or in from the "previous" one ("into" keeps the day's own
    date); ``within`` that only what lies "before" or "after" the anchor is meant ("earlier this month");
    ``unless_past`` makes an offset a mere duration in a clause about the past ("the worst in three years"). ``aside``
    is a time that is only compared with ("a year earlier"): nothing after it is counted from it. ``reported`` is the
    quarter that the text reports on, ``whole`` the unit that holds the day ("the week of June 3"). ``at_hand`` is a day
    ("the second day of the battle") that is today only where no other was told. ``feast`` is what a
    movable feast is counted from, ``offset`` how many days it lies after it, or after the n-th weekday of a month.
    ``extra`` adds to ``n`` ("and a half"), ``plus`` is a second length that adds to the first ("two years and three
    months"), ``exact`` keeps the day of what is counted from ("exactly a month later"). ``onward`` tells of a "since"
    that it may lie ahead ("from Monday on"). ``to`` is the other end of a range and ``start`` the end that this one
    follows.
    """

    year: int
    yy: int
    month: int
    day: int
    weekday: int
    hijri_month: int
    solar_month: int
    solar: bool
    tens: int
    decade: int
    century: int
    era: str
    ord: int
    season: str
    quarter: int
    half: int
    unit: str
    n: float
    extra: float
    exact: bool
    vague: bool
    shift: int
    way: int
    anchor: str
    part: str
    hour: int
    minute: int
    mod: str
    approx: bool
    ref: str
    every: bool
    signal: str
    onward: bool
    across: str
    unless_past: bool
    within: str
    aside: bool
    at_hand: bool
    feast: str
    offset: int
    reported: bool
    whole: str
    plus: Sense
    to: Sense
    start: Sense


FIELDS: frozenset[str] = frozenset(Sense.__annotations__)
"""Names that ``says`` in a language's ``timex.toml`` may use."""

_MONTHS = frozenset({"month", "hijri_month", "solar_month"})
"""What names a month, by calendar."""

Kinds = Mapping[str, Sense]
"""What a token can be ("day", "num", "hour") and what it says as that."""


@dataclass(slots=True)  # not frozen: many are made, and a frozen one takes thrice the time
class Item:
    """A piece of text that can take part in a rule: a word, a number, a mark, or what earlier rules made of several.

    ``kinds`` are its readings; ``first`` and ``last`` the ordinal numbers of its tokens; ``rules`` the names of the
    rules that made it, the latest last (empty for a word); ``joined`` whether a clitic that means "and" was cut off.
    """

    start: int
    end: int
    first: int
    last: int
    kinds: Kinds
    rules: tuple[str, ...] = ()
    emits: bool = False
    joined: bool = False

    def sense(self) -> Sense:
        """What an item that rules made says."""
        return self.kinds["any"]


EDGE: Kinds = {"edge": {}}
"""What stands beside a run at the edge of the text or of a paragraph."""
WORD: Kinds = {"word": {}}
"""What stands beside a run elsewhere: a word that says nothing of time."""


@dataclass(slots=True)  # not frozen: many are made
class Run:
    """An unbroken stretch of items, and what stands beside it: :data:`EDGE` or :data:`WORD`."""

    items: Sequence[Item]
    left: Kinds
    right: Kinds


def unite(senses: Iterable[Sense]) -> Sense | None:
    """All that the senses say together, None where they contradict each other."""
    together: dict[str, Any] = {}
    for sense in senses:
        for name, value in sense.items():
            if together.setdefault(name, value) != value:
                return None
    return cast("Sense", together)


def share(left: Sense, right: Sense) -> tuple[Sense, Sense]:
    """The two members of "5 and 6 June 1992" or "1992–94", each with the month and year that only the other names."""
    if "yy" in right and "year" in left and "month" not in right:
        right = {"year": _year_after(left["year"], right["yy"])}
    return _borrow(left, right), _borrow(right, left)


def _year_after(first: int, short: int) -> int:
    """The second year of "1992–94", "1941–2" or "1999–01": the next that ends so."""
    century = first // 100 * 100
    decade = first // 10 * 10 if short < 10 else century  # noqa: PLR2004 - one digit
    return next((year for year in (century + short, decade + short) if year > first), century + 100 + short)


def turned(left: Sense, right: Sense) -> Sense:
    """The first end of a range as the year turns within it: "from December 20 to January 6, 1934".

    Examples
    --------
    >>> turned({"month": 12, "year": 1934}, {"month": 1, "year": 1934})
    {'month': 12, 'year': 1933}
    """
    dated = {"month", "year"} <= left.keys() and {"month", "year"} <= right.keys()
    late = dated and left["year"] == right["year"] and left["month"] > right["month"]
    return {**left, "year": left["year"] - 1} if late else left


def _borrow(sense: Sense, lender: Sense) -> Sense:
    names = []
    if "day" in sense and _MONTHS.isdisjoint(sense):
        names += [*_MONTHS, "shift", "unit"]
    if "day" in sense or "season" in sense or not _MONTHS.isdisjoint(sense):
        names += ["year", "yy"]
    if "year" in sense:
        names += ["solar"]
    if "hour" in sense and sense["hour"] <= lender.get("hour", 0):
        names += ["part"]
    if "era" in lender and "unit" not in sense and not {"n", "year", "ord"}.isdisjoint(sense):
        names.append("era")
    lent = {name: value for name, value in lender.items() if name in names and name not in sense}
    return cast("Sense", {**sense, **lent})
