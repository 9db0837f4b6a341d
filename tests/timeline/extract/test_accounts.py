"""Whose account a sentence goes on with: a quotation's, a chronicle's, that of the sentence before."""

import pytest

from tests.timeline.extract.reading import read
from timeline.extract.text.quotations import quotation_at, quotation_over

MAYOR = "mayor of Goris"
SPOKESWOMAN = "Anna Petrosyan, spokeswoman of the Defence Ministry"


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        # a quotation that goes on behind its speaker
        (
            "en",
            ('Shells hit Tegh, the mayor of Goris said. "Shots were fired at Kornidzor on Monday," he said. "On 5 July '
            'they put Sotk under fire."'),
            [MAYOR, MAYOR, MAYOR],
        ),
        ("ru", "«Во вторник обстреляли Товуз, — сказал мэр Гориса. — 5 июля обстреляли Сотк».", ["мэр Гориса"] * 2),
        # one whose speaker stands behind its end, or before its beginning
        ("ru", "«5 июля обстреляли Товуз. 6 июля обстреляли Сотк», — сказал мэр Гориса.", ["мэр Гориса"] * 2),
        (
            "ru",
            "Глава Гориса заявил: «5 июля обстреляли Товуз. 6 июля обстреляли Сотк». 7 июля в Ереване прошёл митинг.",
            ["Глава Гориса", "Глава Гориса", "publisher"],
        ),
        # a title or a name is no quotation
        ("en", 'Shells hit Tegh, the mayor of Goris said. "Red Star" and others marched in Gori on 5 July.', [MAYOR, "publisher"]),
        # a chronicle names who tells each entry, up to the end of its paragraph
        (
            "en",
            (
                f"12:45, {SPOKESWOMAN}: Tegh is being shelled. On Monday they shelled Sotk.\n\n"
                "14:40, InfoPoint: Goris was shelled.\n\n15:00, Kapan: Protesters blocked a road."
            ),
            [SPOKESWOMAN, SPOKESWOMAN, "InfoPoint", "publisher"],
        ),
        ("ru", "12:45, Анна Петросян, пресс-секретарь Минобороны: Обстрелян Тех.", ["Анна Петросян, пресс-секретарь Минобороны"]),
        ("ru", "Арам Арамян, мэр Гориса: Обстрелян Тех.", ["Арам Арамян, мэр Гориса"]),
        ("ru", "13:10. Взрыв в Горисе: двое погибли.", ["publisher"]),
        # violence of the day behind a lead that names who tells of it
        ("en", f"Shells hit Tegh on Friday, the {MAYOR} said.\n\nOn Friday troops shelled Sotk.", [MAYOR, MAYOR]),
        # but where somebody else makes a statement it is nobody's
        (
            "en",
            f"Shells hit Tegh on Friday, the {MAYOR} said. On Friday the army threatened to shell Sotk.",
            [MAYOR, "army"],
        ),
        # what is as new as the account is its own, what lies far back is background
        ("en", f"Shells hit Tegh on Friday, the {MAYOR} said. On Thursday troops shelled Sotk.", [MAYOR, MAYOR]),
        ("en", f"Shells hit Tegh on Friday, the {MAYOR} said. On 2 May troops shelled Sotk.", [MAYOR, "publisher"]),
        ("tr", "Vali, cuma günü Tegh'in vurulduğunu söyledi. 2 Mayıs'ta askerler Sotk'u bombaladı.", ["Vali", "publisher"]),
    ],
)  # fmt: skip
def test_accounts(language: str, text: str, speakers: list[str]) -> None:
    assert [mention.attribution.source for mention in read(language, text).mentions] == speakers


@pytest.mark.parametrize(
    ("text", "at", "found"),
    [
        ('He said "it was a long day for all of us" twice.', "long", "it was a long day for all of us"),
        ('He said "it was a long day for all of us" twice.', "twice", None),
        ("Он сказал: «Это был “долгий” день для всех нас». И ушёл.", "день", "Это был “долгий” день для всех нас"),
        ("die „Zeitung am Morgen für alle“ schrieb", "am", "Zeitung am Morgen für alle"),
        ("The «Star» of the east was seen by all", "Star", None),
        ('A 12" gun fired for a day and a 14" gun', "fired", None),
    ],
)
def test_quotations(text: str, at: str, found: str | None) -> None:
    span = quotation_at(text, text.index(at))
    assert (text[span.start : span.end] if span else None) == found


def test_a_quotation_goes_on_behind_what_it_opens_before() -> None:
    text = 'He said: "It was long. It was very hard for us."'
    assert quotation_over(text, text.index("It was very"))
    assert quotation_over(text, text.index('"')) is None
