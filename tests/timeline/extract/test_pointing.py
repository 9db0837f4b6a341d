"""What "where" and "there" point at is where something was."""

import pytest

from tests.timeline.extract.reading import read


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "From Ganja they went on to Baku, where the two ministers met on Monday.", "Baku"),
        ("en", "Shells struck Goris on Sunday. There the two ministers met on Monday.", "Goris"),
        ("ar", "سافر الوفد من غوري إلى باكو حيث التقى الرئيسان يوم الاثنين.", "Baku"),
        ("ru", "В воскресенье обстреляли Горис. Министры встретились там в понедельник.", "Goris"),
        ("hy", "Կիրակի օրը հրետակոծվեց Գորիսը։ Նախարարներն այնտեղ հանդիպեցին երկուշաբթի։", "Goris"),
    ],
)
def test_place_pointed_at(language: str, text: str, expected: str) -> None:
    met = [one for one in read(language, text).mentions if one.type == "CONSULT"]
    assert [one.where.place.name for one in met if one.where] == [expected]


def test_who_recognises_does_so_at_home() -> None:
    (mention,) = read("en", "On 10 July, Russia recognised South Ossetia as an independent state.").mentions
    assert mention.where is not None
    assert mention.where.place.id == "iso:RU"
