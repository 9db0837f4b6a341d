"""The publication date: what is stated, in order of trust; what can be inferred; what contradicts."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from geodata.model import Place, PlaceMatch, Span
from geodata.regions import Happening
from timeline import languages
from timeline.dating import date_article
from timeline.extract.timex.stated import parse_date
from timeline.model.article import Article, RawArticle

TOVUZ = Place(id="ne:AZ.tovuz", name="Tovuz", kind="district", country="AZ", lon=45.6, lat=41.0, radius_km=25)
TOWN = Place(id="gn:1", name="Talin", kind="city", country="AM", admin1="ne:AM.tavush", lon=45, lat=41, radius_km=3)
AZERBAIJAN = Place(id="iso:AZ", name="Azerbaijan", kind="country", country="AZ", lon=47, lat=40, radius_km=300)
SPELLINGS = {
    "توفوز": TOVUZ,
    "Tovuz": TOVUZ,
    "Товуз": TOVUZ,
    "Talin": TOWN,
    "Azerbaijan": AZERBAIJAN,
    "أذربيجان": AZERBAIJAN,
}


def happening(name: str, start: str, *place_ids: str, event: str = "ASSAULT") -> Happening:
    day = date.fromisoformat(start)
    return Happening(
        id=name,
        start=day,
        end=day,
        precision="day",
        type=event,
        mode=None,
        place_ids=place_ids,
        names={"en": name},
        episode=None,
        source="a test",
    )


CLASHES = happening("clashes", "2020-07-12", "ne:AZ.tovuz")  # a Sunday


def places(text: str) -> Sequence[PlaceMatch]:
    return [
        PlaceMatch(
            span=Span(start=text.index(name), end=text.index(name) + len(name)), place=one, where_prec=3, score=1
        )
        for name, one in SPELLINGS.items()
        if name in text
    ]


def dated(text: str, *, language: str = "en", chronology: Sequence[Happening] = (CLASHES,), **values: Any) -> Article:
    option, types = values.pop("option", None), values.pop("types", None)
    raw = RawArticle(**{"id": "a", "source_path": "a.txt", "sha256": "0", "language": language, **values}, text=text)
    pack = languages.load(language)
    return date_article(raw, pack=pack, option=option, chronology=chronology, places=places, types=types)


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        ("2020-07-17", "en", date(2020, 7, 17)),
        ("2020-07-17T23:30:00+04:00", "ar", date(2020, 7, 17)),
        ("Fri, 17 Jul 2020 08:00:00 GMT", "en", date(2020, 7, 17)),
        ("Fri, 17 Jul 2020 08:00:00 GMT", "hy", date(2020, 7, 17)),
        ("12 مارس 2024", "ar", date(2024, 3, 12)),
        ("17 يوليو/تموز 2020", "ar", date(2020, 7, 17)),
        ("17 июля 2020 г., 10:30", "ru", date(2020, 7, 17)),
        ("18 Mayıs 1994", "tr", date(1994, 5, 18)),
        ("17 iyul 2020-ci il", "az", date(2020, 7, 17)),
        ("17 ივლისი 2020", "ka", date(2020, 7, 17)),
        ("۲۷ تیر ۱۳۹۹", "fa", date(2020, 7, 17)),
        ("1399/04/27", "fa", date(2020, 7, 17)),
        ("27 ذو القعدة 1441", "ar", date(2020, 7, 18)),
        ("20200717", "en", date(2020, 7, 17)),
        ("2020/07/17 10:30", "en", date(2020, 7, 17)),
        ("1594944000", "en", date(2020, 7, 17)),
        ("July 2020", "en", None),
        ("yesterday", "en", None),
        ("2020-02-31", "en", None),
        ("unknown", "en", None),
    ],
)
def test_metadata_dates(words: str, language: str, expected: date | None) -> None:
    assert parse_date(words, languages.load(language)) == expected


@pytest.mark.parametrize(
    ("values", "text", "expected"),
    [
        ({"published": "2020-07-17"}, "Text.", (date(2020, 7, 17), "metadata")),
        ({"source_path": "news/2020-07-17-tovuz.txt"}, "Text.", (date(2020, 7, 17), "filename")),
        ({"source_path": "20200717.html"}, "Text.", (date(2020, 7, 17), "filename")),
        ({"source_path": "news/202007171030.html"}, "Text.", (date(2020, 7, 17), "filename")),
        ({"source_path": "17.07.2020.txt"}, "Text.", (date(2020, 7, 17), "filename")),
        ({"source_path": "17-07-2020_tovuz.txt"}, "Text.", (date(2020, 7, 17), "filename")),
        ({"source_path": "07-08-2020_tovuz.txt"}, "Text.", (None, "none")),  # July or August?
        ({"source_path": "report-202013171030.html"}, "Text.", (None, "none")),
        ({"url": "https://example.org/news/2020/jul/05/tovuz"}, "Text.", (date(2020, 7, 5), "url")),
        ({"url": "https://example.org/2020/7/5/tovuz"}, "Text.", (date(2020, 7, 5), "url")),
        ({"url": "https://example.org/2020/07/tovuz"}, "Text.", (None, "none")),
        ({"source_path": "crawl-2020-07-17.jsonl"}, "Text.", (None, "none")),
        ({"source_path": "crawl-2020-07-17.jsonl#3"}, "Text.", (None, "none")),
        ({"url": "https://example.org/2020/07/17/tovuz"}, "Text.", (date(2020, 7, 17), "url")),
        ({}, "BAKU, 14 July 2020 -- Shelling went on.", (date(2020, 7, 14), "text")),
        ({}, "Vienna, May 24, 1996 (Agency) — Mediators met.", (date(1996, 5, 24), "text")),
        ({}, "A headline\n\nPublished: 14 July 2020\n\nShelling went on.", (date(2020, 7, 14), "text")),
        ({}, "Shelling went on near the border.\n\n14 July 2020, 10:30", (date(2020, 7, 14), "text")),
        ({"language": "ar"}, "20 أبريل/ نيسان 2024\nاتفقت باكو ويريفان.", (date(2024, 4, 20), "text")),
        ({"language": "ar"}, "يريفان في 14 يوليو 2020 /الوكالة/ قصفت القوات القرية.", (date(2020, 7, 14), "text")),
        ({"language": "ar"}, "الثلاثاء 23 ذو القعدة 1441 هـ\nقصفت القوات القرية.", (date(2020, 7, 14), "text")),
        (
            {"language": "ar"},
            "الرياض 22 ذو القعدة 1441 هـ الموافق 14 يوليو 2020 م واس\nقصفت القوات القرية.",
            (date(2020, 7, 14), "text"),
        ),
        ({"language": "ar"}, "نشر في: 14/07/2020 - 10:30\nقصفت القوات القرية.", (date(2020, 7, 14), "text")),
        ({"language": "ar"}, "اتفقت باكو ويريفان في 14 يوليو 2020 على وقف النار.", (None, "none")),
        ({"language": "hy"}, "ԵՐԵՎԱՆ, 14 ՀՈՒԼԻՍԻ 2020, ԼՐԱՏՈՒ: Գյուղը գնդակոծվել է:", (date(2020, 7, 14), "text")),
        ({"language": "hy"}, "14 հուլիսի, 2020\nԳյուղը գնդակոծվել է:", (date(2020, 7, 14), "text")),
        ({"language": "ka"}, "თბილისი, 14 ივლისი 2020. სოფელი დაიბომბა.", (date(2020, 7, 14), "text")),
        ({"language": "ka"}, "2020 წლის 14 ივლისი\nსოფელი დაიბომბა.", (date(2020, 7, 14), "text")),
        ({"language": "fa"}, "تهران، ۲۴ تیر ۱۳۹۹ - روستا گلوله‌باران شد.", (date(2020, 7, 14), "text")),
        ({"language": "fa"}, "سه‌شنبه ۲۴ تیر ۱۳۹۹\nروستا گلوله‌باران شد.", (date(2020, 7, 14), "text")),
        ({"language": "fa"}, "تاریخ انتشار: ۱۳۹۹/۰۴/۲۴ - ۱۰:۳۰\nروستا.", (date(2020, 7, 14), "text")),
        ({"language": "az"}, "Bakı, 14 iyul 2020-ci il, XƏBƏR\nKənd atəşə tutulub.", (date(2020, 7, 14), "text")),
        (
            {"language": "tr"},
            "Giriş: 14.07.2020 - 10:30 Güncelleme: 15.07.2020 - 11:00\nKöy bombalandı.",
            (date(2020, 7, 14), "text"),
        ),
        ({}, "14 July 2020 -- on the third day of the clashes -- the village was shelled.", (None, "none")),
        ({"language": "ru"}, "Напомним, 14 июля 2020г. в районе начался бой.", (None, "none")),
        ({}, "Published: 2020-07-14T10:30:00Z\nText.", (date(2020, 7, 14), "text")),
        (
            {"language": "ru"},
            "Об этом сегодня, 29 сентября 2023 года, сообщили источники.",
            (date(2023, 9, 29), "text"),
        ),
        ({"language": "und"}, "2020-07-14\nTekst.", (date(2020, 7, 14), "text")),
        ({}, "On 14 July 2020 the village was shelled.", (None, "none")),
        ({}, "The deal of 14 July 2020 -- nobody liked it -- failed.", (None, "none")),
        ({"option": date(2021, 1, 1)}, "Text.", (date(2021, 1, 1), "option")),
        ({"option": date(2021, 1, 1), "published": "2020-07-17"}, "Text.", (date(2020, 7, 17), "metadata")),
    ],
)
def test_what_is_stated(values: dict[str, Any], text: str, expected: tuple[date | None, str]) -> None:
    article = dated(text, **values)
    assert (article.published, article.published_basis) == expected
    assert article.published_note == ""


def test_contradictions_are_told_with_both_sides() -> None:
    article = dated("BAKU, 14 July 2020 -- Shelling went on.", published="2020-07-17")
    assert article.published == date(2020, 7, 17)
    assert "2020-07-17" in article.published_note
    assert "2020-07-14" in article.published_note


def test_every_statement_that_differs_is_told() -> None:
    note = dated(
        "BAKU, 14 July 2020 -- Shelling went on.",
        source_path="2020-07-16-tovuz.txt",
        url="https://example.org/2020/07/15/tovuz",
    ).published_note
    assert note.count("the file name (2020-07-16-tovuz.txt) says 2020-07-16") == 2
    assert "the address (https://example.org/2020/07/15/tovuz) says 2020-07-15" in note
    assert "the text (14 July 2020) says 2020-07-14" in note


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The minister said today, Thursday, that it was quiet.", "today, Thursday"),
        ("Thursday, July 17, 2020\n\nIt was quiet.", "Thursday, July 17, 2020"),
    ],
)
def test_a_weekday_that_is_not_the_dates_is_told(text: str, words: str) -> None:
    article = dated(text, published="2020-07-17")
    assert article.published == date(2020, 7, 17)
    assert article.published_note == (
        f"the metadata (2020-07-17) says 2020-07-17, a Friday, the text ('{words}') makes it a Thursday; "
        "the former is taken"
    )


def test_a_date_whose_month_may_be_its_day_is_told() -> None:
    assert "'07/08/2020', is read as 2020-07-08" in dated("Text.", published="07/08/2020").published_note


@pytest.mark.parametrize(
    ("language", "line", "is_own"),
    [
        ("ar", "غازي عنتاب، 14 شباط/فبراير 2023", True),
        ("ru", "Ереван. 14 февраля 2023 года", True),
        ("az", "Bakı, 14 fevral 2023-cü il", True),
        ("fa", "تهران، ۲۵ بهمن ۱۴۰۱", True),
        ("ka", "თბილისი, 2023 წლის 14 თებერვალი", True),
        ("en", "The talks began in Baku on 14 February 2023", False),
        ("en", "A letter from Stepanakert, 14 February 2023", False),
    ],
)
def test_a_line_of_place_and_day_is_the_texts_own_date(language: str, line: str, is_own: bool) -> None:  # noqa: FBT001 - a table
    article = dated(f"{line}\n\nx", language=language)
    assert article.published == (date(2023, 2, 14) if is_own else None)


def test_a_dateline_without_year_can_contradict_and_agree() -> None:
    assert "2020-12-31" in dated("BAKU, December 31 -- Quiet.", published="2021-01-02").published_note
    assert dated("BAKU, December 31 -- Quiet.", published="2020-12-31").published_note == ""


def test_metadata_that_name_no_day_are_told() -> None:
    assert "'last summer'" in dated("Text.", published="last summer").published_note


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ar", "قال اليوم الجمعة إنه سيزور البلاد. والأحد، أعلنت الوزارة اشتباكا في توفوز.", date(2020, 7, 17)),
        ("en", "The minister said today, Friday, that on Sunday troops clashed in Tovuz.", date(2020, 7, 17)),
        (
            "en",
            "Troops clashed in Tovuz on Sunday, the ministry said. It was quiet yesterday (Tuesday).",
            date(2020, 7, 15),
        ),
        ("ru", "Об этом сообщили сегодня, в пятницу. В воскресенье в районе Товуз начался бой.", date(2020, 7, 17)),
    ],
)
def test_weekdays_and_one_known_happening_give_the_date(language: str, text: str, expected: date) -> None:
    article = dated(text, language=language)
    assert (article.published, article.published_basis) == (expected, "inferred")
    assert "clashes" in article.published_note
    assert "Sunday 2020-07-12" in article.published_note


@pytest.mark.parametrize(
    ("text", "chronology"),
    [
        ("The minister said on Friday that on Sunday troops clashed in Tovuz.", [CLASHES]),  # Friday of which week?
        ("He said today, Friday, that troops clashed in Tovuz.", [CLASHES]),  # one weekday alone
        ("He said today, Friday, that on Monday troops clashed in Tovuz.", [CLASHES]),  # another weekday
        ("He said today, Friday, that on Sunday troops clashed in Azerbaijan.", [CLASHES]),  # no place of it
        ("He said today, Friday, and today, Monday, that on Sunday troops clashed in Tovuz.", [CLASHES]),
        ("He said today, Friday, that next Sunday troops will parade in Tovuz.", [CLASHES]),
        (
            "He said today, Friday, that on Sunday troops clashed in Tovuz.",
            [CLASHES, happening("raid", "2021-05-02", "ne:AZ.tovuz")],  # two candidates
        ),
        ("He said today, Friday, that on Sunday troops clashed in Tovuz, as in 2022.", [CLASHES]),  # a later year
    ],
)
def test_what_is_not_certain_gives_no_date(text: str, chronology: Sequence[Happening]) -> None:
    article = dated(text, chronology=chronology)
    assert (article.published, article.published_basis) == (None, "none")


def test_the_kind_of_event_must_fit() -> None:
    text = "He said today, Friday, that on Sunday talks were held in Tovuz."
    assert dated(text, types=lambda _: {"CONSULT"}).published is None
    assert dated(text, types=lambda _: {"CONSULT", "ASSAULT"}).published == date(2020, 7, 17)


def test_a_town_stands_for_its_province() -> None:
    quake = happening("quake", "1988-12-07", "ne:AM.tavush", event="OTHER")  # a Wednesday
    article = dated("He said today, Friday, that the quake of Wednesday hit Talin.", chronology=[CLASHES, quake])
    assert article.published == date(1988, 12, 9)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "YEREVAN, December 7 -- Thirty years after the 1988 earthquake, candles were lit on Friday.",
            date(2018, 12, 7),
        ),
        ("YEREVAN, December 7 -- Thirty years after the 1988 earthquake, candles were lit on Monday.", None),
        ("YEREVAN, December 7 -- Thirty years after the earthquake, candles were lit on Friday.", None),
        ("Thirty years after the 1988 earthquake, candles were lit on Friday.", None),
        ("TBILISI (Agency), Tuesday 14 July. The worst year was 2020.", date(2020, 7, 14)),
        ("TBILISI (Agency), Tuesday 14 July. The worst year was 2021.", None),
        ("Tuesday, July 14\nThe village was shelled on Monday.", None),
        ("BAKU, July 17 -- The worst year since 2016 was 2020, he said on Friday.", date(2020, 7, 17)),
    ],
)
def test_a_dateline_without_year_is_completed_where_one_year_fits(text: str, expected: date | None) -> None:
    article = dated(text, chronology=())
    assert article.published == expected
    assert article.published_basis == ("inferred" if expected else "none")
