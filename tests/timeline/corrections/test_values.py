"""What people write as new values."""

from __future__ import annotations

import pytest

from geodata.gazetteer import Gazetteer
from geodata.model import Span
from tests.timeline.factories import ANKARA, days, place, region
from timeline.corrections import values
from timeline.errors import CorrectionError
from timeline.model.timex import TimeInterval

HERE = Span(start=0, end=1)
BERD_WEST, BERD_EAST = (place("Berd", 40.88, lon, id=f"region:berd-{lon}", country="AM") for lon in (45.39, 49.0))
GAZETTEER = Gazetteer.open(region(places=(ANKARA, BERD_WEST, BERD_EAST)))


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("2020-07-12", days("2020-07-12")),
        ("2020-07", days("2020-07")),
        ("2020", days("2020")),
        ("199X", days("1990-01-01", "1999-12-31", precision="decade")),
        ("2020-07-12/2020-07-16", days("2020-07-12", "2020-07-16")),
        ("1988/1994", days("1988-01-01", "1994-12-31", precision="year")),
        ("1992/..", days("1992", open_end=True)),
        ("../1994-05-12", days("1994-05-12", open_start=True)),
        ("2020-07~", days("2020-07", approximate=True)),
        (None, None),
    ],
)
def test_times(told: str | None, expected: TimeInterval | None) -> None:
    assert values.when(told) == expected


@pytest.mark.parametrize(
    "told", ["2020-07-12", "2020-07", "1992/..", "../1994-05-12", "2020-07-12/2020-07-16", "2020~"]
)
def test_a_time_is_written_as_it_was_read(told: str) -> None:
    found = values.when(told)
    assert found is not None
    assert found.edtf() == told


@pytest.mark.parametrize(
    ("told", "name", "where_prec"),
    [
        ("Ankara", "Ankara", 1),
        ("region:ankara", "Ankara", 1),
        ("أنقرة", "Ankara", 1),
        ("40.99, 45.63", "40.99, 45.63", 1),
        ({"name": "The old bridge", "lat": 40.99, "lon": 45.63}, "The old bridge", 1),
        ({"name": "Tovuz", "lat": 40.99, "lon": 45.63, "where_prec": 3}, "Tovuz", 3),
    ],
)
def test_places(told: object, name: str, where_prec: int) -> None:
    found = values.place(told, gazetteer=GAZETTEER, span=HERE)
    assert found is not None
    assert (found.place.name, found.where_prec, found.score) == (name, where_prec, 1.0)


def test_of_several_places_of_a_name_that_in_the_region_is_meant_unless_an_id_says_which() -> None:
    ids = ("Berd", BERD_EAST.id)
    found = [values.place(told, gazetteer=GAZETTEER, span=HERE) for told in ids]
    assert [one.place for one in found if one] == [BERD_WEST, BERD_EAST]


def test_an_event_can_be_unplaced() -> None:
    assert values.place(None, gazetteer=GAZETTEER, span=HERE) is None


def test_a_place_that_nobody_knows_is_a_fault_with_a_remedy() -> None:
    with pytest.raises(CorrectionError, match=r"no place Atlantis xyz.*lat"):
        values.place("Atlantis xyz", gazetteer=GAZETTEER, span=HERE)
