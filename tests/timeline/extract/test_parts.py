"""Who acts, who is acted upon, and who is only named: as little is told as the sentence shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from geodata import regions
from tests.timeline.extract.reading import read
from timeline import languages
from timeline.merge.origins import Bodies

CODES = [code for code in languages.available() if languages.load(code).triggers]  # type: ignore[union-attr]
EXAMPLES = [
    (code, row) for code in CODES for row in languages.load(code).parties.get("examples", ())  # type: ignore[union-attr]
]  # fmt: skip


def told(language: str, text: str, hint: str = "") -> dict[str, str]:
    """The role of each party of the mention whose words are nearest to the hint."""
    at = text.index(hint)
    nearest = min(read(language, text).mentions, key=lambda one: abs(one.trigger.start - at))
    return {actor.id: actor.role for actor in nearest.actors}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Azerbaijani forces shelled Armenian positions on Tuesday.", {"az-forces": "actor", "iso:AM": "recipient"}),
        ("Gori was bombed by Russian jets on Tuesday.", {"iso:RU": "actor"}),
        ("Three Azerbaijani soldiers were killed near Tovuz on Tuesday.", {"iso:AZ": "recipient"}),
        ("Azerbaijanis fled Gugark on Tuesday.", {"iso:AZ": "recipient"}),
        ("Azerbaijani shelling resumed near Movses on Tuesday.", {"iso:AZ": "actor"}),
    ],
)
def test_verbs_and_nouns_show_the_part(text: str, parties: Mapping[str, str]) -> None:
    assert told("en", text) == parties


@pytest.mark.parametrize(
    "text",
    [
        "A missile hit Ganja, a city of Azerbaijan, on Tuesday.",
        "Shells fell on Azerbaijan's Tovuz district on Tuesday.",
        "Shells fell on the Armenian province of Tavush on Tuesday.",
        "Azerbaijan's Defence Ministry said that shells fell near Tovuz on Tuesday.",
    ],
)
def test_owners_of_places_and_tellers_are_no_parties(text: str) -> None:
    assert told("en", text, "fell" if "fell" in text else "hit") == {}


def test_two_sides_act_together() -> None:
    assert told("en", "The presidents of Armenia and Azerbaijan met in Brussels on Tuesday.") == {
        "iso:AM": "actor",
        "iso:AZ": "actor",
    }


def test_capitals_stand_for_their_governments() -> None:
    assert told("en", "Baku accused Yerevan on Tuesday of shelling Tovuz.", "accused") == {
        "iso:AZ": "actor",
        "iso:AM": "recipient",
    }


def test_a_party_of_another_verb_has_no_part() -> None:
    text = "Armenian forces agreed to disarm on Wednesday, one day after Azerbaijan launched an offensive near Martuni."
    assert told("en", text, "launched") == {"iso:AZ": "actor"}


@pytest.mark.parametrize(("code", "row"), EXAMPLES)
def test_examples_of_the_languages(code: str, row: Mapping[str, Any]) -> None:
    bodies = Bodies(regions.load("caucasus").actors)
    sides = {(bodies.side(name), role) for name, role in told(code, row["text"], row["hint"]).items()}
    for role in ("actor", "recipient"):
        assert {side for side, told_as in sides if told_as == role} == set(row[f"{role}s"])
