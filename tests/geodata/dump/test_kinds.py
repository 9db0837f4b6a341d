"""The table of feature kinds: every class, known kinds, sizes that can be."""

from typing import get_args

import pytest

from geodata.model import PlaceKind
from geodata.sources.cldr import LANGUAGES
from geodata.sources.dump.kinds import kinds


def test_every_class_of_geonames_has_a_kind() -> None:
    assert set(kinds().classes) == set("AHLPRSTUV")


def test_kinds_are_ours_and_radii_can_be() -> None:
    for code, extent in {**kinds().classes, **kinds().codes}.items():
        assert extent.kind in get_args(PlaceKind), code
        assert 1 <= extent.radius_km <= 3000, code


def test_the_languages_of_the_shipped_tables_are_taken() -> None:
    assert set(LANGUAGES) <= kinds().languages


@pytest.mark.parametrize(
    ("feature_class", "code", "people", "kind"),
    [
        ("P", "PPL", 2_999, "village"),
        ("P", "PPL", 3_000, "city"),
        ("P", "PPLC", 0, "city"),
        ("A", "ADM1", 0, "admin1"),
        ("A", "ADM2", 0, "district"),
        ("A", "XXXX", 0, "region"),
        ("H", "SEA", 0, "water"),
        ("H", "STM", 0, "line"),
        ("T", "PK", 0, "feature"),
        ("", "", 0, "feature"),
    ],
)
def test_a_code_goes_before_its_class_and_people_make_a_city(
    feature_class: str, code: str, people: int, kind: str
) -> None:
    assert kinds().extent(feature_class, code, people).kind == kind
