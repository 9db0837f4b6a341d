"""Towns of bodies that are struck, towns in provinces, owners in the genitive, and where lands are agreed about."""

import pytest

from tests.timeline.extract.reading import read

TOWNS_IN_PROVINCES = [
    ("ar", "تعرضت بلدة ساداراك في نخجوان للقصف يوم الاثنين.", "Sadarak"),
    ("en", "On Monday shells hit the town of Sadarak in Nakhchivan.", "Sadarak"),
    ("ru", "В понедельник обстрелян посёлок Садарак в Нахичевани.", "Sadarak"),
]
OWNERS = [
    ("ka", "ორშაბათს პოლიციამ ბათუმში რუსეთის ორი ოფიცერი დააკავა.", "Batumi"),
    ("hy", "Երկուշաբթի Բաթումիում ձերբակալվեցին Ռուսաստանի երկու սպաներ։", "Batumi"),
]
STRUCK = [
    ("hy", "Երկուշաբթի զինյալները հարձակվեցին Նալչիկի ոստիկանության բաժինների վրա։", "Nalchik"),
    ("tr", "Pazartesi günü militanlar Nalçik polis merkezine saldırdı.", "Nalchik"),
    ("ka", "ორშაბათს შეიარაღებული პირები ნალჩიკის პოლიციას დაესხნენ თავს.", "Nalchik"),
    ("en", "On Monday gunmen attacked the Nalchik police.", "Nalchik"),
]
AGREED = [
    ("en", "On 4 July in Vienna, the two sides agreed to a ceasefire in Nagorno-Karabakh.", "Vienna"),
    ("en", "On Monday the guns fell silent under a ceasefire in Nagorno-Karabakh.", "Nagorno-Karabakh"),
    ("ru", "4 июля в Вене стороны договорились о прекращении огня в Карабахе.", "Vienna"),
    ("az", "İyulun 4-də Vyanada tərəflər Qarabağda atəşkəs barədə razılaşıblar.", "Vienna"),
    ("fa", "۴ ژوئیه در وین طرفین بر سر آتش‌بس در قره‌باغ توافق کردند.", "Vienna"),
    ("hy", "Հուլիսի 4-ին Վիեննայում կողմերը համաձայնեցին Ղարաբաղում հրադադարի շուրջ։", "Vienna"),
    ("ka", "4 ივლისს ვენაში მხარეები ყარაბაღში ცეცხლის შეწყვეტაზე შეთანხმდნენ.", "Vienna"),
]
FROM_THERE = [
    ("ar", "اعتقل رجلان من غوري يوم الاثنين في باتومي.", "Batumi"),
    ("ar", "سقط صاروخ أطلق من توفوز يوم الاثنين على بيرد.", "Berd"),
    ("ar", "انسحبت القوات يوم الاثنين من غوري.", "Gori"),
    ("fa", "روز دوشنبه موشکی که از تووز شلیک شده بود در برد فرود آمد.", "Berd"),
    ("en", "Gunmen from Derbent attacked a police post in Makhachkala on Monday.", "Makhachkala"),
]
BACKED = [
    ("ka", "მოსკოვის შუამავლობით მხარეებმა ორშაბათს ბათუმში ცეცხლის შეწყვეტაზე ხელი მოაწერეს.", "Batumi"),
    ("tr", "Ankara destekli muhalifler pazartesi günü Afrin'i ele geçirdi.", "Afrin"),
    ("hy", "Մոսկվայի միջնորդությամբ կողմերը երկուշաբթի Բաթումիում հրադադար կնքեցին։", "Batumi"),
    ("az", "Moskvanın vasitəçiliyi ilə tərəflər bazar ertəsi Batumidə atəşkəs imzalayıblar.", "Batumi"),
]


@pytest.mark.parametrize(
    ("language", "text", "place"), [*TOWNS_IN_PROVINCES, *OWNERS, *STRUCK, *AGREED, *FROM_THERE, *BACKED]
)
def test_where(language: str, text: str, place: str) -> None:
    assert [one.where.place.name for one in read(language, text).mentions if one.where] == [place]
