"""The extraction score: every doubt has a weight, none lifts a score, and what is told outright is likely right."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from geodata import regions
from geodata.gazetteer import Gazetteer
from tests.timeline.extract.reading import read
from timeline.extract import assemble
from timeline.extract.assemble import Knowledge, extract
from timeline.extract.scoring import BASE, parsed, score, weights, written
from timeline.extract.what.density import CROWDED
from timeline.model.article import Article

AROUND = {
    "one word tells it", "a kind that is often only mentioned", "one of several places", "the only place of the text",
    "another verb is nearer to the place", "another place between", "another verb is nearer to the time",
    "another verb is almost as near to the time", "another time is as near", "a commemoration", "a deed without a place",
    "the town named last", "only its name speaks for the place", "only a part of the place",
    "more than a month before the report",
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


@pytest.mark.parametrize(
    ("text", "doubt", "expected"),
    [
        ("Rebels shelled Tripoli on Friday.", "no verb of the past tells it", [False]),
        ("The shelling of Tripoli goes on.", "no verb of the past tells it", [True]),
        ("The ministry said rebels shelled Tripoli on Friday.", "nobody is named who says so", [False]),
        ("Rebels shelled Tripoli on Friday.", "nobody is named who says so", [True]),
        ("Talks were held on Friday.", "a deed without a place", [True]),
        ("Baku condemned the attack on Friday.", "a deed without a place", [False]),
        ("Rebels shelled Gyumri on 3 May 2020.", "more than a month before the report", [True]),
        ("Rebels shelled Gyumri on Friday.", "more than a month before the report", [False]),
        ("Armenians in Gyumri commemorated the victims on Friday.", "a commemoration", [True]),
    ],
)
def test_what_is_doubtful_beside_time_and_place(text: str, doubt: str, expected: list[bool]) -> None:
    noted = [parsed(mention.provenance["score"]) for mention in read("en", text).mentions]
    assert [doubt in one for one in noted] == expected


def test_much_told_in_few_sentences_is_doubtful() -> None:
    crowded = "On Friday rebels shelled Tripoli, seized Homs and shot down a helicopter near Aleppo."
    alone = "Rebels shelled Tripoli on Friday. It is a port. Its market is old. The sea is near."
    amounts = [parsed(read("en", text).mentions[0].provenance["score"])[CROWDED] for text in (crowded, alone)]
    assert amounts == [3.0, 0.25]


def test_doubts_come_back_as_they_were_written() -> None:
    found = {"a weak word": 1.0, "uncertain place": 0.25}
    assert parsed(written(found)) == found


@pytest.mark.parametrize(
    ("least", "told", "left"),
    [(0.0, ["ASSAULT", "CONSULT", "AGREE"], 0), (1.0, ["AGREE"], 2)],
)
def test_what_is_likely_wrong_is_not_told_as_fact(
    least: float, told: list[str], left: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assemble, "LEAST", least)
    found = read("en", "Rebels shelled Movses on Friday. Ministers held talks. They will sign a truce in Gyumri.")
    assert [mention.type for mention in found.mentions] == told
    assert [one.why for one in found.left_out] == ["more likely wrong than right"] * left


def test_what_a_likelier_mention_tells_too_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Rebels shelled Movses on Friday. Baku said that shells fell on Movses on Friday."
    scores = sorted(mention.score for mention in read("en", text).mentions)
    monkeypatch.setattr(assemble, "LEAST", sum(scores) / 2)
    assert scores[0] < scores[1]
    assert len(read("en", text).mentions) == 2
