"""Names of speakers: whole, of whoever speaks, and nobody's where nobody is named."""

import pytest

from tests.timeline.extract.reading import read

OWN = "publisher"


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        # a name with its title between commas is the speaker, and no body inside the title
        (
            "en",
            "Aram Aramyan, an aide to the Georgian president, said that troops shelled Sotk on Tuesday.",
            ["Aram Aramyan, an aide to the Georgian president"],
        ),
        (
            "en",
            "Aram Aramyan, head of the Sotk district, said that troops shelled Tegh on Tuesday.",
            ["Aram Aramyan, head of the Sotk district"],
        ),
        ("en", "The Defence Ministry, in a statement on Friday, said that troops shelled Sotk on Tuesday.", ["Defence Ministry"]),
        ("ru", "Во вторник обстрелян Тех, сообщил в соцсетях мэр Гориса.", ["мэр Гориса"]),
        # an article alone joins no two names
        ("en", "According to the Defence Ministry the envoys were arrested in Gori on Tuesday.", ["Defence Ministry"]),
        ("en", "According to the office of the president shells fell on Tovuz on Tuesday.", ["office of the president"]),
        # whom he told is no part of his name, nor is the land that he blames
        ("tr", "Kızılay Başkanı Aram Kaya gazetecilere, salı günü Gori'de iki kişinin öldürüldüğünü söyledi.", ["Kızılay Başkanı Aram Kaya"]),
        ("az", "Rəna Hacızadə Ermənistanı çərşənbə axşamı Tovuzu atəşə tutmaqda ittiham edib.", ["Rəna Hacızadə"]),
        # who is accused accuses nobody
        ("en", "Aram Aramyan, accused of the shelling of Tegh, was arrested in Gori on Tuesday.", [OWN]),
        ("tr", "Tovuz'u bombalamakla suçlanan Aram Kaya salı günü Gori'de tutuklandı.", [OWN, OWN]),
        # a noun is no verb of speech
        ("en", "Armenia put forward claims against its neighbour. In 1992 troops occupied Shusha.", [OWN]),
        # nobody gives preliminary figures, and "therefore" names none
        ("ka", "წინასწარი მონაცემებით, ორშაბათს გორში ორი ადამიანი დაიღუპა.", [OWN]),
        ("az", "Buna görə bazar ertəsi Qoridə iki nəfər həbs edilib.", [OWN]),
        # what opens a sentence with a capital is no name of somebody who rejects or demands
        ("ru", "Вину не признал никто; во вторник в Гори арестовали студентов.", [OWN, OWN]),
        ("ru", "Гиорги заявил, что во вторник в Гори арестовали студентов.", ["Гиорги"]),
        # a pronoun that opens the clause is the subject
        ("ru", "Во вторник в Гори протестовали студенты: они считают и не признают парламент законным.", [OWN, OWN]),
        ("ru", "Она началась сегодня; во вторник обстрелян Тех, заявили в Степанакерте.", ["Степанакерте"]),
        # what people call is no name, nor is a preposition with its noun
        ("ru", "Митингующие скандируют «Свободу!» и утверждают, что во вторник в Гори арестовали студентов.", [OWN, OWN]),
    ],
)  # fmt: skip
def test_names(language: str, text: str, speakers: list[str]) -> None:
    assert [mention.attribution.source for mention in read(language, text).mentions] == speakers
