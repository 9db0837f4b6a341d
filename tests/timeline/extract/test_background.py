"""Times of clauses that only say more of something, times that only measure, and what no story goes on with."""

from __future__ import annotations

from datetime import date

import pytest

from tests.timeline.extract.reading import read

FRIDAY = date(2020, 7, 17)

SAYS_MORE = [
    # who was found guilty was so now, and the next sentence goes on with now
    ("en", "Two men, wounded in a clash in Goris in March, have been sentenced to jail.", ["2020-03-01", "2020-07-17"]),
    ("en", "A man, arrested at a rally in Goris in May, was released in Baku. Police shot a driver.",
     ["2020-05-01", "2020-05-01", "2020-07-17", "2020-07-17"]),
    ("en", "Rebels who seized Goris in May freed ten hostages today. Police shot a driver.",
     ["2020-05-01", "2020-07-17", "2020-07-17"]),
    ("ru", "Люди, захватившие 12 июля Горис, освободили сегодня заложников. Полиция застрелила водителя.",
     ["2020-07-12", "2020-07-17", "2020-07-17"]),
    ("tr", "Haziranda Goris'i ele geçiren isyancılar bugün on rehineyi serbest bıraktı. Polis bir sürücüyü vurdu.",
     ["2020-06-01", "2020-07-17", "2020-07-17"]),
    # a list of deeds says more of nobody
    ("en", "Troops shelled Goris, stormed Kapan on Monday, and seized Lachin.", ["2020-07-13", "2020-07-13", "2020-07-13"]),
    ("en", "Troops shelled Goris on Monday. Police shot a driver.", ["2020-07-13", "2020-07-13"]),
    # of an election or a shelling its own participle tells
    ("ru", "На площади 15 июля вспоминали жертв обстрела Гориса, случившегося 5 июля.", ["2020-07-15", "2020-07-05"]),
    ("ru", "Посол раскритиковал 15 июля ход выборов в Грузии, прошедших 5 июля.", ["2020-07-15", "2020-07-05"]),
]  # fmt: skip
MEASURES = [
    ("en", "Troops shelled Goris, the heaviest bombardment since 1994.", "2020-07-17"),
    ("ka", "გორისში საპროტესტო აქცია გაიმართა – 2009 წლის შემდეგ ყველაზე დიდი.", "2020-07-17"),
    ("hy", "Գորիսում բողոքի ցույց է անցկացվել, ամենամեծը 2009 թվականից։", "2020-07-17"),
    ("en", "Ten people have been killed in Goris since 10 July, the highest toll in years.", "2020-07-10"),
]
PLANS = [
    ("en", "The presidents will meet in Baku on 30 July. Police arrested ten people in Goris.", ["2020-07-30", "2020-07-17"]),
    ("ru", "Президенты встретятся в Баку 30 июля. Полиция задержала в Горисе десять человек.", ["2020-07-30", "2020-07-17"]),
    ("ar", "سيعقد الرئيسان قمة في باكو في 30 تموز. واعتقلت الشرطة عشرة أشخاص في غوريس.", ["2020-07-30", "2020-07-17"]),
    ("en", "The presidents will meet in Baku on 30 July. They will sign a peace treaty in Goris.", ["2020-07-30", "2020-07-30"]),
]  # fmt: skip
PARAGRAPHS = [
    (
        "en",
        "On 10 July, it says, it was dark. They had guns. Nobody slept. They shot dead a driver.",
        "2020-07-10",
    ),
    ("ru", "10 июля, говорят, было темно. У них было оружие. Никто не спал. Они застрелили водителя.", "2020-07-10"),
    (
        "en",
        "On 10 July the men came to Goris. It was still dark.\n\nThe town is old.\n\nPolice shot dead a driver.",
        "2020-07-17",
    ),
]
BIRTHS = [
    ("az", "10 iyul 2020-ci il tarixində 1965-ci il təvəllüdlü sürücü Gorusda həbs edilib.", "2020-07-10"),
    ("tr", "10 Temmuz 2020'de 1965 doğumlu sürücü Goris'te gözaltına alındı.", "2020-07-10"),
    ("en", "On 10 July 2020 a driver born in 1965 was arrested in Goris.", "2020-07-10"),
    ("en", "A driver born in Goris in 1965 was arrested in Baku.", "2020-07-17"),
]


def _days(language: str, text: str) -> list[str]:
    mentions = read(language, text, FRIDAY).mentions
    return [str(m.when.start) for m in mentions if m.when]


@pytest.mark.parametrize(("language", "text", "days"), SAYS_MORE)
def test_a_clause_that_says_more_keeps_its_time_to_itself(language: str, text: str, days: list[str]) -> None:
    assert _days(language, text) == days


@pytest.mark.parametrize(("language", "text", "day"), MEASURES)
def test_what_something_is_compared_with_dates_nothing(language: str, text: str, day: str) -> None:
    assert set(_days(language, text)) == {day}


@pytest.mark.parametrize(("language", "text", "days"), PLANS)
def test_what_happened_takes_no_time_of_a_plan(language: str, text: str, days: list[str]) -> None:
    assert _days(language, text) == days


@pytest.mark.parametrize(("language", "text", "day"), PARAGRAPHS)
def test_a_day_goes_on_in_its_paragraph(language: str, text: str, day: str) -> None:
    assert _days(language, text)[-1] == day


@pytest.mark.parametrize(("language", "text", "day"), BIRTHS)
def test_the_day_beside_a_birth_is_told(language: str, text: str, day: str) -> None:
    assert _days(language, text) == [day]
