"""Which land an article is about, by its own name and by those of its towns."""

import pytest

from geodata import regions
from geodata.gazetteer import Gazetteer
from geodata.resolve import places
from timeline.extract.assemble import place_lexicon
from timeline.extract.where.about import main_place
from timeline.languages import load

GAZETTEER = Gazetteer.open(regions.load("caucasus"))
PACK = load("en")
assert PACK is not None
WORDS = place_lexicon(PACK)


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        # its towns speak for a land that is named but once, as others are
        (
            "The war",
            "Abkhazia and Svaneti remember. Fighters left Gudauta, took Gagra and besieged Sukhumi.",
            "Abkhazia",
        ),
        # what the title names counts for more, a town for its land
        ("The fall of Sukhumi", "Abkhazia and Dagestan remember Sukhumi.", "Abkhazia"),
        # a story of the whole country is none of the land whose towns it names
        ("A quiet day", "Adjara and Abkhazia were quiet, Kobuleti and Khulo, too.", "Adjara"),
        ("Georgia, a quiet day", "Adjara and Abkhazia were quiet, Kobuleti and Khulo, too.", None),
        # two lands named once each, and no town of theirs
        ("Talks", "Chechnya and Dagestan took part.", None),
    ],
)
def test_main_place(title: str, text: str, expected: str | None) -> None:
    titled = frozenset(match.place.id for match in places(title, gazetteer=GAZETTEER, lexicon=WORDS))
    found = main_place(places(text, gazetteer=GAZETTEER, lexicon=WORDS), titled)
    assert (found.place.name if found else None) == expected
