"""The extraction score: every doubt has a weight, none lifts a score, and what is told outright is likely right."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from geodata import regions
from geodata.gazetteer import Gazetteer
from timeline.extract.assemble import Knowledge, extract
from timeline.extract.scoring import BASE, score, weights
from timeline.model.article import Article

DOUBTS = sorted(name for name in weights() if name != BASE)


@given(some.dictionaries(some.sampled_from(DOUBTS), some.floats(0, 1)), some.sampled_from(DOUBTS))
def test_no_doubt_lifts_a_score(found: dict[str, float], one: str) -> None:
    fewer = {name: amount for name, amount in found.items() if name != one}
    assert 0 <= score({**fewer, one: 1.0}) <= score(fewer) <= 1


def test_what_has_no_weight_is_an_error() -> None:
    with pytest.raises(KeyError):
        score({"bad weather": 1.0})


def test_a_mention_says_what_is_doubtful_about_it() -> None:
    region = regions.load("caucasus")
    text = "Troops shelled Movses on Sunday. In Tovuz, houses were shelled as well. Turkish ministers met."
    article = Article(
        id="a", source_path="a.txt", published=date(2020, 7, 17), published_basis="metadata", language="en", text=text,
        sha256="0",
    )  # fmt: skip
    found = extract(article, Knowledge(gazetteer=Gazetteer.open(region), region=region)).mentions
    noted = [mention.provenance["score"] for mention in found]
    assert ["time of another sentence" in words for words in noted] == [False, True, True]
    assert ["unplaced" in words for words in noted] == [False, False, True]
    assert found[0].score >= found[1].score >= found[2].score
