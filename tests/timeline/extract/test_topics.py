"""What is only talked about has not come yet; what is told of it with a verb or a time of its own has."""

import pytest

from tests.timeline.extract.reading import read


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "On Tuesday in Brussels they discussed the release of prisoners and the withdrawal of troops from Kalbajar.",
        ),
        ("ru", "Во вторник в Брюсселе обсудили освобождение пленных и вывод войск из Кельбаджара."),
        ("tr", "Salı günü Brüksel'de birliklerin Kelbecer'den çekilmesi ve antlaşmanın imzalanması görüşüldü."),
        ("az", "Brüsseldə çərşənbə axşamı qoşunların Kəlbəcərdən çıxarılması müzakirə olunub."),
        ("ar", "وبحثا في بروكسل يوم الثلاثاء سحب القوات من كلبجار وتوقيع المعاهدة."),
    ],
)
def test_what_is_talked_about_is_no_fact(language: str, text: str) -> None:
    told = [(mention.type, mention.status) for mention in read(language, text).mentions]
    assert told
    assert {type_ for type_, status in told if status == "happened"} <= {"CONSULT"}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("They discussed the shelling of Goris on Tuesday.", "ASSAULT"),
        ("They discussed the agreement of 9 July 2020 on Goris.", "AGREE"),
        ("They discussed the border, where troops withdrew from Goris on Tuesday.", "RETREAT"),
    ],
)
def test_what_has_a_time_or_a_verb_of_its_own_stays_a_fact(text: str, type_: str) -> None:
    assert type_ in {mention.type for mention in read("en", text).mentions if mention.status == "happened"}
