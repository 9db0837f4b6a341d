"""The rebuild scripts select, mend and compare names as they say."""

import pytest

from geodata.affixes import Affixes
from geodata.fold import fold
from geodata.sources import cldr, dense, geonames, natural_earth, scripts

BERD = {
    "geonameid": 616802,
    "name": "Berd",
    "population": 6900,
    "countrycode": "AM",
    "latitude": 40.88,
    "longitude": 45.39,
    "alternatenames": ["Berd", "Tovuz", "BRD", "berdo", "Берд", "Товуз", "برد", "Բերդ", "ბერდი", "Galakʻyand"],
}


def test_a_small_town_keeps_what_is_spelt_like_it() -> None:
    assert geonames.names(BERD, {"tr": "Berd"}) == {
        "tr": ("Berd",),
        "en": ("Berd",),
        "ru": ("Берд",),
        "ar": ("برد",),
        "hy": ("Բերդ",),
        "ka": ("ბერდი",),
    }


@pytest.mark.parametrize(
    ("country", "population", "position", "wanted"),
    [
        ("AM", 600, (40.9, 45.4), True),
        ("AM", 400, (40.9, 45.4), False),
        ("TR", 600, (40.6, 43.1), True),
        ("TR", 600, (39.9, 30.5), False),
        ("RU", 600, (43.0, 44.7), True),
        ("RU", 600, (55.7, 37.6), False),
        ("BR", 14_999, (-10.0, -50.0), False),
        ("BR", 15_000, (-10.0, -50.0), True),
    ],
)
def test_towns_are_taken_by_size_and_place(
    country: str, population: int, position: tuple[float, float], *, wanted: bool
) -> None:
    row = {"countrycode": country, "population": population, "latitude": position[0], "longitude": position[1]}
    assert geonames.wanted(row) is wanted
    assert geonames.wanted(row, minimum=500) is (population >= 500)


def test_a_town_lies_in_the_region_of_its_nearest_shipped_neighbour() -> None:
    places = [(1, "B1", 45.0), (2, "B2", 46.0), (3, "B1", 45.9), (4, "B3", 46.1), (5, "", 46.0)]
    rows = [
        {
            "geonameid": code,
            "countrycode": "AZ" if code < 5 else "FR",
            "admin1code": first,
            "latitude": 40.0,
            "longitude": lon,
        }
        for code, first, lon in places
    ]
    regions = dense.by_shipped_towns(rows, {1: "ne:AZ.west", 2: "ne:AZ.east"})
    assert regions == {0: "ne:AZ.west", 1: "ne:AZ.east", 2: "ne:AZ.west", 3: "ne:AZ.east"}


@pytest.mark.parametrize(
    ("name", "other", "alike"),
    [("Tovuz", "توفوز", True), ("Ganja", "Гянджа", True), ("Yevlakh", "Gəncə", False), ("Berd", "Товуз", False)],
)
def test_spellings_are_compared_by_their_consonants(name: str, other: str, *, alike: bool) -> None:
    assert scripts.alike(name, other) is alike


def test_countries_have_cldr_names_first_and_common_forms() -> None:
    names = cldr.country_names("US")
    assert names["en"][0] == "United States"
    assert {"USA", "America"} <= set(names["en"])
    assert "США" in names["ru"]
    assert cldr.city_names()["AT", "vienna"]["tr"] == "Viyana"


@pytest.mark.parametrize(
    ("name", "slug"), [("Ağdam", "agdam"), ("Gəncə", "gence"), ("Sükhbaatar", "sukhbaatar"), ("Iğdır", "igdir")]
)
def test_a_slug_is_plain(name: str, slug: str) -> None:
    assert natural_earth.slug(name) == slug


@pytest.mark.parametrize(
    ("language", "form", "base"),
    [
        ("ar", "وباكو", "باكو"),
        ("ar", "للقوقاز", "القوقاز"),
        ("ru", "Лачинском", "Лачинский"),
        ("ru", "Арменией", "Армения"),
        ("tr", "rayonunda", "rayonu"),
        ("az", "Qarabağa", "Qarabağ"),
        ("hy", "Բաքվից", "Բաքու"),
        ("ka", "თბილისში", "თბილისი"),
    ],
)
def test_an_ending_is_undone(language: str, form: str, base: str) -> None:
    assert fold(base) in list(Affixes(f"timeline.languages.{language}.morphology").bases(fold(form)))
