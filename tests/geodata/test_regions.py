"""A region is a folder: the shipped one, a user's own, and what is said of a faulty one."""

from datetime import date
from pathlib import Path

import pytest

from geodata import regions
from geodata.errors import RegionError
from geodata.gazetteer import Gazetteer
from geodata.resolve import places

HEAD = """
bbox = [21.8, 8.6, 38.7, 22.3]
center = [15.6, 32.5]
zoom = 5
[titles]
en = "Sudan"
ar = "السودان"
"""
PLACES = """id,name,kind,country,admin1,lat,lon,radius_km,population,names_en,names_ar,source
gn:379252,Khartoum,city,SD,,15.5518,32.5324,30,1974647,Khartoum,الخرطوم,GeoNames
region:el-fasher,El Fasher,city,SD,,13.628,25.349,8,178500,El Fasher|Al-Fashir,الفاشر,GeoNames
region:darfur,Darfur,region,SD,,13.0,24.5,400,,Darfur,دارفور,own
"""


@pytest.fixture
def sudan(tmp_path: Path) -> Path:
    tmp_path.joinpath("region.toml").write_text(HEAD, encoding="utf-8")
    tmp_path.joinpath("places.csv").write_text(PLACES, encoding="utf-8")
    return tmp_path


def test_a_folder_of_three_places_is_a_region(sudan: Path) -> None:
    region = regions.load(sudan)
    assert [place.name for place in region.places] == ["Khartoum", "El Fasher", "Darfur"]
    assert (region.actors, region.chronology, region.borders) == ((), (), None)
    gazetteer = Gazetteer.open(region)
    matches = places("Fighting reached Al-Fashir in Darfur, said Khartoum.", gazetteer=gazetteer)
    assert [match.place.id for match in matches] == ["region:el-fasher", "region:darfur", "gn:379252"]
    assert [match.where_prec for match in matches] == [1, 5, 1]


def test_the_caucasus_is_shipped(caucasus: regions.Region) -> None:
    assert regions.available() == ("caucasus", "sudan")
    assert set(caucasus.titles) == set(caucasus.languages) == {"ar", "az", "en", "fa", "hy", "ka", "ru", "tr"}
    assert len(caucasus.places) >= 1_000
    assert caucasus.viewpoint
    assert caucasus.contains(*caucasus.center)


def test_an_unknown_region_names_those_that_are_shipped() -> None:
    with pytest.raises(RegionError, match=r"atlantis: no region of this name.*caucasus"):
        regions.load("atlantis")


def test_all_faults_of_a_folder_are_reported_at_once(sudan: Path) -> None:
    sudan.joinpath("region.toml").write_text(HEAD.replace("21.8", "99.8"), encoding="utf-8")
    rows = [
        *PLACES.splitlines(),
        "gn:379252,Khartoum,town,SD,,15.5,32.5,30,,Khartoum,,x",
        "x:1,Nowhere,city,SD,,far,32.5,30,,,,x",
    ]
    sudan.joinpath("places.csv").write_text("\n".join(rows), encoding="utf-8")
    sudan.joinpath("borders.geojson").write_text("{", encoding="utf-8")
    with pytest.raises(RegionError) as caught:
        regions.load(sudan)
    message = str(caught.value)
    assert "4 faults" in message
    assert "region.toml: bbox is [99.8" in message
    assert "places.csv:5: kind is 'town'; allowed: country" in message
    assert "places.csv:6: lat is 'far', not a number" in message
    assert "borders.geojson: not GeoJSON" in message


@pytest.mark.parametrize(
    ("file", "text", "fault"),
    [
        ("places.csv", "id,name\n", "places.csv:1: columns missing: kind, country"),
        ("places.csv", PLACES + PLACES.splitlines()[1] + "\n", "places.csv: the id gn:379252 stands 2 times"),
        ("places.csv", PLACES + "a,b,city,SD,,95,0,1,,,,x\n", "places.csv:5: a: 0.0, 95.0 is no position"),
        ("places.csv", PLACES + "a,b,city,SD,,5,0,1,,,,x,y\n", "places.csv:5: more fields than columns"),
        ("chronology.csv", "id\n", "chronology.csv:1: columns missing: start"),
        (
            "chronology.csv",
            "id,start,end,precision,type,mode,place_ids,episode,source\na,2020-02-30,2020-03-01,day,AGREE,,x,,y\n",
            "chronology.csv:2: start is '2020-02-30', not a day",
        ),
        (
            "actors.csv",
            "id,kind,country,since,until,source\na,wizard,SD,,,x\n",
            "actors.csv:2: kind is 'wizard'; allowed: state",
        ),
        (
            "control.csv",
            "place,controller,since,precision,until,claim,source\ngn:379252,x,2020-01-02,day,2020-01-01,,y\n",
            "control.csv:2: until 2020-01-01 lies before since 2020-01-02",
        ),
    ],
)
def test_a_fault_is_named_with_file_and_line(sudan: Path, file: str, text: str, fault: str) -> None:
    sudan.joinpath(file).write_text(text, encoding="utf-8")
    with pytest.raises(RegionError) as caught:
        regions.load(sudan)
    assert fault in str(caught.value)


CONTROL = """place,controller,since,precision,until,claim,source
gn:379252,saf,2023-04-15,day,,,a page
region:darfur,saf,2003-01-01,year,2003-12-31,parts of it,a page
"""
ACTORS = "id,kind,country,since,until,names_en,source\nsaf,armed_forces,SD,,,Sudanese Armed Forces,a page\n"


def test_control_is_dated_and_apart_from_the_country(sudan: Path) -> None:
    sudan.joinpath("actors.csv").write_text(ACTORS, encoding="utf-8")
    sudan.joinpath("control.csv").write_text(CONTROL, encoding="utf-8")
    region = regions.load(sudan)
    assert [(one.place, one.precision, one.until) for one in region.control] == [
        ("gn:379252", "day", None),
        ("region:darfur", "year", date(2003, 12, 31)),
    ]
    assert [one.claim for one in region.controllers("region:darfur", date(2003, 6, 1))] == ["parts of it"]
    assert region.controllers("region:darfur", date(2004, 1, 1)) == ()


def test_control_names_places_and_actors_of_the_region(sudan: Path) -> None:
    sudan.joinpath("control.csv").write_text(CONTROL.replace("region:darfur", "region:mars"), encoding="utf-8")
    with pytest.raises(RegionError) as caught:
        regions.load(sudan)
    assert "control.csv: region:mars is no place of the region" in str(caught.value)
    assert "control.csv: saf is no actor of the region" in str(caught.value)


def test_a_folder_without_places_says_so(sudan: Path) -> None:
    sudan.joinpath("places.csv").unlink()
    with pytest.raises(RegionError, match=r"places.csv: the file is missing"):
        regions.load(sudan)
