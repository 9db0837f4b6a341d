"""What an inquiry or a charge is about is not told again at its day, and a claim is not made where it says a deed was."""

import pytest

from tests.timeline.extract.reading import read

ALONE = [
    ("en", "On Monday a criminal case was opened over the shooting at the market in Makhachkala."),
    ("en", "On Monday prosecutors launched an investigation into the attack on the police post."),
    ("ru", "В понедельник Следственный комитет возбудил дело об убийстве солдата."),
    ("tr", "Savcılık pazartesi günü askerin öldürülmesiyle ilgili soruşturma başlattı."),
    ("az", "Prokurorluq bazar ertəsi əsgərin öldürülməsi ilə bağlı cinayət işi açıb."),
    ("ar", "فتحت النيابة يوم الاثنين تحقيقا في مقتل جندي."),
    ("fa", "دادستانی روز دوشنبه درباره کشته شدن سرباز پرونده‌ای گشود."),
    ("hy", "Դատախազությունը երկուշաբթի քրեական գործ հարուցեց զինվորի սպանության առթիվ։"),
    ("ka", "პროკურატურამ ორშაბათს ჯარისკაცის მკვლელობის ფაქტზე გამოძიება დაიწყო."),
]


@pytest.mark.parametrize(("language", "text"), ALONE)
def test_matter_of_an_inquiry(language: str, text: str) -> None:
    assert [one.mode for one in read(language, text).mentions] == ["investigate"]


@pytest.mark.parametrize(
    ("language", "text", "deed"),
    [
        ("en", "On Monday prosecutors opened a case over the killing of a soldier at Sotk on Sunday.", "2020-07-12"),
        ("fa", "دادستانی دیروز درباره انفجار ۱۲ ژوئیه در باکو پرونده‌ای گشود.", "2020-07-12"),
        ("az", "Prokurorluq dünən Bakıda iyulun 12-də baş verən partlayışla bağlı cinayət işi açıb.", "2020-07-12"),
    ],
)
def test_matter_with_a_time_of_its_own(language: str, text: str, deed: str) -> None:
    told = [one for one in read(language, text).mentions if one.mode != "investigate"]
    assert [str(one.when.start) for one in told if one.when] == [deed]


@pytest.mark.parametrize(
    ("language", "text", "kind", "place"),
    [
        ("ru", "В понедельник Ереван обвинил Баку в обстреле Гориса.", "ACCUSE", None),
        ("en", "On Monday Yerevan accused Baku of shelling Goris.", "ACCUSE", None),
        ("az", "Nazirlik bazar ertəsi Tavuşda mövqelərin təhvil verilməsini rədd edib.", "REJECT", "Tavush"),
    ],
)
def test_where_a_claim_is_made(language: str, text: str, kind: str, place: str | None) -> None:
    told = [one for one in read(language, text).mentions if one.type == kind]
    assert [one.where.place.name if one.where else None for one in told] == [place]
