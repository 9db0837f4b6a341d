"""Every shipped region keeps the same rules: what a row says is known elsewhere too, dated, sourced and even-handed."""

import json
from datetime import date
from itertools import combinations

import pytest
from shapely.geometry import Point, shape

from geodata import regions
from geodata.gazetteer import Gazetteer
from geodata.model import Place
from geodata.regions import Control, Region
from geodata.resolve import places
from geodata.sources import scripts
from tests.geodata.test_data import COUNTRIES

ALWAYS = date.max
THIRD_LANGUAGES = ("en", "ru", "ar")
"""Languages of neither side, in which both names of a place are shown."""
IN_THE_REGION, ELSEWHERE = 0.2, 1.0
"""Degrees by which a place may lie outside the outline of its country: the outlines of the world are coarse."""


@pytest.fixture(scope="module", params=regions.available())
def region(request: pytest.FixtureRequest) -> Region:
    return regions.load(request.param)


@pytest.fixture(scope="module")
def known(region: Region) -> Gazetteer:
    return Gazetteer.open(region)


def pair(place: Place, language: str) -> list[str]:
    """The rival names that are shown together in a language, none where one name is shown."""
    shown = place.names.get(language, ("",))[0]
    return shown.split(" / ") if " / " in shown else []


def test_rows_refer_to_places_that_there_are(region: Region, known: Gazetteer) -> None:
    assert [place.id for place in region.places if place.admin1 and not known.place(place.admin1)] == []
    assert [code for code in region.hidden if not known.place(code)] == []
    named = {code for happening in region.chronology for code in happening.place_ids}
    assert {code for code in named if not known.place(code)} == set()


def test_places_of_geonames_stand_where_geonames_has_them(region: Region) -> None:
    bare = Gazetteer.open(None)
    towns = [(place, bare.place(place.id)) for place in region.places if place.id.startswith("gn:")]
    assert [mine.id for mine, theirs in towns if theirs is None] == []
    assert [
        mine.name
        for mine, theirs in towns
        if theirs and (abs(mine.lat - theirs.lat) > 0.01 or abs(mine.lon - theirs.lon) > 0.01)
    ] == []
    assert [mine.name for mine, theirs in towns if theirs and mine.country != theirs.country] == []


def test_places_lie_in_their_country(region: Region) -> None:
    def margin(place: Place) -> float:
        return IN_THE_REGION if region.contains(place.lat, place.lon) else ELSEWHERE

    placed = [place for place in region.places if place.country]
    assert [
        place.name
        for place in placed
        if COUNTRIES[place.country or ""].distance(Point(place.lon, place.lat)) > margin(place)
    ] == []


def test_names_are_in_the_letters_of_their_language(region: Region) -> None:
    expected = {"ar": {"ar", "fa"}, "fa": {"ar", "fa"}, "ru": {"ru"}, "hy": {"hy"}, "ka": {"ka"}}
    assert [
        (code, name)
        for place in region.places
        for code in expected
        for name in place.names.get(code, ())
        if scripts.language(name) not in expected[code]
    ] == []
    assert [place.id for place in region.places if not place.names.get("en")] == []


def test_every_row_names_its_source(region: Region) -> None:
    for name in ("places.csv", "actors.csv", "chronology.csv", "control.csv"):
        lines = (region.folder / name).read_text(encoding="utf-8").splitlines()
        assert [line[:40] for line in lines if line.endswith(",")] == [], name
    assert [happening.id for happening in region.chronology if not happening.source.startswith("https://")] == []


def test_the_chronology_runs_forward_in_the_languages_of_the_region(region: Region) -> None:
    starts = [happening.start for happening in region.chronology]
    assert starts == sorted(starts)
    assert len(starts) >= 20
    assert [one.id for one in region.chronology if not set(region.languages) <= set(one.names)] == []


def test_terms_of_actors_run_forward(region: Region) -> None:
    assert [one.id for one in region.actors if one.since and one.until and one.since > one.until] == []
    assert [one.id for one in region.actors if not {"ar", "en"} <= set(one.names)] == []


def test_no_two_controllers_of_a_place_at_once_unless_a_source_contradicts_another(region: Region) -> None:
    def overlap(one: Control, other: Control) -> bool:
        return one.since <= (other.until or ALWAYS) and other.since <= (one.until or ALWAYS)

    pairs = [(one, other) for one, other in combinations(region.control, 2) if one.place == other.place]
    assert [(one.id, other.id) for one, other in pairs if overlap(one, other) and one.source == other.source] == []
    assert len(region.control) >= 15


def test_control_never_makes_the_country(region: Region, known: Gazetteer) -> None:
    """``country`` stays de jure: somebody else than the country's own side controls many a place."""
    actors = {actor.id: actor.country for actor in region.actors}
    held = [(known.place(one.place), actors[one.controller]) for one in region.control]
    assert [place.id for place, country in held if place and place.country not in (country, None)] != []


def test_rival_names_stand_in_alphabetical_order_in_every_third_language(region: Region) -> None:
    assert region.rival_order
    shown = [place for place in region.places if any(pair(place, code) for code in THIRD_LANGUAGES)]
    assert [place.id for place in shown if not all(pair(place, code) for code in THIRD_LANGUAGES)] == []
    pairs = [(place, code, pair(place, code)) for place in shown for code in THIRD_LANGUAGES]
    assert [(place.id, names) for place, _, names in pairs if sorted(names, key=str.casefold) != names] == []
    assert [(place.id, names) for place, code, names in pairs if not set(names) <= set(place.names[code])] == []


def test_disputed_areas_are_dated_and_state_their_viewpoint(region: Region) -> None:
    assert region.borders is not None
    assert set(region.viewpoints) <= set(region.languages)
    for feature in json.loads(region.borders.read_text(encoding="utf-8"))["features"]:
        said = feature["properties"]
        assert set(said["names"]) == set(region.languages), said["id"]
        assert said["valid_from"] < (said["valid_to"] or "9999"), said["id"]
        assert said["viewpoint"], said["id"]
        assert said["status"], said["id"]
        assert shape(feature["geometry"]).is_valid, said["id"]


def test_neither_side_of_the_caucasus_comes_first(caucasus: Region) -> None:
    """The letters decide: some pairs begin with the Azerbaijani name and some with the Armenian one."""
    pairs = [(place, pair(place, "en")) for place in caucasus.places if place.country in ("AM", "AZ")]
    firsts = {
        place.name: scripts.alike(names[0], place.names["az"][0])
        for place, names in pairs
        if names and "az" in place.names
    }
    assert 0.25 < sum(firsts.values()) / len(firsts) < 0.75
    own = [place for place, names in pairs if names]
    assert [place.id for place in own if any(pair(place, code) for code in ("az", "hy", "ka"))] == []


def test_both_sides_of_the_caucasus_hold_what_is_de_jure_the_others(caucasus: Region) -> None:
    day = date(2021, 1, 1)
    held = {
        code: [found.controller for found in caucasus.controllers(code, day)]
        for code in ("region:karki", "region:artsvashen", "region:abkhazia", "region:south-ossetia")
    }
    assert held == {
        "region:karki": ["iso:AM"],
        "region:artsvashen": ["iso:AZ"],
        "region:abkhazia": ["abkhazia-authorities"],
        "region:south-ossetia": ["south-ossetia-authorities"],
    }
    places = {place.id: place.country for place in caucasus.places}
    assert [places[code] for code in held] == ["AZ", "AM", "GE", "GE"]


def test_control_is_asked_by_day(caucasus: Region) -> None:
    shusha = "gn:147105"
    days = (
        date(1985, 1, 1),
        date(1992, 5, 8),
        date(1992, 5, 9),
        date(2020, 11, 7),
        date(2020, 11, 8),
        date(2025, 1, 1),
    )
    found = [[one.controller for one in caucasus.controllers(shusha, day)] for day in days]
    assert found == [[], ["iso:AZ"], ["nk-authorities"], ["nk-authorities"], ["iso:AZ"], ["iso:AZ"]]


def test_a_village_whose_position_is_in_doubt_is_no_exact_point(caucasus: Region) -> None:
    gazetteer = Gazetteer.open(caucasus)
    text = "Two soldiers were hurt in Marzili, in Movses and in Qubadli."
    found = {text[one.span.start : one.span.end]: one.where_prec for one in places(text, gazetteer=gazetteer)}
    assert found == {"Marzili": 2, "Movses": 1, "Qubadli": 1}
