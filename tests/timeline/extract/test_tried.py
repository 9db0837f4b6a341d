"""What was tried."""

import pytest

from tests.timeline.extract.reading import read


@pytest.mark.parametrize(
    ("language", "text", "mode"),
    [
        ("en", "Troops tried to capture Shusha on Monday.", None),
        ("en", "Troops captured Shusha on Monday.", "seize"),
        ("hy", "Զորքերը երկուշաբթի փորձեցին գրավել Շուշին։", None),
        ("tr", "Birlikler pazartesi günü Şuşa'yı ele geçirmeye çalıştı.", None),
        ("ru", "В понедельник войска захватили Шушу.", "seize"),
    ],
)
def test_a_try_is_an_attack_without_its_outcome(language: str, text: str, mode: str | None) -> None:
    (told,) = read(language, text).mentions
    assert (told.type, told.mode, told.status) == ("ASSAULT", mode, "happened")
