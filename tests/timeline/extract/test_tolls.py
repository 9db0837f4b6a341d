"""Numbers of victims as said."""

import pytest

from geodata.model import Span
from timeline.extract import tolls
from timeline.extract.lexicon import lexicon
from timeline.extract.tokens import Tokens

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
            [(16, "killed", "Azerbaijani soldiers")],
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
