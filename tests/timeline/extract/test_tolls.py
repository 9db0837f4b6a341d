"""Numbers of victims as said."""

import pytest

from geodata.model import Span
from timeline.extract.text.lexicon import lexicon
from timeline.extract.text.tokens import Tokens
from timeline.extract.what import tolls

TERMS = tolls.Terms(claimant="publisher", as_of=None, cumulative=False)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Twelve shells fell and 12 soldiers were killed.", [(12, "killed", "soldiers")]),
        ("en", "The quake killed some 25,000 people.", [(25000, "killed", "people")]),
        ("en", "Dozens of civilians were wounded.", [(None, "wounded", "civilians")]),
        ("en", "3 soldiers were killed, 5 were wounded.", [(3, "killed", "soldiers"), (5, "wounded", None)]),
        (
            "en",
            "Two Azerbaijani soldiers died; 16 Azerbaijani soldiers were killed.",
            [(2, "killed", "Azerbaijani soldiers"), (16, "killed", "Azerbaijani soldiers")],
        ),
        ("en", "It holds 20% of the land.", []),
        ("en", "A convoy of 30 trucks arrived.", []),
        (
            "ar",
            "أسفرت عن مقتل 12 عسكريًا ومقتل العشرات من الجنود.",
            [(12, "killed", "عسكريًا"), (None, "killed", "الجنود")],
        ),
    ],
)
def test_tolls(language: str, text: str, expected: list[tuple[int | None, str, str | None]]) -> None:
    words = lexicon(language)
    tokens = Tokens(text, Span(start=0, end=len(text)), words.prefixes)
    found = tolls.find(tokens, [], words, TERMS)
    assert [(toll.low, toll.category, toll.victims) for toll in found] == expected


def test_numbers_of_a_date_count_nobody() -> None:
    text = "On 12 July soldiers were killed."
    words = lexicon("en")
    tokens = Tokens(text, Span(start=0, end=len(text)))
    assert tolls.find(tokens, [Span(start=3, end=10)], words, TERMS) == ()


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "At least 12 people died.", [(12, None, "killed")]),
        ("en", "Up to 40 people were wounded.", [(None, 40, "wounded")]),
        ("en", "Between 10 and 15 fighters were killed.", [(10, 15, "killed")]),
        ("en", "They killed 3 and 5 were wounded.", [(3, 3, "killed"), (5, 5, "wounded")]),
        ("en", "The blast killed twenty-five people.", [(25, 25, "killed")]),
        ("en", "A soldier was killed and two others were wounded.", [(1, 1, "killed"), (2, 2, "wounded")]),
        ("en", "The soldier who was killed was 19 years old.", []),
        ("en", "Nobody was killed by the 40 shells.", []),
        ("en", "Two thousand people fled.", [(2000, 2000, "displaced")]),
        (
            "en",
            "At least 13 Azerbaijani and five Armenian soldiers have been killed.",
            [(13, None, "killed"), (5, 5, "killed")],
        ),
        ("en", "It killed 38 of the 67 people on board.", [(38, 38, "killed")]),
        ("en", "Three hundred and thirty-four people died.", [(334, 334, "killed")]),
        ("en", "Several hundred people were wounded.", [(None, None, "wounded")]),
        ("hy", "Երեք հարյուր երեսունչորս մարդ զոհվեց։", [(334, 334, "killed")]),
        ("ka", "ორმოცდათხუთმეტი ადამიანი დაიღუპა.", [(55, 55, "killed")]),
        ("fa", "بیست و پنج نفر کشته شدند.", [(25, 25, "killed")]),
        ("ar", "مقتل خمسة وعشرين جنديا.", [(25, 25, "killed")]),
        ("ru", "Погибли двое военнослужащих, ещё пятеро ранены.", [(2, 2, "killed"), (5, 5, "wounded")]),
        ("ru", "Число погибших возросло до 35.", [(35, 35, "killed")]),
        ("ru", "Ранены не менее 20 человек.", [(20, None, "wounded")]),
        ("ar", "قتل ثلاثة جنود وأصيب خمسة آخرون.", [(3, 3, "killed"), (5, 5, "wounded")]),
        ("ar", "مقتل جنديين قرب الحدود.", [(2, 2, "killed")]),
        ("ar", "أودى الزلزال بحياة 25 ألف شخص.", [(25000, 25000, "killed")]),
        ("tr", "Çatışmada yedi asker öldü, en az 12 asker yaralandı.", [(7, 7, "killed"), (12, None, "wounded")]),
        ("az", "Üç hərbçi həlak olub, beş nəfər yaralanıb.", [(3, 3, "killed"), (5, 5, "wounded")]),
        ("hy", "Զոհվել է չորս խաղաղ բնակիչ, վիրավորվել է տասը մարդ։", [(4, 4, "killed"), (10, 10, "wounded")]),
        ("fa", "دست‌کم هشت نفر کشته و ۱۲۰ نفر زخمی شدند.", [(8, None, "killed"), (120, 120, "wounded")]),
        ("ka", "ხუთი ადამიანი დაიღუპა, 50-ზე მეტი კი დაიჭრა.", [(5, 5, "killed"), (50, None, "wounded")]),
    ],
)
def test_figures_are_read_as_they_are_said(
    language: str, text: str, expected: list[tuple[int | None, int | None, str]]
) -> None:
    words = lexicon(language)
    tokens = Tokens(text, Span(start=0, end=len(text)), words.prefixes)
    found = tolls.find(tokens, [], words, TERMS)
    assert [(toll.low, toll.high, toll.category) for toll in found] == expected


@pytest.mark.parametrize(
    ("text", "total"), [("The death toll has risen to 35.", True), ("The raid killed 35 people.", False)]
)
def test_what_has_risen_is_a_total(text: str, *, total: bool) -> None:
    words = lexicon("en")
    [found] = tolls.find(Tokens(text, Span(start=0, end=len(text))), [], words, TERMS)
    assert (found.low, found.cumulative) == (35, total)
