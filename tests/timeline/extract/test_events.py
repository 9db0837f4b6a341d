"""What a careful reader takes from a short text: type, day, place, speaker and status of each event."""

from datetime import date

import pytest

from tests.timeline.extract.reading import read, row

CASES = [
    # a capital that speaks is no venue
    ("en", "Baku said on Thursday that Armenian troops had shelled Tovuz.", [("ASSAULT", "2020-07-16", "Tovuz", "Baku")]),
    ("en", "Yerevan and Baku accused each other on Thursday.", [("ACCUSE", "2020-07-16", None, "Yerevan and Baku")]),
    ("en", "The ministers met in Baku on Thursday.", [("CONSULT", "2020-07-16", "Baku", "publisher")]),
    # places in a row
    (
        "en",
        "On 14 July shells hit Movses, Aygepar and Chinari.",
        [("ASSAULT", "2020-07-14", name, "publisher") for name in ("Movses", "Aygepar", "Chinari")],
    ),
    # in a clause whose verb comes first, a capital behind the subject is the object
    (
        "ar",
        "قصفت إسرائيل دمشق يوم الاثنين. واستعاد الجيش الخرطوم يوم الثلاثاء.",
        [("ASSAULT", "2020-07-13", "Damascus", "publisher"), ("ASSAULT", "2020-07-14", "Khartoum", "publisher")],
    ),
    # a capital, a colon and a postposition that give the word
    (
        "ru",
        "В Баку заявили, что село Мовсес обстреляли в понедельник. Полиция: в Горисе во вторник задержаны пять человек.",
        [("ASSAULT", "2020-07-13", "Movses", "Баку"), ("COERCE", "2020-07-14", "Goris", "Полиция")],
    ),
    (
        "ka",
        "ზელენსკის თქმით, რუსეთმა გუშინ ხარკოვს რაკეტები დაუშინა.",
        [("ASSAULT", "2020-07-16", "Kharkiv", "ზელენსკის")],
    ),
    # two days that share one verb
    (
        "en",
        "Minister Hajiyev resigned on Monday and speaker Aliyev on Tuesday in Baku.",
        [("CONCEDE", "2020-07-13", "Baku", "publisher"), ("CONCEDE", "2020-07-14", "Baku", "publisher")],
    ),
    # two verbs that "and" joins, each with its place
    (
        "en",
        "On Tuesday rebels shelled Goris and captured Kapan.",
        [("ASSAULT", "2020-07-14", "Goris", "publisher"), ("ASSAULT", "2020-07-14", "Kapan", "publisher")],
    ),
    # the comma of a figure parts no clauses
    (
        "en",
        "A band took some 2,000 hostages at a hospital in Kizlyar on Monday.",
        [("ASSAULT", "2020-07-13", "Kizlyar", "publisher")],
    ),
    # the container of a place is no second venue
    (
        "en",
        "Fighting broke out in Goris, Armenia, on Monday.",
        [("ASSAULT", "2020-07-13", "Goris", "publisher")],
    ),
    # a sentence goes on with the time and place of the one before
    (
        "en",
        "Clashes broke out near Goris on Sunday. Two soldiers were killed.",
        [("ASSAULT", "2020-07-12", "Goris", "publisher")],
    ),
    # what the lead tells without a time happened by the day of the report
    ("en", "Troops attacked the town of Kapan.", [("ASSAULT", "2020-07-17", "Kapan", "publisher")]),
    # a time in a clause of its own
    (
        "en",
        "The sides reached an agreement on Thursday on villages near Gazakh that Armenian forces captured in 1992.",
        [("AGREE", "2020-07-16", "Gazakh", "publisher"), ("ASSAULT", "1992-01-01", "Gazakh", "publisher")],
    ),
    # people speak by name, beside the verb; a pronoun goes on with who spoke
    (
        "en",
        "Lukashenko said Goris was shelled on Monday. He told Aliyev that Sotk was shelled on Tuesday.",
        [("ASSAULT", "2020-07-13", "Goris", "Lukashenko"), ("ASSAULT", "2020-07-14", "Sotk", "Lukashenko")],
    ),
    (
        "en",
        "Levan Khabeishvili told colleagues that Goris was shelled on Monday. “Sotk was hit on Tuesday,” said Anna Petrosyan.",
        [("ASSAULT", "2020-07-13", "Goris", "Levan Khabeishvili"), ("ASSAULT", "2020-07-14", "Sotk", "Anna Petrosyan")],
    ),
    # the place that opens an item of a digest holds in it, and nothing of the item before
    (
        "en",
        "Nairobi. Police arrested ten people on Monday.\n\nCaracas. On Tuesday the president resigned.\n\nXyz. Ten were shot dead.",
        [
            ("COERCE", "2020-07-13", "Nairobi", "publisher"),
            ("CONCEDE", "2020-07-14", "Caracas", "publisher"),
            ("ASSAULT", "2020-07-17", None, "publisher"),
        ],
    ),
    (
        "ar",
        "12:40 | حمص – استقال المحافظ.\n\n11:05 | أنقرة – أقال الرئيس رئيس الحكومة.",
        [("CONCEDE", "2020-07-17", "Homs", "publisher"), ("OTHER", "2020-07-17", "Ankara", "publisher")],
    ),
    # the capital of a people, and what another country does at home
    (
        "en",
        "Protesters rallied in Yerevan on Monday. Police detained ten people in the Georgian capital on Tuesday.",
        [("PROTEST", "2020-07-13", "Yerevan", "publisher"), ("COERCE", "2020-07-14", "Tbilisi", "publisher")],
    ),
    (
        "ru",
        "В среду президенты встретились в Самарканде. Власти Киргизии эвакуировали 137 тысяч человек.",
        [("CONSULT", "2020-07-15", "Samarkand", "publisher"), ("COERCE", "2020-07-15", "Kyrgyzstan", "publisher")],
    ),
    # a clause with a time of its own keeps its place
    (
        "en",
        "Clashes went on in Kapan on Sunday. On Monday troops opened fire, and on Tuesday ten people were arrested in Goris.",
        [
            ("ASSAULT", "2020-07-12", "Kapan", "publisher"),
            ("ASSAULT", "2020-07-13", "Kapan", "publisher"),
            ("COERCE", "2020-07-14", "Goris", "publisher"),
        ],
    ),
    # who says so
    (
        "en",
        "According to the Armenian Defence Ministry, Azerbaijani forces shelled Movses on Sunday.",
        [("ASSAULT", "2020-07-12", "Movses", "Armenian Defence Ministry")],
    ),
    (
        "en",
        "The Armenian Defence Ministry said Movses was shelled on Sunday. It added that Chinari was attacked on Monday.",
        [
            ("ASSAULT", "2020-07-12", "Movses", "Armenian Defence Ministry"),
            ("ASSAULT", "2020-07-13", "Chinari", "Armenian Defence Ministry"),
        ],
    ),
    (
        "en",
        "The Armenian Defence Ministry said Movses was shelled on Sunday. On Monday, the ministry said, Chinari was hit.",
        [
            ("ASSAULT", "2020-07-12", "Movses", "Armenian Defence Ministry"),
            ("ASSAULT", "2020-07-13", "Chinari", "Armenian Defence Ministry"),
        ],
    ),
    # deaths are no happening beside what caused them
    ("en", "The 1988 earthquake in Spitak killed 25,000 people.", [("OTHER", "1988-01-01", "Spitak", "publisher")]),
    # a dateline is neither where nor when
    ("en", "TBILISI, July 16 — Troops clashed in Tovuz on Sunday.", [("ASSAULT", "2020-07-12", "Tovuz", "publisher")]),
    (
        "en",
        "TBILISI, July 17 - Police dispersed demonstrators on Pekini Avenue on Thursday.",
        [("COERCE", "2020-07-16", "Tbilisi", "publisher")],
    ),
    (
        "en",
        "The authorities in Stepanakert said that the town was shelled on Tuesday.",
        [("ASSAULT", "2020-07-14", "Khankendi / Stepanakert", "authorities in Stepanakert")],
    ),
    # a capital behind a verb of attack is its object
    ("en", "Soviet troops stormed Baku on Thursday.", [("ASSAULT", "2020-07-16", "Baku", "publisher")]),
    # what a statement is about is no event of its own
    ("en", "Turkey's president condemned attacks on Azerbaijan on Tuesday.", [("ACCUSE", "2020-07-14", None, "Turkey's president")]),
    # the same in Arabic
    ("ar", "أعلنت وزارة الدفاع الأرمينية أن قرية موفسيس تعرضت للقصف الأحد.", [("ASSAULT", "2020-07-12", "Movses", "وزارة الدفاع الأرمينية")]),
    ("ar", "وفي غوريس سقطت قذائف أمس الخميس.", [("ASSAULT", "2020-07-16", "Goris", "publisher")]),
    ("ar", "قصفت القوات أمس مدينة غوريس.", [("ASSAULT", "2020-07-16", "Goris", "publisher")]),
    ("ar", "لا تزال القوات تقصف غوريس اليوم.", [("ASSAULT", "2020-07-17", "Goris", "publisher")]),
    ("ar", "سيطرت القوات على شوشا أمس.", [("ASSAULT", "2020-07-16", "Shusha", "publisher")]),
    ("ar", "التقى الوزيران في جنيف أمس الخميس.", [("CONSULT", "2020-07-16", "Geneva", "publisher")]),
    ("ar", "اتهمت يريفان باكو أمس بخرق الهدنة.", [("ACCUSE", "2020-07-16", None, "يريفان")]),
    ("ar", "اندلعت اشتباكات قرب غوريس يوم الاثنين.", [("ASSAULT", "2020-07-13", "Goris", "publisher")]),
    # an office does not govern the name behind it where owners are named first
    ("tr", "Ermeni güçleri Şuşa'yı 9 Mayıs 1992'de ele geçirdi.", [("ASSAULT", "1992-05-09", "Shusha", "publisher")]),
    ("az", "Nazirlər cümə axşamı Cenevrədə görüşüb.", [("CONSULT", "2020-07-16", "Geneva", "publisher")]),
    ("hy", "Նախարարները հինգշաբթի Ժնևում հանդիպեցին։", [("CONSULT", "2020-07-16", "Geneva", "publisher")]),
    # the source's seat is no venue
    ("en", "According to the ministry in Baku, a guard was shot at on Sunday.", [("ASSAULT", "2020-07-12", None, "ministry in Baku")]),
    ("fa", "به گفته وزارت خارجه در باکو، یکشنبه به یک نگهبان حمله شد.", [("ASSAULT", "2020-07-12", None, "وزارت خارجه در باکو")]),
    # a line of nothing but a day heads what stands below it, the day of a chronicle goes on from the entry before
    (
        "en",
        "26 October 2018. Troops shelled Goris. The front is that of 1992.\n\n4 November. Shells hit Kapan.\n\n3 April. Movses was shelled.",
        [
            ("ASSAULT", "2018-10-26", "Goris", "publisher"),
            ("ASSAULT", "2018-11-04", "Kapan", "publisher"),
            ("ASSAULT", "2019-04-03", "Movses", "publisher"),
        ],
    ),
    # a time or a town that a sentence names goes on, even if nothing is told of it there
    (
        "en",
        "On Sunday the valley was calm. Then shells hit Goris.",
        [("ASSAULT", "2020-07-12", "Goris", "publisher")],
    ),
    ("en", "It all began in Vanadzor. On Sunday police fired on a crowd.", [("ASSAULT", "2020-07-12", "Vanadzor", "publisher")]),
    # what a country's own people do these days is where the dateline says
    (
        "en",
        "Tbilisi, 17 July 2020\n\nGeorgian police detained 12 people on Thursday.",
        [("COERCE", "2020-07-16", "Tbilisi", "publisher")],
    ),
    # a source named before the word for "according to"
    ("tr", "Bakü'ye göre Ermenistan birlikleri pazar günü mevzilere saldırdı.", [("ASSAULT", "2020-07-12", "Armenia-Azerbaijan border", "Bakü")]),
    # Persian and Georgian
    ("fa", "وزارت دفاع ارمنستان اعلام کرد روستای موسس یکشنبه گلوله‌باران شد.", [("ASSAULT", "2020-07-12", "Movses", "وزارت دفاع ارمنستان")]),
    ("fa", "ایروان و باکو روز پنجشنبه یکدیگر را متهم کردند.", [("ACCUSE", "2020-07-16", None, "ایروان و باکو")]),
    ("ka", "საგარეო საქმეთა მინისტრები ხუთშაბათს ჟენევაში შეხვდნენ.", [("CONSULT", "2020-07-16", "Geneva", "publisher")]),
    ("ka", "თბილისში სამშაბათს ათასობით ადამიანმა მიტინგი გამართა.", [("PROTEST", "2020-07-14", "Tbilisi", "publisher")]),
    ("ka", "სომხურმა ძალებმა ქალაქი შუშა 1992 წლის 9 მაისს აიღეს.", [("ASSAULT", "1992-05-09", "Shusha", "publisher")]),
]  # fmt: skip
NOT_TOLD = [
    ("en", "The ministers will meet in Geneva on Monday.", "planned"),
    ("en", "The army did not attack Goris on Thursday.", "denied"),
    ("en", "A summit planned for Thursday in Moscow was cancelled.", "cancelled"),
    ("en", "A new war could bring clashes in Tovuz.", "hypothetical"),
    ("ar", "من المقرر أن يعقد اجتماع في جنيف يوم الاثنين المقبل.", "planned"),
    ("fa", "وزیران روز دوشنبه در ژنو دیدار خواهند کرد.", "planned"),
    ("fa", "ارتش روز پنجشنبه به گوریس حمله نکرد.", "denied"),
    ("ka", "მინისტრები ორშაბათს ჟენევაში შეხვდებიან.", "planned"),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_told_as_fact(language: str, text: str, expected: list[tuple[str, str | None, str | None, str]]) -> None:
    found = [row(mention) for mention in read(language, text).mentions]
    assert found == expected


@pytest.mark.parametrize(("language", "text", "status"), NOT_TOLD)
def test_not_told_as_fact(language: str, text: str, status: str) -> None:
    assert {mention.status for mention in read(language, text).mentions} == {status}


def test_a_list_pairs_each_place_with_its_day() -> None:
    text = "Armenian forces captured Shusha on 9 May 1992 and Lachin on 18 May 1992."
    found = [(m.where.place.name, str(m.when.start)) for m in read("en", text).mentions if m.where and m.when]
    assert found == [("Shusha", "1992-05-09"), ("Lachin", "1992-05-18")]


def test_two_days_that_share_a_verb_are_two_mentions() -> None:
    found = read("en", "The sides met on 7 June and 13 June in Geneva.").mentions
    assert len({mention.id for mention in found}) == len(found) == 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("On Monday shells hit Goris and rockets hit Goris.", 1),
        ("On Monday shells hit Goris. Rockets hit Goris on Monday.", 2),
    ],
)
def test_only_what_one_sentence_tells_twice_is_one_mention(text: str, told: int) -> None:
    assert len(read("en", text).mentions) == told


def test_what_a_happening_led_to_adds_its_tolls() -> None:
    (mention,) = read("en", "Clashes broke out near Goris on Sunday. Some 12 soldiers were killed.").mentions
    assert [(toll.low, toll.category) for toll in mention.tolls] == [(12, "killed")]


def test_a_toll_reported_later_belongs_to_what_happened_before() -> None:
    text = "Goris was shelled on Monday. Prime Minister Pashinyan said on Thursday that 105 soldiers had been killed."
    (mention,) = read("en", text).mentions
    assert (str(mention.when.start), [toll.low for toll in mention.tolls]) == ("2020-07-13", [105])


def test_an_occupation_since_a_year_is_a_state() -> None:
    (state,) = read("en", "Armenian forces have occupied the Aghdam district since 1993.").mentions
    assert (state.kind, state.when.start, state.when.open_end) == ("state", date(1993, 1, 1), True)


def test_without_a_publication_date_only_absolute_dates_count() -> None:
    found = read("en", "Troops clashed in Tovuz on Sunday. A ceasefire was signed in Bishkek on 5 May 1994.", None)
    assert [str(m.when.start) for m in found.mentions if m.when] == ["1994-05-05"]


def test_offsets_point_into_the_text() -> None:
    text = "A title\n\nBaku said that troops had shelled Tovuz on Thursday. It was calm on Friday."
    (mention,) = read("en", text).mentions
    assert text[mention.trigger.start : mention.trigger.end].endswith("shelled")
    assert text[mention.sentence.start : mention.sentence.end].startswith("Baku said")
