"""Own sentences with positions: how many places are found and stand right, floors per language and half.

A place counts as found if a match overlaps it, as right if that match lies within the tolerance of the gold. Demonyms
("concerns") are neither asked for nor held against. The sentences of the half "test" are there to measure, not to
learn from: no message shows them.
"""

import json
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from geodata.distance import great_circle
from geodata.model import PlaceMatch

Finder = Callable[[str, str], tuple[PlaceMatch, ...]]
Row = dict[str, Any]
GOLD = Path(__file__).parent.parent / "gold" / "places"
ROWS: dict[str, list[Row]] = {
    path.stem: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for path in sorted(GOLD.glob("*.jsonl"))
}
FLOORS = tomllib.loads((GOLD / "floors.toml").read_text(encoding="utf-8"))
FEWEST_SENTENCES = 40


@dataclass
class Tally:
    """What was asked, found and right, and what went wrong in words."""

    asked: int = 0
    given: int = 0
    found: int = 0
    right: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        return 200 * self.found / (self.asked + self.given)

    @property
    def share_right(self) -> float:
        return 100 * self.right / self.asked


def km_between(place: Row, match: PlaceMatch) -> float:
    return great_circle(place["lat"], place["lon"], match.place.lat, match.place.lon)


def overlap(place: Row, match: PlaceMatch) -> bool:
    start, end = place["start"], place["end"]
    return bool(start < match.span.end and match.span.start < end)


def add(tally: Tally, row: Row, matches: tuple[PlaceMatch, ...]) -> None:
    """Count one sentence: each place is met by at most one match."""
    demonyms = [place for place in row["places"] if place["role"] == "concerns"]
    places = [place for place in row["places"] if place["role"] != "concerns"]
    left = [match for match in matches if not any(overlap(place, match) for place in demonyms)]
    tally.asked += len(places)
    tally.given += len(left)
    for place in places:
        match = next((match for match in left if overlap(place, match)), None)
        if match is None:
            tally.wrong.append(f"missed {place['text']}: {row['text']}")
            continue
        left.remove(match)
        tally.found += 1
        if km_between(place, match) <= place["km"]:
            tally.right += 1
        else:
            tally.wrong.append(f"{place['text']} taken for {match.place.id}: {row['text']}")
    tally.wrong += [f"invented {row['text'][m.span.start : m.span.end]} ({m.place.id}): {row['text']}" for m in left]


def score(find: Finder, language: str, half: str) -> Tally:
    tally = Tally()
    for row in ROWS[language]:
        if row["half"] == half:
            add(tally, row, find(language, row["text"]))
    return tally


@pytest.mark.parametrize("half", ["dev", "test"])
@pytest.mark.parametrize("language", ROWS)
def test_places_of_the_gold_are_found_and_stand_right(find: Finder, language: str, half: str) -> None:
    tally = score(find, language, half)
    got = {"f1": round(tally.f1, 1), "right": round(tally.share_right, 1)}
    told = tally.wrong if half == "dev" else []
    assert all(value >= FLOORS[language][half][name] for name, value in got.items()), "\n".join([str(got), *told])


@pytest.mark.parametrize("language", ROWS)
def test_the_gold_of_a_language_is_well_formed(language: str) -> None:
    rows = ROWS[language]
    assert len(rows) >= FEWEST_SENTENCES
    assert {row["half"] for row in rows} == {"dev", "test"} == set(FLOORS[language])
    for row in rows:
        assert all(row["text"][place["start"] : place["end"]] == place["text"] for place in row["places"])
        assert all(place["role"] in ("occurred_at", "concerns") for place in row["places"])
        assert all(1 <= place["where_prec"] <= 7 and place["km"] > 0 for place in row["places"])


def test_eight_languages_have_gold() -> None:
    assert set(ROWS) == {"ar", "az", "en", "fa", "hy", "ka", "ru", "tr"}
