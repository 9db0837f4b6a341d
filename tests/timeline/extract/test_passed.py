"""What happened so many years ago, said by the years that have passed since, is no news of the day."""

from datetime import date

import pytest

from tests.timeline.extract.reading import read


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It is 26 years since Armenian forces captured Shusha."),
        ("en", "Twenty-six years have passed since Armenian forces captured Shusha."),
        ("ru", "Прошло 26 лет с того дня, как армянские силы захватили Шушу."),
        ("tr", "Ermeni güçlerinin Şuşa'yı ele geçirmesinin üzerinden 26 yıl geçti."),
        ("az", "Erməni qüvvələrinin Şuşanı işğal etməsindən 26 il keçir."),
        ("hy", "26 տարի է անցել այն օրից, երբ հայկական ուժերը գրավեցին Շուշին։"),
        ("ka", "26 წელი გავიდა მას შემდეგ, რაც სომხურმა ძალებმა შუშა დაიკავეს."),
        ("ar", "مر 26 عاماً على سيطرة القوات الأرمينية على مدينة شوشا."),
        ("ar", "مضت 26 سنة منذ استولت القوات الأرمينية على مدينة شوشا."),
    ],
)
def test_years_that_have_passed(language: str, text: str) -> None:
    (taken,) = read(language, text, date(2018, 5, 9)).mentions
    assert taken.when
    assert (str(taken.when.start), taken.when.precision) == ("1992-01-01", "year")


def test_in_persian_nothing_is_told_of_the_day() -> None:
    assert not read("fa", "۲۶ سال از روزی که نیروهای ارمنی شوشا را تصرف کردند گذشت.", date(2018, 5, 9)).mentions
