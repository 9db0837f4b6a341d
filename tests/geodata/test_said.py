"""What is said of places: roads, borders, parts, distances; who only speaks; how precise a position is."""

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from geodata import stretches
from geodata.capitals import capitals
from geodata.distance import great_circle, halfway, shifted
from geodata.gazetteer import TABLES
from geodata.model import Place, PlaceMatch
from geodata.precision import acled
from geodata.record import decode
from geodata.regions import load
from tests.bench.places_said import HALVES, LANGUAGES, MEASURES, Finder, Measure, rows, score, shipped
from tests.geodata.test_gold import FLOORS

FEWEST_ROLES, FEWEST_COMPOUNDS = 12, 12
DATA = Path(str(files("geodata.data")))
WIDE = ("country", "admin1", "district", "region", "line", "water")
BAKU, GORIS, KAPAN = "gn:587084", "gn:174895", "gn:174875"


@pytest.fixture(scope="module")
def read() -> Finder:
    return shipped()


def only(matches: object) -> PlaceMatch:
    assert isinstance(matches, tuple)
    (match,) = matches
    assert isinstance(match, PlaceMatch)
    return match


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.name)
def test_what_is_said_of_places_is_read_right(read: Finder, measure: Measure, language: str, half: str) -> None:
    share = score(read, measure, language, half)
    told = share.wrong if half == "dev" else []
    assert round(share.per_cent, 1) >= FLOORS[language][half][measure.name], "\n".join([f"{share.per_cent:.1f}", *told])


@pytest.mark.parametrize("folder", ["roles", "compounds"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_gold_in_both_halves(language: str, folder: str) -> None:
    found = rows(folder, language)
    assert len(found) >= {"roles": FEWEST_ROLES, "compounds": FEWEST_COMPOUNDS}[folder]
    assert {row["half"] for row in found} == set(HALVES)
    for row in found:
        assert all(row["text"][place["start"] : place["end"]] == place["text"] for place in row["places"])


def test_both_ends_of_a_road_stand_for_the_line_between_them(read: Finder) -> None:
    one, other = read("en", "A lorry burned on the road from Goris to Kapan.")
    assert one.place == other.place
    assert (one.place.kind, one.where_prec, one.role) == ("line", 5, "occurred_at")
    assert one.place.id == f"line:{KAPAN}~{GORIS}"
    assert 16 < one.place.radius_km < 20
    assert one.place.names["en"] == ("Goris – Kapan",)


def test_a_border_that_no_region_lists_comes_from_the_outlines(read: Finder) -> None:
    one, other = read("en", "Two men were held on the Turkish-Iranian border.")
    assert one.place.id == other.place.id == "border:IR-TR"
    assert (one.place.kind, one.place.country, one.where_prec) == ("line", None, 5)
    assert 42 < one.place.lon < 46


def test_a_border_that_a_region_lists_is_the_same_place_however_it_is_told(read: Finder) -> None:
    told = ("the border of Armenia and Azerbaijan", "Armenia's border with Azerbaijan", "the Armenia-Azerbaijan border")
    found = {match.place.id for words in told for match in read("en", f"Shots were heard on {words}.")}
    assert found == {"region:armenia-azerbaijan-border"}


@pytest.mark.parametrize(
    "text",
    [
        "Relations between Armenia and Azerbaijan have improved.",
        "Armenia and Azerbaijan signed a border agreement.",
        "Talks between Yerevan and Tbilisi went on.",
        "The border guards of Armenia and Georgia met.",
    ],
)
def test_states_that_have_to_do_with_each_other_are_no_line(read: Finder, text: str) -> None:
    assert not any(match.place.kind == "line" for match in read("en", text))


def test_a_distance_and_a_direction_move_the_point(read: Finder) -> None:
    match = only(read("en", "A drone fell 20 km north of Tovuz."))
    assert match.where_prec == 2
    assert match.place.lat == pytest.approx(41.17, abs=0.02)
    assert 5 < match.place.radius_km < 12


def test_a_distance_beyond_what_is_near_is_estimated(read: Finder) -> None:
    assert only(read("en", "A drone fell 40 km north of Tovuz.")).where_prec == 5


def test_a_distance_without_direction_is_a_ring(read: Finder) -> None:
    match = only(read("ru", "Взрыв произошёл в 12 километрах от Товуза."))
    assert (match.where_prec, match.place.radius_km) == (2, 12)


def test_a_distance_is_told_of_one_name(read: Finder) -> None:
    first, second = read("az", "Hadrut qəsəbəsindən 10 kilometr cənubda Tuğ kəndi yerləşir.")
    assert first.place.id.startswith("off:")
    assert not second.place.id.startswith("off:")


def test_a_part_of_a_country_lies_on_that_side(read: Finder) -> None:
    south, north = (only(read("en", f"Snow fell in {side} Armenia.")) for side in ("southern", "northern"))
    assert south.where_prec == north.where_prec == 5
    assert south.place.lat < 40 < north.place.lat
    assert south.place.radius_km > 50


def test_what_is_in_the_air_or_off_a_coast_is_in_no_country(read: Finder) -> None:
    assert only(read("tr", "İran hava sahasında bir uçak düştü.")).where_prec == 7
    assert only(read("ru", "У берегов Туниса затонуло судно.")).where_prec == 7


def test_near_a_village_is_no_dot(read: Finder) -> None:
    match = only(read("en", "A patrol came under fire near Movses."))
    assert (match.where_prec, match.place.radius_km) == (2, 10)


def test_a_government_is_no_place_of_what_happens(read: Finder) -> None:
    said, shelled = read("en", "Baku said that mortars hit Movses.")
    assert (said.place.id, said.role, said.voice) == (BAKU, "concerns", True)
    assert (shelled.role, shelled.voice) == ("occurred_at", False)
    assert only(read("en", "Thousands marched in Baku.")).role == "occurred_at"


def test_the_words_of_a_text_without_a_lexicon_say_nothing(read: Finder) -> None:
    (match,) = read("sw", "Baku, Baku.")[:1]
    assert match.role == "occurred_at"


def test_a_point_is_shifted_and_halved_on_the_globe() -> None:
    assert shifted(0, 179.9, 111.195, 90) == pytest.approx((0, -179.1), abs=0.001)
    assert shifted(40, 45, 111.195, 0) == pytest.approx((41, 45), abs=0.001)
    fiji, samoa = (
        Place(id=f"gn:{n}", name="x", kind="city", country=None, lat=0, lon=lon, radius_km=1)
        for n, lon in ((1, 178), (2, -176))
    )
    assert halfway(fiji, samoa) == pytest.approx((0, -179), abs=0.001)


@pytest.mark.parametrize(("ucdp", "expected"), [(1, 1), (2, 2), (3, 2), (4, 3), (5, 3), (6, None), (7, 3)])
def test_acled_codes_follow_from_those_of_ucdp(ucdp: int, expected: int | None) -> None:
    assert acled(ucdp) == expected


@pytest.mark.parametrize("code", [0, 8])
def test_a_code_that_ucdp_has_not_is_refused(code: int) -> None:
    with pytest.raises(ValueError, match="1 to 7"):
        acled(code)


def test_neighbours_have_one_border_and_others_none() -> None:
    assert stretches.border("AM", "IR") == stretches.border("IR", "AM")
    assert stretches.border("AM", "US") is None
    armenia = stretches.border("AM", "IR")
    assert armenia is not None
    assert great_circle(armenia.lat, armenia.lon, 38.88, 46.2) < 40


def test_every_part_lies_on_its_side_of_the_middle() -> None:
    for country in ("AM", "AZ", "GE", "TR", "IR", "RU", "SD"):
        found = [part for side in "nsew" if (part := stretches.part(country, side))]
        assert len(found) == len("nsew")
        north, south, east, west = found
        assert north.lat > south.lat
        assert east.lon > west.lon


def everything() -> Iterator[Place]:
    """All places of the shipped tables and of the regions' lists."""
    for table in TABLES:
        yield from map(decode, DATA.joinpath(table).read_text(encoding="utf-8").splitlines())
    for region in ("caucasus", "sudan"):
        yield from load(region).places


def test_no_district_and_no_country_of_the_whole_gazetteer_is_a_bare_dot() -> None:
    bare = [place.id for place in everything() if place.radius_km < (0.5 if place.kind in WIDE else 0.1)]
    assert bare == []


def test_no_border_and_no_part_is_a_bare_dot() -> None:
    lines = DATA.joinpath("stretches.tsv").read_text(encoding="utf-8").splitlines()
    assert len(lines) > 2000
    assert all(float(line.split("\t")[3]) >= 1 for line in lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_is_no_exact_point_has_a_radius_and_lies_beside_no_capital_by_chance(
    read: Finder, language: str
) -> None:
    for row in (*rows("", language), *rows("compounds", language)):
        for match in read(language, row["text"]):
            assert match.place.radius_km > 0
            assert match.where_prec == 1 or match.place.radius_km >= 1
            if match.where_prec in (4, 5):
                assert match.place.id not in capitals()


def test_the_gold_of_roles_has_both_in_every_half() -> None:
    for language in LANGUAGES:
        for half in HALVES:
            found = {place["role"] for row in rows("roles", language) if row["half"] == half for place in row["places"]}
            assert found == {"occurred_at", "concerns"}, json.dumps([language, half])


def test_a_border_of_one_state_is_that_with_the_neighbour_named_nearest(read: Finder) -> None:
    found = read("en", "Turkey shelled villages near the Syrian border.")
    assert [(match.place.id, match.where_prec) for match in found] == [("iso:TR", 6), ("border:SY-TR", 5)]
    (alone,) = read("en", "Lorries queued on the Syrian border.")
    assert alone.place.id == "iso:SY"


def test_two_names_behind_the_word_road_are_its_ends(read: Finder) -> None:
    found = read("ar", "وقع حادث على طريق دمشق حمص.")
    assert {match.place.kind for match in found} == {"line"}


@pytest.mark.parametrize(
    ("language", "text"), [("tr", "Cumhurbaşkanı Bakü'ye gitti."), ("hy", "Վարչապետը մեկնել է Մոսկվա։")]
)
def test_where_somebody_goes_is_where_it_is(read: Finder, language: str, text: str) -> None:
    assert only(read(language, text)).role == "occurred_at"
