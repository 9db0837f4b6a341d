"""Speakers whom no list knows, where nothing but a speaker can stand."""

import pytest

from tests.timeline.extract.reading import read


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("ru", "Во вторник в Сотке взорван мост, отчиталась выездная спецгруппа в Баку.", "выездная спецгруппа"),
        ("fa", "به گفته سارا نیکفر، سه‌شنبه در گوری دو سرباز کشته شدند.", "سارا نیکفر"),
        ("ar", "بحسب رامي الفلاني، قتل جنديان يوم الثلاثاء في غوري.", "رامي الفلاني"),
        # hearers, adverbs and papers are no speakers
        ("ru", "Во вторник в Сотке взорван мост, рассказали местным корреспондентам.", "publisher"),
        ("ru", "Во вторник в Сотке взорван мост, сообщили позднее.", "publisher"),
        ("fa", "طبق توافق، سه‌شنبه در گوری دو سرباز آزاد شدند.", "publisher"),
    ],
)  # fmt: skip
def test_unlisted(language: str, text: str, speaker: str) -> None:
    assert {mention.attribution.source for mention in read(language, text).mentions} == {speaker}
