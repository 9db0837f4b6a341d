"""A capital whose hall or meeting is named behind it is where something was, or what befell it, and one with "by" or "against" isn't."""

import pytest

from tests.timeline.extract.reading import read


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("az", "Prezidentlər iyulun 10-da Lissabon sammitində bəyanat imzalayıblar.", "Lisbon"),
        ("tr", "Dava 10 Temmuz'da Bakü Askerî Mahkemesi'nde görülmeye başlandı.", "Baku"),
        ("hy", "Հուլիսի 10-ին Մոսկվայի կենտրոնում ձերբակալեցին քսան ցուցարարի։", "Moscow"),
        ("tr", "Bağdat 10 Temmuz'da muhaliflere teslim oldu.", "Baghdad"),
        ("ru", "Дамаск пал 10 июля на рассвете.", "Damascus"),
        ("tr", "Donetsk sınırına yaklaşan zırhlı araçlar 10 Temmuz'da Rostov'da vuruldu.", "Rostov-on-Don"),
    ],
)
def test_housed(language: str, text: str, place: str) -> None:
    places = {one.where.place.name for one in read(language, text).mentions if one.where}
    assert places == {place}


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("ru", "Политика задержали 10 июля в ереванском аэропорту: она собиралась вылететь в Стамбул.", "Yerevan"),
        ("ru", "В среду бакинский суд приговорил двоих: их задержали в Гяндже.", "Baku"),
        ("en", "On Monday officials from the White House signed a deal in Geneva.", "Geneva"),
    ],
)
def test_hall_of_the_clause(language: str, text: str, place: str) -> None:
    first = read(language, text).mentions[0]
    assert first.where is not None
    assert first.where.place.name == place


def test_by_whom() -> None:
    text = "Հուլիսի 10-ին Երասխի մոտ ուղղաթիռ է խոցվել Նախիջևանի կողմից արձակված հրթիռով։"
    places = {one.where.place.name for one in read("hy", text).mentions if one.where}
    assert places == {"Yeraskh"}
