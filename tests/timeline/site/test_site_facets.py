"""Facets as columns: who is in which events, how entries are named, and texts to search."""

import dataclasses

import numpy as np
import pytest

from geodata.regions import RegionActor
from tests.timeline.site import demonstration
from timeline import rows as table_rows
from timeline.rows import Row
from timeline.site import facets

BAKU = {"claimed_by": "Baku", "actor_id": "iso:AZ"}
STATE = {"claimed_by": "AZƏRBAYCAN", "actor_id": "iso:AZ"}
MINISTRY = {"claimed_by": "the ministry", "actor_id": "az-mod"}
OWN = {"claimed_by": "publisher", "actor_id": "az-mod"}


def rows() -> list[Row]:
    return table_rows.rows(table_rows.sort(demonstration.frame()))


def row(**changes: object) -> Row:
    return {**rows()[0], "claims": [], "actors": [], "articles": [], "tolls": [], **changes}


def actor(name: str, **names: tuple[str, ...]) -> RegionActor:
    return RegionActor(id=name, kind="agency", country="AZ", names=names, since=None, until=None, source="test")


ACTORS = (
    actor("az-mod", en=("Azerbaijani Defence Ministry",)),
    actor("iso:AZ", en=("Azerbaijan",), az=("Azərbaycan",)),
)


def encode(*listed: Row) -> tuple[dict[str, list[dict[str, object]]], dict[str, list[list[int]]], list[int]]:
    """Entries by facet, numbers of each row by facet, and the scores, as the page reads them."""
    articles = {article.id: article for article in demonstration.articles()}
    encoded = facets.encode(listed, articles, ACTORS, ("en", "ar"))
    entries, numbers, at = {}, {}, 0

    def take(count: int, width: int) -> list[int]:
        nonlocal at
        planes = np.frombuffer(encoded.raw, np.uint8, count * width, at).reshape(width, count)
        at += count * width
        return [sum(int(byte) << 8 * plane for plane, byte in enumerate(column)) for column in planes.T]

    for facet in encoded.header["facets"]:
        lengths = take(len(listed), facet["bytes"][0])
        flat = iter(take(facet["total"], facet["bytes"][1]))
        entries[facet["name"]] = facet["entries"]
        numbers[facet["name"]] = [[next(flat) for _ in range(length)] for length in lengths]
    scores = take(len(listed), 1)
    assert at == len(encoded.raw)
    return entries, numbers, scores


def test_every_row_has_its_entries_and_the_most_frequent_comes_first() -> None:
    listed = rows()
    entries, numbers, scores = encode(*listed)
    published = {article.id: article.publisher for article in demonstration.articles()}
    names = [entry["text"] for entry in entries["sources"]]
    told = [sorted(names[number] for number in found) for found in numbers["sources"]]
    assert told == [sorted({published[name] for name in one["articles"]}) for one in listed]
    often = [sum(number in found for found in numbers["sources"]) for number in range(len(names))]
    assert often == sorted(often, reverse=True)
    assert set(scores) == {71}


@pytest.mark.parametrize(
    ("claim", "key"),
    [(BAKU, "baku"), (STATE, "iso:AZ"), (MINISTRY, "az-mod"), (OWN, "publisher")],
)
def test_only_who_is_known_to_speak_for_an_id_is_counted_under_it(claim: dict[str, str], key: str) -> None:
    """A town is no state, nor is a publisher the body that its article names."""
    entries, _, _ = encode(row(claims=[{"article_id": "en-one", **claim}]))
    assert [entry["key"] for entry in entries["claimants"]] == [key]


def test_spellings_of_one_name_are_one_entry_under_the_most_frequent() -> None:
    spelled = [[{"id": "", "name": name, "role": "actor"}] for name in ("The Rebels", "the rebels", "the rebels")]
    entries, numbers, _ = encode(*(row(actors=actors) for actors in spelled))
    assert entries["actors"] == [{"key": "the rebels", "text": "the rebels"}]
    assert numbers["actors"] == [[0], [0], [0]]


def test_entries_that_are_known_have_names_in_the_languages_of_the_page() -> None:
    france = [{"id": "iso:FR", "name": "french", "role": "actor"}]
    entries, _, _ = encode(row(actors=france, claims=[{"article_id": "en-one", **MINISTRY}]))
    assert entries["actors"][0]["names"] == {"ar": "فرنسا", "en": "France"}
    assert entries["claimants"][0]["names"] == {"en": "Azerbaijani Defence Ministry"}


def test_an_article_without_a_publisher_counts_as_unknown() -> None:
    articles = {
        article.id: dataclasses.replace(article, publisher=None, origin=None) for article in demonstration.articles()
    }
    encoded = facets.encode([row(articles=["en-one", "en-two"])], articles, (), ("en",))
    assert encoded.header["facets"][1]["entries"] == [{"key": "unknown", "text": ""}]


@pytest.mark.parametrize(("score", "percent"), [(None, 255), (0.0, 0), (0.499, 49), (0.8, 80), (0.29, 29), (1.0, 100)])
def test_no_score_is_rounded_up(score: float | None, percent: int) -> None:
    assert encode(row(score=score))[2] == [percent]


def test_nothing_is_a_facet_of_nothing() -> None:
    entries, _, scores = encode()
    assert entries == {"actors": [], "sources": [], "claimants": []}
    assert scores == []


def test_texts_to_search_stand_once() -> None:
    listed = rows()
    found = facets.search(listed, ("en", "ar", "ru"))
    titles, places, countries = (table["texts"] for table in found.header["tables"])
    assert len(titles) == 21
    assert sum("Tovuz" in text for text in places) == 1
    assert "Azerbaijan\nأذربيجان\nАзербайджан" in countries
    assert len(found.raw) == 3 * len(listed)
