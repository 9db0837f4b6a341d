"""When happenings were: tables of short texts, each with the type and the days of what it tells."""

from __future__ import annotations

from datetime import date

import pytest

from tests.timeline.extract.reading import read

FRIDAY = date(2020, 7, 17)

CASES = [
    # two days side by side share no verb
    (
        "tr",
        "Şuşa'nın düşmesinden dokuz gün sonra, 18 Mayıs 1992'de Laçın ele geçirildi.",
        [("ASSAULT", "1992-05-09"), ("ASSAULT", "1992-05-18")],
    ),
    # a sentence's one time, however far, goes before the day of the report
    (
        "en",
        "Militants attacked a church in Derbent and, 120 km to the north, after a long drive, a post in Goris on Sunday.",
        [("ASSAULT", "2020-07-12")],
    ),
]
COUNTED = [
    ("en", "A bomb went off in Derbent on Tuesday, a day after gunmen shelled Goris.", ["2020-07-14", "2020-07-13"]),
    ("en", "Two days before troops shelled Goris, the ministers met in Tbilisi on 1 July.", ["2020-07-03", "2020-07-01"]),
    ("en", "Two days after the shelling of Goris on 1 July, the ministers met in Tbilisi.", ["2020-07-01", "2020-07-03"]),
    ("en", "Police arrested ten people in Gyumri on 3 July, the day after troops shelled Goris.", ["2020-07-03", "2020-07-02"]),
    ("en", "On the eve of the talks in Tbilisi on 3 July, troops shelled Goris.", ["2020-07-02"]),
    ("en", "The ministers met in Tbilisi on 3 July, a week after troops shelled Goris.", ["2020-07-03", "2020-06-22"]),
    ("en", "Troops shelled Goris on 3 July. The day after, the ministers met in Tbilisi.", ["2020-07-03", "2020-07-04"]),
    ("ru", "Министры встретились в Тбилиси 3 июля, через два дня после того, как обстреляли Горис.", ["2020-07-03", "2020-07-01"]),
    ("ru", "За два дня до обстрела Гориса, 1 июля, министры встретились в Тбилиси.", ["2020-07-03", "2020-07-01"]),
    ("ru", "Через два дня после обстрела Гориса 1 июля министры встретились в Тбилиси.", ["2020-07-01", "2020-07-03"]),
    ("ar", "استقال الرئيس يوم الأحد بعد ثلاثة أيام على اقتحام المحتجين مكتبه في سوخومي.", ["2020-07-12", "2020-07-09"]),
    ("ar", "اعتقلت الشرطة عشرة أشخاص في يريفان في 3 تموز، غداة قصف غوريس.", ["2020-07-03", "2020-07-02"]),
    ("fa", "پلیس روز سه‌شنبه، یک روز پس از گلوله‌باران گوریس، ده نفر را در ایروان بازداشت کرد.", ["2020-07-13", "2020-07-14"]),
    ("tr", "Polis salı günü, Goris'in bombalanmasından bir gün sonra, Erivan'da on kişiyi gözaltına aldı.", ["2020-07-13", "2020-07-14"]),
    ("tr", "1 Temmuz'da Goris'in bombalanmasından iki gün sonra polis Erivan'da on kişiyi gözaltına aldı.", ["2020-07-01", "2020-07-03"]),
    ("az", "Moskvada atəşkəs imzalanandan iki gün sonra, iyulun 3-də nazirlər Tbilisidə görüşdülər.", ["2020-07-01", "2020-07-03"]),
    ("hy", "Շուշիի գրավումից ինը օր անց՝ հուլիսի 10-ին, գրավվեց Լաչինը։", ["2020-07-01", "2020-07-10"]),
    ("ka", "მოსკოვში ზავის ხელმოწერიდან ორი დღის შემდეგ, 3 ივლისს, მინისტრები თბილისში შეხვდნენ.", ["2020-07-01", "2020-07-03"]),
]  # fmt: skip

ROWS = [
    ("en", "On 12, 13 and 14 July troops shelled Goris.", ["2020-07-12", "2020-07-13", "2020-07-14"]),
    ("ru", "12, 13 и 14 июля войска обстреляли Горис.", ["2020-07-12", "2020-07-13", "2020-07-14"]),
    ("az", "İyulun 12, 13 və 14-də qoşunlar Gorusu bombaladı.", ["2020-07-12", "2020-07-13", "2020-07-14"]),
    ("tr", "12, 13 ve 14 Temmuz'da birlikler Goris'i bombaladı.", ["2020-07-12", "2020-07-13", "2020-07-14"]),
    ("ar", "في 12 و13 و14 تموز قصفت القوات غوريس.", ["2020-07-12", "2020-07-13", "2020-07-14"]),
    ("fa", "در ۱۲، ۱۳ و ۱۴ ژوئیه نیروها گوریس را گلوله‌باران کردند.", ["2020-07-12", "2020-07-13", "2020-07-14"]),
    ("hy", "Հուլիսի 12-ին, 13-ին և 14-ին զորքերը հրետակոծեցին Գորիսը։", ["2020-07-12", "2020-07-13", "2020-07-14"]),
    ("ka", "12, 13 და 14 ივლისს ჯარმა გორისი დაბომბა.", ["2020-07-12", "2020-07-13", "2020-07-14"]),
]
MONTHS = [
    ("en", "Talks were held in Vienna in February and April.", ["2020-02-01", "2020-04-01"]),
    ("ru", "Переговоры прошли в Вене в феврале и в мае.", ["2020-02-01", "2020-05-01"]),
    ("ru", "Митинги прошли в Ереване в 2009 и 2011 годах.", ["2009-01-01", "2011-01-01"]),
    ("tr", "Görüşmeler şubat ve mayıs aylarında Viyana'da yapıldı.", ["2020-02-01", "2020-05-01"]),
    ("az", "Danışıqlar fevralda və mayda Vyanada keçirilib.", ["2020-02-01", "2020-05-01"]),
    ("ar", "عقدت محادثات في فيينا في فبراير ومايو.", ["2020-02-01", "2020-05-01"]),
    ("hy", "Բանակցությունները Վիեննայում տեղի ունեցան փետրվարին և մայիսին։", ["2020-02-01", "2020-05-01"]),
    ("ka", "მოლაპარაკებები ვენაში თებერვალსა და მაისში გაიმართა.", ["2020-02-01", "2020-05-01"]),
    ("en", "Thousands fled Armenia in November and December 1988.", ["1988-11-01"]),  # one flight
]
PARTICIPLES = [
    ("tr", "Birlikler 1993'te ele geçirilen Ağdam'ı bombaladı.", ["1993-01-01", "2020-07-17"]),
    ("az", "Ordu 1993-cü ildə işğal olunan Ağdamı bombaladı.", ["1993-01-01", "2020-07-17"]),
    ("hy", "2019 թվականին Լաչինում ձերբակալված բանկիրը Բաքվում դատապարտվեց քսան տարվա։", ["2019-01-01", "2020-07-17"]),
    ("ka", "ჯარმა 1993 წელს დაკავებული აღდამი დაბომბა.", ["1993-01-01", "2020-07-17"]),
]
LISTED = [
    ("en", "Envoys met in Moscow on 3 May and in Vienna the following month; in between, on 6 June, troops shelled Goris.",
     ["2020-05-03", "2020-06-01", "2020-06-06"]),
    ("en", "Speaking in Tbilisi on Friday, the minister said troops had shelled Goris two days earlier.", ["2020-07-15"]),
    ("en", "The minister condemned the attack on Monday and demanded that talks be held.", ["2020-07-13", "2020-07-13"]),
    ("en", "Ten days earlier, on 3 July, the ministers met in Tbilisi.", ["2020-07-03"]),
    ("ru", "Министры встретились в Тбилиси десятью днями ранее, 3 июля, и говорили час.", ["2020-07-03"]),
    ("tr", "Bakanlar on gün önce, 3 Temmuz'da Tiflis'te görüştü.", ["2020-07-03"]),
    ("en", "In February 2019 troops shelled Goris. Three days later ministers met in Tbilisi.", ["2019-02-01", "2019-02-01"]),
    ("ru", "В феврале 2019 года обстреляли Горис. Через три дня министры встретились в Тбилиси.", ["2019-02-01", "2019-02-01"]),
    ("en", "The man was arrested in Gori in 2018 and jailed in Tbilisi a year later.", ["2018-01-01", "2019-01-01"]),
    # a clause behind "and" has the time that opens it
    ("en", "In the summer of 2004 clashes broke out in Tskhinvali and four years later, in August 2008, a war began in Gori.",
     ["2004-06-01", "2008-08-01"]),
    ("ru", "Летом 2004 года в Цхинвали шли бои, и четыре года спустя, в августе 2008-го, началась война в Гори.",
     ["2004-06-01", "2008-08-01"]),
    ("ka", "ჯერმუკთან აპრილის ბრძოლებიდან სამი კვირის შემდეგ ლიდერები პრაღაში შეხვდნენ.", ["2020-04-01", "2020-04-22"]),
    # who threatens what is to come did so on a day that is over
    ("tr", "Kadirov salı günü, izinsiz gösteriye kalkışanların vurulacağı ihtarında bulundu.", ["2020-07-14"]),
    # "four days earlier" is another day than the lead's
    ("en", "A school in Goris was bombed. Four days earlier a plane bombed a theatre there.", ["2020-07-17", "2020-07-13"]),
    # a clock beside the day from which on it was
    ("en", "From 13:00 on 14 July troops shelled Goris. In the evening a truce was agreed in Kapan.",
     ["2020-07-14", "2020-07-14"]),
    # a part of a day under the day that heads the passage
    ("ru", "Пятница, 10 июля.\n\nВласти не станут удерживать беженцев, и к вечеру в Горисе начались бои.", ["2020-07-10"] * 2),
]  # fmt: skip
LONG_PAST = [
    ("tr", "Birlikler salı günü Goris'i bombaladı. İki gün önce Kapan bombalanmıştı.", ["2020-07-14", "2020-07-12"]),
    ("tr", "Birlikler salı günü Goris'i bombaladı. İki gün önce Kapan bombalandı.", ["2020-07-14", "2020-07-15"]),
    ("az", "Qoşunlar bazar ertəsi Gorusu bombaladı. İki gün əvvəl Qafan bombalanmışdı.", ["2020-07-13", "2020-07-11"]),
    ("hy", "Երեքշաբթի հրետակոծվեց Գորիսը։ Երկու օր առաջ հրետակոծվել էր Կապանը։", ["2020-07-14", "2020-07-12"]),
    ("fa", "سه‌شنبه گوریس گلوله‌باران شد. دو روز پیش کاپان گلوله‌باران شده بود.", ["2020-07-14", "2020-07-12"]),
    ("ar", "قصفت القوات غوريس يوم الثلاثاء. وكانت قد قصفت كابان قبل يومين.", ["2020-07-14", "2020-07-12"]),
]
BOUNDED = [
    ("en", "On 3 July troops seized Goris. Within a month they shelled Kapan.", ("2020-07-03", "2020-08-03")),
    ("en", "On 3 July troops seized Goris. In the following days they shelled Kapan.", ("2020-07-04", "2020-07-10")),
    ("ru", "3 июля войска захватили Горис. В течение месяца они обстреляли Капан.", ("2020-07-03", "2020-08-03")),
    ("ru", "3 июля войска захватили Горис. В следующие дни они обстреляли Капан.", ("2020-07-04", "2020-07-10")),
    ("tr", "Birlikler 3 Temmuz'da Goris'i ele geçirdi. Bir ay içinde Kapan bombalandı.", ("2020-07-03", "2020-08-03")),
    ("az", "İyulun 3-də qoşunlar Gorusu ələ keçirdi. Bir ay ərzində Qafan bombalandı.", ("2020-07-03", "2020-08-03")),
    ("ar", "في 3 تموز قصفت القوات غوريس. وفي الأيام التالية قصفت كابان.", ("2020-07-04", "2020-07-10")),
    ("fa", "در ۳ ژوئیه نیروها گوریس را تصرف کردند. ظرف یک ماه کاپان گلوله‌باران شد.", ("2020-07-03", "2020-08-03")),
    ("hy", "Հուլիսի 3-ին զորքերը գրավեցին Գորիսը։ Հաջորդ օրերին հրետակոծվեց Կապանը։", ("2020-07-04", "2020-07-10")),
    ("ka", "3 ივლისს ჯარმა გორისი დაბომბა. მომდევნო დღეებში კაპანი დაბომბეს.", ("2020-07-04", "2020-07-10")),
]
TOLD = [
    ("en", "Police said on Thursday that gunmen had attacked a post in Goris on Monday.", ["2020-07-13"]),
    ("tr", "Bakanlık perşembe günü, birliklerin salı günü Goris'i bombaladığını açıkladı.", ["2020-07-14"]),
    # the second sentence names the day of the lead
    ("en", "Troops have shelled Goris. The ministry announced this on Wednesday.", ["2020-07-15"]),
    # but not that on which a war began
    ("en", "Shells have killed a man in Goris. The fighting has gone on since July 12.", ["2020-07-17", "2020-07-12"]),
    ("en", "Shells have killed a man in Goris. The war began on July 12.", ["2020-07-17", "2020-07-12"]),
    ("ru", "Обстреляли Горис. Война идёт с 12 июля.", ["2020-07-17", "2020-07-12"]),
    # nor is a birth
    ("en", "Born in Goris in 1955, the general was arrested in Baku.", ["2020-07-17"]),
    ("en", "The poet Armen Petrosyan (1952–2013) was arrested in Goris.", ["2020-07-17"]),
    ("ru", "Родившийся в Горисе в 1955 году генерал арестован в Баку.", ["2020-07-17"]),
    ("tr", "1955 Goris doğumlu general Bakü'de gözaltına alındı.", ["2020-07-17"]),
    ("az", "1955-ci ildə Gorusda anadan olmuş general Bakıda həbs edilib.", ["2020-07-17"]),
    ("hy", "1955 թվականին Գորիսում ծնված գեներալը ձերբակալվել է Բաքվում։", ["2020-07-17"]),
    ("fa", "ژنرال متولد ۱۹۵۵ در باکو بازداشت شد.", ["2020-07-17"]),
    ("ar", "اعتقل الجنرال وهو من مواليد غوريس عام 1955 في باكو.", ["2020-07-17"]),
    ("ka", "1955 წელს გორისში დაბადებული გენერალი ბაქოში დააკავეს.", ["2020-07-17"]),
    # what happened years ago is no story to go on with
    ("en", "On Monday rebels shelled Goris, which they had captured in 1993. Ten people were shot dead in Kapan.",
     ["2020-07-13", "1993-01-01", "2020-07-13"]),
]  # fmt: skip
OF_BEFORE = [
    ("en", "Police arrested ten people in Tbilisi. That was on 7 July.", "2020-07-07"),
    ("en", "Troops shelled Goris. The incident happened on 7 July.", "2020-07-07"),
    ("ru", "Войска обстреляли Горис. Произошло это 7 июля.", "2020-07-07"),
    ("ru", "Полиция разогнала митинг в Тбилиси. Это было 7 июля.", "2020-07-07"),
    ("ar", "فرقت الشرطة مظاهرة في تبليسي. كان ذلك في 7 تموز.", "2020-07-07"),
    ("tr", "Birlikler Goris'i bombaladı. Bu, 7 Temmuz'da oldu.", "2020-07-07"),
    ("az", "Qoşunlar Gorusu bombaladı. Hadisə iyulun 7-də baş verib.", "2020-07-07"),
    ("fa", "نیروها گوریس را گلوله‌باران کردند. این اتفاق ۷ ژوئیه رخ داد.", "2020-07-07"),
    ("hy", "Զորքերը հրետակոծեցին Գորիսը։ Դա տեղի ունեցավ հուլիսի 7-ին։", "2020-07-07"),
    ("ka", "ჯარმა გორისი დაბომბა. ეს 7 ივლისს მოხდა.", "2020-07-07"),
    # what has a day of its own keeps it, and so does what the sentence itself tells something beside
    ("en", "Troops shelled Goris on 3 July. That was on 7 July.", "2020-07-03"),
    ("ru", "Войска обстреляли Горис. Это было сделано после взрыва 7 июля в Капане.", "2020-07-17"),
    ("fa", "نیروها گوریس را گلوله‌باران کردند. این شهر ۷ ژوئیه تخلیه شده بود.", "2020-07-17"),
]  # fmt: skip
YEARS = [
    ("en", "Rebels took Goris in August of last year, and on 30 March troops shelled Kapan.", ["2019-08-01", "2020-03-30"]),
    ("en", "Rebels took Goris in December 2016, and on 3 February troops shelled Kapan.", ["2016-12-01", "2017-02-03"]),
    ("ru", "Повстанцы взяли Горис в декабре 2019 года, а 3 февраля войска обстреляли Капан.", ["2019-12-01", "2020-02-03"]),
    ("tr", "İsyancılar Goris'i Aralık 2019'da ele geçirdi, 3 Şubat'ta ise birlikler Kapan'ı bombaladı.", ["2019-12-01", "2020-02-03"]),
    ("az", "Üsyançılar Gorusu 2019-cu ilin dekabrında tutdu, fevralın 3-də isə qoşunlar Qafanı bombaladı.", ["2019-12-01", "2020-02-03"]),
    ("ar", "سيطر المتمردون على غوريس في كانون الأول 2019، وفي 3 شباط قصفت القوات كابان.", ["2019-12-01", "2020-02-03"]),
    ("fa", "شورشیان دسامبر ۲۰۱۹ گوریس را تصرف کردند و ۳ فوریه نیروها کاپان را گلوله‌باران کردند.", ["2019-12-01", "2020-02-03"]),
    ("hy", "Ապստամբները 2019 թվականի դեկտեմբերին գրավեցին Գորիսը, իսկ փետրվարի 3-ին զորքերը հրետակոծեցին Կապանը։", ["2019-12-01", "2020-02-03"]),
    ("ka", "მეამბოხეებმა გორისი 2019 წლის დეკემბერში აიღეს, 3 თებერვალს კი ჯარმა კაპანი დაბომბა.", ["2019-12-01", "2020-02-03"]),
    # later in the year, shortly before, or behind no mark of a clause
    ("en", "Rebels took Goris on 3 May 2019, and on 7 June troops shelled Kapan.", ["2019-05-03", "2019-06-07"]),
    ("ru", "Повстанцы взяли Горис 3 мая 2019 года, а 28 апреля взяли Капан.", ["2019-05-03", "2019-04-28"]),
    ("en", "Rebels took Goris in December 2019 after troops shelled Kapan on 3 February.", ["2019-12-01", "2019-02-03"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "days"), TOLD)
def test_the_time_of_telling_is_not_that_of_the_deed(language: str, text: str, days: list[str]) -> None:
    assert [str(mention.when.start) for mention in read(language, text, FRIDAY).mentions if mention.when] == days


def test_days_in_running_text_that_head_their_entries_are_no_dateline() -> None:
    text = "9 April 1989: A rally was held in Tbilisi. 31 March 1991: A rally was held in Gori."
    told = [(mention.when.start.year, mention.status) for mention in read("en", text, None).mentions if mention.when]
    assert told == [(1989, "happened"), (1991, "happened")]


def test_a_year_on_a_line_of_its_own_is_that_of_the_days_below() -> None:
    text = "1992\n5 May – Rebels seize Goris.\n7 May – Rebels seize Lachin.\n1993\n3 April – Troops take Kalbajar."
    days = [mention.when.start for mention in read("en", text, None).mentions if mention.when]
    assert [str(day) for day in days] == ["1992-05-05", "1992-05-07", "1993-04-03"]


@pytest.mark.parametrize(("language", "text", "day"), OF_BEFORE)
def test_a_sentence_that_only_dates_the_one_before(language: str, text: str, day: str) -> None:
    when = read(language, text, FRIDAY).mentions[0].when
    assert when is not None
    assert str(when.start) == day


@pytest.mark.parametrize(("language", "text", "days"), YEARS)
def test_a_day_that_goes_on_from_another_year_is_behind_it(language: str, text: str, days: list[str]) -> None:
    assert [str(mention.when.start) for mention in read(language, text, FRIDAY).mentions if mention.when] == days


@pytest.mark.parametrize(("language", "text", "days"), PARTICIPLES)
def test_a_participle_before_its_noun_has_its_own_time(language: str, text: str, days: list[str]) -> None:
    assert [str(mention.when.start) for mention in read(language, text, FRIDAY).mentions if mention.when] == days


@pytest.mark.parametrize(("language", "text", "days"), MONTHS)
def test_a_happening_in_each_month_or_year_of_a_row(language: str, text: str, days: list[str]) -> None:
    assert [str(mention.when.start) for mention in read(language, text, FRIDAY).mentions if mention.when] == days


@pytest.mark.parametrize(("language", "text", "days"), ROWS)
def test_an_attack_on_each_day_of_a_row(language: str, text: str, days: list[str]) -> None:
    assert [str(mention.when.start) for mention in read(language, text, FRIDAY).mentions if mention.when] == days


def test_talks_on_the_days_of_a_row_are_one_happening() -> None:
    when = [m.when for m in read("en", "The ministers met in Tbilisi on 12 and 13 July.", FRIDAY).mentions]
    assert [(one.start.day, one.end.day) for one in when if one] == [(12, 13)]


@pytest.mark.parametrize(("language", "text", "days"), COUNTED)
def test_days_counted_from_another_happening(language: str, text: str, days: list[str]) -> None:
    told = read(language, text, FRIDAY).mentions
    assert [str(mention.when.start) for mention in told if mention.when] == days


@pytest.mark.parametrize(("language", "text", "days"), LISTED)
def test_each_has_the_time_beside_it(language: str, text: str, days: list[str]) -> None:
    assert [str(mention.when.start) for mention in read(language, text, FRIDAY).mentions if mention.when] == days


@pytest.mark.parametrize(("language", "text", "days"), LONG_PAST)
def test_what_had_happened_days_ago_is_counted_from_the_day_told(language: str, text: str, days: list[str]) -> None:
    assert [str(mention.when.start) for mention in read(language, text, FRIDAY).mentions if mention.when] == days


@pytest.mark.parametrize(("language", "text", "days"), BOUNDED)
def test_a_length_bounds_what_came_after(language: str, text: str, days: tuple[str, str]) -> None:
    when = read(language, text, FRIDAY).mentions[-1].when
    assert when is not None
    assert (str(when.start), str(when.end)) == days


def test_the_cause_of_an_anniversary_is_not_told_again() -> None:
    text = "Candles were lit in Tskhinvali on 8 July 2018, ten years after the war."
    assert [m.type for m in read("en", text, FRIDAY).mentions if m.type == "ASSAULT"] == []


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_days(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    told = read(language, text, FRIDAY).mentions
    assert [(mention.type, str(mention.when.start) if mention.when else "") for mention in told] == expected


def test_days_of_two_clauses_are_shared_by_neither() -> None:
    text = "Shells fell on Goris on Sunday, and the next morning crowds marched through Kapan."
    told = [(one.type, one.when.start.isoformat()) for one in read("en", text).mentions if one.when]
    assert told == [("ASSAULT", "2020-07-12"), ("PROTEST", "2020-07-13")]
