"""Which known happening time, place and type fit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from geodata.model import PlaceMatch
from tests.timeline.factories import ANKARA, CEASEFIRE, JULY, KARABAKH, MOVSES, TOVUZ, days, match, region
from timeline.merge.chronology import Chronology, Kind
from timeline.model.timex import TimeInterval

FIRST_DAY = replace(JULY, id="first-day", end=date(2020, 7, 12))
BATTLE, TRUCE = ("ASSAULT", "battle"), ("AGREE", "ceasefire")


@pytest.mark.parametrize(
    ("kind", "when", "where", "expected"),
    [
        (BATTLE, days("2020-07-14"), match(TOVUZ), "july-2020"),
        (("ASSAULT", "artillery"), days("2020-07-14"), match(TOVUZ), "july-2020"),
        (BATTLE, days("2020-07-12"), match(TOVUZ), "first-day"),
        (BATTLE, days("2020-07-14"), match(MOVSES), "july-2020"),
        (BATTLE, days("2020-07"), match(TOVUZ), "first-day"),
        (TRUCE, days("1994"), match(KARABAKH), "ceasefire-1994"),
        (TRUCE, days("1990-01-01", "1999-12-31", precision="decade"), match(KARABAKH), "ceasefire-1994"),
        (BATTLE, days("2020-07-17"), match(TOVUZ), None),
        (BATTLE, days("2020-07-14"), match(ANKARA), None),
        (("CONSULT", "meeting"), days("2020-07-14"), match(TOVUZ), None),
        (BATTLE, None, match(TOVUZ), None),
        (BATTLE, days("2020-07-14"), None, None),
    ],
)
def test_the_shortest_happening_that_fits(
    kind: Kind, when: TimeInterval | None, where: PlaceMatch | None, expected: str | None
) -> None:
    found = Chronology(region([JULY, FIRST_DAY, CEASEFIRE])).of(kind, when, where)
    assert (found.id if found else None) == expected


def test_two_happenings_of_one_day_are_no_answer() -> None:
    twin = replace(FIRST_DAY, id="twin")
    assert Chronology(region([FIRST_DAY, twin])).of(BATTLE, days("2020-07-12"), match(TOVUZ)) is None
