"""Places that a sentence names and where what it tells wasn't: origins, owners, objects, borders; and those that were."""

import pytest

from tests.timeline.extract.reading import read, row

CASES: list[tuple[str, str, list[tuple[str, str | None, str | None]]]] = [
    # where somebody only comes from
    (
        "en",
        "In Zugdidi troops stood guard. Border troops seized two men from Armenia on Monday.",
        [("ASSAULT", "2020-07-13", "Zugdidi")],
    ),
    (
        "en",
        "Two men from Georgia were seized by border guards on Monday near Gali.",
        [("ASSAULT", "2020-07-13", "Gali (Abkhazia)")],
    ),
    ("en", "People fled from Armenia on Monday.", [("COERCE", "2020-07-13", "Armenia")]),
    # a preposition before "that" puts nothing there
    ("ar", "وأشار إلى أن روسيا تدخلت عسكريا يوم الاثنين.", [("ASSAULT", "2020-07-13", None)]),
    ("ar", "وصل الوزير إلى روسيا يوم الاثنين.", [("CONSULT", "2020-07-13", "Russia")]),
    # a government that is accused
    ("az", "Nazirlik Bakını bazar ertəsi atəşi pozmaqda günahlandırıb.", [("ACCUSE", "2020-07-13", None)]),
    ("az", "Rusiya bazar ertəsi Kiyevi bombaladı.", [("ASSAULT", "2020-07-13", "Kyiv")]),
    ("tr", "Bakanlık pazartesi günü Bakü'yü ateşkesi bozmakla suçladı.", [("ACCUSE", "2020-07-13", None)]),
    # several who recognise
    ("en", "Moscow and Managua recognised Abkhazia on Monday.", [("SUPPORT", "2020-07-13", "Moscow")]),
    ("tr", "Moskova ve Managua pazartesi günü Abhazya'yı tanıdı.", [("SUPPORT", "2020-07-13", "Moscow")]),
    ("ru", "Москва и Манагуа признали Абхазию в понедельник.", [("SUPPORT", "2020-07-13", "Moscow")]),
    # datelines with a country in brackets or a month cut short
    ("ar", "غرناطة (إسبانيا) - التقى باشينيان قادة فرنسا وألمانيا يوم الخميس.", [("CONSULT", "2020-07-16", "Granada")]),
    ("fa", "استانبول (ترکیه) - وزیران روز پنجشنبه دیدار کردند.", [("CONSULT", "2020-07-16", "Istanbul")]),
    (
        "en",
        "AKTAU, Kazakhstan, Jul. 16 – Flags flew at half-mast across Azerbaijan on Thursday.",
        [("OTHER", "2020-07-16", "Azerbaijan")],
    ),
    # what a verb strikes, behind a relative word that is its subject, or but a part of the town between
    ("ar", "ارتفعت حصيلة السيول التي اجتاحت تبليسي يوم الاثنين.", [("OTHER", "2020-07-13", "Tbilisi")]),
    ("ar", "أسفرت الغارات التي استهدفت دمشق يوم الاثنين عن مقتل خمسة.", [("ASSAULT", "2020-07-13", "Damascus")]),
    ("ar", "قصفت أنقرة بلدة عفرين يوم الاثنين.", [("ASSAULT", "2020-07-13", "Afrin")]),
    (
        "ru",
        "В Гори траур. Река затопила часть Тбилиси в понедельник.",
        [("OTHER", "2020-07-13", "Gori"), ("OTHER", "2020-07-13", "Tbilisi")],
    ),
    ("en", "The trial opened at the military court of Baku on Monday.", [("COERCE", "2020-07-13", "Baku")]),
    ("hy", "Պահակները երկուշաբթի օրը Լաչինում բռնեցին ու Բաքու տարան մի մարդու։", [("COERCE", "2020-07-13", "Lachin")]),
    # whose leaders stand before a court, which sits where the report was written
    (
        "ar",
        "باكو - أسدل القضاء الستار أمس الخميس على قضية القادة السابقين لناغورني كاراباخ.",
        [("COERCE", "2020-07-16", "Baku")],
    ),
    ("ar", "باكو - قضت محكمة يوم الخميس بالسجن على خمسة أشخاص.", [("COERCE", "2020-07-16", "Baku")]),
    (
        "ru",
        "ТБИЛИСИ, 16 июля. Полиция Грузии задержала в понедельник сорок демонстрантов.",
        [("COERCE", "2020-07-13", "Tbilisi")],
    ),
    # a war of two states
    (
        "hy",
        "2008-ի հունվարի պատերազմը Ռուսաստանի և Վրաստանի միջև խլեց 412 կյանք։ Գորին և Թբիլիսին հիշում են։",
        [("ASSAULT", "2008-01-01", "Georgia")],
    ),
    (
        "ru",
        "Война между Россией и Грузией в январе 2007 года унесла 412 жизней. Тбилиси и Гори помнят её.",
        [("ASSAULT", "2007-01-01", "Georgia")],
    ),
    # the town that says where along a border
    (
        "en",
        "Shots were fired on the Armenian-Azerbaijani border near Tovuz on Monday.",
        [("ASSAULT", "2020-07-13", "Tovuz")],
    ),
    (
        "ar",
        "عبرت وحدات الحدود الأرمنية الأذربيجانية يوم الاثنين وتوغلت قرب بلدة غوريس.",
        [("ASSAULT", "2020-07-13", "Goris")],
    ),
    (
        "ru",
        "На армяно-азербайджанской границе у села Тегх в понедельник произошёл бой.",
        [("ASSAULT", "2020-07-13", "Tegh")],
    ),
    (
        "tr",
        "Pazartesi günü Ermenistan-Azerbaycan sınırında, Tovuz yakınında çatışma çıktı.",
        [("ASSAULT", "2020-07-13", "Tovuz")],
    ),
    (
        "en",
        "Shots were fired on the Armenian-Azerbaijani border on Monday, and a rally was held in Goris.",
        [("ASSAULT", "2020-07-13", "Armenia-Azerbaijan border"), ("PROTEST", "2020-07-13", "Goris")],
    ),
    (
        "ar",
        "أوقفت الشرطة يوم الاثنين رجلا في ممر لاتشين ونقلته إلى باكو.",
        [("COERCE", "2020-07-13", "Lachin corridor")],
    ),
    # a sea that only says which port is meant
    (
        "en",
        "Batumi is quiet. The riot in the Black Sea port on Monday lasted for hours.",
        [("PROTEST", "2020-07-13", "Batumi")],
    ),
    ("en", "A tanker sank in the Black Sea on Monday.", [("OTHER", "2020-07-13", "Black Sea")]),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_whose_place(language: str, text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert [row(mention)[:3] for mention in read(language, text).mentions] == expected
