"""Dates of the Islamic and of the Solar Hijri calendar become days of the common one."""

from datetime import date

import pytest
from hijridate import Hijri

from timeline import languages
from timeline.extract.timex.context import Context
from timeline.extract.timex.eras import hijri, hijri_year, solar, solar_year
from timeline.extract.timex.sense import Sense
from timeline.extract.timex.tagging import tag

JULY = Context(published=date(2020, 7, 17))


@pytest.mark.parametrize(
    ("sense", "value"),
    [
        ({"hijri_month": 12, "day": 10, "year": 1441}, "2020-07-31"),
        ({"hijri_month": 9, "year": 1441}, "2020-04-24/2020-05-23"),
        ({"hijri_month": 9, "year": 2019}, "2019-05-06/2019-06-03"),  # Ramadan of a common year
        ({"hijri_month": 12, "day": 10, "unit": "year", "shift": -1}, "2019-08-11"),
        ({"hijri_month": 10, "day": 1}, "2020-05-24"),
        ({"hijri_month": 1, "day": 1, "year": 1}, "0622-07-19"),  # 16 July of the Julian calendar
    ],
)
def test_islamic_dates(sense: Sense, value: str) -> None:
    period = hijri(sense, JULY)
    assert period is not None
    assert period.value == value


@pytest.mark.parametrize("year", [1343, 1400, 1441, 1500])
@pytest.mark.parametrize("month", [1, 6, 12])
def test_arithmetic_calendar_keeps_beside_the_tables(year: int, month: int) -> None:
    """Years that the tables lack are reckoned: whole cycles of 30 years before a listed day lies its like, or nearly."""
    cycles = 20
    reckoned = hijri({"hijri_month": month, "day": 1, "year": year - 30 * cycles}, JULY)
    listed = Hijri(year, month, 1).to_gregorian()
    assert reckoned is not None
    assert reckoned.start is not None
    assert abs(listed.toordinal() - 10_631 * cycles - reckoned.start.toordinal()) <= 2


@pytest.mark.parametrize(
    ("sense", "value"),
    [
        ({"year": 1441, "era": "AH"}, "2019-08-31/2020-08-19"),
        ({"ord": 7, "era": "AH"}, "12"),
        ({"ord": 14, "era": "AH"}, "19"),
    ],
)
def test_islamic_years_and_centuries(sense: Sense, value: str) -> None:
    period = hijri_year(sense)
    assert period is not None
    assert period.value == value


@pytest.mark.parametrize("sense", [{"hijri_month": 1, "day": 31, "year": 1441}, {"hijri_month": 13, "year": 1441}])
def test_impossible_islamic_dates_are_none(sense: Sense) -> None:
    assert hijri(sense, JULY) is None


@pytest.mark.parametrize(
    ("sense", "value"),
    [
        ({"solar_month": 4, "day": 24, "year": 1399}, "2020-07-14"),
        ({"solar_month": 11, "day": 22, "yy": 57}, "1979-02-11"),
        ({"solar_month": 12, "unit": "year", "shift": -1}, "2020-02-20/2020-03-19"),
        ({"solar_month": 10, "day": 20, "year": 2020}, "2020-01-10"),  # beside a year of the common era
    ],
)
def test_solar_dates(sense: Sense, value: str) -> None:
    period = solar(sense, JULY)
    assert period is not None
    assert period.value == value


@pytest.mark.parametrize(
    ("sense", "value"),
    [
        ({"year": 1357, "solar": True}, "1978-03-21/1979-03-20"),
        ({"yy": 98, "solar": True}, "2019-03-21/2020-03-19"),
        ({"year": 1994, "solar": True}, "1994"),
        ({"year": 1367, "season": "WI", "solar": True}, "1988-WI"),
        ({"decade": 135, "solar": True}, "1971-03-21/1981-03-20"),
        ({"tens": 6, "solar": True}, "1981-03-21/1991-03-20"),
    ],
)
def test_solar_years_seasons_and_decades(sense: Sense, value: str) -> None:
    period = solar_year(sense, JULY)
    assert period is not None
    assert period.value == value


def test_without_publication_dates_stay_open() -> None:
    month, day = hijri({"hijri_month": 9}, Context()), solar({"solar_month": 4, "day": 2}, Context())
    assert month is not None
    assert day is not None
    assert (month.value, day.value) == ("XXXX-XX", "XXXX-XX-XX")
    assert month.known() is day.known() is None


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (
            "۲۲ شهریور ۱۴۰۱: بازداشت شد.\n۲۶ شهریور: به خیابان آمدند.\n۸ مهر: آتش گشودند.",
            None,
            ["2022-09-13", "2022-09-17", "2022-09-30"],
        ),
        ("۲۹ اسفند ۱۴۰۱: رفتند.\n۳ فروردین: آمدند.", None, ["2023-03-20", "2023-03-23"]),
        ("در ۲۲ شهریور ۱۴۰۱ بازداشت شد. ۲۵ شهریور درگذشت.", date(2024, 5, 1), ["2022-09-13", "2022-09-16"]),
        (
            "در مرداد ۱۳۹۸ آغاز شد و ۱۰ مهر همان سال پایان یافت.",
            date(2024, 5, 1),
            ["2019-07-23/2019-08-22", "2019-10-02"],
        ),
    ],
)
def test_solar_dates_without_year_are_of_the_story(text: str, published: date | None, expected: list[str]) -> None:
    pack = languages.load("fa")
    assert pack is not None
    assert [time.expression.value for time in tag(text, pack, published=published)] == expected
