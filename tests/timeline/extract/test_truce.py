"""A truce is where the fighting was that it ends, also in a text about another land."""

import pytest

from tests.timeline.extract.reading import read

ABOUT = {
    "en": "The talks on Nagorno-Karabakh go on in Nagorno-Karabakh and Yerevan. In Nagorno-Karabakh people wait.",
    "ru": "Переговоры о Нагорном Карабахе продолжаются. В Нагорном Карабахе и в Ереване ждут. В Нагорном Карабахе тихо.",
}


@pytest.mark.parametrize(
    ("language", "fighting", "place"),
    [
        (
            "en",
            "On 8 July Georgian troops shelled Tskhinvali. On 12 July the sides agreed on a ceasefire.",
            "Tskhinvali",
        ),
        ("en", "On 8 July troops shelled Martakert. On 12 July the sides agreed on a ceasefire.", "Nagorno-Karabakh"),
        ("ru", "8 июля грузинские войска обстреляли Цхинвали. 12 июля стороны договорились о перемирии.", "Tskhinvali"),
    ],
)
def test_truce(language: str, fighting: str, place: str) -> None:
    truces = [one for one in read(language, f"{ABOUT[language]}\n\n{fighting}").mentions if one.mode == "ceasefire"]
    assert [one.where.place.name for one in truces if one.where] == [place]
