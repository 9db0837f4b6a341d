"""Mentions in, events out: what becomes one, what stays apart, and what an event says of its sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.regions import Region
from tests.timeline.factories import (
    AGDAM_VILLAGE,
    ANKARA,
    AZERBAIJAN,
    CEASEFIRE,
    JULY,
    KARABAKH,
    MOSCOW,
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
    said,
    toll,
)  # fmt: skip
from timeline.merge import Constraints, merge
from timeline.model.article import Article
from timeline.model.event import Event
from timeline.model.mention import Mention

WIRE_EN, WIRE_RU = (article(code, f"Text in {code}.", origin="Demo Wire", language=code) for code in ("en", "ru"))
A, B, C = article("a"), article("b", "Another report of that Sunday."), article("c", "A third report of it all.")


def merged(
    mentions: Sequence[Mention], known: Region | None = None, articles: Sequence[Article] = (A, B, C, WIRE_EN, WIRE_RU)
) -> list[Event]:
    return list(merge(mentions, by_id(*articles), region=known or region()))


def sizes(events: Sequence[Event]) -> list[int]:
    return sorted((len(event.mentions) for event in events), reverse=True)


TOWN = place("Tovuz town", 41.0, 45.62, kind="city")
LATER = "positions in the Tovuz district on Sunday"
"""Another sentence of an article, as far as merging can tell."""
BLAST = {"type": "OTHER", "mode": "accident"}
BARDA = place("Barda", 40.37, 47.13, kind="city")
MEETING = {"type": "CONSULT", "mode": "meeting"}
TRUCE = {"type": "AGREE", "mode": "ceasefire"}
QUAKE = {"type": "OTHER", "mode": "earthquake"}
STATE = {"kind": "state", "mode": "seize"}
SINCE = days("1992", open_end=True)


@pytest.mark.parametrize(
    ("why", "mentions", "expected"),
    [
        ("the same day and place, told as shelling and as clashes", [mention(A), mention(B, mode="battle")], [2]),
        ("a town and the district around it", [mention(A), mention(B, where=TOWN)], [2]),
        ("an attack without a mode", [mention(A), mention(B, mode=None)], [2]),
        ("the night over midnight", [mention(A, days("2020-07-12", "2020-07-13")), mention(B, "2020-07-12")], [2]),
        ("four days and five days", [mention(A, days("2016-04-02", "2016-04-05")), mention(B, days("2016-04-01", "2016-04-05"))], [2]),
        ("the day of the report", [mention(A, "2020-07-12"), mention(B, days("2020-07-13", basis="reported"))], [2]),
        ("a truce at midnight", [mention(A, "2020-11-09", MOSCOW, **TRUCE), mention(B, "2020-11-10", MOSCOW, **TRUCE)], [2]),
        ("a coarse date of what happens once", [mention(A, "1994-05-12", KARABAKH, **TRUCE), mention(B, "1994", KARABAKH, **TRUCE)], [2]),
        ("a month of what happens once", [mention(A, "1988-12-07", SPITAK, **QUAKE), mention(B, "1988-12", SPITAK, **QUAKE)], [2]),
        ("states since one year", [mention(A, SINCE, KARABAKH, **STATE), mention(B, SINCE, KARABAKH, **STATE)], [2]),
        ("statements of one speaker without a place",
         [mention(A, where=None, type="ACCUSE", mode=None, actors=actors("tr-president>iso:AM")),
          mention(B, where=None, type="ACCUSE", mode=None, actors=actors("tr-president>iso:AM"))], [2]),
        ("a month's truce without a place in two translations",
         [mention(WIRE_EN, "1994-05", None, **TRUCE), mention(WIRE_RU, "1994-05", None, **TRUCE)], [2]),
        ("a statement whose place one translation leaves out",
         [mention(WIRE_EN, where=None, type="REJECT", mode=None), mention(WIRE_RU, where=ANKARA, type="REJECT", mode=None)], [2]),
        ("an agreement without a place", [mention(A, where=MOSCOW, **TRUCE), mention(B, where=None, type="AGREE", mode=None)], [2]),
        ("a headline without date and place", [mention(A), mention(A, None, None, trigger=9)], [2]),
        ("an earthquake, and who was killed", [mention(A, where=SPITAK, **QUAKE), mention(A, where=SPITAK, quote=LATER, mode=None)], [2]),
        ("a mine, and its blast", [mention(A, mode="mine"), mention(A, **BLAST)], [2]),
        ("a blast, and the attack", [mention(A, **BLAST), mention(A, where=TOWN, quote=LATER, mode=None)], [2]),
        ("a town, then what is somewhere in it", [mention(A, where=TOWN), mention(A, where=match(TOWN, 5), mode="battle")], [2]),
        ("an earthquake in a country, felt in a town of it", [mention(A, where=match(AZERBAIJAN), **QUAKE), mention(A, where=BARDA, **QUAKE)], [2]),
    ],
)  # fmt: skip
def test_tellings_of_one_happening_become_one_event(why: str, mentions: list[Mention], expected: list[int]) -> None:
    events = merged(mentions)
    assert sizes(events) == expected, why
    assert events[0].why_merged


@pytest.mark.parametrize(
    ("why", "mentions"),
    [
        ("daily violations", [mention(A, f"2020-07-{day}", mode="violation") for day in (12, 13, 14)]),
        ("daily violations in three articles", [mention(one, f"2020-07-{day}", mode="violation") for one, day in ((A, 12), (B, 13), (C, 14))]),
        ("two villages", [mention(A, where=MOVSES), mention(B, where=AGDAM_VILLAGE)]),
        ("two villages on the same day in one article", [mention(A, where=MOVSES), mention(A, where=AGDAM_VILLAGE)]),
        ("fire and return fire", [mention(A, where=match(AGDAM_VILLAGE, 2), actors=actors("iso:AM>iso:AZ")), mention(B, where=match(MOVSES, 2), actors=actors("iso:AZ>iso:AM"))]),
        ("a state and an event", [mention(A, SINCE, KARABAKH, **STATE), mention(B, "1992", KARABAKH, mode="seize")]),
        ("a statement and the act", [mention(A), mention(B, type="ACCUSE", mode=None)]),
        ("statements of two speakers", [mention(A, where=None, type="ACCUSE", mode=None, actors=actors("az-mod")), mention(B, where=None, type="ACCUSE", mode=None, actors=actors("am-mod"))]),
        ("two meetings in one city on one day", [mention(A, where=ANKARA, **MEETING, actors=actors("iso:AM", "iso:RU")), mention(B, where=ANKARA, **MEETING, actors=actors("iso:AZ", "iso:GE"))]),
        ("a year of fighting and one day of it", [mention(A, "2020"), mention(B, "2020-07-12")]),
        ("a truce that could be either of two", [mention(A, "2020-10-10", MOSCOW, **TRUCE), mention(B, "2020-11-10", MOSCOW, **TRUCE), mention(C, "2020", MOSCOW, **TRUCE)]),
        ("a range and its first day", [mention(A, "2020-07-12"), mention(B, days("2020-07-12", "2020-07-16"))]),
        ("other kinds", [mention(A, mode="battle"), mention(B, mode="mine")]),
        ("undated tellings of two articles", [mention(A, None), mention(B, None)]),
        ("a district and a country", [mention(A), mention(B, where=AZERBAIJAN)]),
        ("one article tells of an earthquake and of shelling", [mention(A, where=SPITAK, **QUAKE), mention(A, where=SPITAK, quote=LATER, mode="artillery")]),
        ("one sentence tells of an earthquake and of an attack", [mention(A, where=SPITAK, **QUAKE), mention(A, where=SPITAK, mode=None)]),
        ("one article tells of an earthquake and of killing, another day", [mention(A, where=SPITAK, **QUAKE), mention(A, "2020-07-11", SPITAK, LATER, mode=None)]),
        ("an earthquake in one article and an attack in another", [mention(A, where=SPITAK, **QUAKE), mention(B, where=SPITAK, mode=None)]),
        ("one article tells of a country and of a town in it", [mention(A, where=AZERBAIJAN), mention(A, where=BARDA, mode="battle")]),
        ("one article tells of a day and of the night after it", [mention(A), mention(A, days("2020-07-12", "2020-07-13"), mode=None)]),
        ("one article tells of a region and of a town in it", [mention(A, where=KARABAKH, mode="offensive"), mention(A, where=place("Town", 39.9, 46.8, kind="city"))]),
        ("one article tells of two districts", [mention(A), mention(A, where=place("Gazakh", 41.1, 45.4, kind="district", radius_km=22.0))]),
        ("one article tells two days", [mention(A, "2020-11-09", MOSCOW, **TRUCE), mention(A, "2020-11-10", MOSCOW, **TRUCE)]),
    ],
)  # fmt: skip
def test_what_recurs_or_differs_stays_apart(why: str, mentions: list[Mention]) -> None:
    assert sizes(merged(mentions)) == [1] * len(mentions), why


def test_an_earthquake_that_kills_is_no_attack_however_often_that_is_told() -> None:
    told = [
        mention(A, where=SPITAK, **QUAKE),
        *(mention(A, where=SPITAK, quote=LATER, mode=None, trigger=n) for n in (20, 30)),
    ]
    assert [(event.type, event.mode) for event in merged(told)] == [("OTHER", "earthquake")]
    assert [event.type for event in merged([mention(A, mode="mine"), mention(A, **BLAST)])] == ["ASSAULT"]


@pytest.mark.parametrize("status", ["planned", "hypothetical", "threatened", "unconfirmed", "denied", "cancelled"])
def test_only_what_is_told_as_fact_becomes_an_event(status: str) -> None:
    assert merged([mention(A, status=status)]) == []


def test_three_translations_and_a_rival_account_are_one_event_of_two_origins() -> None:
    wire = {
        "en": article("wire-en", "Azerbaijan's Defence Ministry said that Armenian units shelled Tovuz.", origin="Demo Wire"),
        "ar": article("wire-ar", "قالت وزارة الدفاع الأذربيجانية إن وحدات أرمينية قصفت توفوز.", origin="ديمو واير", language="ar"),
        "ru": article("wire-ru", "Минобороны Азербайджана заявило об обстреле Товуза.", origin="Demo Wire", language="ru"),
    }  # fmt: skip
    rival = article(
        "rival", "Azerbaijani forces opened fire, the ministry said.", origin="Ministry of Defence of Armenia"
    )
    speakers = {
        "en": "Azerbaijan's Defence Ministry",
        "ar": "وزارة الدفاع الأذربيجانية",
        "ru": "Минобороны Азербайджана",
    }
    told = [
        mention(one, actors=actors("iso:AM>iso:AZ"), attribution=said(speakers[code], actor_id="az-mod"),
                tolls=(toll(3, claimant=speakers[code], victims=code),))
        for code, one in wire.items()
    ]  # fmt: skip
    told.append(
        mention(
            rival, where=TAVUSH, actors=actors("iso:AZ>iso:AM"), attribution=said("the ministry", actor_id="am-mod")
        )
    )
    [event] = merged(told, region([JULY]), [*wire.values(), rival])
    assert len(event.mentions) == 4
    assert set(event.origins) == {"Demo Wire", "Ministry of Defence of Armenia"}
    assert [claim.attribution.actor_id for claim in event.claims] == ["am-mod", "az-mod"]
    assert (event.clarity, event.status, event.episode) == ("contested", "disputed", "July 2020 clashes")
    assert {actor.role for actor in event.actors} == {"named"}
    assert [found.low for found in event.tolls] == [3]
    assert event.titles["en"] == "Artillery attack in Tovuz"
    assert event.titles["ar"] == "قصف مدفعي في توفوز"
    assert "4 mentions in 4 articles" in event.why_merged


def test_names_of_a_speaker_that_nobody_knows_are_one_claim_in_translations() -> None:
    text = {"en": "Residents said that shells fell.", "ar": "قال سكان إن قذائف سقطت."}
    found = [article(code, words, origin="Demo Wire", language=code) for code, words in text.items()]
    speakers = {"en": "residents", "ar": "سكان"}
    [event] = merged([mention(one, attribution=said(speakers[one.language])) for one in found], articles=found)
    assert len(event.claims) == 1


def test_a_denial_by_the_other_side_is_a_claim_of_the_event() -> None:
    denial = mention(B, status="denied", attribution=said("the ministry", "denied", "am-mod"))
    [event] = merged([mention(A, attribution=said("the other ministry", actor_id="az-mod")), denial])
    assert [one.id for one in event.mentions] == [mention(A).id]
    assert [claim.attribution.kind for claim in event.claims] == ["claimed", "denied"]
    assert (event.clarity, event.status) == ("contested", "disputed")


def test_a_denial_in_the_same_article_needs_no_place() -> None:
    told = mention(A, attribution=said("a ministry", actor_id="az-mod"))
    denial = mention(A, where=ANKARA, trigger=9, mode="firearms", attribution=said("the other ministry", "denied"))
    [event] = merged([told, denial])
    assert (event.status, len(event.claims), event.mentions) == ("disputed", 2, (told,))


def test_a_denial_of_what_nobody_told_is_no_event() -> None:
    assert merged([mention(A, attribution=said("the ministry", "denied", "am-mod"))]) == []


def test_in_a_ministrys_own_account_the_ministry_is_that_ministry() -> None:
    own = article("own", "The ministry said that its post was shelled.", origin="Ministry of Defence of Armenia")
    told = [mention(own, attribution=said("the ministry")), mention(A, attribution=said("Yerevan", actor_id="am-mod"))]
    [event] = merged(told, articles=[A, own])
    assert [claim.also for claim in event.claims] == [(told[0].id,)]


def test_a_country_that_speaks_is_the_only_body_of_it_that_speaks() -> None:
    told = [
        mention(A, attribution=said("Baku", actor_id="iso:AZ")),
        mention(B, attribution=said("the ministry", actor_id="az-mod")),
    ]
    [event] = merged(told)
    assert len(event.claims) == 1


def test_statements_of_unknown_speakers_are_one_only_as_translations_of_one_account() -> None:
    wire = [article(code, f"Text in {code}.", origin="Demo Wire", language=code) for code in ("en", "ru")]
    told = [mention(one, where=None, type="REJECT", mode=None) for one in (*wire, A)]
    assert sizes(merged(told, articles=[*wire, A])) == [2, 1]


def test_where_parties_contradict_each_other_the_place_is_the_most_told_and_not_one_partys_village() -> None:
    told = [
        mention(A, trigger=number, actors=actors("iso:AM>iso:AZ"), attribution=said("x", actor_id="az-mod"))
        for number in (0, 3)
    ]
    rival = mention(B, where=MOVSES, actors=actors("iso:AZ>iso:AM"), attribution=said("y", actor_id="am-mod"))
    [event] = merged([*told, rival], region([JULY]))
    assert event.where is not None
    assert (event.clarity, event.where.place) == ("contested", TOVUZ)


def test_one_known_agreement_may_be_announced_in_two_capitals() -> None:
    peace = replace(
        CEASEFIRE,
        id="text",
        start=date(2025, 3, 13),
        end=date(2025, 3, 13),
        mode="peace",
        place_ids=("iso:TR", "iso:RU"),
    )
    told = [
        mention(A, "2025-03-13", where, type="AGREE", mode="peace", trigger=trigger)
        for where, trigger in ((ANKARA, 0), (MOSCOW, 9))
    ]
    assert sizes(merged(told, region([peace]))) == [2]
    assert sizes(merged(told)) == [1, 1]


def test_one_word_tells_of_one_agreement_and_of_shelling_in_each_village() -> None:
    capitals = [mention(A, "2025-03-13", where, type="AGREE", mode="peace") for where in (ANKARA, MOSCOW)]
    assert sizes(merged(capitals)) == [2]
    assert sizes(merged([mention(A, where=where) for where in (MOVSES, AGDAM_VILLAGE)])) == [1, 1]


def test_two_districts_of_a_long_war_on_one_day_stay_apart() -> None:
    war = replace(JULY, id="war", end=date(2020, 8, 30), place_ids=(KARABAKH.id,))
    north, south = (
        place(name, lat, 46.8, kind="district", radius_km=25.0) for name, lat in (("North", 40.2), ("South", 39.6))
    )
    assert sizes(merged([mention(A, where=north), mention(B, where=south)], region([war]))) == [1, 1]


def test_tolls_of_two_claimants_stand_side_by_side_and_the_later_supersedes_the_earlier() -> None:
    monday, tuesday = date(2020, 7, 13), date(2020, 7, 14)
    running = {"claimant": "az-mod", "cumulative": True}
    told = [
        mention(A, tolls=(toll(4, as_of=monday, **running), toll(40, claimant="am-mod"))),
        mention(B, tolls=(toll(12, as_of=tuesday, **running),)),
    ]
    [event] = merged(told)
    assert [(one.claimant, one.low) for one in event.tolls] == [("am-mod", 40), ("az-mod", 12)]


@pytest.mark.parametrize(
    ("earlier", "later", "kept"),
    [
        ({"victims": "soldiers"}, {"victims": "soldiers"}, [12]),
        ({"victims": "soldiers"}, {"victims": "civilians"}, [4, 12]),
        ({"victims": "soldiers"}, {"victims": None}, [4, 12]),
        ({"victims": "soldiers"}, {"victims": None, "cumulative": True}, [12]),
        ({"victims": "people"}, {"victims": None}, [12]),
        ({"cumulative": True}, {}, [4, 12]),
        ({"category": "wounded"}, {}, [4, 12]),
    ],
)
def test_a_later_figure_supersedes_what_counts_the_same_victims(
    earlier: dict[str, Any], later: dict[str, Any], kept: list[int]
) -> None:
    told = [
        mention(A, tolls=(toll(4, as_of=date(2020, 7, 13), claimant="az-mod", **earlier),)),
        mention(B, tolls=(toll(12, as_of=date(2020, 7, 14), claimant="az-mod", **later),)),
    ]
    [event] = merged(told)
    assert [one.low for one in event.tolls] == kept


def test_a_toll_in_the_publishers_own_voice_is_the_origins() -> None:
    [event] = merged([mention(A, tolls=(toll(3),))])
    assert [(one.claimant, one.as_of) for one in event.tolls] == [("Paper a", date(2020, 7, 13))]


def test_different_tolls_alone_contest_nothing() -> None:
    [event] = merged([mention(A, tolls=(toll(3),)), mention(B, tolls=(toll(30),))])
    assert (event.clarity, [one.low for one in event.tolls]) == ("agreed", [3, 30])


def test_a_state_is_known_to_last_to_its_last_report() -> None:
    later = article("later", "Still so.", published=date(2021, 3, 1))
    [event] = merged(
        [mention(A, SINCE, KARABAKH, **STATE), mention(later, SINCE, KARABAKH, **STATE)], articles=[A, later]
    )
    assert (event.kind, event.as_of) == ("state", date(2021, 3, 1))
    assert event.titles["en"] == "Military control in Nagorno-Karabakh since 1992"


def test_the_most_precise_place_and_the_best_supported_day_win() -> None:
    night = days("2020-07-12", "2020-07-13")
    [event] = merged([mention(A, night, TOWN), mention(B), mention(C)])
    assert event.where is not None
    assert event.when is not None
    assert (event.where.place.name, event.when.edtf()) == ("Tovuz town", "2020-07-12")


def test_the_type_that_most_origins_give_wins_and_any_mode_before_none() -> None:
    [event] = merged([mention(A, mode=None), mention(B, mode=None), mention(C, mode="drone")])
    assert (event.type, event.mode) == ("ASSAULT", "drone")


def test_the_chronology_names_the_episode_and_joins_what_fits_it() -> None:
    told = [mention(A, "1994", KARABAKH, **TRUCE), mention(B, "1994-05-12", KARABAKH, **TRUCE)]
    [event] = merged(told, region([CEASEFIRE]))
    assert event.episode == "Ceasefire of 1994"
    assert "chronology" in event.why_merged or "only one of its kind" in event.why_merged


def test_more_origins_lift_salience_and_copies_do_not_and_no_score_hides_them() -> None:
    copies = [article(name, origin="Demo Wire") for name in "xyz"]
    [single], [copied], [told] = (
        merged([mention(A)]),
        merged([mention(one) for one in copies], articles=copies),
        merged([mention(A), mention(B), mention(C)]),
    )
    assert (copied.score, copied.salience) == (single.score, single.salience)
    assert told.score == single.score
    assert told.salience > single.salience


def test_agreements_and_battles_come_before_statements() -> None:
    battle, truce = mention(A), mention(B, where=MOSCOW, **TRUCE)
    statement = mention(C, where=None, type="ACCUSE", mode=None, actors=actors("az-mod"))
    order = sorted(merged([statement, battle, truce]), key=lambda event: -event.salience)
    assert [event.type for event in order] == ["AGREE", "ASSAULT", "ACCUSE"]


def test_a_person_joins_what_rules_keep_apart_and_parts_what_they_join() -> None:
    villages = [mention(A, where=MOVSES), mention(B, where=AGDAM_VILLAGE)]
    joined = Constraints(together=frozenset({(villages[0].id, villages[1].id)}))
    assert sizes(merge(villages, by_id(A, B), region=region(), constraints=joined)) == [2]
    same = [mention(A), mention(B)]
    parted = Constraints(apart=frozenset({(same[0].id, same[1].id)}))
    assert sizes(merge(same, by_id(A, B), region=region(), constraints=parted)) == [1, 1]


def test_nothing_gives_nothing() -> None:
    assert merged([]) == []


PLACES = (TOVUZ, TOWN, MOVSES, AGDAM_VILLAGE, KARABAKH, AZERBAIJAN, None)
TIMES = ("2020-07-12", "2020-07-13", "2020-07", "2020", None)
MENTIONS = st.builds(
    mention,
    of=st.sampled_from([A, B, C]),
    when=st.sampled_from(TIMES),
    where=st.sampled_from(PLACES),
    mode=st.sampled_from(["artillery", "battle", "drone", None]),
    status=st.sampled_from(["happened", "ongoing", "denied"]),
    actors=st.sampled_from([actors("iso:AM>iso:AZ"), actors("iso:AZ>iso:AM"), ()]),
)


@settings(max_examples=60, deadline=None)
@given(told=st.lists(MENTIONS, max_size=9, unique_by=lambda one: one.id), random=st.randoms(use_true_random=False))
def test_the_order_of_mentions_and_articles_changes_nothing(told: list[Mention], random: object) -> None:
    shuffled, articles = list(told), [A, B, C]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    random.shuffle(articles)  # type: ignore[attr-defined]
    known = region([JULY])
    assert merge(shuffled, by_id(*articles), region=known) == merge(told, by_id(A, B, C), region=known)


@settings(max_examples=60, deadline=None)
@given(told=st.lists(MENTIONS, max_size=9, unique_by=lambda one: one.id))
def test_every_fact_is_in_exactly_one_event(told: list[Mention]) -> None:
    events = merged(told)
    found = sorted(one.id for event in events for one in event.mentions)
    assert found == sorted(one.id for one in told if one.status != "denied")


def test_a_known_happening_is_where_it_is_known_to_be_and_not_at_a_town_within() -> None:
    town = place("Stepanakert", 39.82, 46.75, kind="city")
    told = [
        mention(A, "1994-05-12", KARABAKH, type="AGREE", mode="ceasefire"),
        mention(B, "1994-05-12", town, type="AGREE", mode="ceasefire"),
    ]
    unknown, known = (merged(told, region(happenings))[0] for happenings in ([], [CEASEFIRE]))
    assert len(unknown.mentions) == len(known.mentions) == len(told)
    assert [event.where and event.where.place.id for event in (unknown, known)] == [town.id, KARABAKH.id]
