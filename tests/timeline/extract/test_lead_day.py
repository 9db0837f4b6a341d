"""A lead without a day has the one that a sentence soon after gives, if that tells of nothing else on it."""

import pytest

from tests.timeline.extract.reading import read

REPORT = "2020-07-17"


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        # the second sentence tells what no list knows
        ("en", "The envoy has arrived in Goris for talks. He walked over the old bridge on 14 July.", "2020-07-14"),
        # the third one names the day, the second none
        ("ru", "Четверо ранены при взрыве в Горисе. Пострадала и прохожая. Пакет у дерева сработал 15 июля.", "2020-07-15"),
        ("ka", "გორისში პოლიციას თავს დაესხნენ. თავდამსხმელი მოკლეს. ეს 15 ივლისს მოხდა და საქმე აღძრულია.", "2020-07-15"),
        ("tr", "Goris'te polise saldırıldı. İki kişi yaralandı. Olay 15 Temmuz'da yaşandı ve soruşturma açıldı.", "2020-07-15"),
        # the same kind at the same place
        ("en", "Troops shelled Goris. A house burnt. Goris was shelled on 15 July for an hour.", "2020-07-15"),
        # another deed, or one elsewhere
        ("en", "Troops shelled Goris. A house burnt. Berd was shelled on 15 July for an hour.", REPORT),
        ("en", "Troops shelled Goris. Three people were arrested in Berd on 15 July.", REPORT),
        # a day named between, another paragraph, or a day too long ago
        ("ru", "Четверо ранены при взрыве в Горисе. 12 июня там было тихо. Туристы уехали 15 июля.", REPORT),
        ("ru", "Четверо ранены при взрыве в Горисе. Пострадала и прохожая.\n\nТуристы уехали 15 июля.", REPORT),
        ("en", "The envoy has arrived in Goris for talks. He walked over the old bridge on 14 June.", REPORT),
    ],
)  # fmt: skip
def test_the_day_of_a_lead(language: str, text: str, day: str) -> None:
    first = read(language, text).mentions[0]
    assert str(first.when.start if first.when else None) == day
