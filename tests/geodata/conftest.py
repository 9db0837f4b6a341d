"""The gazetteer of the Caucasus and the lexicons of its languages, opened once."""

from collections.abc import Callable

import pytest

from geodata import regions
from geodata.gazetteer import Gazetteer
from geodata.lexicon import lexicon_from
from geodata.model import PlaceLexicon, PlaceMatch
from geodata.regions import Region
from geodata.resolve import places
from timeline import languages

Finder = Callable[[str, str], tuple[PlaceMatch, ...]]


@pytest.fixture(scope="session")
def caucasus() -> Region:
    return regions.load("caucasus")


@pytest.fixture(scope="session")
def gazetteer(caucasus: Region) -> Gazetteer:
    return Gazetteer.open(caucasus)


def lexicon(language: str) -> PlaceLexicon:
    pack = languages.load(language)
    assert pack is not None
    return lexicon_from(pack.names.get("places", {}), language, pack.morphology)


@pytest.fixture(scope="session")
def find(gazetteer: Gazetteer) -> Finder:
    return lambda language, text: places(text, gazetteer=gazetteer, lexicon=lexicon(language))
