"""Stretches between two days, of which only one may have its month; and days that look like a decade."""

from datetime import date

import pytest

from tests.timeline.extract.test_timex import tagged

DECEMBER_2021 = date(2021, 12, 15)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Three soldiers died between December 8 and 10."),
        ("en", "Three soldiers died between 8 and 10 December."),
        ("ru", "Между 8 и 10 декабря погибли трое военных."),
        ("ar", "قتل ثلاثة جنود بين 8 و10 ديسمبر."),
        ("fa", "بین ۸ و ۱۰ دسامبر سه سرباز کشته شدند."),
        ("tr", "8 ile 10 Aralık arasında üç asker öldü."),
        ("az", "Dekabrın 8-i ilə 10-u arasında üç əsgər öldü."),
        ("hy", "Դեկտեմբերի 8-ի և 10-ի միջև երեք զինվոր զոհվեց։"),
        ("hy", "Դեկտեմբերի 8-ի և դեկտեմբերի 10-ի միջև երեք զինվոր զոհվեց։"),
        ("ka", "8 და 10 დეკემბერს შორის სამი ჯარისკაცი დაიღუპა."),
    ],
)
def test_between_two_days(language: str, text: str) -> None:
    first = tagged(language, text, DECEMBER_2021)[0].interval
    assert first is not None
    assert (str(first.start), str(first.end)) == ("2021-12-08", "2021-12-10")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Three soldiers died on December 8 and 10."),
        ("hy", "Դեկտեմբերի 8-ին և 10-ին երեք զինվոր զոհվեց։"),
        ("ka", "8 და 10 დეკემბერს სამი ჯარისკაცი დაიღუპა."),
    ],
)
def test_two_days_are_no_stretch(language: str, text: str) -> None:
    first = tagged(language, text, DECEMBER_2021)[0].interval
    assert first is not None
    assert first.start == first.end


def test_the_fortieth_day_is_no_decade() -> None:
    days = tagged("ru", "Акция идёт сороковые сутки.", DECEMBER_2021)
    decade = tagged("ru", "В сороковые сюда прислали войска.", DECEMBER_2021)
    assert "194" not in {one.expression.value for one in days}
    assert "194" in {one.expression.value for one in decade}
