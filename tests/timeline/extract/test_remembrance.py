"""What is remembered on its day of the calendar happened in the year that the text names, and not anew."""

import pytest

from tests.timeline.extract.reading import read


def _types(language: str, text: str) -> list[tuple[str, str | None, int]]:
    mentions = read(language, text).mentions
    return [(one.type, one.mode, one.when.start.year) for one in mentions if one.when]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "В пятницу в Горисе вспоминают захват Товуза. Город пал 17 июля 1992 года."),
        ("ka", "პარასკევს საქართველო სოხუმის დაცემას იხსენებს. ქალაქი 1993 წლის 17 ივლისს დაეცა."),
        ("az", "Cümə günü Gorusda Tovuzda öldürülənlər yada salınıb. Şəhər 1992-ci il iyulun 17-də işğal olunmuşdu."),
        ("hy", "Ուրբաթ օրը Գորիսում տոնում են Շուշիի ազատագրումը։ Քաղաքը գրավվեց 1992 թվականի հուլիսի 17-ին։"),
    ],
)
def test_remembered(language: str, text: str) -> None:
    today, then = _types(language, text)
    assert today == ("OTHER", "commemoration", 2020)
    assert then[0] == "ASSAULT"
    assert then[2] < 2020
    assert not read(language, text).mentions[0].tolls


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "On Friday twelve people were killed in Tovuz. On 17 July 1992 shells struck the town.",
        ),  # a verb tells it
        ("az", "Cümə günü Tovuz işğal olundu. Şəhər 1992-ci il iyulun 17-də də işğal olunmuşdu."),
        ("ru", "В пятницу в Горисе вспоминают захват Товуза. Город пал 3 июля 1992 года."),  # another date
        ("ru", "Захват Товуза во вторник застал всех врасплох. Город пал и 14 июля 1992 года."),  # no day of the report
    ],
)
def test_told_anew(language: str, text: str) -> None:
    assert _types(language, text)[0][::2] == ("ASSAULT", 2020)
