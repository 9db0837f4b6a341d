"""The rebuild scripts select, mend and compare names as they say."""

import pytest

from geodata import regions
from geodata.affixes import Affixes
from geodata.fold import fold
from geodata.gazetteer import Gazetteer
from geodata.model import Place
from geodata.sources import cldr, counties, dense, geonames, natural_earth, points, scripts, town_names, wide
from geodata.sources import compile as compiling

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
    assert geonames.names(BERD, {"tr": ("Berd",)}) == {
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


def test_a_county_is_drawn_from_shared_arcs() -> None:
    """Two squares side by side; the second takes their border, the first arc, the other way round."""
    topology = {
        "transform": {"scale": [0.5, 0.25], "translate": [-85.0, 37.0]},
        "arcs": [
            [[2, 0], [0, 4]],
            [[2, 4], [-2, 0], [0, -4], [2, 0]],
            [[2, 0], [2, 0], [0, 4], [-2, 0]],
            [[9, 9], [0, 0]],
        ],
        "objects": {
            "counties": {
                "geometries": [
                    {"id": "21125", "type": "Polygon", "arcs": [[0, 1]]},
                    {"id": "21121", "type": "MultiPolygon", "arcs": [[[3]], [[~0, 2]]]},
                ]
            }
        },
    }
    assert {code: shape.bounds for code, shape in counties.outlines(topology).items()} == {
        "21125": (-85.0, 37.0, -84.0, 38.0),
        "21121": (-84.0, 37.0, -83.0, 38.0),
    }
    laurel, knox = sorted(counties.county_places(topology), key=lambda place: place.lon)
    assert (laurel.id, laurel.name, laurel.names) == (
        "fips:21125",
        "Laurel County",
        {"en": ("Laurel County", "Laurel")},
    )
    assert (laurel.lat, laurel.lon, laurel.admin1) == (37.5, -84.5, "ne:US.kentucky")
    assert (knox.name, knox.lon) == ("Knox County", -83.5)


def test_towns_that_are_counties_of_their_own_are_left_to_the_towns() -> None:
    names = {name for name, _ in counties.full_names().values()}
    assert "Acadia Parish" in names
    assert "Alexandria city" not in names


@pytest.mark.parametrize(
    ("name", "code", "country", "misleads"),
    [
        ("عين", "ar", "FR", True),
        ("عين", "ar", "SY", False),
        ("قم", "fa", "IR", False),
        ("برد", "ar", "AM", False),
        ("ენა", "ka", "FR", True),
        ("Ain", "en", "FR", False),
        ("باريس", "ar", "FR", False),
    ],
)
def test_a_short_name_from_abroad_misleads_where_no_capital_shows_it(
    name: str, code: str, country: str, *, misleads: bool
) -> None:
    assert geonames.is_short_abroad(name, code, country) is misleads


def test_the_largest_town_of_a_written_name_gets_its_names_and_is_shipped_however_small() -> None:
    names = {"countrycode": "CH", "name": "Davos", "latitude": 46.8, "longitude": 9.8, "alternatenames": []}
    rows = [{**names, "geonameid": 1, "population": 10_000}, {**names, "geonameid": 2, "population": 300}]
    (davos,) = geonames.towns(rows, lambda _: {})
    assert davos.id == "gn:1"
    assert davos.names["ka"] == ("დავოსი",)


def test_a_town_loses_a_name_by_which_news_means_another_place() -> None:
    town = {"name": "Bethlehem", "countrycode": "US", "population": 74_892, "alternatenames": ["بيت لحم", "ბეთლეჰემი"]}
    assert geonames.names({**town, "geonameid": 5180225}, {}) == {"en": ("Bethlehem",), "ka": ("ბეთლეჰემი",)}
    assert "ar" in geonames.names({**town, "geonameid": 284315, "countrycode": "PS"}, {})


@pytest.mark.parametrize(
    ("name", "bearer"),
    [
        ("القنيطرة", "gn:173334"), ("بیت لحم", "gn:284315"), ("آبادان", "gn:145459"), ("گرگان", "gn:132892"),
        ("گیلان", "ne:IR.gilan"), ("هلمند", "ne:AF.hilmand"), ("Suhum", "gn:611847"), ("Münbiç", "gn:167357"),
        ("İpsala", "gn:745148"), ("Xerson", "gn:706448"), ("Փհենյան", "gn:1871859"), ("ბახმუტი", "gn:713174"),
        ("Крынки", "gn:703861"), ("حضرموت", "ne:YE.hadramawt"), ("Qaqauziya", "wide:gagauzia"),
        ("فينيدو", "gn:3445014"), ("مستره", "gn:3173529"), ("Քարքամիշ", "gn:309134"), ("სედნაია", "gn:164717"),
        ("Rutbə", "gn:98677"),
    ],
)  # fmt: skip
def test_what_the_press_calls_a_place_leads_to_it(name: str, bearer: str) -> None:
    assert bearer in {place.id for place in Gazetteer.open(regions.load("caucasus")).lookup(fold(name))}


def test_every_written_name_has_a_shipped_bearer() -> None:
    gazetteer = Gazetteer.open()
    missing = [
        (place, name)
        for (country, place), names in town_names.written().items()
        for found in names.values()
        for name in found
        if not any(place in (one.name, one.id) and country in (one.country, "") for one in gazetteer.lookup(fold(name)))
    ]
    assert missing == []


def test_a_place_with_a_point_of_its_own_still_covers_what_it_did() -> None:
    place = Place(id="iso:JP", name="Japan", kind="country", country="JP", lat=36.0, lon=138.0, radius_km=900)
    found = points.moved(place, (36.0, 139.0))
    assert (found.lat, found.lon) == (36.0, 139.0)
    assert found.radius_km == pytest.approx(990, abs=1)
    assert points.moved(place, None) is place


def test_a_land_has_a_country_only_where_one_holds_it() -> None:
    found = wide.wide_places(
        wide.lands(["umbria\tregion\tIT\t42.9\t12.5\t70\tUmbria", "borneo\tregion\t\t1\t114\t650\tBorneo|Kalimantan"])
    )
    assert [(place.id, place.country) for place in found] == [("wide:umbria", "IT"), ("wide:borneo", None)]
    assert found[1].names == {"en": ("Borneo", "Kalimantan")}


def test_a_word_is_found_short_and_at_length() -> None:
    assert set(compiling.respelt(["mount vernon", "ft worth", "jerome township", "mount"])) == {
        "mt vernon",
        "fort worth",
        "jerome twp",
    }


@pytest.mark.parametrize(
    "name", ["Odisha", "Lower Saxony", "Umbria", "Java", "Midwest", "Vatican", "N.Y.", "Mt. Vernon"]
)
def test_what_news_of_the_world_names_is_shipped(name: str) -> None:
    assert Gazetteer.open(None).lookup(fold(name))
