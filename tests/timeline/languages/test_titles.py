"""Titles are made from structure, in every interface language, and take no side."""

from __future__ import annotations

from dataclasses import replace
from string import Formatter

import pytest

from geodata.model import PlaceMatch
from tests.timeline.factories import ANKARA, AZERBAIJAN, KARABAKH, TOVUZ, days, match, place
from timeline import ontology
from timeline.languages import available, load
from timeline.languages.titles import titles
from timeline.model.event import Event

LANGUAGES = ("ar", "az", "en", "fa", "hy", "ka", "ru", "tr")
KINDS = [code for one in ontology.load().values() for code in (one.code, *(f"{one.code}.{mode}" for mode in one.modes))]
SHELLING = Event(id="e", type="ASSAULT", mode="artillery", where=match(TOVUZ))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_type_and_mode_has_a_name(language: str) -> None:
    pack = load(language)
    assert pack is not None
    assert sorted(pack.labels["types"]) == sorted(KINDS)
    assert all(name.strip() and name.strip() == name for name in pack.labels["types"].values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template_has_its_slots(language: str) -> None:
    pack = load(language)
    assert pack is not None
    slots = {
        name: {slot for _, slot, _, _ in Formatter().parse(text) if slot}
        for name, text in pack.labels["titles"].items()
    }
    assert {"in", "near", "around", "since"} <= set(slots)
    assert all(found == ({"title", "year"} if name == "since" else {"what", "place"}) for name, found in slots.items())


def test_an_event_has_a_title_in_every_interface_language() -> None:
    assert set(titles(SHELLING)) == set(LANGUAGES) <= set(available())


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Artillery attack in Tovuz"),
        ("ar", "قصف مدفعي في توفوز"),
        ("ru", "Артиллерийский обстрел, Товуз"),
        ("tr", "Topçu atışı, Tovuz"),
        ("az", "Artilleriya atəşi, Tovuz"),
        ("hy", "Հրետանային կրակ, Տովուզ"),
        ("fa", "حمله توپخانه‌ای در تووز"),
        ("ka", "საარტილერიო დაბომბვა, თოვუზი"),
    ],
)
def test_the_place_is_named_in_the_language_of_the_title(language: str, expected: str) -> None:
    assert titles(SHELLING)[language] == expected


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (match(ANKARA), "Artillery attack in Ankara"),
        (match(ANKARA, 2), "Artillery attack near Ankara"),
        (match(AZERBAIJAN), "Artillery attack in Azerbaijan"),
        (match(KARABAKH), "Artillery attack around Nagorno-Karabakh"),
        (match(place("the line of contact", 39.9, 46.9, kind="line"), 5), "Artillery attack along the line of contact"),
        (None, "Artillery attack"),
    ],
)
def test_the_title_is_as_precise_as_the_place(where: PlaceMatch | None, expected: str) -> None:
    assert titles(replace(SHELLING, where=where))["en"] == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "Visit to Ankara"), ("ar", "زيارة إلى أنقرة"), ("tr", "Ziyaret, Ankara"), ("ru", "Визит, Ankara")],
)
def test_a_visit_goes_to_a_place(language: str, expected: str) -> None:
    visit = replace(SHELLING, type="CONSULT", mode="visit", where=match(ANKARA))
    assert titles(visit)[language] == expected
    assert titles(replace(visit, where=match(ANKARA, 2)))["en"] == "Visit near Ankara"


def test_a_title_leaves_out_what_tells_namesakes_apart() -> None:
    khoy = place("Khoy", 38.55, 44.95, country="IR", names={"hy": ("Խոյ (Իրան)",)})
    assert titles(replace(SHELLING, where=match(khoy)))["hy"] == "Հրետանային կրակ, Խոյ"


def test_a_state_says_since_when() -> None:
    state = Event(
        id="e", kind="state", type="COERCE", mode="control", where=match(KARABAKH), when=days("1992", open_end=True)
    )
    assert titles(state)["en"] == "Change of territorial control around Nagorno-Karabakh (since 1992)"
    assert titles(state)["ar"] == "تغيّر السيطرة على أراضٍ في محيط ناغورني قره باغ (منذ 1992)"


def test_a_type_that_no_language_names_yet_is_told_by_its_code() -> None:
    assert titles(Event(id="e", type="NOVEL"))["en"] == "NOVEL"


def test_a_mode_that_a_language_lacks_is_told_by_its_type() -> None:
    assert titles(Event(id="e", type="PROTEST", mode="novel"))["tr"] == "Protesto"
