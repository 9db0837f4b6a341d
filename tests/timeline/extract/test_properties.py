"""Extraction stands any text, and its offsets always point into it."""

from datetime import date
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geodata import regions
from geodata.gazetteer import Gazetteer
from timeline import languages
from timeline.extract.assemble import Knowledge, extract
from timeline.extract.what import triggers
from timeline.model.article import Article

READABLE = [code for code in languages.available() if (pack := languages.load(code)) and pack.extracts]


@cache
def _knowledge() -> Knowledge:
    region = regions.load("caucasus")
    return Knowledge(gazetteer=Gazetteer.open(region), region=region)


def _pieces(code: str) -> list[str]:
    """Words that the rules of a language look for, among marks and names that disturb them."""
    pack = languages.load(code)
    assert pack is not None
    phrases = [
        phrase.replace("*", "").replace("~", "") for rule in triggers.rules(pack.triggers) for phrase in rule.match
    ]
    places = [name for place in _knowledge().region.places[:80] for name in place.names.get(code, ())]
    return [
        *phrases,
        *places,
        "12",
        "1992",
        "2020-07-12",
        "—",
        "\n",
        "\n\n",
        ".",
        "،",
        ",",
        ";",
        "«",
        "»",
        "\u200f",
        "%",
        "T-72",
        "\u00a0",
    ]


@pytest.mark.parametrize("code", READABLE)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_text_is_stood_and_offsets_hold(code: str, data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(_pieces(code)) | st.text(max_size=6), max_size=40))
    text = " ".join(words)
    article = Article(
        id="a",
        source_path="a",
        language=code,
        text=text,
        sha256="",
        published=date(2020, 7, 17),
        published_basis="option",
    )
    found = extract(article, _knowledge())
    for mention in found.mentions:
        assert (
            0
            <= mention.sentence.start
            <= mention.trigger.start
            < mention.trigger.end
            <= mention.sentence.end
            <= len(text)
        )
    for match in found.places:
        assert match.span.end <= len(text)
    assert extract(article, _knowledge()) == found
