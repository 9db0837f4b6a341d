"""What hangs on the story told so far."""

from datetime import date

import pytest

from timeline import languages
from timeline.extract.timex.tagging import tag


def values(text: str, code: str = "en", published: date | None = None, title: str | None = None) -> list[str]:
    pack = languages.load(code)
    assert pack is not None
    return [time.expression.value for time in tag(text, pack, published=published, title=title)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell in May 1704. That September they left.", ["1704-05", "1704-09"]),
        ("It fell in December 1704. That winter was cold.", ["1704-12", "1704-WI"]),
        ("It fell in 1704. The following spring they left.", ["1704", "1705-SP"]),
        ("It fell in May 1704. The previous autumn was wet.", ["1704-05", "1703-FA"]),
        ("It fell on 17 July 2020. The following Monday they left.", ["2020-07-17", "2020-07-20"]),
        ("It fell on 17 July 2020. That Wednesday it rained.", ["2020-07-17", "2020-07-15"]),
        ("It fell on 4 May 1704. It was held until the 25th.", ["1704-05-04", "1704-05-25"]),
        ("It fell on 25 June 1950. By Wednesday all had left.", ["1950-06-25", "1950-06-28"]),
        ("It began on 1 January 1863. In mid-December it had been lost.", ["1863-01-01", "1862-12"]),
        ("It fell in July 1794. Prices rose in the 1790s. Five years later he won.", ["1794-07", "179", "1799"]),
        ("That spring they left.", []),
        ("It fell in December 1704. In spring they left.", ["1704-12", "1705-SP"]),
        ("It fell on 10 December 1708. In winter it froze. In June they left.", ["1708-12-10", "1708-WI", "1709-06"]),
        ("1704\n\nIn May they left.", ["1704", "1704-05"]),
        ("Peace held until mid-1704. In May they left.", ["1704", "1704-05"]),
        ("In autumn 1704 they left. A few months later peace came. In May", ["1704-FA", "FUTURE_REF", "1704-05"]),
        ("It began on 4 July 1704. By the end of the day all was lost.", ["1704-07-04", "1704-07-04"]),
        ("In late 1704 they came. In February they left.", ["1704", "1705-02"]),
        ("In January 1704 they came. In winter it froze. In spring it ended.", ["1704-01", "1703-WI", "1704-SP"]),
        ("In 1704 they came. In winter it froze.", ["1704", "1704-WI"]),
        ("In the autumn of 1704 they came. In spring they left.", ["1704-FA", "1705-SP"]),
        ("In the autumn of 1704 they came. In February they left.", ["1704-FA", "1705-02"]),
        ("In the autumn of 1704 they came. In July they left.", ["1704-FA", "1704-07"]),
        (
            "In March 1704 it fell. By the end of the year all fell. In April peace came.",
            ["1704-03", "1704", "1704-04"],
        ),
        ("A truce held from December 20 to January 6, 1704.", ["1703-12-20", "1704-01-06"]),
        ("It was fought from October to March 1704.", ["1703-10", "1704-03"]),
    ],
)
def test_what_recurs_lies_around_after_or_before_the_time_told(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell in 499 BC. The following year they left.", ["BC0499", "BC0498"]),
        ("It fell in 480 BC. Ten years earlier they had won.", ["BC0480", "BC0490"]),
        ("It fell in 480 BC. In August they left, in the same year.", ["BC0480", "BC0480-08", "BC0480"]),
        ("It fell in 480 BC. In 479 they left. In 1901 it was dug out.", ["BC0480", "BC0479", "1901"]),
        ("It fell in AD 410. In 455 it fell again.", ["0410", "0455"]),
        ("In 479 houses they found nothing.", []),
        ("It fell in 480 BC. In late 479 they left, in the 470s they came.", ["BC0480", "BC0479", "BC047"]),
        ("It fell in 480 BC. The following spring they left.", ["BC0480", "BC0479-SP"]),
        ("It was built in the 5th and 4th centuries BC.", ["BC04", "BC03"]),
        ("It was taken in 490 and 480 BC.", ["BC0490", "BC0480"]),
        ("He died on 10 June 323 BC. At the end of the year they left.", ["BC0323-06-10", "BC0323"]),
    ],
)
def test_years_before_our_era_and_soon_after_it_are_told_on(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "On 5 June 2023 the dam broke. On 7 June they left.", ["2023-06-05", "2023-06-07"]),
        ("en", "It was shelled on 16 June 2022. It went on until 17 June.", ["2022-06-16", "2022-06-17"]),
        ("en", "War began in July 2006. On 14 August it ended.", ["2006-07", "2006-08-14"]),
        ("en", "In 2006 war began. On 12 July they came. In autumn they left.", ["2006", "2006-07-12", "2006-FA"]),
        ("en", "It fell in the long war of 1994. In January they met.", ["1994", "2024-01"]),
        ("en", "It fell on 5 May 2019. On 9 May they spoke.", ["2019-05-05", "2019-05-09"]),
        (
            "en",
            "He left on Monday. It fell on 5 May 2019. On 9 May they spoke.",
            ["2024-05-13", "2019-05-05", "2024-05-09"],
        ),
        ("en", "On 24 April 1915 it began. On 24 April they marched.", ["1915-04-24", "2024-04-24"]),
        ("en", "It fell on 14 March 2023. They had met on 15 February.", ["2023-03-14", "2023-02-15"]),
        ("tr", "Faciadan 38 yıl sonra, 26 Şubat'ta anıldılar.", ["XXXX", "2024-02-26"]),
        ("en", "It broke out on 2 May, until the 4th. That day they left.", ["2024-05-02", "2024-05-04", "2024-05-04"]),
        ("en", "Last year, too, the river rose in April.", ["2023", "2023-04"]),
        ("az", "Prezident Maya Sandu getdi.", []),
        ("en", "In 2018 power changed. In June protests began.", ["2018", "2018-06"]),
        ("en", "It fell on 5 June 2023. On 7 June they will meet.", ["2023-06-05", "2024-06-07"]),
        ("en", "It fell on 5 June 2023.\n\nThey met. They left on 7 June.", ["2023-06-05", "2023-06-07"]),
        ("en", "It fell on 5 May 2023.\n\nThey met. They left on 7 May.", ["2023-05-05", "2024-05-07"]),
        ("ru", "Упал 5 июня 2023 года.\n\nЕго нашли. Улетели 5 июня.", ["2023-06-05", "2023-06-05"]),
        ("az", "2023-cü il mayın 28-də döyüş oldu. Mayın 28-də nazir getdi.", ["2023-05-28", "2023-05-28"]),
        ("tr", "20 Mayıs 2023'te düştü. 22 Mayıs'ta anma töreni düzenlenecek.", ["2023-05-20", "2024-05-22"]),
        ("en", "(Baku, May 15, 2024) They freed those seized on December 26.", ["2024-05-15", "2023-12-26"]),
        ("ru", "(Баку, 15 мая 2024 года) Отпустили тех, кого схватили 26 декабря.", ["2024-05-15", "2023-12-26"]),
        ("tr", "(Bakü, 15 Mayıs 2024) 26 Aralık'ta yakalananlar bırakıldı.", ["2024-05-15", "2023-12-26"]),
        ("en", "(Baku, May 15, 2024) The court will sit on December 26.", ["2024-05-15", "2024-12-26"]),
        (
            "en",
            "It began on 2 May 2016. It was the worst since the 1990s, it lasted from May 3 to 5.",
            ["2016-05-02", "199", "2016-05-03", "2016-05-05"],
        ),
        (
            "en",
            "It began on 2 May 2016. On 5 May a truce was reached at noon.",
            ["2016-05-02", "2016-05-05", "2016-05-05T12:00"],
        ),
        ("az", "1993-cü il iyunun 4-də döyüş oldu. İyunun 7-də nazir getdi.", ["1993-06-04", "1993-06-07"]),
        ("ka", "2023 წლის 5 ივნისს კაშხალი აფეთქდა. 7 ივნისს ხალხი წავიდა.", ["2023-06-05", "2023-06-07"]),
    ],
)
def test_a_date_without_year_is_of_the_story_that_its_paragraph_tells(
    code: str, text: str, expected: list[str]
) -> None:
    assert values(text, code, date(2024, 5, 15)) == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "Last summer, on 29 July, it fell.", ["2023-SU", "2023-07-29"]),
        ("en", "Last winter, on 5 January, it fell.", ["2023-WI", "2024-01-05"]),
        ("en", "It fell in 2006. A year later, in May, they left.", ["2006", "2007", "2007-05"]),
        ("en", "Last week, on Wednesday, they left.", ["2024-W19", "2024-05-08"]),
        ("ru", "На прошлой неделе, в среду, ушли.", ["2024-W19", "2024-05-08"]),
        ("en", "It was the coldest of last summer. On 29 April they left.", ["2023-SU", "2024-04-29"]),
        ("ka", "გასულ ზაფხულს, 29 ივლისს, ვერტმფრენი ჩამოვარდა.", ["2023-SU", "2023-07-29"]),
    ],
)
def test_a_date_in_apposition_lies_within_the_time_that_it_explains(code: str, text: str, expected: list[str]) -> None:
    assert values(text, code, date(2024, 5, 15)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022: a timeline\n\n24 February. They come.\n2 April. They go.", ["2022", "2022-02-24", "2022-04-02"]),
        ("Beirut, 2008\n\n7 May: it begins.\n21 May: it ends.", ["2008", "2008-05-07", "2008-05-21"]),
        ("How the spring of 2008 passed\n\nOn 7 May it began.", ["2008-SP", "2008-05-07"]),
        ("It had begun in 2008.\n\nOn 7 May it was still there.", ["2008", "2024-05-07"]),
    ],
)
def test_a_heading_names_the_year_of_what_stands_below(text: str, expected: list[str]) -> None:
    assert values(text, "en", date(2024, 5, 15)) == expected


@pytest.mark.parametrize(
    ("title", "published", "expected"),
    [
        ("2004: the year in dates", None, ["2004-03-14", "2004-05-02"]),
        ("The end of 2004", None, ["2005-03-14", "2005-05-02"]),
        ("2004: the year in dates", date(2024, 5, 15), ["2004-03-14", "2004-05-02"]),
        ("The budget of 2025", date(2024, 5, 15), ["2024-03-14", "2024-05-02"]),
        ("From 2004 to 2008", None, ["XXXX-03-14", "XXXX-05-02"]),
        ("The days of March", None, ["XXXX-03-14", "XXXX-05-02"]),
        (None, None, ["XXXX-03-14", "XXXX-05-02"]),
    ],
)
def test_the_one_year_of_a_headline_is_that_of_the_days_below_it(
    title: str | None, published: date | None, expected: list[str]
) -> None:
    assert values("14 March. They came.\n\n2 May. They left.", "en", published, title) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The report is of March to June 2025. On 11 April they came.", ["2025-03", "2025-06", "2025-04-11"]),
        (
            "28 May 2024. The talks are off until 2028.\n\n29 May. They left.\n\n2 June. All was over.",
            ["2024-05-28", "2028", "2024-05-29", "2024-06-02"],
        ),
    ],
)
def test_a_story_stays_within_a_range_and_does_not_go_to_what_a_chronicle_only_looks_ahead_to(
    text: str, expected: list[str]
) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "It fell on 23 July 1993, exactly a month later so did Fizuli.", ["1993-07-23", "1993-08-23"]),
        ("en", "It fell in July 1993. Exactly a year later it was over.", ["1993-07", "1994-07"]),
        ("ru", "23 июля 1993 года вошли в Агдам, ровно через месяц — в Физули.", ["1993-07-23", "1993-08-23"]),
        ("az", "1993-cü il iyulun 23-də Ağdama, düz bir ay sonra Füzuliyə girdi.", ["1993-07-23", "1993-08-23"]),
        ("ar", "دخلت القوات في 23 تموز 1993، وبعد شهر تماماً خرجت.", ["1993-07-23", "1993-08-23"]),
        ("tr", "18 Temmuz 2024 gecesi sustular. İki gün sonra konvoy geldi.", ["2024-07-18TNI", "2024-07-20"]),
    ],
)
def test_an_exact_offset_keeps_the_day_and_a_night_counts_as_its_first(
    code: str, text: str, expected: list[str]
) -> None:
    assert values(text, code, date(2024, 7, 29)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It began in July 2006. By the end of the year it was over.", ["2006-07", "2006"]),
        ("On 13 March it was opened. At the end of the month he came.", ["2024-03-13", "2024-03"]),
        ("On 13 July it was opened. By the end of the month he will come.", ["2024-07-13", "2024-07"]),
        ("In 1999 it was opened. It had grown by the end of the year.", ["1999", "2024"]),
    ],
)
def test_the_end_of_a_month_that_is_over_is_of_the_month_told(text: str, expected: list[str]) -> None:
    assert values(text, "en", date(2024, 7, 29)) == expected


def test_next_spring_in_a_text_of_history_is_the_one_after_what_was_told() -> None:
    assert values("It fell in December 1963. Next spring they came.") == ["1963-12", "1964-SP"]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "It began in September 2020. On the 27th of the same month it fell.", ["2020-09", "2020-09-27"]),
        ("en", "It fell on 3 May 2020. On the 5th of the following month they left.", ["2020-05-03", "2020-06-05"]),
        ("ar", "في سبتمبر 2020 هاجموا. وفي الثالث والعشرين من الشهر نفسه سقطت.", ["2020-09", "2020-09-23"]),
        ("ru", "В сентябре 2020 года напали. 27 числа того же месяца город пал.", ["2020-09", "2020-09-27"]),
    ],
)
def test_a_day_of_the_same_month_is_of_the_month_told(code: str, text: str, expected: list[str]) -> None:
    assert values(text, code, date(2023, 11, 20)) == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "It began on 1 May. They came on 5 May. On the second day it rained.", ["05-01", "05-05", "05-02"]),
        ("en", "They fell on 1 April. It began on 5 May. On the first day it rained.", ["04-01", "05-05", "05-05"]),
        ("en", "It is the third day of the talks.", ["05-15"]),
        ("en", "It began on 13 May. On Tuesday, the second day, it rained.", ["05-13", "05-14", "05-14"]),
        ("tr", "Tatbikat 3 Mayıs'ta başladı. İkinci gün köprü kuruldu.", ["05-03", "05-04"]),
        ("ka", "3 მაისს დაიწყო. გუშინ იპოვეს. პირველ დღეს წვიმდა.", ["05-03", "05-14", "05-03"]),
    ],
)
def test_numbered_days_are_counted_from_the_first_that_was_told(code: str, text: str, expected: list[str]) -> None:
    assert values(text, code, date(2024, 5, 15)) == [f"2024-{day}" for day in expected]


def test_the_morning_behind_that_night_is_of_the_next_day() -> None:
    pack = languages.load("en")
    assert pack is not None
    text = "On 7 May they met. That night they came; in the morning they left."
    found = [time.interval for time in tag(text, pack, published=date(2024, 5, 15))]
    days = [(when.start.day, when.end.day) for when in found if when]
    assert days == [(7, 7), (7, 8), (8, 8)]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "September 2023\n19 – They come.\n21: They talk.", ["2023-09", "2023-09-19", "2023-09-21"]),
        ("en", "September\n19 – They come.\n24, Sunday – They go.", ["2023-09-19", "2023-09-24"]),
        (
            "ka",
            "2023 წელი\n\nსექტემბერი\n19 — მოვიდნენ.\n21 — წავიდნენ.\nოქტომბერი\n5 — იყვნენ.\n6 — წავიდნენ.",
            ["2023", "2023-09", "2023-09-19", "2023-09-21", "2023-10", "2023-10-05", "2023-10-06"],
        ),
        ("en", "May 2023\n1. They come.\n2. They go.", ["2023-05"]),
        ("en", "In May 2023 they came.\n19 – They come.\n21 – They go.", ["2023-05"]),
    ],
)
def test_bare_numbers_below_a_month_are_its_days(code: str, text: str, expected: list[str]) -> None:
    assert values(text, code, date(2024, 5, 1)) == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("tr", "Herson'dan 11 Kasım 2018'de çekildiler, bir gün önce köprü uçtu.", ["2018-11-11", "2018-11-10"]),
        ("tr", "14 Temmuz'da çekildiler, bir gün önce köprü uçtu.", ["2020-07-14", "2020-07-16"]),
        ("tr", "Bir Su-25, 27 Eylül 2019'da düşürüldü.", ["2019-09-27"]),
        ("en", "A Mi-24, on 3 May, and two F-16s in mid-2019.", ["2020-05-03", "2019"]),
    ],
)
def test_days_beside_a_day_of_long_ago_and_numbers_of_models(code: str, text: str, expected: list[str]) -> None:
    assert values(text, code, published=date(2020, 7, 17)) == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        # early in a week "this weekend" may be over
        ("en", "A race was held this weekend. They will meet this weekend.", ["2024-W19-WE", "2024-W20-WE"]),
        ("tr", "Yarış bu hafta sonu yapıldı. Bu hafta sonu buluşacaklar.", ["2024-W19-WE", "2024-W20-WE"]),
        # from a week nobody counts days back
        ("en", "It failed last week. A day earlier they left.", ["2024-W19", "2024-05-13"]),
        ("ka", "გასულ კვირას ჩაიშალა. ერთი დღით ადრე წავიდნენ.", ["2024-W19", "2024-05-13"]),
        ("en", "It failed on Sunday. A day earlier they left.", ["2024-05-12", "2024-05-11"]),
        # the years that have passed leave the story on its day
        ("az", "1996-cı il 9 aprel faciəsindən 28 il keçir. Həmin gün vuruldu.", ["1996-04-09", "1996", "1996-04-09"]),
        (
            "ka",
            "1996 წლის 9 აპრილის ტრაგედიიდან 28 წელი გავიდა. იმ დღეს დაარბიეს.",
            ["1996-04-09", "1996", "1996-04-09"],
        ),
    ],
)
def test_a_weekend_a_week_and_an_anniversary_leave_the_story_where_it_was(
    code: str, text: str, expected: list[str]
) -> None:
    assert values(text, code, date(2024, 5, 14)) == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "The trial was adjourned to January 3.", ["2025-01-03"]),
        ("en", "The talks were postponed to January.", ["2025-01"]),
        ("en", "The court adjourned on April 30.", ["2024-04-30"]),
        ("tr", "Zirve Şubat'a ertelendi.", ["2025-02"]),
        ("tr", "Toplantı 30 Nisan'da ertelendi.", ["2024-04-30"]),
        ("az", "Seçki yanvar ayına təxirə salınıb.", ["2025-01"]),
        ("az", "Görüş aprelin 30-da təxirə salınıb.", ["2024-04-30"]),
        ("fa", "نشست به ماه ژانویه موکول شد.", ["2025-01"]),
        ("ar", "تأجل الاجتماع إلى يناير.", ["2025-01"]),
        ("ru", "Суд перенесли на январь.", ["2025-01"]),
    ],
)
def test_what_is_put_off_to_a_time_lies_ahead(code: str, text: str, expected: list[str]) -> None:
    assert values(text, code, date(2024, 5, 14)) == expected
