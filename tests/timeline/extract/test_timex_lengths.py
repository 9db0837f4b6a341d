"""Lengths of time and what recurs: fractions, ranges, sums, ages, sets, and what only looks like them."""

from datetime import date

import pytest

from timeline import languages
from timeline.extract.timex.tagging import tag
from timeline.extract.timex.units import amounts, duration
from timeline.model.timex import TaggedTime

PUBLISHED = date(2020, 7, 17)  # a Friday


def tagged(text: str) -> tuple[TaggedTime, ...]:
    pack = languages.load("en")
    assert pack is not None
    return tag(text, pack, published=PUBLISHED)


def found(text: str) -> list[tuple[str, str]]:
    """Each expression with its value."""
    spans = [(time.expression.span, time.expression.value) for time in tagged(text)]
    return [(text[span.start : span.end], value) for span, value in spans]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2 1/2 years", "P2Y6M"),
        ("2-1/4 hours", "PT2H15M"),
        ("two and a half minutes", "PT2M30S"),
        ("a day and a half", "P1.5D"),
        ("1.5 hours", "PT1H30M"),
        ("1,500 years", "P1500Y"),
        ("1.5 million years", "P1500000Y"),
        ("two to three weeks", "P2W"),
        ("a year or two", "P1Y"),
        ("three years, two months", "P3Y2M"),
        ("one hour and 20 minutes", "PT1H20M"),
    ],
)
def test_a_length_is_one_expression(words: str, value: str) -> None:
    assert found(f"They stayed there for {words}.") == [(words, value)]


def test_two_lengths_of_one_unit_are_two() -> None:
    assert found("They stayed for two days, three days.") == [("two days", "P2D"), ("three days", "P3D")]


def test_a_fraction_needs_a_unit_and_a_whole_number() -> None:
    assert found("They took 2 1/2 cups and 9/5 of it, then 3 9/2.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the three-week-old strike", [("three-week-old", "P3W")]),
        ("her six-month-old son", []),
        ("a 30-year-old man, 30 years of age", []),
        ("a decades-long dispute", [("decades-long", "PXDE")]),
    ],
)
def test_what_is_old_is_a_length_unless_it_is_an_age(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("twice a week", "P1W"),
        ("three times a year", "P1Y"),
        ("once every two years", "P2Y"),
        ("every few months", "PXM"),
        ("every other day", "P2D"),
        ("on weekends", "XXXX-WXX-WE"),
        ("on Sundays", "XXXX-WXX-7"),
    ],
)
def test_what_recurs_is_a_set_without_days(words: str, value: str) -> None:
    (time,) = tagged(f"They meet {words}.")
    assert (time.expression.type, time.expression.value, time.interval) == ("SET", value, None)


def test_years_ago_beyond_the_calendar_have_no_days() -> None:
    (time,) = tagged("They came 10,000 years ago.")
    assert (time.expression.value, time.interval) == ("PAST_REF", None)


@pytest.mark.parametrize(
    "text", ["As soon as they came, USA Today said so.", "It soon became clear.", "They left at the last minute."]
)
def test_idioms_and_names_are_no_times(text: str) -> None:
    assert found(text) == []


def test_a_half_that_makes_no_smaller_unit_stays_a_fraction() -> None:
    assert amounts({"n": 1, "extra": 0.5, "unit": "month"}) == [("month", 1.5)]
    assert duration({"n": 0.5, "unit": "year"}) == "P6M"


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("A month and a half ago they met.", "en", "2009-05"),
        ("Полтора месяца назад они встретились.", "ru", "2009-05"),
        ("اجتمعوا قبل شهر ونصف الشهر.", "ar", "2009-05"),
        ("A month ago they met.", "en", "2009-05"),
        ("Полтора года назад они встретились.", "ru", "2007"),
    ],
)
def test_half_a_month_is_no_whole_one(text: str, code: str, expected: str) -> None:
    pack = languages.load(code)
    assert pack is not None
    assert tag(text, pack, published=date(2009, 6, 22))[0].expression.value == expected
