"""A time counted from what was told before is counted from the day that the story is at, not from that of its telling."""

import pytest

from tests.timeline.extract.reading import read


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        (
            "en",
            "On 3 July shells hit Tovuz. Officials spoke of it on 6 July. The day before, soldiers had been shot dead near Gazakh.",
            "2020-07-02",
        ),
        (
            "tr",
            "3 Temmuz'da Tovuz bombalandı. Bir gün önce Kazah'ta iki asker öldürülmüştü.",
            "2020-07-02",
        ),
        (
            "en",
            "On 3 July shells hit Tovuz. On 6 July mines killed two men near Gazakh. The day before, soldiers were shot dead near Goris.",
            "2020-07-05",
        ),
    ],
)  # fmt: skip
def test_the_day_before(language: str, text: str, day: str) -> None:
    last = read(language, text).mentions[-1]
    assert last.when is not None
    assert str(last.when.start) == day
