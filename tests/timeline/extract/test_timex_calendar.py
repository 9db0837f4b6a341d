"""Pieces of stretches of the calendar lie within them."""

from datetime import date

import pytest

from timeline.extract.timex import calendar
from timeline.extract.timex.calendar import Period

STRETCHES = [
    calendar.month(2020, 2),
    calendar.year(2020),
    calendar.decade(199),
    calendar.century(0),
    calendar.century(19),
    calendar.week(date(2020, 7, 17)),
    calendar.quarter(2020, 3),
    Period("1971-03-21/1981-03-20", date(1971, 3, 21), date(1981, 3, 20), "decade"),
]


@pytest.mark.parametrize("which", ["START", "MID", "END"])
@pytest.mark.parametrize("half", [None, 1, 2])
@pytest.mark.parametrize("whole", STRETCHES, ids=lambda whole: whole.value)
def test_beginnings_middles_and_ends_lie_within(whole: Period, half: int | None, which: str) -> None:
    piece = calendar.part(calendar.portion(whole, half) if half else whole, which)
    known, outer = piece.known(), whole.known()
    assert known is not None
    assert outer is not None
    assert outer[0] <= known[0] <= known[1] <= outer[1]
    assert piece.value == whole.value
