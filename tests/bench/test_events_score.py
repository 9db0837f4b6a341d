"""The scorer of events: what counts as right, and what a trap is."""

from typing import Any

import pytest

from tests.bench.events_gold import GOLD, articles
from tests.bench.events_score import Score

GOLD_ROW = {
    "id": "a.1", "start": "2020-07-12", "end": "2020-07-12", "date_precision": "day", "place": "Tovuz", "lat": 40.99, "lon": 45.63,
    "tolerance_km": 60, "place_precision": "district", "plover": "ASSAULT", "essential": True, "hint": "shelled",
    "claimed_by": "Baku", "status": "happened",
}  # fmt: skip
TOLD = {
    "article": "a", "start": "2020-07-12", "end": "2020-07-12", "precision": "day", "place": "Tovuz", "lat": 40.99, "lon": 45.63,
    "where_prec": 3, "type": "ASSAULT", "status": "happened", "quote": "Tovuz was shelled on Sunday", "claimed_by": "Baku",
    "score": 0.9,
}  # fmt: skip


def scored(gold: dict[str, Any], told: dict[str, Any]) -> Score:
    found = Score()
    found.take([{**GOLD_ROW, **gold}], [{**TOLD, **told}])
    return found


@pytest.mark.parametrize(
    ("gold", "told", "right"),
    [
        ({}, {}, True),
        ({}, {"start": "2020-07-13", "end": "2020-07-13"}, False),
        ({}, {"lat": 40.0}, False),
        ({}, {"lat": None, "lon": None, "where_prec": None}, False),
        ({"essential": False}, {"lat": None, "lon": None, "where_prec": None}, True),
        ({"alt_places": [{"lat": 30.0, "lon": 45.6, "tolerance_km": 60}]}, {"lat": 30.1, "lon": 45.6}, True),
        # a day where the text says a month is too fine, a month where it says a day is told of the same time
        ({"start": "2020-07-01", "end": "2020-07-31", "date_precision": "month"}, {}, False),
        ({}, {"start": "2020-07-01", "end": "2020-07-31", "precision": "month"}, False),
        ({"end": "2020-07-14"}, {"start": "2020-07-13", "end": "2020-07-13"}, True),
        ({}, {"status": "planned"}, False),
        ({"status": "planned"}, {}, False),
    ],
)
def test_what_is_right(gold: dict[str, Any], told: dict[str, Any], right: bool) -> None:  # noqa: FBT001 - a table
    found = scored(gold, told)
    assert (found.right, found.essential_found) == (
        (1, int(bool({**GOLD_ROW, **gold}["essential"]))) if right else (0, 0)
    )


@pytest.mark.parametrize(("status", "traps"), [("happened", 1), ("planned", 0), ("denied", 0)])
def test_a_trap_told_as_fact_is_a_false_alarm(status: str, traps: int) -> None:
    found = scored({"trap": True, "status": "denied", "essential": False}, {"status": status})
    assert (found.traps, found.right) == (traps, 0)


def test_details_are_counted_over_pairs() -> None:
    found = scored({}, {"type": "AID", "claimed_by": "publisher", "where_prec": 1})
    assert (found.recall, found.type_right, found.claimant, found.finer) == (100, 0, 0, 100)


@pytest.mark.parametrize("file", sorted(GOLD.glob("*.jsonl")), ids=lambda file: file.stem)
def test_the_gold_told_back_is_all_right(file: Any) -> None:
    found = Score()
    for article in articles(file):
        told = [
            {**TOLD, "article": article["id"], "start": row["start"], "end": row["end"], "precision": row["date_precision"],
             "place": row["place"], "lat": row["lat"], "lon": row["lon"], "type": row["plover"], "status": row["status"],
             "quote": row["hint"], "claimed_by": row["claimed_by"] or "publisher", "where_prec": 6}
            for row in article["events"]
        ]  # fmt: skip
        found.take(article["events"], told)
    assert (found.recall, found.precision, found.traps) == (100, 100, 0)


@pytest.mark.parametrize("file", sorted(GOLD.glob("*.jsonl")), ids=lambda file: file.stem)
def test_gold_is_sound(file: Any) -> None:
    for article in articles(file):
        assert article["half"] in ("dev", "test")
        for row in article["events"]:
            assert row["hint"] in article["text"], (row["id"], row["hint"])
            assert row["start"] <= row["end"], row["id"]
            assert row["essential"] is False or row["lat"] is not None, row["id"]
