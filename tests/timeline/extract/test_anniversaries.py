"""What an anniversary is of happened as many years ago as its number says, and not on the day of the report."""

from datetime import date

import pytest

from tests.timeline.extract.reading import read

IN_1992 = date(2024, 2, 26)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A wreath was laid on the 32nd anniversary of the capture of Shusha."),
        ("ru", "Отмечается тридцать вторая годовщина взятия Шуши."),
        ("ar", "في الذكرى الثانية والثلاثين لسقوط شوشا وُضع إكليل."),
        ("ru", "В понедельник и вторник отмечали 32-ю годовщину взятия Шуши."),
    ],
)
def test_the_cause_is_counted_back(language: str, text: str) -> None:
    taken = [one for one in read(language, text, IN_1992).mentions if one.type == "ASSAULT"]
    assert [(str(one.when.start), one.when.precision) for one in taken if one.when] == [("1992-01-01", "year")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Monday marks the 32nd anniversary of the capture of Shusha."),
        ("ru", "Сегодня 32-я годовщина взятия Шуши."),
        ("ar", "تحل اليوم الذكرى الثانية والثلاثون لسقوط شوشا."),
        ("az", "Bu gün Xocalı qətliamının 32-ci ildönümüdür."),
        ("tr", "Bugün Hocalı katliamının 32. yıl dönümü."),
        ("hy", "Այսօր Շուշիի գրավման 32-րդ տարելիցն է։"),
        ("ka", "დღეს შუშის აღების 32-ე წლისთავია."),
    ],
)
def test_the_cause_was_on_the_day_on_which_its_anniversary_is_kept(language: str, text: str) -> None:
    taken = [one for one in read(language, text, IN_1992).mentions if one.type == "ASSAULT"]
    assert [str(one.when.start) for one in taken if one.when] == ["1992-02-26"]


def test_numbers_of_order_may_stand_behind_a_hyphen() -> None:
    (struck,) = read("ka", "დღეს ცხინვალის დაბომბვის მე-10 წლისთავია.", date(2018, 8, 8)).mentions
    assert struck.when
    assert (str(struck.when.start), struck.when.precision) == ("2008-08-08", "day")


@pytest.mark.parametrize(
    "text",
    [
        "In Los Angeles thousands marched on the 30th anniversary of the killings.",  # nowhere
        "The 32nd anniversary of the shelling was marked in Moscow.",  # where it is remembered, not where it was
    ],
)
def test_a_cause_without_a_place_of_its_own_is_not_told(text: str) -> None:
    assert "ASSAULT" not in {mention.type for mention in read("en", text, IN_1992).mentions}


def test_what_happens_on_the_day_keeps_its_day() -> None:
    text = "Twelve people were arrested in Baku on the 30th anniversary of the party."
    (arrest,) = read("en", text, IN_1992).mentions
    assert arrest.type == "COERCE"
    assert arrest.when
    assert arrest.when.precision == "day"
