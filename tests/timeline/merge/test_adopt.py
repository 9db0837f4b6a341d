"""Later, coarser accounts join the one happening that they can mean, and none of several."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from tests.timeline.factories import (
    AGDAM_VILLAGE,
    ANKARA,
    AZERBAIJAN,
    KARABAKH,
    MOVSES,
    SPITAK,
    TAVUSH,
    TOVUZ,
    actors,
    article,
    by_id,
    days,
    match,
    mention,
    place,
    region,
)
from timeline.merge import merge
from timeline.model.mention import Mention

A, B, C = article("a"), article("b", "A report of the week after."), article("c", "A third report of it all.")
MINE: dict[str, Any] = {"mode": "mine"}
TRUCE: dict[str, Any] = {"type": "AGREE", "mode": "ceasefire"}
VISIT: dict[str, Any] = {"type": "CONSULT", "mode": "visit"}
FIRST_WEEK = days("2021-11-01", "2021-11-07", basis="relative")
AYGEPAR = place("Aygepar", 40.95, 45.4, country="AM")


def sizes(*mentions: Mention) -> list[int]:
    events = merge(mentions, by_id(A, B, C), region=region())
    return sorted((len(event.mentions) for event in events), reverse=True)


@pytest.mark.parametrize(
    ("why", "mentions"),
    [
        ("the month", [mention(A, "2020-07-12", MOVSES), mention(B, "2020-07", MOVSES)]),
        ("the month, and near the village", [mention(A, "2020-07-12", match(MOVSES, 2)), mention(B, "2020-07", MOVSES)]),
        ("the month, and another mode left out", [mention(A, "2020-07-12", MOVSES), mention(B, "2020-07", MOVSES, mode=None)]),
        ("the month and the district", [mention(A, "2021-11-04", AGDAM_VILLAGE, **MINE), mention(B, "2021-11", TOVUZ, **MINE)]),
        ("the month of the village, the day of the district", [mention(A, "2021-11", AGDAM_VILLAGE, **MINE), mention(B, "2021-11-04", TOVUZ, **MINE)]),
        ("last week", [mention(A, "2021-11-04", AGDAM_VILLAGE, **MINE), mention(B, FIRST_WEEK, TOVUZ, **MINE)]),
        ("the week of what happens once", [mention(A, "1988-12-07", SPITAK, type="OTHER", mode="earthquake"), mention(B, days("1988-12-05", "1988-12-11"), SPITAK, type="OTHER", mode="earthquake")]),
        ("the year of what hardly recurs", [mention(A, "2019-05-03", ANKARA, mode="explosives"), mention(B, "2019", ANKARA, mode="explosives")]),
        ("no place, and the day told otherwise", [mention(A, "2020-11-10", KARABAKH, **TRUCE), mention(B, days("2020-11-10", basis="relative"), None, **TRUCE)]),
        ("only in which region", [mention(A, where=MOVSES), mention(B, where=TAVUSH)]),
        ("the same guests, only in which country", [mention(A, where=AGDAM_VILLAGE, **VISIT, actors=actors("tr-president")), mention(B, where=AZERBAIJAN, **VISIT, actors=actors("tr-president"))]),
    ],
)  # fmt: skip
def test_a_coarser_account_joins_the_only_one_it_can_mean(why: str, mentions: Sequence[Mention]) -> None:
    assert sizes(*mentions) == [2], why
    assert "coarsely" in merge(mentions, by_id(A, B, C), region=region())[0].why_merged


@pytest.mark.parametrize(
    ("why", "mentions"),
    [
        ("two days of the month", [mention(A, "2020-07-12", MOVSES), mention(B, "2020-07-20", MOVSES), mention(C, "2020-07", MOVSES)]),
        ("two mines of the district", [mention(A, "2021-11-04", AGDAM_VILLAGE, **MINE), mention(B, "2021-11-15", TOVUZ, **MINE), mention(C, "2021-11", TOVUZ, **MINE)]),
        ("the year of what recurs", [mention(A, "2020-07-12", MOVSES), mention(B, "2020", MOVSES)]),
        ("another month", [mention(A, "2020-07-12", MOVSES), mention(B, "2020-06", MOVSES)]),
        ("another kind", [mention(A, "2020-07-12", MOVSES), mention(B, "2020-07", MOVSES, mode="mine")]),
        ("another village", [mention(A, "2020-07-12", MOVSES), mention(B, "2020-07", AGDAM_VILLAGE)]),
        ("a month in the region", [mention(A, "2020-07-12", MOVSES), mention(B, "2020-07", TAVUSH)]),
        ("days that are said to have seen it again and again", [mention(A, "2020-07-14", MOVSES), mention(B, days("2020-07-12", "2020-07-16"), MOVSES)]),
        ("two villages of the region", [mention(A, where=MOVSES), mention(B, where=AYGEPAR), mention(C, where=TAVUSH)]),
        ("other guests of the country", [mention(A, where=AGDAM_VILLAGE, **VISIT, actors=actors("tr-president")), mention(B, where=AZERBAIJAN, **VISIT, actors=actors("iso:GE"))]),
        ("attacks on a country, of whatever mode", [mention(A, where=AGDAM_VILLAGE, actors=actors("iso:AM>iso:AZ")), mention(B, where=AZERBAIJAN, mode=None, actors=actors("iso:AM>iso:AZ"))]),
        ("a far region", [mention(A, where=MOVSES), mention(B, where=KARABAKH)]),
    ],
)  # fmt: skip
def test_a_coarser_account_that_fits_several_or_none_stays_alone(why: str, mentions: Sequence[Mention]) -> None:
    assert sizes(*mentions) == [1] * len(mentions), why


@pytest.mark.parametrize(
    ("why", "mentions"),
    [
        ("a month in the region, of what hardly recurs", [mention(A, "2019-05-03", MOVSES, mode="explosives"), mention(B, "2019-05", TAVUSH, mode="explosives")]),
        ("a year, without the mode that the other account has", [mention(A, "2019-05-03", ANKARA, mode="missile"), mention(B, "2019", ANKARA, mode=None)]),
        ("a year, between the same two parties", [mention(one, when, ANKARA, type="CONSULT", mode="talks", actors=actors("iso:AM", "iso:AZ")) for one, when in ((A, "2019-05-03"), (B, "2019"))]),
        ("a country, of what hardly recurs", [mention(A, "2019-05-03", AGDAM_VILLAGE, mode="explosives"), mention(B, "2019-05-03", AZERBAIJAN, mode="explosives")]),
    ],
)  # fmt: skip
def test_where_few_can_be_meant_a_wider_account_joins(why: str, mentions: Sequence[Mention]) -> None:
    assert sizes(*mentions) == [2], why


def test_an_earthquake_is_felt_in_several_towns_and_an_attack_is_not() -> None:
    quake: dict[str, Any] = {"type": "OTHER", "mode": "earthquake"}
    assert sizes(mention(A, where=SPITAK, **quake), mention(B, where=MOVSES, **quake)) == [1, 1]
    gyumri = place("Gyumri", 40.79, 43.85, kind="city", country="AM")
    assert sizes(mention(A, where=SPITAK, **quake), mention(B, where=gyumri, **quake)) == [2]
    assert sizes(mention(A, where=SPITAK), mention(B, where=gyumri)) == [1, 1]


def test_other_parties_part_talks_and_not_what_happens_once() -> None:
    one, other = actors("iso:RU"), actors("iso:GE", "iso:TR")
    for kind, expected in (("CONSULT", "talks"), [1, 1]), (("AGREE", "ceasefire"), [2]), (("PROTEST", "demo"), [2]):
        told: dict[str, Any] = {"type": kind[0], "mode": kind[1], "where": SPITAK}
        assert sizes(mention(A, **told, actors=one), mention(B, **told, actors=other)) == expected, kind
