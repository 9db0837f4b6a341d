"""Who told it first, and his name as the text writes it in full."""

import pytest

from geodata.model import Span
from tests.timeline.extract.reading import read
from timeline.extract.who.whole import whole


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        # who is cited speaks before the paper that passes it on
        (
            "en",
            "Shells fell on Tovuz on Tuesday, Interfax reports with reference to the Defence Ministry.",
            ["Defence Ministry"],
        ),
        ("en", "Shells fell on Tovuz on Tuesday, Kavpress reports, citing the governor.", ["governor"]),
        ("ru", "Во вторник обстрелян Товуз, передаёт Интерфакс со ссылкой на Минобороны.", ["Минобороны"]),
        (
            "az",
            "Çərşənbə axşamı Tovuz atəşə tutulub. “Xəbərçi” bunu Müdafiə Nazirliyinə istinadən yazır.",
            ["Müdafiə Nazirliyinə"],
        ),
        # who holds an office speaks for himself, whatever he cites
        ("en", "The mayor said that shells hit Tovuz on Tuesday, citing a map of the governor.", ["mayor"]),
        # "this" in the middle of a sentence that says nothing but who told of the one before
        (
            "az",
            "Çərşənbə axşamı Tovuz atəşə tutulub. Günaz saytının yazdığına görə, bunu Müdafiə Nazirliyi bildirib.",
            ["Müdafiə Nazirliyi"],
        ),
        # and with where he said so
        (
            "ru",
            "Во вторник обстрелян Товуз. Об этом губернатор сообщил на встрече в Баку.",
            ["губернатор", "губернатор"],
        ),
    ],
)
def test_first_hand(language: str, text: str, speakers: list[str]) -> None:
    assert [mention.attribution.source for mention in read(language, text).mentions] == speakers


@pytest.mark.parametrize(
    ("text", "found", "name"),
    [
        ("передаёт агентство «Заря». По его словам", "агентство «Заря", "агентство «Заря»"),
        ("пишет издание Yenixeber.az, упал", "издание Yenixeber", "издание Yenixeber.az"),
        ("“Beynəlxalq Ümid” təşkilatının", "Beynəlxalq Ümid” təşkilatının", "“Beynəlxalq Ümid” təşkilatının"),
        ('said "Morning Star" agency', 'Morning Star" agency', '"Morning Star" agency'),
        ("أفادت منظمة «نور الشرق»", "منظمة «نور", "منظمة «نور الشرق»"),
        ("said Interfax. He", "Interfax", "Interfax"),
        ("police of Russian-controlled Tskhinvali say", "police of Russian", "police of Russian-controlled Tskhinvali"),
        ("İrəvan-Meğri yolu", "İrəvan", "İrəvan"),
        ("TASS-a əsasən", "TASS", "TASS"),
        ("«Заря» сообщила", "Заря", "Заря"),
    ],
)
def test_whole_names(text: str, found: str, name: str) -> None:
    start = text.index(found)
    span = whole(text, Span(start=start, end=start + len(found)))
    assert text[span.start : span.end] == name
