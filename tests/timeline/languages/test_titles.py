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
from timeline.model.mention import Actor

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
    templates = dict(pack.labels["titles"])
    assert templates.pop("comma").strip()
    slots = {name: {slot for _, slot, _, _ in Formatter().parse(text) if slot} for name, text in templates.items()}
    forms = {
        "place",
        "year",
        *(name for name, table in pack.labels.get("cases", {}).items() if isinstance(table, dict)),
    }
    assert {"in", "near", "around", "between", "plain", "since"} <= set(slots)
    assert slots.pop("and") == {"one", "other"}
    assert all(len(found & forms) == 1 for found in slots.values())
    assert all(found - forms == {"title" if name == "since" else "what"} for name, found in slots.items())


def test_an_event_has_a_title_in_every_interface_language() -> None:
    assert set(titles(SHELLING)) == set(LANGUAGES) <= set(available())


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Artillery attack in Tovuz"),
        ("ar", "قصف مدفعي في توفوز"),
        ("ru", "Артиллерийский обстрел в Товузе"),
        ("tr", "Tovuz'da topçu atışı"),
        ("az", "Tovuzda artilleriya atəşi"),
        ("hy", "Հրետանային կրակ Տովուզում"),
        ("fa", "حمله توپخانه‌ای در تووز"),
        ("ka", "საარტილერიო დაბომბვა თოვუზში"),
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
        (match(KARABAKH), "Artillery attack in Nagorno-Karabakh"),
        (match(place("the line of contact", 39.9, 46.9, kind="line"), 5), "Artillery attack along the line of contact"),
        (None, "Artillery attack"),
    ],
)
def test_the_title_is_as_precise_as_the_place(where: PlaceMatch | None, expected: str) -> None:
    assert titles(replace(SHELLING, where=where))["en"] == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "Visit to Ankara"), ("ar", "زيارة إلى أنقرة"), ("tr", "Ankara'ya ziyaret"), ("ru", "Визит, Ankara")],
)
def test_a_visit_goes_to_a_place(language: str, expected: str) -> None:
    visit = replace(SHELLING, type="CONSULT", mode="visit", where=match(ANKARA))
    assert titles(visit)[language] == expected
    assert titles(replace(visit, where=match(ANKARA, 2)))["en"] == "Visit near Ankara"


def test_a_title_leaves_out_what_tells_namesakes_apart() -> None:
    khoy = place("Khoy", 38.55, 44.95, country="IR", names={"hy": ("Խոյ (Իրան)",)})
    assert titles(replace(SHELLING, where=match(khoy)))["hy"] == "Հրետանային կրակ Խոյում"


def test_a_state_says_since_when() -> None:
    state = Event(
        id="e", kind="state", type="COERCE", mode="control", where=match(KARABAKH), when=days("1992", open_end=True)
    )
    assert titles(state)["en"] == "Control in Nagorno-Karabakh since 1992"
    assert titles(state)["ar"] == "سيطرة في ناغورني قره باغ منذ 1992"


def test_a_type_that_no_language_names_yet_is_told_by_its_code() -> None:
    assert titles(Event(id="e", type="NOVEL"))["en"] == "NOVEL"


def test_a_mode_that_a_language_lacks_is_told_by_its_type() -> None:
    assert titles(Event(id="e", type="PROTEST", mode="novel"))["tr"] == "Protesto"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Border agreement between Armenia and Azerbaijan"),
        ("ru", "Соглашение о границе между Арменией и Азербайджаном"),
        ("tr", "Ermenistan ile Azerbaycan arasında sınır anlaşması"),
        ("ka", "შეთანხმება საზღვრის შესახებ სომხეთსა და აზერბაიჯანს შორის"),
    ],
)
def test_what_two_sides_do_together_is_told_by_them_where_no_place_is_known(language: str, expected: str) -> None:
    sides = tuple(Actor(id=name, name=name, role="actor") for name in ("iso:AM", "am-mfa", "iso:AZ"))
    agreed = Event(id="e", type="AGREE", mode="border", actors=sides)
    assert titles(agreed)[language] == expected
    assert titles(replace(agreed, clarity="contested"))["en"] == "Border agreement"
    assert titles(replace(agreed, actors=sides[:2]))["en"] == "Border agreement"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Azerbaijan: accusation"),
        ("ar", "أذربيجان: اتهام"),
        ("ru", "Азербайджан: обвинение"),
        ("tr", "Azerbaycan: suçlama"),
        ("hy", "Ադրբեջան՝ մեղադրանք"),
    ],
)
def test_a_statement_without_a_place_is_told_by_the_state_that_makes_it(language: str, expected: str) -> None:
    said = Event(id="e", type="ACCUSE", mode="allege", clarity="contested")
    assert titles(said, speaker="iso:AZ")[language] == expected
    assert titles(said, speaker="az-mfa")["en"] == titles(said)["en"] == "Accusation"
    assert titles(replace(said, where=match(ANKARA)), speaker="iso:AZ")["en"] == "Accusation in Ankara"
    other = Actor(id="iso:AM", name="Armenia", role="actor")
    assert titles(replace(said, actors=(other,)), speaker="iso:AZ")["en"] == "Accusation"


def test_who_struck_stands_in_no_title() -> None:
    sides = (Actor(id="iso:AZ", name="Azerbaijan", role="actor"), Actor(id="iso:AM", name="Armenia", role="recipient"))
    assert titles(replace(SHELLING, actors=sides)) == titles(SHELLING)
    assert titles(replace(SHELLING, actors=sides, where=None), speaker="iso:AM")["en"] == "Artillery attack"


def test_a_known_name_stands_for_the_title_where_a_language_has_one() -> None:
    found = titles(SHELLING, name={"en": "The long night"})
    assert found["en"] == "The long night"
    assert found["fa"] == "حمله توپخانه‌ای در تووز"


def test_abbreviations_keep_their_large_letters() -> None:
    assert titles(replace(SHELLING, mode="drone"))["tr"] == "Tovuz'da İHA saldırısı"
