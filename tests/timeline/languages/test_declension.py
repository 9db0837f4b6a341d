"""Names take the forms that titles ask of them."""

from __future__ import annotations

import pytest

from timeline.languages.declension import decline


@pytest.mark.parametrize(
    ("language", "case", "name", "expected"),
    [
        ("en", "definite", "line of contact", "the line of contact"),
        ("en", "definite", "Lake Sevan", "Lake Sevan"),
        ("ru", "locative", "Гянджа", "Гяндже"),
        ("ru", "locative", "Грузия", "Грузии"),
        ("ru", "locative", "Гори", "Гори"),
        ("ru", "locative", "Минеральные Воды", "Минеральных Водах"),
        ("ru", "locative", "Грозный", "Грозном"),
        ("ru", "locative", "Комсомольское", "Комсомольском"),
        ("ru", "locative", "Шуша / Шуши", "Шуше / Шуши"),
        ("ru", "locative", "Чёрное море", "Чёрном море"),
        ("ru", "locative", "линия соприкосновения", "линии соприкосновения"),
        ("ru", "genitive", "озеро Севан", "озера Севан"),
        ("ru", "genitive", "Горийский муниципалитет", "Горийского муниципалитета"),
        ("ru", "genitive", "Панкисское ущелье", "Панкисского ущелья"),
        ("ru", "accusative", "Южная Осетия", "Южную Осетию"),
        ("ru", "instrumental", "Шуша", "Шушой"),
        ("ru", "instrumental", "Комсомольское", "Комсомольским"),
        ("tr", "locative", "Kars", "Kars'ta"),
        ("tr", "locative", "Gümrü", "Gümrü'de"),
        ("tr", "locative", "Laçın koridoru", "Laçın koridorunda"),
        ("tr", "locative", "Hazar Denizi", "Hazar Denizi'nde"),
        ("tr", "locative", "Ağrı Dağı", "Ağrı Dağı'nda"),
        ("tr", "dative", "Ankara", "Ankara'ya"),
        ("tr", "dative", "Tiflis", "Tiflis'e"),
        ("tr", "since", "1992", "1992'den"),
        ("tr", "since", "2020", "2020'den"),
        ("tr", "since", "2016", "2016'dan"),
        ("tr", "since", "1994", "1994'ten"),
        ("az", "locative", "Gəncə", "Gəncədə"),
        ("az", "locative", "Xocalı", "Xocalıda"),
        ("az", "locative", "Tovuz rayonu", "Tovuz rayonunda"),
        ("az", "locative", "Xəzər dənizi", "Xəzər dənizində"),
        ("az", "dative", "Gürcüstan", "Gürcüstana"),
        ("az", "since", "1992", "1992-ci ildən"),
        ("az", "since", "2020", "2020-ci ildən"),
        ("az", "since", "1994", "1994-cü ildən"),
        ("az", "since", "2016", "2016-cı ildən"),
        ("az", "since", "1989", "1989-cu ildən"),
        ("hy", "locative", "Բաքու", "Բաքվում"),
        ("hy", "locative", "Մոսկվա", "Մոսկվայում"),
        ("hy", "locative", "հայ-ադրբեջանական սահման", "հայ-ադրբեջանական սահմանին"),
        ("hy", "genitive", "Սևանա լիճ", "Սևանա լճի"),
        ("ka", "locative", "თბილისი", "თბილისში"),
        ("ka", "locative", "მთიანი ყარაბაღი", "მთიან ყარაბაღში"),
        ("ka", "close", "შუშა", "შუშასთან"),
        ("ka", "genitive", "ლაჩინის დერეფანი", "ლაჩინის დერეფნის"),
        ("ka", "dative", "საქართველო", "საქართველოს"),
        ("fa", "place", "تهران", "تهران"),
    ],
)
def test_a_name_takes_the_form_of_its_case(language: str, case: str, name: str, expected: str) -> None:
    assert decline(name, case, language) == expected


@pytest.mark.parametrize("language", ["ru", "hy", "ka"])
def test_a_name_in_another_script_has_no_forms(language: str) -> None:
    assert decline("Khoy", "locative", language) is None
    assert decline("Khoy / Хой", "locative", language) is None
