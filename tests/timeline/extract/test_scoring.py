"""The extraction score: every doubt has a weight, none lifts a score, and what is told outright is likely right."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from geodata import regions
from geodata.gazetteer import Gazetteer
from tests.timeline.extract.reading import read
from timeline.extract.assemble import Knowledge, extract
from timeline.extract.scoring import BASE, score, weights
from timeline.model.article import Article

AROUND = {
    "one word tells it", "a kind that is often only mentioned", "one of several places", "the only place of the text",
    "another verb is nearer to the place", "another place between", "another verb is nearer to the time",
    "another verb is almost as near to the time", "another time is as near",
}  # fmt: skip
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


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("Troops opened fire near Movses in Tavush on Sunday.", [set()]),
        ("Shells fell on Movses and Aygepar on Friday.", [{"one of several places"}, {"one of several places"}]),
        (
            "Rebels who had fled from Homs to Aleppo attacked Tripoli on Friday.",
            [
                {"another verb is nearer to the time"},
                {"one word tells it", "another verb is almost as near to the time"},
            ],
        ),
        (
            "An accident in Gyumri killed two people on Friday.",
            [{"a kind that is often only mentioned", "the only place of the text"}],
        ),
    ],
)
def test_what_the_sentence_makes_doubtful(text: str, doubtful: list[set[str]]) -> None:
    noted = [mention.provenance["score"].split("; ") for mention in read("en", text).mentions]
    assert [{part.rsplit(" ", 1)[0] for part in parts} & AROUND for parts in noted] == doubtful
