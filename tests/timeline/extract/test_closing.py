"""Who tells a whole sentence at its end, and who is only named again ("the same report")."""

import pytest

from tests.timeline.extract.reading import read


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        (
            "en",
            "Shells hit Tegh on Tuesday; shots were fired at Sotk, the Echo of Kura wrote.",
            ["Echo of Kura", "Echo of Kura"],
        ),
        (
            "ru",
            "Во вторник обстрелян Тех; в понедельник обстрелян Сотк, сообщила прокуратура.",
            ["прокуратура", "прокуратура"],
        ),
        # whoever says what stands beside it says no more
        (
            "en",
            "Shells hit Tegh on Tuesday; the ministry said shots were fired at Sotk.",
            ["publisher", "ministry"],
        ),
        (
            "en",
            "Shells hit Tegh on Tuesday; shots were fired at Sotk, said the ministry, which knew no more.",
            ["publisher", "ministry"],
        ),
        ("tr", "Salı günü Teğ bombalandı; bakanlık, Sotk'un da bombalandığını bildirdi.", ["publisher", "bakanlık"]),
    ],
)  # fmt: skip
def test_the_end_of_a_sentence(language: str, text: str, speakers: list[str]) -> None:
    assert [mention.attribution.source for mention in read(language, text).mentions] == speakers


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        ("en", "Shells hit Tegh on Tuesday, the governor said. Later Sotk was shelled, they added.", ["governor"] * 2),
        (
            "en",
            "Shells hit Tegh on Tuesday, the governor said. Troops shelled Sotk, according to the same report.",
            ["governor"] * 2,
        ),
        ("ru", "Во вторник обстрелян Тех, сообщил мэр. По данным того же источника, обстрелян и Сотк.", ["мэр"] * 2),
        ("hy", "Երեքշաբթի գնդակոծվել է Տեղը, հայտնեց քաղաքապետը։ Ըստ նույն աղբյուրի՝ գնդակոծվել է Սոթքը։", ["քաղաքապետը"] * 2),
        # another report is not that one
        (
            "en",
            "Shells hit Tegh on Tuesday, the governor said. Troops shelled Sotk, according to a police report.",
            ["governor", "police report"],
        ),
        # a pronoun that is the object says nothing of the subject
        ("en", "Shells hit Tegh on Tuesday, the governor said. The army called it revenge for the shelling of Sotk.",
         ["governor", "army"]),
    ],
)  # fmt: skip
def test_named_again(language: str, text: str, speakers: list[str]) -> None:
    assert [mention.attribution.source for mention in read(language, text).mentions] == speakers
