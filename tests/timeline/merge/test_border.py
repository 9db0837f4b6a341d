"""What two sides tell of one stretch of their border is one; villages that shell each other never are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from tests.timeline.factories import (
    AGDAM_VILLAGE,
    JULY,
    MOVSES,
    TOVUZ,
    actors,
    article,
    by_id,
    match,
    mention,
    place,
    region,
    toll,
)
from timeline.merge import merge
from timeline.model.mention import Mention

A, B = article("a"), article("b", "Another report of that Sunday.")
YERASKH = place("Yeraskh", 39.742, 44.826, country="AM")
SADARAK = place("Sadarak District", 39.71, 44.88, kind="district", radius_km=10.0)
IJEVAN = place("Ijevan", 40.88, 45.15, kind="city", country="AM")
GAZAKH = place("Gazakh District", 41.1, 45.35, kind="district", radius_km=23.0)
BORDER = place("Ijevan – Gazakh", 40.98, 45.25, kind="line", country=None, radius_km=16.0)
FIRED_ON = {"AM": {"actors": actors("iso:AZ>iso:AM")}, "AZ": {"actors": actors("iso:AM>iso:AZ")}}
EXCHANGE: dict[str, Any] = {"type": "COOPERATE", "mode": "prisoners"}


def sizes(*mentions: Mention) -> list[int]:
    events = merge(mentions, by_id(A, B), region=region([JULY]))
    return sorted((len(event.mentions) for event in events), reverse=True)


@pytest.mark.parametrize(
    ("why", "mentions"),
    [
        ("a village and the district that faces it", [mention(A, where=YERASKH, **FIRED_ON["AM"]), mention(B, where=SADARAK, **FIRED_ON["AZ"])]),
        ("near the village", [mention(A, where=match(YERASKH, 2)), mention(B, where=SADARAK)]),
        ("prisoners exchanged, each side naming its own", [mention(A, where=match(IJEVAN, 2), **EXCHANGE, **FIRED_ON["AM"]), mention(B, where=GAZAKH, **EXCHANGE, **FIRED_ON["AZ"])]),
        ("on the line between two towns", [mention(A, where=match(BORDER, 5), **EXCHANGE), mention(B, where=GAZAKH, **EXCHANGE)]),
    ],
)  # fmt: skip
def test_two_sides_tell_of_one_stretch_of_the_border(why: str, mentions: Sequence[Mention]) -> None:
    assert sizes(*mentions) == [2], why


@pytest.mark.parametrize(
    ("why", "mentions"),
    [
        ("villages of two countries", [mention(A, where=MOVSES), mention(B, where=AGDAM_VILLAGE)]),
        ("near villages of two countries", [mention(A, where=match(MOVSES, 2)), mention(B, where=match(AGDAM_VILLAGE, 2))]),
        ("near villages that a known clash fits", [mention(A, where=match(MOVSES, 2), **FIRED_ON["AM"]), mention(B, where=match(AGDAM_VILLAGE, 2), **FIRED_ON["AZ"])]),
        ("a village far from the middle of the district that it faces", [mention(A, "2014-08-01", MOVSES, **FIRED_ON["AM"]), mention(B, "2014-08-01", TOVUZ, **FIRED_ON["AZ"])]),
        ("shelling on two sides of the border", [mention(A, "2014-08-01", match(IJEVAN, 2)), mention(B, "2014-08-01", GAZAKH)]),
    ],
)  # fmt: skip
def test_shelling_of_different_villages_stays_apart(why: str, mentions: Sequence[Mention]) -> None:
    assert sizes(*mentions) == [1, 1], why


def test_the_same_toll_makes_up_for_modes_that_differ() -> None:
    dead = {"tolls": (toll(7),)}
    assert sizes(mention(A, mode="battle", **dead), mention(B, mode="mine", **dead)) == [2]
    one = {"tolls": (toll(1),)}
    assert sizes(mention(A, mode="battle", **one), mention(B, mode="mine", **one)) == [1, 1]


def test_the_host_is_no_party_that_parts_meetings() -> None:
    talks: dict[str, Any] = {"type": "CONSULT", "mode": "talks", "where": IJEVAN}
    guests, host = actors("iso:GE", "iso:TR"), actors("iso:AM")
    assert sizes(mention(A, **talks, actors=guests), mention(B, **talks, actors=host)) == [2]
    assert sizes(mention(A, **talks, actors=guests), mention(B, **talks, actors=actors("iso:RU"))) == [1, 1]


def test_what_the_same_parties_hardly_do_twice_needs_no_place() -> None:
    truce: dict[str, Any] = {"type": "AGREE", "mode": "ceasefire", "where": None}
    parties = actors("iso:AM", "iso:AZ")
    assert sizes(mention(A, **truce, actors=parties), mention(B, **truce, actors=parties)) == [2]
    assert sizes(mention(A, **truce), mention(B, **truce)) == [1, 1]
