"""How far places lie apart, and what holds what."""

from __future__ import annotations

import pytest

from geodata.distance import kilometres
from geodata.model import PlaceMatch
from tests.timeline.factories import (
    AGDAM_VILLAGE,
    ANKARA,
    AZERBAIJAN,
    KARABAKH,
    MOSCOW,
    MOVSES,
    TAVUSH,
    TOVUZ,
    match,
    place,
)
from timeline.merge.distance import lies_in, same_place


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [(ANKARA, ANKARA, 0), (ANKARA, MOSCOW, 1794), (TOVUZ, MOVSES, 16)],
)
def test_distances_on_the_globe(one: object, other: object, expected: float) -> None:
    assert kilometres(one, other) == pytest.approx(expected, abs=2)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("inner", "outer", "expected"),
    [
        (match(AGDAM_VILLAGE), match(TOVUZ), True),
        (match(TOVUZ), match(AGDAM_VILLAGE), False),
        (match(MOVSES), match(TOVUZ), False),
        (match(MOVSES), match(TAVUSH), True),
        (match(TOVUZ), match(AZERBAIJAN), True),
        (match(TAVUSH), match(AZERBAIJAN), False),
        (match(TOVUZ), match(TOVUZ), False),
        (match(AGDAM_VILLAGE), match(AGDAM_VILLAGE, 2), True),
        (match(ANKARA), match(KARABAKH), False),
    ],
)
def test_what_lies_in_what(inner: PlaceMatch, outer: PlaceMatch, expected: bool) -> None:  # noqa: FBT001 - a table
    assert lies_in(inner, outer) is expected


def test_two_entries_for_one_town_are_one_place() -> None:
    twin = place("Movses", 40.905, 45.485, id="gn:1", country="AM")
    assert same_place(match(MOVSES), match(twin))
    assert not same_place(match(MOVSES), match(AGDAM_VILLAGE))
    assert not same_place(match(MOVSES), match(place("Movses District", 40.905, 45.485, kind="district", country="AM")))
