"""What a text only asks about."""

import pytest

from tests.timeline.extract.reading import read


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("hy", "Ի՞նչ եք մտածում երեկ Գյումրիում տեղի ունեցած ցույցի մասին։", []),
        ("hy", "«Ինչո՞ւ էին երեկ Գյումրիում հրետակոծում գյուղերը»։", []),
        ("hy", "Երեկ Գյումրիում տեղի ունեցավ ցույց, մարդիկ գրել էին. «Ինչո՞ւ եք լռում այսքան ժամանակ»։", ["PROTEST"]),
        ("hy", "Երեկ Գյումրիում տեղի ունեցավ ցույց։", ["PROTEST"]),
        ("en", "Did troops shell Shusha on Monday?", []),
        ("ar", "هل قصفت القوات مدينة شوشا يوم الاثنين؟", []),
    ],
)
def test_a_question_tells_of_nothing(language: str, text: str, told: list[str]) -> None:
    assert [one.type for one in read(language, text).mentions if one.status == "happened"] == told
