"""A year that still runs says of nothing told next on which day it was."""

from datetime import date

import pytest

from tests.timeline.extract.reading import read

REPORT = date(2020, 7, 17)


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "The truce was signed this year. Troops shelled Goris for an hour.", "2020-07-17"),
        ("ru", "Перемирие подписали в этом году. Войска обстреляли Горис.", "2020-07-17"),
        ("tr", "Ateşkes bu yıl imzalandı. Askerler Goris'i bombaladı.", "2020-07-17"),
        ("en", "The truce was signed in 2019. Troops shelled Goris for an hour.", "2019-01-01"),
        ("ru", "Перемирие подписали в июне. Войска обстреляли Горис.", "2020-06-01"),
    ],
)
def test_what_is_told_behind_a_year(language: str, text: str, day: str) -> None:
    last = read(language, text, REPORT).mentions[-1]
    assert str(last.when.start if last.when else None) == day
