"""What lies in what: asked of many places at once, the answer is that for each of them."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

import pytest

from geodata.containing import Beside, lies_in
from geodata.model import Place

FRANCE = Place(id="iso:FR", name="France", kind="country", country="FR", lon=2.2, lat=46.2, radius_km=500)
ISLE = Place(id="ne:FR-J", name="Île-de-France", kind="admin1", country="FR", lon=2.5, lat=48.7, radius_km=70)
PARIS = Place(id="gn:1", name="Paris", kind="city", country="FR", admin1="ne:FR-J", lon=2.35, lat=48.85, radius_km=10)
NICE = replace(PARIS, id="gn:2", name="Nice", admin1="ne:FR-U", lon=7.26, lat=43.7)
VERSAILLES = replace(ISLE, id="gn:3", name="Versailles", kind="district", admin1="ne:FR-J", radius_km=40)
BASIN = Place(id="wide:1", name="Paris Basin", kind="region", country=None, lon=2.5, lat=48.5, radius_km=250)
SEA = Place(id="wide:2", name="Atlantic", kind="water", country=None, lon=-30, lat=40, radius_km=3000)
PLACES = (FRANCE, ISLE, PARIS, NICE, VERSAILLES, BASIN, SEA)


@pytest.mark.parametrize(
    ("inner", "outer"),
    [(PARIS, FRANCE), (ISLE, FRANCE), (PARIS, ISLE), (PARIS, VERSAILLES), (PARIS, BASIN), (NICE, FRANCE)],
)
def test_a_place_lies_in_another_and_not_the_other_way_round(inner: Place, outer: Place) -> None:
    assert lies_in(inner, outer)
    assert not lies_in(outer, inner)


@pytest.mark.parametrize(("inner", "outer"), [(NICE, ISLE), (NICE, BASIN), (NICE, VERSAILLES), (PARIS, SEA)])
def test_what_is_elsewhere_lies_in_none(inner: Place, outer: Place) -> None:
    assert not lies_in(inner, outer)


@pytest.mark.parametrize("others", [(), *product(PLACES), *product(PLACES, repeat=2), PLACES])
def test_asked_of_all_at_once_the_answer_is_the_same(others: Sequence[Place]) -> None:
    beside = Beside(others)
    for place in PLACES:
        assert beside.contains(place) == any(lies_in(place, other) for other in others)
        assert beside.lies_in(place) == any(lies_in(other, place) for other in others)
