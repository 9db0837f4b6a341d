"""Days and years told before that are told again, in another year or by the time beside them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.timeline.extract.reading import read
from tests.timeline.extract.test_timex_story import values

JANUARY_2026 = date(2026, 1, 27)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Troops fired at a rally on 9 April 1989. On the same day in 1991 it became free."),
        ("ru", "9 апреля 1989 года войска стреляли. В тот же день 1991 года страна стала свободной."),
        ("ar", "في 9 أبريل 1989 أطلقت القوات النار. وفي اليوم نفسه من عام 1991 استقلت البلاد."),
        ("fa", "۹ آوریل ۱۹۸۹ سربازان تیراندازی کردند. در همان روز سال ۱۹۹۱ کشور آزاد شد."),
        ("tr", "9 Nisan 1989'da askerler ateş açtı. 1991'in aynı günü ülke özgür oldu."),
        ("az", "1989-cu il aprelin 9-da əsgərlər atəş açdı. 1991-ci ilin həmin günü ölkə azad oldu."),
        ("hy", "1989-ի ապրիլի 9-ին զորքը կրակեց։ 1991-ի նույն օրը երկիրն ազատվեց։"),
        ("ka", "1989 წლის 9 აპრილს ჯარმა ისროლა. 1991 წლის იმავე დღეს ქვეყანა გათავისუფლდა."),
    ],
)
def test_the_same_day_of_another_year(language: str, text: str) -> None:
    assert values(text, language, JANUARY_2026)[-1] == "1991-04-09"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Three years ago today it came under attack.", "2023-01-27"),
        ("ru", "Три года назад сегодня на него напали.", "2023-01-27"),
        ("ru", "Сегодня, три года назад, на него напали.", "2023-01-27"),
        ("tr", "Üç yıl önce bugün saldırıya uğradı.", "2023-01-27"),
        ("en", "Three years ago he spoke of it, and today he left.", "2026-01-27"),
        ("en", "Today he said that it opened three years ago.", "2023"),
        ("en", "It opened in 2023, and today it was closed.", "2026-01-27"),
    ],
)
def test_years_ago_to_the_day(language: str, text: str, expected: str) -> None:
    assert values(text, language, JANUARY_2026)[-1] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Exactly thirty years ago, on 27 January, they shelled it.", "1996-01-27"),
        ("az", "Düz otuz il əvvəl, yanvarın 27-də oranı atəşə tutdular.", "1996-01-27"),
        ("en", "It was stormed on 16 January 1993. Eleven days later, on 27 January, it fell.", "1993-01-27"),
        ("ka", "მას 1993 წლის 16 იანვარს შეუტიეს. თერთმეტი დღის მერე, 27 იანვარს ქალაქი დაეცა.", "1993-01-27"),
        ("en", "It fell on 27 January 1993. On 27 January they laid wreaths.", "2026-01-27"),
    ],
)
def test_a_date_behind_the_day_that_it_explains(language: str, text: str, expected: str) -> None:
    assert values(text, language, JANUARY_2026)[-1] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "It had been closed since 2020. That year they lost the war.", "2020"),
        ("ru", "Он закрыт с 2020 года. В том году они проиграли войну.", "2020"),
        ("fa", "از سال ۲۰۲۰ بسته مانده بود. در آن سال جنگ را باختند.", "2020"),
        (
            "en",
            "In 2019 they met. It had been closed since 2015, they said. In 2021 it rained. That year they left.",
            "2021",
        ),
        ("en", "It had been closed since 2020. That week they left.", "2026-W05"),
    ],
)
def test_what_only_bounds_can_be_meant_by_that_year(language: str, text: str, expected: str) -> None:
    assert values(text, language, JANUARY_2026)[-1] == expected


def test_a_story_without_a_day_begins_where_something_lasts_from() -> None:
    text = "From 2 April 2016 it was fought over, as never since the 1990s. On 5 April they agreed on a truce."
    assert values(text)[-1] == "2016-04-05"


def test_a_day_of_that_month_is_not_counted_from_what_was_said_since() -> None:
    text = (
        "Troops shelled Goris on 18 October. On 17 October the ministry condemned it. "
        "On the tenth of the same month troops shelled Berd."
    )
    last = read("en", text, date(2020, 10, 18)).mentions[-1]
    assert str(last.when.start if last.when else None) == "2020-10-10"


def test_today_beside_years_ago_is_one_time() -> None:
    told = read("ru", "Сегодня, три года назад, на посольство в Тегеране напали.", JANUARY_2026).mentions
    assert [str(one.when.start) for one in told if one.when] == ["2023-01-27"]
