"""A second region is a folder: its places are found in Arabic and English, and nothing of the first one is."""

from collections.abc import Callable

import pytest

from geodata import regions
from geodata.gazetteer import Gazetteer
from geodata.model import PlaceMatch
from geodata.regions import Region
from geodata.resolve import places
from tests.geodata.conftest import lexicon

Finder = Callable[[str, str], tuple[PlaceMatch, ...]]
SENTENCES = [
    (
        "en",
        "The Rapid Support Forces entered El Fasher on Sunday, while drones struck Port Sudan and Merowe airport.",
        {"El Fasher": "gn:379555", "Port Sudan": "gn:377039", "Merowe airport": "region:merowe-airport"},
    ),
    (
        "en",
        "Families who had left the Zamzam camp in North Darfur reached Tawila and Adré in Chad.",
        {
            "Zamzam camp": "region:zamzam",
            "North Darfur": "ne:SD.north-darfur",
            "Tawila": "region:tawila",
            "Adré": "gn:245669",
            "Chad": "iso:TD",
        },
    ),
    (
        "en",
        "Shells fell near Heglig and in Abyei town, and in Wad Madani, Sennar and Al Hilaliya of Gezira State.",
        {
            "Heglig": "region:heglig",
            "Abyei town": "gn:380308",
            "Wad Madani": "gn:364103",
            "Sennar": "gn:367644",
            "Al Hilaliya": "gn:379406",
            "Gezira State": "ne:SD.gezira",
        },
    ),
    (
        "ar",
        "قصف الجيش السوداني مواقع في نيالا والضعين، وقتل مدنيون في مخيم زمزم قرب الفاشر.",
        {"نيالا": "gn:369004", "الضعين": "gn:380148", "مخيم زمزم": "region:zamzam", "الفاشر": "gn:379555"},
    ),
    (
        "ar",
        "نزح السكان من مدينة الأبيض وكادقلي والدلنج بعد هجوم بحري وبري استمر فترة طويلة.",
        {"الأبيض": "gn:379003", "كادقلي": "gn:373141", "الدلنج": "gn:376450"},
    ),
    (
        "ar",
        "وصلت المساعدات إلى نيالا وأم درمان وود مدني، ولو كان الطريق طويلا.",
        {"نيالا": "gn:369004", "أم درمان": "gn:365137", "ود مدني": "gn:364103"},
    ),
    (
        "ar",
        "دخلت القوات ود مدني عاصمة ولاية الجزيرة، ثم تقدمت نحو سنجة في ولاية سنار.",
        {"ود مدني": "gn:364103", "ولاية الجزيرة": "ne:SD.gezira", "سنجة": "gn:366847", "ولاية سنار": "ne:SD.sennar"},
    ),
]


@pytest.fixture(scope="module")
def sudan() -> Region:
    return regions.load("sudan")


@pytest.fixture(scope="module")
def find(sudan: Region) -> Finder:
    gazetteer = Gazetteer.open(sudan)
    return lambda language, text: places(text, gazetteer=gazetteer, lexicon=lexicon(language))


@pytest.mark.parametrize(("language", "text", "expected"), SENTENCES)
def test_a_sentence_names_these_places(find: Finder, language: str, text: str, expected: dict[str, str]) -> None:
    assert {text[one.span.start : one.span.end]: one.place.id for one in find(language, text)} == expected


def test_states_are_no_points(find: Finder) -> None:
    text = "Fighting went on in South Kordofan, in Darfur and in Khartoum."
    assert [(one.place.id, one.where_prec) for one in find("en", text)] == [
        ("ne:SD.south-kordufan", 4),
        ("region:darfur", 5),
        ("gn:379252", 1),
    ]


def test_nothing_of_the_first_region_is_in_the_second(sudan: Region, caucasus: Region) -> None:
    gazetteer = Gazetteer.open(sudan)
    own = {place.id for place in caucasus.places if place.id.startswith("region:")}
    assert {code for code in own if gazetteer.place(code)} == set()
    shared = {actor.id for actor in sudan.actors} & {actor.id for actor in caucasus.actors}
    assert {code for code in shared if not code.startswith(("iso:", "un"))} == set()
    assert {one.id for one in sudan.chronology} & {one.id for one in caucasus.chronology} == set()


def test_a_name_that_only_the_first_region_curates_is_unknown_in_the_second(find: Finder) -> None:
    text = "The line of contact near Sugovushan and Nerkin Hand was quiet."
    assert find("en", text) == ()


def test_the_list_is_long_enough_to_read_the_war(sudan: Region) -> None:
    kinds = {
        kind: sum(place.kind == kind for place in sudan.places) for kind in ("admin1", "city", "feature", "region")
    }
    assert len(sudan.places) >= 120
    assert kinds["admin1"] >= 18
    assert kinds["feature"] >= 20
    assert len(sudan.actors) >= 30
    assert sudan.chronology[0].start.year == 1983
    assert sudan.chronology[-1].start.year == 2025
    assert [place.id for place in sudan.places if "ar" not in place.names] == []
