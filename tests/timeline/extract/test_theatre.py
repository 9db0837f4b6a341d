"""A war that is only mentioned was not in the one town that the article tells of."""

from datetime import date

import pytest

from tests.timeline.extract.reading import read

PUBLISHED = date(2020, 10, 17)
KARABAKH = "Nagorno-Karabakh"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A market in Barda was shelled on Friday. The fighting began on September 27."),
        ("ru", "По рынку в Барде нанесли удар ракетами. Нынешнее обострение началось 27 сентября."),
        ("ru", "Ракеты попали в жилой дом в Гяндже. Война в регионе идёт с 27 сентября."),
        ("az", "Bərdədə bazar atəşə tutulub. Müharibə sentyabrın 27-də başlayıb."),
        ("tr", "Berde'de pazar bombalandı. Savaş 27 Eylül'de başladı."),
        ("ar", "قُصفت سوق في مدينة بردع الجمعة. واندلعت الحرب في 27 سبتمبر."),
    ],
)
def test_the_known_war_that_began_then_is_in_its_land(language: str, text: str) -> None:
    _, war = read(language, text, PUBLISHED).mentions
    assert str(war.when and war.when.start) == "2020-09-27"
    assert war.where
    assert (war.where.place.name, war.where.where_prec) == (KARABAKH, 4)


def test_a_war_of_which_the_region_knows_nothing_is_in_the_country() -> None:
    _, war = read(
        "en", "A hospital in Kharkiv was shelled on Thursday. The war began on February 24.", PUBLISHED
    ).mentions
    assert war.where
    assert (war.where.place.id, war.where.where_prec) == ("iso:UA", 6)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "A market in Barda was shelled on Friday. Fighting broke out there on October 16.",
            "Barda",
        ),  # the news itself
        (
            "A market in Barda was shelled on Friday. The police storm of the bank was on September 20.",
            "Barda",
        ),  # no war
        (
            "Fighting began in Hadrut on September 27. A market in Barda was shelled on Friday.",
            "Hadrut",
        ),  # its own place
    ],
)
def test_what_is_no_background_or_no_war_keeps_its_town(text: str, place: str) -> None:
    names = {mention.where.place.name for mention in read("en", text, PUBLISHED).mentions if mention.where}
    assert place in names
    assert KARABAKH not in names
