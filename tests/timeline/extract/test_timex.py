"""Time expressions: what they are worth, what they cover, what is none."""

from datetime import date

import pytest

from geodata.model import Span
from timeline import languages
from timeline.extract.timex.tagging import tag
from timeline.model.timex import TaggedTime

PUBLISHED = date(2020, 7, 17)  # a Friday
CODES = ("ar", "en", "ru", "tr", "az", "hy", "fa", "ka", "uk")


def tagged(code: str, text: str, published: date | None = PUBLISHED) -> tuple[TaggedTime, ...]:
    pack = languages.load(code)
    assert pack is not None
    return tag(text, pack, published=published)


def values(code: str, text: str, published: date | None = PUBLISHED) -> list[str]:
    return [time.expression.value for time in tagged(code, text, published)]


def words(code: str, text: str) -> list[str]:
    spans = [time.expression.span for time in tagged(code, text)]
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "A T-72 fired 122 mm shells at 20% of the 2,000 houses; resolution 822 passed 9-3."),
        ("en", "They may march on; the president spoke to 1994 people."),
        ("en", "It costs $1999 or €2020 a piece, on page 1990."),
        ("en", "The Winter War, the Six-Day War and the Seven Years' War; Bloody Sunday; the fall of the city."),
        ("ar", "دمرت الدبابة تي-72 نحو 20% من 2000 منزل، ومارس القرار 822 ضغطا على 1994 شخصا."),
        ("ru", "Танк Т-72 и 122 мм снаряды, 20% из 2000 домов, резолюция 822, 1994 человека, окружающая среда."),
        ("ru", "Марта Иванова (25 лет) и её сын, 12 лет, смотрели матч: со счётом 14:10 шла версия 10.11.12."),
        ("uk", "Йому 25 років, її синові виповнилося 18, рахунок 14:10, накладено 1990 гривень."),
        ("uk", "Танк Т-72 і 122 мм снаряди, 20% з 2000 будинків, резолюція 822, 1994 особи, лютий ворог."),
        ("tr", "T-72 tankı, 122 mm top, yüzde 20, 822 sayılı karar, 1994 kişi, pazar yeri."),
        ("tr", "Elif Şafak ile Recep Gündüz 15 Temmuz Şehitler Köprüsü'nde, Mayıs Dağı'nda, Ekim Devrimi'nde."),
        ("az", "Novruz Məmmədov və Gündüz 28 May küçəsində, Aprel döyüşləri haqqında, Qara Yanvar."),
        ("az", "T-72 tankı, 122 mm, 20 faiz, 822 saylı qətnamə, 1994 nəfər, bazar iqtisadiyyatı."),
        ("hy", "Տ-72 տանկը, 122 մմ, 20 տոկոս, 1994 մարդ, մարտի դաշտ։"),
        (
            "fa",
            "تانک تی-۷۲ و گلوله‌های ۱۲۲ میلی‌متری، ۲۰ درصد از ۲۰۰۰ خانه، قطعنامه ۸۲۲، ۱۹۹۴ نفر؛ او می گوید مه غلیظ است.",
        ),
        ("ka", "ტანკი T-72, 122 მმ ჭურვი, 2000 სახლის 20 პროცენტი, 822-ე რეზოლუცია, 1994 ადამიანი."),
    ],
)
def test_numbers_that_are_no_dates(code: str, text: str) -> None:
    assert words(code, text) == []


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "since May 1994", ("1994-05", date(1994, 5, 1), date(1994, 5, 31), "month")),
        ("en", "the end of March", ("2020-03", date(2020, 3, 21), date(2020, 3, 31), "month")),
        ("en", "early June", ("2020-06", date(2020, 6, 1), date(2020, 6, 10), "month")),
        ("en", "mid-June", ("2020-06", date(2020, 6, 11), date(2020, 6, 20), "month")),
        ("en", "late 2019", ("2019", date(2019, 9, 1), date(2019, 12, 31), "year")),
        ("en", "the early 1990s", ("199", date(1990, 1, 1), date(1993, 12, 31), "decade")),
        ("en", "earlier this month", ("2020-07", date(2020, 7, 1), date(2020, 7, 16), "month")),
        ("en", "on the night of 12 July", ("2020-07-12TNI", date(2020, 7, 12), date(2020, 7, 13), "day")),
        ("en", "the night of 3 to 4 December 2018", ("2018-12-03TNI", date(2018, 12, 3), date(2018, 12, 4), "day")),
        ("en", "overnight", ("2020-07-16TNI", date(2020, 7, 16), date(2020, 7, 17), "day")),
        ("en", "in recent days", ("PAST_REF", date(2020, 7, 11), date(2020, 7, 17), "day")),
        ("en", "the second half of 2019", ("2019-H2", date(2019, 7, 1), date(2019, 12, 31), "year")),
        ("ru", "в ночь на 13 июля", ("2020-07-12TNI", date(2020, 7, 12), date(2020, 7, 13), "day")),
        ("az", "bu gecə", ("2020-07-17TNI", date(2020, 7, 16), date(2020, 7, 17), "day")),
        ("ar", "رمضان 1441 هـ", ("2020-04-24/2020-05-23", date(2020, 4, 24), date(2020, 5, 23), "month")),
        ("fa", "تیر ۱۳۹۹", ("2020-06-21/2020-07-21", date(2020, 6, 21), date(2020, 7, 21), "month")),
        ("fa", "سال ۱۳۹۹", ("2020-03-20/2021-03-20", date(2020, 3, 20), date(2021, 3, 20), "year")),
        ("fa", "۱۳۹۹/۱۲/۳۰", ("2021-03-20", date(2021, 3, 20), date(2021, 3, 20), "day")),
        ("fa", "۲۲ تیر", ("2020-07-12", date(2020, 7, 12), date(2020, 7, 12), "day")),
    ],
)
def test_days_that_an_expression_covers(code: str, text: str, expected: tuple[str, date, date, str]) -> None:
    (time,) = tagged(code, text)
    assert time.interval is not None
    assert (time.expression.value, time.interval.start, time.interval.end, time.interval.precision) == expected


@pytest.mark.parametrize(
    ("code", "text", "span", "signal"),
    [
        ("en", "since 1992", "1992", "since"),
        ("en", "until Friday", "Friday", "until"),
        ("en", "before 1994", "1994", "before"),
        ("en", "after May 2018", "May 2018", "after"),
        ("en", "by the end of the year", "the end of the year", "by"),
        ("ar", "منذ عام 1992", "عام 1992", "since"),
        ("ar", "وبحلول نهاية العام", "نهاية العام", "by"),
        ("ru", "с 2014 года", "2014 года", "since"),
        ("tr", "1992'den beri", "1992", "since"),
        ("az", "1992-ci ildən bəri", "1992-ci ildən", "since"),
        ("hy", "1992 թվականից ի վեր", "1992 թվականից", "since"),
        ("fa", "از سال ۱۹۹۲", "سال ۱۹۹۲", "since"),
        ("fa", "پیش از سال ۱۹۹۴", "سال ۱۹۹۴", "before"),
        ("ka", "1992 წლიდან", "1992 წლიდან", "since"),
        ("ka", "2020 წლის შემდეგ", "2020 წლის", "after"),
    ],
)
def test_signals_stay_outside_the_span(code: str, text: str, span: str, signal: str) -> None:
    (time,) = tagged(code, text)
    assert words(code, text) == [span]
    assert time.signal == signal
    assert time.interval is not None
    assert (time.interval.open_end, time.interval.open_start) == (signal == "since", signal == "until")


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "They met on Thursday.", ["2020-07-16"]),
        ("en", "They met on Friday.", ["2020-07-17"]),
        ("en", "They will meet on Thursday.", ["2020-07-23"]),
        ("en", "He said Thursday that talks will resume on Monday.", ["2020-07-16", "2020-07-20"]),
        ("en", "They agreed to meet in January.", ["2021-01"]),
        ("en", "They met in January.", ["2020-01"]),
        ("en", "Ahead of the talks the ministry on Sunday issued a warning.", ["2020-07-12"]),
        ("en", "The deal announced in May expires Aug. 1.", ["2020-05", "2020-08-01"]),
        ("en", "It will open, as promised since June.", ["2020-06"]),
        ("en", "Daniel P. Davison will leave Monday.", ["2020-07-20"]),
        ("en", "He would be traveling to the United States Monday.", ["2020-07-20"]),
        ("en", "An editorial on Saturday, July 18: no more war.", ["2020-07-18"]),
        ("ar", "ستعقد القمة الاثنين.", ["2020-07-20"]),
        ("ar", "عقدت القمة الاثنين.", ["2020-07-13"]),
        ("ru", "Саммит состоится в понедельник.", ["2020-07-20"]),
        ("ru", "Саммит прошел в понедельник.", ["2020-07-13"]),
        ("tr", "Zirve pazartesi günü yapılacak.", ["2020-07-20"]),
        ("tr", "Zirve pazartesi günü yapıldı.", ["2020-07-13"]),
        ("az", "Görüş bazar ertəsi keçiriləcək.", ["2020-07-20"]),
        ("hy", "Հանդիպումը կկայանա երկուշաբթի օրը։", ["2020-07-20"]),
        ("fa", "نشست دوشنبه برگزار خواهد شد.", ["2020-07-20"]),
        ("fa", "نشست دوشنبه برگزار شد.", ["2020-07-13"]),
        ("ka", "სამიტი ორშაბათს გაიმართება.", ["2020-07-20"]),
        ("ka", "სამიტი ორშაბათს გაიმართა.", ["2020-07-13"]),
    ],
)
def test_direction_of_bare_days_and_months(code: str, text: str, expected: list[str]) -> None:
    assert values(code, text) == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "It began on 1 March 2016. Two days later it spread.", [("2016-03-01", False), ("2016-03-03", True)]),
        ("en", "He left on 27 September 2019 and returned the same evening.", [("2019-09-27", False), ("2019-09-27TEV", True)]),
        ("ru", "Его задержали 29 сентября. Двумя днями ранее, 27 сентября, он был в Баку.",
         [("2019-09-29", False), ("2019-09-27", True), ("2019-09-27", False)]),
        ("ru", "Посол прибыл 3 мая. Накануне он был в Баку.", [("2020-05-03", False), ("2020-05-02", True)]),
        ("ru", "Посол прибыл 3 мая. Его приняли. Накануне стало известно о мире.",
         [("2020-05-03", False), ("2020-07-16", False)]),
        ("hy", "Սեպտեմբերի 24-ի երեկոյան կրակ էր բացվել։ Նույն երեկոյան զոհվել է երկու կին։",
         [("2019-09-24TEV", False), ("2019-09-24TEV", True)]),
        ("ar", "وصلت في 1 مارس 2016. وبعد يومين سافرت.", [("2016-03-01", False), ("2016-03-03", True)]),
    ],
)  # fmt: skip
def test_what_hangs_on_the_time_told_before(code: str, text: str, expected: list[tuple[str, bool]]) -> None:
    assert [(time.expression.value, time.anaphoric) for time in tagged(code, text)] == expected


@pytest.mark.parametrize(
    ("code", "text", "starts", "end"),
    [
        ("en", "from 2015 to 2018", ["2015", "2018"], date(2018, 12, 31)),
        ("en", "from November 5 to December 18, 2018", ["2018-11-05", "2018-12-18"], date(2018, 12, 18)),
        ("en", "July 12-16", ["2020-07-12", "2020-07-16"], date(2020, 7, 16)),
        ("en", "June 5 and 6", ["2020-06-05", "2020-06-06"], date(2020, 6, 5)),
        ("ru", "с 12 по 16 июля", ["2020-07-12", "2020-07-16"], date(2020, 7, 16)),
        ("az", "iyulun 12-dən 16-dək", ["2020-07-12", "2020-07-16"], date(2020, 7, 16)),
        ("tr", "2015'ten 2018'e kadar", ["2015", "2018"], date(2018, 12, 31)),
        ("hy", "2015-ից մինչև 2018 թվականը", ["2015", "2018"], date(2018, 12, 31)),
        ("ar", "بين 5 و7 ديسمبر 1988", ["1988-12-05", "1988-12-07"], date(1988, 12, 7)),
    ],
)
def test_the_first_member_of_a_range_covers_it(code: str, text: str, starts: list[str], end: date) -> None:
    """A mere list ("June 5 and 6") is no range: each member has its own day."""
    times = tagged(code, text)
    assert [time.expression.value for time in times] == starts
    assert times[0].interval is not None
    assert times[0].interval.end == end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("yesterday", "XXXX-XX-XX"),
        ("on Tuesday", "XXXX-WXX-2"),
        ("on December 7", "XXXX-12-07"),
        ("in July", "XXXX-07"),
        ("last week", "XXXX-WXX"),
        ("two years ago", "XXXX"),
        ("on 17 July 2020", "2020-07-17"),
    ],
)
def test_without_a_publication_date_what_is_unknown_is_blank(text: str, expected: str) -> None:
    (time,) = tagged("en", text, published=None)
    assert time.expression.value == expected
    assert (time.interval is None) == ("X" in expected)


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("uk", "Війна почалася в березні 1921 року. Восени місто впало.", ["1921-03", "1921-FA"]),
        ("uk", "У липні 1921 року місто впало. Наприкінці року почався голод.", ["1921-07", "1921"]),
        ("ru", "Война началась в марте 1921 года. Осенью город пал.", ["1921-03", "1921-FA"]),
        ("en", "The war began in March 1921. By the end of the year they had lost.", ["1921-03", "1921"]),
        ("uk", "Війна почалася в березні 1921 року. Сьогодні там музей.", ["1921-03", "PRESENT_REF"]),
        ("uk", "Наступ почався 9 грудня 1940 року. Місто впало 21 січня.", ["1940-12-09", "1941-01-21"]),
        ("uk", "Наступ почався 9 липня 1940 року. Ще 3 червня місто було вільне.", ["1940-07-09", "1940-06-03"]),
    ],
)
def test_without_a_publication_date_the_narrative_tells_the_year(code: str, text: str, expected: list[str]) -> None:
    assert [time.expression.value for time in tagged(code, text, published=None)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("у 264 році до н. е.", ["BC0264"]),
        ("(264–241 рр. до н. е.)", ["BC0264", "BC0241"]),
        ("у березні 241 до н. е.", ["BC0241-03"]),
        ("наприкінці V століття до н. е.", ["BC04"]),
    ],
)
def test_what_lies_before_our_era_has_a_value_and_no_days(text: str, expected: list[str]) -> None:
    times = tagged("uk", text)
    assert [time.expression.value for time in times] == expected
    assert not any(time.interval for time in times)


def test_a_suffix_of_decades_may_be_one_of_numbers() -> None:
    assert values("uk", "протягом 3-х тижнів у 90-х роках") == ["P3W", "199"]


def test_a_time_only_compared_with_is_no_anchor() -> None:
    text = (
        "Exports of the first quarter rose from a year earlier, sales fell from a year earlier. The quarter was mild."
    )
    assert values("en", text) == ["2020-Q1", "2019-Q1", "2019-Q1", "2020-Q1"]
    assert values("en", "Exports rose from a year earlier, sales fell from a year earlier.") == ["2019", "2019"]


@pytest.mark.parametrize(
    "text", ["now", "in the past", "in the future", "for a week", "the first nine months", "currently"]
)
def test_vague_times_and_lengths_date_nothing(text: str) -> None:
    (time,) = tagged("en", f"It went on {text}.")
    assert time.interval is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("twenty-five days", "P25D"), ("in nineteen ninety-six", "1996")],
)
def test_numbers_in_words(text: str, value: str) -> None:
    assert values("en", f"It was {text}.") == [value]


def test_rounded_years_are_approximate() -> None:
    (nearly,) = tagged("en", "nearly thirty years ago")
    assert nearly.interval is not None
    assert (nearly.expression.value, nearly.interval.approximate, nearly.interval.precision) == ("1990", True, "year")


def test_sentences_given_bound_the_direction() -> None:
    """A future verb of the next sentence does not turn this one's weekday."""
    text = "on Monday; they will meet"
    pack = languages.load("en")
    assert pack is not None
    (apart,) = tag(text, pack, published=PUBLISHED, sentences=[Span(start=0, end=10), Span(start=11, end=25)])
    assert apart.expression.value == "2020-07-13"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They fought in April 2016, with tanks. 12 July was calm.", ["2016-04", "2020-07-12"]),
        ("In 2016, see vol. 12 July was calm.", ["2016", "2016-07-12"]),
    ],
)
def test_a_full_stop_behind_a_word_in_full_ends_a_sentence_before_a_digit(text: str, expected: list[str]) -> None:
    assert values("en", text) == expected


def test_a_suffix_behind_a_phrase_is_no_part_of_it() -> None:
    assert words("tr", "Kurban Bayramı'nda köy boştu.") == ["Kurban Bayramı"]


def test_a_set_says_nothing_of_how_often() -> None:
    assert values("tr", "Yılda iki kez toplanırlar.") == ["P1Y"]


@pytest.mark.parametrize(
    ("text", "expected"), [("Hafta sonu toplandılar.", "2020-W28-WE"), ("Hafta sonu toplanacaklar.", "2020-W29-WE")]
)
def test_the_clause_tells_which_weekend_is_meant(text: str, expected: str) -> None:
    assert values("tr", text) == [expected]


def test_a_text_of_history_is_read_as_a_narrative_though_its_publication_is_known() -> None:
    text = (
        "In 1918 war came. In 1919 it spread. In 1920 the front broke. It was held until 1921. "
        "In December 1922 talks began. On 3 May a truce was signed."
    )
    values = [time.expression.value for time in tagged("en", text, published=date(2020, 7, 17))]
    assert values == ["1918", "1919", "1920", "1921", "1922-12", "1923-05-03"]
    news = f"{text} It was lost on Friday and Monday."
    assert [time.expression.value for time in tagged("en", news, published=date(2020, 7, 17))][-3] == "2020-05-03"


@pytest.mark.parametrize(
    ("end", "expected"),
    [("In 1925 the last left.", "1923-03-03"), ("Monday, 4 May 1925. He left today.", "1925-03-03")],
)
def test_a_story_may_reach_the_year_but_not_the_day_of_its_publication(end: str, expected: str) -> None:
    text = (
        "In 1918 war came. In 1919 it spread. In 1920 the front broke. It was held until 1921. "
        f"In December 1922 talks began. On 3 March a truce was signed. It held from 1923 to 1925. {end}"
    )
    assert expected in values("en", text, date(1925, 5, 4))


def test_quarters_that_are_counted_are_none_to_compare_with() -> None:
    assert values("en", "It lost in each of the last four quarters. Shares stood at $9 a year ago.")[-1] == "2019"


@pytest.mark.parametrize(
    ("published", "expected"),
    [(date(2020, 3, 2), "2019-WI"), (date(2020, 7, 17), "2019-WI"), (date(2020, 12, 9), "2020-WI")],
)
def test_this_winter_is_the_one_that_last_began_in_what_is_past(published: date, expected: str) -> None:
    assert values("en", "The strikes that began this winter went on.", published) == [expected]


def test_the_first_hour_of_a_range_shares_the_half_of_the_day() -> None:
    assert values("en", "They met between 2:40 and 3 p.m.") == ["2020-07-17T14:40", "2020-07-17T15:00"]
    assert values("en", "They met between 10 a.m. and 3 p.m.") == ["2020-07-17T10:00", "2020-07-17T15:00"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The war (22 June 1941 – 9 May 1945)"),
        ("ru", "Война (22 июня 1941 – 9 мая 1945)"),
        ("uk", "Війна (22 червня 1941 – 9 травня 1945)"),
        ("tr", "Savaş (22 Haziran 1941 – 9 Mayıs 1945)"),
        ("az", "Müharibə (22 iyun 1941 – 9 may 1945)"),
        ("hy", "Պատերազմը (22 հունիսի 1941 – 9 մայիսի 1945)"),
        ("fa", "جنگ (22 ژوئن 1941 – 9 مه 1945)"),
        ("ka", "ომი (22 ივნისი 1941 – 9 მაისი 1945)"),
        ("ar", "الحرب (22 يونيو 1941 – 9 مايو 1945)"),
    ],
)
def test_a_day_behind_a_year_and_a_dash_is_no_short_year(code: str, text: str) -> None:
    assert values(code, text) == ["1941-06-22", "1945-05-09"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1992–94", ["1992", "1994"]), ("1941–2", ["1941", "1942"]), ("1999–01", ["1999", "2001"])],
)
def test_the_second_year_of_a_range_is_the_next_that_ends_so(text: str, expected: list[str]) -> None:
    assert values("en", f"The war ({text}) was long.") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("نشست دوشنبه برگزار شد.", ["دوشنبه"]),
        ("رئیس‌جمهور تاجیکستان در دوشنبه گفت.", []),
        ("رئیس‌جمهور تاجیکستان روز دوشنبه در دوشنبه گفت.", ["روز دوشنبه"]),
        ("رئیس‌جمهور تاجیکستان سه‌شنبه گفت.", ["سه‌شنبه"]),
    ],
)
def test_a_weekday_is_a_town_where_the_text_is_about_its_land(text: str, expected: list[str]) -> None:
    assert words("fa", text) == expected
