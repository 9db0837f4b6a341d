"""Negations that only say when something was."""

import pytest

from tests.timeline.extract.reading import read


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("ru", "Министр не так давно отправлен в отставку в Тбилиси.", "happened"),
        ("ru", "Министр вчера не отправлен в отставку в Тбилиси.", "denied"),
        ("ru", "Войска обстреляли Шушу не ранее 5 мая 2019 года.", "happened"),
        ("en", "Not long ago troops shelled Shusha.", "happened"),
        ("en", "Troops did not attack Shusha on Monday.", "denied"),
        ("tr", "Birlikler çok geçmeden Şuşa'yı vurdu.", "happened"),
    ],
)
def test_a_negation_inside_a_time_denies_nothing(language: str, text: str, status: str) -> None:
    assert [one.status for one in read(language, text).mentions] == [status]
