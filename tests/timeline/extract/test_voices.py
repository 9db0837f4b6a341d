"""Who says so over more than one sentence, and what the next sentence denies."""

import pytest

from tests.timeline.extract.reading import read


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        ("en", "Two houses burned down in Sotk on Tuesday. Nobody was hurt, the governor said.", ["governor"]),
        (
            "en",
            "Residents blocked the road in Gadabay on Tuesday. According to them, police beat elderly women.",
            ["publisher", "Residents"],
        ),
        (
            "en",
            "The PKK has disbanded itself in Sulaymaniyah, the agency close to it wrote on Monday.",
            ["agency"],
        ),
        (
            "en",
            "Soldiers were wounded at Tegh on Tuesday. Baku tells a different story. On Monday troops shelled Tovuz.",
            ["publisher", "Baku"],
        ),
        ("ru", "В Баку ситуацию описывают иначе. В воскресенье военные открыли огонь у Дига.", ["Баку"]),
        ("ar", "ولباكو رواية مختلفة. فتح جنود أرمن النار في كلباجار يوم الأحد.", ["باكو"]),
        (
            "ru",
            "Версия Еревана. Во вторник азербайджанская армия атаковала позиции у озера Севан.",
            ["Версия Еревана"],
        ),
        (
            "ru",
            "Версия Еревана.\n\nВо вторник армия атаковала позиции у Джермука.\n\nВ Гори во вторник прошёл митинг.",
            ["Версия Еревана", "publisher"],
        ),
        (
            "ru",
            "Во вторник в Гори взорван мост, утверждает пресс-служба грузинского ведомства.",
            ["пресс-служба грузинского ведомства"],
        ),
        ("ru", "О задержании боевика в Баку сообщил во вторник источник в спецслужбах.", ["источник"]),
        (
            "ka",
            "გორში ორშაბათს სროლა მოხდა. ინფორმაციას შინაგან საქმეთა სამინისტრო ავრცელებს.",
            ["შინაგან საქმეთა სამინისტრო"],
        ),
        ("ru", "В понедельник у села Тех ранены двое военных (Минобороны Армении).", ["Минобороны Армении"]),
        (
            "tr",
            "Pazartesi günü Teğ yakınında iki asker yaralandı (Ermenistan Savunma Bakanlığı).",
            ["Ermenistan Savunma Bakanlığı"],
        ),
        (
            "en",
            "The Armenian side blames Azerbaijan for the shelling of Tegh on Monday.",
            ["Armenian side", "Armenian side"],
        ),
        ("tr", "Ermenistan, pazartesi günü Teğ köyünün bombalanmasından Azerbaycan'ı sorumlu tuttu.", ["Ermenistan"]),
        ("az", "Bakı erməni qüvvələrini bazar ertəsi Tovuzu atəşə tutmaqda ittiham edir.", ["Bakı"]),
        ("ar", "تتهم باكو القوات الأرمينية بقصف توفوز يوم الاثنين.", ["باكو", "باكو"]),
        ("fa", "پهپاد گرجستان یکشنبه بر فراز گالی ساقط شد، تفلیس مدعی است.", ["تفلیس"]),
        ("en", "Aliyev, in an interview with Anadolu on Monday, said that troops had shelled Tovuz.", ["Aliyev"]),
        ("ru", "Мэр Гориса в публикации в Facebook во вторник написал, что снаряды попали в Тех.", ["Мэр Гориса"]),
        ("hy", "ՊՆԴՈՒՄ են զեկուցողները, ներքին զորքերը հունվարի 20-ին Բաքվում կրակ են բացել։", ["զեկուցողները"]),
        ("ru", "Цхинвали же утверждает, что в понедельник в Эргнети открыли огонь.", ["Цхинвали"]),
        ("hy", "Երկուշաբթի, ըստ Երևանի, Սոթքում երեք զինվոր է զոհվել։", ["Երևանի"]),
        ("hy", "Պաշտպանության նախարարություն. երկուշաբթի գնդակոծվել է Սոթքը։", ["Պաշտպանության նախարարություն"]),
        ("tr", "Pazartesi günü Sotk'ta üç askerin öldüğü Erivan'dan duyuruldu.", ["Erivan"]),
        ("en", "In Baku's telling, Armenian saboteurs crossed the border near Kalbajar on Monday.", ["Baku"]),
        ("ru", "Авторы доклада насчитали четыре удара по Степанакерту в октябре 2020 года.", ["Авторы доклада"]),
        (
            "en",
            "Men who said they were ecologists blocked the road near Shusha on Tuesday.",
            ["publisher"],
        ),
        (
            "en",
            "On Tuesday Azerbaijan expelled four Iranian diplomats and said that shells had hit Tovuz.",
            ["Azerbaijan", "Azerbaijan"],
        ),
        (
            "ru",
            "В понедельник под огонь попал Гадрут, сегодня утром — Мартуни, утверждает Степанакерт.",
            ["Степанакерт", "Степанакерт"],
        ),
        ("fa", "هر دو پایتخت بامداد دوشنبه یکدیگر را به گلوله‌باران جبرئیل متهم کردند.", ["هر دو پایتخت"]),
    ],
)
def test_speakers(language: str, text: str, speakers: list[str]) -> None:
    assert [mention.attribution.source for mention in read(language, text).mentions] == speakers


def test_a_denial_ends_at_a_turn() -> None:
    text = "نفت الوزارة إصابة طائرة فوق أغدام الثلاثاء، بينما لم تعلّق على تدمير مروحية أرمينية هناك الأربعاء."
    assert [mention.status for mention in read("ar", text).mentions if mention.type == "ASSAULT"] == [
        "denied",
        "happened",
    ]


@pytest.mark.parametrize(
    ("language", "text", "statuses"),
    [
        (
            "en",
            "Telegram channels wrote that Tovuz was shelled on Tuesday. The ministry denied these reports.",
            "denied",
        ),
        ("en", "Residents said shells fell on Tovuz on Tuesday. The ministry called these reports false.", "disputed"),
        ("en", "Residents said shells fell on Tovuz on Tuesday. The ministry denied any plans.", "happened"),
        (
            "ru",
            "Телеграм-каналы писали, что во вторник обстрелян Товуз. В министерстве эту информацию опровергли.",
            "denied",
        ),
    ],
)
def test_denied_by_the_next_sentence(language: str, text: str, statuses: str) -> None:
    assert [mention.status for mention in read(language, text).mentions if mention.type == "ASSAULT"] == [statuses]


def test_the_subject_of_a_denial_goes_before_who_spoke_before() -> None:
    text = (
        "Aliyev, Goris'in pazartesi vurulduğunu söyledi. "
        "Ermenistan Savunma Bakanlığı salı günü bunu yalanladı ve çatışmaların sürdüğünü bildirdi."
    )
    denial = next(mention for mention in read("tr", text).mentions if mention.type == "REJECT")
    assert denial.attribution.source == "Ermenistan Savunma Bakanlığı"


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        # a whole name, whatever it is made of
        (
            "en",
            "Shells fell on Tovuz on Tuesday, the head of the Gegharkunik administration said.",
            "head of the Gegharkunik administration",
        ),
        (
            "tr",
            "Gürcistan acil durum servisinin sözcüsü, salı günü Gori'de iki kişinin öldürüldüğünü aktardı.",
            "Gürcistan acil durum servisinin sözcüsü",
        ),
        ("ar", "أعلنت وزارة الصحة أن خمسة مدنيين قتلوا في غارة على حلب يوم الثلاثاء.", "وزارة الصحة"),
        (
            "fa",
            "وزارت دفاع جمهوری آذربایجان گفت دو سرباز روز سه‌شنبه در آقدام کشته شدند.",
            "وزارت دفاع جمهوری آذربایجان",
        ),
        (
            "ru",
            "Во вторник в Гори взорван мост, информирует «Грузинская железная дорога».",
            "Грузинская железная дорога",
        ),
        (
            "az",
            "“Gürcüstan Dəmir Yolu”nun məlumatına əsasən, çərşənbə axşamı Qoridə qatar partladılıb.",
            "Gürcüstan Dəmir Yolu",
        ),
        # an ending behind a hyphen is no pronoun
        ("ka", "შსს-ის ინფორმაციით, სამშაბათს გორში სამი კაცი დააკავეს.", "შსს"),
        # a verb of saying inside what tells of a deed, with what was said behind it
        ("fa", "صلیب سرخ تصریح کرد که روز سه‌شنبه دو بیمار را از گوریس به ایروان منتقل کرده است.", "صلیب سرخ"),
        # nobody speaks who is named inside a quotation, nor what somebody says
        (
            "tr",
            '"Kardeşimi polis sabah evden alıp götürdü" dedi Leyla. Salı günü Gence\'de iki kişi gözaltına alındı.',
            "publisher",
        ),
        ("tr", 'Salı günü Gence\'de "Kimse bizi uyarmadı" dedi. İki kişi öldürüldü.', "publisher"),
        # whoever declares or visits tells of nothing
        ("fa", "تاجیکستان روز سه‌شنبه استقلال خود را اعلام کرد، اما ناآرامی در دوشنبه آغاز شد.", "publisher"),
        ("en", "The head of the Gegharkunik administration was wounded at Sotk on Tuesday.", "publisher"),
        ("ru", "«Грузинская железная дорога» открыла во вторник станцию в Гори, там взорван мост.", "publisher"),
    ],
)
def test_whole_name(language: str, text: str, speaker: str) -> None:
    """A speaker is named with his body, and nobody speaks who is only named."""
    found = {mention.attribution.source for mention in read(language, text).mentions}
    assert speaker in found
