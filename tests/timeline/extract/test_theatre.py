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


@pytest.mark.parametrize(
    ("language", "text", "type_", "land"),
    [
        ("en", "A mine went off near Lachin on Friday. The ceasefire of 1994 did not hold.", "AGREE", KARABAKH),
        ("ka", "ცხინვალთან სამი კაცი დააკავეს. ომი 2008 წლის აგვისტოში დაიწყო.", "ASSAULT", "South Ossetia"),
        ("fa", "نیروهای روسیه در لاچین مستقر شدند. آنها پس از جنگ سال ۲۰۲۰ آمدند.", "ASSAULT", KARABAKH),
    ],
)
def test_known_wars_and_truces_of_a_year_are_in_their_land(language: str, text: str, type_: str, land: str) -> None:
    *_, known = read(language, text, date(2024, 6, 14)).mentions
    assert known.type == type_
    assert known.where
    assert (known.where.place.name, known.where.where_prec) == (land, 4)


def test_a_war_of_the_same_year_far_away_is_another() -> None:
    _, war = read("en", "Fighting went on in Mekelle. The war broke out in 2020.", date(2024, 6, 14)).mentions
    assert war.where
    assert war.where.place.id == "iso:ET"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Armenia and Azerbaijan blame each other. A soldier was killed on the border on Thursday."),
        ("ru", "Армения и Азербайджан обвиняют друг друга. В четверг на границе убит солдат."),
        ("az", "Ermənistan və Azərbaycan bir-birini ittiham edir. Cümə axşamı sərhəddə bir əsgər öldürülüb."),
    ],
)
def test_the_border_alone_is_that_of_the_two_neighbours(language: str, text: str) -> None:
    *_, killed = read(language, text, PUBLISHED).mentions
    assert killed.where
    assert killed.where.place.name == "Armenia-Azerbaijan border"
