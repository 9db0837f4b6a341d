"""Blows and deaths on the day of a disaster are the disaster's, unless somebody acts or arms are told of."""

import pytest

from tests.timeline.extract.reading import read


def _types(language: str, text: str) -> set[str]:
    return {one.type for one in read(language, text).mentions}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "An earthquake shook Tovuz on Friday. It struck the town in the morning. Six were killed there on Friday.",
        ),
        ("ru", "Землетрясение произошло в Товузе в пятницу. Шестеро убиты в Товузе в пятницу."),
        ("tr", "Cuma günü Goris'te deprem oldu. Cuma günü Goris'te altı kişi hayatını kaybetti."),
    ],
)
def test_nature_attacks_nobody(language: str, text: str) -> None:
    assert _types(language, text) == {"OTHER"}


@pytest.mark.parametrize(
    "text",
    [
        "An earthquake shook Tovuz on Friday. Six people were killed in Tovuz on Friday when shells hit the town.",  # arms
        "An earthquake shook Tovuz on Friday. Azerbaijani soldiers attacked Goris on Friday.",  # who acts
        "An earthquake shook Tovuz on Thursday. Goris was attacked on Friday.",  # another day
        "An earthquake shook Tovuz on Friday. Gyumri was attacked on Friday.",  # another country
    ],
)
def test_what_people_do(text: str) -> None:
    assert _types("en", text) == {"OTHER", "ASSAULT"}
