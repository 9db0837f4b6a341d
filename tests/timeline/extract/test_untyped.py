"""What no rule knows the kind of is told where a sentence says day and place, and left alone where it says less."""

import pytest

from tests.timeline.extract.reading import read, row


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The last bus pulled into Goris on Monday with fifteen elderly passengers.", ["2020-07-13", "Goris"]),
        ("ru", "Последний троллейбус свернул к рынку в Горисе в понедельник.", ["2020-07-13", "Goris"]),
    ],
)
def test_untyped(language: str, text: str, expected: list[str]) -> None:
    (mention,) = read(language, text).mentions
    assert row(mention) == ("OTHER", *expected, "publisher")
    assert mention.provenance["type"] == "untyped"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "After repairs on Sunday the last bus pulled into Goris on Monday with fifteen passengers.",
            "2020-07-13",
        ),
        ("ru", "После ремонта в воскресенье троллейбус свернул в понедельник к рынку в Горисе.", "2020-07-13"),
        ("en", "On Monday, in the rain of that Monday, the last bus pulled into Goris.", "2020-07-13"),
        ("en", "The last bus pulled into Goris in May with fifteen elderly passengers.", "2020-05-01"),
        ("tr", "Son otobüs Goris'e mayıs ayında on beş yaşlı yolcuyla vardı.", "2020-05-01"),
        ("en", "The last bus pulled into Goris on Monday with fifteen passengers, the driver said.", "2020-07-13"),
        ("ru", "Последний троллейбус свернул к рынку в Горисе в понедельник, рассказал водитель.", "2020-07-13"),
        ("hy", "Վերջին ավտոբուսը երկուշաբթի օրը Գորիսում կանգնել է շուկայի մոտ, ասել է վարորդը։", "2020-07-13"),
        ("az", "Şənbə günü təmir olunan avtobus bazar ertəsi Gorisə çatdı.", "2020-07-13"),
    ],
)
def test_verb_of_the_past_tells_of_days_and_months(language: str, text: str, expected: str) -> None:
    (mention,) = read(language, text).mentions
    assert (mention.type, mention.provenance["type"]) == ("OTHER", "untyped")
    assert mention.when is not None
    assert mention.where is not None
    assert (str(mention.when.start), mention.where.place.name) == (expected, "Goris")


def test_place_told_before() -> None:
    text = "Shells struck Goris on Sunday. The last bus pulled in on Monday with fifteen elderly passengers."
    assert row(read("en", text).mentions[-1]) == ("OTHER", "2020-07-13", "Goris", "publisher")


@pytest.mark.parametrize(
    "text",
    [
        "Shells struck Goris on Sunday. Pictured on Monday, 13 July.",  # a caption
        "The last bus pulled into Goris with fifteen elderly passengers.",  # no day
        "The last bus with fifteen elderly passengers pulled in on Monday.",  # no place
        "The last bus will pull into Goris on 20 July with fifteen passengers.",  # not yet
        "The driver said that the last bus had pulled into Goris on Monday.",  # only somebody's word
        "Nobody saw the last bus, which never pulled into Goris on Monday.",  # denied
        "Did the last bus pull into Goris on Monday with fifteen passengers?",
        "Shells struck Goris on Sunday. A bus with fifteen passengers pulled in in May.",  # no day and no place
        "The bus to Goris has fifteen seats in May and in July.",  # no verb of the past
        "The last bus is in Goris on Sunday and on Monday, with fifteen passengers.",  # days, but no verb of the past
        "Fifteen elderly passengers were on the last bus, the driver said on Monday in Goris.",  # the day of the word
    ],
)
def test_too_little_is_said(text: str) -> None:
    assert not [one for one in read("en", text).mentions if one.provenance["type"] == "untyped"]


def test_an_article_that_tells_of_little_else_tells_nothing_of_no_known_kind() -> None:
    sale = "On Tuesday the library in Gori opened its yearly sale of books."
    quiet = ["The shelves hold novels.", "Prices are low.", "Tea is free.", "Children like the corner with maps."]
    news = [
        "On Tuesday shells hit Tovuz.",
        "Two soldiers were killed.",
        "On Wednesday a ceasefire took effect in Tovuz.",
    ]
    assert [one.type for one in read("en", f"{' '.join(quiet)} {sale}").mentions] == []
    assert "OTHER" in [one.type for one in read("en", f"{' '.join(news)} {sale}").mentions]
