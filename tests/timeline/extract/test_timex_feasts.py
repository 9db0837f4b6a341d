"""Movable feasts."""

from datetime import date

import pytest

from timeline import languages
from timeline.extract.timex.feasts import passover
from timeline.extract.timex.tagging import tag


@pytest.mark.parametrize(
    "day", ["1998-04-11", "2004-04-06", "2010-03-30", "2011-04-19", "2020-04-09", "2022-04-16", "2024-04-23"]
)
def test_passover_begins_on_the_day_of_the_jewish_calendar(day: str) -> None:
    assert passover(int(day[:4])).isoformat() == day


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on Easter Monday.", "2020-04-13"),
        ("They will meet on Easter Monday.", "2021-04-05"),
        ("They met on Orthodox Easter last year.", "2019-04-28"),
        ("They met on Ash Wednesday 2012.", "2012-02-22"),
        ("They met on Rosh Hashanah.", "2019-09-30"),
        ("They met on Memorial Day.", "2020-05-25"),
        ("They met on Black Friday.", "2019-11-29"),
        ("They met on Election Day 2016.", "2016-11-08"),
        ("They met on 9/11.", "2001-09-11"),
    ],
)
def test_feasts_are_found_by_year_and_direction(text: str, value: str) -> None:
    pack = languages.load("en")
    assert pack is not None
    (time,) = tag(text, pack, published=date(2020, 7, 17))
    assert time.expression.value == value


def test_feasts_of_a_story_are_of_its_year() -> None:
    pack = languages.load("en")
    assert pack is not None
    text = "In March 1975 the front broke. The town fell on Easter Sunday. Passover"
    assert [time.expression.value for time in tag(text, pack, published=None)] == [
        "1975-03",
        "1975-03-30",
        "1975-03-27",
    ]
    (alone,) = tag("on Easter Sunday", pack, published=None)
    assert (alone.expression.value, alone.interval) == ("XXXX-XX-XX", None)
