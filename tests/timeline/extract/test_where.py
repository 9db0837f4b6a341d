"""Where things happened: what a sentence leaves open, what only spells like a place, who speaks from where."""

import pytest

from tests.timeline.extract.reading import read, row

BORDER = "Armenia-Azerbaijan border"

CASES = [
    # a village whose name nobody knows takes no town from elsewhere, but the region that the text is about
    (
        "en",
        "Shells hit Goris on Monday. On Tuesday two people were wounded in the village of Zarkaduz. Tavush was calm.",
        [("ASSAULT", "2020-07-13", "Goris"), ("ASSAULT", "2020-07-14", "Tavush")],
    ),
    # where somebody only speaks
    (
        "ar",
        "وقال متحدث عسكري في باكو إن الأرمن قصفوا بلدة ترتر يوم الاثنين.",
        [("ASSAULT", "2020-07-13", "Tartar")],
    ),
    (
        "en",
        "In Baku, the Defence Ministry said that shells had hit Tovuz on Monday.",
        [("ASSAULT", "2020-07-13", "Tovuz")],
    ),
    # ... is where it happened if nothing else is named
    (
        "en",
        "In Gori, the police said that five people had been arrested on Monday.",
        [("COERCE", "2020-07-13", "Gori")],
    ),
    # a small town of another part of the world is a word that spells like one
    (
        "ru",
        "В понедельник обстреляны Сухуми, Гагра и Очамчира. Во вторник над селом Канны сбит вертолёт.",
        [("ASSAULT", "2020-07-13", name) for name in ("Sukhumi", "Gagra", "Ochamchire")]
        + [("ASSAULT", "2020-07-14", None)],
    ),
    # a place where something is put goes before the land whose people it is about
    (
        "fa",
        "محاکمه رهبران پیشین قره‌باغ روز جمعه در باکو آغاز شد.",
        [("COERCE", "2020-07-17", "Baku")],
    ),
    # two such places that "and" joins
    (
        "fa",
        "مهاجمان روز دوشنبه به دو کلیسا در دربند و به یک پاسگاه پلیس در ماخاچ‌قلعه یورش بردند.",
        [("ASSAULT", "2020-07-13", "Derbent"), ("ASSAULT", "2020-07-13", "Makhachkala")],
    ),
    # the last of a row says where
    (
        "tr",
        "Rus ordusu pazartesi günü Kiev, Harkiv ve Odessa'yı füzelerle vurdu.",
        [("ASSAULT", "2020-07-13", name) for name in ("Kyiv", "Kharkiv", "Odesa")],
    ),
    # beside a place no body owns what stands there
    ("tr", "Pazartesi günü Tovuz yönünde Ermeni birlikleri saldırıya geçti.", [("ASSAULT", "2020-07-13", "Tovuz")]),
    # the capital of a country
    ("ru", "В понедельник в столице Грузии тысячи людей вышли на митинг.", [("PROTEST", "2020-07-13", "Tbilisi")]),
    # a name whose stem changes
    ("hy", "Երկուշաբթի օրը Բաքվում հանդիպել են նախարարները:", [("CONSULT", "2020-07-13", "Baku")]),
    # who hosts
    ("az", "Astana bazar ertəsi danışıqlara ev sahibliyi edib.", [("CONSULT", "2020-07-13", "Astana")]),
    ("ar", "شهدت أستانا يوم الاثنين لقاء بين الوزيرين.", [("CONSULT", "2020-07-13", "Astana")]),
    # two commas around when or where
    ("ar", "وقع الرئيسان، يوم الاثنين، اتفاقاً في موسكو.", [("AGREE", "2020-07-13", "Moscow")]),
    # recognition is an act of the government that recognises
    (
        "ru",
        "В понедельник Москва признала независимость обеих автономий.",
        [("SUPPORT", "2020-07-13", "Moscow")],
    ),
    # the hall where they met, and where somebody only speaks
    (
        "en",
        "On Friday the leaders of Armenia and Azerbaijan signed a peace declaration in the White House.",
        [("AGREE", "2020-07-17", "Washington, D.C.")],
    ),
    ("tr", "Liderler cuma günü Beyaz Saray'da ortak bildiri imzaladı.", [("AGREE", "2020-07-17", "Washington, D.C.")]),
    ("ru", "В Кремле заявили, что в понедельник был подписан договор.", [("AGREE", "2020-07-13", None)]),
    # the town, after something wider was told of last
    (
        "en",
        "Shells hit Goris on Monday. On Tuesday there were protests in Syunik. Two shells fell on the city on Thursday.",
        [("ASSAULT", "2020-07-13", "Goris"), ("PROTEST", "2020-07-14", "Syunik"), ("ASSAULT", "2020-07-16", "Goris")],
    ),
    # an adjective between "in" and the town
    ("ru", "В понедельник теракт произошёл в подмосковном Красногорске.", [("ASSAULT", "2020-07-13", "Krasnogorsk")]),
    # a case that says where makes a name sure, so that the text may name it in other cases, too
    (
        "ka",
        "ორშაბათს ტირასპოლში შენობა ააფეთქეს. ამის შემდეგ ტირასპოლმა სკოლები დახურა.",
        [("ASSAULT", "2020-07-13", "Tiraspol"), ("COERCE", "2020-07-13", "Tiraspol")],
    ),
    # the other side of a border is the country that the text names most
    (
        "en",
        "Tajikistan is poor. Bread is dear in Tajikistan. Iran is far. Rebels attacked a post on the Afghan border on Tuesday.",
        [("ASSAULT", "2020-07-14", "Afghanistan – Tajikistan")],
    ),
    # two neighbours fight, or make peace, at their border if nothing says where
    ("en", "Clashes between Armenia and Azerbaijan broke out on Thursday.", [("ASSAULT", "2020-07-16", BORDER)]),
    ("ru", "В четверг вступило в силу перемирие между Арменией и Азербайджаном.", [("AGREE", "2020-07-16", BORDER)]),
    ("ka", "ხუთშაბათს სომხეთსა და აზერბაიჯანს შორის შეტაკება მოხდა.", [("ASSAULT", "2020-07-16", BORDER)]),
    # the place in the land that opens the sentence
    (
        "en",
        "In Ingushetia, meanwhile, five people were arrested at a checkpoint in Karabulak on Thursday.",
        [("COERCE", "2020-07-16", "Karabulak")],
    ),
    # a row of villages, each in its district, from which was shot at another row
    (
        "en",
        (
            "Units located in Berkaber village of Ijevan district and Chinari village of Berd district fired on Thursday "
            "at positions in Gushchu Ayrim village of Gazakh district and Kokhanabi village of Tovuz district."
        ),
        [("ASSAULT", "2020-07-16", "Gushchu Ayrim"), ("ASSAULT", "2020-07-16", "Kokhanabi")],
    ),
    # the capital of a people, and of a land that is no country
    (
        "en",
        "Commandos of Azerbaijan, Turkey and Pakistan opened joint drills outside the Azerbaijani capital on Thursday.",
        [("COOPERATE", "2020-07-16", "Baku")],
    ),
    ("ru", "В столице Чечни в четверг прогремел взрыв.", [("OTHER", "2020-07-16", "Grozny")]),
    # a town before a colon
    ("ar", "غوريس: أصيب جنديان بجروح يوم الخميس.", [("ASSAULT", "2020-07-16", "Goris")]),
    # who imposes sanctions, and not at whom
    ("en", "Tbilisi broke off diplomatic relations with Russia on Thursday.", [("SANCTION", "2020-07-16", "Tbilisi")]),
    ("ka", "საქართველომ რუსეთთან დიპლომატიური ურთიერთობა ხუთშაბათს გაწყვიტა.", [("SANCTION", "2020-07-16", "Georgia")]),
    # where a statement was made, if that is no capital
    (
        "fa",
        "اردوغان روز دوشنبه در قونیه گفت ترکیه با همه توان پشت برادران آذربایجانی ایستاده است.",
        [("SUPPORT", "2020-07-13", "Konya")],
    ),
    # an owner of an attack, and who speaks behind a semicolon, were not struck; an attack of no place is likely wrong
    (
        "fa",
        "با آغاز حملات اسرائیل، سازمان هواپیمایی کشوری ایران بامداد جمعه همه پروازها را زمین‌گیر کرد.",
        [("COERCE", "2020-07-17", "Iran")],
    ),
    # "the republic" is the land that the text is about, and not the town of the sentence before
    (
        "en",
        "Chechnya has seen two wars. Shells hit Grozny on Monday. On Tuesday federal troops entered the republic.",
        [("ASSAULT", "2020-07-13", "Grozny"), ("ASSAULT", "2020-07-14", "Chechnya")],
    ),
    (
        "tr",
        "Abhazya sakin. Taraflar pazartesi günü Moskova'da bir araya geldi; salı günü Rus askerleri bölgeye girdi.",
        [("CONSULT", "2020-07-13", "Moscow"), ("ASSAULT", "2020-07-14", "Abkhazia")],
    ),
    # the capital of the land that the text is about, else the one that it was written in
    (
        "en",
        "Chechnya was at war. Shells hit Grozny on Monday. On Tuesday the president was killed in the capital.",
        [("ASSAULT", "2020-07-13", "Grozny"), ("ASSAULT", "2020-07-14", "Grozny")],
    ),
    (
        "en",
        "BAKU, July 17 — The pilots were arrested in the capital on Tuesday. Grozny was silent, Russia was silent.",
        [("COERCE", "2020-07-14", "Baku")],
    ),
    # guests of two countries met where the lead was written, with a day behind the town or, without capitals, a dash
    (
        "en",
        "VIENNA, July 17 — The presidents of Armenia and Azerbaijan met on Tuesday.",
        [("CONSULT", "2020-07-14", "Vienna")],
    ),
    ("fa", "استانبول - وزیران خارجه ایران و ارمنستان روز سه‌شنبه دیدار کردند.", [("CONSULT", "2020-07-14", "Istanbul")]),
    # what stands in a later clause beside a verb of its own is that verb's
    (
        "en",
        "Chechnya was at war, Grozny was silent. The rebels won their capital back on Monday, and peace was signed at Sochi.",
        [("ASSAULT", "2020-07-13", "Grozny"), ("AGREE", "2020-07-13", "Sochi")],
    ),
    # a place behind the verb is the verb's, one before it whose subject it is
    (
        "en",
        "Men who came to Gori by car were arrested in Tbilisi on Monday.",
        [("COERCE", "2020-07-13", "Tbilisi")],
    ),
    # an apposition says who somebody is, not where he acts
    (
        "en",
        "Militants, natives of the town of Nazran, attacked a post in Malgobek on Monday.",
        [("ASSAULT", "2020-07-13", "Malgobek")],
    ),
    # a whole country, without its name
    (
        "en",
        "Crowds blocked a road in Goris on Monday. Police stations across the country hold 233 people.",
        [("PROTEST", "2020-07-13", "Goris"), ("COERCE", "2020-07-13", "Armenia")],
    ),
    (
        "ru",
        "В Горисе в понедельник прошёл митинг. По всей стране задержаны сорок человек.",
        [("PROTEST", "2020-07-13", "Goris"), ("COERCE", "2020-07-13", "Armenia")],
    ),
    # who is given a town, or takes it, is not where it lies
    ("tr", "Ağdam pazartesi günü tek kurşun atılmadan Bakü'ye devredildi.", [("RETREAT", "2020-07-13", "Aghdam")]),
    ("ru", "Кельбаджар вернулся под контроль Баку в понедельник.", [("RETREAT", "2020-07-13", "Kalbajar")]),
    ("fa", "شهر لاچین روز دوشنبه به کنترل باکو درآمد.", [("ASSAULT", "2020-07-13", "Lachin")]),
    ("ar", "عادت مدينة أغدام إلى سيطرة باكو يوم الاثنين.", [("RETREAT", "2020-07-13", "Aghdam")]),
    ("en", "The town of Lachin came under the control of Baku on Monday.", [("ASSAULT", "2020-07-13", "Lachin")]),
    # who brokered a truce is not where it was made
    ("en", "The ceasefire of Monday had been brokered by Paris.", [("AGREE", "2020-07-13", None)]),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_where(language: str, text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert [row(mention)[:3] for mention in read(language, text).mentions] == expected


def test_the_next_sentence_names_the_source() -> None:
    text = "В понедельник в Горисе задержаны пять человек. Об этом сообщил представитель полиции."
    (mention,) = read("ru", text).mentions
    assert mention.attribution.source == "представитель полиции"


def test_the_year_of_a_treaty_dates_nothing_else() -> None:
    (mention,) = read("en", "On Monday shells hit Goris, which Baku called a breach of the 1994 agreement.").mentions
    assert str(mention.when.start) == "2020-07-13"


def test_what_happened_goes_on_and_not_its_telling() -> None:
    text = (
        "Gunmen attacked Derbent on Sunday. The police said on Tuesday that 15 were officers. A church was set on fire."
    )
    found = [str(mention.when.start) for mention in read("en", text).mentions if mention.when]
    assert found == ["2020-07-12", "2020-07-12"]


def test_a_cue_reaches_past_what_is_said_by_the_way() -> None:
    (mention,) = read("en", "The visit of the president to Yerevan, expected in May, did not take place.").mentions
    assert mention.status == "cancelled"
