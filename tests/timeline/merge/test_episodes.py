"""Episodes and states, from real texts to merged events: days grouped under one name, which holds the toll of all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import pytest

from tests.bench import tolls as bench
from timeline.model.event import Event

EPISODES: Mapping[str, Sequence[tuple[str, str, str]]] = {
    "tovuz-2020": (
        (
            "en",
            "2020-07-13",
            (
                "Fighting broke out near Tovuz on Sunday, 12 July. On Monday Armenian artillery shelled the village of "
                "Aghdam in the Tovuz district."
            ),
        ),
        ("hy", "2020-07-14", "Հուլիսի 14-ին ադրբեջանական կողմը հրետակոծել է Տավուշի մարզի Չինարի գյուղը։"),
        ("ru", "2020-07-15", "15 июля село Мовсес Тавушской области подверглось артиллерийскому обстрелу."),
        (
            "tr",
            "2020-07-20",
            (
                "12-16 Temmuz tarihlerinde Tovuz'da süren çatışmalarda 12 Azerbaycan askeri öldü, Azerbaycan Savunma "
                "Bakanlığı açıkladı."
            ),
        ),
    ),
    "karabakh-war-2": (
        (
            "ar",
            "2020-09-27",
            "اندلعت معارك عنيفة في ناغورني قره باغ صباح الأحد 27 سبتمبر.",
        ),
        ("en", "2020-10-04", "A missile hit a residential street in Ganja on Sunday, 4 October, killing one civilian."),
        ("hy", "2020-10-03", "Հոկտեմբերի 3-ին հրթիռակոծվել է Ստեփանակերտը։"),
        ("ru", "2020-10-02", "1 октября беспилотник нанёс удар по Варденису."),
        ("az", "2020-10-09", "Oktyabrın 8-də Bərdə şəhəri artilleriya atəşinə tutulub."),
        (
            "en",
            "2020-11-12",
            (
                "In the war from 27 September to 10 November 2020 in Nagorno-Karabakh 2,783 Azerbaijani soldiers were "
                "killed, the Azerbaijani Defence Ministry said."
            ),
        ),
    ),
    "april-war-2016": (
        ("en", "2016-04-02", "Heavy fighting broke out along the line of contact early on Saturday, 2 April."),
        ("az", "2016-04-04", "Aprelin 3-də Tərtər rayonu artilleriyadan atəşə tutulub."),
        ("ru", "2016-04-05", "4 апреля у села Талыш шли бои."),
    ),
    "georgia-war-2008": (
        ("ka", "2008-08-08", "8 აგვისტოს ცხინვალში ბრძოლები მიმდინარეობდა."),
        ("en", "2008-08-09", "Russian aircraft bombed Gori on Saturday, 9 August."),
        ("ru", "2008-08-10", "9 августа авиация нанесла удары по порту Поти."),
        ("tr", "2008-08-11", "10 Ağustos'ta Zugdidi bombalandı."),
    ),
}
GROUPED = {"tovuz-2020": 5, "karabakh-war-2": 6, "april-war-2016": 3, "georgia-war-2008": 4}
"""Happenings told by the texts of an episode."""


@cache
def told(episode: str) -> tuple[Event, ...]:
    """The events of an episode's texts."""
    texts = EPISODES[episode]
    return bench.events(
        [
            {"language": language, "published": day, "publisher": f"Paper {number}", "text": text}
            for number, (language, day, text) in enumerate(texts)
        ]
    )


@pytest.mark.parametrize("episode", EPISODES)
def test_the_happenings_of_an_episode_are_grouped_and_stay_apart(episode: str) -> None:
    grouped = [event for event in told(episode) if event.type == "ASSAULT"]
    assert {event.episode for event in grouped} == {episode}
    assert len(grouped) == GROUPED[episode]


@pytest.mark.parametrize(
    ("episode", "days", "figure"),
    [("tovuz-2020", ("2020-07-12", "2020-07-16"), 12), ("karabakh-war-2", ("2020-09-27", "2020-11-10"), 2783)],
)
def test_the_toll_of_all_days_hangs_at_the_episode_and_at_no_day_of_it(
    episode: str, days: tuple[str, str], figure: int
) -> None:
    holding = [event for event in told(episode) if any(toll.low == figure for toll in event.tolls)]
    assert [(str(event.when.start), str(event.when.end)) for event in holding if event.when] == [days]
    assert all(toll.cumulative for event in holding for toll in event.tolls if toll.low == figure)


@pytest.mark.parametrize(
    ("language", "day", "text", "year"),
    [
        ("en", "2019-05-08", "Shusha has been under occupation since 1992.", 1992),
        ("ru", "2019-05-08", "Лачинский район оккупирован с 1992 года.", 1992),
        ("ar", "2019-05-08", "منطقة لاتشين تحت الاحتلال منذ عام 1992.", 1992),
        ("hy", "2019-05-08", "Լաչինի շրջանը 1992 թվականից օկուպացիայի տակ է։", 1992),
        ("fa", "2019-05-08", "شهرستان لاچین از سال ۱۹۹۲ در اشغال است.", 1992),
        ("ka", "2019-05-08", "ლაჩინის რაიონი 1992 წლიდან ოკუპირებულია.", 1992),
        ("tr", "2019-05-08", "Laçın 1992'den beri işgal altında.", 1992),
    ],
)
def test_what_lasts_since_a_year_is_a_state_known_up_to_its_report(
    language: str, day: str, text: str, year: int
) -> None:
    [event] = bench.events([{"language": language, "published": day, "publisher": "Paper", "text": text}])
    assert (event.kind, str(event.as_of)) == ("state", day)
    assert event.when is not None
    assert (event.when.start.year, event.when.open_end) == (year, True)
    assert str(year) in event.titles["en"]


def test_each_sides_shelling_of_the_others_village_stays_apart() -> None:
    texts = [
        (
            "en",
            "On 14 July 2020 Azerbaijani forces shelled the village of Chinari, the Armenian Defence Ministry said.",
        ),
        ("az", "İyulun 14-də Ermənistan silahlı qüvvələri Tovuz rayonunun Ağdam kəndini artilleriyadan atəşə tutub."),
        ("ru", "14 июля азербайджанская армия обстреляла село Мовсес, сообщило министерство обороны Армении."),
    ]
    events = bench.events(
        [
            {"language": language, "published": "2020-07-14", "publisher": f"Paper {number}", "text": text}
            for number, (language, text) in enumerate(texts)
        ]
    )
    assert sorted(event.where.place.name for event in events if event.where) == ["Aghdam (Tovuz)", "Chinari", "Movses"]


@pytest.mark.parametrize(
    ("day", "text", "episode"),
    [
        ("2016-04-05", "A ceasefire was agreed along the line of contact on Sunday, 3 April.", "april-war-2016"),
        ("2020-10-02", "Artillery shelled Mingachevir on Thursday, 1 October.", "karabakh-war-2"),
        ("2020-10-02", "Artillery shelled positions near Lankaran on Thursday, 1 October.", None),
        ("2020-09-21", "Artillery shelled Aghdam on Sunday, 20 September.", None),
        ("2020-10-02", "Protesters rallied in Ganja on Thursday, 1 October.", None),
    ],
)
def test_what_lies_in_the_days_and_the_theatre_of_a_war_is_part_of_it(day: str, text: str, episode: str | None) -> None:
    [event] = bench.events([{"language": "en", "published": day, "publisher": "Paper", "text": text}])
    assert event.episode == episode
