"""A language's words about places, as extraction hands them to the geoparser."""

from __future__ import annotations

from geodata.model import PlaceLexicon
from timeline import languages
from timeline.extract.assemble import place_lexicon


def lexicon(code: str) -> PlaceLexicon:
    pack = languages.load(code)
    assert pack is not None, f"no language pack '{code}'"
    return place_lexicon(pack)
