"""The shipped data is what its papers say, and its positions lie where its rows say."""

import hashlib
import json
import re
from collections import Counter
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from shapely.geometry import Point, shape

from geodata.gazetteer import TABLES, Gazetteer
from geodata.record import decode
from geodata.regions import Region
from geodata.sources import scripts

DATA = Path(str(files("geodata.data")))
LARGEST = 5_000_000
README = DATA.joinpath("README.md").read_text(encoding="utf-8")
HASHES = dict(re.findall(r"^\| `([\w.]+)` .*`([0-9a-f]{64})` \|$", README, flags=re.MULTILINE))
SHIPPED = sorted(path.name for path in DATA.iterdir() if path.suffix in {".tsv", ".geojson", ".marisa", ".txt"})
DEGREE_KM = 111.2
MARGIN_KM = {"city": 3, "village": 3, "feature": 6}
"""How far a position may lie outside the outline of its region: the outlines are simplified, exclaves are missing."""


def outlines(name: str) -> dict[str, Any]:
    features = json.loads(DATA.joinpath(name).read_text(encoding="utf-8"))["features"]
    return {feature["properties"]["id"]: shape(feature["geometry"]) for feature in features}


REGIONS, COUNTRIES = outlines("regions.geojson"), outlines("countries.geojson")


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_file_is_the_one_in_the_papers_and_small(name: str) -> None:
    content = DATA.joinpath(name).read_bytes()
    assert HASHES[name] == hashlib.sha256(content).hexdigest()
    assert len(content) < LARGEST
    assert b"\r" not in content or name.endswith(".marisa")


def test_the_papers_name_every_file_and_no_other() -> None:
    assert sorted(HASHES) == SHIPPED
    assert "CC BY 4.0" in README
    assert "public domain" in README


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_sorted_and_its_ids_are_its_own(table: str) -> None:
    ids = [decode(line).id for line in DATA.joinpath(table).read_text(encoding="utf-8").splitlines()]
    assert ids == sorted(set(ids))


@pytest.mark.parametrize("shapes", [REGIONS, COUNTRIES], ids=["regions", "countries"])
def test_outlines_are_valid_areas(shapes: dict[str, Any]) -> None:
    assert all(one.is_valid and one.area > 0 for one in shapes.values())


def test_curated_places_lie_in_their_region(caucasus: Region) -> None:
    outside = {
        place.name: round(distance, 1)
        for place in caucasus.places
        if place.admin1 in REGIONS and place.kind in MARGIN_KM
        if (distance := REGIONS[place.admin1].distance(Point(place.lon, place.lat)) * DEGREE_KM) > MARGIN_KM[place.kind]
    }
    assert outside == {}


def test_curated_places_lie_in_their_country(caucasus: Region) -> None:
    """Small islands are missing from the outlines of the world, so a place far away may lie off the coast."""
    outside = [
        place.name
        for place in caucasus.places
        if place.country
        and COUNTRIES[place.country].distance(Point(place.lon, place.lat))
        > (0.2 if caucasus.contains(place.lat, place.lon) else 1.0)
    ]
    assert outside == []


def test_curated_towns_stand_where_geonames_has_them(caucasus: Region) -> None:
    bare = Gazetteer.open(None)
    for place in caucasus.places:
        if place.id.startswith("gn:"):
            known = bare.place(place.id)
            assert known is not None, place.id
            assert abs(known.lat - place.lat) < 0.01, place.name
            assert abs(known.lon - place.lon) < 0.01, place.name
            assert known.country == place.country


def test_curated_ids_are_unique_and_regions_exist(caucasus: Region, gazetteer: Gazetteer) -> None:
    counts = Counter(place.id for place in caucasus.places)
    assert [code for code, count in counts.items() if count > 1] == []
    assert all(gazetteer.place(place.admin1) for place in caucasus.places if place.admin1)
    assert all(gazetteer.place(code) for code in caucasus.hidden)


def test_every_curated_place_has_a_name_and_the_letters_of_its_languages(caucasus: Region) -> None:
    wrong = [
        (code, name)
        for place in caucasus.places
        for code in ("ar", "fa", "ru", "hy", "ka")
        for name in place.names.get(code, ())
        if scripts.language(name) not in ({"ar", "fa"} if code in ("ar", "fa") else {code})
    ]
    assert wrong == []
    assert all(place.names.get("en") for place in caucasus.places)


def test_every_happening_has_its_places_names_and_page(caucasus: Region, gazetteer: Gazetteer) -> None:
    assert len(caucasus.chronology) >= 40
    for happening in caucasus.chronology:
        assert all(gazetteer.place(code) for code in happening.place_ids), happening.id
        assert set(happening.names) == set(caucasus.languages), happening.id
        assert happening.source.startswith("https://"), happening.id
    starts = [happening.start for happening in caucasus.chronology]
    assert starts == sorted(starts)


def test_actors_have_names_in_six_languages_and_terms_that_run_forward(caucasus: Region) -> None:
    for actor in caucasus.actors:
        assert {"ar", "en", "ru", "tr", "az", "hy"} <= set(actor.names), actor.id
        assert not (actor.since and actor.until) or actor.since <= actor.until, actor.id


def test_disputed_areas_are_dated_named_and_contain_their_towns(caucasus: Region) -> None:
    assert caucasus.borders is not None
    features = json.loads(caucasus.borders.read_text(encoding="utf-8"))["features"]
    areas = {feature["properties"]["id"]: feature for feature in features}
    for feature in features:
        properties = feature["properties"]
        assert set(properties["names"]) == set(caucasus.languages)
        assert properties["valid_from"] < (properties["valid_to"] or "9999")
        assert properties["viewpoint"]
        assert properties["status"]
        assert "Natural Earth" in properties["source"]
    towns = {"nagorno-karabakh": (39.8177, 46.7528), "abkhazia": (43.007, 40.989), "south-ossetia": (42.2276, 43.9686)}
    for name, (lat, lon) in towns.items():
        assert shape(areas[name]["geometry"]).contains(Point(lon, lat)), name
